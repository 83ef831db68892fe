"""A Markdown body read once: what Python-Markdown makes of it, with the place of every part. Pure.

``lent_letters`` says how places pass through Python-Markdown; here its finished tree is walked, the
very one that becomes the page, before ``inert`` drops what must not act: the checks see that too.
"""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from threading import get_ident
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

from .body import Block, Body, Link, Passage, Place, Role, starts_of_lines
from .fences import FencedCode, Fences
from .headings import Heading
from .inert import ADDRESSES
from .inline_rules import AngleAddress, BareAddress, BareLink, Entity, MailAddress, Tag
from .lent_letters import LentLetters
from .markdown import converter_with, left_open
from .tangles import nested_too_deep, tangles
from .text_blocks import own_blocks

Run = tuple[int, int, int]
_TOKEN = re.compile(
    "(?P<kept>\x02wzxhzdk:(?P<number>\\d+)\x03)|(?P<nothing>\x02[^\x03]*\x03)"
    "|(?P<entity>&(?:#\\d+|#x[0-9a-fA-F]+|\\w+);)|(?P<letter>[\U00020000-\U0003ffff])"
)
# What the rules of texts begin with, and abbreviations, which may be any words.
_SIGNS = re.compile(r"[`\\\[!<&*_]|://|  \n|www\.", re.IGNORECASE)
_INLINE = frozenset({"a", "abbr", "br", "cite", "code", "em", "img", "span", "strong", "sup"})
_WITH_WORDS = frozenset({"p", "li", "summary", "caption", "figcaption", "footer", "pre"})
_WITH_WORDS |= {"h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "th", "td"}
_NOTES = frozenset({"footnote-ref", "footnote-backref"})
_AROUND_TARGET = re.compile(r"\]\(\s*<?")
_CODE_OPENING = re.compile(r"`+\s*\Z")
_CODE_CLOSING = re.compile(r"\s*`+")
_BEFORE_TARGET = re.compile(r"\s*<?(?P<address>[^\s()\[\]]*)")
_NAMED = re.compile(r"(?P<label>\W*?)\](?:\s?\[[^\]]*\])?")
# How far from a known place an unknown one is looked for, and how many characters of it together.
_NEAR = 400
_PIECE = 8


def read_body(text: str) -> Body:
    """Return what a Markdown text is made of; lines and columns are those of the text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if tangled := tuple(tangles(text)):
        return Body(text, tangles=tangled)
    letters = LentLetters(text)
    converter, walk = _converter(get_ident())
    converter.reset()
    walk.begin(letters)
    try:
        page = letters.given_back(converter.convert(letters.text))
    except RecursionError:
        # What it left half done must not show in the next text.
        _converter.cache_clear()
        return Body(text, tangles=(nested_too_deep(text),))
    tokens = getattr(converter, "toc_tokens", []) if page else []
    return Body(
        text,
        page,
        tuple(_heading(token, letters) for token in tokens),
        tuple(walk.anchors),
        tuple(walk.blocks),
        tuple(walk.links),
        tuple(walk.passages),
        tuple(walk.code_spans),
        tuple(walk.fences.found),
        walk.text_blocks.all_found(),
        left_open(converter),
    )


def _heading(token: dict[str, object], letters: LentLetters) -> Heading:
    children = token["children"]
    assert isinstance(children, list)
    label = letters.given_back(str(token["name"]))
    return Heading(label, str(token["id"]), tuple(_heading(c, letters) for c in children))


# A converter keeps what it reads until it is done: each thread has its own.
@lru_cache(maxsize=8)
def _converter(_thread: int) -> tuple[Markdown, "_Walk"]:
    places = _Places()
    converter = converter_with(places, places.anchor)
    # The registry looks for each rule anew, a hundred times a page.
    inline = converter.treeprocessors["inline"]
    assert isinstance(inline, InlineProcessor)
    inline.inlinePatterns = tuple(converter.inlinePatterns)  # type: ignore[assignment]
    return converter, places.walk


class _References(dict[str, tuple[str, str]]):
    """The addresses that a text names: a name is found whatever letters of it are lent."""

    letters: LentLetters

    def _own(self, name: str) -> str:
        return self.letters.given_back(name).lower()

    def __contains__(self, name: object) -> bool:
        return super().__contains__(self._own(str(name)))

    def __getitem__(self, name: str) -> tuple[str, str]:
        return super().__getitem__(self._own(name))

    def __setitem__(self, name: str, address: tuple[str, str]) -> None:
        super().__setitem__(self._own(name), address)


class _Places(Extension):
    """Lets a converter read texts with lent letters, and walks the trees that it makes."""

    walk: "_Walk"

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 — Python-Markdown's name
        self.walk = _Walk(md)
        # Raw HTML is not admitted: what stands between two tags is text as anywhere.
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(self.walk.fences, "fences", 25)
        # A list takes off its indent before; nothing else may look into code.
        code = FencedCode(md.parser, self.walk.fences)
        md.parser.blockprocessors.register(code, "fenced-code", 88)
        md.references = self.walk.references
        rules = md.inlinePatterns
        for name in ("reference", "link", "short_reference"):
            # No link within a link: each of these rules has its own.
            setattr(rules[name], "ANCESTOR_EXCLUDES", ("a",))  # noqa: B010
        rules.register(AngleAddress(md), "autolink", 120)
        rules.register(MailAddress(rules["automail"].pattern, md), "automail", 110)
        rules.register(BareAddress(md), "bare-address", 105)
        rules.register(self.walk.tag, "html", 90)
        rules.register(Entity(rules["entity"].pattern, md), "entity", 80)
        md.treeprocessors.register(_PlainTexts(md, self.walk), "plain-texts", 21)
        # After all that makes the tree, before what drops parts of it.
        md.treeprocessors.register(self.walk, "places", -5)

    def anchor(self, words: str) -> str:
        """Return the words of an anchor as they are written."""
        return self.walk.letters.given_back(words)


class _PlainTexts(Treeprocessor):
    """Spares texts without any sign the rules that look for signs.

    An abbreviation may be any words, and is looked for in what was not spared.
    """

    def __init__(self, md: Markdown, walk: "_Walk") -> None:
        super().__init__(md)
        self.walk = walk

    def run(self, root: Element) -> None:
        if "*[" in self.walk.source:
            return
        for element in root.iter():
            if element.text and not _SIGNS.search(element.text):
                element.text = AtomicString(element.text)


@dataclass
class _Passage:
    """A passage while it is gathered."""

    words: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    role: Role = Role.TEXT

    def add(self, words: str, runs: list[Run]) -> None:
        self.runs += [(self.length + index, offset, length) for index, offset, length in runs]
        self.words.append(words)
        self.length += len(words)

    def finished(self) -> Passage:
        return Passage("".join(self.words), tuple(self.runs), self.role)


@dataclass
class _Extent:
    """From where to where something stands in the source, as far as it is known."""

    start: int = -1
    end: int = -1

    def take(self, runs: list[Run]) -> None:
        for _, offset, length in runs:
            if self.start < 0 or offset < self.start:
                self.start = offset
            self.end = max(self.end, offset + length)


class _Walk(Treeprocessor):
    """Walks a finished tree whose letters tell where they come from."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.fences = Fences(md)
        self.text_blocks = own_blocks(md)
        self.references = _References()
        self.tag = Tag(md.inlinePatterns["html"].pattern, md)
        self.begin(LentLetters(""))

    def begin(self, letters: LentLetters) -> None:
        """Forget the tree before, get ready for a text."""
        self.letters = self.tag.letters = self.references.letters = letters
        *signs_of_code, sign = letters.spare
        self.fences.begin(signs_of_code)
        self.text_blocks.begin(letters.source, sign)
        self.source = letters.source
        self.starts = starts_of_lines(self.source)
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.passages: list[Passage] = []
        self.anchors: list[str] = []
        self.code_spans: list[Place] = []
        self.passage = _Passage()
        self.extents: list[_Extent] = []
        self.cursor = 0

    def run(self, root: Element) -> None:
        """Walk a tree from its root."""
        for child in root:
            self._element(child, ())
            self._text(child.tail)
        self._end_of_passage()
        for element in root.iter():
            # What must not act is known by the letters of its address.
            for name in ADDRESSES:
                if name in element.attrib:
                    element.set(name, self.letters.given_back(element.attrib[name]))
        self.passages.sort(key=lambda passage: passage.runs[:1])
        self.links.sort(key=lambda link: link.place.start)

    # Texts

    def _read(self, text: str) -> tuple[str, list[Run]]:
        """Return what visitors see of a text of the tree, and where it comes from."""
        words, known = self._parsed(text)
        runs = self._runs(words, known)
        if runs:
            self.cursor = runs[-1][1] + runs[-1][2]
        return words, runs

    def _parsed(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """Return what visitors see of a text, and its letters whose places are known.

        Of each, that is the index in the words and the offset in the source.
        """
        parts: list[str] = []
        known: list[tuple[int, int]] = []
        length = at = 0
        for token in _TOKEN.finditer(text):
            plain = text[at : token.start()]
            sign = self._sign(token)
            parts += (plain, sign)
            length += len(plain)
            place = self.letters.places.get(token[0]) if token["letter"] else None
            if place is not None:
                known.append((length, place))
            length += len(sign)
            at = token.end()
        parts.append(text[at:])
        return "".join(parts), known

    def _seen(self, runs: list[Run]) -> None:
        for extent in self.extents:
            extent.take(runs)

    def _sign(self, token: re.Match[str]) -> str:
        """Return what visitors see of a token: nothing of a tag."""
        if token["letter"]:
            return self.letters.given_back(token[0])
        if token["entity"]:
            return html.unescape(token[0])
        if token["kept"]:
            block = self.md.htmlStash.rawHtmlBlocks[int(token["number"])]
            return html.unescape(block) if isinstance(block, str) and block[:1] == "&" else ""
        return ""

    def _runs(self, words: str, known: list[tuple[int, int]]) -> list[Run]:
        """Return the runs around the letters whose places are known: index and offset of each."""
        runs: list[Run] = []
        done, at = 0, self.cursor
        for number, (index, offset) in enumerate(known):
            # Most lie in the run of the letter before.
            if index < done:
                continue
            others = islice(known, number + 1, None)
            limit = next((i for i, place in others if place - offset != i - index), len(words))
            before = self._same_before(words[done:index], offset)
            start = offset - before
            runs += self._sought(words[: index - before], done, at, start)
            same = before + self._same(words[index:limit], offset)
            runs.append((index - before, start, same))
            done, at = index - before + same, start + same
        return runs + self._sought(words, done, at, at + _NEAR)

    def _same(self, words: str, offset: int) -> int:
        """Return how many characters of ``words`` follow in the source from ``offset``."""
        if self.source.startswith(words, offset):
            return len(words)
        pairs = enumerate(zip(words, self.source[offset : offset + len(words)], strict=False))
        return next((n for n, (one, other) in pairs if one != other), len(self.source) - offset)

    def _same_before(self, words: str, offset: int) -> int:
        """Return how many characters at the end of ``words`` stand right before ``offset``."""
        if self.source.endswith(words, 0, offset):
            return len(words)
        written = self.source[max(offset - len(words), 0) : offset]
        pairs = enumerate(zip(reversed(words), reversed(written), strict=False))
        return next((n for n, (one, other) in pairs if one != other), len(written))

    def _sought(self, words: str, index: int, at: int, limit: int) -> list[Run]:
        """Return the runs of words from ``index`` without a letter that tells.

        They are the next that look the same, between two offsets.
        """
        runs: list[Run] = []
        if not words[index:].strip():
            return runs
        while index < len(words):
            offset = self.source.find(words[index : index + _PIECE], at, limit)
            if offset < 0:
                offset = self.source.find(words[index], at, limit)
            if offset < 0 or words[index].isspace():
                index += 1
                continue
            same = min(self._same(words[index:], offset), limit - offset)
            runs.append((index, offset, same))
            index, at = index + same, offset + same
        return runs

    def _text(self, text: str | None) -> None:
        if text and not text.isspace():
            words, runs = self._read(text)
            self._seen(runs)
            self.passage.add(words, runs)
        elif text:
            self.passage.add(text, [])

    def _end_of_passage(self) -> None:
        if self.passage.runs or any(map(str.strip, self.passage.words)):
            self.passages.append(self.passage.finished())
        self.passage = _Passage()

    # Elements

    def _element(self, element: Element, tags: tuple[str, ...]) -> None:
        if "id" in element.attrib:
            self.anchors.append(element.attrib["id"])
        if _is_of_note(element):
            return
        if element.tag not in _INLINE or (element.tag == "code" and tags[-1:] == ("pre",)):
            self._block(element, tags)
        elif element.tag == "img":
            self._picture(element)
        elif element.tag == "a" and "href" in element.attrib:
            self._link(element, tags)
        elif element.tag == "code":
            self._code_span(element, tags)
        elif element.tag == "br":
            self.passage.add("\n", [])
        else:
            self._inside(element, tags)
        if element.tag not in ("a", "img") and (title := element.get("title")):
            # The title of an abbreviation stands elsewhere.
            within, cursor = self.extents, self.cursor
            self.extents = []
            self._aside(title)
            self.extents, self.cursor = within, cursor

    def _inside(self, element: Element, tags: tuple[str, ...]) -> None:
        self._text(element.text)
        for child in element:
            self._element(child, tags)
            self._text(child.tail)

    def _block(self, element: Element, tags: tuple[str, ...]) -> None:
        self._end_of_passage()
        if element.tag == "code":
            self.passage.role = Role.CODE
            self._inside(element, tags)
            return
        tags = (*tags, element.tag)
        number = len(self.blocks)
        extent = _Extent()
        self.extents.append(extent)
        self.blocks.append(Block(tags, 0, 0))
        first = len(self.passages)
        self._inside(element, tags)
        self._end_of_passage()
        self.extents.pop()
        start, end = (extent.start, extent.end) if extent.start >= 0 else (self.cursor, self.cursor)
        if element.tag == "pre" and extent.start < 0:
            start = end = self._next_fence()
        words = ""
        if element.tag in _WITH_WORDS:
            inner = (passage.words for passage in self.passages[first:] if passage.is_in_text)
            words = " ".join(" ".join(inner).split())
        self.blocks[number] = Block(tags, self._line(start), self._line(max(end - 1, start)), words)

    def _next_fence(self) -> int:
        """Return the offset of the fence that comes next: that of a code without a sign."""
        here = self._line(self.cursor)
        return next((self.starts[f.first - 1] for f in self.fences.found if f.first >= here), 0)

    def _line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def _aside(self, text: str) -> tuple[str, Place]:
        """Take in words beside the text, an alternative text or a title; return where they are."""
        words, runs = self._read(text)
        self._seen(runs)
        if words.strip():
            self.passages.append(Passage(words, tuple(runs), Role.ASIDE))
        return words, _place(runs, self.cursor)

    def _code_span(self, element: Element, tags: tuple[str, ...]) -> None:
        around = _Extent()
        self.extents.append(around)
        self._inside(element, tags)
        self.extents.pop()
        opening = _CODE_OPENING.search(self.source, max(around.start - _NEAR, 0), around.start)
        closing = _CODE_CLOSING.match(self.source, around.end)
        if around.start >= 0 and opening and closing:
            self.code_spans.append(Place(opening.start(), closing.end()))

    def _picture(self, element: Element) -> None:
        around = _Extent()
        self.extents.append(around)
        words, alt = self._aside(element.get("alt", ""))
        target, place = self._target(element.get("src", ""), alt.end)
        title, end = self._title(element, place.end)
        self.extents.pop()
        start = self._opened("![", alt, place)
        label, end = self._closed(alt, place, end)
        inner, whole = Place(start + 2, label), Place(start, end)
        self.links.append(Link(words, target, title, whole, alt, place, inner, is_picture=True))

    def _link(self, element: Element, tags: tuple[str, ...]) -> None:
        around = _Extent()
        self.extents.append(around)
        index, cursor = self.passage.length, self.cursor
        self._inside(element, tags)
        self.extents.pop()
        words = "".join(self.passage.words)[index:]
        inside = Place(around.start, around.end) if around.start >= 0 else Place(cursor, cursor)
        if isinstance(element, BareLink):
            target, _ = self._parsed(element.get("href", ""))
            self.links.append(Link(words, target, "", inside, inside, inside, inside, is_bare=True))
            return
        target, place = self._target(element.get("href", ""), inside.end)
        title, end = self._title(element, place.end)
        start = self._opened("[", inside, place)
        label, end = self._closed(inside, place, end)
        inner, whole = Place(start + 1, label), Place(start, end)
        self.links.append(Link(words, target, title, whole, inside, place, inner))

    def _target(self, address: str, after: int) -> tuple[str, Place]:
        """Return an address as visitors' browsers get it, and where it is written."""
        self.cursor = after
        target, runs = self._read(address)
        if not runs:
            opening = _AROUND_TARGET.search(self.source, max(after - 1, 0), after + _NEAR)
            at = opening.end() if opening else after
            return target, Place(at, at + len(target))
        place = _place(runs, after)
        beside = self._beside(place)
        if beside is None:
            self.cursor = after
            return target, place
        self._seen(runs)
        return target, Place(beside.end, place.end)

    def _beside(self, target: Place) -> Place | None:
        """Return what stands between a label and the address at its side: « ]( »."""
        opening = self.source.rfind("](", max(target.start - _NEAR, 0), target.start + 1)
        end = max(target.start, opening + 2)
        between = _BEFORE_TARGET.fullmatch(self.source, opening + 2, end) if opening >= 0 else None
        return Place(opening, end - len(between["address"])) if between else None

    def _title(self, element: Element, after: int) -> tuple[str, int]:
        """Return the title of a link or a picture, and where it ends."""
        if not element.get("title"):
            return "", after
        words, place = self._aside(element.get("title", ""))
        return words, place.end

    def _opened(self, sign: str, inside: Place, target: Place) -> int:
        """Return where the bracket is opened, before the words or, without any, the address."""
        beside = self._beside(target) if inside.start == inside.end else None
        before = beside.start if beside else inside.start
        start = self.source.rfind(sign, max(before - _NEAR, 0), before + len(sign) - 1)
        return start if start >= 0 else before

    def _closed(self, inside: Place, target: Place, end: int) -> tuple[int, int]:
        """Return where the label of a link ends and where the link does.

        That is after its parenthesis, or after the name of its address; ``end`` is that of its
        title, or of its target.
        """
        if beside := self._beside(target):
            closing = self.source.find(")", end)
            return beside.start, closing + 1 if closing >= 0 else end
        named = _NAMED.match(self.source, inside.end)
        return (named.end("label"), named.end()) if named else (inside.end, inside.end)


def _is_of_note(element: Element) -> bool:
    """Return whether an element is one that only leads to a note or back."""
    address = element.get("href", "")
    return element.get("class") in _NOTES and address.startswith(("#fn:", "#fnref"))


def _place(runs: list[Run], otherwise: int) -> Place:
    if not runs:
        return Place(otherwise, otherwise)
    return Place(runs[0][1], runs[-1][1] + runs[-1][2])
