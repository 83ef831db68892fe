"""What YAML would misread without a word, found line by line before YAML reads.

A French sentence has a space before its colon, a hash cuts a title, a tab or a no-break space is
invisible: each is said with its place, and the line is mended in memory so that the rest of the
file is checked too. Lists between brackets are the matter of ``yaml_lists``. Pure.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..problems.findings import Finding, Span
from .loose_quotes import requoted, unwrapped
from .stray_signs import stray_in_field
from .yaml_lists import RESERVED, Mend, double_quoted, lines_of_list, list_findings

_KEY = re.compile(r"^(?P<lead>[\s-]*)(?P<key>[^\W\d][\w-]*)(?P<colon>[ \u00a0\u202f]*:)")
_BLOCK_SCALAR = re.compile(r"^[|>](?:[-+]?[1-9]?|[1-9][-+])\s*$")
_QUOTED = re.compile(r"^(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<rest>.*)$")
_LETTER = "[A-Za-z0-9À-ÖØ-öø-ÿœŒ]"
_WORDS = rf"{_LETTER}(?:[A-Za-z0-9À-ÖØ-öø-ÿœŒ ,.’()/_-]|(?<=\d):(?=\d))*"
_BARE_ITEM = rf"{_LETTER}(?:[A-Za-z0-9À-ÖØ-öø-ÿœŒ .’()/_-]*{_LETTER})?"
_ITEM = rf'(?:{_BARE_ITEM}|"{_BARE_ITEM}")'
# A field and its words, alone, between quotes or in a list, without any sign that could mean more:
# most lines are so.
_PLAIN_FIELD = re.compile(rf' {{0,4}}[a-z_]+: (?:{_WORDS}|"{_WORDS}"|\[{_ITEM}(?:, {_ITEM})*\])')
_BULLET = re.compile(
    r"^ *(?P<sign>[*•–—·-])(?:(?<!-)[ \u00a0\u202f]+|(?<=-)(?=[^\s-]))(?P<rest>.+)$"
)
_COLON = re.compile(r":(?:\s|$)")
_BLANKS = re.compile(r"^[\s\u00a0\u202f\u2007]*")
_OWNER = re.compile(r"^\s*(?:- |[^\W\d][\w-]*\s?:(?:\s|$))")
_NO_BREAK = "\u00a0\u202f\u2007"
# No field of ours lies deeper; a line that begins further right was pasted from elsewhere.
_DEEPEST = 40
# A value between quotes runs over no more lines.
_MOST_LINES_OF_A_VALUE = 20
# What is shorter is a word, a date or a number, which no next line goes on with.
_FEWEST_WORDS = 3


@dataclass(frozen=True)
class Mended:
    """Lines as YAML should read them, a finding for each thing that was mended in them.

    ``guessed`` are the numbers of the lines that a writer may have meant otherwise.
    """

    lines: list[str]
    findings: list[Finding]
    guessed: frozenset[int]


def mended(lines: list[str]) -> Mended:
    """Return the lines as YAML should read them."""
    result: list[str] = []
    findings: list[Finding] = []
    guessed: set[int] = set()
    while len(result) < len(lines):
        number = len(result) + 1
        if _PLAIN_FIELD.fullmatch(lines[number - 1]):
            result.append(lines[number - 1])
            continue
        rest = lines[number:]
        line, mends = _mended_line(lines[number - 1], number, result, rest)
        findings += [mend.finding for mend in mends]
        guessed |= {number for mend in mends if not mend.is_sure}
        result.append(line)
        result += rest[: _lines_left_alone(line, rest)]
    return Mended(result, findings, frozenset(guessed))


def _lines_left_alone(line: str, rest: list[str]) -> int:
    """Return how many of the lines after ``line`` belong to its text or list as they are."""
    value = _value_of(line)[1]
    if _BLOCK_SCALAR.match(value):
        indent = _indent(line)
        inside = (not below.strip() or _indent(below) > indent for below in rest)
        return next((n for n, within in enumerate(inside) if not within), len(rest))
    if value[:1] in {'"', "'"} and not _QUOTED.match(value):
        return _lines_of_quote(value, rest)
    return lines_of_list(value, rest) - 1 if value[:1] in {"[", "{"} else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _mended_line(
    line: str, number: int, above: list[str], below: list[str]
) -> tuple[str, list[Mend]]:
    if line.lstrip(" \t" + _NO_BREAK)[:1] in {"", "#"}:
        return "", []
    checks: tuple[Callable[[str], Iterator[Mend]], ...] = (
        lambda line: _stray_signs(line, number),
        lambda line: _blanks(line, number),
        lambda line: _stray_quote(line, number),
        lambda line: _missing_space(line, number, below),
        lambda line: _bullet(line, number, above),
        lambda line: _value(line, number, below),
        lambda line: _no_field(line, number, above),
    )
    mends: list[Mend] = []
    for check in checks:
        for mend in check(line):
            mends.append(mend)
            line = mend.line
    return line, mends


def _stray_signs(line: str, number: int) -> Iterator[Mend]:
    if stray := stray_in_field(line, number):
        yield Mend(*stray)


def _blanks(line: str, number: int) -> Iterator[Mend]:
    """Find tabs and no-break spaces where YAML wants plain spaces."""
    lead = _BLANKS.match(line)
    width = lead.end() if lead else 0
    if width == len(line):
        return
    if "\t" in line[:width]:
        start = line.index("\t")
        line = line[:width].replace("\t", "  ") + line[width:]
        yield Mend(
            Finding(
                Span(number, start + 1, width + 1),
                "tabulation",
                "une tabulation décale cette ligne",
                "remplacez-la par des espaces, ou effacez-la au bord gauche",
            ),
            line,
        )
    elif line[:width].strip(" "):
        yield Mend(
            Finding(
                Span(number, 1, width + 1),
                "espace-insecable",
                "des espaces qui ne sont pas ordinaires décalent cette ligne",
                "effacez-les et tapez des espaces ordinaires",
            ),
            " " * width + line[width:],
        )
    elif width > _DEEPEST:
        yield Mend(
            Finding(
                Span(number, 1, width + 1),
                "alignement",
                "cette ligne commence très loin du bord",
                "décalez-la de deux espaces de plus que le champ dont elle dépend",
            ),
            line.lstrip(),
            is_sure=False,
        )


def _stray_quote(line: str, number: int) -> Iterator[Mend]:
    """Find a quote before the name of a field, most often slipped from the line above."""
    start = _indent(line)
    if line[start : start + 1] in {'"', "'"} and _OWNER.match(line[start + 1 :]):
        yield Mend(
            Finding(
                Span(number, start + 1, start + 2),
                "guillemet-ouvert",
                "ce guillemet n’a pas sa place devant le nom d’un champ",
                "effacez-le",
            ),
            line[:start] + line[start + 1 :],
        )


def _missing_space(line: str, number: int, below: list[str]) -> Iterator[Mend]:
    """Find ``titre:Journée`` and ``titre:`` with a tab or a no-break space around its colon."""
    key = _KEY.match(line)
    if key and key["colon"].strip(" :"):
        yield Mend(
            Finding(
                Span(number, key.start("colon") + 1, key.end("colon")),
                "espace-insecable",
                f"une espace insécable suit « {key['key']} »",
                f"écrivez « {key['key']}: »",
            ),
            f"{line[: key.start('colon')]}:{line[key.end() :]}",
        )
        return
    if not key or not line[key.end() :].strip() or line[key.end()] == " ":
        return
    after = line[key.end() :]
    if after.startswith("//") or after[0] == ":":
        return
    value = after.lstrip("\t" + _NO_BREAK + " ")
    blank = len(after) - len(value)
    message = (
        f"ce qui suit « {key['key']}: » ressemble à une espace, mais n’en est pas une"
        if blank
        else f"il manque une espace après « {key['key']}: »"
    )
    span = Span(number, key.end() + 1, key.end() + 1 + blank) if blank else None
    yield Mend(
        Finding(
            span or Span(number, key.start("key") + 1, key.end() + 1),
            "espace-apres-deux-points",
            message,
            f"écrivez « {key['key']}: {value} »",
        ),
        line[: key.end()] if _has_fields_under(line, below) else f"{line[: key.end()]} {value}",
    )


def _has_fields_under(line: str, below: list[str]) -> bool:
    """Return whether the line after a field belongs to it: the field has no value of its own."""
    after = next((text for text in below if text.strip()), "")
    return _indent(after) > _indent(line) and bool(_COLON.search(after))


def _bullet(line: str, number: int, above: list[str]) -> Iterator[Mend]:
    """Find ``* valeur``, ``• valeur`` and ``-valeur`` where a list has its dash."""
    bullet = _BULLET.match(line)
    last = next((text for text in reversed(above) if text.strip()), "").strip()
    if not bullet or not (last.endswith(":") or last.startswith("- ")):
        return
    at = bullet.start("sign")
    mended_line = f"{line[:at]}- {bullet['rest']}"
    yield Mend(
        Finding(
            Span(number, at + 1, at + 2),
            "puce",
            "une liste s’écrit avec un tiret et une espace",
            f"écrivez « - {bullet['rest'].rstrip()} »",
        ),
        mended_line,
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


def _value(line: str, number: int, below: list[str]) -> Iterator[Mend]:
    """Find what YAML would cut or take for its own in a value without quotes."""
    start, value = _value_of(line)
    if not value or _BLOCK_SCALAR.match(value):
        return
    if value[0] in "[{":
        if lines_of_list(value, below) > 1:
            return
        for mend in list_findings(value):
            finding = _at(mend.finding, number, start)
            yield Mend(finding, line[:start] + mend.line, mend.is_sure)
    elif value[0] in "\"'":
        yield from _after_quotes(line, number, start, value, below)
    else:
        bare = _has_fields_under(line, below)
        for finding in _plain(value):
            mended_value = "" if bare else double_quoted(unwrapped(value))
            yield Mend(_at(finding, number, start), line[:start] + mended_value)


def _at(finding: Finding, number: int, start: int) -> Finding:
    """Return a finding of a value as one of the line ``number``, where the value has an offset."""
    span = Span(number, finding.span.column + start, finding.span.end_column + start)
    return Finding(span, finding.code, finding.message, finding.fix, finding.help)


def _plain(value: str) -> Iterator[Finding]:
    """Find the first sign that has a meaning in a value without quotes."""
    mend = f"mettez toute la valeur entre guillemets droits : {double_quoted(unwrapped(value))}"
    colon = _COLON.search(value)
    if value[0] == "#" or " #" in value:
        at = 0 if value[0] == "#" else value.index(" #") + 1
        yield Finding(
            Span(1, at + 1, len(value) + 1),
            "diese",
            "tout ce qui suit le dièse serait perdu",
            mend,
            "un commentaire s’écrit seul sur sa ligne",
        )
    elif colon:
        yield Finding(
            Span(1, colon.start() + 1, colon.start() + 2),
            "deux-points",
            "ce deux-points coupe la valeur en deux pour l’ordinateur",
            mend,
        )
    elif value[0] in RESERVED or value.startswith(("- ", "? ")):
        yield Finding(
            Span(1, 1, 2),
            "signe-reserve",
            f"une valeur ne peut pas commencer par « {value[0]} » sans guillemets",
            mend,
        )


def _after_quotes(
    line: str, number: int, start: int, value: str, below: list[str]
) -> Iterator[Mend]:
    """Find ``"Journée" à Paris`` and a quote that is opened and not closed on its line."""
    quoted = _QUOTED.match(value)
    if quoted and (not quoted["rest"].strip() or quoted["rest"].lstrip().startswith("#")):
        return
    if _lines_of_quote(value, below):
        return
    bare, is_sure = requoted(value)
    message = (
        "il y a encore du texte après le guillemet fermant"
        if quoted
        else "ce guillemet est ouvert et jamais refermé"
    )
    span = Span(number, start + 1, start + len(value) + 1)
    finding = Finding(span, "guillemet-ouvert", message, f"écrivez {double_quoted(bare)}")
    yield Mend(finding, line[:start] + double_quoted(bare), is_sure)


def _lines_of_quote(value: str, below: list[str]) -> int:
    """Return over how many lines more a quoted value runs, all indented: 0 when it never closes."""
    for count, line in enumerate(below[:_MOST_LINES_OF_A_VALUE], start=1):
        if not line.startswith(" ") or _OWNER.match(line):
            return 0
        value += f" {line.strip()}"
        if (quoted := _QUOTED.match(value)) and not quoted["rest"].strip():
            return count
    return 0


def _no_field(line: str, number: int, above: list[str]) -> Iterator[Mend]:
    """Find a line that is neither a field, nor an item, nor the rest of the text above it."""
    text = line.strip()
    if not text or text.startswith(("- ", '"', "'", "?")) or text == "-" or _COLON.search(text):
        return
    if _KEY.match(line) or _goes_on(line, above):
        return
    word, equals, value = text.partition("=")
    key = "" if equals else _text_above(line, above)
    finding = Finding(
        Span(number, _indent(line) + 1, len(line.rstrip()) + 1),
        "ligne-incomprise",
        f"cette ligne n’est pas un champ ; est-ce la suite de « {key} » ?"
        if key
        else "cette ligne n’est pas de la forme « champ: valeur »",
        "décalez-la de deux espaces, ou écrivez toute la valeur sur une seule ligne"
        if key
        else f"écrivez « {word.strip()}: {value.strip()} »"
        if equals
        else "ajoutez un deux-points après le nom du champ",
        f"si c’est un champ, ajoutez un deux-points après son nom : « {text.split()[0]}: … »"
        if key
        else "",
    )
    yield Mend(finding, f"  {line}" if key else "", is_sure=False)


def _text_above(line: str, above: list[str]) -> str:
    """Return the name of the field whose text, of several words, ends right above a line."""
    last = above[-1] if above else ""
    key = _KEY.match(last)
    value = _value_of(last)[1]
    is_text = len(value.split()) >= _FEWEST_WORDS and value[0] not in "[{\"'|>"
    return key["key"] if key and is_text and _indent(last) == _indent(line) else ""


def _goes_on(line: str, above: list[str]) -> bool:
    """Return whether a line goes on with the text of a field or an item written above it."""
    owner = next((text for text in reversed(above) if _OWNER.match(text)), "")
    start = _value_of(owner)[1]
    key = _KEY.match(owner)
    depth = len(key["lead"]) if key else _indent(owner)
    return _indent(line) > depth and start[:1] not in {"[", "{", '"', "'"}
