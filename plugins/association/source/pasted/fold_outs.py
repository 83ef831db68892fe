"""Fold-outs of another site, of which a paste keeps only « (lire plus) » or « + »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...problems.findings import Severity
from .passage import Lines, Passage, is_blank, passage

_TITLE = re.compile(
    r"""(?P<marks>\#{1,6}[ \t]+|)(?P<emphasis>\*\*|__|)
    (?P<title>[^|#>\s-][^|]*?)[\s\u00a0]*
    (?: [(\[](?:[^()\[\]]*\b)?(?:lire|voir|en[ ]savoir)[ ](?:plus|la[ ]suite)\b[^()\[\]]*[)\]]
      | [(\[]\+[ ](?:d[’']infos?|de[ ]détails?|d[’']informations?)[)\]]
      | (?<=[\s\u00a0])(?P<sign>[+▼▾]|\[\+\]) )
    (?P=emphasis)[\s\u00a0]*\#*""",
    re.VERBOSE | re.IGNORECASE,
)
# What stands before such a title on other sites.
_BEFORE = re.compile(
    r"(?P<marks>\#{1,6}[ \t]+|)(?:[▶►▸▹▼▾⊕➕+]|\[\+\])[\s\u00a0]+(?P<title>[^|#>\s-][^|]*)"
)
# The same alone on a line, below the title that it opens.
_OPENER = re.compile(
    r"[\s([]*(?:lire|voir|en[ ]savoir)[ ](?:plus|la[ ]suite)[\s\u00a0.…)\]+▼▾]*", re.IGNORECASE
)
# What each of these has, to pass over quickly the texts without.
_SIGNS = (
    *"+▼▾▶►▸▹⊕➕",
    *(f"{verb} {rest}" for verb in ("lire", "voir", "savoir") for rest in ("plus", "la suite")),
)
_HEADING = re.compile(r"(#{1,6})\s")
_LONGEST = 120
# « 18 ans et + », « Bac + » : the sign belongs to the words.
_COUNTS = re.compile(r"(?:\b(?:et|ou|ans?|bac|de|des|en)|\d|[=+*/-])$", re.IGNORECASE)


@dataclass(frozen=True)
class _Title:
    line: int
    level: int
    words: str
    has_words: bool
    # Where what it opens begins.
    body: int


def lost_fold_outs(lines: Lines) -> Iterator[Passage]:
    """Find titles that opened something on the site they come from."""
    text = "\n".join(line or "" for line in lines).lower()
    if not any(sign in text for sign in _SIGNS):
        return
    titles = [title for number in range(len(lines)) if (title := _title(lines, number))]
    pointed = [title for number in range(len(lines)) if (title := _pointed(lines, number))]
    titles = titles or (pointed if len(pointed) > 1 else [])
    others = any((line or "").startswith("/// details") for line in lines)
    for rank, title in enumerate(titles):
        following = titles[rank + 1].line if rank + 1 < len(titles) else len(lines)
        stop = _end(lines, title, following)
        is_sure = title.has_words or len(titles) > 1 or others
        body = [line or "" for line in lines[title.body : stop]]
        written = [f"/// details | {title.words}", "", *_stripped(body), "", "///"]
        below = [] if is_blank(lines, stop) else [""]
        yield passage(
            lines,
            title.line,
            stop,
            [*written, *below] if is_sure and None not in lines[title.line : stop] else (),
            code="deplier",
            message="rien ne se déplierait sous ce titre",
            fix=f"écrivez « /// details | {title.words} », et « /// » après ce qui se déplie",
            severity=Severity.ADVICE,
        )


def _title(lines: Lines, number: int) -> _Title | None:
    line = (lines[number] or "").strip()
    if not line:
        return None
    opener = next((at for at in range(number + 1, len(lines)) if not is_blank(lines, at)), number)
    if opener > number and _OPENER.fullmatch((lines[opener] or "").strip()):
        return _opened_below(lines, number, opener)
    match = _TITLE.fullmatch(line) if len(line) <= _LONGEST else None
    if match is None or (not is_blank(lines, number - 1) and not match["marks"]):
        return None
    words = match["title"].strip(" \u00a0:*_")
    if match["sign"] and (_COUNTS.search(words) or words[-1:] in ".,;!?"):
        return None
    has_text = any(not is_blank(lines, below) for below in range(number + 1, len(lines)))
    level = len(match["marks"].strip()) or 7
    return _Title(number, level, words, not match["sign"], number + 1) if has_text else None


def _pointed(lines: Lines, number: int) -> _Title | None:
    """Return a title after « ▶ », alone on its line, with a text below it."""
    match = _BEFORE.fullmatch((lines[number] or "").strip())
    is_apart = is_blank(lines, number - 1) and is_blank(lines, number + 1)
    text = next((at for at in range(number + 1, len(lines)) if not is_blank(lines, at)), None)
    if match is None or not is_apart or text is None or len(match[0]) > _LONGEST:
        return None
    if _BEFORE.fullmatch((lines[text] or "").strip()):
        return None
    level = len(match["marks"].strip()) or 7
    return _Title(number, level, match["title"].strip(" \u00a0:*_"), False, number + 1)


def _opened_below(lines: Lines, number: int, opener: int) -> _Title | None:
    """Return a title that stands above « Lire plus »."""
    heading = re.fullmatch(r"(#{1,6})[ \t]+(?P<words>.*?)#*", (lines[number] or "").strip())
    has_text = any(not is_blank(lines, below) for below in range(opener + 1, len(lines)))
    if heading is None or not has_text or "|" in heading["words"]:
        return None
    return _Title(number, len(heading[1]), heading["words"].strip(), True, opener + 1)


def _end(lines: Lines, title: _Title, following: int) -> int:
    """Return the line where what a title opens ends: at the next one, or at a heading as high."""
    stop = following
    for number in range(title.body, following):
        heading = _HEADING.match(lines[number] or "")
        if (heading and len(heading[1]) <= title.level) or (lines[number] or "").startswith("///"):
            stop = number
            break
    while stop > title.body and is_blank(lines, stop - 1):
        stop -= 1
    return stop


def _stripped(body: list[str]) -> list[str]:
    while body and not body[0].strip():
        body = body[1:]
    return body
