"""Links from the names that texts say to whom they name: practitioners, and who has no page here.

A name leads there at its first mention. It does not where the text links to that place or with that
name itself, nor in a heading, a title, code or the source of a quotation. A name of one word does
not beside a word with a capital either: it may be part of the name of somebody else.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

from ..content.entry import name_of
from ..pages.context import Context

_WORDS = re.compile(r"\w+")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>\w+)(?P<attributes>[^>]*)>")
_LINK = re.compile(r'<a\b[^>]*?href="(?P<url>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)
_WITHOUT_LINKS = frozenset(
    {"a", "button", "cite", "code", "footer", "label", "pre", "summary"}
    | {f"h{level}" for level in range(1, 7)}
)
# Titles that are no headings, and what the site writes itself.
_WITHOUT_LINKS_AS_MARKED = re.compile(r'\bclass="[\w-]*tit(?:re|le)"|\bdata-bloc=')
_SPACES = r"(?:\s|&(?:nbsp|thinsp|#160|#8239|#[xX]0*(?:[aA]0|202[fF]));)+"
_APOSTROPHES, _HYPHENS = "(?:['’]|&#x27;|&#39;)", "[-‑]"
_WORD_BEFORE = re.compile(rf"(?P<first>\w)[\w.-]*{_SPACES}\Z")
_WORD_AFTER = re.compile(rf"{_SPACES}(?P<first>\w)")
# How far before a name its neighbour is looked for: no word is longer.
_NEAR = 80


@dataclass(frozen=True)
class NamedPlaces:
    """Where names lead, ``""`` for one that several people share, and which end with a word."""

    urls: Mapping[str, str]
    by_last_word: Mapping[str, tuple[str, ...]]

    def said_in(self, html: str) -> tuple[str, ...]:
        """Return the names whose words a text has, longest first; it may still not say them."""
        words = set(_WORDS.findall(html))
        found = [
            name
            for last in words & self.by_last_word.keys()
            for name in self.by_last_word[last]
            if words.issuperset(_WORDS.findall(name))
        ]
        return tuple(sorted(found, key=lambda name: (-len(name), name)))


def named_places(context: Context) -> NamedPlaces:
    """Return where the names lead that texts may say."""
    pages: dict[str, set[str]] = defaultdict(set)
    for person in context.content.practitioners.values():
        pages[_plain(name_of(person.written))].add(context.url(person))
    urls = {
        _plain(name): entity.url for name, entity in context.content.vocabulary.entities.items()
    }
    urls |= {name: next(iter(found)) if len(found) == 1 else "" for name, found in pages.items()}
    by_last_word: dict[str, list[str]] = defaultdict(list)
    for name in urls:
        if words := _WORDS.findall(name):
            by_last_word[words[-1]].append(name)
    return NamedPlaces(urls, {last: tuple(names) for last, names in by_last_word.items()})


def _plain(name: str) -> str:
    """Return a name with the spaces, apostrophes and hyphens of a keyboard."""
    return " ".join(name.replace("’", "'").replace("‑", "-").split())


def with_linked_names(html: str, page_url: str, places: NamedPlaces) -> str:
    """Return the HTML of a text whose names lead where they do, but to its own page."""
    names = places.said_in(html)
    if not names:
        return html
    links = [(unescape(link["url"]), link["words"]) for link in _LINK.finditer(html)]
    said = _pattern(names)
    known = {_said(found) for _, words in links for found in said.finditer(words)}
    linked = {page_url, *(url for url, _ in links)}
    left = {
        name: places.urls[name]
        for name in names
        if name not in known and places.urls[name] not in linked
    }

    def link(found: re.Match[str]) -> str:
        url = left.pop(_said(found), "")
        return f'<a href="{escape(url)}">{found[0]}</a>' if url else found[0]

    return "".join(said.sub(link, part) if may_link else part for part, may_link in _parts(html))


def _said(found: re.Match[str]) -> str:
    """Return the name that was found in words of HTML, ``""`` for a part of another name."""
    name = _plain(unescape(found[0]))
    if " " in name:
        return name
    before = _WORD_BEFORE.search(found.string, max(found.start() - _NEAR, 0), found.start())
    after = _WORD_AFTER.match(found.string, found.end())
    return "" if any(word and word["first"].isupper() for word in (before, after)) else name


@lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds names in the words of an HTML text, the first of them first."""
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{'|'.join(map(_name_pattern, names))})(?!-?\w)")


def _name_pattern(name: str) -> str:
    written = {" ": _SPACES, "'": _APOSTROPHES, "-": _HYPHENS}
    return "".join(written.get(sign) or re.escape(escape(sign)) for sign in name)


def _parts(html: str) -> Iterator[tuple[str, bool]]:
    """Yield the tags and the words of an HTML text, and whether links may stand in them."""
    around, depth, end = "", 0, 0
    for tag in _TAG.finditer(html):
        yield html[end : tag.start()], not around
        yield tag[0], False
        end = tag.end()
        if around:
            depth += (-1 if tag["end"] else 1) if tag["name"] == around else 0
            around = around if depth else ""
        elif not tag["end"] and (
            tag["name"] in _WITHOUT_LINKS or _WITHOUT_LINKS_AS_MARKED.search(tag["attributes"])
        ):
            around, depth = tag["name"], 1
    yield html[end:], not around
