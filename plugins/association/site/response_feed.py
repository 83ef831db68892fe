"""The feed of readers' responses to all pages, the latest first."""

from collections.abc import Iterator

from ..content.entry import AnyEntry, title_of
from ..content.responses import Response
from ..events import feeds
from ..pages.common import Link
from ..pages.context import Context
from ..pages.page import OutputFile
from ..pages.responses import FEED, anchor, plain_text, written_responses
from .sections import SECTIONS


def response_feed(context: Context) -> Iterator[OutputFile]:
    """Yield the feed, where readers may answer."""
    if not context.settings.responses.folders:
        return
    found = [
        (answered, entry)
        for entry in _published(context)
        for answered in written_responses(entry, context)
    ]
    found.sort(key=lambda one: (one[0].written.day, one[0].name.path), reverse=True)
    items = [_item(answered, entry, context) for answered, entry in found]
    head = feeds.head(context, "Réponses des lecteurs", "", FEED)
    yield OutputFile(FEED, feeds.atom(head, items))


def _published(context: Context) -> Iterator[AnyEntry]:
    """Yield what has a page on the site: news that waits for its day has none."""
    for section in SECTIONS.values():
        yield from section.entries(context)
    yield from context.content.pages.values()


def _item(answered: Response, entry: AnyEntry, context: Context) -> feeds.FeedItem:
    url = f"{context.absolute(entry)}#{anchor(answered)}"
    day = feeds.midnight(answered.written.day)
    return feeds.FeedItem(
        id=url,
        url=url,
        title=f"{answered.written.name}, à propos de « {title_of(entry)} »",
        summary=plain_text(answered),
        updated=day,
        published=day,
        lang=answered.written.lang,
        author=Link(answered.written.name, ""),
    )
