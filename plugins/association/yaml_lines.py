"""What YAML would misread without a word, found line by line before YAML reads.

A French sentence has a space before its colon, a hash cuts a title, a tab or a no-break space is
invisible: each is said with its place, and the line is mended in memory so that the rest of the
file is checked too. Pure.
"""

import re
from collections.abc import Iterator

from .findings import Finding, Span

_KEY = re.compile(r"^(?P<lead>[\s-]*)(?P<key>[A-Za-zÀ-ÿ_]+)(?P<colon>[ \u00a0\u202f]*:)")
_BLOCK_SCALAR = re.compile(r"^[|>][-+0-9]*\s*$")
_QUOTED = re.compile(r"^(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<rest>.*)$")
# Signs that YAML keeps for itself at the start of a value.
_RESERVED = "*&!%@`"
_NO_BREAK = "\u00a0\u202f\u2007"


def mended(lines: list[str]) -> tuple[list[str], list[Finding]]:
    """Return the lines as YAML should read them, and a finding for each line that was mended."""
    result: list[str] = []
    findings: list[Finding] = []
    block_indent: int | None = None
    for number, line in enumerate(lines, start=1):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None and (not line.strip() or indent > block_indent):
            result.append(line)
            continue
        block_indent = None
        mended_line, found = _mended_line(line, number)
        findings += found
        result.append(mended_line)
        if _BLOCK_SCALAR.match(_value_of(mended_line)[1]):
            block_indent = len(mended_line) - len(mended_line.lstrip(" "))
    return result, findings


def _mended_line(line: str, number: int) -> tuple[str, list[Finding]]:
    if line.lstrip(" \t" + _NO_BREAK).startswith("#"):
        return line, []
    findings = []
    for check in (_blanks, _missing_space, _value):
        for finding, mended_line in check(line, number):
            findings.append(finding)
            line = mended_line
    return line, findings


def _blanks(line: str, number: int) -> Iterator[tuple[Finding, str]]:
    """Find tabs and no-break spaces where YAML wants plain spaces."""
    lead = re.match(rf"^[\s{_NO_BREAK}]*", line)
    width = lead.end() if lead else 0
    if "\t" in line[:width]:
        column = line.index("\t") + 1
        line = line[:width].replace("\t", "  ") + line[width:]
        yield (
            Finding(
                Span(number, column, width + 1),
                "tabulation",
                "une tabulation décale cette ligne",
                "remplacez-la par deux espaces",
            ),
            line,
        )
    elif any(sign in line[:width] for sign in _NO_BREAK):
        line = " " * width + line[width:]
        yield (
            Finding(
                Span(number, 1, width + 1),
                "espace-insecable",
                "des espaces insécables décalent cette ligne",
                "effacez-les et tapez des espaces ordinaires",
            ),
            line,
        )


def _missing_space(line: str, number: int) -> Iterator[tuple[Finding, str]]:
    """Find ``titre:Journée`` and ``titre:`` followed by a tab or a no-break space."""
    key = _KEY.match(line)
    if not key or not line[key.end() :].strip() or line[key.end()] == " ":
        return
    after = line[key.end() :]
    if after.startswith("//") or after[0] == ":":
        return
    value = after.lstrip("\t" + _NO_BREAK + " ")
    yield (
        Finding(
            Span(number, key.start("key") + 1, key.end() + 1),
            "espace-apres-deux-points",
            f"il manque une espace ordinaire après « {key['key']}: »",
            f"écrivez « {key['key']}: {value} »",
        ),
        f"{line[: key.end()]} {value}",
    )


def _value_of(line: str) -> tuple[int, str]:
    """Return the offset and the text of the value of ``clé: valeur`` or ``- valeur``."""
    key = _KEY.match(line)
    if key and (key.end() == len(line) or line[key.end()] in " \t") and not _is_sentence(key):
        start = key.end()
    else:
        item = re.match(r"^ *(?:-[ ]+)+", line)
        if not item:
            return len(line), ""
        start = item.end()
    start += len(line[start:]) - len(line[start:].lstrip(" "))
    return start, line[start:].rstrip()


def _is_sentence(key: re.Match[str]) -> bool:
    """Return whether ``- mot : suite`` is a French sentence in a list rather than a field."""
    return key["lead"].strip().startswith("-") and len(key["colon"]) > 1


def _value(line: str, number: int) -> Iterator[tuple[Finding, str]]:
    """Find what YAML would cut or take for its own in a value without quotes."""
    start, value = _value_of(line)
    if not value or value[0] in "[{|>#":
        return
    if value[0] in "\"'":
        yield from _after_quotes(line, number, start, value)
        return
    span = Span(number, start + 1, start + len(value) + 1)
    mend = f"mettez toute la valeur entre guillemets droits : {_double_quoted(value)}"
    mended_line = line[:start] + _double_quoted(value)
    if re.search(r":(?:\s|$)", value):
        at = start + re.search(r":(?:\s|$)", value).start() + 1  # type: ignore[union-attr]
        yield (
            Finding(
                Span(number, at, at + 1),
                "deux-points",
                "ce deux-points coupe la valeur en deux pour l’ordinateur",
                mend,
            ),
            mended_line,
        )
    elif " #" in value:
        at = start + value.index(" #") + 2
        yield (
            Finding(
                Span(number, at, start + len(value) + 1),
                "diese",
                "tout ce qui suit le dièse serait perdu",
                mend,
                "un commentaire s’écrit seul sur sa ligne",
            ),
            mended_line,
        )
    elif value[0] in _RESERVED or value.startswith(("- ", "? ")):
        yield (
            Finding(
                span,
                "signe-reserve",
                f"une valeur ne peut pas commencer par « {value[0]} » sans guillemets",
                mend,
            ),
            mended_line,
        )


def _after_quotes(line: str, number: int, start: int, value: str) -> Iterator[tuple[Finding, str]]:
    """Find ``"Journée" à Paris`` and a quote that is opened and not closed on its line."""
    quoted = _QUOTED.match(value)
    if quoted and (not quoted["rest"].strip() or quoted["rest"].lstrip().startswith("#")):
        return
    bare = value.strip(value[0]).replace(value[0], "’" if value[0] == "'" else "”")
    span = Span(number, start + 1, start + len(value) + 1)
    mended_line = line[:start] + _double_quoted(bare)
    says = (
        "il y a encore du texte après le guillemet fermant"
        if quoted
        else "ce guillemet est ouvert et jamais refermé"
    )
    fix = f"écrivez {_double_quoted(bare)}"
    yield Finding(span, "guillemet-ouvert", says, fix), mended_line


def _double_quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
