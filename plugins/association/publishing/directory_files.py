"""The directory for programs: each list and each person as files, and the filter's data.

Each is made of what its page carries, so that the directory is worked out once.
"""

from collections.abc import Iterable, Iterator

from ..addresses import path_of
from ..outputs.people_csv import people_csv
from ..outputs.people_json import people_json
from ..outputs.vcard import vcard
from ..published.directory import ListToWrite
from .book import FileToWrite, PageToWrite
from .house import House


def directory_files(house: House, pages: Iterable[PageToWrite]) -> Iterator[FileToWrite]:
    """Yield the files of the directory's lists, of its people and of its filter."""
    organization = house.identity.name
    cards: dict[str, bytes] = {}
    for page in pages:
        written = page.values.get("list_to_write")
        if isinstance(written, ListToWrite):
            for entry in written.entries:
                if entry.card.slug not in cards:
                    cards[entry.card.slug] = vcard(entry, organization)
            yield from _list_files(written, cards, house)
        yield from page.values.get("filter_files", ())  # type: ignore[misc]
    for slug, card in cards.items():
        yield FileToWrite(vcard_path(slug), card)


def vcard_path(slug: str) -> str:
    """Return the path of the vCard of a person."""
    return f"{path_of('praticiens', slug)}{slug}.vcf"


def _list_files(
    written: ListToWrite, cards: dict[str, bytes], house: House
) -> Iterator[FileToWrite]:
    stem = f"{written.path}{written.name}"
    url = house.addresses.absolute(written.path)
    people = b"".join(cards[entry.card.slug] for entry in written.entries)
    yield FileToWrite(f"{stem}.vcf", people)
    yield FileToWrite(f"{stem}.csv", people_csv(written.entries))
    yield FileToWrite(f"{stem}.json", people_json(written.title, url, written.entries))
