"""Dates and hours as people write them, to say how they are written here. Pure.

Nothing of this is ever taken for a date: it only serves the mend beside the caret.
"""

import re
from datetime import date

from ..core.words import fold

MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)")
_IN_WORDS = re.compile(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})\b")
_HOUR = re.compile(
    r"(?:^|[\sàT,])(\d{1,2})\s?(?:[hH]|heures?|:|\.)\s?(\d{2})?(?::\d\d)?\s*(?:min)?$"
)


def meant_day(text: str) -> str:
    """Return the ISO form of the day that ``text`` names somehow, or ``""``."""
    if match := _YEAR_FIRST.search(text):
        year, month, day = match.groups()
    elif match := _IN_WORDS.search(fold(text)):
        day, month, year = match[1], str(MONTHS.index(match[2]) + 1), match[3]
    elif match := _DAY_FIRST.search(text):
        day, month, year = match.groups()
        if int(month) > 12:
            day, month = month, day
    else:
        return ""
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)).isoformat()
    except ValueError:
        return ""


_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAY = (
    rf"(?:(?:le )?(?P<weekday>{'|'.join(_WEEKDAYS)})?,? ?"
    r"(?P<day>\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}"
    rf"|\d{{1,2}}(?:er)? (?:{'|'.join(MONTHS)}) \d{{4}}))"
)
_TIME = r"(?P<time>\d{1,2} ?(?:h|heures?|:|\.) ?(?:\d{2})?(?:min)?)"
_WHOLE_DAY = re.compile(_DAY)
_WHOLE_INSTANT = re.compile(rf"{_DAY}(?: |, ?| a |t){_TIME}")


def sure_day(text: str) -> str:
    """Return the ISO form of a text that is a day and nothing else, or ``""``.

    A year of two digits is not sure, nor a weekday that is not the date's. Days come before
    months, as everywhere in French.
    """
    match = _WHOLE_DAY.fullmatch(_as_typed(text))
    return _sure(match) if match else ""


def sure_instant(text: str) -> str:
    """Return « 2027-03-14 09:30 » for a text that is a day and an hour and no more, or ``""``."""
    match = _WHOLE_INSTANT.fullmatch(_as_typed(text))
    day, hour = (_sure(match), meant_hour(match["time"])) if match else ("", "")
    return f"{day} {hour}" if day and hour else ""


def _as_typed(text: str) -> str:
    """Return a text in small letters without accents, the hyphens of its digits kept."""
    return fold(text.replace("-", "/"))


def _sure(match: re.Match[str]) -> str:
    day = meant_day(match["day"])
    weekday = match["weekday"]
    if day and weekday and date.fromisoformat(day).weekday() != _WEEKDAYS.index(weekday):
        return ""
    return day


def meant_hour(text: str) -> str:
    """Return « 09:30 » for the hour that ``text`` ends with somehow, or ``""``."""
    match = _HOUR.search(text)
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return ""
    return f"{int(match[1]):02}:{match[2] or '00'}"
