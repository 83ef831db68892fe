"""What nobody sees yet: drafts of news items and events, and news whose day has not come. Pure."""

from dataclasses import replace
from datetime import date

from .entry import AnyEntry
from .entry_links import content_without_links_to
from .event import WrittenEvent
from .news import WrittenNews
from .reading import Content


def is_published(item: WrittenNews, day: date) -> bool:
    """Return whether a news item is published on a day."""
    return item.status == "publié" and item.date <= day


def waits(path: str, content: Content, day: date) -> bool:
    """Return whether a path is that of an entry not out on a day, or of its translation."""
    folder, _, name = path.partition("/")
    entry = content.entries.get(folder, {}).get(name.partition(".")[0])
    return entry is not None and _waits(entry, day)


def _waits(entry: AnyEntry, day: date) -> bool:
    match entry.written:
        case WrittenNews() as item:
            return not is_published(item, day)
        case WrittenEvent() as event:
            return event.is_draft
    return False


def without_what_waits(content: Content, day: date) -> Content:
    """Return the content as the public sees it on a day.

    Links to what is not out are reduced to their words; events that are drafts leave, with what
    news items say of them.
    """
    paths = {entry.path for entry in content.all_entries() if waits(entry.path, content, day)}
    if not paths:
        return content
    shown = content_without_links_to(content, paths)
    drafts = {slug for slug, event in content.events.items() if event.written.is_draft}
    return _without_events(shown, drafts) if drafts else shown


def _without_events(content: Content, slugs: set[str]) -> Content:
    news = {
        slug: replace(item, written=item.written.model_copy(update={"event": None}))
        if item.written.event in slugs
        else item
        for slug, item in content.news.items()
    }
    events = {slug: event for slug, event in content.events.items() if slug not in slugs}
    return replace(content, entries={**content.entries, "actualites": news, "agenda": events})
