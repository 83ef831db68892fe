"""Capsules, as lists and their pages show them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from ..content.capsule_steps import Step, minutes_of, steps
from ..content.cited_work import WrittenWork
from ..content.entry import Capsule
from ..content.french_dates import listed
from ..content.french_hours import duration_in_words
from ..content.last_changes import last_changes
from ..events.agenda import Agenda
from ..pages.common import Link
from ..pages.context import Context, term
from ..pages.page import OutputPage, PageBuilder
from ..pages.printed_file import KEY as PRINTED
from ..pages.printed_text import printed_text, with_document
from ..pages.videos import video
from ..people.faces import faces_of
from ..people.facets import AUDIENCE, THEME
from ..people.lists import Directory, directory
from ..people.values import value_of
from ..printing.text_pdf import Sheet
from ..source.headings import Heading
from .capsule_view import CapsuleCard, CapsulePage, Part, Work
from .jsonld import learning_resource
from .text_blocks import shown_term

_PEOPLE = 4
_PRINTED = "Cette capsule, à imprimer"


def capsule_card(capsule: Capsule, context: Context) -> CapsuleCard:
    """Return a capsule as lists show it."""
    written = capsule.written
    minutes = _minutes(capsule, context)
    return CapsuleCard(
        url=context.url(capsule),
        title=written.title,
        summary=written.summary,
        duration="" if minutes is None else duration_in_words(minutes),
        steps=tuple(step.anchor for step in steps(context.body(capsule).headings)),
        exercises=context.body(capsule).exercises,
        audiences=tuple(word.name for word in written.audiences),
        is_example=written.example,
        lang=written.lang,
    )


def capsule_page(capsule: Capsule, whole: Directory) -> CapsulePage:
    """Return everything the page of a capsule shows, of the ``whole`` directory who works on it."""
    written, context = capsule.written, whole.context
    author = context.content.practitioners[written.author] if written.author else None
    body = context.body(capsule)
    known = {step.anchor: step for step in steps(body.headings)}
    return CapsulePage(
        card=capsule_card(capsule, context),
        minutes=_minutes(capsule, context),
        rank=context.capsules.index(capsule) + 1,
        count=len(context.capsules),
        answers_file=f"reponses-{capsule.slug}.md",
        parts=tuple(_part(known.get(head.anchor), head) for head in body.headings),
        works=tuple(work(item) for item in written.works),
        terms=tuple(shown_term(term, context) for term in written.terms),
        video=video(written.video, context),
        body=body,
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


def _minutes(capsule: Capsule, context: Context) -> int | None:
    return minutes_of(capsule.written.minutes, steps(context.body(capsule).headings))


def _part(step: Step | None, heading: Heading) -> Part:
    if step is None:
        return Part(heading.label, heading.anchor)
    return Part(step.title, step.anchor, duration_in_words(step.minutes))


def work(written: WrittenWork) -> Work:
    """Return a work that a capsule cites."""
    return Work(
        title=written.title,
        authors=written.authors,
        by=listed(list(written.authors)),
        publisher=written.publisher or "",
        year=written.year,
        url=written.link or "",
    )


def capsule_pages(builder: PageBuilder, _agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of the capsules."""
    context = builder.context
    whole = directory(context)
    path = _path(context)
    changed = last_changes(context.content.root / "capsules", context.asof, context.results)
    for capsule, place in builder.with_neighbours(context.capsules):
        page = capsule_page(capsule, whole)
        sheet = _sheet(page, context.absolute(capsule), context)
        day = changed.get(capsule.slug)
        made = printed_text(capsule, sheet, _PRINTED, day, context, _terms_and_works(page))
        page = replace(page, documents=with_document(made, ()))
        node = learning_resource(page, path, builder.absolute(capsule), builder.origin)
        values = {"capsule": page, PRINTED: made}
        yield builder.entry_page(capsule, values, place.with_json_ld(node))


def _terms_and_works(page: CapsulePage) -> str:
    """Return in plain HTML what the page says after its text: terms explained, works to read."""
    terms = Markup().join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(term.name, term.definition) for term in page.terms
    )
    works = Markup().join(
        Markup("<li>{}<cite>{}</cite>{}.</li>").format(
            f"{work.by}, " if work.by else "",
            Markup('<a href="{}">{}</a>').format(work.url, work.title) if work.url else work.title,
            "".join(f", {said}" for said in (work.publisher, work.year) if said),
        )
        for work in page.works
    )
    said = (
        f"<h2>Les mots de cette capsule</h2><dl>{terms}</dl>" if terms else "",
        f"<h2>À lire</h2><ul>{works}</ul>" if works else "",
    )
    return "".join(said)


def _path(context: Context) -> Link:
    """Return the link to the path that the capsules make."""
    page = context.content.pages["capsules"]
    return Link(page.written.title, context.absolute(page))


def _sheet(page: CapsulePage, url: str, context: Context) -> Sheet:
    return Sheet(
        kind="Capsule d’autoformation",
        title=page.card.title,
        summary=page.card.summary,
        association=context.settings.identity.name,
        page=url,
        is_example=page.card.is_example,
        facts=(
            ("Durée", page.card.duration),
            ("Par", page.author.label if page.author else ""),
            ("Pour qui", ", ".join(term.name for term in page.audiences)),
            ("Thèmes", ", ".join(term.name for term in page.themes)),
        ),
        goals_title="Ce que vous en retirerez",
        goals=page.goals,
        video=(page.video.label, page.video.url) if page.video else None,
    )


def capsule_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the list of the capsules shows besides its text."""
    context = agenda.context
    known = [_minutes(capsule, context) for capsule in context.capsules]
    minutes = [one for one in known if one is not None]
    return {
        "capsules": tuple(capsule_card(item, context) for item in context.capsules),
        "total": duration_in_words(sum(minutes)) if len(minutes) == len(known) else "",
    }
