"""Markdown as this site writes it: the extensions, and what they make of quotations and pictures.

Links to other files stay as ``{filename}…`` and ``{static}…``: Pelican resolves them. ``tree``
reads texts with it.
"""

import html
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import (
    nest_toc_tokens,
    remove_fnrefs,
    render_inner_html,
    strip_tags,
    unescape,
    unique,
)
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksMgrExtension, BlocksProcessor

from ..core.words import slug_of
from .exercises import Exercises
from .inert import Inert
from .tables import Tables

# The anchor of a heading, from its words and what parts them: small letters without accents.
Anchor = Callable[[str, str], str]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_IN_CONTENTS = frozenset({"h2", "h3"})
# What is escaped, kept apart, or written in HTML.
_NOT_PLAIN = re.compile("[\x02\x03&<>]")
_DASHES = ("— ", "– ")


class _Attributions(Treeprocessor):
    """A quotation whose last paragraph begins with a dash: that paragraph names its source."""

    def run(self, root: ElementTree.Element) -> None:
        for quote in root.iter("blockquote"):
            last = quote[-1] if len(quote) else None
            if last is None or last.tag != "p":
                continue
            if last.text and last.text.startswith(_DASHES):
                last.text = last.text[2:]
                last.tag = "footer"


class _Captions(Treeprocessor):
    """A picture alone in its paragraph, whose title is then its caption."""

    def run(self, root: ElementTree.Element) -> None:
        for paragraph in list(root.iter("p")):
            picture = paragraph[0] if len(paragraph) == 1 else None
            if picture is None or picture.tag != "img" or "title" not in picture.attrib:
                continue
            if (paragraph.text or "").strip() or (picture.tail or "").strip():
                continue
            paragraph.tag = "figure"
            caption = ElementTree.SubElement(paragraph, "figcaption")
            caption.text = picture.attrib.pop("title")


def _addresses(root: ElementTree.Element) -> set[str]:
    """Return the addresses that a text has, and the one that every page gives what is on it."""
    return {"contenu", *(one.attrib["id"] for one in root.iter() if "id" in one.attrib)}


class _Headings(Treeprocessor):
    """Each heading can be linked to; those of a page's two first levels make its contents.

    The extension ``toc`` does so too, and writes the contents in HTML, which takes it four times as
    long as all this.
    """

    def __init__(self, md: Markdown, anchor: Anchor) -> None:
        super().__init__(md)
        self.anchor = anchor

    def run(self, root: ElementTree.Element) -> None:
        taken = _addresses(root)
        counts: dict[str, int] = {}
        found: list[Any] = []
        for heading in root.iter():
            if heading.tag not in _HEADINGS:
                continue
            name = self._name(heading)
            if "id" not in heading.attrib:
                anchor = self.anchor(html.unescape(name), "-")
                heading.set("id", unique(anchor, taken, counts))  # type: ignore[call-arg]
            if heading.tag in _IN_CONTENTS:
                address = unescape(heading.attrib["id"])
                found.append({"level": int(heading.tag[1]), "id": address, "name": name})
        setattr(self.md, "toc_tokens", nest_toc_tokens(found))  # noqa: B010

    def _name(self, heading: ElementTree.Element) -> str:
        text = heading.text or ""
        if len(heading) or _NOT_PLAIN.search(text):
            text = strip_tags(render_inner_html(remove_fnrefs(heading), self.md))
        return " ".join(text.split())


class _FoldOutAddresses(Treeprocessor):
    """A fold-out can be linked to, like a heading: by the words of its title."""

    def __init__(self, md: Markdown, anchor: Anchor) -> None:
        super().__init__(md)
        self.anchor = anchor

    def run(self, root: ElementTree.Element) -> None:
        taken = _addresses(root)
        for fold_out in root.iter("details"):
            title = fold_out.find("summary")
            if title is not None and "id" not in fold_out.attrib:
                fold_out.set("id", unique(self.anchor("".join(title.itertext()), "-"), taken))


# pymdownx has no types.
class _Blocks(BlocksProcessor):  # type: ignore[misc]
    """Blocks « /// », each parted from the words of its paragraph that stand before it.

    pymdownx reads those words while it asks whether a block begins. Where they hold a block of
    their own, in a quotation or an item of a list, it forgets by then the one that it had found,
    and asks the same again, without end.
    """

    cached_block: object

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Return whether a block begins in a paragraph, or goes on."""
        start = self.start.search(block)
        return bool(super().test(parent, block[start.start() :] if start else block))

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Part the paragraph, or read the block that begins it."""
        start = self.start.search(blocks[0]) if self.cached_block else None
        if start and start.start():
            self.cached_block = None
            words, block = blocks[0][: start.start()], blocks[0][start.start() + 1 :]
            blocks[:1] = [words, block]
        else:
            super().run(parent, blocks)

    def split_header(self, block: str, length: int) -> tuple[dict[str, Any] | None, str]:
        """Return the options that begin a block, None where no block has one of them, and the rest.

        pymdownx passes them on as named arguments: it would stop at « 2027: », and at « parent: ».
        """
        options, rest = super().split_header(block, length)
        known = {"attrs", *(name for kind in self.blocks.values() for name in kind.OPTIONS)}
        return (options if set(options or ()) <= known else None), rest


class _AllBlocks(BlocksMgrExtension):  # type: ignore[misc]
    """What every kind of block « /// » is read by: before the first of them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 — Python-Markdown's name
        super().extendMarkdown(md)
        self.extension = _Blocks(md.parser, md)
        md.parser.blockprocessors.register(self.extension, "blocks", 89.99)
        setattr(md.treeprocessors["blocks_on_inline_end"], "blocks", self.extension)  # noqa: B010


class _HouseStyle(Extension):
    def __init__(self, anchor: Anchor, words_of: Callable[[str], str]) -> None:
        super().__init__()
        self.anchor = anchor
        self.words_of = words_of

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 — Python-Markdown's name
        # A list that begins with « 3. » is numbered from there.
        setattr(md.parser.blockprocessors["olist"], "LAZY_OL", False)  # noqa: B010
        md.treeprocessors.register(_Attributions(md), "attributions", 15)
        md.treeprocessors.register(_Captions(md), "captions", 13)
        md.treeprocessors.register(_Headings(md, self.anchor), "headings", 5)
        # After the headings have theirs.
        md.treeprocessors.register(_FoldOutAddresses(md, self.anchor), "fold-out-addresses", 4)
        md.treeprocessors.register(Tables(md, self.words_of), "finished-tables", 3)


def converter_with(extension: Extension, words_of: Callable[[str], str]) -> Markdown:
    """Return a converter of this site with one more ``extension``.

    ``words_of`` gives the words of a text, letter for letter, from what the converter has of them.
    """

    def anchor(heading: str, separator: str) -> str:
        return slug_of(words_of(heading)).replace("-", separator) or "section"

    return Markdown(
        extensions=[
            "abbr",
            "attr_list",
            "def_list",
            "footnotes",
            "tables",
            _AllBlocks(),
            "pymdownx.blocks.admonition",
            "pymdownx.blocks.caption",
            "pymdownx.blocks.details",
            Exercises(),
            _HouseStyle(anchor, words_of),
            Inert(),
            extension,
        ],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": "Revenir à l’appel de la note {}", "UNIQUE_IDS": False},
            "tables": {"use_align_attribute": True},
        },
        output_format="html",
    )


def left_open(converter: Markdown) -> tuple[str, ...]:
    """Return the names of the blocks that a converter began in its last text and did not end."""
    blocks = converter.parser.blockprocessors["blocks"]
    assert isinstance(blocks, _Blocks)
    return tuple(entry.block.NAME for entry in blocks.stack)


_TAGS = re.compile(r"<[^>]+>")


def plain_text(html: str) -> str:
    """Return the words of an HTML fragment, for measuring and searching."""
    return " ".join(_TAGS.sub(" ", html).split())
