"""News items that nobody sees yet: drafts, and those whose day has not come. Pure."""

from datetime import date

from .entry_links import content_without_links_to
from .news import WrittenNews
from .reading import Content


def is_out(item: WrittenNews, day: date) -> bool:
    """Return whether a news item is published on a day."""
    return item.status == "publié" and item.date <= day


def waits(path: str, content: Content, day: date) -> bool:
    """Return whether a path is that of a news item not out on a day, or of its translation."""
    folder, _, name = path.partition("/")
    item = content.news.get(name.partition(".")[0]) if folder == "actualites" else None
    return item is not None and not is_out(item.written, day)


def without_links_to_waiting_news(content: Content, day: date) -> Content:
    """Return the content with its links to news items not out on a day reduced to their words."""
    paths = {entry.path for entry in content.all_entries() if waits(entry.path, content, day)}
    return content_without_links_to(content, paths) if paths else content
