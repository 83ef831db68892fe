"""Letters that a copy has damaged, and spaces that nobody sees: in any line of a file. Pure."""

import re
from collections.abc import Iterator

from ..content.entry import AnyEntry
from ..problems.findings import Finding, Replacement, Severity, Span


def _byte(sign: str) -> bytes:
    """Return the byte that Windows shows as a sign; of one without a sign, its number's."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(sign)]) if ord(sign) < 0x100 else b""


def _sign(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


# UTF-8 that was read as Windows-1252: a first byte, and those that it announces.
_LATER = "[" + re.escape("".join(_sign(byte) for byte in range(0x80, 0xC0))) + "]"
_BROKEN = re.compile(f"(?:[ÂÃÄÅ]{_LATER}|â{_LATER}{{2}}|ð{_LATER}{{3}})+")
# Signs without width; the one that joins the parts of an emoji is not among them.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\u200c")
_HARD_SPACE = re.compile(r"(?<=[a-zà-öø-ÿœ]{2})[\u00a0\u202f](?=[a-zà-öø-ÿœ]{2})")
# Words that typographers keep together on purpose.
_KEPT = re.compile(r"(?:\b(?:chapitre|article|page|tome|volume|numéro|figure))$", re.IGNORECASE)


def damaged_letters(entry: AnyEntry) -> Iterator[Finding]:
    """Find « Ã© » for « é », signs that nobody sees, and hard spaces between plain words."""
    code = {line + entry.body_line - 1 for line in entry.body.code_lines()}
    for number, line in enumerate(entry.lines, start=1):
        if line.isascii() or number in code:
            continue
        if broken := _BROKEN.search(line):
            yield from _broken(line, number, broken)
        if unseen := _UNSEEN.search(line):
            yield _unseen(line, number, unseen)
        if number >= entry.body_line:
            yield from _hard_spaces(line, number)


def _broken(line: str, number: int, found: re.Match[str]) -> Iterator[Finding]:
    mended = _BROKEN.sub(lambda match: repaired(match[0]), line)
    if mended == line:
        return
    yield Finding(
        Span(number, found.start() + 1, found.end() + 1),
        "lettres-abimees",
        f"« {found[0]} » est une lettre accentuée qu’une copie a abîmée",
        f"écrivez « {repaired(found[0])} »",
        "le texte a été lu dans un autre codage que le sien",
        replacements=(Replacement(Span(number, 1, len(line) + 1), mended),),
    )


def repaired(text: str) -> str:
    """Return a text of UTF-8 that was read as Windows-1252 as it was; the same where it was not."""
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except UnicodeDecodeError:
        return text


def _unseen(line: str, number: int, found: re.Match[str]) -> Finding:
    return Finding(
        Span(number, found.start() + 1, found.end() + 1),
        "caractere-invisible",
        f"un caractère invisible (U+{ord(found[0]):04X}) s’est glissé dans cette ligne",
        "effacez-le, ou retapez la ligne",
        severity=Severity.ADVICE,
        replacements=(Replacement(Span(number, 1, len(line) + 1), _UNSEEN.sub("", line)),),
    )


def _hard_spaces(line: str, number: int) -> Iterator[Finding]:
    found = [one for one in _HARD_SPACE.finditer(line) if not _KEPT.search(line[: one.start()])]
    if not found:
        return
    mended = list(line)
    for one in found:
        mended[one.start()] = " "
    more = f" ({len(found)} dans cette ligne)" if len(found) > 1 else ""
    yield Finding(
        Span(number, found[0].start() + 1, found[0].end() + 1),
        "mots-insecables",
        f"cette espace empêcherait la ligne de se couper ici{more}",
        "remplacez-la par une espace ordinaire",
        "venue d’un copier-coller, elle ne se voit pas ; le site pose lui-même celles qu’il faut",
        severity=Severity.ADVICE,
        replacements=(Replacement(Span(number, 1, len(line) + 1), "".join(mended)),),
    )
