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
      | (?<=[\s\u00a0])(?P<sign>[+▼▾]) )
    (?P=emphasis)[\s\u00a0]*\#*""",
    re.VERBOSE | re.IGNORECASE,
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


def lost_fold_outs(lines: Lines) -> Iterator[Passage]:
    """Find titles that opened something on the site they come from."""
    titles = [title for number in range(len(lines)) if (title := _title(lines, number))]
    others = any((line or "").startswith("/// details") for line in lines)
    for rank, title in enumerate(titles):
        following = titles[rank + 1].line if rank + 1 < len(titles) else len(lines)
        stop = _end(lines, title, following)
        is_sure = title.has_words or len(titles) > 1 or others
        body = [line or "" for line in lines[title.line + 1 : stop]]
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
    match = _TITLE.fullmatch(line) if len(line) <= _LONGEST else None
    if match is None or (not is_blank(lines, number - 1) and not match["marks"]):
        return None
    words = match["title"].rstrip(" \u00a0:")
    if match["sign"] and (_COUNTS.search(words) or words[-1:] in ".,;!?"):
        return None
    has_text = any(not is_blank(lines, below) for below in range(number + 1, len(lines)))
    level = len(match["marks"].strip()) or 7
    return _Title(number, level, words, not match["sign"]) if has_text else None


def _end(lines: Lines, title: _Title, following: int) -> int:
    """Return the line where what a title opens ends: at the next one, or at a heading as high."""
    stop = following
    for number in range(title.line + 1, following):
        heading = _HEADING.match(lines[number] or "")
        if (heading and len(heading[1]) <= title.level) or (lines[number] or "").startswith("///"):
            stop = number
            break
    while stop > title.line + 1 and is_blank(lines, stop - 1):
        stop -= 1
    return stop


def _stripped(body: list[str]) -> list[str]:
    while body and not body[0].strip():
        body = body[1:]
    return body
