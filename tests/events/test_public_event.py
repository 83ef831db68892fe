"""What leaves of an event: published values only, never what an editor wrote as it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from association.content.entry import Entry
from association.content.schema import Word
from association.content.written import Written
from tests.agenda_builders import announced, event

RECURRING = event(
    debut="2027-03-14 09:30",
    fin="2027-03-14 17:00",
    serie="Ateliers",
    numero="3",
    lieu={"nom": "Le Magasin", "ville": "Bruxelles", "pays": "Belgique"},
    inscription={"lien": "https://ici.example/", "avant_le": "2027-03-12", "tarif": "45.50"},
    recurrence={
        "frequence": "hebdomadaire",
        "nombre": "4",
        "sauf": ["2027-03-21"],
        "annulees": [{"date": "2027-03-28"}],
    },
)


def values_in(value: object) -> Iterator[object]:
    """Yield a value and all that it holds, at any depth."""
    yield value
    inside: Iterable[object] = ()
    if is_dataclass(value):
        inside = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, tuple):
        inside = value
    for item in inside:
        yield from values_in(item)


def test_nothing_that_leaves_carries_what_was_written_or_a_word_of_the_vocabulary() -> None:
    carried = list(values_in(announced(RECURRING)))
    assert "Le Magasin" in carried
    assert [item for item in carried if isinstance(item, Entry | Written | Word)] == []
