"""The pages of translations.

A translation is in no list and no feed: the original is, and links to it. The page around it stays
French, and is marked so.
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
from ..pages.page import OutputPage, PageBuilder, Placement
from ..pages.picture_places import TEXT
from ..pages.search_results import translation_result
from ..pages.translation_view import TranslationPage


def translation_pages(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield the page of each translation whose original is published."""
    for translated in builder.context.content.translations.values():
        if not builder.wants_entry(translated.entry):
            continue
        name = translated.name
        original = builder.context.content.entries[name.folder][name.slug]
        if not isinstance(original.written, WrittenNews) or original in builder.context.news:
            yield _page(translated, original, builder)


def _page(translated: Translation, original: AnyEntry, builder: PageBuilder) -> OutputPage:
    entry, lang = translated.entry, translated.name.lang
    section = CONTENT_TYPES[entry.folder].section or original.slug
    place = Placement(_crumbs(original, section, builder)).with_result(translation_result(entry))
    values = {"text": _text(translated, original, builder.context)}
    page = builder.entry_page(entry, values, place, kind="traduction", section=section)
    head = replace(page.head, lang=builder.site.lang, text_lang=lang)
    if getattr(original.written, "status", "") == "brouillon":
        head = replace(head, is_draft=True, index=False, search_result=None)
    return replace(page, head=head)


def _crumbs(original: AnyEntry, section: str, builder: PageBuilder) -> tuple[Link, ...]:
    """Return the breadcrumbs of the original text."""
    if original.folder != "pages":
        return builder.breadcrumbs_under(section, builder.context.link(original))
    is_home = not path_of(original.folder, original.slug)
    return (builder.home,) if is_home else (builder.home, builder.context.link(original))


def _text(translated: Translation, original: AnyEntry, context: Context) -> TranslationPage:
    entry, written = translated.entry, original.written
    lang = translated.name.lang
    news = written if isinstance(written, WrittenNews) else None
    return TranslationPage(
        lang=lang,
        original_lang=written.lang,
        title=entry.written.title,
        body=context.body(entry),
        day=_day(news.date, lang) if news else None,
        image=context.image(news.image, TEXT) if news else None,
        is_example=entry.written.example,
    )


def _day(day: date, lang: str) -> Day:
    """Return a day in the given language: « 15. Februar 2027 », « 15 February 2027 »."""
    return Day(day.isoformat(), format_date(day, "long", locale={"en": "en_GB"}.get(lang, lang)))
