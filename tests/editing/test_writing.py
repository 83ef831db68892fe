"""Any answer is written so that it is read back as it was, here and by another reader of YAML."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from association.content.schema import Vocabulary
from association.editing.new.fields import schema_of
from association.editing.new.writing import file_text, scalar
from association.source import source
from tests.builders import vocabulary

LINE = {"type": ["string", "number"]}
NEWS = schema_of("actualites", Vocabulary())
EVENT = schema_of("agenda", vocabulary())

_SIGNS = st.sampled_from(
    [*"abcéœ·’«»:#\"'\\-–—[]{},&*!|>%@`?~=0123456789/.…", "🌱", "👩‍🌾", " : ", " #"]
)
lines = (
    st.lists(_SIGNS, min_size=1, max_size=24)
    .map(lambda signs: " ".join("".join(signs).split()))
    .filter(bool)
)


@given(lines)
@settings(deadline=None)
@example("oui")
@example("null")
@example("~")
@example("2027-03-14")
@example("75018")
@example("0x1F")
@example("12:30")
@example("---")
@example("- un")
@example("Un titre : deux # trois")
@example("« \"cité\" » et 'cité'")
@example("fin\\")
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    written = file_text({"titre": text, "resume": f"Sur {text}"}, "Texte.", NEWS)
    read = source.read(written.encode())
    assert read.front.plain() == {"titre": text, "resume": f"Sur {text}"}
    assert read.findings == ()
    head = written.removeprefix("---\n").rpartition("\n---\n")[0]
    assert yaml.safe_load(head)["titre"] == text


@given(st.lists(lines, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_list_is_read_back_as_it_was(texts: list[str]) -> None:
    values = {"titre": "Titre", "organisateurs": texts, "lieu": {"ville": texts[0]}}
    read = source.read(file_text(values, "", EVENT).encode())
    assert read.front.plain() == values
    assert read.findings == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Les premiers certificats sont remis", "Les premiers certificats sont remis"),
        ("L'été, déjà", "L'été, déjà"),
        ("Journée : se retrouver", '"Journée : se retrouver"'),
        ('Dire "non" : et alors', "'Dire \"non\" : et alors'"),
        ("75018", '"75018"'),
        ("Numéro #1", '"Numéro #1"'),
        ("C#", "C#"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text, LINE) == written


def test_a_day_and_a_number_need_no_quotes() -> None:
    assert scalar("2027-03-14", {"type": "string"}) == "2027-03-14"
    assert scalar("23", {"type": "integer"}) == "23"


def test_the_keys_stand_in_the_order_of_the_schema_title_first_and_summary_last() -> None:
    values: dict[str, Any] = {
        "resume": "R",
        "numero": "3",
        "lieu": {"ville": "Dijon", "nom": "Salle"},
        "debut": "2027-03-14",
        "titre": "T",
    }
    assert file_text(values, "", EVENT) == (
        "---\ntitre: T\ndebut: 2027-03-14\nlieu:\n  nom: Salle\n  ville: Dijon\nnumero: 3\n"
        "resume: R\n---\n"
    )
