"""Visitors' words: on pages for who has no script, and in files for the filter."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from association.content.vocabulary import Vocabulary
from association.pages.context import Context
from association.people.lists import directory
from association.people.words_files import TEXTS, WORDS
from association.people.words_pages import PATH, VisitorWord, first_words, has_words
from tests.calendar_context import files_of, pages_of
from tests.people_context import context


def words(made: Context, letter: str) -> tuple[VisitorWord, ...]:
    found: tuple[VisitorWord, ...] = pages_of(made)[f"{PATH}{letter}"].values["words"]  # type: ignore[assignment]
    return found


def lists_of(made: Context, name: str) -> list[str]:
    [word] = [word for word in words(made, f"{name[0].lower()}/") if word.name == name]
    return [link.label for link in word.lists]


def test_a_word_leads_from_its_letter_to_its_lists(tmp_path: Path) -> None:
    made = context(tmp_path, {})
    assert lists_of(made, "collège") == ["Équipes éducatives"]
    assert lists_of(made, "EHPAD") == ["Équipes soignantes", "Aidants familiaux"]


def test_no_word_leads_to_a_page_that_is_not_there(tmp_path: Path) -> None:
    made = context(tmp_path, {})
    pages = pages_of(made)
    of_words = [page for path, page in pages.items() if path.startswith(PATH)]
    assert len(of_words) > 20
    for page in of_words:
        found: Any = page.values["words"]
        assert {link.url.lstrip("/") for word in found for link in word.lists} <= set(pages)


def test_a_list_says_some_words_by_which_it_is_found(tmp_path: Path) -> None:
    whole = directory(context(tmp_path, {}))
    [schools] = [key for key in whole.lists if [one.name for one in key] == ["Équipes éducatives"]]
    assert "école" in first_words(whole, schools)
    assert first_words(whole, ()) == ()


def test_a_vocabulary_without_words_has_no_page_of_words(tmp_path: Path) -> None:
    made = context(tmp_path, {})
    bare = Vocabulary(made.content.vocabulary.words)
    without = replace(made, content=replace(made.content, vocabulary=bare))
    assert not has_words(directory(without))
    assert not [path for path in pages_of(without) if path.startswith(PATH)]


def test_the_files_hold_the_words_of_the_lists_and_of_the_profiles(tmp_path: Path) -> None:
    files = files_of(context(tmp_path, {"accroche": "Parler dans les ateliers de couture."}))
    of_lists = {name: said.split("|") for _, _, name, said in json.loads(files[WORDS])}
    assert "école" in of_lists["Équipes éducatives"]
    profiles = json.loads(files[TEXTS])
    [places] = profiles["people"]
    stems = profiles["stems"].split(" ")
    assert "coutur" in [stems[place] for place in places]
