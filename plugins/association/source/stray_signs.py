"""Signs that nobody sees and that machines trip over, most often brought by a copy. Pure."""

import re

from ..problems.findings import Finding, Replacement, Span

# Controls, and the separators that some programs take for the end of a line.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# Signs that turn the order of what follows: words and addresses then read otherwise than they are.
REORDERING = "\u202a-\u202e\u2066-\u2069"
_OF_A_TEXT = re.compile(f"{_CONTROLS.pattern}|[{REORDERING}]")
# Those among them that part lines or words: a space stands for them.
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
# Signs without width: harmless in a text, but not within the name of a field or a value.
_WITHOUT_WIDTH = re.compile(f"[\u00ad\u200b\u2060\ufeff{REORDERING}]")


def stray_in_field(line: str, number: int) -> tuple[Finding, str] | None:
    """Return the finding for the first stray sign of a line of the front matter, and the line
    without such signs; None when there is none.
    """
    for signs in (_CONTROLS, _WITHOUT_WIDTH):
        if match := signs.search(line):
            rest = _WITHOUT_WIDTH.sub("", _CONTROLS.sub("", _BREAKS.sub(" ", line)))
            return _finding(match, number), rest
    return None


def stray_in_text(line: str, number: int) -> Finding | None:
    """Return the finding for the first control of a line of the body, or None."""
    match = _OF_A_TEXT.search(line)
    if match is None:
        return None
    return _lost_letter(line, match, number) or _finding(match, number)


def _lost_letter(line: str, match: re.Match[str], number: int) -> Finding | None:
    """Return the finding for a letter of Mac OS Roman that was read as a control."""
    before, after = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
    if not "\x80" <= match[0] <= "\x9f" or before in {"Ã", "Â", "â"}:
        return None
    letter = match[0].encode("latin-1").decode("mac_roman")
    if not letter.isalpha() or not (before.isalpha() or after.isalpha()):
        return None
    span = Span(number, match.start() + 1, match.end() + 1)
    return Finding(
        span,
        "caractere-invisible",
        f"un caractère invisible (U+{ord(match[0]):04X}) tient la place d’une lettre",
        f"écrivez « {letter} »",
        replacements=(Replacement(span, letter),),
    )


def _finding(match: re.Match[str], number: int) -> Finding:
    span = Span(number, match.start() + 1, match.end() + 1)
    if re.match(f"[{REORDERING}]", match[0]):
        return _reordering(match, span)
    return Finding(
        span,
        "caractere-invisible",
        f"un caractère invisible (U+{ord(match[0]):04X}) s’est glissé dans cette ligne",
        "effacez-le, ou retapez la ligne",
        replacements=(Replacement(span, " " if _BREAKS.match(match[0]) else ""),),
    )


def _reordering(match: re.Match[str], span: Span) -> Finding:
    """Return the finding for a sign that turns what follows: its whole line is mended."""
    rest = re.sub(f"[{REORDERING}]", "", match.string)
    return Finding(
        span,
        "caractere-invisible",
        f"un caractère invisible (U+{ord(match[0]):04X}) retourne l’ordre des lettres",
        "effacez-le, ou retapez la ligne",
        "ce qui se lit n’est plus ce qui est écrit : un nom, une adresse peuvent tromper",
        replacements=(Replacement(Span(span.line, 1, len(match.string) + 1), rest),),
    )
