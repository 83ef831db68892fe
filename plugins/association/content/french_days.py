"""Days, months and stretches of days as French people say them: « mardi en huit ». Pure.

``french_words`` says how the grammar is made. What is said without its year is the next such day
from the day of today; without that day it is a doubt.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..core.french_calendar import MONTHS, WEEKDAYS
from .french_words import Tokens, month, number, phrases, weekday
from .moments import Month
from .reading_error import ReadingError

EXAMPLE = "le 19 mars 2027"
_NEXT = ("prochain", "qui vient", "prochaine", "prochains", "à venir", "suivant")
_LAST = ("dernier", "passé", "dernière")
# A stretch that crosses New Year and says its year once is not longer.
_LONGEST_OVER_NEW_YEAR = 92
# Years of two figures are no more than this many years to come.
_FAR = 20
_YEARS = range(1900, 2200)
_LAST_HOUR = 24
_MOST_STEPS = 100
_SHIFTS = {
    "avant hier": -2,
    "hier": -1,
    "aujourd'hui": 0,
    "ce jour": 0,
    "demain": 1,
    "après demain": 2,
    "sous huitaine": 7,
    "sous quinzaine": 14,
}
# As one counts in French, both ends included.
_ROUND_DAYS = {8: 7, 15: 14}
_NUMBERED = {"premier": 1, "1er": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4}
_NUMBERED |= {"2e": 2, "3e": 3, "4e": 4, "2ème": 2, "3ème": 3, "4ème": 4, "2nd": 2, "dernier": 5}


@dataclass(frozen=True)
class SaidDay:
    """A day as said; ``fixed`` when it only needed the day of today.

    ``month`` and ``year`` may be left to the day that ends the stretch.
    """

    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int | None = None
    is_past: bool = False
    fixed: date | None = None

    def on(self, today: date | None) -> date:
        """Return the day. Raises ReadingError where it does not exist or cannot be known."""
        found = self.fixed or self._dated(today)
        if self.weekday is not None and found.weekday() != self.weekday:
            right = WEEKDAYS[found.weekday()]
            said = f"{_numbered(found)} {MONTHS[found.month - 1]} {found.year}"
            raise ReadingError(
                f"le {said} est un {right}",
                f"écrivez {right}, ou corrigez la date",
                f"{right} {said}",
                found.isoformat(),
            )
        return found

    def _dated(self, today: date | None) -> date:
        if self.year:
            return _day(self.year, self.month, self.day)
        if today is None:
            raise ReadingError("l’année manque", "donnez-la aussi", EXAMPLE)
        if not self.day:
            return _day(today.year, self.month or today.month, self.day)
        if not self.month:
            months = [(today.year + n // 12, n % 12 + 1) for n in range(today.month - 1, 24)]
            fits = (when for when in months if self.day <= monthrange(*when)[1])
            days = [date(year, number, self.day) for year, number in fits]
            return next(day for day in days if day >= today)
        step = -1 if self.is_past else 1
        for year in range(today.year, today.year + 8 * step, step):
            if self.day <= _length(year, self.month):
                found = date(year, self.month, self.day)
                if (found < today) if self.is_past else (found >= today):
                    return found
        return _day(today.year, self.month, self.day)


def _numbered(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _length(year: int, number: int) -> int:
    return monthrange(year, number)[1] if 1 <= number <= 12 else 0


def _day(year: int, number: int, day: int) -> date:
    """Return a date of the calendar, or raise the ReadingError that says what would exist."""
    if not 1 <= number <= 12:
        raise ReadingError(
            f"il n’y a pas de mois numéro {number}", "écrivez le jour avant le mois", EXAMPLE
        )
    if not 1 <= day <= _length(year, number):
        name = MONTHS[number - 1]
        if (number, day) == (2, 29):
            leap = next(later for later in range(year, year + 9) if _length(later, 2) == 29)
            raise ReadingError(
                f"le 29 février {year} n’existe pas", f"vérifiez l’année : {leap} en a un"
            )
        raise ReadingError(
            f"le {day} {name} {year} n’existe pas",
            f"vérifiez le jour : {name} {year} en a {_length(year, number)}",
        )
    return date(year, number, day)


def day_at(tokens: Tokens, at: int, today: date | None) -> Iterator[tuple[SaidDay, int]]:
    """Yield the day at a place, said in full or near the day of today."""
    for begin in phrases(tokens, at, "le", "ce", "au", "la", ""):
        yield from _in_figures(tokens, begin)
        yield from _in_words(tokens, begin, today)
        if today is not None:
            yield from _near(tokens, begin, today)
            yield from _weekday_near(tokens, begin, today)


def partial_day_at(tokens: Tokens, at: int) -> Iterator[tuple[SaidDay, int]]:
    """Yield a day that leaves its month, or its year, to the end of the stretch."""
    for begin in phrases(tokens, at, "le", "les", ""):
        for name, after in [*_before(tokens, begin), (None, begin)]:
            for day, end in _number_of_day(tokens, after):
                if 1 <= day <= 31:
                    yield SaidDay(day, weekday=name), end


def _before(tokens: Tokens, at: int) -> Iterator[tuple[int | None, int]]:
    for name, after in weekday(tokens, at):
        for end in phrases(tokens, after, ", le", ",", "le", ""):
            yield name, end


def _number_of_day(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    for day, after in number(tokens, at):
        if (day <= 31 and len(tokens[at]) <= 2) or not tokens[at].isdecimal():
            for end in phrases(tokens, after, "er .", "er", "e", ""):
                yield day, end
        elif 31 < day < 100:
            yield day, after


def _in_words(tokens: Tokens, at: int, today: date | None) -> Iterator[tuple[SaidDay, int]]:
    for name, begin in [*_before(tokens, at), (None, at)]:
        for day, middle in _number_of_day(tokens, begin):
            for of in phrases(tokens, middle, "de", "du mois de", ""):
                for number_of_month, after in month(tokens, of):
                    said = SaidDay(day, number_of_month, weekday=name)
                    for full, end in _with_year(said, tokens, after, today):
                        yield full, end
                        if name is None:
                            yield from _weekday_after(full, tokens, end)


def _weekday_after(said: SaidDay, tokens: Tokens, at: int) -> Iterator[tuple[SaidDay, int]]:
    for bracket in phrases(tokens, at, "("):
        for name, after in weekday(tokens, bracket):
            for end in phrases(tokens, after, ")"):
                yield replace(said, weekday=name), end


def _with_year(
    said: SaidDay, tokens: Tokens, at: int, today: date | None
) -> Iterator[tuple[SaidDay, int]]:
    # First without: in « 19 mars 14-16 h », 14 is an hour.
    yield said, at
    for comma in phrases(tokens, at, "", ",", "de", "de l' année"):
        for year, end in year_at(tokens, comma, today):
            yield replace(said, year=year), end
    for end in phrases(tokens, at, *_NEXT):
        yield said, end
    for end in phrases(tokens, at, *_LAST):
        yield replace(said, is_past=True), end


def year_at(tokens: Tokens, at: int, today: date | None) -> Iterator[tuple[int, int]]:
    """Yield the year at a place, of four figures, or of two when it is near."""
    if tokens[at : at + 1] and tokens[at].isdecimal():
        if len(tokens[at]) == 4 and int(tokens[at]) in _YEARS:
            yield int(tokens[at]), at + 1
        elif len(tokens[at]) == 2 and int(tokens[at]) in _years_of_two_figures(today):
            yield 2000 + int(tokens[at]), at + 1
    if today is not None:
        for end in phrases(tokens, at, "de cette année", "cette année"):
            yield today.year, end
        for end in phrases(tokens, at, "de l' année prochaine", "l' an prochain"):
            yield today.year + 1, end


def _years_of_two_figures(today: date | None) -> range:
    """Return the years that two figures may say: none that may be an hour, none that is far."""
    if today is None:
        return range(_LAST_HOUR + 1, 69)
    return range(max(today.year - 2001, _LAST_HOUR + 1), today.year - 1999 + _FAR)


def _in_figures(tokens: Tokens, at: int) -> Iterator[tuple[SaidDay, int]]:
    """Yield « 2027-03-19 », « 19/03/2027 », « 19.3.27 », « 19/3 » and « 20270319 »."""
    if tokens[at : at + 1] and len(tokens[at]) == 8 and tokens[at].isdecimal():
        text = tokens[at]
        if int(text[:4]) in _YEARS:
            yield SaidDay(int(text[6:]), int(text[4:6]), int(text[:4])), at + 1
    for name, begin in [*_before(tokens, at), (None, at)]:
        parts = tokens[begin : begin + 5]
        figures = [part for part in parts[::2] if part.isdecimal() and part.isascii()]
        sign = parts[1] if len(parts) > 1 else ""
        if sign not in ("-", "/", "."):
            continue
        if len(figures) == 3 and parts[3] == sign:
            if len(figures[0]) == 4 and len(figures[1]) <= 2 and len(figures[2]) <= 2:
                year, number_of_month, day = map(int, figures)
                if year in _YEARS:
                    yield SaidDay(day, number_of_month, year, name), begin + 5
            elif len(figures[2]) in (2, 4) and max(len(figures[0]), len(figures[1])) <= 2:
                day, number_of_month, year = map(int, figures)
                full = year if year > 99 else year + 2000
                if number_of_month > 12 >= day:
                    # As Americans write it.
                    day, number_of_month = number_of_month, day
                if full in _YEARS:
                    yield SaidDay(day, number_of_month, full, name), begin + 5
        is_day = len(figures) >= 2 and sign != "-" and max(map(len, figures[:2])) <= 2
        # Without a month, the next day of that number would be taken.
        if is_day and int(figures[1]):
            yield SaidDay(int(figures[0]), int(figures[1]), weekday=name), begin + 3


def _near(tokens: Tokens, at: int, today: date) -> Iterator[tuple[SaidDay, int]]:
    for words, shift in _SHIFTS.items():
        for end in phrases(tokens, at, words):
            yield SaidDay(fixed=today + timedelta(days=shift)), end
    for after in phrases(tokens, at, "ce", "cet", "cette"):
        if any(part in tokens[after : after + 1] for part in ("matin", "soir", "apres")):
            yield SaidDay(fixed=today), after
    for within, sign in (("dans", 1), ("d' ici", 1), ("il y a", -1)):
        for after in phrases(tokens, at, within):
            for count, unit in number(tokens, after):
                if count > _MOST_STEPS:
                    continue
                for end in phrases(tokens, unit, "jours", "jour"):
                    days = _ROUND_DAYS.get(count, count) * sign
                    yield SaidDay(fixed=today + timedelta(days=days)), end
                for end in phrases(tokens, unit, "semaines", "semaine"):
                    yield SaidDay(fixed=today + timedelta(days=7 * count * sign)), end
                for end in phrases(tokens, unit, "mois"):
                    yield SaidDay(fixed=_months_later(today, count * sign)), end


def _months_later(day: date, months: int) -> date:
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def _weekday_near(tokens: Tokens, at: int, today: date) -> Iterator[tuple[SaidDay, int]]:
    """Yield a weekday alone, the next one; « en huit » a week later, « dernier » the one before."""
    for name, after in weekday(tokens, at):
        ahead = today + timedelta(days=(name - today.weekday() - 1) % 7 + 1)
        monday = today - timedelta(days=today.weekday())
        for end in phrases(tokens, after, *_NEXT, ""):
            yield SaidDay(fixed=ahead), end
        for words, days in (("en huit", 7), ("en quinze", 14)):
            for end in phrases(tokens, after, words):
                yield SaidDay(fixed=ahead + timedelta(days=days)), end
        for end in phrases(tokens, after, *_LAST):
            yield SaidDay(fixed=today - timedelta(days=(today.weekday() - name - 1) % 7 + 1)), end
        for words, weeks in (("de la semaine prochaine", 1), ("de cette semaine", 0)):
            for end in phrases(tokens, after, words):
                yield SaidDay(fixed=monday + timedelta(days=7 * weeks + name)), end
    for words, rank in _NUMBERED.items():
        for before in phrases(tokens, at, words):
            for name, after in weekday(tokens, before):
                for of in phrases(tokens, after, "de", "du mois de", "d'"):
                    for when, end in month_at(tokens, of, today):
                        yield SaidDay(fixed=_nth(name, rank, when)), end


def _nth(name: int, rank: int, when: Month) -> date:
    """Return the first, second… weekday of a month; the fifth is the last one."""
    days = [date(when.year, when.month, day + 1) for day in range(_length(when.year, when.month))]
    named = [day for day in days if day.weekday() == name]
    return named[-1] if rank == 5 else named[rank - 1]


def month_at(tokens: Tokens, at: int, today: date | None) -> Iterator[tuple[Month, int]]:
    """Yield the month at a place: « mi-mars 2027 », « en mars », « 2027-03 », « mars prochain »."""
    for begin in phrases(tokens, at, *_ABOUT_MONTH):
        for hyphen in phrases(tokens, begin, "-", "") if begin > at else [begin]:
            for name, after in month(tokens, hyphen):
                for year, end in year_at(tokens, after, today):
                    yield Month(year, name), end
                if today is not None:
                    yield _next_month(name, today), after
                    for end in phrases(tokens, after, *_NEXT):
                        yield _next_month(name, today), end
    parts = tokens[at : at + 3]
    if len(parts) == 3 and parts[1] in "-/." and parts[0].isdecimal() and parts[2].isdecimal():
        sizes = len(parts[0]), len(parts[2])
        year_first = int(parts[0]), int(parts[2])
        said, when = year_first if sizes[0] == 4 else year_first[::-1]
        if sorted(sizes) in ([1, 4], [2, 4]) and 1 <= when <= 12 and said in _YEARS:
            yield Month(said, when), at + 3
    if today is not None:
        for words, shift in (("le mois prochain", 1), ("ce mois ci", 0), ("ce mois", 0)):
            for end in phrases(tokens, at, words):
                later = _months_later(today, shift)
                yield Month(later.year, later.month), end


_ABOUT_MONTH = (
    *("mi", "en", "courant", "début", "fin", "au mois de", "le mois de", "au cours de", "à la mi"),
    *("dans le courant de", "vers la mi", "vers la fin", "fin de", "début de", "à la fin de"),
    *("vers", "dès", "milieu", "de", "au début de", "mois de", "courant du mois de", ""),
)


def _next_month(number_of_month: int, today: date) -> Month:
    return Month(today.year + (number_of_month < today.month), number_of_month)


@dataclass(frozen=True)
class SaidDays:
    """A day, or several: a stretch « du 4 au 6 juin », a list « les 4, 5 et 6 juin ».

    All but the last may leave their month or year to it.
    """

    days: tuple[SaidDay, ...]
    is_list: bool = False

    def on(self, today: date | None) -> tuple[date, date | None]:
        """Return the first day and the last, None when there is one. Raises ReadingError."""
        last = self.days[-1].on(today)
        if len(self.days) == 1:
            return last, None
        found = [last]
        for said in reversed(self.days[:-1]):
            found.insert(0, _day_before(said, found[0], today))
        if self.is_list and (last - found[0]).days != len(found) - 1:
            raise ReadingError(
                "ces jours ne se suivent pas",
                "donnez le premier ; les autres vont dans la liste « dates » du fichier",
                likely=found[0].isoformat(),
            )
        return found[0], last


def _day_before(said: SaidDay, last: date, today: date | None) -> date:
    """Return a day that comes before ``last`` and takes from it what it does not say."""
    if said.fixed or said.year:
        first = said.on(today)
    elif said.month:
        year = last.year if (said.month, said.day) <= (last.month, last.day) else last.year - 1
        first = replace(said, year=year).on(today)
    else:
        first = replace(said, month=last.month, year=last.year).on(today)
    is_over_new_year = first.year < last.year and not said.year and not said.fixed
    if first >= last or (is_over_new_year and (last - first).days > _LONGEST_OVER_NEW_YEAR):
        raise ReadingError(
            "le dernier jour n’est pas après le premier", "donnez le premier d’abord"
        )
    return first


def days_at(tokens: Tokens, at: int, today: date | None) -> Iterator[tuple[SaidDays, int]]:
    """Yield a day, a stretch of days or a list of days that follow one another."""
    for begin in phrases(tokens, at, *_BEFORE_STRETCH):
        for first, middle in [*day_at(tokens, begin, today), *partial_day_at(tokens, begin)]:
            for join in phrases(tokens, middle, *_UNTIL):
                for last, end in day_at(tokens, join, today):
                    yield SaidDays((first, last)), end
            for between, further in _further_days(tokens, middle):
                for join in phrases(tokens, further, "et le", "et", "&", "et du"):
                    for last, end in day_at(tokens, join, today):
                        yield SaidDays((first, *between, last), is_list=True), end
    for begin in phrases(tokens, at, "à partir du", "dès le", ""):
        for said, end in [*day_at(tokens, begin, today), *partial_day_at(tokens, begin)]:
            yield SaidDays((said,)), end


def _further_days(tokens: Tokens, at: int) -> Iterator[tuple[tuple[SaidDay, ...], int]]:
    yield (), at
    for comma in phrases(tokens, at, ","):
        for said, after in partial_day_at(tokens, comma):
            for more, end in _further_days(tokens, after):
                yield (said, *more), end


_BEFORE_STRETCH = ("du", "de", "entre le", "les", "des", "week end du", "le week end du", "")
_UNTIL = ("au", "-", "- le", "/", "jusqu'au", "jusqu'à", "à", "- >", ">", "et le")
