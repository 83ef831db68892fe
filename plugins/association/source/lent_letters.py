"""Where each word of a page stands in its source: letters that remember their place. Pure.

Python-Markdown keeps no places. Before it reads a text, the first letter of each run of words is
replaced by one of a script that nobody writes here (the rare ideographs of Unicode's planes 2 and
3), each another: a letter is a letter to every rule of Markdown, so the text is read the same, and
wherever such a letter comes out, in a paragraph, a note, an address or a table, it tells where it
came from. Letters that a rule looks at one by one (of tags, entities, schemes, names of notes and
blocks, abbreviations) are never lent.
"""

import re
from itertools import chain, islice

_RARE = chain(
    range(0x20000, 0x2A6DE),
    range(0x2A700, 0x2B735),
    range(0x2B820, 0x2CEA2),
    range(0x30000, 0x3134B),
)
_LETTERS = tuple(map(chr, _RARE))
LENT = re.compile("[\U00020000-\U0003ffff]")
_ABBREVIATION = re.compile(r"\*\[([^\\]*?)\][ ]?:")

# What is read by its very letters, wherever it stands.
_NAMES = (
    r"</?[A-Za-z][A-Za-z0-9+.-]*|<!\[CDATA\["  # a tag, the scheme of an address in angles
    r"|&#?\w+;?"  # an entity
    r"|\[\^[^\]]*\]"  # the name of a note
    r"|\*\[[^\]\n]*\]"  # an abbreviation, where it is explained
    r"|\[TOC\]"
    r"|\{\w+\}"  # {filename}, {static}
    r"|\{(?:=\"[^\"\n]*\"|='[^'\n]*'|[^}\n])*+\}"  # attributes
)
# Words that are read by their letters, and the number of an item.
_WORDS = r"[Hh][Tt]{2}[Pp][Ss]?(?=://)|[Ww]{3}(?=\.)|mailto(?=:)"
_NUMBER = r"\d+[.)](?=\s|$)"
# The name of a block and its options; its title stands between them.
_BLOCK = (
    r"^(?:[ \t>*+:-]|\d{1,9}\.|\[\^[^\]\n]*\]:)*/{3,}[ \t]*[\w-]*[ \t]*(?=\||$)"
    r"(?P<title>\|[^\n]*)?(?P<options>(?:\n[ >]*(?: {4}|[ ]{0,3}\t)[^\n]*)*)"
)
# The start of a line, or a sign that may go, move or change while a text is rendered.
_SIGN = r"(?:^|[^\w\s.,:;/%€°—–•’'«»“”…!?-]|[_\t]|  |(?<=/)/|(?<=[Ww]{3})\.)"  # « // », « www. »
# Bounded, so that a long run of blanks is not read anew from each of them; from the last ones, the
# letter after it is found all the same.
_GAP = rf"(?:[ \t\u00a0\u202f.,:;/’'«»“”…!?—–-]|{_NUMBER}){{0,100}}"


class LentLetters:
    """The letters lent to one text; ``text`` is the text with them.

    ``spare`` are four more letters of the same kind that no text has and that stand for nothing.
    """

    def __init__(self, source: str) -> None:
        """Lend letters to ``source``."""
        self.source = source
        own = set(LENT.findall(source))
        self._free = (letter for letter in _LETTERS if letter not in own)
        self.spare = tuple(islice(self._free, 4))
        self.places: dict[str, int] = {}
        words = _WORDS
        for name in sorted(set(_ABBREVIATION.findall(source)), key=len, reverse=True):
            words += f"|{re.escape(name.strip())}" if name.strip() else ""
        self._pattern = re.compile(
            f"{_BLOCK}|{_NAMES}|{words}|{_SIGN}{_GAP}(?!{_NUMBER}|{words})(?P<letter>[^\\W_])",
            re.MULTILINE,
        )
        self.text = self._lent(source, 0)

    def _lent(self, text: str, at: int) -> str:
        def lend(found: re.Match[str]) -> str:
            if found["letter"] is not None:
                letter = next(self._free, "")
                if not letter:
                    return found[0]
                self.places[letter] = at + found.end() - 1
                return found[0][:-1] + letter
            if found["title"]:
                before = found.start("title")
                title = self._lent(found["title"], at + before)
                return found[0][: before - found.start()] + title + found["options"]
            return found[0]

        return self._pattern.sub(lend, text)

    def given_back(self, text: str) -> str:
        """Return a text with the letters that it had."""
        return text if text.isascii() else LENT.sub(self._own, text)

    def _own(self, found: re.Match[str]) -> str:
        place = self.places.get(found[0])
        return found[0] if place is None else self.source[place]
