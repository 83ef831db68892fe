"""News items, as lists and their pages show them."""

from itertools import groupby

from ..content.entry import News
from ..content.french_dates import slot_in_words
from ..pages.context import House, shown_day
from ..pages.picture_places import CARD, LEAD, TEXT
from ..pages.videos import video
from .news_view import NewsCard, NewsOfYear, NewsPage


def news_card(item: News, house: House) -> NewsCard:
    """Return a news item as lists show it."""
    written = item.written
    return NewsCard(
        url=house.url(item),
        title=written.title,
        summary=written.summary,
        date=shown_day(written.date, written.lang),
        image=house.image(written.image, CARD),
        large=house.image(written.image, LEAD),
        is_example=written.example,
        is_draft=written.status != "publié",
        lang=written.lang,
        is_to_come=written.status == "publié" and not house.is_out(item),
    )


def news_page(item: News, house: House) -> NewsPage:
    """Return everything the page of a news item shows, the event it reports on linked."""
    written = item.written
    event = house.content.events.get(written.event or "")
    people = house.content.practitioners
    return NewsPage(
        card=news_card(item, house),
        image=house.image(written.image, TEXT),
        video=video(written.video, house),
        body=house.body(item),
        event=house.link(event) if event else None,
        event_dates=slot_in_words(house.occurrences[event.slug][0].slot) if event else "",
        people=tuple(house.link(people[slug]) for slug in written.practitioners),
        keywords=written.keywords,
    )


def year_path(year: str) -> str:
    """Return the path of the page of a year's news."""
    return f"actualites/{year}/"


def years_of_news(house: House) -> tuple[NewsOfYear, ...]:
    """Return the news by year, latest first."""
    return tuple(
        NewsOfYear(
            str(year),
            house.addresses.href(year_path(str(year))),
            tuple(news_card(item, house) for item in items),
        )
        for year, items in groupby(house.news, key=lambda item: item.written.date.year)
    )
