"""A long list is shown and given region by region: nobody is lost, and no file repeats another."""

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import vobject  # type: ignore[import-untyped]

from association.pages.page import OutputPage
from association.people import lists as directory_lists
from association.people.directory_view import Selection
from tests.built_site import Page, words
from tests.calendar_context import Press, files_of, pages_of
from tests.people_context import context
from tests.theme_scripts import run_in_node, script_address

PEOPLE = [
    {"slug": "ada", "nom": "Ada", "regions": "[Occitanie]", "code_postal": "31000"},
    {"slug": "bea", "nom": "Béa", "regions": "[Occitanie, Corse]", "code_postal": "20000"},
    {"slug": "cleo", "nom": "Cléo", "regions": "[Bretagne]", "code_postal": "35000"},
    {"slug": "dina", "nom": "Dina", "regions": "[Bretagne]", "code_postal": "35000"},
    {"slug": "eve", "nom": "Ève", "regions": "[Bretagne]", "code_postal": "35000"},
    {"slug": "flore", "nom": "Flore", "regions": "[Bretagne]", "code_postal": "35000"},
]
ROOT = "annuaire/"
THEME = "annuaire/themes/violences-et-incivilites/"
FORM = "annuaire/accompagnements/intervention-dans-la-duree/"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory_lists, "MOST_TOGETHER", 3)


def selection(page: OutputPage) -> Selection:
    found = page.values["selection"]
    assert isinstance(found, Selection)
    return found


def shown(page: OutputPage) -> set[str]:
    sections = selection(page).sections
    return {one.slug for section in sections for group in section.groups for one in group.people}


@pytest.mark.usefixtures("large")
def test_each_person_of_a_long_list_is_on_the_page_of_a_region_that_it_leads_to(
    tmp_path: Path,
) -> None:
    pages = pages_of(context(tmp_path, *PEOPLE))
    everybody = {person["slug"] for person in PEOPLE}
    for path in (ROOT, THEME, FORM, "annuaire/pays/france/", "annuaire/langues/francais/"):
        found = selection(pages[path])
        assert not shown(pages[path])
        assert found.people_count == len(everybody)
        led_to = set()
        for link in found.by_region:
            people = shown(pages[urlsplit(link.url).path.removeprefix("/")])
            assert len(people) == link.count, link
            led_to |= people
        assert led_to == everybody


@pytest.mark.usefixtures("large")
def test_a_long_list_leads_to_the_pages_of_its_pairs_or_narrows_those_of_regions(
    tmp_path: Path,
) -> None:
    pages = pages_of(context(tmp_path, *PEOPLE))
    of_theme = {link.label: link.url for link in selection(pages[THEME]).by_region}
    assert of_theme["Bretagne"] == "/annuaire/regions/bretagne/themes/violences-et-incivilites/"
    of_form = {link.label: link.url for link in selection(pages[FORM]).by_region}
    narrowed = "#accompagnement=intervention-dans-la-duree"
    assert of_form["Bretagne"] == f"/annuaire/regions/bretagne/{narrowed}"


@pytest.mark.usefixtures("large")
def test_a_region_shows_its_people_however_many_and_so_do_its_pairs(tmp_path: Path) -> None:
    pages = pages_of(context(tmp_path, *PEOPLE))
    region = "annuaire/regions/bretagne/"
    for path in (region, f"{region}themes/violences-et-incivilites/"):
        assert len(shown(pages[path])) == 4
        # Their files would repeat those of everybody.
        assert selection(pages[path]).downloads.holds == "everybody"
    assert selection(pages["annuaire/regions/occitanie/"]).downloads.holds == "list"
    assert selection(pages[ROOT]).downloads.holds == "list"


@pytest.mark.usefixtures("large")
def test_the_page_of_a_long_list_asks_for_the_region(tmp_path: Path) -> None:
    made = context(tmp_path, *PEOPLE)
    printed: dict[str, Page] = {page.path: page for page in Press().printed(made, "annuaire-liste")}
    text = words(next(printed[THEME].all("main")))
    assert "Dans quelle région ?" in text
    assert "Bretagne 4" in text
    assert "Tout l’annuaire en fichier" in text


@pytest.mark.usefixtures("large")
def test_the_files_of_a_long_list_name_its_people_and_lead_to_those_that_describe_them(
    tmp_path: Path,
) -> None:
    files = files_of(context(tmp_path, *PEOPLE))
    _assert_named(files, f"{THEME}violences-et-incivilites", {one["slug"] for one in PEOPLE})
    _assert_named(files, "annuaire/regions/bretagne/bretagne", {"cleo", "dina", "eve", "flore"})
    assert json.loads(files["annuaire/regions/occitanie/occitanie.json"])["version"] == 1


def _assert_named(files: dict[str, bytes], stem: str, slugs: set[str]) -> None:
    listed = json.loads(files[f"{stem}.json"])
    assert listed["version"] == 2
    everybody = json.loads(files[urlsplit(listed["everybody"]).path.removeprefix("/")])
    assert set(listed["slugs"]) == slugs <= {person["slug"] for person in everybody["people"]}

    rows = list(
        csv.DictReader(io.StringIO(files[f"{stem}.csv"].decode("utf-8-sig")), delimiter=";")
    )
    described = files["annuaire/annuaire.csv"].decode("utf-8-sig")
    pages = {row["fiche"] for row in csv.DictReader(io.StringIO(described), delimiter=";")}
    assert len(rows) == len(slugs)
    assert {row["fiche"] for row in rows} <= pages
    assert set(rows[0]) == {"nom", "prenom", "fiche"}

    group = files[f"{stem}.vcf"].decode().replace("\r\n ", "")
    members = set(re.findall("MEMBER:(.+)\r\n", group))
    cards = vobject.readComponents(files["annuaire/annuaire.vcf"].decode())
    assert len(members) == len(slugs)
    assert members <= {card.uid.value for card in cards}
    assert "KIND:group" in group


@pytest.mark.parametrize("most", [3, 300])
def test_each_person_of_a_large_directory_is_told_in_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(directory_lists, "MOST_TOGETHER", most)
    made = context(tmp_path, *PEOPLE)
    printed = {page.path: page for page in Press().printed(made, "annuaire-liste")}
    [first, *_] = [
        item
        for item in printed["annuaire/regions/bretagne/"].all("li")
        if item.get("class") == "praticien" and item.get("id")
    ]
    told = words(first)
    assert told.startswith("ZC Zéphyrine Cléo Quiévrechain, Bretagne ")
    assert "certificat valable jusqu’au 18 juin 2027" in told
    assert ("Aider un groupe à se parler." in told) is (most == 300)
    assert ("Publics : Travailleurs sociaux" in told) is (most == 300)


def test_up_to_the_limit_every_list_is_whole(tmp_path: Path) -> None:
    made = context(tmp_path, *PEOPLE)
    pages = pages_of(made)
    assert len(shown(pages[THEME])) == len(PEOPLE)
    assert selection(pages["annuaire/regions/bretagne/"]).downloads.holds == "list"
    assert json.loads(files_of(made)["annuaire/regions/bretagne/bretagne.json"])["version"] == 1


def test_the_files_of_a_list_of_nearly_everybody_repeat_nobody(tmp_path: Path) -> None:
    """Its page shows them all the same, and gives the files of the directory."""
    hosts = [{"slug": name, "nom": name.title(), "regions": "[Bretagne]"} for name in "abcdefgh"]
    bretons = [one | {"code_postal": "35000"} for one in hosts]
    made = context(tmp_path, PEOPLE[0], *bretons)
    pages, files = pages_of(made), files_of(made)
    everybody = {"ada", *"abcdefgh"}
    assert shown(pages[THEME]) == everybody
    assert selection(pages[THEME]).downloads.holds == "everybody"
    _assert_named(files, f"{THEME}violences-et-incivilites", everybody)
    # Eight of nine are less than nine of ten.
    assert json.loads(files["annuaire/regions/bretagne/bretagne.json"])["version"] == 1
    assert json.loads(files["annuaire/annuaire.json"])["version"] == 1


def test_an_empty_directory_has_no_address_book(tmp_path: Path) -> None:
    files = files_of(context(tmp_path))
    assert json.loads(files["annuaire/regions/bretagne/bretagne.json"])["version"] == 1
    assert "annuaire/regions/bretagne/bretagne.vcf" not in files


@pytest.mark.usefixtures("large")
def test_people_of_a_large_directory_are_searched_there(tmp_path: Path) -> None:
    """Their names are answers of the site's search, their texts what the directory's reads."""
    made = context(tmp_path, *PEOPLE)
    pages, files = pages_of(made), files_of(made)
    assert pages["annuaire/ada/"].head.search_result is None
    answers = json.loads(files["recherche/reponses.json"])
    assert answers["profiles"] is False
    assert "/annuaire/ada/" in {row[0] for row in answers["people"]}
    assert len(json.loads(files["annuaire/textes.json"])["people"]) == len(PEOPLE)


def test_people_of_a_small_directory_are_found_among_all_pages(tmp_path: Path) -> None:
    made = context(tmp_path, *PEOPLE)
    assert pages_of(made)["annuaire/ada/"].head.search_result is not None
    assert json.loads(files_of(made)["recherche/reponses.json"])["profiles"] is True


@pytest.mark.parametrize("most", [3, 300])
def test_the_search_leads_to_that_of_a_large_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(directory_lists, "MOST_TOGETHER", most)
    data = json.loads(files_of(context(tmp_path, *PEOPLE))["recherche/reponses.json"])
    answer = f"(await import({json.dumps(script_address('reponses.js'))})).answering(given, [])"
    said = run_in_node(f"await {answer}('Bretagne')", data)
    further = [one["href"] for one in said["further"]]
    assert further == (["/annuaire/#texte=Bretagne"] if most == 3 else [])
    # It is no answer: a search that finds nothing else says so, and offers near words.
    assert not {*further} & {one["href"] for one in said["found"]}
