"""Names of Europe on which Python and browsers must agree: some that are known, and made ones."""

import json
import random
import unicodedata
from pathlib import Path

NAMES: list[list[str]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
"""Given name, family name, both folded, the part it is filed under, initials."""

# Letters that do not decompose.
_STROKES = "ŒœÆæßøØłŁđĐðÐþÞħĦŧŦŋŊı"


def made_names(count: int, strokes: str = _STROKES) -> list[str]:
    """Names of all Latin letters of Europe, composed and not; ``strokes`` are the others."""
    chance = random.Random(17)
    letters = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
    letters = [*filter(_is_accented, letters), *strokes]
    made = []
    for at in range(count):
        word = "".join(chance.choice(letters) for _ in range(chance.randint(2, 9)))
        other = "".join(chance.choice(letters) for _ in range(chance.randint(2, 9)))
        name = f"{word} {other}"
        made.append(unicodedata.normalize("NFD", name) if at % 2 else name)
    return made


def _is_accented(letter: str) -> bool:
    return letter.isalpha() and unicodedata.normalize("NFD", letter)[0].isascii()
