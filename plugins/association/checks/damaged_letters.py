"""Letters that a copy has damaged, and spaces that nobody sees: in any line of a file. Pure."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial

from ..content.entry import AnyEntry
from ..problems.findings import Finding, Replacement, Severity, Span
from ..source.stray_signs import stray_in_text

# The code pages that UTF-8 is read as by mistake: Windows in the West and in the middle of Europe,
# its consoles, and old Macs.
_CODE_PAGES = ("cp1252", "cp1250", "cp850", "cp437", "mac_roman")
# The first bytes of letters of two, three and four bytes that French has.
_FIRST_BYTES = ((0xC2, 0xC6), (0xE2, 0xE3), (0xF0, 0xF1))


def _byte(sign: str, code_page: str) -> bytes:
    """Return the byte that a code page shows as a sign; of one without a sign, its number's."""
    try:
        return sign.encode(code_page)
    except UnicodeEncodeError:
        return bytes([ord(sign)]) if ord(sign) < 0x100 else b""


def _signs(first: int, last: int, code_page: str) -> str:
    """Return the set of the signs that a code page shows for the bytes from one to another."""
    shown = (bytes([byte]).decode(code_page, "ignore") or chr(byte) for byte in range(first, last))
    return f"[{re.escape(''.join(shown))}]"


def _read_as(code_page: str) -> str:
    """Return how UTF-8 looks in a code page: a first byte, and those that it announces."""
    later = _signs(0x80, 0xC0, code_page)
    firsts = [_signs(*bounds, code_page) for bounds in _FIRST_BYTES]
    return f"(?:{'|'.join(f'{first}{later}{{{n}}}' for n, first in enumerate(firsts, 1))})+"


_BROKEN = re.compile("|".join(map(_read_as, _CODE_PAGES)))
# What French is written with, beyond plain letters: accents, quotes, dashes, emoji.
_OF_FRENCH = re.compile(
    "[\u00a0-ÿŒœŸ\u2010-\u203a\u202f€™→•…\u2600-\u27bf\ufe0f\ufeff\U0001f300-\U0001faff]+"
)
# Signs without width, or empty ones; what joins and colours the parts of an emoji, and the letters
# of a flag, are not among them, nor what turns the order of letters, which is refused in any text.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064"
    "\u206a-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffc\U000e0100-\U000e01ef]|\u200c"
    r"|(?<=[^\W_])\u200d(?=[^\W_])"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
_HARD_SPACE = re.compile(
    r"(?<=[a-zà-öø-ÿœ]{2}|[a-zà-öø-ÿœ],)[\u00a0\u2007\u2009\u202f](?=[a-zà-öø-ÿœ]{2})"
)
# What each of these begins with, to pass over quickly the lines without.
_DOUBTFUL = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2007\u2009\u200b-\u200f\u202f"
    "\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffd\U000e0000-\U000e01ef]|"
    + "|".join(_signs(*bounds, code_page) for code_page in _CODE_PAGES for bounds in _FIRST_BYTES)
)
# Letters of old machines (Mac OS Roman, code page 850) that Windows shows as signs within a word.
_OLD = re.compile(
    r"(?<=[a-zà-öø-ÿ])[Ž‚](?=[a-zà-öø-ÿ])|(?<=[A-Za-z])Ú(?=[a-z])|(?<=[a-zà-öø-ÿ])[ŽÚ]\b"
    r"|\bŽ(?=t|c|l[eè])"
)
# Two letters drawn as one, marks that look like an apostrophe, entities whose « & » was escaped.
_DRAWN = re.compile("[\ufb00-\ufb04]")
_APOSTROPHE = re.compile(
    "(?<=[^\\W\\d_])(?<![ÂÃÄÅâ])[\u00b4\u02bc\u2032](?=[^\\W\\d_])"
    r"|(?<![`\w])(?P<elided>[ldjmtnscLDJMTNSC]|[Qq]u|jusqu|lorsqu|puisqu|quelqu|[Aa]ujourd)`(?=[^\W\d_])"
)
_ENTITY = re.compile(r"&amp;(?P<entity>(?:#\d{2,5}|[A-Za-z]{2,8});)")
_QUESTION = re.compile(r"(?<=[a-zà-öø-ÿ])\?(?=[a-zà-öø-ÿ])")
_ADDRESS_BEFORE = re.compile(r"(?:://|www\.|\]\()\S*$")
# Words that typographers keep together on purpose.
_KEPT = re.compile(r"(?:\b(?:chapitre|article|page|tome|volume|numéro|figure))$", re.IGNORECASE)


def damaged_letters(entry: AnyEntry) -> Iterator[Finding]:
    """Find « Ã© » for « é », signs that nobody sees, and hard spaces between plain words.

    Code is shown as it stands, but in the order that it is written in.
    """
    code = {line + entry.body_line - 1 for line in entry.body.code_lines()}
    for number, line in enumerate(entry.lines, start=1):
        if number in code:
            if stray := stray_in_text(line, number):
                yield stray
            continue
        if number >= entry.body_line:
            yield from _read_otherwise(line, number)
        if not _DOUBTFUL.search(line):
            continue
        if broken := _BROKEN.search(line):
            yield from _broken(line, number, broken)
        if "\ufffd" in line:
            yield _lost(line, number)
        if line.rstrip().endswith("\u00ad") and number < len(entry.lines):
            yield _cut_word(line, number, entry.lines[number])
        elif unseen := _UNSEEN.search(line):
            yield _unseen(line, number, unseen)
        if number >= entry.body_line:
            yield from _hard_spaces(line, number)


def _read_otherwise(line: str, number: int) -> Iterator[Finding]:
    """Find letters and apostrophes that became other signs, one of each kind a line."""
    if any(sign in line for sign in "Ž‚Ú"):
        yield from _replaced(line, number, _OLD, lambda _: "é", "une lettre accentuée abîmée")
    if _DRAWN.search(line):
        shape = partial(unicodedata.normalize, "NFKC")
        yield from _replaced(line, number, _DRAWN, lambda m: shape(m[0]), "deux lettres en une")
    if any(sign in line for sign in "`\u00b4\u02bc\u2032"):
        yield from _replaced(
            line, number, _APOSTROPHE, lambda m: f"{m['elided'] or ''}’", "une fausse apostrophe"
        )
    if "&amp;" in line:
        sign = {"nbsp;": " "}
        yield from _replaced(
            line,
            number,
            _ENTITY,
            lambda m: sign.get(m["entity"], html.unescape(f"&{m['entity']}")),
            "un signe écrit en code",
        )
    for found in _QUESTION.finditer(line) if "?" in line else ():
        if not _ADDRESS_BEFORE.search(line, 0, found.start()):
            yield Finding(
                Span(number, found.start() + 1, found.end() + 1),
                "lettres-abimees",
                "ce point d’interrogation tient peut-être la place d’une lettre accentuée",
                "retapez la lettre, ou laissez une espace après le signe",
                severity=Severity.ADVICE,
            )
            return


def _replaced(
    line: str,
    number: int,
    look: re.Pattern[str],
    better: Callable[[re.Match[str]], str],
    what: str,
) -> Iterator[Finding]:
    found = look.search(line)
    # Between accents grave stands code.
    if found is None or line[: found.start()].count("`") % 2 or better(found) == found[0]:
        return
    mended = look.sub(better, line)
    yield Finding(
        Span(number, found.start() + 1, found.end() + 1),
        "lettres-abimees",
        f"« {found[0]} » est {what}",
        f"écrivez « {better(found)} »",
        severity=Severity.ADVICE,
        replacements=(Replacement(Span(number, 1, len(line) + 1), mended),),
    )


def _lost(line: str, number: int) -> Finding:
    start = line.index("\ufffd")
    return Finding(
        Span(number, start + 1, start + 2),
        "lettres-abimees",
        "une lettre s’est perdue ici : « \ufffd » s’afficherait à sa place",
        "retapez-la",
        "le texte a été lu dans un autre codage que le sien",
    )


def _cut_word(line: str, number: int, below: str) -> Finding:
    start = line.rstrip().rindex("\u00ad")
    joined = _UNSEEN.sub("", line).rstrip() + _UNSEEN.sub("", below).lstrip()
    return Finding(
        Span(number, start + 1, start + 2),
        "caractere-invisible",
        "un trait d’union invisible (U+00AD) coupe ce mot en fin de ligne",
        "effacez-le, et réunissez les deux lignes",
        severity=Severity.ADVICE,
        replacements=(Replacement(Span(number, 1, len(below) + 1), joined, 1),),
    )


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
    """Return a text of UTF-8 that was read in another code page; the same where it was not."""
    for code_page in _CODE_PAGES:
        try:
            meant = b"".join(_byte(sign, code_page) for sign in text).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if _OF_FRENCH.fullmatch(meant):
            return meant
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
