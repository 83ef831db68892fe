"""The blocks of a text that are the site's own: « /// citation | Auteur », « /// dates »…

Their heads are read here, before Markdown reads the text: the argument after the bar, and the
options, lines « nom: valeur » four spaces to the right. What a block shows that its text does not
say (a person, dates, a weight) is not known here: the element that waits for it gets a mark,
``data-bloc``, the number of the block in ``Body.text_blocks``.
"""

import re
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from . import frontmatter
from .block_lines import HEAD, OWN_BLOCKS
from .body import TextBlock

MARK = "data-bloc"
_OPTION = re.compile(r" {4,}\S")
# What counts figures asks it of each figure around one that has a number, and takes it away.
_NOT_NUMBERED = {"__figure_type": ""}


class TextBlocks(Preprocessor):
    """Reads the heads of the blocks of a text, ``found``.

    Each head is left with its number and its argument, its options with empty lines.
    """

    def __init__(self, md: Markdown) -> None:
        """Find nothing yet."""
        super().__init__(md)
        self.begin("", "")

    def begin(self, source: str, sign: str) -> None:
        """Get ready for the text ``source``; no text holds the ``sign``, which begins a number."""
        self.lines = source.split("\n")
        self.sign = sign
        self.found: list[TextBlock] = []
        self.placed: set[int] = set()
        self.waiting: list[tuple[Element, int]] = []

    def all_found(self) -> tuple[TextBlock, ...]:
        """Return the blocks in the order of the text, each with whether Markdown took it."""
        return tuple(
            replace(block, is_placed=number in self.placed)
            for number, block in enumerate(self.found)
        )

    def run(self, lines: list[str]) -> list[str]:
        """Read the heads."""
        read = list(lines)
        for rank, line in enumerate(lines):
            head = HEAD.match(line)
            if head is None or head["name"] not in OWN_BLOCKS:
                continue
            if head["argument"] is None and head["rest"].strip():
                continue
            below = rank + 1
            while below < len(lines) and _OPTION.match(lines[below]):
                read[below] = ""
                below += 1
            number = f"{self.sign}{len(self.found)}"
            self.found.append(self._block(rank, below))
            read[rank] = f"{head['mark']} {head['name']} | {number} {head['argument'] or ''}"
        return read

    def _block(self, rank: int, below: int) -> TextBlock:
        written = self.lines[rank].expandtabs(4)
        head = HEAD.match(written)
        assert head
        options = "\n".join(line.expandtabs(4) for line in self.lines[rank + 1 : below])
        argument = head["argument"] or ""
        column = head.start("argument") + 1 if argument else len(head.group().rstrip()) + 1
        return TextBlock(head["name"], argument, rank + 1, column, options)


class _OwnBlock(Block):  # type: ignore[misc]
    """A block whose head was read; one that was not is no block."""

    ARGUMENT = None

    def on_validate(self, _parent: Element) -> bool:
        """Take the number and the argument."""
        heads: TextBlocks = self.config["heads"]
        number, _, title = str(self.argument or "").partition(" ")
        self.title: str = title
        is_read = bool(heads.sign) and number.startswith(heads.sign)
        if is_read:
            self.number = int(number.removeprefix(heads.sign))
            heads.placed.add(self.number)
        return is_read

    def waits(self, element: Element) -> None:
        """Mark an element that the site completes."""
        self.config["heads"].waiting.append((element, self.number))

    def option(self, name: str) -> str:
        """Return an option, ``""`` for one that is not written."""
        head: TextBlock = self.config["heads"].found[self.number]
        return frontmatter.read(head.options, 1).text_of(name)


class _Quotation(_OwnBlock):
    NAME = "citation"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "blockquote")

    def on_end(self, block: Element) -> None:
        """Say whose words they are, and in which work."""
        footer = SubElement(block, "footer")
        footer.text = self.title
        if source := self.option("source"):
            footer.text += ", " if self.title else ""
            cite = SubElement(footer, "cite")
            cite.text = AtomicString(source)
            if self.option("adresse"):
                self.waits(cite)
        if day := self.option("date"):
            footer[-1].tail = AtomicString(f", {day}") if len(footer) else None
            if not len(footer):
                footer.text += f", {day}"


class _Figure(_OwnBlock):
    NAME = "figure"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "figure", _NOT_NUMBERED)

    def on_end(self, block: Element) -> None:
        """Write the caption, and whose picture it is."""
        caption = SubElement(block, "figcaption")
        caption.text = self.title
        if credit := self.option("credit"):
            caption.text += " " if self.title else ""
            SubElement(caption, "span", {"class": "credit"}).text = AtomicString(
                f"Crédit : {credit}"
            )

    def on_inline_end(self, block: Element) -> None:
        """Take the picture out of its paragraph."""
        for paragraph in block.findall("p"):
            if pictures := _pictures_alone(paragraph):
                place = list(block).index(paragraph)
                block.remove(paragraph)
                for offset, picture in enumerate(pictures):
                    picture.attrib.pop("title", None)
                    block.insert(place + offset, picture)


class _Gallery(_OwnBlock):
    NAME = "galerie"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "figure", {"class": "galerie", **_NOT_NUMBERED})

    def on_inline_end(self, block: Element) -> None:
        """Make a list of the pictures, each with its title as a caption."""
        shown = Element("ul")
        for paragraph in block.findall("p"):
            if pictures := _pictures_alone(paragraph):
                block.remove(paragraph)
                for picture in pictures:
                    figure = SubElement(SubElement(shown, "li"), "figure")
                    figure.append(picture)
                    if "title" in picture.attrib:
                        SubElement(figure, "figcaption").text = picture.attrib.pop("title")
        block.insert(1 if self.title else 0, shown)

    def on_end(self, block: Element) -> None:
        """Write the title of the whole."""
        if self.title:
            title = Element("figcaption")
            title.text = self.title
            block.insert(0, title)


class _Video(_OwnBlock):
    NAME = "video"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "figure", {"class": "video", **_NOT_NUMBERED})

    def on_end(self, block: Element) -> None:
        """Say what it shows; the link waits for its words."""
        caption = SubElement(block, "figcaption")
        SubElement(caption, "span", {"class": "video-titre"}).text = self.title
        self.waits(SubElement(caption, "span"))

    on_inline_end = _Figure.on_inline_end


class _Document(_OwnBlock):
    NAME = "document"

    def on_create(self, parent: Element) -> Element:
        # What reads definitions and notes expects words at the beginning of each paragraph.
        block = SubElement(parent, "div", {"class": "bloc-document"})
        self.waits(SubElement(block, "span"))
        return block

    def on_markdown(self) -> str:
        """Return how Markdown reads what it holds: as the text of a paragraph."""
        return "inline"

    def on_end(self, block: Element) -> None:
        """Write its title, which also stands in what replaces it."""
        block[0].text = self.title

    def on_inline_end(self, block: Element) -> None:
        """Make a paragraph of it."""
        block.tag = "p"


class _Aside(_OwnBlock):
    """A block that only the site can fill, after what is written in it."""

    has_title = False

    def on_create(self, parent: Element) -> Element:
        aside = SubElement(parent, "aside", {"class": f"bloc-{self.NAME}"})
        if self.has_title and self.title:
            SubElement(aside, "p", {"class": "bloc-titre"}).text = self.title
        return aside

    def on_end(self, block: Element) -> None:
        """Keep the place of what is shown."""
        self.waits(SubElement(block, "div"))


class _Practitioner(_Aside):
    NAME = "praticien"


class _Term(_Aside):
    NAME = "terme"


class _Practitioners(_Aside):
    NAME = "praticiens"
    has_title = True


class _Dates(_Aside):
    NAME = "dates"
    has_title = True


_KINDS: tuple[type[_OwnBlock], ...] = (
    *(_Quotation, _Figure, _Gallery, _Video, _Document),
    *(_Practitioner, _Practitioners, _Dates, _Term),
)


def _pictures_alone(paragraph: Element) -> list[Element]:
    """Return the pictures of a paragraph that holds nothing else, ``[]`` of any other."""
    texts = (paragraph.text, *(child.tail for child in paragraph))
    is_alone = all(child.tag == "img" for child in paragraph)
    pictures = list(paragraph) if is_alone and not any((t or "").strip() for t in texts) else []
    for picture in pictures:
        picture.tail = None
    return pictures


class _Marks(Treeprocessor):
    """Marks the elements that wait, after what drops the attributes that editors may not write."""

    def __init__(self, md: Markdown, heads: TextBlocks) -> None:
        super().__init__(md)
        self.heads = heads

    def run(self, _root: Element) -> None:
        for element, number in self.heads.waiting:
            element.set(MARK, str(number))


class OwnBlocks(BlocksExtension):  # type: ignore[misc]
    """Lets a converter read these blocks; ``heads`` are those of the text that it reads."""

    heads: TextBlocks

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 — pymdownx's name
        """Register them."""
        self.heads = TextBlocks(md)
        # After fenced code was marked, before blocks are told apart.
        md.preprocessors.register(self.heads, "text-blocks", 24)
        for kind in _KINDS:
            block_mgr.register(kind, {"heads": self.heads})
        md.treeprocessors.register(_Marks(md, self.heads), "marks-of-blocks", -20)


def own_blocks(md: Markdown) -> TextBlocks:
    """Let a converter read these blocks, and return what reads their heads."""
    extension = OwnBlocks()
    extension.extendMarkdown(md)
    return extension.heads
