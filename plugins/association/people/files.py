"""The directory for programs: each list and each person as files, and the filter's data.

Each is made of what its page carries, so that the directory is worked out once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..content.addresses import path_of
from ..pages.context import Context
from ..pages.page import OutputFile, OutputPage
from .directory_csv import names_csv, people_csv, person_row
from .directory_json import names_json, people_json, person_json
from .directory_view import ListToWrite
from .facets import ROOT
from .vcard import group_vcard, vcard
from .view import PublicPerson


@dataclass(frozen=True)
class _Lines:
    """One person in each of the three forms."""

    vcard: bytes
    csv: str
    json: str


def directory_files(context: Context, pages: Iterable[OutputPage]) -> Iterator[OutputFile]:
    """Yield the files of the directory's lists, of its people and of its filter."""
    organization = context.settings.identity.name
    known: dict[str, _Lines] = {}
    for page in pages:
        written = page.values.get("list_to_write")
        if isinstance(written, ListToWrite):
            if written.are_named:
                yield from _files_of_names(written, context)
                continue
            for person in written.people:
                if person.slug not in known:
                    known[person.slug] = _lines(person, organization)
            yield from _list_files(written, known, context)
        yield from page.values.get("filter_files", ())  # type: ignore[misc]
    for slug, lines in known.items():
        yield OutputFile(vcard_path(slug), lines.vcard)


def _files_of_names(written: ListToWrite, context: Context) -> Iterator[OutputFile]:
    """Yield files that name the people of a list and lead to the files of everybody."""
    stem, absolute = f"{written.path}{written.name}", context.addresses.absolute
    url, everybody = absolute(written.path), f"{ROOT}annuaire"
    card = group_vcard(written.title, url, absolute(f"{everybody}.vcf"), written.people)
    yield OutputFile(f"{stem}.vcf", card)
    yield OutputFile(f"{stem}.csv", names_csv(written.people))
    listed = names_json(written.title, url, absolute(f"{everybody}.json"), written.people)
    yield OutputFile(f"{stem}.json", listed)


def vcard_path(slug: str) -> str:
    """Return the path of the vCard of a person."""
    return f"{path_of('praticiens', slug)}{slug}.vcf"


def _lines(person: PublicPerson, organization: str) -> _Lines:
    return _Lines(vcard(person, organization), person_row(person), person_json(person))


def _list_files(
    written: ListToWrite, known: Mapping[str, _Lines], context: Context
) -> Iterator[OutputFile]:
    stem = f"{written.path}{written.name}"
    url = context.addresses.absolute(written.path)
    people = [known[person.slug] for person in written.people]
    if people:
        # RFC 6350 has no address book without a card; a table or JSON of nobody still says so.
        yield OutputFile(f"{stem}.vcf", b"".join(lines.vcard for lines in people))
    yield OutputFile(f"{stem}.csv", people_csv(lines.csv for lines in people))
    json = people_json(written.title, url, (lines.json for lines in people))
    yield OutputFile(f"{stem}.json", json)
