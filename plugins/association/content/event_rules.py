"""What must hold between the fields of an event, each rule with its words for editors."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import cast

from ..core.french_calendar import WEEKDAYS
from .common import SUMMARY_FITS, TITLE_FITS, ends_too_soon
from .event_fields import EventFields
from .event_parts import EACH_DATE, WrittenChange, WrittenRecurrence
from .event_sessions import SESSION_RULES
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
        yield ends_too_soon(
            path, related, "la fin vient avant le début", _next_midnight(start, end)
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
    for number, change in enumerate(event.recurrence.changes if event.recurrence else ()):
        if change.end:
            path = ("recurrence", "changements", number)
            yield from _order(change.start, change.end, (*path, "fin"), (*path, "a_partir_du"))


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
        says = "la répétition finit avant de commencer"
        yield ends_too_soon(("recurrence", "jusqu_au"), ("debut",), says)
    yield from _starts_on_its_weekday(event.start, recurrence)
    yield from _changes_in_order(event.start, recurrence)


def _starts_on_its_weekday(start: When, recurrence: WrittenRecurrence) -> Iterator[Violation]:
    path: Path = ("recurrence",)
    unfit = next(_unfit_days(recurrence, recurrence.frequency, path, "du début"), None)
    if unfit:
        yield unfit
        return
    yield from _falls_on(start, recurrence.weekday, recurrence.weekdays, path, ("debut",))
    for number, change in enumerate(recurrence.changes):
        at: Path = ("recurrence", "changements", number)
        yield from _falls_on(
            change.start,
            change.weekday or recurrence.weekday,
            change.weekdays or recurrence.weekdays,
            at if change.weekday or change.weekdays else path,
            (*at, "a_partir_du"),
        )


def _unfit_days(
    written: WrittenRecurrence | WrittenChange, frequency: str, path: Path, first_date: str
) -> Iterator[Violation]:
    """Say which days go with another frequency; without them, the day is that of a first date."""
    for name, days, only in (
        ("jour", written.weekday, "mensuelle"),
        ("jours", written.weekdays, "hebdomadaire"),
    ):
        if days and frequency != only:
            yield Violation(
                (*path, name),
                "recurrence-jour",
                f"« {name} » ne va qu’avec une répétition {only}",
                f"retirez cette ligne : le jour est celui {first_date}",
            )


def _falls_on(
    start: When,
    weekday: tuple[int, int] | None,
    weekdays: tuple[str, ...],
    path: Path,
    start_path: Path,
) -> Iterator[Violation]:
    """Say that a first date is none of the days that repeat it."""
    if isinstance(start, Month):
        return
    day = first_day(start)
    name = start_path[-1]
    expected = weekday_of_month(day.year, day.month, *weekday) if weekday else day
    if expected != day:
        yield Violation(
            (*path, "jour"),
            "recurrence-jour",
            "la première date n’est pas ce jour du mois",
            f"pour ce jour, « {name} » serait le {expected.isoformat()}",
            related=start_path,
            related_label=f"un {WEEKDAYS[day.weekday()]}",
        )
    if weekdays and WEEKDAYS[day.weekday()] not in weekdays:
        yield Violation(
            (*path, "jours"),
            "recurrence-jour",
            "la première date n’est aucun de ces jours",
            f"corrigez « {name} », ou ajoutez « {WEEKDAYS[day.weekday()]} »",
            related=start_path,
            related_label=f"un {WEEKDAYS[day.weekday()]}",
        )


def _changes_in_order(start: When, recurrence: WrittenRecurrence) -> Iterator[Violation]:
    before, before_path = start, cast("Path", ("debut",))
    for number, change in enumerate(recurrence.changes):
        path: Path = ("recurrence", "changements", number)
        at: Path = (*path, "a_partir_du")
        if type(change.start) is not type(start):
            yield Violation(
                at,
                "fin-autre-forme",
                "ce changement et « debut » ne sont pas écrits de la même façon",
                "donnez une heure aux deux, ou à aucun des deux",
                related=("debut",),
                related_label="le début",
            )
        elif first_day(change.start) <= first_day(before):
            yield Violation(
                at,
                "recurrence-changement",
                "ce changement ne vient pas après ce qu’il change",
                "corrigez ce jour, ou mettez les changements dans l’ordre",
                related=before_path,
                related_label="commence ici",
            )
        elif recurrence.until and first_day(change.start) > recurrence.until:
            yield Violation(
                at,
                "recurrence-changement",
                "la répétition finit avant ce changement",
                "corrigez ce jour, ou « jusqu_au »",
                related=("recurrence", "jusqu_au"),
                related_label="finit ici",
            )
        elif _changes_nothing(change, before, recurrence):
            yield Violation(
                at,
                "recurrence-changement",
                "ce changement ne change rien : c’est une date de la répétition, à son heure",
                "écrivez ce qui change, ou retirez ces lignes",
                related=before_path,
                related_label="la même heure",
            )
        yield from _unfit_days(change, recurrence.frequency, path, "de « a_partir_du »")
        before, before_path = change.start, at


def _changes_nothing(change: WrittenChange, before: When, recurrence: WrittenRecurrence) -> bool:
    """Return whether a change gives no field, and a date of the rule as it was before."""
    fields = change.end, change.weekday, change.weekdays, change.place, change.programme
    if any(fields) or recurrence.changes[0] is not change or recurrence.interval > 1:
        return False
    now, was = change.start, before
    if isinstance(now, datetime) and isinstance(was, datetime) and now.time() != was.time():
        return False
    match recurrence.frequency:
        case "quotidienne":
            return True
        case "hebdomadaire":
            days = [WEEKDAYS.index(day) for day in recurrence.weekdays]
            return first_day(now).weekday() in (days or [first_day(was).weekday()])
    return False


def weekday_of_month(year: int, month: int, rank: int, weekday: int) -> date:
    """Return the ``rank``-th (1 to 4, or -1 for the last) ``weekday`` (0: Monday) of a month."""
    first, last = first_day(Month(year, month)), last_day(Month(year, month))
    if rank > 0:
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (rank - 1))
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _closes_before_it_starts(event: EventFields) -> Iterator[Violation]:
    deadline = event.registration.deadline if event.registration else None
    if not event.registration or deadline is None or isinstance(event.start, Month):
        return
    late = first_day(deadline) > first_day(event.start)
    if isinstance(deadline, datetime) and isinstance(event.start, datetime):
        late = deadline > event.start
    if late and (not _has_several_dates(event) or event.registration.deadline_for == EACH_DATE):
        yield Violation(
            ("inscription", "avant_le"),
            "inscription-apres-debut",
            "les inscriptions fermeraient après le début",
            "avancez cette date",
            related=("debut",),
            related_label="commence ici",
        )


def _has_several_dates(event: EventFields) -> bool:
    return event.recurrence is not None or bool(event.further_dates)


def _closes_for_several_dates(event: EventFields) -> Iterator[Violation]:
    registration = event.registration
    if registration is None or registration.deadline_for is None:
        return
    path: Path = ("inscription", "pour")
    if registration.deadline is None:
        yield Violation(
            path,
            "inscription-pour",
            "« pour » dit à quoi vaut « avant_le », qui n’est pas là",
            "ajoutez « avant_le », ou retirez cette ligne",
        )
    elif not _has_several_dates(event):
        yield Violation(
            path,
            "inscription-pour",
            "cet évènement n’a qu’une date",
            "retirez cette ligne",
        )


def _prices_in_a_currency(event: EventFields) -> Iterator[Violation]:
    registration = event.registration
    said = registration.model_fields_set if registration else frozenset()
    if registration and "currency" in said and registration.price is None:
        yield Violation(
            ("inscription", "devise"),
            "devise-sans-tarif",
            "cette monnaie ne se verrait pas : il n’y a pas de prix",
            "ajoutez « tarif », ou retirez cette ligne",
        )


def _waits_for_a_seat(event: EventFields) -> Iterator[Violation]:
    registration = event.registration
    if not registration or not registration.waiting_list:
        return
    full_days = event.recurrence.full if event.recurrence else ()
    if not (event.is_full or full_days or any(date_.is_full for date_ in event.further_dates)):
        yield Violation(
            ("inscription", "liste_attente"),
            "liste-attente",
            "cette liste d’attente ne se verrait pas : rien n’est complet",
            "ajoutez « complet: oui » à l’évènement ou à une date, ou retirez cette ligne",
        )


def _is_somewhere(event: EventFields) -> Iterator[Violation]:
    if event.place and event.places:
        yield Violation(
            ("lieux",),
            "lieu-et-lieux",
            "cet évènement a déjà un « lieu »",
            "mettez tous ses lieux sous « lieux », et retirez « lieu »",
            related=("lieu",),
            related_label="l’autre lieu",
        )
    elif event.mode == "en ligne" and event.all_places and event.initial_mode is None:
        name = "lieu" if event.place else "lieux"
        yield Violation(
            (name,),
            "lieu-en-ligne",
            "un évènement en ligne n’a pas de lieu",
            f"retirez « {name} », ou écrivez « mode: mixte »",
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
    elif event.initial_mode is not None and event.mode != "en ligne":
        yield Violation(
            ("mode_initial",),
            "mode-initial",
            "« mode_initial » ne se verrait pas : il dit ce qu’était un évènement passé en ligne",
            "retirez cette ligne, et dites le changement dans le texte",
            related=("mode",) if event.mode != "sur place" else None,
            related_label="le mode actuel",
        )
    if event.join_link and event.mode == "sur place":
        yield Violation(
            ("visio",),
            "visio-sur-place",
            "un évènement qui se tient seulement sur place n’a pas de visioconférence",
            "écrivez « mode: mixte » ou « mode: en ligne », ou retirez cette ligne",
        )
    for path, _ in event.places_of_dates() if event.mode == "en ligne" else ():
        yield Violation(
            path,
            "lieu-en-ligne",
            "une date en ligne n’a pas de lieu",
            "retirez « lieu », ou écrivez « mode: mixte »",
        )
    for number, written in enumerate(event.places):
        first = event.places.index(written)
        if first != number:
            yield Violation(
                ("lieux", number),
                "valeur-en-double",
                "ce lieu est écrit deux fois",
                "gardez-en un seul",
                related=("lieux", first),
                related_label="déjà écrit ici",
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


def _moves_its_dates_by_rule(event: EventFields) -> Iterator[Violation]:
    if event.initial_date is not None and event.recurrence is not None:
        yield Violation(
            ("date_initiale",),
            "date-initiale",
            "les dates d’une répétition se déplacent une à une",
            "écrivez-les sous « deplacees: », et retirez cette ligne",
            related=("recurrence",),
            related_label="la répétition",
        )


def _has_one_exception_a_day(event: EventFields) -> Iterator[Violation]:
    known: dict[date, Path] = {}
    for name, number, day in event.recurrence.exceptions if event.recurrence else ():
        path: Path = (name, number) if name == "sauf" else (name, number, "date")
        first = known.setdefault(day, path)
        if first[0] != path[0]:
            yield Violation(
                ("recurrence", *path),
                "recurrence-exception",
                "ce jour a déjà une autre exception",
                "gardez-en une seule",
                related=("recurrence", *first),
                related_label="déjà écrit ici",
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


def _moves_elsewhere(event: EventFields) -> Iterator[Violation]:
    """Say when a date is moved to its own day and hour; a change may have given it another."""
    recurrence = event.recurrence
    for number, item in enumerate(recurrence.moved if recurrence else ()):
        is_changed = recurrence and recurrence.changes
        if is_changed or item.end or item.place or item.programme:
            continue
        hour = event.start.time() if isinstance(event.start, datetime) else None
        own = datetime.combine(item.day, hour) if hour is not None else item.day
        if item.start == own:
            yield Violation(
                ("recurrence", "deplacees", number, "debut"),
                "recurrence-exception",
                "cette date n’est pas déplacée : c’est son jour, à son heure",
                "écrivez son nouveau début, ou retirez ces lignes",
                related=("debut",),
                related_label="la même heure" if hour is not None else "le début",
            )


def _has_seats(event: EventFields) -> Iterator[Violation]:
    if event.registration and event.registration.seats == 0:
        yield Violation(
            ("inscription", "places"),
            "nombre",
            "zéro n’a pas de sens ici",
            "écrivez combien il y en a en tout, ou retirez cette ligne",
            "s’il n’en reste aucune, écrivez « complet: oui » au bord gauche",
        )


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
    Rule(("start", "registration", "recurrence", "further_dates"), _closes_before_it_starts),
    Rule(("registration", "recurrence", "further_dates"), _closes_for_several_dates),
    Rule(("registration",), _prices_in_a_currency),
    Rule(("registration", "recurrence", "further_dates", "is_full"), _waits_for_a_seat),
    Rule(
        ("mode", "initial_mode", "join_link", "place", "places", "further_dates", "recurrence"),
        _is_somewhere,
    ),
    Rule(("start", "initial_date", "status"), _changed_from_its_first_date),
    Rule(("start", "further_dates"), _names_each_date_once),
    Rule(("initial_date", "recurrence"), _moves_its_dates_by_rule),
    Rule(("recurrence",), _has_one_exception_a_day),
    Rule(("start", "recurrence"), _moves_elsewhere),
    Rule(("registration",), _has_seats),
    Rule(("series", "number"), _is_numbered_in_a_series),
    *SESSION_RULES,
)
