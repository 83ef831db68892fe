"""Events and their occurrences, as the agenda and their pages show them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import accumulate

from ..content.entry import Event, News
from ..content.event_states import EventState, state_of
from ..content.french_dates import (
    day_in_words,
    hour_in_words,
    in_paris,
    month_in_words,
    slot_in_words,
    when_in_words,
    zone_in_words,
)
from ..content.moments import When, first_day
from ..content.times import Slot, utc
from ..pages.common import Day, Link
from ..pages.context import Context, day_view
from ..pages.picture_places import TEXT
from ..pages.windows import Timed, Window, in_turn, window
from ..problems.report import pluralize
from .agenda import Agenda
from .agenda_filter import criteria
from .calendar_links import calendar_links
from .files import has_calendar
from .occurrences import by_month, changes, in_order, upcoming
from .places import where
from .public_event import PublicEvent
from .recurrence import Occurrence
from .rule_changes import rule_changes
from .sessions import programme_days
from .subscriptions import event_subscription, series_subscription
from .view import (
    AgendaLine,
    Dates,
    EventPage,
    OccurrencesOfMonth,
    Registration,
    Report,
)
from .words import address_lines, price_in_words

# More would weigh on everybody who opens the page; every month has a page of its own.
MOST_TO_COME = 150
# The dates of a year that one page lists; where there are more, it leads to the months.
MOST_IN_YEAR = 200
_UNHELD = {
    EventState.CANCELLED: "Annonce de l’annulation",
    EventState.POSTPONED: "Annonce du report",
}
_MODES = {"sur place": "Sur place", "en ligne": "En ligne", "mixte": "Sur place et en ligne"}


def while_to_come(found: Iterable[Occurrence], asof: datetime) -> Window:
    """Return while one of the dates, at least one, is not over."""
    return window(asof, until=max(_ends(found)))


def once_past(found: Iterable[Occurrence], asof: datetime) -> Window:
    """Return once all of the dates are over; without any, that is always."""
    return window(asof, since=max(_ends(found), default=None))


def once_one_is_past(found: Iterable[Occurrence], asof: datetime) -> Window:
    """Return once one of the dates is over; without any, that is always."""
    return window(asof, since=min(_ends(found), default=None))


def until_one_is_past(found: Iterable[Occurrence], asof: datetime) -> Window:
    """Return until one of the dates is over; without any, that is always."""
    return window(asof, until=min(_ends(found), default=None))


def _ends(found: Iterable[Occurrence]) -> list[datetime]:
    return [utc(item.slot.over_at) for item in found]


def nothing_to_come(agenda: Agenda) -> Window:
    """Return once no date of the agenda is to come."""
    asof = agenda.context.asof
    return once_past(upcoming(agenda.all_occurrences, asof=asof), asof)


def next_dates(
    coming: Sequence[Occurrence], agenda: Agenda, at_once: int
) -> tuple[Timed[AgendaLine], ...]:
    """Return dates to come, soonest first, ``at_once`` of them shown together.

    Those of ``coming`` that wait take the places of those that are over.
    """
    places = [(item, _since_when_shown(coming[:n], at_once)) for n, item in enumerate(coming)]
    return tuple(
        Timed(
            agenda_line(item, agenda),
            window(agenda.context.asof, since=since, until=item.slot.over_at),
        )
        for item, since in places
        if since is None or utc(since) < utc(item.slot.over_at)
    )


def _since_when_shown(before: Sequence[Occurrence], at_once: int) -> datetime | None:
    """Return when what follows ``before`` gets a place: when few enough of these are left."""
    ends = sorted((item.slot.over_at for item in before), key=utc)
    return ends[len(ends) - at_once] if len(ends) >= at_once else None


def next_to_attend(agenda: Agenda, known: int) -> tuple[Timed[AgendaLine], ...]:
    """Return the next date that takes place, in turn; ``known`` of them are looked at."""
    asof = agenda.context.asof
    coming = upcoming(agenda.all_occurrences, asof=asof)
    found = [item for item in coming if item.state.takes_place][:known]

    def first_at(instant: datetime) -> AgendaLine | None:
        left = (agenda_line(item, agenda) for item in found if not item.slot.is_over(instant))
        return next(left, None)

    return in_turn(asof, changes(found), first_at)


def months_to_come(agenda: Agenda) -> tuple[OccurrencesOfMonth, ...]:
    """Return what is to come, grouped by the month it begins in: the next ``MOST_TO_COME`` dates.

    Months are whole, the last one too.
    """
    found = upcoming(agenda.all_occurrences, asof=agenda.context.asof)
    return tuple(
        OccurrencesOfMonth(
            f"{month:%Y-%m}",
            month_in_words(month.year, month.month),
            tuple(agenda_line(item, agenda) for item in items),
            while_to_come(items, agenda.context.asof),
        )
        for month, items in first_months(found, MOST_TO_COME)
    )


def first_months(found: Sequence[Occurrence], most: int) -> list[tuple[date, list[Occurrence]]]:
    """Return the first whole months of dates, in order, until ``most`` dates are reached."""
    months = by_month(found)
    before = accumulate((len(items) for _, items in months), initial=0)
    return [month for month, count in zip(months, before, strict=False) if count < most]


def postponed_dates(agenda: Agenda) -> tuple[AgendaLine, ...]:
    """Return the dates that are postponed, latest first: each waits for another once it is past."""
    return tuple(agenda_line(item, agenda) for item in in_order(_postponed(agenda))[::-1])


def once_one_is_postponed(agenda: Agenda) -> Window:
    """Return once one of the postponed dates is past."""
    return once_one_is_past(_postponed(agenda), agenda.context.asof)


def _postponed(agenda: Agenda) -> list[Occurrence]:
    return [item for item in agenda.all_occurrences if item.state is EventState.POSTPONED]


def agenda_line(item: Occurrence, agenda: Agenda) -> AgendaLine:
    """Return one date of an event as a line of the agenda."""
    name = item.slug, item.key
    if name not in agenda.lines:
        agenda.lines[name] = _agenda_line(item, agenda)
    return agenda.lines[name]


def _agenda_line(item: Occurrence, agenda: Agenda) -> AgendaLine:
    entry = agenda.context.content.events[item.slug]
    event = agenda.public_events[item.slug]
    asof = agenda.context.asof
    return AgendaLine(
        anchor=f"date-{item.key}",
        url=agenda.context.url(entry) + (f"#date-{item.key}" if item.is_one_of_many else ""),
        title=event.title,
        summary=event.summary,
        dates=dates(item.slot, event.lang),
        state=item.state,
        reason=item.reason if item.state is not EventState.SCHEDULED else "",
        where=where(event.mode, event.places_of(item)),
        category=event.category,
        series=event.ordinal,
        registration=in_turn(
            asof, changes([item]), lambda instant: _registration(item, event, instant)
        ),
        coming=while_to_come([item], asof),
        past=once_past([item], asof),
        calendar_links=calendar_links(event, item),
        criteria=criteria(event, item, agenda.regions_of(item)),
        is_example=entry.written.example,
        reports=_reports(entry, agenda.context),
        lang=event.lang,
        is_draft=entry.written.is_draft,
        is_full=item.is_full and item.state.takes_place,
        own_place=", ".join(address_lines(item.own_place)) if item.own_place else "",
        own_map_url=item.own_place.map_url if item.own_place else "",
        own_access=item.own_place.access if item.own_place else "",
        first_announced=when_in_words(item.was.start, event.lang, weekday=True) if item.was else "",
        own_programme=programme_days(item.own_programme, event.lang, item.slot.first_day),
    )


def dates(slot: Slot, lang: str = "fr") -> Dates:
    """Return a slot in words and for machines."""
    there = in_paris(slot)
    day = slot.first_day
    return Dates(
        label=slot_in_words(slot, lang),
        start=_iso(slot, slot.start),
        end=_iso(slot, slot.end) if slot.end is not None else "",
        weekday="" if slot.is_month else day_in_words(day, weekday=True).split()[0],
        day="" if slot.is_month else str(day.day),
        month=month_in_words(day.year, day.month).split()[0],
        year=str(day.year),
        hour=hour_in_words(slot.starts_at) if slot.is_timed else "",
        zone=zone_in_words(slot.zone) if there else "",
        in_paris=slot_in_words(there, lang) if there else "",
    )


def _iso(slot: Slot, when: When) -> str:
    if slot.is_timed:
        instant = slot.starts_at if when is slot.start else slot.over_at
        return instant.isoformat(timespec="minutes")
    return day_view(when).iso


def _reports(event: Event, context: Context) -> tuple[Report, ...]:
    items = context.reports.get(event.slug, ())
    return tuple(Report(_kind_of_report(item, event), context.link(item)) for item in items)


def _group(event: Event, context: Context) -> Link | None:
    group = context.content.groups.get(event.written.group or "")
    return context.link(group) if group else None


def _kind_of_report(item: News, event: Event) -> str:
    """Return what a news item about an event is: only what comes after it can report on it."""
    state = state_of(event.written)
    if not state.takes_place:
        return _UNHELD[state]
    is_before = item.written.date < first_day(event.written.start)
    return "Annonce" if is_before else "Compte rendu"


def _registration(item: Occurrence, event: PublicEvent, instant: datetime) -> Registration | None:
    """Return what is said of registration to a date at an instant: nothing once it is over."""
    public = event.registration
    if public is None or not item.state.takes_place or item.slot.is_over(instant):
        return None
    return Registration(
        url=public.link,
        deadline=_deadline(item, event.lang),
        is_open=utc(instant) < utc(item.registration_closes_at),
        seats=pluralize(public.seats, "place") if public.seats else "",
        price=price_in_words(public),
        conditions=public.conditions,
        is_full=item.is_full,
        waiting_link=public.waiting_link,
        waiting_words=public.waiting_words,
    )


def _registration_of_all(
    found: list[Occurrence], event: PublicEvent, instant: datetime
) -> Registration | None:
    """Return what the page of an event says: no seat is left when none of its dates has one."""
    said = _registration(_shown_first(found, instant), event, instant)
    left = [item for item in found if item.state.takes_place and not item.slot.is_over(instant)]
    return replace(said, is_full=all(item.is_full for item in left)) if said else None


def _deadline(item: Occurrence, lang: str) -> Day | None:
    if item.deadline is None:
        return None
    deadline = Slot(item.deadline, zone=item.slot.zone)
    return Day(_iso(deadline, item.deadline), when_in_words(item.deadline, lang, weekday=True))


def event_page(event: Event, agenda: Agenda) -> EventPage:
    """Return everything the page of an event shows."""
    written = event.written
    found = in_order(agenda.occurrences[event.slug])
    asof, instants = agenda.context.asof, changes(found)
    to_attend = [item for item in upcoming(found, asof=asof) if item.state.takes_place]
    public = agenda.public_events[event.slug]
    people = agenda.context.content.practitioners
    return EventPage(
        public=public,
        body=agenda.context.body(event),
        dates_in_turn=in_turn(
            asof, instants, lambda instant: agenda_line(_shown_first(found, instant), agenda)
        ),
        programme=programme_days(
            public.programme, public.lang, None if len(found) > 1 else found[0].slot.first_day
        ),
        rule_changes=rule_changes(written),
        occurrences=tuple(agenda_line(item, agenda) for item in found) if len(found) > 1 else (),
        group=_group(event, agenda.context),
        mode=_MODES[written.mode],
        image=agenda.context.image(written.image, TEXT),
        organizers=tuple(map(agenda.context.link_of_name, public.organizers)),
        speakers=tuple(agenda.context.link(people[slug]) for slug in written.speakers),
        guests=tuple(map(agenda.context.link_of_name, public.guests)),
        registration=in_turn(
            asof,
            instants,
            lambda instant: _registration_of_all(found, public, instant),
        ),
        documents=(
            *agenda.context.archived(agenda.context.documents_of.get(event.slug, ())),
            *agenda.context.documents(written.documents),
        ),
        reports=_reports(event, agenda.context),
        siblings=_siblings(event, agenda.context),
        subscription=event_subscription(event, agenda.context) if has_calendar(public) else None,
        series_calendar=series_subscription(written.series, agenda.context)
        if written.series
        else None,
        open_to_all=while_to_come(to_attend, asof) if to_attend else None,
        past=once_past(found, asof),
        is_example=written.example,
        metier=agenda.context.link(agenda.context.content.metiers[written.metier])
        if written.metier
        else None,
    )


def _shown_first(found: list[Occurrence], instant: datetime) -> Occurrence:
    """Return the next date that takes place, or the last one when all is over."""
    to_come = [item for item in found if not item.slot.is_over(instant)]
    return next((item for item in to_come if item.state.takes_place), (to_come or found)[-1])


def _siblings(event: Event, context: Context) -> tuple[Link, ...]:
    """Return the other events of the series, by number, those without a number last."""
    series = event.written.series
    if series is None:
        return ()
    others = [
        other
        for other in context.content.events.values()
        if other.written.series == series and other.slug != event.slug
    ]
    others.sort(key=lambda other: (other.written.number or 10_000, other.slug))
    return tuple(context.link(other) for other in others)
