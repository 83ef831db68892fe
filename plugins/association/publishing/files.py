"""Every file of the site that is no page: what machines read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..outputs.sitemap import robots, sitemap
from .book import PageToWrite
from .house import House


@dataclass(frozen=True)
class FileToWrite:
    """A file: its path on the site and its bytes."""

    path: str
    content: bytes


def all_files(house: House, pages: Sequence[PageToWrite]) -> Iterator[FileToWrite]:
    """Yield every file besides the pages, the pictures, the documents and the theme."""
    addresses = house.addresses
    indexed = sorted(page.path for page in pages if page.head.index)
    yield FileToWrite("sitemap.xml", sitemap(addresses.absolute(path) for path in indexed))
    yield FileToWrite("robots.txt", robots(addresses.absolute("sitemap.xml")))
