"""The links of a text to other entries: where they lead, and the text without some. Pure."""

import re
from collections.abc import Collection
from dataclasses import replace
from posixpath import dirname, join, normpath
from typing import TypeVar
from urllib.parse import unquote

from .entry import Entry
from .reading import Content
from .schema import WrittenEntry

W = TypeVar("W", bound=WrittenEntry)

_LINK = re.compile(
    r"(?<!!)\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]"
    r"\(\{filename\}(?P<path>[^()\s#]*)(?:#[^()\s]*)?(?:\s+\"[^\"]*\")?\)"
)


def path_from_root(path: str, source: str) -> str:
    """Return where a link in the file ``source`` leads, as Pelican resolves it.

    Both are paths from the content's folder.
    """
    if path.startswith("/"):
        return normpath(path[1:])
    return normpath(join(dirname(source), path))


def without_links_to(markdown: str, source: str, paths: Collection[str]) -> str:
    """Return the text of the file ``source`` with its links to ``paths`` reduced to their words.

    All paths are from the content's folder.
    """

    def words(link: re.Match[str]) -> str:
        leads_to = path_from_root(unquote(link["path"]), source)
        return link["words"] if leads_to in paths else link[0]

    return _LINK.sub(words, markdown) if paths else markdown


def content_without_links_to(content: Content, paths: Collection[str]) -> Content:
    """Return the content with all links to ``paths`` reduced to their words."""

    def plain(entry: Entry[W]) -> Entry[W]:
        return replace(entry, markdown=without_links_to(entry.markdown, entry.path, paths))

    return replace(
        content,
        entries={
            folder: {slug: plain(entry) for slug, entry in of_type.items()}
            for folder, of_type in content.entries.items()
        },
        translations={
            path: replace(translated, entry=plain(translated.entry))
            for path, translated in content.translations.items()
        },
    )
