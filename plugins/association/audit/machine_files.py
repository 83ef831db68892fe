"""Every file for programs is one that programs read: calendars, cards, feeds, data, map."""

import json
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import icalendar
import vobject  # type: ignore[import-untyped]

from .faults import Fault
from .site_folder import SiteFolder

_ATOM = "{http://www.w3.org/2005/Atom}"
_FEED_PARTS = ("id", "title", "updated")


def faults(site: SiteFolder) -> Iterator[Fault]:
    """Yield the files and the structured data that a program would refuse."""
    for name, path in site.files.items():
        for ending, wrong in _READERS.items():
            if name.endswith(ending) and (message := wrong(path.read_bytes())):
                yield Fault(name, 0, message)
                break
    for page in site.pages.values():
        for text in page.json_ld:
            if message := _structured_data(text):
                yield Fault(page.file, 0, message)


def _calendar(content: bytes) -> str:
    try:
        calendar = icalendar.Calendar.from_ical(content)
    except ValueError as error:
        return f"calendrier illisible ({error})"
    broken = [str(error) for part in calendar.walk() for error in part.errors]
    names = [str(event["UID"]) for event in calendar.walk("VEVENT") if "RECURRENCE-ID" not in event]
    if len(names) != len(set(names)):
        broken.append("deux évènements de même identifiant")
    if any(ending != b"\r" for ending in (line[-1:] for line in content.split(b"\n")[:-1])):
        broken.append("une ligne ne finit pas par CRLF")
    return f"calendrier : {broken[0]}" if broken else ""


def _cards(content: bytes) -> str:
    try:
        for card in vobject.readComponents(content.decode("utf-8")):
            card.validate(raiseException=True)
    except (vobject.base.VObjectError, UnicodeDecodeError, ValueError) as error:
        return f"carte de contact illisible ({error})"
    return ""


def _feed(content: bytes) -> str:
    try:
        feed = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        return f"flux illisible ({error})"
    for part in (feed, *feed.iter(f"{_ATOM}entry")):
        lacking = [name for name in _FEED_PARTS if not (part.findtext(_ATOM + name) or "").strip()]
        if lacking:
            return f"flux : « {lacking[0]} » manque"
    return ""


def _xml(content: bytes) -> str:
    try:
        ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        return f"XML illisible ({error})"
    return ""


def _json(content: bytes) -> str:
    try:
        json.loads(content)
    except ValueError as error:
        return f"JSON illisible ({error})"
    return ""


def _structured_data(text: str) -> str:
    try:
        data = json.loads(text)
    except ValueError as error:
        return f"données structurées illisibles ({error})"
    if data.get("@context") != "https://schema.org":
        return "données structurées : « @context » n’est pas https://schema.org"
    nodes = data.get("@graph", [data])
    return (
        "" if all("@type" in node for node in nodes) else "données structurées : « @type » manque"
    )


# By ending, the first that fits.
_READERS: dict[str, Callable[[bytes], str]] = {
    ".ics": _calendar,
    ".vcf": _cards,
    ".atom": _feed,
    ".xml": _xml,
    ".svg": _xml,
    ".json": _json,
    ".webmanifest": _json,
}
