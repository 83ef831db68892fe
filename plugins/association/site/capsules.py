"""Capsules, as lists and their pages show them."""

from collections.abc import Iterator, Mapping

from ..content.entry import Capsule
from ..events.agenda import Agenda
from ..pages.context import Context, term
from ..pages.page import OutputPage, PageBuilder
from ..pages.videos import video
from .capsule_view import CapsuleCard, CapsulePage
from .jsonld import learning_resource


def duration(minutes: int) -> str:
    """Return « 45 min », « 1 h » or « 1 h 15 »."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def capsule_card(capsule: Capsule, context: Context) -> CapsuleCard:
    """Return a capsule as lists show it."""
    written = capsule.written
    return CapsuleCard(
        url=context.url(capsule),
        title=written.title,
        summary=written.summary,
        duration=duration(written.minutes),
        audiences=tuple(word.name for word in written.audiences),
        is_example=written.example,
        lang=written.lang,
    )


def capsule_page(capsule: Capsule, context: Context) -> CapsulePage:
    """Return everything the page of a capsule shows."""
    written = capsule.written
    author = context.content.practitioners[written.author] if written.author else None
    return CapsulePage(
        card=capsule_card(capsule, context),
        video=video(written.video, context),
        body=context.body(capsule),
        author=context.link(author) if author else None,
        goals=written.goals,
        audiences=tuple(term(word) for word in written.audiences),
        themes=tuple(term(word) for word in written.themes),
    )


def capsule_pages(builder: PageBuilder, _agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of the capsules."""
    context = builder.context
    for capsule, place in builder.with_neighbours(context.capsules):
        page = capsule_page(capsule, context)
        node = learning_resource(page, builder.absolute(capsule), builder.origin)
        values = {"capsule": page}
        yield builder.entry_page(capsule, values, place.with_json_ld(node))


def capsule_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the list of the capsules shows besides its text."""
    context = agenda.context
    return {"capsules": tuple(capsule_card(item, context) for item in context.capsules)}
