"""The signs that the rules speak of: spaces, joiners, letters, and the marks that stand for markup.

While the rules run, a document is one string of text in which every tag, entity and web address
has become one control character: HTML forbids these characters, so no text can hold them. What
the rules do with the marks: step over them, never drop or reorder them.
"""

import re

NO_BREAK = "\u00a0"
NARROW = "\u202f"
THIN = "\u2009"
FIGURE = "\u2007"
HARD = NO_BREAK + NARROW + THIN + FIGURE
"""Spaces at which no line breaks."""
JOINER = "\u2060"
"""Word joiner: no width, no break; skipped by browsers' find-in-page."""

INLINE = "\x01"
"""A tag that does not interrupt the sentence (`<em>`), or a comment."""
BLOCK = "\x02"
"""The edge of a block (`<p>`, `</li>`): no rule reaches across."""
OBJECT = "\x03"
"""Something in the line that is not text of ours: code, a picture, a passage in English."""
BREAK = "\x04"
"""A `<br>`: a line ends, the paragraph goes on."""
ENTITY_SPACE = "\x05"
"""A no-break space written as an entity; it stays one unless a rule chooses the space."""
VERBATIM = "\x06"
"""A piece of a run that stays as written: an entity, a web or e-mail address."""

MARKS = INLINE + BLOCK + OBJECT + BREAK + ENTITY_SPACE + VERBATIM

SPACES = f" \t\n\r\f{NO_BREAK}{NARROW}{THIN}{ENTITY_SPACE}"
GAP = SPACES + INLINE
"""What may lie between two words, tags included; as a set of characters for `[…]` and `in`."""
EDGES = BLOCK + BREAK

CAPITAL = "A-ZÀ-ÖØ-ÞŒŸ"
SMALL = "a-zà-öø-ÿœ"

_SPACE = re.compile(f"[{SPACES}]+")


def respace(gap: str, space: str, *, at_start: bool = False) -> str:
    """The gap with exactly one `space` (none if empty) where its first space was, marks kept.

    A gap without any space gets it at its end, next to the sign that follows, or with `at_start`
    at its start, next to the sign before.
    """
    if INLINE not in gap:
        return space
    found = _SPACE.search(gap)
    if found:
        return gap[: found.start()] + space + _SPACE.sub("", gap[found.end() :])
    return space + gap if at_start else gap + space


def neighbour(text: str, at: int, step: int) -> str:
    """The nearest character before (-1) or after (+1) a place, tags apart; BLOCK at the ends."""
    at += step
    while 0 <= at < len(text) and text[at] == INLINE:
        at += step
    return text[at] if 0 <= at < len(text) else BLOCK
