"""The pages of the directory: everybody, each list of people, the values of each facet."""

from collections.abc import Iterator
from dataclasses import replace

from ..pages.common import Link
from ..pages.jsonld import Node
from ..pages.page import OutputPage, PageBuilder, Placement, text_of
from ..pages.printed_file import KEY as PRINTED
from ..pages.printed_file import PrintedFile
from .booklets import Booklets, printed_booklets
from .comparison_page import comparison_page
from .directory_map import directory_map, facet_group, places
from .directory_view import FilterStart, ListToWrite, Selection
from .facets import (
    COUNTRY,
    LISTED,
    REGION,
    REMOTE,
    ROOT,
    Facet,
    Value,
    facet_path,
    file_name,
    has_files,
    list_path,
    title,
)
from .jsonld_list import collection
from .lists import Directory, directory, filter_files, filter_start
from .selection import sheet_path, sheets
from .words_pages import PATH, has_words, words_pages

SECTION = "annuaire"

Values = tuple[Value, ...]


def directory_pages(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield the pages of the directory: whole, chosen people, lists, facets, words."""
    full_directory = directory(builder.context)
    files = filter_files(full_directory)
    start = filter_start(full_directory, files)
    if has_words(full_directory):
        start = replace(start, words_url=builder.context.addresses.href(PATH))
    booklets = printed_booklets(full_directory)
    more = {"filter_files": files, **_booklet(booklets.get(()))}
    yield from _whole(builder, full_directory, start, more)
    for values in full_directory.lists:
        if builder.wants_below(list_path(values)):
            yield from _list_pages(builder, full_directory, values, start, booklets)
    for facet in LISTED:
        if full_directory.values_of(facet) and builder.wants(facet_path(facet)):
            yield _facet_page(builder, full_directory, facet)
    yield from words_pages(builder, full_directory)


def _whole(
    builder: PageBuilder, full_directory: Directory, start: FilterStart, values: dict[str, object]
) -> Iterator[OutputPage]:
    page = builder.context.content.pages[SECTION]
    of_list = sheets(full_directory, (), start)
    more = {
        "text": text_of(page, builder.context),
        "selection": of_list[0],
        "map": directory_map(full_directory),
        "places": places(full_directory),
        "list_to_write": _to_write(full_directory, ()),
        **values,
    }
    place = Placement(
        (builder.home,), nodes=(_node(builder, page.written.title, ROOT, of_list[0]),)
    )
    yield builder.entry_page(page, more, place, kind="annuaire", section=SECTION)
    for sheet in of_list[1:]:
        yield _sheet_page(builder, (), sheet, Placement(builder.breadcrumbs_under(SECTION)))
    yield comparison_page(builder, of_list[0].downloads, SECTION)


def _list_pages(
    builder: PageBuilder,
    full_directory: Directory,
    values: Values,
    start: FilterStart,
    booklets: Booklets,
) -> Iterator[OutputPage]:
    """Yield the sheets of one list; the first carries what its files are made of."""
    scope = "&".join(f"{value.facet.key}={value.slug}" for value in values)
    of_list = sheets(full_directory, values, replace(start, scope=scope))
    crumbs = tuple(
        Link(value.name, builder.context.addresses.href(list_path(values[:depth])))
        for depth, value in enumerate(values[:-1], start=1)
    )
    facet = values[0].facet
    # A facet under which nobody is has no page of its own.
    if facet is not REMOTE and full_directory.values_of(facet):
        crumbs = (Link(facet.title, builder.context.addresses.href(facet_path(facet))), *crumbs)
    first = _sheet_page(
        builder, values, of_list[0], Placement(builder.breadcrumbs_under(SECTION, *crumbs))
    )
    head = replace(first.head, index=bool(of_list[0].people_count))
    files = _booklet(booklets.get(values))
    if has_files(values):
        files["list_to_write"] = _to_write(full_directory, values)
    yield replace(first, head=head, values={**first.values, **files})
    below = Link(of_list[0].title, builder.context.addresses.href(list_path(values)))
    for sheet in of_list[1:]:
        yield _sheet_page(
            builder, values, sheet, Placement(builder.breadcrumbs_under(SECTION, *crumbs, below))
        )


def _sheet_page(
    builder: PageBuilder, values: Values, selection: Selection, place: Placement
) -> OutputPage:
    number = selection.sheet.number
    path = sheet_path(values, number)
    words = selection.title if number == 1 else f"{selection.title} (page {number})"
    if has_files(values):
        # Structured data, as files, is of single values: that of a pair repeats its region's.
        place = place.with_json_ld(_node(builder, words, path, selection))
    return builder.page(
        "annuaire-liste",
        path,
        (words, selection.introduction),
        {"selection": replace(selection, title=words), "booklet": None},
        place,
        section=SECTION,
        summary_label="listes de l’annuaire",
    )


def _booklet(made: PrintedFile | None) -> dict[str, object]:
    """Return what the page of a list, and what writes files, get of its booklet."""
    return {"booklet": made.document, PRINTED: made} if made else {"booklet": None}


def _facet_page(builder: PageBuilder, full_directory: Directory, facet: Facet) -> OutputPage:
    group = facet_group(full_directory, facet)
    values = {
        "group": group,
        "places": places(full_directory) if facet in (REGION, COUNTRY) else (),
        "map": directory_map(full_directory) if facet in (REGION, COUNTRY) else None,
        "without": tuple(
            Link(value.name, builder.context.addresses.href(list_path((value,))))
            for value in full_directory.values_of_nobody(facet)
        ),
    }
    words = f"L’annuaire : {facet.title[0].lower()}{facet.title[1:]}"
    about = f"Les praticiens de l’annuaire, par {facet.one}."
    crumbs = Placement(builder.breadcrumbs_under(SECTION))
    return builder.page(
        "annuaire-facette",
        facet_path(facet),
        (words, about),
        values,
        crumbs,
        section=SECTION,
        summary_label="listes de l’annuaire",
    )


def _to_write(full_directory: Directory, values: Values) -> ListToWrite:
    return ListToWrite(
        list_path(values),
        file_name(values),
        title(values),
        full_directory.of(values),
        are_named=full_directory.is_named(*values),
    )


def _node(builder: PageBuilder, name: str, path: str, selection: Selection) -> Node:
    people = [
        (person.name, person.url)
        for section in selection.sections
        for group in section.groups
        for person in group.people
    ]
    regions = [(link.label, link.url) for link in selection.by_region]
    url = builder.context.addresses.absolute(path)
    return collection(name, url, builder.origin, regions or people)
