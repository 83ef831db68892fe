"""Names that texts say lead to whom they name: where, once, and never to somebody else."""

from dataclasses import replace
from pathlib import Path

import pytest

from association.people.retention import without_people
from association.site.names_in_texts import NamedPlaces, named_places, with_linked_names
from tests.builders import PRACTITIONER, base, context

_KNOWN = (
    "personnes_et_organismes:\n"
    "  - nom: L'Atelier d’Été\n    sorte: organisme\n    site: https://atelier.example\n"
    "  - nom: Institut Rhin & Fils\n    sorte: organisme\n    site: https://rhin.example/?a=1&b=2\n"
    "  - nom: Institut Rhin\n    sorte: organisme\n    site: https://institut.example\n"
    "  - nom: Cimade\n    sorte: organisme\n    site: https://cimade.example\n"
)
_JEANNE = '<a href="/tst/annuaire/jeanne-martin/">Jeanne Martin</a>'


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> NamedPlaces:
    files = {"vocabulaire.yml": base("vocabulaire.yml") + _KNOWN}
    return named_places(context(tmp_path_factory.mktemp("names"), files))


def _linked(html: str, places: NamedPlaces, page_url: str = "/tst/") -> str:
    return with_linked_names(html, page_url, places)


def test_a_name_leads_to_its_page_at_its_first_mention_only(places: NamedPlaces) -> None:
    text = "<p>Avec Jeanne Martin.</p><p>Jeanne Martin revient.</p>"
    assert _linked(text, places) == f"<p>Avec {_JEANNE}.</p><p>Jeanne Martin revient.</p>"


def test_spaces_apostrophes_and_hyphens_are_as_the_page_sets_them(places: NamedPlaces) -> None:
    text = "<p>Chez l’Institut\u00a0Rhin &amp;\nFils, à L’Atelier d'Été.</p>"
    assert _linked(text, places) == (
        '<p>Chez l’<a href="https://rhin.example/?a=1&amp;b=2">Institut\u00a0Rhin &amp;\nFils</a>'
        ', à <a href="https://atelier.example">L’Atelier d\'Été</a>.</p>'
    )


@pytest.mark.parametrize("space", ["&nbsp;", "&#160;", "&#xA0;", "&#8239;", "&thinsp;"])
def test_a_space_written_as_an_entity_is_a_space(places: NamedPlaces, space: str) -> None:
    name = f"Jeanne{space}Martin"
    link = f'<a href="/tst/annuaire/jeanne-martin/">{name}</a>'
    assert _linked(f"<p>Avec {name}.</p>", places) == f"<p>Avec {link}.</p>"


_CIMADE = '<a href="https://cimade.example">Cimade</a>'


@pytest.mark.parametrize(
    "other", ["Paul Cimade", "M. Cimade", "Cimade&nbsp;Sud", "l’Institut Cimade"]
)
def test_a_name_of_one_word_is_no_part_of_another_name(places: NamedPlaces, other: str) -> None:
    shown = _linked(f"<p>{other}, puis la Cimade.</p>", places)
    assert shown == f"<p>{other}, puis la {_CIMADE}.</p>"


def test_a_link_with_another_name_does_not_stand_for_that_of_one_word(places: NamedPlaces) -> None:
    link = '<a href="/ailleurs/">Paul Cimade</a>'
    assert _linked(f"<p>{link} et la Cimade</p>", places) == f"<p>{link} et la {_CIMADE}</p>"


def test_the_longest_name_is_meant_and_its_parts_are_found_beside_it(places: NamedPlaces) -> None:
    shown = _linked("<p>Institut Rhin &amp; Fils, puis Institut Rhin.</p>", places)
    assert shown.count("<a ") == 2
    assert '<a href="https://institut.example">Institut Rhin</a>.</p>' in shown


@pytest.mark.parametrize(
    "words",
    [
        "Jeanne Martinez",
        "Marie-Jeanne Martin",
        "Jeanne Martin-Roux",
        "jeanne martin",
        "Jeanne et Martin",
    ],
)
def test_another_name_leads_nowhere(places: NamedPlaces, words: str) -> None:
    assert _linked(f"<p>{words}</p>", places) == f"<p>{words}</p>"


@pytest.mark.parametrize(
    "written",
    [
        "<h3 id='a'>Chez <em>Jeanne Martin</em></h3>",
        "<p><code>Jeanne Martin</code></p>",
        "<pre><code>Jeanne Martin</code></pre>",
        "<blockquote><p>Non.</p><footer>Jeanne Martin, <cite>Livre</cite></footer></blockquote>",
        "<details><summary>Jeanne Martin</summary></details>",
        '<p class="admonition-title">Jeanne Martin</p>',
        '<aside><p class="bloc-titre">Jeanne Martin</p></aside>',
        '<span data-bloc="0"><span>A</span> Jeanne Martin</span>',
        '<img alt="Jeanne Martin" src="a.png">',
    ],
)
def test_titles_code_sources_and_attributes_have_no_link(places: NamedPlaces, written: str) -> None:
    shown = _linked(f"{written}<p>Jeanne Martin</p>", places)
    assert shown == f"{written}<p>{_JEANNE}</p>"


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/ailleurs/">une autre Jeanne Martin</a>',
        '<a href="/tst/annuaire/jeanne-martin/">sa fiche</a>',
    ],
)
def test_a_link_that_the_text_makes_itself_is_enough(places: NamedPlaces, link: str) -> None:
    text = f"<p>Jeanne Martin, {link}</p>"
    assert _linked(text, places) == text


def test_a_page_does_not_lead_to_itself(places: NamedPlaces) -> None:
    text = "<p>Jeanne Martin</p>"
    assert _linked(text, places, "/tst/annuaire/jeanne-martin/") == text


def test_a_name_that_two_people_share_leads_to_neither(tmp_path: Path) -> None:
    files = {"praticiens/jeanne-martin-metz.md": base(PRACTITIONER)}
    made = context(tmp_path, files)
    assert _linked("<p>Jeanne Martin</p>", named_places(made)) == "<p>Jeanne Martin</p>"


def test_who_has_no_page_any_more_is_named_without_a_link(tmp_path: Path) -> None:
    made = context(tmp_path)
    left = replace(made, content=without_people(made.content, frozenset({"jeanne-martin"})))
    text = "<p>Jeanne Martin</p>"
    assert _linked(text, named_places(made)) == f"<p>{_JEANNE}</p>"
    assert _linked(text, named_places(left)) == text
