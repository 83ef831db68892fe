"""News items, as lists, their pages and their feed show them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from ..content.addresses import path_of
from ..content.content_types import CONTENT_TYPES
from ..content.entry import News, title_of
from ..content.french_dates import slot_in_words
from ..events import feeds
from ..events.agenda import Agenda
from ..events.occurrences import occurrences
from ..pages.common import Link
from ..pages.context import Context, day_view
from ..pages.page import OutputFile, OutputPage, PageBuilder, Placement
from ..pages.picture_places import CARD, LEAD, TEXT
from ..pages.search_result import SearchResult
from ..pages.videos import video
from ..people.lists import PublishedPeople
from . import jsonld
from .news_view import NewsCard, NewsOfYear, NewsPage

# The years that the list shows, and their news, all together; each year has a page of its own.
_LATEST_YEARS = 3
_MOST_TOGETHER = 60


def news_card(item: News, context: Context) -> NewsCard:
    """Return a news item as lists show it."""
    written = item.written
    return NewsCard(
        url=context.url(item),
        title=written.title,
        summary=written.summary,
        date=day_view(written.date, written.lang),
        image=context.image(written.image, CARD),
        large=context.image(written.image, LEAD),
        is_example=written.example,
        is_draft=written.status != "publié",
        lang=written.lang,
        is_to_come=written.status == "publié" and not context.is_published(item),
    )


def news_page(item: News, context: Context) -> NewsPage:
    """Return everything the page of a news item shows, the event it reports on linked."""
    written = item.written
    event = context.content.events.get(written.event or "")
    people = context.once(PublishedPeople)
    author = context.content.practitioners.get(written.author or "")
    return NewsPage(
        card=news_card(item, context),
        image=context.image(written.image, TEXT),
        video=video(written.video, context),
        body=context.body(item),
        event=context.link(event) if event else None,
        event_dates=slot_in_words(occurrences(event)[0].slot) if event else "",
        people=tuple(people[slug] for slug in written.practitioners),
        keywords=written.keywords,
        author=context.link(author) if author else None,
    )


def year_path(year: str) -> str:
    """Return the path of the page of a year's news."""
    return f"actualites/{year}/"


def years_of_news(context: Context) -> tuple[NewsOfYear, ...]:
    """Return the news by year, latest first."""
    return tuple(
        NewsOfYear(
            str(year),
            context.addresses.href(year_path(str(year))),
            tuple(news_card(item, context) for item in items),
        )
        for year, items in groupby(context.news, key=lambda item: item.written.date.year)
    )


def news_feed(context: Context) -> OutputFile:
    """Return the feed of the latest news."""
    head = feeds.head(context, "Actualités", "actualites/", "actualites.atom")
    items = [_feed_item(item, context) for item in context.news[: feeds.MOST_ITEMS]]
    return OutputFile("actualites.atom", feeds.atom(head, items))


def _feed_item(item: News, context: Context) -> feeds.FeedItem:
    url = context.addresses.absolute(path_of(item.folder, item.slug))
    written = item.written
    day = feeds.midnight(written.date)
    author = context.content.practitioners.get(written.author or "")
    return feeds.FeedItem(
        id=url,
        url=url,
        title=written.title,
        summary=written.summary,
        updated=day,
        published=day,
        categories=written.keywords,
        lang=written.lang,
        author=Link(title_of(author), context.absolute(author)) if author else None,
    )


def news_pages(builder: PageBuilder, _agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of the news items, and of their years."""
    context = builder.context
    for item, place in builder.with_neighbours(context.news):
        page = news_page(item, context)
        node = jsonld.news_article(page, builder.absolute(item), builder.origin, builder.site.url)
        values = {"item": page}
        placement = place.with_json_ld(node).with_result(_found(page))
        yield builder.entry_page(item, values, placement)
    years = years_of_news(context)
    links = tuple(Link(year.year, year.url) for year in years)
    for year in years:
        yield builder.page(
            "actualites-annee",
            year_path(year.year),
            (
                f"Actualités de {year.year}",
                f"Toutes les actualités de l’association parues en {year.year}.",
            ),
            {"year": year, "years": links},
            Placement(builder.breadcrumbs_under("actualites")),
            section="actualites",
        )


def news_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the list of the news shows besides its text."""
    years = years_of_news(agenda.context)
    return {"years": years, "latest": latest_years(years)}


def latest_years(years: Sequence[NewsOfYear]) -> tuple[NewsOfYear, ...]:
    """Return the latest years as the list shows them: the last of them may be cut."""
    room = _MOST_TOGETHER
    shown = []
    for year in years[:_LATEST_YEARS]:
        if room:
            shown.append(replace(year, items=year.items[:room]))
            room -= len(shown[-1].items)
    return tuple(shown)


def _found(item: NewsPage) -> SearchResult:
    """Return how a news item shows among what a search finds: with its day."""
    name = CONTENT_TYPES["actualites"].search_name
    return SearchResult(name, item.card.date.label, is_example=item.card.is_example)


def years_in_plan(context: Context) -> list[Link]:
    """Return the links to the years of news, as the plan of the site names them."""
    years = sorted({item.written.date.year for item in context.news}, reverse=True)
    href = context.addresses.href
    return [Link(f"Actualités de {year}", href(year_path(str(year)))) for year in years]
