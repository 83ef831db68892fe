"""The links of a text to other entries: where they lead, and the text without some. Pure."""

from collections.abc import Collection
from dataclasses import replace
from posixpath import dirname, join, normpath
from typing import TypeVar
from urllib.parse import unquote

from ..source.block_lines import HEAD
from ..source.body import Body
from .entry import Entry
from .reading import Content
from .schema import WrittenEntry

_TO_ENTRY = "{filename}"
W = TypeVar("W", bound=WrittenEntry)


def path_from_root(path: str, source: str) -> str:
    """Return where a link in the file ``source`` leads, as Pelican resolves it.

    Both are paths from the content's folder.
    """
    if path.startswith("/"):
        return normpath(path[1:])
    return normpath(join(dirname(source), path))


def path_of_link(target: str, source: str) -> str | None:
    """Return where a ``{filename}`` link of the file ``source`` leads, None for any other link."""
    if not target.startswith(_TO_ENTRY):
        return None
    path = target.removeprefix(_TO_ENTRY).partition("#")[0]
    return path_from_root(unquote(path), source)


def without_links_to(body: Body, source: str, paths: Collection[str]) -> str:
    """Return the text of the file ``source`` with its links to ``paths`` reduced to their words.

    All paths are from the content's folder.
    """
    text = body.text
    for link in reversed(body.links):
        if not link.is_picture and path_of_link(link.target, source) in paths:
            words = text[link.label.start : link.label.end]
            text = text[: link.place.start] + words + text[link.place.end :]
    return text


def without_cards_of(text: str, slug: str) -> str:
    """Return a text without the cards of the practitioner ``slug``; what stands in them stays."""
    lines = text.split("\n")
    gone: set[int] = set()
    for number, line in enumerate(lines):
        head = HEAD.match(line)
        if head and (head["name"], head["argument"]) == ("praticien", slug):
            ends = (n for n in range(number + 1, len(lines)) if lines[n].strip() == head["mark"])
            gone |= {number, next(ends, number)}
    return "\n".join(line for number, line in enumerate(lines) if number not in gone)


def content_without_links_to(content: Content, paths: Collection[str]) -> Content:
    """Return the content with all links to ``paths`` reduced to their words."""

    from ..source.tree import read_body  # noqa: PLC0415 — as in ``reading``

    def plain(entry: Entry[W]) -> Entry[W]:
        text = without_links_to(entry.body, entry.path, paths)
        return entry if text == entry.markdown else replace(entry, body=read_body(text))

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
