"""Signs that nobody sees, written as a code: « &#8238; » or, in a field, « \\u202e ». Pure."""

import html
import re
from collections.abc import Iterator

from ..content.entry import AnyEntry
from ..problems.findings import Finding, Replacement, Span
from ..source.stray_signs import REORDERING

# What no page needs: controls, signs without width, those that turn the order of letters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028\u2029\u2060-\u2064"
    f"\u206a-\u206f\u3164\ufeff\ufff9-\ufffc{REORDERING}]|[\U000e0000-\U000e007f]"
)
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,32});")
# YAML 1.2, section 5.7: the escapes of a text between double quotes.
_ESCAPE = re.compile(r"\\(?:\\|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abvfreLPN])")
_SHORT = dict(zip("0abvfreLPN", "\0\a\b\v\f\r\x1b\u2028\u2029\x85", strict=True))


def escaped_signs(entry: AnyEntry) -> Iterator[Finding]:
    """Find signs that nobody sees, and that only a code of letters and digits writes."""
    code = {line + entry.body_line - 1 for line in entry.body.code_lines()}
    for number, line in enumerate(entry.lines, start=1):
        if number < entry.body_line:
            yield from _of_field(line, number) if "\\" in line else ()
        elif number not in code and "&" in line:
            yield from _of_text(line, number)


def _of_text(line: str, number: int) -> Iterator[Finding]:
    for entity in _ENTITY.finditer(line):
        if _UNSEEN.search(html.unescape(entity[0])) and line[: entity.start()].count("`") % 2 == 0:
            yield _finding(entity, number)


def _of_field(line: str, number: int) -> Iterator[Finding]:
    for escape in _ESCAPE.finditer(line) if '"' in line else ():
        written = escape[0][1:]
        if written[:1] in "xuU":
            point = int(written[1:], 16)
            sign = chr(point) if point < 0x110000 else ""
        else:
            sign = _SHORT.get(written, "")
        if _UNSEEN.match(sign):
            yield _finding(escape, number)


def _finding(found: re.Match[str], number: int) -> Finding:
    span = Span(number, found.start() + 1, found.end() + 1)
    return Finding(
        span,
        "caractere-invisible",
        f"« {found[0]} » écrit un signe que personne ne voit",
        "effacez-le",
        replacements=(Replacement(span, ""),),
    )
