"""Lists between brackets in a front matter: what YAML would refuse or misread in them.

Editors write ``[a, b]``; YAML also lets a list run over several lines. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..problems.findings import Finding, Span
from .loose_quotes import requoted, unwrapped

# Signs that YAML keeps for itself at the start of a value.
RESERVED = "*&!%@`|>,]}"
# Most lists hold neither quotes nor others.
_PLAIN_LIST = re.compile(r"\[[^\[\]{}\"']*\]")
_COMMA = re.compile(",")
_PAIRS = {"[": "]", "{": "}"}
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_NAMES = {"[": "un crochet", "{": "une accolade"}
# More lines or levels than any list of ours has: beyond, a bracket was left open.
_MOST_LINES = 60
_MOST_LEVELS = 3


@dataclass(frozen=True)
class Mend:
    """A finding, and the line or the value as YAML should read it.

    ``is_sure`` is False when a writer may have meant something else.
    """

    finding: Finding
    line: str
    is_sure: bool = True


@dataclass(frozen=True)
class _Scan:
    """How far a list goes: the offset after its last bracket, None when it stays open.

    ``items`` are the offsets of the items of its first level.
    """

    end: int | None
    items: tuple[tuple[int, int], ...]


def double_quoted(value: str) -> str:
    """Return a value between straight quotes, as YAML reads it back."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@lru_cache(maxsize=64)
def _scan(text: str) -> _Scan:
    """Follow brackets and quotes from the bracket that begins ``text``."""
    if plain := _PLAIN_LIST.match(text):
        commas = [sign.start() for sign in _COMMA.finditer(text, 1, plain.end())]
        edges = zip((1, *(at + 1 for at in commas)), (*commas, plain.end() - 1), strict=True)
        return _Scan(plain.end(), tuple(edges))
    closing: list[str] = []
    items: list[tuple[int, int]] = []
    quote, start, at = "", 1, 0
    while at < len(text):
        sign = text[at]
        if quote:
            at += 1 if quote == '"' and sign == "\\" else 0
            quote = "" if sign == quote else quote
        elif sign in "\"'" and text[:at].rstrip(" \n")[-1:] in {"[", "{", ",", ":"}:
            quote = sign
        elif sign in _PAIRS:
            closing.append(_PAIRS[sign])
            if len(closing) > _MOST_LEVELS:
                return _Scan(None, tuple(items))
        elif closing and sign == closing[-1]:
            closing.pop()
            if not closing:
                return _Scan(at + 1, (*items, (start, at)))
        elif sign == "," and len(closing) == 1:
            items.append((start, at))
            start = at + 1
        at += 1
    return _Scan(None, tuple(items))


def lines_of_list(value: str, rest: list[str]) -> int:
    """Return over how many lines the list that ``value`` begins runs: 1 when it never closes."""
    text = value
    for count, line in enumerate(["", *rest[:_MOST_LINES]], start=1):
        if count > 1 and (not line.strip() or not line.startswith((" ", "]", "}"))):
            break
        text += "\n" + line if count > 1 else ""
        if count == 1 or line.rstrip(" ,").endswith(("]", "}")):
            end = _scan(text).end
            if end is not None:
                return count if not text[end:].strip() else 1
    return 1


def list_findings(value: str) -> Iterator[Mend]:
    """Yield what is wrong with the list that ``value`` holds on one line, and its mended text.

    Columns count within ``value``.
    """
    scan = _scan(value)
    if scan.end is None:
        yield _left_open(value)
        return
    after = value[scan.end :].strip()
    if after and not after.startswith("#"):
        yield Mend(
            Finding(
                Span(1, 1, len(value) + 1),
                "liste-ouverte",
                "il y a encore du texte après la fin de la liste",
                "mettez ce texte dans la liste, ou toute la valeur entre guillemets droits",
            ),
            double_quoted(value),
            is_sure=False,
        )
    elif value[0] == "[":
        yield from _items(value, scan)


def _left_open(value: str) -> Mend:
    closing = _PAIRS[value[0]]
    bare = value.rstrip(" ,")
    finding = Finding(
        Span(1, 1, len(value) + 1),
        "liste-ouverte",
        f"une liste ouverte par {_NAMES[value[0]]} n’est jamais refermée",
        f"écrivez {bare}{closing}" if bare != value[0] else f"ajoutez « {closing} » à sa fin",
    )
    return Mend(finding, _closed(bare), is_sure=bare[-1].isalnum())


def _closed(value: str) -> str:
    """Return an open list closed, its items read as plain text."""
    if value[0] == "{":
        return "{}"
    items = [item.strip(" \"'[]") for item in value[1:].split(",")]
    return f"[{', '.join(double_quoted(item) for item in items if item)}]"


def _items(value: str, scan: _Scan) -> Iterator[Mend]:
    """Yield the first thing wrong with an item of a list."""
    for start, end in scan.items:
        item = value[start:end].strip()
        first = start + len(value[start:end]) - len(value[start:end].lstrip())
        span = Span(1, first + 1, max(first + len(item), first + 1) + 1)
        finding = _of_item(item, span, is_last=end == scan.items[-1][1])
        if finding:
            mended = [
                double_quoted(_meant(value[a:b].strip()))
                for a, b in scan.items
                if value[a:b].strip()
            ]
            is_sure = finding.code != "guillemet-ouvert"
            yield Mend(finding, f"[{', '.join(mended)}]", is_sure)
            return


def _meant(item: str) -> str:
    """Return the words of an item, with the quotes that are within it."""
    return requoted(item)[0] if item[0] in "\"'" else unwrapped(item)


def _of_item(item: str, span: Span, *, is_last: bool) -> Finding | None:
    if not item:
        message = "il y a une virgule de trop"
        return None if is_last else Finding(span, "liste-ouverte", message, "effacez-la")
    if item[0] in "\"'":
        if _QUOTED.fullmatch(item):
            return None
        fix = f"écrivez {double_quoted(requoted(item)[0])}"
        return Finding(span, "guillemet-ouvert", "ce guillemet n’entoure pas toute la valeur", fix)
    return None if item[0] in "[{" else _of_plain_item(item, span)


def _of_plain_item(item: str, span: Span) -> Finding | None:
    quoted = double_quoted(unwrapped(item))
    quoting = f"mettez cette valeur entre guillemets droits : {quoted}"
    if ": " in item or item.endswith(":"):
        at = span.column + (item.index(": ") if ": " in item else len(item) - 1)
        message = "ce deux-points coupe la valeur en deux pour l’ordinateur"
        return Finding(Span(1, at, at + 1), "deux-points", message, quoting)
    if " #" in item or item[0] == "#":
        return Finding(span, "diese", "tout ce qui suit le dièse serait perdu", quoting)
    if item[0] in RESERVED or item.startswith(("- ", "? ")):
        message = f"une valeur ne peut pas commencer par « {item[0]} » sans guillemets"
        return Finding(span, "signe-reserve", message, quoting)
    return None
