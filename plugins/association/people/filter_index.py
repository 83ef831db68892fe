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
``initials``      of each person without a portrait the initials, else ``""``
``requests``      by place, of who says so: the instant to which new requests are taken on, in
                  minutes since 1970; less than nought to which they are not
``examples``      the places of invented people
================  =================================================================================
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from ..core.words import slug_of
from .directory_view import FilterRegion
from .facets import FILTERED, SECTOR, Facet, Value
from .view import Certification, PublicPerson

IN_TRAINING, WITHOUT_END = 0, 1
_USUAL_PORTRAIT = "images/praticiens/{slug}.svg"


def filter_index(
    base: str,
    people: Sequence[PublicPerson],
    regions: Sequence[FilterRegion],
) -> bytes:
    """Return the index of ``people``, in their order.

    ``base`` is the path of the site, ``regions`` all regions.
    """
    places = {region.slug: place for place, region in enumerate(regions)}
    titles = sorted(
        {certificate.metier.label for person in people for certificate in person.certifications}
    )
    facets = []
    columns = []
    for facet in FILTERED:
        of_people = [_values(facet, one) for one in people]
        words = sorted({value for values in of_people for value in values}, key=_by_name)
        rank = {value: place for place, value in enumerate(words)}
        facets.append([facet.key, facet.title, [[value.slug, value.name] for value in words]])
        columns.append([sorted(rank[value] for value in values) for values in of_people])
    index = {
        "base": base,
        "facets": facets,
        "regions": [
            [region.slug, region.name, region.country_code, list(region.postal_prefixes)]
            for region in regions
        ],
        "titles": titles,
        "names": [person.name for person in people],
        "slugs": _unexpected_slugs(people),
        "values": columns,
        "homes": [places.get(person.region.slug, -1) for person in people],
        "towns": [person.city for person in people],
        "at": [_hundredths(person) for person in people],
        "certificates": [
            [
                part
                for certificate in person.certifications
                for part in _certificate(certificate, titles)
            ]
            for person in people
        ],
        "portraits": [_portrait(person, base) for person in people],
        "initials": ["" if person.portrait else person.initials for person in people],
        "requests": {
            place: _minutes(person.requests.window.until) * (1 if person.requests.accepts else -1)
            for place, person in enumerate(people)
            if person.requests
        },
        "examples": [place for place, person in enumerate(people) if person.is_example],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _values(facet: Facet, person: PublicPerson) -> list[Value]:
    """Return the values of a facet that a person is found by; those of sectors have no lists."""
    if facet is SECTOR:
        return [Value(facet, term.slug, term.name, "") for term in person.sectors]
    return [value for value in person.values if value.facet is facet]


def _by_name(value: Value) -> tuple[str, str]:
    return slug_of(value.name), value.slug


def _unexpected_slugs(people: Iterable[PublicPerson]) -> dict[int, str]:
    return {
        place: person.slug
        for place, person in enumerate(people)
        if person.slug != slug_of(person.name)
    }


def _hundredths(person: PublicPerson) -> list[int]:
    at = person.position
    return [round(at.latitude * 100), round(at.longitude * 100)] if at else []


def _certificate(certificate: Certification, titles: Sequence[str]) -> tuple[int, int]:
    place = titles.index(certificate.metier.label)
    if certificate.granted is None:
        return place, IN_TRAINING
    if certificate.expires is None:
        return place, WITHOUT_END
    # Expired before the site was built: any instant that has passed says so.
    return place, _minutes(certificate.ends_at or f"{certificate.expires.iso}T12:00Z")


def _minutes(instant: str) -> int:
    """Return the minutes from 1970 to an instant."""
    return int(datetime.fromisoformat(instant).timestamp()) // 60


def _portrait(person: PublicPerson, base: str) -> str | int:
    portrait = person.portrait
    if portrait is None:
        return ""
    path = (portrait.thumbnail or portrait.url).removeprefix(f"{base}/")
    return 1 if path == _USUAL_PORTRAIT.format(slug=person.slug) else path
