"""A value with quotes where YAML wants none, or others: the words that were meant. Pure."""

import re

_BEFORE_OPENING = " \u00a0\u202f([{«“-–—’'/"
_AFTER_CLOSING = " \u00a0\u202f.,;:!?…)]}»”-–—/"
_CURLY = re.compile(r"[“„‟]([^“”„‟\"]*)[”“‟\"]|[‘‚]([^‘’‚']*)[’']|\"([^“”„‟\"]*)”")


def unwrapped(value: str) -> str:
    """Return a value without the curly quotes that a word processor made of straight ones."""
    curly = _CURLY.fullmatch(value)
    return next(filter(None, curly.groups()), value).strip() if curly else value


def requoted(value: str) -> tuple[str, bool]:
    """Return the words of a value whose straight quotes YAML refuses, and whether that is sure.

    The quotes around the whole value go; those of a quotation within become guillemets, or curly
    quotes within guillemets.
    """
    sign = value[0]
    text = value.replace(f"\\{sign}", sign)
    if sign == "'":
        text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    pairs, lone = _paired(text, sign)
    is_sure = not lone
    if lone == [0]:
        # Opened at the beginning of the value, and never closed.
        is_sure = True
    elif lone and len(text) > 1 and text.endswith(sign):
        pairs, lone = _paired(text[1:-1], sign)
        text, is_sure = text[1:-1], not lone
    return _rewritten(text, pairs, lone), is_sure


def _paired(text: str, sign: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the places of quotes that open and close one another, and those of the others."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    lone: list[int] = []
    for at in (n for n, char in enumerate(text) if char == sign):
        if opened and _may_close(text, at, sign):
            pairs.append((opened.pop(), at))
        elif _may_open(text, at, sign):
            opened.append(at)
        else:
            lone.append(at)
    return pairs, sorted(lone + opened)


def _may_open(text: str, at: int, sign: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before in _BEFORE_OPENING or before == sign) and not after.isspace()


def _may_close(text: str, at: int, sign: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (after in _AFTER_CLOSING or after == sign) and not before.isspace()


def _rewritten(text: str, pairs: list[tuple[int, int]], lone: list[int]) -> str:
    edges = (0, len(text) - 1)
    signs = {at: "" if at in edges else "”" for at in lone}
    # The ends of the pairs that a quotation stands in, but those of the whole value.
    around: list[int] = []
    for opening, closing in sorted(pairs):
        while around and around[-1] < opening:
            around.pop()
        if (opening, closing) == edges:
            signs[opening], signs[closing] = "", ""
            continue
        signs[opening], signs[closing] = ("“", "”") if around else ("« ", " »")
        around.append(closing)
    return "".join(signs.get(at, char) for at, char in enumerate(text)).strip()
