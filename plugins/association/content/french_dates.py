"""Dates and hours in words, without the machine's locale. Pure.

French says « 1er », « 9 h 30 » and « du 30 juin au 1er juillet »; other languages follow Babel.
Spaces are ordinary: typography makes them unbreakable where they are shown.
"""

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from ..core.french_calendar import MONTHS, WEEKDAYS
from ..core.zone import PARIS
from .moments import Month, When
from .times import Slot, utc

# Places that the zone database names after another city.
_CITIES = {"America/Montreal": "Montréal", "Indian/Reunion": "La Réunion"}
_VOWELS = "AEIOUYHÀÂÉÈÊÎÔÛ"


@lru_cache(maxsize=4096)
def day_in_words(day: date, lang: str = "fr", *, weekday: bool = False, year: bool = True) -> str:
    """Return « lundi 1er mars 2027 », the weekday and the year as asked."""
    if lang != "fr":
        pattern = ("EEEE d MMMM" if weekday else "d MMMM") + (" y" if year else "")
        return _in_language(day, pattern, lang)
    number = "1er" if day.day == 1 else str(day.day)
    parts = [WEEKDAYS[day.weekday()]] if weekday else []
    parts += [number, MONTHS[day.month - 1]]
    return " ".join([*parts, str(day.year)] if year else parts)


@lru_cache(maxsize=1024)
def month_in_words(year: int, month: int, lang: str = "fr") -> str:
    """Return « mars 2027 »."""
    if lang != "fr":
        return _in_language(date(year, month, 1), "LLLL y", lang)
    return f"{MONTHS[month - 1]} {year}"


def _in_language(day: date, pattern: str, lang: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 — slow to load, and most texts are French

    return format_date(day, pattern, locale=lang)


def hour_in_words(instant: datetime | time, lang: str = "fr") -> str:
    """Return « 9 h 30 », « 17 h », or « 09:30 » in other languages."""
    if lang != "fr":
        return f"{instant:%H:%M}"
    return f"{instant.hour} h {instant.minute:02}" if instant.minute else f"{instant.hour} h"


def when_in_words(when: When, lang: str = "fr", *, weekday: bool = False) -> str:
    """Return a day, an instant or a month in words."""
    if isinstance(when, Month):
        return month_in_words(when.year, when.month, lang)
    if isinstance(when, datetime):
        at = " à " if lang == "fr" else ", "
        return day_in_words(when.date(), lang, weekday=weekday) + at + hour_in_words(when, lang)
    return day_in_words(when, lang, weekday=weekday)


def slot_in_words(slot: Slot, lang: str = "fr") -> str:
    """Return « mardi 14 mars 2027, de 9 h 30 à 17 h », in the slot's zone."""
    start, end = slot.start, slot.end
    if lang != "fr":
        words = when_in_words(start, lang, weekday=True)
        return words if end is None else f"{words} – {when_in_words(end, lang, weekday=True)}"
    if isinstance(start, Month):
        return _months(start, end)
    first = day_in_words(slot.first_day, weekday=True)
    if isinstance(start, datetime):
        return _timed(slot, start, first)
    if slot.last_day == slot.first_day:
        return first
    last = day_in_words(slot.last_day, weekday=True)
    return f"du {_without_repeats(slot)} au {last}"


def _months(start: Month, end: When | None) -> str:
    words = month_in_words(start.year, start.month)
    if isinstance(end, Month) and end != start:
        return f"{words} à {month_in_words(end.year, end.month)}"
    return words


def _timed(slot: Slot, start: datetime, first: str) -> str:
    if not isinstance(slot.end, datetime):
        return f"{first}, à {hour_in_words(start)}"
    end = "minuit" if slot.end.time() == time() else hour_in_words(slot.end)
    hours = hour_in_words(start), end
    if slot.last_day == slot.first_day:
        return f"{first}, de {hours[0]} à {hours[1]}"
    last = day_in_words(slot.last_day, weekday=True)
    return f"du {_without_repeats(slot)} à {hours[0]} au {last} à {hours[1]}"


def _without_repeats(slot: Slot) -> str:
    """Return the first day of several without the year that the last one repeats."""
    same_year = slot.first_day.year == slot.last_day.year
    return day_in_words(slot.first_day, weekday=True, year=not same_year)


def zone_in_words(zone: ZoneInfo) -> str:
    """Return « heure de Bruxelles »."""
    from babel.dates import get_timezone_location  # noqa: PLC0415 — as above

    name = str(zone)
    city = _CITIES.get(name) or get_timezone_location(name, locale="fr", return_city=True)
    return f"heure d’{city}" if city[0] in _VOWELS else f"heure de {city}"


def in_paris(slot: Slot) -> Slot | None:
    """Return a timed slot in Paris time when its clocks show another hour there, else None."""
    if not isinstance(slot.start, datetime) or slot.zone == PARIS:
        return None
    start = utc(slot.starts_at).astimezone(PARIS).replace(tzinfo=None)
    if start == slot.start:
        return None
    end = slot.end
    if isinstance(end, datetime):
        end = utc(slot.over_at).astimezone(PARIS).replace(tzinfo=None)
    return Slot(start, end, PARIS)


def listed(words: list[str]) -> str:
    """Return « a, b et c »."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"
