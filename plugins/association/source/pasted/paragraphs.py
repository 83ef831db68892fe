"""Lines that are paragraphs, or verses, in what was pasted, and one paragraph for Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...problems.findings import Severity
from .passage import Lines, Passage, blocks, passage

_SPECIAL = re.compile(
    r"\s*(?:[#|<!\[:=+]|\*\[|[-*_]{3,}\s*$|[-*+]\s|\d{1,3}[.)]\s|\s{4}|\{)|.*(?:\s\s|\\|<br\s*/?>)$|.*\t|[\s:|-]+$"
)
_SENTENCE_END = re.compile(r"[.!?…:;][»”\"’')\]\s*_\u00a0\u202f]*$")
_NEXT_SENTENCE = re.compile(r"[.!?…][»”\")]?[\s\u00a0]+[«“\"(]?\s?[A-ZÀ-ÖØ-ÞŒ]")
_BEGINNING = re.compile(
    r"[«“\"(*_\[‘—–]*[\s\u00a0\u202f]*[^a-zà-öø-ÿœ\W]|[^\w\s«“\"(*_\[‘—–,;:.!?)]"
)
# Nobody turns to a new line as late as this but at the end of a paragraph.
_LATE = 160
_SHORT = 60
_HELP = "deux espaces à la fin d’une ligne en commencent une autre dans le même paragraphe"


# Lines that say each their own: « Quand : samedi », « 9 h – accueil ».
_LABELLED = re.compile(
    r"\d{1,2}(?:er|re|ère|e|ème)\s[\w’' -]{1,24}\s?:\s|"
    r"\*{0,2}[A-ZÀ-ÖØ-Þ][\w’' -]{0,24}\*{0,2}\s?:\*{0,2}\s|\*{0,2}\d{1,2}\s?[h:]\s?(?:\d\d)?\b"
)
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s)[^*_]{1,60}(?<![\s,;])\1[\s:]*")
_CUT = re.compile(r"(?P<head>(?:^|.*[^\w-])[^\W\d_]{2,})-$")
# What a hyphen holds together at the end of a line too.
_HYPHENATED = re.compile(
    r"(?:peut|celui|celle|ceux|celles|grand|petit|demi|mi|non|sous|après|avant|vice|ex|rendez|porte"
    r"|est|sont|avez|dit|compte|arc|chef|co|auto|inter)",
    re.IGNORECASE,
)
_AFTER_HYPHEN = re.compile(
    r"(?:ci|là|même|mêmes|vous|nous|je|tu|ils?|elles?|on|être|ce|moi|toi|lui|leur|en|y|t)\b"
)


def cut_words(lines: Lines) -> Iterator[Passage]:
    """Find words that the end of a line parts, as in what comes from a PDF."""
    for start, stop in blocks(lines):
        number = start
        while number + 1 < stop:
            joined, below = _joined(lines, number, stop)
            if below > number:
                yield passage(
                    lines,
                    number,
                    below + 1,
                    [joined],
                    code="lignes-reunies",
                    message="le trait d’union qui coupe ce mot resterait au milieu de la ligne",
                    fix="effacez-le, et réunissez les deux lignes",
                    severity=Severity.ADVICE,
                )
            number = below + 1


def _joined(lines: Lines, number: int, stop: int) -> tuple[str, int]:
    """Return a line with those below it that go on with its last word, and the last of these."""
    line = lines[number] or ""
    while number + 1 < stop and _goes_on(line, lines[number + 1] or ""):
        below = (lines[number + 1] or "").lstrip()
        last_word = re.split(r"[\s’']", line[:-1])[-1]
        is_compound = _HYPHENATED.fullmatch(last_word) or _AFTER_HYPHEN.match(below)
        line = f"{line if is_compound else line[:-1]}{below}"
        number += 1
    return line, number


def _goes_on(line: str, below: str) -> bool:
    return bool(_CUT.fullmatch(line)) and below.lstrip()[:1].islower()


def melted_lines(lines: Lines) -> Iterator[Passage]:
    """Find lines that were each a paragraph, and lines of which nobody can tell."""
    for start, stop in blocks(lines):
        written = [line or "" for line in lines[start:stop]]
        if len(written) < 2 or any(map(_SPECIAL.match, written)):
            continue
        if not all(map(_BEGINNING.match, written[1:])):
            continue
        is_sure = _are_paragraphs(written)
        is_told = is_sure or _are_broken_on_purpose(written)
        is_told = is_told or all(map(_LABELLED.match, written))
        if not is_told and not _is_heading(written[0]):
            continue
        yield passage(
            lines,
            start,
            stop,
            "\n\n".join(written).split("\n") if is_sure else (),
            code="lignes-reunies",
            message=f"ces {len(written)} lignes ne feraient qu’un paragraphe",
            fix="laissez une ligne vide entre deux paragraphes",
            help=_HELP,
            severity=Severity.ADVICE,
        )


def _is_heading(line: str) -> bool:
    """Return whether a line in bold, or in capitals, was a heading of what follows."""
    is_loud = line.isupper() and len(line) > 7 and not _SENTENCE_END.search(line)
    return bool(_BOLD_LINE.fullmatch(line)) or is_loud


def _are_paragraphs(written: Sequence[str]) -> bool:
    """Return whether a line is too long to be anything but a whole paragraph."""
    return any(len(line) >= _LATE and _NEXT_SENTENCE.search(line) for line in written)


def _are_broken_on_purpose(written: Sequence[str]) -> bool:
    """Return whether every line ends where the next word would still have had room."""
    width = max(_SHORT, *map(len, written))
    rooms = [len(line) + 1 + len(below.split()[0]) <= width for line, below in pairwise(written)]
    ends = [bool(_SENTENCE_END.search(line)) or len(line) <= _SHORT for line in written[:-1]]
    return len(written) > 2 and sum(rooms) >= len(rooms) - 1 and all(ends)


def laid_out(written: Sequence[str]) -> list[str]:
    """Return the lines of a block of plain text as Markdown: paragraphs, verses or one paragraph.

    A line that ends a sentence ends a paragraph; a shorter one only a line.
    """
    if len(written) < 2 or any(map(_SPECIAL.match, written)):
        return [*written]
    width = max(40, *map(len, written))
    # Lines that were turned by hand begin anywhere in a sentence.
    are_turned = len(written) < 3 or not all(map(_BEGINNING.match, written[1:]))
    out: list[str] = []
    for line, below in zip(written, [*written[1:], ""], strict=True):
        has_room = bool(below) and len(line) + 1 + len(below.split()[0]) <= width
        goes_on = are_turned and not has_room
        if not below or goes_on or not _BEGINNING.match(below):
            out.append(line)
        elif _SENTENCE_END.search(line):
            out += [line, ""]
        else:
            out.append(f"{line}  ")
    return out
