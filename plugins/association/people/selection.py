"""One list of people: its words, its sheets, what is within it and around it.

« Votre sélection », of the people whom a visitor chose, is ``comparison_page``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ..pages.common import Link
from .directory_map import counted_link, facet_groups, places
from .directory_view import (
    CountedLink,
    Downloads,
    FilterStart,
    LinkGroup,
    PeopleGroup,
    PeopleSection,
    Selection,
    Sheet,
)
from .facets import (
    BY_DISTANCE,
    COUNTRY,
    REGION,
    WITHIN_A_REGION,
    Value,
    file_name,
    has_files,
    list_path,
    sentence,
    title,
)
from .listing import nearest
from .lists import Directory
from .view import PublicPerson
from .words_pages import first_words

Values = tuple[Value, ...]

# The people on one sheet of a list: what is read, printed and loaded at once.
PEOPLE_A_SHEET = 60
_ALTERNATIVES = 3
# More would make the links of long lists grow with the square of their length.
_SHEETS_AROUND = 2

_BY_COUNTRY = (
    "Par pays, par région puis par nom : personne n’est mis en avant. Chacun est présenté dans la "
    "région où il est installé."
)
_BY_NEARNESS = (
    "D’abord les personnes installées sur place, par nom ; puis celles qui viennent d’ailleurs, de "
    "la plus proche à la plus lointaine : personne n’est mis en avant."
)


def sheets(full_directory: Directory, values: Values, start: FilterStart) -> list[Selection]:
    """Return the sheets of a list: at least one, even of nobody."""
    people = full_directory.of(values)
    is_by_region = full_directory.is_by_region(*values)
    shown = () if is_by_region else people
    rows = [shown[at : at + PEOPLE_A_SHEET] for at in range(0, len(shown), PEOPLE_A_SHEET)] or [
        shown
    ]
    count = len(people)
    whole = Selection(
        title=title(values),
        introduction=_introduction(values, people),
        order=_BY_NEARNESS if _is_region(values) else _BY_COUNTRY,
        people_count=count,
        sections=(),
        narrower=_narrower(full_directory, values),
        wider=_wider(full_directory, values),
        alternatives=() if count else _alternatives(full_directory, values),
        downloads=_downloads(full_directory, values),
        sheet=_sheet(full_directory, values, 1, len(rows)),
        filter=start,
        said=first_words(full_directory, values),
        by_region=_by_region(full_directory, values) if is_by_region else (),
        is_short=full_directory.is_long(),
    )
    return [
        replace(
            whole,
            sections=_sections(values, row),
            sheet=_sheet(full_directory, values, number, len(rows)),
        )
        for number, row in enumerate(rows, start=1)
    ]


def _is_region(values: Values) -> bool:
    return bool(values) and values[0].facet is REGION


def _introduction(values: Values, people: Sequence[PublicPerson]) -> str:
    """Return who is in a list, in a sentence or two that stay true."""
    count = len(people)
    if not values:
        return f"{count} personnes" if count != 1 else "1 personne"
    said = [sentence(values, count)]
    if _is_region(values) and count:
        here = sum(person.region.slug == values[0].slug for person in people)
        said.append(_based_here(here, count))
    remote = sum(person.is_remote for person in people)
    if remote and BY_DISTANCE not in values and count > 1:
        said.append(
            f"{remote} travaillent aussi à distance."
            if remote > 1
            else "L’une d’elles travaille aussi à distance."
        )
    return " ".join(said)


def _based_here(here: int, count: int) -> str:
    if here == count:
        return "Elle y est installée." if count == 1 else "Toutes y sont installées."
    if here == 0:
        return "Elle s’y déplace." if count == 1 else "Toutes s’y déplacent."
    return (
        f"{here} y sont installées, les autres s’y déplacent."
        if here > 1
        else (
            "L’une y est installée, les autres s’y déplacent."
            if count > 2
            else "L’une y est installée, l’autre s’y déplace."
        )
    )


def _sections(values: Values, people: Sequence[PublicPerson]) -> tuple[PeopleSection, ...]:
    if not people:
        return ()
    if _is_region(values):
        return (_here_and_elsewhere(values[0], people),)
    sections = []
    for country, of_country in groupby(people, lambda person: person.country):
        groups = tuple(
            PeopleGroup(region.name, f"region-{region.slug}", tuple(of_region))
            for region, of_region in groupby(of_country, lambda person: person.region)
        )
        sections.append(PeopleSection(country.name, f"pays-{country.slug}", groups))
    return tuple(sections)


def _here_and_elsewhere(region: Value, people: Sequence[PublicPerson]) -> PeopleSection:
    here = tuple(person for person in people if person.region.slug == region.slug)
    elsewhere = tuple(person for person in people if person.region.slug != region.slug)
    groups = (
        PeopleGroup("Sur place", "sur-place", here),
        PeopleGroup("Viennent d’ailleurs", "d-ailleurs", elsewhere),
    )
    return PeopleSection("", "", tuple(group for group in groups if group.people))


def _narrower(full_directory: Directory, values: Values) -> tuple[LinkGroup, ...]:
    """Return the lists within a list: choices within a region, regions of a choice."""
    if not values:
        return facet_groups(full_directory)
    if len(values) == 2:
        return ()
    only = values[0]
    if only.facet is REGION:
        groups = [
            LinkGroup(
                facet.title,
                "",
                tuple(
                    counted_link(full_directory, only, value)
                    for value in full_directory.values_of(facet)
                    if full_directory.count(only, value)
                ),
            )
            for facet in WITHIN_A_REGION
        ]
    elif only.facet is COUNTRY:
        found = (group.links for group in places(full_directory) if group.title == only.name)
        groups = [LinkGroup(REGION.title, "", links) for links in found]
    else:
        links = tuple(
            replace(counted_link(full_directory, region, only), label=region.name)
            for region in full_directory.values_of(REGION)
            if full_directory.count(region, only)
        )
        groups = [LinkGroup(REGION.title, "", links)]
    return tuple(group for group in groups if group.links)


def _by_region(full_directory: Directory, values: Values) -> tuple[CountedLink, ...]:
    """Return for each region how many of a list are there, and the page that shows them.

    Where no page is of the pair, the filter narrows that of the region by the link's fragment.
    """
    served = Counter(
        value.slug
        for person in (full_directory.lists[values] if values else full_directory.people)
        for value in person.values
        if value.facet is REGION
    )
    links = []
    for region in full_directory.values_of(REGION):
        page = (region, *values)
        narrowing = ""
        if page not in full_directory.lists:
            page, narrowing = (region,), f"#{values[0].facet.key}={values[0].slug}"
        href = full_directory.context.addresses.href(list_path(page)) + narrowing
        links.append(CountedLink(region.name, href, served[region.slug]))
    return tuple(link for link in links if link.count)


def _wider(full_directory: Directory, values: Values) -> tuple[CountedLink, ...]:
    if not values:
        return ()
    singles = (
        tuple(counted_link(full_directory, value) for value in values) if len(values) > 1 else ()
    )
    return (*singles, counted_link(full_directory))


def _alternatives(full_directory: Directory, values: Values) -> tuple[CountedLink, ...]:
    """Return what is nearest to a list of nobody: the next regions, or the facet's other lists."""
    only = values[0] if values else None
    if only is None:
        return ()
    if only.facet is REGION:
        near = nearest(
            full_directory.middles.get(only),
            full_directory.middles,
            full_directory.values_of(REGION),
        )
    else:
        near = sorted(
            full_directory.values_of(only.facet), key=lambda value: -full_directory.count(value)
        )
    links = [counted_link(full_directory, value) for value in near[:_ALTERNATIVES]]
    if full_directory.count(BY_DISTANCE):
        links.append(counted_link(full_directory, BY_DISTANCE))
    return tuple(links)


def _downloads(full_directory: Directory, values: Values) -> Downloads:
    of_files = values if has_files(values) else values[:1]
    if full_directory.is_named(*of_files):
        of_files = ()
    holds = "list" if of_files == values else "region" if of_files else "everybody"
    stem = full_directory.context.addresses.href(list_path(of_files) + file_name(of_files))
    return Downloads(f"{stem}.vcf", f"{stem}.csv", f"{stem}.json", holds)


def sheet_path(values: Values, number: int) -> str:
    return list_path(values) + (f"page-{number}/" if number > 1 else "")


def _sheet(full_directory: Directory, values: Values, number: int, count: int) -> Sheet:
    """Return one sheet of a list and the ways to the first, the last and those around it."""

    def href(other: int) -> str:
        return full_directory.context.addresses.href(sheet_path(values, other))

    around = range(max(1, number - _SHEETS_AROUND), min(count, number + _SHEETS_AROUND) + 1)
    numbers = sorted({1, *around, count}) if count > 1 else []
    return Sheet(
        number,
        count,
        tuple(Link(str(other), href(other)) for other in numbers),
        previous=href(number - 1) if number > 1 else "",
        next=href(number + 1) if number < count else "",
    )
