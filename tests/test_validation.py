"""A front matter against its model: all mistakes at once, none of them twice."""

import pytest

from association.content.event import weekday_of_month
from association.content.schema import WrittenEvent, WrittenNews, WrittenPractitioner
from association.content.validation import validated
from tests.builders import EVENT, PRACTITIONER, base, front, vocabulary

WORDS = vocabulary()
NEWS = "titre: Un titre\ndate: 2027-03-14\nresume: Une phrase."


def _codes(text: str, model: type = WrittenNews) -> list[str]:
    return [finding.code for finding in validated(model, front(text), WORDS)[1]]


def _fields(name: str) -> str:
    return base(name).split("---\n")[1]


def test_a_good_front_matter_becomes_an_entry() -> None:
    entry, findings = validated(WrittenNews, front(NEWS), WORDS)
    assert not findings
    assert entry is not None
    assert (entry.title, entry.status, entry.lang, entry.example) == (
        "Un titre",
        "publié",
        "fr",
        False,
    )


def test_an_absent_field_takes_its_usual_value_and_an_empty_one_too() -> None:
    entry, _ = validated(WrittenNews, front(f"{NEWS}\nstatut:\nimage:"), WORDS)
    assert entry is not None
    assert (entry.status, entry.image) == ("publié", None)


def test_all_mistakes_are_said_at_once_those_between_fields_too() -> None:
    text = _fields(EVENT).replace("17:00", "08:00").replace("numero: 1", "numero: x")
    text = text.replace("avant_le: 2027-02-05", "avant_le: 2027-02-20")
    assert sorted(_codes(text, WrittenEvent)) == [
        "fin-avant-debut",
        "inscription-apres-debut",
        "nombre",
    ]


def test_a_rule_waits_for_the_fields_that_it_needs() -> None:
    text = _fields(EVENT).replace("2027-02-12 09:30", "demain")
    assert _codes(text, WrittenEvent) == ["date"]


def test_a_misspelt_field_is_not_missing_too() -> None:
    assert _codes(NEWS.replace("resume", "resumee")) == ["champ-inconnu"]


def test_the_only_field_missing_is_the_one_that_was_meant() -> None:
    _, (finding,) = validated(WrittenNews, front(NEWS.replace("resume", "emuser")), WORDS)
    assert finding.fix == "vouliez-vous dire « resume » ?"


def test_a_field_that_depends_on_a_misspelt_one_is_not_wrong_too() -> None:
    assert _codes(_fields(EVENT).replace("serie:", "serrie:"), WrittenEvent) == ["champ-inconnu"]


def test_a_field_on_a_line_that_could_not_be_read_is_not_missing() -> None:
    assert _codes(NEWS.replace("date: ", "date ")) == []


@pytest.mark.parametrize(
    ("old", "new", "fix"),
    [
        ("  alt: x", "alt: x", "décalez-la sous « image », de deux espaces"),
        ("praticiens: [a]", "  praticiens: [a]", "commencez cette ligne au bord gauche"),
    ],
)
def test_a_field_at_the_wrong_place_is_told_where_to_go(old: str, new: str, fix: str) -> None:
    text = f"{NEWS}\nimage:\n  fichier: x.svg\n  alt: x\npraticiens: [a]".replace(old, new)
    _, findings = validated(WrittenNews, front(text), WORDS)
    assert [finding.fix for finding in findings] == [fix]


@pytest.mark.parametrize("english", ["title", "Title", "TITLE"])
def test_an_english_field_is_translated(english: str) -> None:
    _, (finding,) = validated(WrittenNews, front(NEWS.replace("titre", english)), WORDS)
    assert finding.fix == "vouliez-vous dire « titre » ?"


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}"])
def test_a_list_or_fields_are_no_single_value(value: str) -> None:
    assert _codes(NEWS.replace("Un titre", value)) == ["valeur-seule"]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("deontologie: non", "deontologie"),
        ("exemple: peut-être", "oui-non"),
        ("regions: []", "liste-vide"),
        ("regions: [{a: b}]", "valeur-seule"),
        ("contact: secrétariat", "sous-champs"),
    ],
)
def test_a_field_of_a_profile_is_said_wrong_by_its_code(field: str, code: str) -> None:
    name = field.partition(":")[0]
    kept: list[str] = []
    for line in _fields(PRACTITIONER).split("\n"):
        within = line.startswith(" ") and kept and kept[-1].startswith("#")
        kept.append(f"# {line}" if line.startswith(f"{name}:") or within else line)
    assert code in _codes("\n".join([*kept, field]), WrittenPractitioner)


RECURRENCE = "recurrence:\n  frequence: hebdomadaire\n  nombre: 4"


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ("dates:\n  - debut: 2027-04-01 10:00\n    fin: 2027-04-01 09:00", "fin-avant-debut"),
        ("dates:\n  - debut: 2027-04-01 10:00\n    fin: 2027-04-01", "fin-autre-forme"),
        ("dates:\n  - debut: 2027-02-12 09:30", "date-en-double"),
        (f"{RECURRENCE}\n  jour: 2e mardi", "recurrence-jour"),
        (f"{RECURRENCE}\n  intervalle: 0", "nombre"),
        (RECURRENCE.replace("nombre: 4", "jusqu_au: 2027-01-01"), "fin-avant-debut"),
        (
            f"{RECURRENCE}\n  deplacees:\n    - date: 2027-02-19\n      debut: 2027-02-20 10:00\n"
            "      fin: 2027-02-20 09:00",
            "fin-avant-debut",
        ),
    ],
)
def test_the_dates_of_an_event_agree(added: str, code: str) -> None:
    assert _codes(_fields(EVENT) + added, WrittenEvent) == [code]


@pytest.mark.parametrize(
    "added",
    [
        RECURRENCE,
        RECURRENCE.replace("hebdomadaire", "mensuelle") + "\n  jour: 2e vendredi",
        "dates:\n  - debut: 2027-04-01 10:00\n    fin: 2027-04-01 12:00",
        "date_initiale: 2027-01-29 09:30",
        "mode: en ligne\nmode_initial: sur place",
        "statut: reporté\ndate_initiale: 2027-02-12 09:30",
    ],
)
def test_an_event_may_recur_move_and_change(added: str) -> None:
    assert _codes(_fields(EVENT) + added, WrittenEvent) == []


@pytest.mark.parametrize(
    ("deadline", "is_late"),
    [
        ("2027-02-12", False),
        ("2027-02-12 09:30", False),
        ("2027-02-12 09:31", True),
        ("2027-02-13", True),
    ],
)
def test_registration_closes_when_the_event_begins_at_the_latest(
    deadline: str, is_late: bool
) -> None:
    text = _fields(EVENT).replace("2027-02-05", deadline)
    assert _codes(text, WrittenEvent) == (["inscription-apres-debut"] if is_late else [])


@pytest.mark.parametrize(
    ("rank", "weekday", "day"),
    [(1, 4, 5), (2, 4, 12), (4, 4, 26), (-1, 4, 26), (-1, 6, 28), (1, 0, 1)],
)
def test_a_weekday_of_a_month_is_found_from_either_end(rank: int, weekday: int, day: int) -> None:
    assert weekday_of_month(2027, 2, rank, weekday).day == day
