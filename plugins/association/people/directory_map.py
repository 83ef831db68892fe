"""The map of the directory and the lists of links that say the same in words."""

from . import cartogram
from .directory_view import CountedLink, DirectoryMap, LinkGroup, MapCell
from .facets import (
    BY_DISTANCE,
    COUNTRY,
    LANGUAGE,
    LISTED,
    REGION,
    REMOTE,
    ROOT,
    Facet,
    Value,
    facet_path,
    list_path,
)
from .lists import Directory
from .values import value_of

# What the directory is said to be in figures, after its people: singular and plural.
_COUNTED = {
    REGION: ("région", "régions"),
    COUNTRY: ("pays", "pays"),
    LANGUAGE: ("langue", "langues"),
}
# At least so many people give a cell its weight.
_STEPS = (1, 3, 10, 30)


def directory_map(directory: Directory) -> DirectoryMap:
    """Return the map: a link for each place with somebody, the others without."""
    words = directory.context.content.vocabulary
    by_slug = {
        (facet is COUNTRY, word.slug): value_of(facet, word)
        for facet, kind in ((REGION, "regions"), (COUNTRY, "countries"))
        for word in words.of_kind(kind).values()
    }
    codes = {word.slug: word.code for word in words.of_kind("countries").values()}
    elsewhere = [
        (value.slug, codes[value.slug], value.name)
        for value in directory.values_of(COUNTRY)
        if codes[value.slug] != "FR"
    ]
    regions = (word.slug for word in words.of_kind("regions").values())
    drawn = cartogram.cells(regions, codes, elsewhere)
    width, height = cartogram.size(drawn)
    shown = tuple(_cell(cell, by_slug[cell.is_country, cell.slug], directory) for cell in drawn)
    return DirectoryMap(width, height, shown)


def _cell(cell: cartogram.Cell, value: Value, directory: Directory) -> MapCell:
    count = directory.count(value)
    return MapCell(
        name=value.name,
        lines=cell.lines,
        code=cell.code,
        url=directory.context.addresses.href(list_path((value,))) if count else "",
        count=count,
        weight=sum(count >= step for step in _STEPS),
        x=cell.x,
        y=cell.y,
        points=cell.points,
    )


def counted_link(directory: Directory, *values: Value) -> CountedLink:
    """Return the link to a list, called by its last value."""
    label = values[-1].name if values else "Tout l’annuaire"
    href = directory.context.addresses.href(list_path(values))
    return CountedLink(label, href, directory.count(*values))


def figures(directory: Directory) -> tuple[CountedLink, ...]:
    """Return what the directory counts of itself, each with the page that lists it; no nought."""
    href = directory.context.addresses.href
    counts = [
        (len(directory.people), ("praticien", "praticiens"), ROOT),
        *(
            (len(directory.values_of(facet)), words, facet_path(facet))
            for facet, words in _COUNTED.items()
        ),
    ]
    return tuple(
        CountedLink(one if count == 1 else several, href(path), count)
        for count, (one, several), path in counts
        if count
    )


def facet_group(directory: Directory, facet: Facet) -> LinkGroup:
    """Return the lists of a facet that hold somebody."""
    links = tuple(counted_link(directory, value) for value in directory.values_of(facet))
    return LinkGroup(facet.title, directory.context.addresses.href(facet_path(facet)), links)


def facet_groups(directory: Directory) -> tuple[LinkGroup, ...]:
    """Return the lists of all facets but places; working at a distance is a way to intervene."""
    groups = [facet_group(directory, facet) for facet in LISTED if facet not in (REGION, COUNTRY)]
    if directory.count(BY_DISTANCE):
        distance = LinkGroup(REMOTE.title, "", (counted_link(directory, BY_DISTANCE),))
        groups.append(distance)
    return tuple(group for group in groups if group.links)


def places(directory: Directory) -> tuple[LinkGroup, ...]:
    """Return the lists of regions by country, then the countries without a known region."""
    words = directory.context.content.vocabulary
    country_of = {
        value_of(REGION, word): word.country for word in words.of_kind("regions").values()
    }
    regions = directory.values_of(REGION)
    groups, others = [], []
    for country in directory.values_of(COUNTRY):
        within = [value for value in regions if country_of[value] == country.name]
        if within:
            links = tuple(counted_link(directory, value) for value in within)
            url = directory.context.addresses.href(list_path((country,)))
            groups.append(LinkGroup(country.name, url, links))
        else:
            others.append(counted_link(directory, country))
    elsewhere = (LinkGroup("Ailleurs", "", tuple(others)),) if others else ()
    return *groups, *elsewhere
