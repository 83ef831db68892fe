"""The controlled words: looked up by name, placed by postal code."""

import pytest
from pydantic_core import PydanticCustomError

from association.content.vocabulary import (
    KINDS,
    Vocabulary,
    Word,
    WrittenVocabulary,
    _known_word,
)
from association.content.vocabulary import vocabulary as read_words
from tests.builders import vocabulary

WORDS = vocabulary()


def test_every_kind_of_word_of_the_file_is_known() -> None:
    assert set(WORDS.words) == set(KINDS)
    assert all(WORDS.of_kind(kind) for kind in KINDS)


def test_a_word_of_a_list_that_a_site_has_not_begun_is_told_where_to_add_it() -> None:
    with pytest.raises(PydanticCustomError) as error:
        _known_word("Santé", Vocabulary(), "sectors")
    assert "« secteurs »" in (error.value.context or {})["fix"]


def test_an_unknown_kind_has_no_word() -> None:
    assert WORDS.of_kind("couleurs") == {}


@pytest.mark.parametrize(
    ("code", "country", "region"),
    [
        ("75018", "France", "Île-de-France"),
        ("31000", "France", "Occitanie"),
        ("1204", "Suisse", "Canton de Genève"),
        ("99000", "France", None),
        ("75018", "Suisse", None),
        ("", "France", None),
    ],
)
def test_a_postal_code_gives_the_region(code: str, country: str, region: str | None) -> None:
    found = WORDS.region_of(code, country)
    assert (found.name if found else None) == region


def test_the_longest_prefix_wins() -> None:
    regions = {
        "A": Word("A", "a", country="France", postal_prefixes=("97",)),
        "B": Word("B", "b", country="France", postal_prefixes=("974",)),
    }
    found = Vocabulary({"regions": regions}).region_of("97400", "France")
    assert found is not None
    assert found.name == "B"


def test_a_country_that_prefixes_its_codes_is_understood() -> None:
    word = Word("Grand-Duché", "gd", country="Luxembourg", postal_prefixes=("1",))
    assert Vocabulary({"regions": {"Grand-Duché": word}}).region_of("L-1009", "Luxembourg") == word


def test_a_straight_apostrophe_names_the_same_word() -> None:
    word = Word("Supervision d’équipe", "supervision-d-equipe")
    known = Vocabulary({"forms": {word.name: word}})
    assert _known_word("Supervision  d'équipe", known, "forms").slug == "supervision-d-equipe"


def test_words_joined_by_a_semicolon_are_told_apart() -> None:
    with pytest.raises(PydanticCustomError) as error:
        _known_word("français; anglais", WORDS, "languages")
    fix = (error.value.context or {})["fix"]
    assert fix == "séparez ces valeurs par une virgule : français, anglais"


def test_a_long_list_of_possible_words_is_cut() -> None:
    many = {f"mot {n}": Word(f"mot {n}", f"mot-{n}") for n in range(100)}
    with pytest.raises(PydanticCustomError) as error:
        _known_word("zzz", Vocabulary({"themes": many}), "themes")
    assert (error.value.context or {})["help"].endswith("mot 39, …")


def test_visitors_have_words_for_all_that_people_are_found_by() -> None:
    for kind in ("audiences", "themes", "forms"):
        assert set(WORDS.sayings[kind]) == set(WORDS.of_kind(kind))


def test_a_term_of_the_glossary_is_found_by_each_of_its_forms() -> None:
    written = WrittenVocabulary.model_validate(
        {
            **dict.fromkeys(("regions", "langues", "publics", "themes", "accompagnements"), ()),
            **dict.fromkeys(("categories", "series"), ()),
            "glossaire": [
                {"terme": "violence", "definition": "Un mal."},
                {"terme": "Équité", "definition": "Un bien.", "autres_formes": ["équitable"]},
            ],
        }
    )
    words = read_words(written)
    assert [term.name for term in words.glossary] == ["Équité", "violence"]
    assert words.term("equitable") is words.term("équité") is words.glossary[0]
    assert words.term("égalité") is None
