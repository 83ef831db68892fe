"""The words that visitors type in the directory find the people whom they mean."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
WORDS = Path(__file__).parent.parent / "people" / "visitors_words.tsv"
KINDS = {"P": "public", "T": "theme", "A": "accompagnement"}
# For each row, the people whom it means and whom the filter does not give.
MISSED = """async (rows) => {
  const [filter, words, files] = await Promise.all(
    ["annuaire-filtre", "lexique", "vocabulaire"].map((name) => import(`/theme/js/${name}.js`)));
  const address = document.querySelector(".recherche").dataset.index;
  const index = await (await fetch(address)).json();
  const everybody = filter.people(index);
  const known = filter.places(index);
  const { entries, profiles } = await files.loadWords();
  const isName = (word) => everybody.some(({ text }) => text.includes(` ${word}`));
  const of = entries.map((entry) => [entry, [entry.name, ...entry.phrases]]);
  const understand = words.lexicon(of, { isName });
  const placed = ({ key, slug }) => {
    const facet = known.facets.get(key);
    return [facet, known.words[facet].get(slug)];
  };
  const texts = filter.profileWords(profiles);
  return rows.map(([typed, meant]) => {
    const { meanings, rest } = understand(typed);
    const said = { rest, meanings: meanings.map((one) => (
      { ...one, values: one.ids.map(placed), also: one.also.map(placed) })) };
    const wanted = { facets: index.facets.map(() => []), said, traits: [], place: null };
    const found = filter.filtered(everybody, known, wanted, texts).found;
    const names = found.map(({ person }) => person.name);
    const of = everybody.filter((person) => meant.some(([key, name]) => {
      const facet = known.facets.get(key);
      return person.choices[facet].some((word) => index.facets[facet][2][word][1] === name);
    }));
    return of.map(({ name }) => name).filter((name) => !names.includes(name));
  });
}"""


def rows() -> list[tuple[str, list[tuple[str, str]]]]:
    lines = [line for line in WORDS.read_text("utf-8").splitlines() if not line.startswith("#")]
    read = []
    for line in lines:
        typed, meant = line.split("\t")
        of = [(KINDS[one[0]], one[2:]) for one in meant.split("; ")]
        read.append((typed, of))
    return read


def names(page: Any) -> list[str]:
    shown = page.locator(".recherche-resultats .praticien-nom a")
    return [name.replace("\u00a0", " ") for name in shown.all_inner_texts()]


def typed(visit: Opener, words: str, **options: Any) -> Any:
    page = visit("/annuaire/", **options)
    # At once: after each letter the page may speak of what is typed so far.
    page.locator("#recherche-texte").fill(words)
    page.wait_for_function("document.querySelector('.recherche-etat:not(:empty)')")
    return page


def said(page: Any) -> str:
    return str(page.locator(".recherche-etat").inner_text()).replace("\u00a0", " ")


def test_every_word_finds_at_least_the_people_whom_it_means(visit: Opener) -> None:
    page = visit("/annuaire/")
    page.wait_for_selector(".recherche-formulaire")
    missed = page.evaluate(MISSED, rows())
    assert {row[0]: who for row, who in zip(rows(), missed, strict=True) if who} == {}
    assert len(missed) > 600


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("ECOLE", "Équipes éducatives"),
        ("nos soignnats", "Équipes soignantes"),
        ("burn-out", "Usure professionnelle"),
    ],
)
def test_what_is_typed_shows_those_whose_work_it_is_first(
    visit: Opener, words: str, first: str
) -> None:
    page = typed(visit, words)
    assert first in page.locator(".recherche-compris").inner_text().replace("\u00a0", " ")
    count = page.get_by_role("checkbox", name=first).count()
    assert count <= 1
    assert names(page)


def test_two_things_in_a_sentence_show_first_those_who_do_both(visit: Opener) -> None:
    page = typed(visit, "notre collège a des bagarres")
    assert "qui s’en approch" in said(page)
    understood = page.locator(".recherche-compris").inner_text()
    assert "Équipes éducatives, Violences et incivilités" in understood.replace("\u00a0", " ")


def test_a_profile_that_speaks_of_a_word_comes_after_those_whose_work_it_is(visit: Opener) -> None:
    page = typed(visit, "médiathèques")
    assert "Denise Baudu" in names(page)


def test_what_nobody_says_finds_nobody(visit: Opener) -> None:
    page = typed(visit, "sdafadsfasdf")
    assert names(page) == []
    assert "Personne" in said(page)


def test_the_words_come_when_somebody_types_and_nothing_typed_leaves(visit: Opener) -> None:
    page = visit("/annuaire/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_selector(".recherche-formulaire")
    page.locator("#recherche-lieu").focus()
    assert not [url for url in asked if url.endswith("/mots.json")]
    page.locator("#recherche-texte").fill("harcèlement")
    page.wait_for_function("document.querySelector('.recherche-etat:not(:empty)')")
    assert [url for url in asked if url.endswith("/mots.json")]
    assert not [url for url in asked if "harc" in url]
    assert page.troubles == []


@pytest.mark.parametrize(
    ("words", "label", "left"),
    [
        ("lille", "Lille (59000)", ""),
        ("Lille", "Lille (59000)", ""),
        ("école à Lille", "Lille (59000)", "école"),
        ("harcèlement collège brest", "Brest (29200)", "harcèlement collège"),
        ("la rochelle", "La Rochelle (17000)", ""),
        ("Liège", "Liège (Belgique)", ""),
    ],
)
def test_a_town_among_the_words_is_offered_as_the_place(
    visit: Opener, words: str, label: str, left: str
) -> None:
    page = typed(visit, words)
    offer = page.locator(".recherche-pistes").get_by_role("button", name=label)
    offer.wait_for()
    assert "Jeunes" not in page.locator(".recherche-compris").inner_text()
    offer.click()
    given = "lieu => document.querySelector('#recherche-lieu').value === lieu"
    page.wait_for_function(given, arg=label)
    assert page.locator("#recherche-texte").input_value() == left
    page.wait_for_function("() => document.querySelector('.recherche-groupes h2')")
    assert not offer.is_visible()


@pytest.mark.parametrize("words", ["fille", "mes filles", "Jean Valjean", "colege", "ecolle"])
def test_words_that_are_ours_or_somebodys_name_are_no_town(visit: Opener, words: str) -> None:
    page = typed(visit, words)
    page.wait_for_function("() => document.querySelector('.recherche-groupes h2')")
    assert "Chercher près de ce lieu" not in page.locator(".recherche-pistes").inner_text()


# A lexicon of one entry, and how the parts of its phrases are understood.
PARTS = """async (words) => {
  const { lexicon } = await import("/theme/js/lexique.js");
  const phrases = ["Travail social", "Resto du cœur", "Croix-Rouge",
    "maison de justice", "La Poste"];
  const understand = lexicon([["social", phrases]]);
  return words.map((typed) => understand(typed).meanings.map(({ how }) => how));
}"""


def test_a_part_of_a_proper_name_means_nothing_by_itself(visit: Opener) -> None:
    page = visit("/annuaire/")
    whole = ["resto du coeur", "restos du cœur", "croix rouge", "justice", "travail", "la poste"]
    exact, part = 0, 2
    assert page.evaluate(PARTS, whole) == [[exact], [exact], [exact], [part], [part], [exact]]
    assert page.evaluate(PARTS, ["par cœur", "cœur", "rouge", "croix"]) == [[], [], [], []]
