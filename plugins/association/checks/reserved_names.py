"""Names of files that give a page no address of its own. Pure.

Some would take the address of a page which the site makes itself; others were never changed.
"""

import re
from collections.abc import Iterator, Mapping

from ..content.addresses import OWN_PAGES, OWN_PAGES_OF_THE_AGENDA, path_of
from ..content.common import LANGUAGES_OF_ENTRIES
from ..content.content_types import CONTENT_TYPES
from ..content.entry import Entry, title_of
from ..content.event_parts import DRAFT
from ..content.schema import WrittenEntry
from ..core.words import slug_of
from ..people.facets import COMPARISON, FACETS
from ..problems.findings import Finding, Span

_OF_THE_DIRECTORY = frozenset((COMPARISON, *(facet.folder for facet in FACETS)))
# The folders beside the pages: the theme, pictures, what commands build.
_BESIDE = frozenset(("theme", "images", "redaction", "pagefind"))
_TAKEN: Mapping[str, frozenset[str]] = {
    "agenda": OWN_PAGES_OF_THE_AGENDA,
    "praticiens": _OF_THE_DIRECTORY,
    "pages": OWN_PAGES | _BESIDE,
}
# Where the translations of the home page and of the lists are.
_TRANSLATIONS = frozenset(LANGUAGES_OF_ENTRIES)


def name_left_as_it_was(entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    """Find the name that a new file has on the forge until somebody changes it."""
    is_draft = getattr(entry.written, "status", "") == DRAFT
    if is_draft or f"{entry.slug}.md" != CONTENT_TYPES[entry.folder].new_file[1]:
        return
    name = slug_of(title_of(entry))
    yield Finding(
        Span(),
        "nom-de-fichier",
        f"« {entry.slug}.md » est le nom d’un fichier neuf : il ne dit rien de cette page",
        f"renommez le fichier « {name}.md »" if name else "renommez le fichier",
    )


def taken_name(entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    """Find an entry whose page would be written over another one."""
    its_type = CONTENT_TYPES[entry.folder]
    is_year = its_type.is_by_year and re.fullmatch(r"\d{4}", entry.slug)
    is_taken = entry.slug in _TAKEN.get(entry.folder, ()) or entry.slug in _TRANSLATIONS
    if not is_year and not is_taken:
        return
    address = path_of(entry.folder, entry.slug)
    yield Finding(
        Span(),
        "nom-reserve",
        f"« {address} » est déjà l’adresse d’une autre page {its_type.place}",
        f"renommez le fichier, par exemple « {its_type.free_name.format(entry.slug)}.md »",
    )
