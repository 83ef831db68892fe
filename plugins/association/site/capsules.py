"""Capsules, as lists and their pages show them."""

from collections.abc import Iterator, Mapping

from ..content.entry import Capsule
from ..events.agenda import Agenda
from ..pages.context import Context, term
from ..pages.page import OutputPage, PageBuilder
from ..pages.videos import video
from ..people.faces import faces_of
from ..people.facets import AUDIENCE, THEME
from ..people.lists import Directory, directory
from ..people.values import value_of
from .capsule_view import CapsuleCard, CapsulePage
from .jsonld import learning_resource

_PEOPLE = 4


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


def capsule_page(capsule: Capsule, whole: Directory) -> CapsulePage:
    """Return everything the page of a capsule shows, of the ``whole`` directory who works on it."""
    written, context = capsule.written, whole.context
    author = context.content.practitioners[written.author] if written.author else None
    return CapsulePage(
        card=capsule_card(capsule, context),
        video=video(written.video, context),
        body=context.body(capsule),
        author=context.link(author) if author else None,
        goals=written.goals,
        audiences=tuple(term(word) for word in written.audiences),
        themes=tuple(term(word) for word in written.themes),
        people=faces_of(
            whole,
            {
                *(value_of(AUDIENCE, word) for word in written.audiences),
                *(value_of(THEME, word) for word in written.themes),
            },
            _PEOPLE,
            but=author.slug if author else "",
        ),
    )


def capsule_pages(builder: PageBuilder, _agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of the capsules."""
    context = builder.context
    whole = directory(context)
    for capsule, place in builder.with_neighbours(context.capsules):
        page = capsule_page(capsule, whole)
        node = learning_resource(page, builder.absolute(capsule), builder.origin)
        values = {"capsule": page}
        yield builder.entry_page(capsule, values, place.with_json_ld(node))


def capsule_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the list of the capsules shows besides its text."""
    context = agenda.context
    return {"capsules": tuple(capsule_card(item, context) for item in context.capsules)}
