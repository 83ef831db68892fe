"""What the live filter of the browser needs of everybody, as small as it gets. Pure.

One list a field, which compresses better than one object a person. A person is a place in these
lists; a word is its place in the list of its facet. Read by ``theme/static/js/annuaire-filtre.js``.

================  =================================================================================
``facets``        for each facet its key, its title and its words, each as slug and name
``regions``       for each region its slug, name, country code and the prefixes of its postal codes
``titles``        the names of métiers, in each form that somebody bears
``names``         of each person: the name
``slugs``         the slugs that the browser could not make from the name, by place
``values``        of each facet, of each person: the places of the words
``homes``         the place, in ``regions``, of the region of the base; -1 when it has no place
``towns``         the town, or ``""`` when its publication was not agreed to
``at``            latitude, then longitude, in hundredths of a degree, or nothing
``certificates``  for each métier held: the place in ``titles``, then 0 in training, 1 in force
                  without end, or the instant at which it lapses in minutes since 1970
``portraits``     the address of the portrait below ``base``, ``""`` without, 1 the usual one
``examples``      the places of invented people
================  =================================================================================
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from ..content.schema import Word
from ..core.words import slug_of
from ..pages.common import Term
from .directory_view import DirectoryEntry
from .facets import Facet
from .view import Certification

IN_TRAINING, WITHOUT_END = 0, 1
_USUAL_PORTRAIT = "images/praticiens/{slug}.svg"

Values = Mapping[Facet, Mapping[str, Sequence[Term]]]


def filter_index(
    base: str,
    entries: Sequence[DirectoryEntry],
    values: Values,
    regions: Sequence[tuple[Word, str]],
) -> bytes:
    """Return the index of ``entries``, in their order.

    ``base`` is the path of the site, ``values`` the words of each facet and person by slug,
    ``regions`` all regions with the code of their country.
    """
    places = {word.slug: place for place, (word, _) in enumerate(regions)}
    titles = sorted({held.metier.label for entry in entries for held in entry.card.certifications})
    facets = []
    columns = []
    for facet, of_people in values.items():
        words = sorted({term for terms in of_people.values() for term in terms}, key=_by_name)
        rank = {term: place for place, term in enumerate(words)}
        facets.append([facet.key, facet.title, [[term.slug, term.name] for term in words]])
        columns.append(
            [sorted({rank[term] for term in of_people[entry.card.slug]}) for entry in entries]
        )
    index = {
        "base": base,
        "facets": facets,
        "regions": [
            [word.slug, word.name, code, list(word.postal_prefixes)] for word, code in regions
        ],
        "titles": titles,
        "names": [entry.card.name for entry in entries],
        "slugs": _unexpected_slugs(entries),
        "values": columns,
        "homes": [places.get(entry.region.slug, -1) for entry in entries],
        "towns": [entry.city for entry in entries],
        "at": [_hundredths(entry) for entry in entries],
        "certificates": [
            [part for held in entry.card.certifications for part in _certificate(held, titles)]
            for entry in entries
        ],
        "portraits": [_portrait(entry, base) for entry in entries],
        "examples": [place for place, entry in enumerate(entries) if entry.card.is_example],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _by_name(term: Term) -> tuple[str, str]:
    return slug_of(term.name), term.slug


def _unexpected_slugs(entries: Iterable[DirectoryEntry]) -> dict[int, str]:
    return {
        place: entry.card.slug
        for place, entry in enumerate(entries)
        if entry.card.slug != slug_of(entry.card.name)
    }


def _hundredths(entry: DirectoryEntry) -> list[int]:
    at = entry.position
    return [round(at.latitude * 100), round(at.longitude * 100)] if at else []


def _certificate(held: Certification, titles: Sequence[str]) -> tuple[int, int]:
    place = titles.index(held.metier.label)
    if held.granted is None:
        return place, IN_TRAINING
    if held.expires is None:
        return place, WITHOUT_END
    if held.ends_at:
        return place, int(datetime.fromisoformat(held.ends_at).timestamp()) // 60
    # Expired before the site was built: any instant that has passed says so.
    return place, int(datetime.fromisoformat(f"{held.expires.iso}T12:00Z").timestamp()) // 60


def _portrait(entry: DirectoryEntry, base: str) -> str | int:
    portrait = entry.card.portrait
    if portrait is None:
        return ""
    path = (portrait.thumbnail or portrait.url).removeprefix(f"{base}/")
    return 1 if path == _USUAL_PORTRAIT.format(slug=entry.card.slug) else path
