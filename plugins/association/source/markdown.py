"""Markdown to HTML, as this site writes it: one reused converter, a table of contents.

Rendering is a pure function of the text. Links to other files stay as ``{filename}…`` and
``{static}…``: Pelican resolves them.
"""

import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import unique
from markdown.treeprocessors import Treeprocessor

from ..core.words import slug_of
from .headings import Heading
from .inert import Inert

_DASHES = ("— ", "– ")


@dataclass(frozen=True)
class Rendered:
    """The HTML of a body and its headings."""

    html: str
    headings: tuple[Heading, ...]


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


class _ScrollableTables(Treeprocessor):
    """A wide table scrolls within itself, by keyboard too, instead of widening the page."""

    def run(self, root: ElementTree.Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    frame = ElementTree.Element("div", {"class": "tableau"})
                    parent.remove(child)
                    frame.append(child)
                    parent.insert(index, frame)


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


class _FoldOutAddresses(Treeprocessor):
    """A fold-out can be linked to, like a heading: by the words of its title."""

    def run(self, root: ElementTree.Element) -> None:
        taken = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
        for fold_out in root.iter("details"):
            title = fold_out.find("summary")
            if title is not None and "id" not in fold_out.attrib:
                fold_out.set("id", unique(_anchor("".join(title.itertext()), "-"), taken))


class _HouseStyle(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 — Python-Markdown's name
        md.treeprocessors.register(_Attributions(md), "attributions", 15)
        md.treeprocessors.register(_Captions(md), "captions", 13)
        md.treeprocessors.register(_ScrollableTables(md), "scrollable-tables", 14)
        # After the headings have theirs.
        md.treeprocessors.register(_FoldOutAddresses(md), "fold-out-addresses", 4)


def _anchor(heading: str, separator: str) -> str:
    """Return the anchor of a heading: its words in small letters without accents."""
    return slug_of(heading).replace("-", separator) or "section"


@cache
def _converter() -> Markdown:
    return Markdown(
        extensions=[
            "abbr",
            "attr_list",
            "def_list",
            "footnotes",
            "tables",
            "toc",
            "pymdownx.blocks.admonition",
            "pymdownx.blocks.caption",
            "pymdownx.blocks.details",
            _HouseStyle(),
            Inert(),
        ],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": "Revenir à l’appel de la note {}", "UNIQUE_IDS": False},
            "tables": {"use_align_attribute": True},
            "toc": {"slugify": _anchor, "toc_depth": "2-3"},
        },
        output_format="html",
    )


def render(text: str) -> Rendered:
    """Return the HTML of a Markdown text and its headings of levels 2 and 3."""
    converter = _converter()
    converter.reset()
    html = converter.convert(text)
    tokens = getattr(converter, "toc_tokens", [])
    return Rendered(html, tuple(_heading(token) for token in tokens))


def _heading(token: dict[str, object]) -> Heading:
    children = token["children"]
    assert isinstance(children, list)
    return Heading(str(token["name"]), str(token["id"]), tuple(_heading(c) for c in children))


_TAGS = re.compile(r"<[^>]+>")


def plain_text(html: str) -> str:
    """Return the words of an HTML fragment, for measuring and searching."""
    return " ".join(_TAGS.sub(" ", html).split())
