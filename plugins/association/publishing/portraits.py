"""Portraits: they leave with the profile and its agreement, not because they lie in a folder."""

from collections.abc import Iterator

from .book import FileToWrite
from .house import House


def portrait_files(house: House) -> Iterator[FileToWrite]:
    """Yield the portraits of the people who are published and agreed to show theirs."""
    shown = {
        person.written.photo.file
        for person in house.practitioners
        if person.written.photo and "portrait" in person.written.consent.covers
    }
    for file in sorted(shown):
        yield FileToWrite(file, (house.content.root / file).read_bytes())
