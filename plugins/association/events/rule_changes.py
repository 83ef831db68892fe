"""What changes in a recurring event from a date on, in sentences. Pure."""

from collections.abc import Iterator

from ..content.event import WrittenChange, WrittenEvent, WrittenRecurrence
from ..content.french_dates import day_in_words, listed, slot_in_words
from ..content.times import Slot
from ..core.french_calendar import WEEKDAYS
from .places import place
from .recurrence import changed_slots
from .words import address_lines

_NBSP = "\u00a0"


def rule_changes(event: WrittenEvent) -> tuple[str, ...]:
    """Return « À partir du mardi 9 mars 2027 : de 20 h à 21 h. » for each change of a rule."""
    recurrence = event.recurrence
    if recurrence is None:
        return ()
    slots = changed_slots(event)
    return tuple(
        _sentence(change, before, after, recurrence)
        for change, before, after in zip(recurrence.changes, slots, slots[1:], strict=False)
    )


def _sentence(
    change: WrittenChange, before: Slot, after: Slot, recurrence: WrittenRecurrence
) -> str:
    parts = [*_days(change, before, after, recurrence), *_hours(before, after)]
    if change.place:
        parts.append(", ".join(address_lines(place(change.place))))
    if change.programme:
        parts.append("un autre programme")
    day = day_in_words(after.first_day, weekday=True)
    return f"À partir du {day}{_NBSP}: {', '.join(parts) or 'd’autres dates'}."


def _days(
    change: WrittenChange, before: Slot, after: Slot, recurrence: WrittenRecurrence
) -> Iterator[str]:
    day, days = after.first_day, change.weekdays
    if change.weekday:
        rank, weekday = change.weekday
        which = {1: "1er", -1: "dernier"}.get(rank, f"{rank}e")
        yield f"le {which} {WEEKDAYS[weekday]} du mois"
    elif recurrence.frequency == "hebdomadaire":
        if not days and not recurrence.weekdays and day.weekday() != before.first_day.weekday():
            days = (WEEKDAYS[day.weekday()],)
        if days:
            yield listed([f"le {name}" for name in days])
    elif _is_of_a_day(recurrence) and day.day != before.first_day.day:
        yield f"le {'1er' if day.day == 1 else day.day} du mois"


def _is_of_a_day(recurrence: WrittenRecurrence) -> bool:
    return recurrence.frequency == "mensuelle" and not recurrence.weekday


def _hours(before: Slot, after: Slot) -> Iterator[str]:
    """Yield « de 20 h à 21 h » when hours change; those of several days with their days."""
    if not after.is_timed or _clock(before) == _clock(after):
        return
    words = slot_in_words(after)
    yield words.partition(", ")[2] or words


def _clock(slot: Slot) -> tuple[str, str]:
    return f"{slot.starts_at:%H:%M}", f"{slot.over_at:%H:%M}"
