"""Métiers, as lists and their pages show them."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from ..content.entry import Metier
from ..content.times import Slot
from ..core.zone import today
from ..events.agenda import Agenda
from ..pages.context import Context, metiers
from ..pages.page import OutputPage, PageBuilder
from ..pages.windows import in_turn
from ..people.certificates import is_in_force
from ..people.facets import METIER, value_path
from ..problems.report import pluralize
from .jsonld import occupation
from .metier_view import MetierCard, MetierPage

# Each change of the number of holders weighs thirty bytes in a page that must come in one answer.
# A page left unbuilt for longer says no number.
_KNOWN_CHANGES = 3


def metier_card(metier: Metier, context: Context) -> MetierCard:
    """Return a métier as lists show it, with how many hold its certificate, in turn."""
    of_it = [
        (certificate, person.slug)
        for person in context.practitioners
        for certificate in person.written.metiers
        if certificate.metier == metier.slug
    ]
    lapses = sorted(
        {Slot(certificate.expires).over_at for certificate, _ in of_it if certificate.expires}
    )
    to_come = [lapse for lapse in lapses if lapse > context.asof]
    unknown_from = to_come[_KNOWN_CHANGES] if len(to_come) > _KNOWN_CHANGES else None

    def holders(instant: datetime) -> str | None:
        if unknown_from and instant >= unknown_from:
            return None
        day = today(instant)
        people = {slug for certificate, slug in of_it if is_in_force(certificate, day)}
        words = "personne certifiée", "personnes certifiées"
        return pluralize(len(people), *words) if people else None

    return MetierCard(
        context.url(metier),
        metier.written.title,
        metier.written.summary,
        in_turn(context.asof, to_come, holders),
        metier.written.lang,
    )


def metier_page(metier: Metier, context: Context) -> MetierPage:
    """Return everything the page of a métier shows."""
    training = metier.written.training
    return MetierPage(
        card=metier_card(metier, context),
        body=context.body(metier),
        training=(
            ("Durée", f"{training.years}, {training.days}"),
            ("Certification", training.certification),
            ("Organisme", training.provider),
        ),
        documents=context.documents(metier.written.documents),
        directory_url=context.addresses.href(value_path(METIER, metier.slug)),
    )


def metier_pages(builder: PageBuilder, _agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of the métiers."""
    context = builder.context
    for metier, place in builder.with_neighbours(metiers(context)):
        page = metier_page(metier, context)
        node = occupation(page, builder.absolute(metier))
        yield builder.entry_page(metier, {"metier": page}, place.with_json_ld(node))


def metier_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the list of the métiers shows besides its text."""
    context = agenda.context
    return {"metiers": tuple(metier_card(metier, context) for metier in metiers(context))}
