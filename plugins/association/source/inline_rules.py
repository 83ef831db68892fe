"""How links, tags and entities of a text are read, where Python-Markdown reads them otherwise.

A bare address is a link, what is no admitted tag is text, an entity is the sign it names.
"""

import html
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    AutolinkInlineProcessor,
    AutomailInlineProcessor,
    HtmlInlineProcessor,
    InlineProcessor,
)
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from .lent_letters import LENT, LentLetters
from .tags import plain_tag

Match = tuple[Element | str | None, int | None, int | None]
_NONE: Match = (None, None, None)
# After GitHub's extension to Markdown, section 6.9; a sign that was escaped is one of the address.
_BARE = (
    r"(?i)(?<![\w@/.:&=+-])(?:https?://|www\.)"
    r"(?:[^\s<>«»“”\"\x02\x03]|\x02klzzwxh:\d+\x03)+"
)
_AFTER = "?!.,:;*_~'’…"
_ENTITY_AT_END = re.compile(r"&#?\w+;$")
_HOST = re.compile(r"(?i)https?://[^\W_]|www\.[\w-]+\.[^\W_]")


class BareLink(Element):
    """A link whose words are its address."""

    @classmethod
    def to(cls, address: str, words: str) -> "BareLink":
        """Return the link to an address, with its words as they are."""
        link = cls("a", {"href": address})
        link.text = AtomicString(words)
        return link


class BareAddress(InlineProcessor):
    """« https://… » and « www.… » in a text, without the signs that end the sentence."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        """Find such addresses."""
        super().__init__(_BARE, md)

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802, ARG002 — Python-Markdown's name
        """Return the link of a match."""
        found = self._of_text(m[0])
        address = self.unescape(found)
        if not _HOST.match(address):
            return _NONE
        link = BareLink.to(address if "//" in address[:8] else f"https://{address}", address)
        return link, m.start(), m.start() + len(found)

    def _of_text(self, found: str) -> str:
        """Return what belongs to the address: neither elements nor the signs after it."""
        assert self.md is not None
        stash = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
        for place in INLINE_PLACEHOLDER_RE.finditer(found):
            if not isinstance(stash.get(place[1]), str):
                found = found[: place.start()]
                break
        while found:
            if entity := _ENTITY_AT_END.search(found):
                found = found[: entity.start()]
                continue
            last = found[-1]
            unbalanced = last in ")]" and found.count(last) > found.count("(["[last == "]"])
            if last not in _AFTER and not unbalanced:
                break
            found = found[:-1]
        return found


class MailAddress(AutomailInlineProcessor):
    """« <nom@example.org> »."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802, ARG002 — Python-Markdown's name
        """Return the link of a match."""
        address = self.unescape(m[1])
        link = BareLink.to(f"mailto:{address.removeprefix('mailto:')}", address)
        return link, m.start(), m.end()


class AngleAddress(AutolinkInlineProcessor):
    """« <https://example.org> », « <www.example.org> »."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        """Find such addresses."""
        super().__init__(r"(?i)<([a-z][a-z0-9+.-]*://[^<>|]*|www\.[\w-]+\.[^<>\s]+)>", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802, ARG002 — Python-Markdown's name
        """Return the link of a match."""
        address = self.unescape(m[1])
        target = address if "//" in address[:8] else f"https://{address}"
        return BareLink.to(target, address), m.start(), m.end()


class Tag(HtmlInlineProcessor):
    """A tag of the few that are admitted; any other stays text."""

    letters: LentLetters

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802, ARG002 — Python-Markdown's name
        """Return a place kept for the tag of a match."""
        tag = self.letters.given_back(self.backslash_unescape(self.unescape(m[1])))
        if not plain_tag(tag):
            return _NONE
        assert self.md is not None
        return self.md.htmlStash.store(tag), m.start(), m.end()


class Entity(HtmlInlineProcessor):
    """« &eacute; »: the sign itself, unless HTML or this program would read it otherwise."""

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802, ARG002 — Python-Markdown's name
        """Return the sign of a match, or a place kept for its name."""
        sign = html.unescape(m[1])
        if sign == m[1]:
            return _NONE
        if sign in "&<>\"'" or LENT.search(sign):
            assert self.md is not None
            return self.md.htmlStash.store(m[1]), m.start(), m.end()
        return sign, m.start(), m.end()
