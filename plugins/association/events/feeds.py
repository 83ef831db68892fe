"""Feeds for readers: Atom (RFC 4287) and JSON Feed 1.1. Pure, and without a clock.

What an item says of an event is here too; what it says of a news item is the caller's.
"""

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from xml.etree import ElementTree as ET

from ..content.times import utc
from ..core.zone import PARIS
from ..pages.common import Link
from ..pages.context import Context
from .public_event import PublicEvent
from .recurrence import Occurrence
from .words import (
    joining_line,
    line,
    plain,
    programme_lines,
    registration_lines,
    state_sentence,
    titled,
    when_line,
    where_line,
)

# Readers keep what they have seen: older items only weigh.
MOST_ITEMS = 50
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class FeedHead:
    """A feed as a whole: ``url`` is its page, ``feed_url`` its own address, both full."""

    title: str
    description: str
    url: str
    feed_url: str
    author: str
    lang: str = "fr"


def head(context: Context, title: str, page: str, path: str) -> FeedHead:
    """Return what begins the feed at ``path`` about ``page``, both from the site's root."""
    addresses, identity = context.addresses, context.settings.identity
    return FeedHead(
        title=f"{title} – {identity.short_name}",
        description=identity.description,
        url=addresses.absolute(page),
        feed_url=addresses.absolute(path),
        author=identity.name,
    )


@dataclass(frozen=True)
class FeedItem:
    """An item: plain text, ``paragraphs`` being its body.

    ``id`` is a URI that never changes; ``updated`` and ``published`` are aware. ``author`` is who
    signed it, with the full address of a page or ``""``; None where that is the feed's.
    """

    id: str
    url: str
    title: str
    summary: str
    updated: datetime
    published: datetime | None = None
    paragraphs: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    lang: str = "fr"
    image: str = ""
    author: Link | None = None


def midnight(day: date) -> datetime:
    """Return the instant at which a day begins in Paris: what a news item's date stands for."""
    return datetime.combine(day, time(), PARIS)


def agenda_items(events: Iterable[PublicEvent]) -> list[FeedItem]:
    """Return an item for each event, the one that changed last first."""
    by_start = sorted(events, key=lambda event: event.uid)
    by_start.sort(key=lambda event: utc(event.first.starts_at), reverse=True)
    return [_agenda_item(event) for event in latest(by_start)]


def latest(events: Iterable[PublicEvent]) -> list[PublicEvent]:
    """Return the events, the one that changed last first."""
    return sorted(events, key=lambda event: event.revision.stamp, reverse=True)


def _agenda_item(event: PublicEvent) -> FeedItem:
    words = (event.category.name, event.series.name if event.series else "")
    return FeedItem(
        id=uuid.uuid5(uuid.NAMESPACE_URL, event.uid).urn,
        url=event.url,
        title=titled(event, event.state),
        summary=event.summary,
        updated=event.revision.stamp,
        published=event.revision.created,
        paragraphs=tuple(_paragraphs(event)),
        categories=tuple(word for word in words if word),
        lang=event.lang,
        image=event.picture.url if event.picture else "",
    )


def _paragraphs(event: PublicEvent) -> Iterable[str]:
    """Yield what an item says of an event: state, dates, place, summary, registration."""
    if len(event.dates) == 1:
        yield from filter(None, (state_sentence(event, event.dates[0]),))
    yield from (_date_line(event, date_) for date_ in event.dates)
    yield from filter(None, (where_line(event), event.summary))
    taking_place = sorted(
        (date_ for date_ in event.dates if date_.state.takes_place), key=lambda one: one.is_full
    )
    if taking_place:
        coming = taking_place[0]
        yield from filter(None, (joining_line(event, coming),))
        yield from programme_lines(event, coming)
        yield from registration_lines(event, coming)


def _date_line(event: PublicEvent, date_: Occurrence) -> str:
    words = when_line(event, date_)
    start = words[0].upper() + words[1:]
    state = state_sentence(event, date_) if event.is_one_of_many else ""
    full = "Complet." if event.is_one_of_many and date_.is_full and date_.state.takes_place else ""
    where = f"{where_line(event, date_)}." if date_.own_place else ""
    return " ".join(part for part in (f"{start}.", where, state, full) if part)


def atom(head: FeedHead, items: Sequence[FeedItem]) -> bytes:
    """Return the Atom feed of the first items."""
    shown = items[:MOST_ITEMS]
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": head.lang})
    _text(feed, "id", head.feed_url)
    _text(feed, "title", head.title)
    if head.description:
        _text(feed, "subtitle", head.description)
    _text(feed, "updated", _instant(max((item.updated for item in shown), default=_LONG_AGO)))
    ET.SubElement(feed, "link", {"rel": "self", "href": head.feed_url})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": head.url})
    _text(ET.SubElement(feed, "author"), "name", head.author)
    for item in shown:
        _add_entry(feed, item, head)
    ET.indent(feed, " ")
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add_entry(feed: ET.Element, item: FeedItem, head: FeedHead) -> None:
    other = {"xml:lang": item.lang} if item.lang != head.lang else {}
    entry = ET.SubElement(feed, "entry", other)
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _text(entry, "updated", _instant(item.updated))
    if item.published:
        _text(entry, "published", _instant(item.published))
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
    if item.author:
        author = ET.SubElement(entry, "author")
        _text(author, "name", item.author.label)
        if item.author.url:
            _text(author, "uri", item.author.url)
    for category in item.categories:
        ET.SubElement(entry, "category", {"term": line(category)})
    _text(entry, "summary", item.summary)
    if item.paragraphs:
        _text(entry, "content", _html(item)).set("type", "html")


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = plain(text)
    return element


def json_feed(head: FeedHead, items: Sequence[FeedItem]) -> bytes:
    """Return the JSON Feed (https://jsonfeed.org/version/1.1) of the first items."""
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "description": head.description,
        "home_page_url": head.url,
        "feed_url": head.feed_url,
        "language": head.lang,
        "authors": [{"name": head.author, "url": head.url}],
        "items": [_json_item(item) for item in items[:MOST_ITEMS]],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(item: FeedItem) -> dict[str, object]:
    said: dict[str, object] = {
        "id": item.id,
        "url": item.url,
        "title": plain(item.title),
        "summary": plain(item.summary),
        "date_modified": _instant(item.updated),
        "language": item.lang,
        "tags": [line(category) for category in item.categories],
        "content_html": _html(item),
    }
    if item.author:
        url = {"url": item.author.url} if item.author.url else {}
        said["authors"] = [{"name": plain(item.author.label), **url}]
    if item.image:
        said["image"] = item.image
    return said | ({"date_published": _instant(item.published)} if item.published else {})


def _html(item: FeedItem) -> str:
    paragraphs = item.paragraphs or (item.summary,)
    return "".join(f"<p>{escape(plain(text))}</p>" for text in paragraphs)


def _instant(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
