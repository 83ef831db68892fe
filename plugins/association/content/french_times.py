"""When something takes place, as French people say it: the whole of a text, or nothing. Pure.

« du 19 mars 2027 à 9 h au 20 mars à 17 h », « samedi prochain, de 20 h à minuit », « mi-mars ».
What cannot be taken as it is raises a ``ReadingError`` that says why, and the form that would do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import partial

from ..core.french_calendar import MONTHS, WEEKDAYS
from ..core.zone import PARIS
from .french_days import SaidDay, SaidDays, day_at, days_at, month_at, partial_day_at
from .french_hours import DAY, HourSpan, SaidHours, clock_at, hours
from .french_words import Tokens, month, phrases, tokens_of
from .moments import Month, When, written
from .reading_error import ReadingError, first_certain

EXAMPLE = "le 19 mars 2027, de 9 h à 17 h"
_BETWEEN = (",", "-", ":", "à", "(", ", (", "t", ";", ", à", ", de", "- de", "de", "")
_AFTER = (")", "")
_UNTIL = ("au", "-", "jusqu'au", "à", "et le", "- >", ">", "/")
_RULE = frozenset({"tous", "toutes", "chaque", *(f"{name}s" for name in WEEKDAYS)})
# What comes before a year when no month is said.
_PART_OF_YEAR = (
    *("fin", "fin de", "début", "courant", "mi", "mi -", "en", "année", "l'année", "saison"),
    *("printemps", "été", "automne", "hiver", "au printemps", "à l' automne", "en été"),
    *("rentrée", "à la rentrée", "premier semestre", "second semestre", "fin d' année", ""),
)


@dataclass(frozen=True)
class SaidTime:
    """A start, and an end or None, of one form: days, naive instants of the event's zone, months.

    ``pause`` is the hour at which a half-day ends and that at which the next begins.
    """

    start: When
    end: When | None = None
    pause: tuple[time, time] | None = None


def read_time(text: str, today: date | None = None) -> SaidTime:
    """Return when, as the whole of ``text`` says it.

    Without ``today``, what needs it (« demain », a day without its year) is a doubt.
    Raises ReadingError.
    """
    tokens = tokens_of(text.strip(" .!"))
    readings = [*_readings(tokens, today)]
    return first_certain([*readings, *_doubts(tokens, today)], _not_understood(text), EXAMPLE)


def _not_understood(text: str) -> str:
    return f"« {text} » n’est pas compris en entier"


def _readings(tokens: Tokens, today: date | None) -> Iterator[Callable[[], SaidTime]]:
    """Yield each way to read all the tokens."""
    size = len(tokens)
    for days, after in days_at(tokens, 0, today):
        if after == size:
            yield partial(_of_days, days, SaidHours(), today)
        for between in phrases(tokens, after, *_BETWEEN):
            for said, end in hours(tokens, between):
                if said.has_unit and size in phrases(tokens, end, *_AFTER):
                    yield partial(_of_days, days, said, today)
    for said, after in hours(tokens, 0):
        for between in phrases(tokens, after, ",", "le", ", le", ""):
            for days, end in days_at(tokens, between, today):
                if end == size:
                    yield partial(_of_days, days, said, today)
    yield from _two_instants(tokens, today)
    yield from _months(tokens, today)
    yield from _in_utc(tokens)


def _of_days(days: SaidDays, said: SaidHours, today: date | None) -> SaidTime:
    first, last = days.on(today)
    return at_hours(first, last, said.span(is_of_several_days=last is not None))


def at_hours(first: date, last: date | None, span: HourSpan) -> SaidTime:
    """Return a day, or the first and the last of several, with their hours.

    Raises ReadingError when the hours do not say the end of several days, or begin at midnight.
    """
    if span.start is None:
        return SaidTime(first, last)
    if span.start >= DAY:
        likely = written(_at(first, span.start))
        says = "minuit ferme un jour et en ouvre un autre"
        raise ReadingError(says, f"écrivez {likely} si c’est lui", likely=likely)
    if span.end is None:
        if last is not None:
            says = "l’heure de fin du dernier jour manque"
            raise ReadingError(says, example="du 4 juin 2027 à 14 h au 6 juin 2027 à 12 h")
        return SaidTime(_at(first, span.start))
    pause = (_clock(span.pause[0]), _clock(span.pause[1])) if span.pause else None
    return SaidTime(_at(first, span.start), _at(last or first, span.end), pause)


def _at(day: date, minutes: int) -> datetime:
    # Wall time: the zone is the event's.
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _clock(minutes: int) -> time:
    return time(*divmod(minutes, 60))


def _two_instants(tokens: Tokens, today: date | None) -> Iterator[Callable[[], SaidTime]]:
    for begin in phrases(tokens, 0, "du", "de", ""):
        for first, middle in _instants(tokens, begin, today):
            for join in phrases(tokens, middle, *_UNTIL):
                for last, end in _instants(tokens, join, today):
                    if end == len(tokens):
                        yield partial(_from_to, first, last, today)


_Instant = tuple[SaidDay, SaidHours]


def _instants(tokens: Tokens, at: int, today: date | None) -> Iterator[tuple[_Instant, int]]:
    for day, after in [*day_at(tokens, at, today), *partial_day_at(tokens, at)]:
        for between in phrases(tokens, after, *_BETWEEN):
            for said, end in hours(tokens, between):
                if len(said.stretches) == 1 and said.stretches[0][1] is None:
                    yield (day, said), end


def _from_to(first: _Instant, last: _Instant, today: date | None) -> SaidTime:
    if first[0] == last[0]:
        start_day = end_day = last[0].on(today)
    else:
        start_day, end_day_or_none = SaidDays((first[0], last[0])).on(today)
        assert end_day_or_none is not None
        end_day = end_day_or_none
    spans = first[1].span(), last[1].span()
    assert spans[0].start is not None
    assert spans[1].start is not None
    start, end = _at(start_day, spans[0].start), _at(end_day, spans[1].start)
    if end <= start:
        raise ReadingError("la fin est avant le début", "donnez le début d’abord")
    return SaidTime(start, end)


def _months(tokens: Tokens, today: date | None) -> Iterator[Callable[[], SaidTime]]:
    for found, end in month_at(tokens, 0, today):
        if end == len(tokens):
            yield partial(SaidTime, found)
    for begin in phrases(tokens, 0, "de", "entre", ""):
        for first, middle in month(tokens, begin):
            for join in phrases(tokens, middle, "à", "-", "et", "/", "au", "jusqu'à", ""):
                for last, end in month_at(tokens, join, today):
                    if end == len(tokens):
                        start = Month(last.year - (first > last.month), first)
                        yield partial(SaidTime, start, last)


def _in_utc(tokens: Tokens) -> Iterator[Callable[[], SaidTime]]:
    text = "".join(tokens).upper()
    try:
        instant = datetime.fromisoformat(text.replace("UTC", "Z").replace("GMT", "Z"))
    except ValueError:
        return
    if instant.tzinfo is not None:
        yield partial(_of_other_zone, instant.astimezone(PARIS))


def _of_other_zone(instant: datetime) -> SaidTime:
    raise ReadingError(
        "cette heure est dite dans un autre fuseau",
        f"écrivez {written(instant)} si c’est l’heure de Paris",
        likely=written(instant),
    )


def _doubts(tokens: Tokens, today: date | None) -> Iterator[Callable[[], SaidTime]]:
    """Yield what says why the tokens are no time that can be taken."""
    if _RULE & set(tokens) or tokens[-2:] == ("sur", "deux"):
        yield partial(_doubt, "c’est une règle, et non une date", _FIX_OF_RULE, EXAMPLE)
    for begin in phrases(tokens, 0, *_PART_OF_YEAR):
        if len(tokens) == begin + 1 and tokens[begin].isdecimal() and len(tokens[begin]) == 4:
            example = f"octobre {tokens[begin]}"
            yield partial(_doubt, "le mois manque", "donnez-le aussi", example)
    if "semaine" in tokens or any(end == len(tokens) for _said, end in hours(tokens, 0)):
        yield partial(_doubt, "le jour manque", "donnez-le aussi", EXAMPLE)
    yield from _without_start(tokens, today)
    yield from _misspelt(tokens, today)


def _without_start(tokens: Tokens, today: date | None) -> Iterator[Callable[[], SaidTime]]:
    for _days, after in days_at(tokens, 0, today):
        for until in phrases(tokens, after, "jusqu'à", ", jusqu'à"):
            if any(end == len(tokens) for _clock_said, end in clock_at(tokens, until)):
                yield partial(_doubt, "l’heure du début manque", "donnez-la aussi", EXAMPLE)


_FIX_OF_RULE = (
    "donnez la première date ; la règle se met ensuite sous « recurrence », avec sa dernière date"
)


def _doubt(says: str, fix: str, example: str) -> SaidTime:
    raise ReadingError(says, fix, example)


def _misspelt(tokens: Tokens, today: date | None) -> Iterator[Callable[[], SaidTime]]:
    """Yield the doubt whether a word is a month or a weekday that is spelt almost so."""
    known = {tokens_of(name)[0]: name for name in (*MONTHS, *WEEKDAYS)}
    for place, token in enumerate(tokens):
        if len(token) < 4 or token in known:
            continue
        near = get_close_matches(token, known, n=1, cutoff=0.75)
        if not near:
            continue
        right = (*tokens[:place], near[0], *tokens[place + 1 :])
        for read in _readings(right, today):
            try:
                said = read()
            except ReadingError:
                continue
            word = known[near[0]]
            likely = written(said.start)
            yield partial(_of_misspelt, token, word, likely)
            return


def _of_misspelt(token: str, word: str, likely: str) -> SaidTime:
    says = f"« {token} » n’est pas un mot connu ici"
    raise ReadingError(says, f"écrivez « {word} » si c’est lui", likely=likely)
