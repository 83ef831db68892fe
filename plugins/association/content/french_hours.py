"""Hours and durations as French people say them: « de 9 h à midi », « 1 h 30 ». Pure.

``french_words`` says how the grammar is made.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from .french_words import Tokens, number, phrases, tokens_of
from .reading_error import ReadingError, first_certain

DAY = 24 * 60
EXAMPLE = "de 9 h 30 à 17 h"
# The minutes from midnight between which an hour of that part of the day stands.
_PARTS = {
    "matin": (0, 13 * 60),
    "matinée": (0, 13 * 60),
    "après-midi": (12 * 60, 20 * 60),
    "aprèm": (12 * 60, 20 * 60),
    "soir": (16 * 60, DAY),
    "soirée": (16 * 60, DAY),
}
_WHOLE_DAY = (
    *("toute la journée", "toute journée", "la journée entière", "journée entière"),
    *("journée complète", "la journée", "journée", "en journée", "jour entier"),
)
# A night ends in the morning; where the end is later, the hours are more likely turned round.
_END_OF_NIGHT = 6 * 60
_FRACTIONS = {
    "et demie": 30,
    "et demi": 30,
    "et quart": 15,
    "un quart": 15,
    "et un quart": 15,
    "et trois quarts": 45,
    "trois quarts": 45,
    "moins le quart": -15,
    "moins quart": -15,
}


@dataclass(frozen=True)
class HourSpan:
    """Minutes from midnight: a start, an end (over 1,440 on the next day), a pause between.

    Without a start it is the whole day.
    """

    start: int | None = None
    end: int | None = None
    pause: tuple[int, int] | None = None


@dataclass(frozen=True)
class Clock:
    """An hour as said; without its unit it may be another number.

    ``is_shifted`` when the afternoon or the evening was said with it.
    """

    hour: int
    minute: int = 0
    has_unit: bool = True
    is_shifted: bool = False

    @property
    def minutes(self) -> int:
        """The minutes from midnight. Raises ReadingError when no clock shows that hour."""
        if not 0 <= self.minute < 60:
            raise ReadingError(
                f"« {self.hour} h {self.minute:02} » n’est pas une heure",
                "vérifiez-la : les minutes vont de 00 à 59",
            )
        if self.hour * 60 + self.minute > DAY:
            raise ReadingError(
                f"« {self.hour} h » n’est pas une heure", "vérifiez-la : la dernière est 23 h 59"
            )
        return self.hour * 60 + self.minute


Stretch = tuple[Clock, Clock | None]


@dataclass(frozen=True)
class SaidHours:
    """Hours as said: stretches of a day, a part of it or the whole; ``about`` when rounded."""

    stretches: tuple[Stretch, ...] = ()
    part: str = ""
    is_about: bool = False

    @property
    def has_unit(self) -> bool:
        """Whether it cannot be read as something else than hours."""
        clocks = [clock for stretch in self.stretches for clock in stretch if clock]
        return not clocks or any(clock.has_unit for clock in clocks)

    def span(self, *, is_of_several_days: bool = False) -> HourSpan:
        """Return what they mean: the end is that of the last day when they are of several.

        Raises ReadingError where that has to be asked.
        """
        if not self.stretches:
            if self.part:
                says = f"« {self.part} » ne dit pas à quelle heure"
                raise ReadingError(says, "donnez l’heure", EXAMPLE)
            return HourSpan()
        spans = [
            _stretch(first, last, self.part, is_of_several_days=is_of_several_days)
            for first, last in self.stretches
        ]
        span = spans[0] if len(spans) == 1 else _with_pause(*spans)
        if self.is_about:
            assert span.start is not None
            shown = in_words(span.start)
            raise ReadingError("l’heure n’est pas dite exactement", example=shown)
        return span


def _stretch(first: Clock, last: Clock | None, part: str, *, is_of_several_days: bool) -> HourSpan:
    start, end = first.minutes, last.minutes if last else None
    if part:
        lowest, highest = _PARTS[part]
        if not lowest <= start < highest:
            raise ReadingError(
                f"« {in_words(start)} » n’est pas une heure du mot « {part} »",
                "corrigez l’heure, ou effacez ce mot",
            )
    if end is None or end > start or (is_of_several_days and end > _END_OF_NIGHT):
        return HourSpan(start, end)
    if end == start:
        raise ReadingError("l’heure de fin est celle du début", example=EXAMPLE)
    if end > _END_OF_NIGHT:
        turned = f"de {in_words(end)} à {in_words(start)}"
        raise ReadingError(
            "la fin est avant le début, ou le lendemain",
            "inversez les heures, ou donnez aussi le jour de la fin",
            turned,
        )
    return HourSpan(start, end + DAY)


def _with_pause(morning: HourSpan, afternoon: HourSpan) -> HourSpan:
    assert morning.start is not None
    assert afternoon.start is not None
    if morning.end is None or afternoon.end is None or not morning.end < afternoon.start:
        raise ReadingError("ces heures ne se suivent pas", example=EXAMPLE)
    return HourSpan(morning.start, afternoon.end, (morning.end, afternoon.start))


def in_words(minutes: int) -> str:
    """Return « 9 h 30 » for minutes from midnight."""
    hour, minute = divmod(minutes % DAY, 60)
    return f"{hour} h {minute:02}" if minute else f"{hour} h"


def duration_in_words(minutes: int) -> str:
    """Return « 45 min », « 1 h » or « 1 h 15 »."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def read_hours(text: str, *, is_of_several_days: bool = False) -> HourSpan:
    """Return the hours that a text says and nothing else.

    Raises ReadingError when it says something else, no hour that a clock shows, or too little.
    """
    tokens = tokens_of(text.strip(" .!"))
    whole = [
        partial(said.span, is_of_several_days=is_of_several_days)
        for said, end in hours(tokens, 0)
        if end == len(tokens)
    ]
    for until in phrases(tokens, 0, "jusqu'à", "avant"):
        if any(end == len(tokens) for _clock_said, end in clock_at(tokens, until)):
            raise ReadingError("l’heure du début manque", example=EXAMPLE)
    return first_certain(whole, f"« {text} » ne se lit pas comme des heures", EXAMPLE)


def hours(tokens: Tokens, at: int) -> Iterator[tuple[SaidHours, int]]:
    """Yield the hours at a place: a stretch, two with a pause, a part of the day, or all of it."""
    for end in phrases(tokens, at, *_WHOLE_DAY):
        yield SaidHours(), end
    yield from _stretches(tokens, at)
    for said, after in _stretches(tokens, at):
        for part, end in _part(tokens, after):
            yield replace(said, part=part), end
    for part, after in _part(tokens, at):
        yield SaidHours(part=part), after
        for begin in phrases(tokens, after, ",", "(", ":", ""):
            for said, end in _stretches(tokens, begin):
                yield replace(said, part=part), end


def _part(tokens: Tokens, at: int) -> Iterator[tuple[str, int]]:
    for start in phrases(tokens, at, "", "le", "la", "l'", "en", "dans la", "dans l'"):
        for part in _PARTS:
            for end in phrases(tokens, start, part):
                yield part, end


def _stretches(tokens: Tokens, at: int) -> Iterator[tuple[SaidHours, int]]:
    for first, middle in _range(tokens, at):
        yield SaidHours((first,)), middle
        for end in phrases(tokens, middle, "environ"):
            yield SaidHours((first,), is_about=True), end
        for join in phrases(tokens, middle, *_AND):
            for second, end in _range(tokens, join):
                yield SaidHours((first, second)), end
    for begin in phrases(tokens, at, "à partir de", "à compter de", "dès", "depuis", "à", "de", ""):
        for clock, end in clock_at(tokens, begin):
            yield SaidHours(((clock, None),)), end
    for about in phrases(tokens, at, "vers", "environ", "aux environs de", "autour de"):
        for clock, end in clock_at(tokens, about):
            yield SaidHours(((clock, None),), is_about=True), end


_AND = ("et", "puis", ",", "/", "-", "+", ";", "et puis", ", puis", ", et", "")
_TO = ("à", "-", "/", "et", "jusqu'à", ">", "- >")


def _range(tokens: Tokens, at: int) -> Iterator[tuple[Stretch, int]]:
    """Yield « de 9 h à 17 h » in its many forms; a unit said once serves both."""
    for begin in phrases(tokens, at, "de", "entre", "à", "des", "à partir de", ""):
        for first, middle in clock_at(tokens, begin):
            for join in phrases(tokens, middle, *_TO):
                for last, end in clock_at(tokens, join):
                    yield (_of_half_day(first, last), last), end
            for last, end in clock_at(tokens, middle):
                if first.has_unit and last.has_unit:
                    yield (first, last), end


def _of_half_day(first: Clock, last: Clock) -> Clock:
    """Return the start of « de 2 h à 5 h de l’après-midi », which is 14 h."""
    is_late = last.is_shifted and not first.is_shifted and first.hour < last.hour - 12
    return replace(first, hour=first.hour + 12) if is_late else first


def clock_at(tokens: Tokens, at: int) -> Iterator[tuple[Clock, int]]:
    """Yield the hour at a place, as far as it goes first: « 9 h 30 » before « 9 h »."""
    for clock, after in _clock(tokens, at):
        for end in phrases(tokens, after, "du matin"):
            yield clock, end
        for end in phrases(tokens, after, "de l' après midi", "du soir"):
            if 0 < clock.hour < 12:
                yield replace(clock, hour=clock.hour + 12, is_shifted=True), end
            else:
                yield clock, end
        for end in phrases(tokens, after, "précises", "pile", ""):
            yield clock, end


def _clock(tokens: Tokens, at: int) -> Iterator[tuple[Clock, int]]:
    for words, hour in (("midi", 12), ("minuit", 24)):
        for after in phrases(tokens, at, words):
            yield from _with_fraction(tokens, after, hour)
    for hour, after in number(tokens, at):
        if hour > 99:
            continue
        for unit in phrases(tokens, after, "h .", "h", "heures", "heure", "hrs"):
            for minute, end in number(tokens, unit):
                for last in phrases(tokens, end, "minutes", "min .", "min", "mn", ""):
                    yield Clock(hour, minute), last
            yield from _with_fraction(tokens, unit, hour)
        for dot in phrases(tokens, after, ":", "."):
            if tokens[dot : dot + 1] and tokens[dot].isdecimal() and len(tokens[dot]) == 2:
                for end in phrases(tokens, dot + 1, ": 00", ""):
                    yield Clock(hour, int(tokens[dot])), end
        yield Clock(hour, has_unit=False), after


def _with_fraction(tokens: Tokens, at: int, hour: int) -> Iterator[tuple[Clock, int]]:
    for words, minutes in _FRACTIONS.items():
        for end in phrases(tokens, at, words):
            whole = hour * 60 + minutes
            yield Clock(whole // 60 % 24, whole % 60), end
    for minus in phrases(tokens, at, "moins"):
        for minutes, end in number(tokens, minus):
            yield Clock(*divmod(max(hour * 60 - minutes, 0), 60)), end
    yield Clock(hour), at


def read_minutes(text: str) -> int:
    """Return the minutes of a duration: « 1 h 30 » is 90; a bare number is minutes.

    Raises ReadingError for what is no such duration, or is only about so long.
    """
    tokens = tokens_of(text.strip(" ."))
    whole = [partial(int, minutes) for minutes, end in _duration(tokens, 0) if end == len(tokens)]
    return first_certain(whole, f"« {text} » ne se lit pas comme une durée", "1 h 30")


def _duration(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    for words, minutes in (
        *(("une demi heure", 30), ("demi heure", 30), ("un quart d' heure", 15)),
        *(("trois quarts d' heure", 45), ("une heure trente", 90)),
    ):
        for end in phrases(tokens, at, words):
            yield minutes, end
    for clock, end in clock_at(tokens, at):
        if clock.has_unit and clock.minute < 60 and tokens[at] not in ("midi", "minuit"):
            yield clock.hour * 60 + clock.minute, end
    for count, after in number(tokens, at):
        for end in phrases(tokens, after, "minutes", "minute", "min", "mn", "'", ""):
            yield count, end
        for comma in phrases(tokens, after, ",", "."):
            for tenth, unit in number(tokens, comma):
                for end in phrases(tokens, unit, "h", "heures", "heure"):
                    yield count * 60 + tenth * 60 // 10 ** len(tokens[comma]), end


def read_number(text: str) -> int:
    """Return a whole number: « 1 000 », « douze », « 12e », « n° 12 », « 12 places ».

    Raises ReadingError for what is none, or may be another: « 1.000 ».
    """
    tokens = tokens_of(text.strip(" ."))
    whole = (partial(int, count) for count, end in _counted(tokens) if end == len(tokens))
    parted = [part for part in tokens if part != "."]
    if "." in tokens and all(part.isdecimal() for part in parted) and len(parted[-1]) == 3:
        count = "".join(parted)
        raise ReadingError(
            f"« {text} » peut se lire de deux façons", f"écrivez {count}", likely=count
        )
    return first_certain(whole, f"« {text} » n’est pas un nombre entier", "12")


def _counted(tokens: Tokens) -> Iterator[tuple[int, int]]:
    for begin in phrases(tokens, 0, "n ° ", "n °", "no", "n o", "numéro", "#", "°", ""):
        for count, end in number(tokens, begin):
            whole, after = _with_thousands(tokens, count, end)
            yield whole, after
            yield from ((whole, last) for last in phrases(tokens, after, *_COUNTED))


def _with_thousands(tokens: Tokens, count: int, at: int) -> tuple[int, int]:
    """Return a number with the groups of three figures that follow it, and the place after."""
    group = tokens[at] if at < len(tokens) else ""
    if len(group) == 3 and group.isdecimal() and tokens[at - 1].isdecimal():
        return _with_thousands(tokens, count * 1000 + int(group), at + 1)
    return count, at


_COUNTED = (
    *("e", "er", "re", "ère", "ème", "nd", "nde", "places", "place", "personnes", "participants"),
    *("fois", "dates", "séances", "rencontres", "semaines", "mois", "jours", "ans", "années"),
)
