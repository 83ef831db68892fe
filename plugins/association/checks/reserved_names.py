"""Names of files that would take the address of a page which the site makes itself. Pure."""

import re
from collections.abc import Iterator, Mapping

from ..content.addresses import OWN_PAGES, OWN_PAGES_OF_THE_AGENDA
from ..content.common import LANGUAGES_OF_ENTRIES
from ..content.entry import Entry
from ..content.schema import WrittenEntry
from ..people.facets import FACETS
from ..problems.findings import Finding, Span

_FACETS = frozenset(facet.folder for facet in FACETS)
# The folders beside the pages: the theme, pictures and documents, what commands build.
_BESIDE = frozenset(("theme", "images", "documents", "redaction", "pagefind"))
_TAKEN: Mapping[str, frozenset[str]] = {
    "agenda": OWN_PAGES_OF_THE_AGENDA,
    "praticiens": _FACETS,
    "pages": OWN_PAGES | _BESIDE,
}
# Where the translations of the home page and of the lists are.
_TRANSLATIONS = frozenset(LANGUAGES_OF_ENTRIES)
_BY_YEAR = ("agenda", "actualites")
_EXAMPLES = {
    "agenda": "rencontre-{}",
    "actualites": "nouvelles-de-{}",
    "capsules": "capsule-{}",
    "metiers": "metier-{}",
    "praticiens": "prenom-{}",
    "pages": "a-propos-{}",
}
_PARTS = {
    "agenda": "de l’agenda",
    "actualites": "des actualités",
    "capsules": "des capsules",
    "metiers": "des métiers",
    "praticiens": "de l’annuaire",
    "pages": "du site",
}


def taken_name(entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    """Find an entry whose page would be written over another one."""
    is_year = entry.folder in _BY_YEAR and re.fullmatch(r"\d{4}", entry.slug)
    is_taken = entry.slug in _TAKEN.get(entry.folder, ()) or entry.slug in _TRANSLATIONS
    if not is_year and not is_taken:
        return
    address = {"praticiens": "annuaire/", "pages": ""}.get(entry.folder, f"{entry.folder}/")
    yield Finding(
        Span(),
        "nom-reserve",
        f"« {address}{entry.slug}/ » est déjà l’adresse d’une autre page {_PARTS[entry.folder]}",
        f"renommez le fichier, par exemple « {_EXAMPLES[entry.folder].format(entry.slug)}.md »",
    )
