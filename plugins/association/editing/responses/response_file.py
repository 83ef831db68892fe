"""The file of a response: where it goes, what it is called, what stands in it. Pure."""

from datetime import date
from itertools import count
from urllib.parse import unquote, urlsplit

from ...content.addresses import path_of
from ...content.entry import AnyEntry
from ...content.reading import Content
from ...content.responses import ResponseName
from ...core.words import slug_of
from ..guide.json_schema import Node
from ..new.writing import file_text

_LONGEST = 40


def page_answered(written: str, content: Content) -> AnyEntry | None:
    """Return what has the page at an address, or the name « praticiens/jean-valjean »."""
    path = unquote(urlsplit(written.strip()).path).strip("/")
    folder, _, slug = path.removeprefix("content/").removesuffix(".md").partition("/")
    if slug in content.entries.get(folder, {}):
        return content.entries[folder][slug]
    for of_type in content.entries.values():
        for entry in of_type.values():
            page = path_of(entry.folder, entry.slug).strip("/")
            if page and (path == page or path.endswith(f"/{page}")):
                return entry
    return None


def name_of_response(page: AnyEntry, day: date, author: str, content: Content) -> ResponseName:
    """Return the first name, of the day and of who writes, that no response to the page has."""
    words = slug_of(author)[:_LONGEST].strip("-")
    base = f"{day.isoformat()}-{words or 'reponse'}"
    taken = {*content.responses, *content.unread}
    for number in count(1):
        stem = base if number == 1 else f"{base}-{number}"
        name = ResponseName(page.folder, page.slug, stem)
        if name.path not in taken:
            return name
    raise AssertionError


def text_of_response(author: str, day: date, parent: str, text: str, schema: Node) -> str:
    """Return the whole file; ``parent`` is the name of the response that is answered, if any."""
    values = {"nom": author, "date": day.isoformat()}
    if parent:
        values["en_reponse_a"] = parent
    return file_text(values, text, schema)
