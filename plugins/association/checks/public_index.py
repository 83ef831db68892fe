"""What of a site a text can be checked against where its other files are not: in a browser. Pure.

Only what the site publishes anyhow: its controlled words, the addresses of its pages and files, and
what of the association's and of people may stand in a text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..content.entry import AnyEntry, Entry
from ..content.policy import Policy
from ..content.practitioner import WrittenContact
from ..content.reading import Content
from ..content.schema import TYPES, Vocabulary, WrittenEntry
from ..content.waiting import waits
from ..problems.findings import Span
from ..source.body import Body
from ..source.frontmatter import FrontMatter, Table
from .contact_details import contacts_agreed_to
from .references import files_named

_ANCHOR = re.compile(r'\bid="([^"]+)"')
_PICTURE = re.compile(r"images/[\w./-]+")
_NO_FRONT = FrontMatter(Table(Span()))
# An entry of the index is out whatever the day, and says nothing of how to reach anybody.
_NO_CONTACT = WrittenContact.model_construct(mode="secrétariat")
_KNOWN: dict[str, Any] = {"date": date.min, "contact": _NO_CONTACT}


@dataclass(frozen=True)
class PublicIndex:
    """The words, the policy, and by the path of each entry from the content's folder its anchors.

    ``translations`` and ``files`` are paths from there too. The contacts that people agreed to show
    stand among ``policy.own_contacts``.
    """

    vocabulary: Vocabulary
    policy: Policy
    entries: Mapping[str, tuple[str, ...]]
    translations: tuple[str, ...]
    files: tuple[str, ...]


@cache
def _json() -> TypeAdapter[PublicIndex]:
    """Return what reads and writes an index: to make it takes longer than most commands check."""
    return TypeAdapter(PublicIndex)


def public_index(content: Content, policy: Policy, day: date) -> PublicIndex:
    """Return the index of what ``content``, without those who do not show, publishes on ``day``."""
    out = [entry for entry in content.all_entries() if not waits(entry.path, content, day)]
    people = content.practitioners.values()
    agreed = {contact for person in people for contact in contacts_agreed_to(person)}
    return PublicIndex(
        content.vocabulary,
        replace(policy, own_contacts=policy.own_contacts | agreed),
        {entry.path: tuple(_ANCHOR.findall(entry.body.html)) for entry in out},
        tuple(path for path in content.translations if not waits(path, content, day)),
        tuple(sorted(set(_files(out, content)))),
    )


def _files(out: list[AnyEntry], content: Content) -> Iterator[str]:
    """Yield the documents, all of them public, and the pictures that a public entry shows."""
    yield from (path for path in content.static if path.startswith("documents/"))
    for entry in out:
        shown = (
            *_PICTURE.findall(entry.body.html),
            *(file for _path, file in files_named(entry.written)),
        )
        yield from (path for path in shown if path in content.static)


def as_json(index: PublicIndex) -> bytes:
    """Return an index for ``index_of_json``, the same for the same site."""
    policy = {**vars(index.policy), "own_contacts": sorted(index.policy.own_contacts)}
    ordered = replace(index, policy=replace(index.policy, own_contacts=frozenset()))
    plain = _json().dump_python(ordered, mode="json") | {"policy": policy}
    return TypeAdapter(dict[str, object]).dump_json(plain)


def index_of_json(written: bytes) -> PublicIndex:
    """Return the index that ``as_json`` wrote. Raises ValueError for anything else."""
    return _json().validate_json(written)


def content_of_index(index: PublicIndex) -> Content:
    """Return a content whose entries have their paths and anchors, and nothing else."""
    entries: dict[str, dict[str, Entry[WrittenEntry]]] = {folder: {} for folder in TYPES}
    for path, anchors in index.entries.items():
        folder, _, name = path.partition("/")
        if folder in TYPES and path not in index.translations:
            slug = name.removesuffix(".md")
            entries[folder][slug] = _bare_entry(folder, slug, anchors)
    return Content(
        Path("content"),
        index.vocabulary,
        entries,
        static=dict.fromkeys(index.files, 0),
        unread=frozenset(index.translations),
    )


def _bare_entry(folder: str, slug: str, anchors: tuple[str, ...]) -> Entry[WrittenEntry]:
    written = TYPES[folder].model_construct(**_KNOWN)
    body = Body("", anchors=anchors)
    return Entry(folder, slug, f"content/{folder}/{slug}.md", written, body, 1, _NO_FRONT, ())
