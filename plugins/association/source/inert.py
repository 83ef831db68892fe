"""Nothing that an editor writes acts in a visitor's browser, whatever the checks overlooked.

The checks say in French what is not admitted, where and how to mend it; they read the source, and
a source has many ways to hide an address or an attribute. Here the finished tree is what counts:
an attribute, a scheme or a tag that is not on these lists does not reach the page.
"""

import html
import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from .schemes import is_admitted
from .tags import plain_tag

_ATTRIBUTES = frozenset(
    [
        "align",
        "alt",
        "aria-labelledby",
        "class",
        "colspan",
        "decoding",
        "dir",
        "fetchpriority",
        "height",
        "href",
        "id",
        "lang",
        "loading",
        "open",
        "rel",
        "role",
        "rowspan",
        "scope",
        "sizes",
        "src",
        "srcset",
        "start",
        "tabindex",
        "title",
        "type",
        "width",
    ]
)
ADDRESSES = ("href", "src")
_ENTITY = re.compile(r"&(#\d+|#x[0-9a-f]+|\w+);", re.IGNORECASE)


class _InertTree(Treeprocessor):
    """Drops the attributes and the addresses that are not admitted."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            for name in list(element.attrib):
                is_address = name in ADDRESSES
                if name not in _ATTRIBUTES or (
                    is_address and not is_admitted(element.get(name, ""))
                ):
                    del element.attrib[name]


class _InertTags(Postprocessor):
    """Shows as text each piece of HTML that is neither an admitted tag nor a sign's name."""

    def run(self, text: str) -> str:
        stash = self.md.htmlStash.rawHtmlBlocks
        for index, block in enumerate(stash):
            if isinstance(block, str) and not (plain_tag(block) or _ENTITY.fullmatch(block)):
                stash[index] = html.escape(block, quote=False)
        return text


class Inert(Extension):
    """Makes a converter write nothing that acts."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 — Python-Markdown's name
        # After every other: what « unescape » gives back is seen, and so is what attr_list adds.
        md.treeprocessors.register(_InertTree(md), "inert-tree", -10)
        # Before the pieces of HTML are put back.
        md.postprocessors.register(_InertTags(md), "inert-tags", 35)
