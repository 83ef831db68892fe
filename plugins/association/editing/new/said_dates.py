"""Days and hours as people say them, to those that files hold. Pure.

Unlike ``loose_dates``, which only serves a mend, this may look at the day of today: what it
understood is said back in full before anything is written.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ...content.event import WEEKDAYS
from ...content.loose_dates import MONTHS, meant_day
from ...core.words import fold

_NEAR = {"aujourd'hui": 0, "demain": 1, "apres demain": 2}
_WEEKDAY = re.compile(rf"(?:ce )?({'|'.join(WEEKDAYS)})(?: prochain| qui vient)?")
_DAY_OF_YEAR = re.compile(rf"(?:le )?(?:\w+di |dimanche )?(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)})")
_MONTH = re.compile(rf"(?:en )?({'|'.join(MONTHS)}) (\d{{4}})")
_SEVERAL = re.compile(r"(?:du )?(.+?) au (.+)")
_HOUR = r"(\d{1,2}) ?(?:heures?|h|:) ?(\d{2})?"
_HOURS = re.compile(
    rf"(?:^|[ ,])(?:(?:de|a|des|entre) )?{_HOUR}(?: ?(?:a|et|–|—|jusqu'a)? ?{_HOUR})? ?$"
)


@dataclass(frozen=True)
class SaidTime:
    """What somebody said of when: days and hours in the form of files, ``""`` for what is unsaid.

    ``day`` may be a month.
    """

    day: str = ""
    last_day: str = ""
    hour: str = ""
    last_hour: str = ""

    @property
    def start(self) -> str:
        """The start as a file holds it."""
        return f"{self.day} {self.hour}".strip()

    @property
    def end(self) -> str:
        """The end as a file holds it, or ``""``."""
        if self.hour:
            return f"{self.last_day or self.day} {self.last_hour}" if self.last_hour else ""
        return self.last_day


def said_time(text: str, today: date) -> SaidTime | None:
    """Return what « du 14 au 16 mars 2027 » or « samedi prochain, de 9 h 30 à 17 h » says.

    None when no day was understood; a day without its year is the next such day.
    """
    plain = fold(text).replace("midi", "12h")
    hours = _HOURS.search(plain)
    said = plain[: hours.start()].rstrip(" ,") if hours else plain
    days = _days(said, today)
    if days is None:
        return None
    hour, last_hour = _said_hours(hours) if hours else ("", "")
    return SaidTime(*days, hour, last_hour)


def said_hours(text: str) -> tuple[str, str] | None:
    """Return the hours of « de 9 h 30 à 17 h », the second ``""`` when unsaid, or None."""
    plain = fold(text).replace("midi", "12h")
    hours = _HOURS.search(plain)
    return _said_hours(hours) if hours and not hours.start() else None


def _said_hours(hours: re.Match[str]) -> tuple[str, str]:
    first = f"{int(hours[1]):02}:{hours[2] or '00'}"
    return first, f"{int(hours[3]):02}:{hours[4] or '00'}" if hours[3] else ""


def _days(said: str, today: date) -> tuple[str, str] | None:
    """Return the first day and the last, the last ``""`` when there is one day or month only."""
    if day := said_day(said, today):
        return day, ""
    if month := _MONTH.fullmatch(said):
        return f"{month[2]}-{MONTHS.index(month[1]) + 1:02}", ""
    several = _SEVERAL.fullmatch(said)
    last = said_day(several[2], today) if several else ""
    first = _first_of(several[1], last) if several and last else ""
    return (first, last) if first else None


def _first_of(said: str, last: str) -> str:
    """Return the first day of several, whose month and year the last one says."""
    day = date.fromisoformat(last)
    completed = (f"{said} {day.year}", f"{said} {MONTHS[day.month - 1]} {day.year}", said)
    return next((found for text in completed if (found := meant_day(text))), "")


def said_day(text: str, today: date) -> str:
    """Return the day that ``text`` names, in ISO form, or ``""``."""
    plain = fold(text)
    if plain in _NEAR:
        return (today + timedelta(days=_NEAR[plain])).isoformat()
    if weekday := _WEEKDAY.fullmatch(plain):
        ahead = (WEEKDAYS.index(weekday[1]) - today.weekday() - 1) % 7 + 1
        return (today + timedelta(days=ahead)).isoformat()
    if found := _DAY_OF_YEAR.fullmatch(plain):
        years = (f"{found[1]} {found[2]} {today.year + n}" for n in (0, 1))
        days = (meant_day(year) for year in years)
        return next((day for day in days if day >= today.isoformat()), "")
    return "" if " au " in plain else meant_day(text)
