"""What one entry says that its fields, each well written, do not make true. Pure.

What several entries say of each other is in ``references``, ``agenda_checks``, ``people_checks``.
"""

import re
from collections.abc import Iterator

from ..content.entry import AnyEntry, Event, Practitioner
from ..content.event import WrittenPlace
from ..content.event_parts import EACH_DATE
from ..content.event_states import EventState, state_of_date
from ..content.french_dates import day_in_words
from ..content.moments import Month, first_day
from ..content.practitioner import WrittenBase
from ..content.schema import WrittenEvent, WrittenNews, WrittenPage, WrittenPractitioner
from ..core.french_stems import tokens
from ..core.zone import today
from ..events.recurrence import MOST_OCCURRENCES, dates_of, unmatched_days
from ..problems.findings import Finding, Severity, Span
from ..source.frontmatter import FrontMatter, Listing, Path, Table, Text, Value
from .check_context import CheckContext

# How the postal codes of a country look; a country that is not named is not checked.
_POSTAL_CODES = {
    "France": (r"\d{5}", "31000"),
    "Belgique": (r"\d{4}", "1000"),
    "Suisse": (r"\d{4}", "1204"),
    "Luxembourg": (r"(L-)?\d{4}", "L-1009"),
    "Allemagne": (r"\d{5}", "10115"),
    "Italie": (r"\d{5}", "00184"),
    "Espagne": (r"\d{5}", "28013"),
}

# Where a link in Markdown leads.
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
# What a new file says where its text will come.
TO_WRITE = "[à écrire]"
# What a new translation says above the text to translate.
TO_TRANSLATE = "[à traduire]"


def text_left_to_write(entry: AnyEntry) -> Iterator[Finding]:
    """Find the place kept for a text in what would be published; a draft may wait."""
    if getattr(entry.written, "status", "") == "brouillon":
        return
    for number, line in enumerate(entry.markdown.split("\n"), start=entry.body_line):
        if line.startswith(TO_TRANSLATE):
            yield Finding(
                Span(number, 1, len(TO_TRANSLATE) + 1),
                "texte-a-ecrire",
                "le texte reste à traduire",
                "traduisez ce qui suit, puis ôtez cette ligne",
            )
        if line.startswith(TO_WRITE):
            yield Finding(
                Span(number, 1, len(TO_WRITE) + 1),
                "texte-a-ecrire",
                "le texte reste à écrire",
                "écrivez-le à la place de cette ligne",
                "en attendant, une actualité ou un évènement peut rester en « statut: brouillon »",
            )


def repeated_values(entry: AnyEntry) -> Iterator[Finding]:
    """Find a value that a list names twice."""
    yield from _repeated(entry.front.table)


def _repeated(value: Value) -> Iterator[Finding]:
    if isinstance(value, Table):
        for inner in value.values.values():
            yield from _repeated(inner)
    if not isinstance(value, Listing):
        return
    known: dict[str, Text] = {}
    for item in value.items:
        yield from _repeated(item)
        if not isinstance(item, Text) or not item.value:
            continue
        first = known.setdefault(item.value, item)
        if first is not item:
            yield Finding(
                item.span,
                "valeur-en-double",
                f"« {item.value} » est écrit deux fois dans cette liste",
                "gardez-en un seul",
                related=first.span,
                related_label="déjà écrit ici",
            )


def postal_code_of_event(event: Event) -> Iterator[Finding]:
    """Find the postal codes of an event's places that have not the form of their country's."""
    for path, place in event.written.written_places():
        yield from _postal_code(place, event.front, path)


def postal_code_of_profile(person: Practitioner) -> Iterator[Finding]:
    """Find the postal code of a profile that has not the form of its country's."""
    yield from _postal_code(person.written.base, person.front, ("lieu",))


def _postal_code(
    place: WrittenPlace | WrittenBase, front: FrontMatter, path: Path
) -> Iterator[Finding]:
    country = place.country.name if place.country else "France"
    form, example = _POSTAL_CODES.get(country, ("", ""))
    code = place.postal_code
    if code and form and not re.fullmatch(form, code):
        bare = code.replace(" ", "")
        yield Finding(
            front.span_of((*path, "code_postal")),
            "code-postal",
            f"« {code} » n’a pas la forme d’un code postal ({country})",
            f"écrivez {bare}" if re.fullmatch(form, bare) else f"écrivez par exemple {example}",
            replacements=front.instead((*path, "code_postal"), bare)
            if re.fullmatch(form, bare)
            else (),
        )


def position(event: Event) -> Iterator[Finding]:
    """Find a latitude that cannot be, or that has no longitude."""
    for path, place in event.written.written_places():
        yield from _position(place, event.front, path)


def _position(place: WrittenPlace, front: FrontMatter, path: Path) -> Iterator[Finding]:
    if place.latitude is not None and abs(place.latitude) > 90:
        yield Finding(
            front.span_of((*path, "latitude")),
            "coordonnee",
            "une latitude va de -90 à 90 degrés",
            "vérifiez-la : latitude et longitude sont peut-être échangées",
        )
    if (place.latitude is None) != (place.longitude is None):
        written, other = ("latitude", "longitude")
        if place.latitude is None:
            written, other = other, written
        yield Finding(
            front.span_of((*path, written)),
            "coordonnee",
            f"« {written} » ne va pas sans « {other} »",
            f"ajoutez une ligne « {other}: … », ou retirez celle-ci",
        )


def recurrence(event: Event) -> Iterator[Finding]:
    """Find a recurrence that is far too long, or of which no date is left."""
    written, front = event.written.recurrence, event.front
    if written is None:
        return
    for name, number in (("nombre", written.count), ("intervalle", written.interval)):
        if number and number > MOST_OCCURRENCES:
            yield Finding(
                front.span_of(("recurrence", name)),
                "nombre",
                f"{number} est bien grand pour une répétition",
                f"écrivez {MOST_OCCURRENCES} au plus",
            )
            return
    if not dates_of(event.written):
        yield Finding(
            front.span_of_key(("recurrence",)),
            "recurrence-sans-date",
            "il ne reste aucune date à cette répétition",
            "retirez une exception, ou toute la répétition",
        )


def repeated_dates(event: Event) -> Iterator[Finding]:
    """Find a date that is written besides a rule which gives it already."""
    written = event.written
    if written.recurrence is None or not written.further_dates:
        return
    given = {date_.announced.start for date_ in dates_of(written) if not date_.is_further}
    for number, further in enumerate(written.further_dates):
        if further.start in given:
            yield Finding(
                event.front.span_of(("dates", number, "debut")),
                "date-en-double",
                "la répétition donne déjà cette date",
                "retirez-la d’ici",
                related=event.front.span_of_key(("recurrence",)),
                related_label="la répétition",
            )


def dates_moved_onto_others(event: Event) -> Iterator[Finding]:
    """Find a date of a rule that is moved to when another date begins already."""
    recurrence = event.written.recurrence
    if recurrence is None:
        return
    dates = dates_of(event.written)
    for number, move in enumerate(recurrence.moved):
        others = (one for one in dates if not one.was or one.was.first_day != move.day)
        if isinstance(move.start, Month) or move.start not in {one.slot.start for one in others}:
            continue
        yield Finding(
            event.front.span_of(("recurrence", "deplacees", number, "debut")),
            "date-en-double",
            "une autre date de cet évènement commence déjà alors",
            "corrigez ce jour ou cette heure",
            "si cette date est supprimée, écrivez son jour sous « annulees »",
        )


def late_deadline(event: Event) -> Iterator[Finding]:
    """Find a deadline for a whole cycle that comes after its last date."""
    registration = event.written.registration
    if registration is None or registration.deadline is None:
        return
    dates = dates_of(event.written) if registration.deadline_for != EACH_DATE else ()
    if len(dates) < 2:
        return
    last = dates[-1].slot.last_day
    if first_day(registration.deadline) > last:
        yield Finding(
            event.front.span_of(("inscription", "avant_le")),
            "inscription-apres-debut",
            f"les inscriptions fermeraient après la dernière date ({last.isoformat()})",
            "avancez cette date",
        )


def unmatched_exceptions(event: Event) -> Iterator[Finding]:
    """Find the exceptions and changes of a recurrence that none of its dates falls on."""
    for name, rank, day in unmatched_days(event.written):
        yield Finding(
            event.front.span_of(("recurrence", name, rank)),
            "recurrence-exception",
            f"aucune date de la répétition ne tombe le {day.isoformat()}",
            "corrigez ce jour, ou retirez cette ligne",
        )


def news_to_come(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Remind of a news item that shows from a later day only."""
    news = entry.written
    if not isinstance(news, WrittenNews):
        return
    if news.status == "publié" and news.date > today(context.asof):
        yield Finding(
            entry.front.span_of(("date",)),
            "parution-a-venir",
            f"cette actualité paraîtra le {day_in_words(news.date, weekday=True)}",
            "le site ne la montrera pas avant ce jour",
            "pour qu’elle paraisse tout de suite, écrivez la date d’aujourd’hui",
            severity=Severity.REMINDER,
        )


def unseen_reasons(event: Event) -> Iterator[Finding]:
    """Find the reason of an event, or of a date of a list, that goes as announced."""
    dates = dates_of(event.written)
    paths: list[tuple[Path, bool]] = []
    if event.written.reason:
        paths.append((("motif",), any(one.state is not EventState.SCHEDULED for one in dates)))
    for number, further in enumerate(event.written.further_dates):
        if further.reason:
            state = state_of_date(further, event.written)
            paths.append((("dates", number, "motif"), state is not EventState.SCHEDULED))
    for path, is_seen in paths:
        if not is_seen:
            yield Finding(
                event.front.span_of(path),
                "motif-sans-etat",
                "ce motif ne se verrait pas : tout se passe comme prévu",
                "dites ce qui a changé (« statut » ou « date_initiale »), ou retirez cette ligne",
            )


def short_months(event: Event) -> Iterator[Finding]:
    """Find a rule of each month, or each year, that passes over those without its day."""
    written, rule = event.written, event.written.recurrence
    if rule is None or rule.weekday or rule.frequency not in ("mensuelle", "annuelle"):
        return
    day = first_day(written.start)
    if day.day < 29 or (rule.frequency == "annuelle" and (day.month, day.day) != (2, 29)):
        return
    each = f"mois sans {day.day}" if rule.frequency == "mensuelle" else "années sans 29 février"
    yield Finding(
        event.front.span_of(("recurrence", "frequence")),
        "jour-absent",
        f"les {each} n’auront pas de date",
        "choisissez un autre jour, ou ajoutez ces dates sous « dates »",
        severity=Severity.ADVICE,
    )


def pull_quote_of_another_text(entry: AnyEntry) -> Iterator[Finding]:
    """Find a pull quote that the text of its page does not say."""
    quote = entry.written.pull_quote if isinstance(entry.written, WrittenPage) else None
    if quote is None:
        return
    said = tokens(_LINK_TARGET.sub("]", entry.markdown))
    if f" {' '.join(tokens(quote))} " not in f" {' '.join(said)} ":
        yield Finding(
            entry.front.span_of(("exergue",)),
            "exergue-hors-du-texte",
            "le texte ne dit pas cette phrase",
            "recopiez ici une phrase du texte, mot pour mot, ou retirez cette ligne",
        )


def creation_to_come(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Find an event that would have been created after the day the site is built for."""
    event = entry.written
    if isinstance(event, WrittenEvent) and event.created and event.created > today(context.asof):
        yield Finding(
            entry.front.span_of(("cree_le",)),
            "creation-future",
            f"le {day_in_words(event.created)} n’est pas encore venu",
            "corrigez ce jour, ou retirez cette ligne",
        )


def unknown_region(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Find the postal code of a profile that is of no region of its country."""
    person = entry.written
    if not isinstance(person, WrittenPractitioner):
        return
    vocabulary = context.content.vocabulary
    country = person.base.country.name if person.base.country else "France"
    regions = vocabulary.of_kind("regions").values()
    known = any(region.country == country for region in regions)
    if known and vocabulary.region_of(person.base.postal_code, country) is None:
        yield Finding(
            entry.front.span_of(("lieu", "code_postal")),
            "code-postal",
            f"« {person.base.postal_code} » n’est un code postal d’aucune région ({country})",
            "corrigez le code postal, ou ajoutez « pays » au lieu",
        )
