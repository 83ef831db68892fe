"""Times, durations and counts as French people say them: the whole is understood, or nothing."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.content.french_dates import day_in_words, slot_in_words
from association.content.french_hours import read_hours, read_minutes, read_number
from association.content.french_times import read_time
from association.content.moments import Month, When, written
from association.content.reading_error import ReadingError
from association.content.times import Slot

# A Monday.
TODAY = date(2027, 3, 1)

UNDERSTOOD = """
samedi | 2027-03-06
lundi prochain | 2027-03-08
Ce mardi | 2027-03-02
jeudi en huit | 2027-03-11
mercredi en quinze | 2027-03-17
vendredi de la semaine prochaine | 2027-03-12
dimanche dernier | 2027-02-28
le 12 avril prochain | 2027-04-12
le 12 février dernier | 2027-02-12
avant-hier | 2027-02-27
aujourd’hui | 2027-03-01
après-demain à 9 h | 2027-03-03 09:00
demain soir à 20h30 | 2027-03-02 20:30
ce soir à 19h | 2027-03-01 19:00
dans huit jours | 2027-03-08
dans trois semaines | 2027-03-22
dans un mois | 2027-04-01
il y a deux jours | 2027-02-27
le 14 | 2027-03-14
29 février | 2028-02-29
14.3.27 | 2027-03-14
04/13/2027 | 2027-04-13
14/03 | 2027-03-14
7 octobre 28 | 2028-10-07
dim. 14 mars 2027 | 2027-03-14
7 févr. 2028 | 2028-02-07
le vingt-deux septembre 2027 | 2027-09-22
1er août 2027 | 2027-08-01
1e août 2027 | 2027-08-01
le 2nd jeudi d’avril 2027 | 2027-04-08
le premier août 2027 | 2027-08-01
2O27-O4-12 | 2027-04-12
20270412 | 2027-04-12
le deuxième jeudi d’avril 2027 | 2027-04-08
le dernier samedi du mois de mai | 2027-05-29
12-14 avril 2027 | 2027-04-12 > 2027-04-14
les 12 et 13 avril | 2027-04-12 > 2027-04-13
les 12, 13 et 14 avril 2027 | 2027-04-12 > 2027-04-14
du lundi 12 au mercredi 14 avril 2027 | 2027-04-12 > 2027-04-14
samedi 10 et dimanche 11 avril | 2027-04-10 > 2027-04-11
du 29 mai au 1er juin 2027 | 2027-05-29 > 2027-06-01
du samedi 1er janvier au lundi 1er mai 2000 | 2000-01-01 > 2000-05-01
du 28 décembre au 3 janvier 2028 | 2027-12-28 > 2028-01-03
du 28 décembre 2027 au 3 janvier | 2027-12-28 > 2028-01-03
12/04 - 14/04/2027 | 2027-04-12 > 2027-04-14
2027-04-12/2027-04-14 | 2027-04-12 > 2027-04-14
du 12 avril 18h au 14 avril 2027 15h | 2027-04-12 18:00 > 2027-04-14 15:00
du 12 au 14 avril 2027, de 14 h à 12 h | 2027-04-12 14:00 > 2027-04-14 12:00
lundi 12 avril 2027 9h30 – 17h | 2027-04-12 09:30 > 2027-04-12 17:00
12 avril, 9 à 12h | 2027-04-12 09:00 > 2027-04-12 12:00
12 avril de 14 à 16h | 2027-04-12 14:00 > 2027-04-12 16:00
12 avril 14-16h | 2027-04-12 14:00 > 2027-04-12 16:00
12/4/2027, 9.30/12.30 | 2027-04-12 09:30 > 2027-04-12 12:30
12 avril 2027 (9h-12h) | 2027-04-12 09:00 > 2027-04-12 12:00
de 9 h à midi le 12 avril 2027 | 2027-04-12 09:00 > 2027-04-12 12:00
12 avril 2027 de 19h à minuit | 2027-04-12 19:00 > 2027-04-13 00:00
12 avril 2027 de 23h à 1h30 | 2027-04-12 23:00 > 2027-04-13 01:30
12 avril 2027 à neuf heures et demie | 2027-04-12 09:30
12 avril 2027 à huit heures moins le quart du soir | 2027-04-12 19:45
12 avril 2027 dès 18h | 2027-04-12 18:00
12 avril 2027 le matin de 9h à 11h | 2027-04-12 09:00 > 2027-04-12 11:00
12 avril 2027 toute la journée | 2027-04-12
2027-04-12T14:00 | 2027-04-12 14:00
avril 2027 | 2027-04
début avril | 2027-04
le mois prochain | 2027-04
en janvier | 2028-01
04/2027 | 2027-04
avril-mai 2027 | 2027-04 > 2027-05
"""


@pytest.mark.parametrize("line", UNDERSTOOD.strip().splitlines())
def test_a_time_is_read_as_it_is_said(line: str) -> None:
    text, _, meaning = line.rpartition(" | ")
    start, _, end = meaning.partition(" > ")
    said = read_time(text, TODAY)
    assert (written(said.start), written(said.end) if said.end else "") == (start, end)


def _refusal(text: str) -> ReadingError:
    with pytest.raises(ReadingError) as raised:
        read_time(text, TODAY)
    return raised.value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("samedi 14 mars 2027", "est un dimanche"),
        ("31 juin 2027", "n’existe pas"),
        ("29 février 2029", "n’existe pas"),
        ("0 mars", "n’existe pas"),
        ("0/0", "le jour manque"),
        ("12/0", "le jour manque"),
        ("12 avril 2027 26h", "n’est pas une heure"),
        ("12 avril 2027 9h80", "n’est pas une heure"),
        ("12 avril 2027 de 18h à 9h", "avant le début"),
        ("12 avril 2027 de 9h à 9h", "celle du début"),
        ("12 avril 2027 en soirée", "à quelle heure"),
        ("12 avril 2027 jusqu’à 12h", "début manque"),
        ("12 avril 2027 vers 9h", "exactement"),
        ("du 12 au 14 avril 2027 à 9h", "dernier jour manque"),
        ("du 14 au 12 avril 2027", "n’est pas après"),
        ("les 12 et 19 avril 2027", "ne se suivent pas"),
        ("automne 2027", "le mois manque"),
        ("2028", "le mois manque"),
        ("cette semaine", "le jour manque"),
        ("de 9 h à 17 h", "le jour manque"),
        ("chaque jeudi", "règle"),
        ("un lundi sur deux", "règle"),
        ("un de ces jours", "pas compris en entier"),
        ("12 avril 2027, 9h, salle B", "pas compris en entier"),
        ("12 ou 13 avril", "pas compris en entier"),
        ("", "pas compris"),
    ],
)
def test_what_cannot_be_taken_is_told_with_what_to_do(text: str, says: str) -> None:
    refusal = _refusal(text)
    assert says in refusal.says
    assert refusal.fix


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("samedi 14 mars 2027", "2027-03-14"),
        ("12 avrill 2027", "2027-04-12"),
        ("2027-04-12T08:00:00Z", "2027-04-12 10:00"),
        ("12 avril 2027 à minuit", "2027-04-13 00:00"),
        ("les 12 et 19 avril 2027", "2027-04-12"),
        ("bientôt", ""),
    ],
)
def test_what_was_most_likely_meant_is_proposed_and_not_taken(text: str, likely: str) -> None:
    assert _refusal(text).likely == likely


def test_two_half_days_keep_their_pause() -> None:
    said = read_time("12 avril 2027 de 9h30 à 12h30 et de 14h à 17h", TODAY)
    assert said.pause == (time(12, 30), time(14))
    assert (said.start, said.end) == (datetime(2027, 4, 12, 9, 30), datetime(2027, 4, 12, 17))


def test_without_the_day_of_today_nothing_is_reckoned_from_it() -> None:
    for text in ("demain", "12 avril", "samedi", "dans huit jours", "12 avril 14-16h"):
        with pytest.raises(ReadingError):
            read_time(text)
    assert read_time("lundi 12 avril 2027").start == date(2027, 4, 12)


_DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
_MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(_DAYS, st.booleans())
def test_any_day_in_words_is_read_back(day: date, weekday: bool) -> None:
    assert read_time(day_in_words(day, weekday=weekday)).start == day


@st.composite
def _slots(draw: st.DrawFn) -> Slot:
    """Return a day, several days, an instant or a stretch, as the site says them."""
    days = sorted(draw(st.lists(_DAYS, min_size=2, max_size=2)))
    if draw(st.booleans()):
        return Slot(days[0], days[1] if days[1] > days[0] else None)
    start = datetime.combine(days[0], draw(_MINUTES))
    ends: st.SearchStrategy[When | None] = st.none() | st.just(datetime.combine(days[1], time(23)))
    end = draw(ends)
    return Slot(start, end if isinstance(end, datetime) and end > start else None)


@given(_slots())
def test_what_the_site_says_of_a_time_is_read_back(slot: Slot) -> None:
    said = read_time(slot_in_words(slot))
    assert (said.start, said.end) == (slot.start, slot.end)


def _raised(read: Callable[[str], object], text: str) -> ReadingError | None:
    try:
        read(text)
    except ReadingError as refusal:
        return refusal
    return None


_WORDS = """
0 00 1 1er 12 28 29 30 31 32 99 2027 20270101 / - . : h h30 à au du le et janvier fév
mars 9h 24h lundi samedi prochain dernier dans en huit quinze jours mi fin début matin
minuit
"""
_PARTS = st.sampled_from(_WORDS.split())


@given(
    st.text(max_size=60)
    | st.lists(_PARTS, max_size=8).flatmap(
        lambda parts: st.sampled_from((" ", "")).map(lambda between: between.join(parts))
    )
)
def test_any_text_is_read_or_refused_with_what_to_do(text: str) -> None:
    for read in (read_hours, read_minutes, read_number, lambda said: read_time(said, TODAY)):
        refusal = _raised(read, text)
        assert refusal is None or (refusal.says and refusal.fix)


@given(st.sampled_from(UNDERSTOOD.strip().splitlines()), st.sampled_from(["salle", "ou", "sauf"]))
def test_no_word_is_passed_over(line: str, word: str) -> None:
    text = line.rpartition(" | ")[0]
    for more in (f"{text} {word}", f"{word} {text}"):
        with pytest.raises(ReadingError):
            read_time(more, TODAY)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("de 9 h 30 à 17 h", 570, 1020),
        ("9-17h", 540, 1020),
        ("9 à 17", 540, 1020),
        ("09:30–17:30", 570, 1050),
        ("midi-14h", 720, 840),
        ("entre 18h et 20h", 1080, 1200),
        ("19 heures", 1140, None),
        ("à partir de 14h", 840, None),
        ("20h à minuit", 1200, 1440),
        ("21h - 2h du matin", 1260, 1560),
        ("de 2h à 5h de l’après-midi", 840, 1020),
        ("toute la journée", None, None),
    ],
)
def test_hours_are_read_as_they_are_said(text: str, start: int | None, end: int | None) -> None:
    span = read_hours(text)
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["le matin", "oui", "25h", "17h à 9h", "14 mars 9h", "plus tard", ""]
)
def test_what_says_no_hours_is_not_guessed(text: str) -> None:
    with pytest.raises(ReadingError):
        read_hours(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h45", 105),
        ("1 h", 60),
        ("trois heures", 180),
        ("deux heures et demie", 150),
        ("une demi-heure", 30),
        ("40 min", 40),
        ("40", 40),
        ("1:15", 75),
        ("1,5 h", 90),
    ],
)
def test_a_duration_is_read_in_minutes(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["une journée", "environ 40 minutes", "midi", "", "longtemps"])
def test_what_is_no_duration_is_not_guessed(text: str) -> None:
    with pytest.raises(ReadingError):
        read_minutes(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2 500", 2500),
        ("2\u202f500", 2500),
        ("quinze", 15),
        ("quatre-vingt-dix", 90),
        ("8e", 8),
        ("troisième", 3),
        ("n° 8", 8),
        ("30 places", 30),
        ("1O", 10),
    ],
)
def test_a_count_is_read(text: str, count: int) -> None:
    assert read_number(text) == count


def test_a_count_with_a_dot_is_asked() -> None:
    with pytest.raises(ReadingError) as raised:
        read_number("2.500")
    assert raised.value.likely == "2500"


def test_a_month_is_a_month() -> None:
    assert read_time("mi-mai", TODAY).start == Month(2027, 5)
