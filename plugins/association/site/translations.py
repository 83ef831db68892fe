"""The pages of translations.

A translation is in no list and no feed: its text is, and leads to it. Around it the site goes on
speaking French, and says so.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from babel.dates import format_date

from ..content.addresses import path_of
from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry
from ..content.schema import WrittenNews
from ..content.translations import Translation
from ..pages.common import Day, Link
from ..pages.context import Context
from ..pages.page import Book, PageToWrite, Place
from ..pages.picture_places import TEXT
from ..pages.search_entry import found_translation
from ..pages.translation_view import TranslationPage


def translation_pages(book: Book) -> Iterator[PageToWrite]:
    """Yield the page of each translation whose text shows."""
    for translated in book.context.content.translations.values():
        name = translated.name
        original = book.context.content.entries[name.folder][name.slug]
        if not isinstance(original.written, WrittenNews) or original in book.context.news:
            yield _page(translated, original, book)


def _page(translated: Translation, original: AnyEntry, book: Book) -> PageToWrite:
    entry, lang = translated.entry, translated.name.lang
    section = CONTENT_TYPES[entry.folder].section or original.slug
    place = Place(_crumbs(original, section, book)).found_as(found_translation(entry))
    values = {"text": _shown(translated, original, book.context)}
    page = book.entry_page(entry, values, place, kind="traduction", section=section)
    head = replace(page.head, lang=book.site.lang, text_lang=lang)
    if getattr(original.written, "status", "") == "brouillon":
        head = replace(head, is_draft=True, index=False, found=None)
    return replace(page, head=head)


def _crumbs(original: AnyEntry, section: str, book: Book) -> tuple[Link, ...]:
    """Return the way from the home page to the text that was translated."""
    if original.folder != "pages":
        return book.under(section, book.context.link(original))
    is_home = not path_of(original.folder, original.slug)
    return (book.home,) if is_home else (book.home, book.context.link(original))


def _shown(translated: Translation, original: AnyEntry, context: Context) -> TranslationPage:
    entry, written = translated.entry, original.written
    lang = translated.name.lang
    news = written if isinstance(written, WrittenNews) else None
    return TranslationPage(
        lang=lang,
        original_lang=written.lang,
        title=entry.written.title,
        summary=entry.written.summary,
        body=context.body(entry),
        day=_day(news.date, lang) if news else None,
        image=context.image(news.image, TEXT) if news else None,
        is_example=entry.written.example,
    )


def _day(day: date, lang: str) -> Day:
    """Return a day as its language writes it: « 15. Februar 2027 », « 15 February 2027 »."""
    return Day(day.isoformat(), format_date(day, "long", locale={"en": "en_GB"}.get(lang, lang)))
