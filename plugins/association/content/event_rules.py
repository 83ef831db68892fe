"""What must hold between the fields of an event, each rule with its words for editors."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from .common import SUMMARY_FITS, TITLE_FITS
from .event_fields import EventFields
from .event_parts import WrittenRecurrence
from .french_words import WEEKDAYS
from .moments import Month, When, first_day, last_day
from .written import Path, Rule, Violation


def _order(start: When, end: When, path: Path, related: Path) -> Iterator[Violation]:
    """Say when ``end`` is of another form than ``start``, or not after it."""
    if type(start) is not type(end):
        yield Violation(
            path,
            "fin-autre-forme",
            "le début et la fin ne sont pas écrits de la même façon",
            "donnez une heure aux deux, ou à aucun des deux",
            related=related,
            related_label="le début",
        )
    elif last_day(end) < first_day(start) or (
        isinstance(start, datetime) and isinstance(end, datetime) and end <= start
    ):
        yield Violation(
            path,
            "fin-avant-debut",
            "la fin vient avant le début",
            _next_midnight(start, end) or "vérifiez les deux dates",
            related=related,
            related_label="commence ici",
        )


def _next_midnight(start: When, end: When) -> str:
    """Return what to write for a day that ends at midnight, which the next day begins with."""
    if not isinstance(end, datetime) or end.time() != time() or end.date() != first_day(start):
        return ""
    return f"pour minuit, écrivez {end + timedelta(days=1):%Y-%m-%d %H:%M}"


def _ends_after_it_starts(event: EventFields) -> Iterator[Violation]:
    if event.end:
        yield from _order(event.start, event.end, ("fin",), ("debut",))
    for number, further in enumerate(event.further_dates):
        if further.end:
            path: Path = ("dates", number)
            yield from _order(further.start, further.end, (*path, "fin"), (*path, "debut"))
    for number, move in enumerate(event.recurrence.moved if event.recurrence else ()):
        if move.end:
            path = ("recurrence", "deplacees", number)
            yield from _order(move.start, move.end, (*path, "fin"), (*path, "debut"))


def _is_bounded(event: EventFields) -> Iterator[Violation]:
    recurrence = event.recurrence
    if recurrence is None:
        return
    if recurrence.until is None and recurrence.count is None:
        yield Violation(
            ("recurrence",),
            "recurrence-sans-fin",
            "cette répétition n’a pas de fin",
            "ajoutez « jusqu_au: 2027-06-30 » ou « nombre: 6 »",
        )
    if recurrence.until and recurrence.count is not None:
        yield Violation(
            ("recurrence", "nombre"),
            "recurrence-deux-fins",
            "cette répétition a deux fins",
            "gardez « jusqu_au » ou « nombre », pas les deux",
            related=("recurrence", "jusqu_au"),
            related_label="l’autre fin",
        )
    if isinstance(event.start, Month):
        yield Violation(
            ("recurrence",),
            "recurrence-sans-jour",
            "un évènement qui se répète commence un jour précis",
            "donnez le jour dans « debut »",
            related=("debut",),
            related_label="seulement un mois",
        )
    if recurrence.interval == 0 or recurrence.count == 0:
        name = "intervalle" if recurrence.interval == 0 else "nombre"
        yield Violation(
            ("recurrence", name), "nombre", "zéro n’a pas de sens ici", "écrivez au moins 1"
        )
    if recurrence.until and recurrence.until < first_day(event.start):
        yield Violation(
            ("recurrence", "jusqu_au"),
            "fin-avant-debut",
            "la répétition finit avant de commencer",
            "vérifiez les deux dates",
            related=("debut",),
            related_label="commence ici",
        )
    yield from _starts_on_its_weekday(event.start, recurrence)


def _starts_on_its_weekday(start: When, recurrence: WrittenRecurrence) -> Iterator[Violation]:
    if recurrence.weekday is None or isinstance(start, Month):
        return
    if recurrence.frequency != "mensuelle":
        yield Violation(
            ("recurrence", "jour"),
            "recurrence-jour",
            "« jour » ne va qu’avec une répétition mensuelle",
            "retirez cette ligne : le jour est celui du début",
        )
        return
    rank, weekday = recurrence.weekday
    day = first_day(start)
    if weekday_of_month(day.year, day.month, rank, weekday) != day:
        expected = weekday_of_month(day.year, day.month, rank, weekday)
        yield Violation(
            ("recurrence", "jour"),
            "recurrence-jour",
            "la première date n’est pas ce jour du mois",
            f"pour ce jour, « debut » serait le {expected.isoformat()}",
            related=("debut",),
            related_label=f"un {WEEKDAYS[day.weekday()]}",
        )


def weekday_of_month(year: int, month: int, rank: int, weekday: int) -> date:
    """Return the ``rank``-th (1 to 4, or -1 for the last) ``weekday`` (0: Monday) of a month."""
    first, last = first_day(Month(year, month)), last_day(Month(year, month))
    if rank > 0:
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (rank - 1))
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _recurs_in_one_way(event: EventFields) -> Iterator[Violation]:
    if event.recurrence and event.further_dates:
        yield Violation(
            ("dates",),
            "recurrence-et-dates",
            "un évènement a soit une répétition, soit une liste de dates",
            "gardez l’un des deux",
            related=("recurrence",),
            related_label="la répétition",
        )


def _closes_before_it_starts(event: EventFields) -> Iterator[Violation]:
    deadline = event.registration.deadline if event.registration else None
    if deadline is None or isinstance(event.start, Month):
        return
    late = first_day(deadline) > first_day(event.start)
    if isinstance(deadline, datetime) and isinstance(event.start, datetime):
        late = deadline > event.start
    if late and event.recurrence is None and not event.further_dates:
        yield Violation(
            ("inscription", "avant_le"),
            "inscription-apres-debut",
            "les inscriptions fermeraient après le début",
            "avancez cette date",
            related=("debut",),
            related_label="commence ici",
        )


def _is_somewhere(event: EventFields) -> Iterator[Violation]:
    if event.mode == "en ligne" and event.place is not None and event.initial_mode is None:
        yield Violation(
            ("lieu",),
            "lieu-en-ligne",
            "un évènement en ligne n’a pas de lieu",
            "retirez « lieu », ou écrivez « mode: mixte »",
            "si l’évènement est passé en ligne, ajoutez « mode_initial: sur place »",
        )
    if event.initial_mode is not None and event.initial_mode == event.mode:
        yield Violation(
            ("mode_initial",),
            "mode-initial",
            "le mode initial est le même que le mode actuel",
            "retirez « mode_initial », ou corrigez « mode »",
            related=("mode",),
            related_label="le mode actuel",
        )


def _changed_from_its_first_date(event: EventFields) -> Iterator[Violation]:
    if event.initial_date == event.start and event.status != "reporté":
        yield Violation(
            ("date_initiale",),
            "date-initiale",
            "la date initiale est aussi la date actuelle",
            "retirez « date_initiale », ou corrigez « debut »",
            related=("debut",),
            related_label="la date actuelle",
        )


def _names_each_date_once(event: EventFields) -> Iterator[Violation]:
    known: dict[When, Path] = {event.start: ("debut",)}
    for number, further in enumerate(event.further_dates):
        path: Path = ("dates", number, "debut")
        if further.start in known:
            yield Violation(
                path,
                "date-en-double",
                "cette date est écrite deux fois",
                "gardez-en une seule",
                related=known[further.start],
                related_label="déjà écrite ici",
            )
        known.setdefault(further.start, path)


def _is_numbered_in_a_series(event: EventFields) -> Iterator[Violation]:
    if event.number is not None and event.series is None:
        yield Violation(
            ("numero",),
            "numero-sans-serie",
            "ce numéro n’appartient à aucune série",
            "ajoutez par exemple « serie: Journées de rencontre »",
        )


RULES: tuple[Rule, ...] = (
    TITLE_FITS,
    SUMMARY_FITS,
    Rule(("start", "end", "further_dates", "recurrence"), _ends_after_it_starts),
    Rule(("start", "recurrence"), _is_bounded),
    Rule(("recurrence", "further_dates"), _recurs_in_one_way),
    Rule(("start", "registration", "recurrence", "further_dates"), _closes_before_it_starts),
    Rule(("mode", "initial_mode", "place"), _is_somewhere),
    Rule(("start", "initial_date", "status"), _changed_from_its_first_date),
    Rule(("start", "further_dates"), _names_each_date_once),
    Rule(("series", "number"), _is_numbered_in_a_series),
)
