"""Métiers, as lists and their pages show them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from ..content.entry import Metier
from ..content.last_changes import last_changes
from ..content.practitioner import WrittenCertification
from ..content.times import Slot
from ..core.zone import today
from ..events.agenda import Agenda
from ..events.occurrences import upcoming
from ..events.page import next_dates
from ..events.recurrence import Occurrence
from ..pages.common import Link
from ..pages.context import Context, metiers
from ..pages.page import OutputPage, PageBuilder
from ..pages.printed_file import KEY as PRINTED
from ..pages.printed_text import printed_text, with_document
from ..pages.windows import in_turn, window
from ..people.certificates import is_in_force
from ..people.facets import METIER, REGION, Value, list_path, value_path
from ..people.lists import directory
from ..printing.text_pdf import Sheet
from ..problems.report import pluralize
from .jsonld import occupation
from .metier_view import ComparedMetiers, MetierCard, MetierPage

# Each change of the number of holders weighs thirty bytes in a page that must come in one answer.
_KNOWN_CHANGES = 3
# Dates weigh as much.
_DATES, KNOWN_DATES = 1, 2
_PRINTED = "La description détaillée du métier, à remettre ou à imprimer"


def metier_card(
    metier: Metier, context: Context, known_until: datetime | None = None
) -> MetierCard:
    """Return a métier as lists show it, with how many hold its certificate, in turn.

    From ``known_until`` (aware) on, it says no number until the next build.
    """
    of_it = _certificates_of(metier, context)

    def holders(instant: datetime) -> str | None:
        if known_until and instant >= known_until:
            return None
        day = today(instant)
        people = {slug for certificate, slug in of_it if is_in_force(certificate, day)}
        words = "personne certifiée", "personnes certifiées"
        return pluralize(len(people), *words) if people else None

    return MetierCard(
        context.url(metier),
        metier.written.title,
        metier.written.summary,
        in_turn(context.asof, _lapses_to_come(metier, context), holders),
        metier.written.lang,
    )


def holders_known_until(metier: Metier, context: Context) -> datetime | None:
    """Return from when on (aware) the page of a métier left unbuilt says no number, or None."""
    to_come = _lapses_to_come(metier, context)
    return to_come[_KNOWN_CHANGES] if len(to_come) > _KNOWN_CHANGES else None


def _certificates_of(metier: Metier, context: Context) -> list[tuple[WrittenCertification, str]]:
    """Return the certificates of a métier, each with the slug of who holds it."""
    return [
        (certificate, person.slug)
        for person in context.practitioners
        for certificate in person.written.metiers
        if certificate.metier == metier.slug
    ]


def _lapses_to_come(metier: Metier, context: Context) -> list[datetime]:
    expiries = {certificate.expires for certificate, _ in _certificates_of(metier, context)}
    lapses = sorted(Slot(day).over_at for day in expiries if day)
    return [lapse for lapse in lapses if lapse > context.asof]


def metier_page(metier: Metier, agenda: Agenda) -> MetierPage:
    """Return everything the page of a métier shows."""
    context = agenda.context
    training = metier.written.training
    dates = _next_dates(metier, agenda)
    ends = (item.slot.over_at for item in dates)
    return MetierPage(
        card=metier_card(metier, context, holders_known_until(metier, context)),
        body=context.body(metier),
        training=(
            ("Durée", f"{training.years}, {training.days}"),
            *([("Certification", training.certification)] if training.certification else ()),
        ),
        provider=context.link_of_name(training.provider) if training.provider else None,
        documents=context.documents(metier.written.documents),
        directory_url=context.addresses.href(value_path(METIER, metier.slug)),
        dates=next_dates(dates, agenda, _DATES),
        dates_window=window(context.asof, until=max(ends, default=None)),
        regions=tuple(_regions(metier, context)),
    )


def _next_dates(metier: Metier, agenda: Agenda) -> list[Occurrence]:
    events = agenda.context.content.events
    found = [
        item
        for item in upcoming(agenda.all_occurrences, asof=agenda.context.asof)
        if item.state.takes_place and events[item.slug].written.metier == metier.slug
    ]
    return found[:KNOWN_DATES]


def _regions(metier: Metier, context: Context) -> Iterator[Link]:
    """Yield the regions where those who practise a métier are based: the region's list."""
    known = directory(context)
    its = Value(METIER, metier.slug, metier.written.title, "")
    for region in known.values_of(REGION):
        based = [one for one in known.of((region,)) if one.region.slug == region.slug]
        if count := sum(its in person.values for person in based):
            values = (region, its) if known.count(region, its) else (region,)
            yield Link(f"{region.name} ({count})", context.addresses.href(list_path(values)))


def compared_metiers(context: Context) -> ComparedMetiers | None:
    """Return the métiers side by side, None when there are not two of them."""
    shown = metiers(context)
    answers = [tuple(_answers(metier)) for metier in shown]
    rows = zip(*answers, strict=True)
    return (
        ComparedMetiers(
            tuple(Link(metier.written.title, context.url(metier)) for metier in shown),
            tuple(
                (row[0][0], tuple(answer for _, answer in row))
                for row in rows
                if any(answer for _, answer in row)
            ),
        )
        if len(shown) > 1
        else None
    )


def _answers(metier: Metier) -> Iterator[tuple[str, str]]:
    written, training = metier.written, metier.written.training
    yield "Pour qui", written.audiences or ""
    yield "Où", written.settings or ""
    yield "Quand l’appeler", written.occasion or ""
    yield "Formation", f"{training.years}, {training.days}"
    yield "Certification", training.certification or ""
    yield "Organisme", training.provider or ""


def metier_pages(builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of the métiers."""
    context = builder.context
    changed = last_changes(context.content.root / "metiers", context.asof, context.results)
    for metier, place in builder.with_neighbours(metiers(context)):
        page = metier_page(metier, agenda)
        sheet = _sheet(page, context.absolute(metier), context)
        made = printed_text(metier, sheet, _PRINTED, changed.get(metier.slug), context)
        page = replace(page, documents=with_document(made, page.documents))
        node = occupation(page, builder.absolute(metier))
        values = {"metier": page, PRINTED: made}
        yield builder.entry_page(metier, values, place.with_json_ld(node))


def _sheet(page: MetierPage, url: str, context: Context) -> Sheet:
    return Sheet(
        kind="Description détaillée d’un métier",
        title=page.card.title,
        summary=page.card.summary,
        association=context.settings.identity.name,
        page=url,
        facts=(*page.training, ("Organisme", page.provider.label if page.provider else "")),
        has_cover=True,
    )


def metier_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the list of the métiers shows besides its text."""
    context = agenda.context
    return {
        "metiers": tuple(metier_card(metier, context) for metier in metiers(context)),
        "compared": compared_metiers(context),
    }
