"""The directory's pages as a visitor without script finds them."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from association.pages.context import Context
from association.pages.page import OutputPage
from association.people import selection as directory_selection
from association.people.directory_view import ListToWrite, Selection
from tests.built_site import Page, words
from tests.calendar_context import Press, files_of, pages_of, shipped_context
from tests.people_context import ASOF, context

PEOPLE = (
    {"slug": "ada", "nom": "Ada", "regions": "[Occitanie]", "code_postal": "31000"},
    {"slug": "bea", "nom": "Béa", "regions": "[Occitanie, Corse]", "code_postal": "20000"},
    {"slug": "cleo", "nom": "Cléo", "regions": "[Bretagne]", "code_postal": "35000"},
)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return shipped_context(tmp_path_factory.mktemp("shipped"), ASOF)


@pytest.fixture(scope="module")
def printed(shipped: Context) -> dict[str, Page]:
    kinds = ("accueil", "annuaire", "annuaire-liste", "annuaire-facette", "praticien")
    return {page.path: page for page in Press().printed(shipped, *kinds)}


def lists(made: Context) -> dict[str, OutputPage]:
    kinds = ("annuaire", "annuaire-liste")
    return {path: page for path, page in pages_of(made).items() if page.head.kind in kinds}


def selection(page: OutputPage) -> Selection:
    found = page.values["selection"]
    assert isinstance(found, Selection)
    return found


def names(page: OutputPage) -> list[str]:
    return [
        card.name
        for section in selection(page).sections
        for group in section.groups
        for card in group.people
    ]


def test_a_certified_person_in_occitanie_for_schools_is_three_clicks_from_home(
    printed: dict[str, Page],
) -> None:
    def click(page: Page, label: str) -> Page:
        [address] = {
            link.attrib["href"] for link in page.all("a") if re.fullmatch(label, words(link))
        }
        return printed[urlsplit(address).path.removeprefix("/")]

    regions = click(printed[""], r"\d+ régions")
    region = click(regions, r"Occitanie \d+ personnes?")
    assert words(next(region.all("h1"))) == "Praticiens en Occitanie"
    holders = [
        item
        for item in region.all("li")
        if item.attrib.get("class") == "praticien"
        and "certificat valable" in words(item)
        and "Équipes éducatives" in words(item)
    ]
    name = words(next(link for link in holders[0].iter("a")))
    person = click(region, re.escape(name))
    assert words(next(person.all("h1"))) == name


def test_each_figure_of_the_home_page_is_what_its_page_lists(printed: dict[str, Page]) -> None:
    said, listed = {}, {}
    for link in printed[""].all("a"):
        if link.attrib.get("class") == "chiffre":
            count, label = words(link).split(maxsplit=1)
            said[label] = int(count)
            list_page = link.attrib["href"].lstrip("/")
            links = printed[list_page].all("a")
            hrefs = {one.attrib.get("href", "").lstrip("/") for one in links}
            below = hrefs & {path for path in printed if path.startswith(list_page)} - {list_page}
            listed[label] = sum(_shows_somebody(printed[href]) for href in below)
    listed["praticiens"] = sum(page.kind == "praticien" for page in printed.values())
    assert list(said) == ["praticiens", "régions", "pays", "langues"]
    assert said == listed


def _shows_somebody(page: Page) -> bool:
    return any(one.get("class") == "praticien" for one in page.all("main", "li") if len(one))


def test_no_list_is_a_dead_end(printed: dict[str, Page]) -> None:
    for path, page in printed.items():
        if path.startswith("annuaire/"):
            main = next(page.all("main"))
            ways = [link for link in main.iter("a") if "annuaire/" in link.get("href", "")]
            assert len(ways) >= 3, path


def test_every_list_says_in_which_order_people_stand(printed: dict[str, Page]) -> None:
    for page in printed.values():
        if any(item.attrib.get("class") == "praticien" for item in page.all("li")):
            assert "personne n’est mis en avant" in words(page.root), page.path


def test_every_word_of_a_profile_leads_to_its_list(printed: dict[str, Page]) -> None:
    person = printed["annuaire/miette-chantegreil/"]
    found = {words(link): link.attrib["href"] for link in person.all("a")}
    assert urlsplit(found["Équipes éducatives"]).path == "/annuaire/publics/equipes-educatives/"
    assert urlsplit(found["Espagne"]).path == "/annuaire/pays/espagne/"
    assert urlsplit(found["espagnol"]).path == "/annuaire/langues/espagnol/"


def test_every_list_but_a_pair_is_also_three_files_of_the_same_people(shipped: Context) -> None:
    files = files_of(shipped)
    pages = lists(shipped)
    pairs = {path for path in pages if re.fullmatch("annuaire/regions/[^/]+/[^/]+/[^/]+/", path)}
    assert pairs
    assert not [file for file in files if file.rpartition("/")[0] + "/" in pairs]
    for path, page in pages.items():
        downloads = selection(page).downloads
        for file in (downloads.csv, downloads.json):
            assert urlsplit(file).path.removeprefix("/") in files, path
        holds = "everybody" if path == "annuaire/langues/francais/" else "list"
        assert downloads.holds == ("region" if path in pairs else holds)
        assert ("ItemList" in page.head.json_ld) is (path not in pairs)
        if path in pairs:
            continue
        written = page.values["list_to_write"]
        assert isinstance(written, ListToWrite)
        assert [person.name for person in written.people] == names(page), path
        vcards = files.get(f"{path}{written.name}.vcf")
        named = b"\nMEMBER:" if holds == "everybody" else b"BEGIN:VCARD"
        assert (vcards or b"").count(named) == selection(page).people_count
        assert vcards != b"", path
        assert f"{path}{written.name}.csv" in files
        assert f"{path}{written.name}.json" in files


def test_a_list_of_nobody_is_named_where_its_like_are(shipped: Context) -> None:
    found = pages_of(shipped)
    for facet in ("regions", "publics", "themes"):
        linked = {link.url for link in found[f"annuaire/{facet}/"].values["without"]}  # type: ignore[attr-defined]
        empty = {
            f"/{path}"
            for path, page in lists(shipped).items()
            if path.startswith(f"annuaire/{facet}/")
            and path.count("/") == 3
            and not selection(page).people_count
        }
        assert {urlsplit(url).path for url in linked} == empty


def test_every_count_is_that_of_the_list_it_leads_to(shipped: Context) -> None:
    pages = lists(shipped)
    for page in pages.values():
        found = selection(page)
        within = [link for group in found.narrower for link in group.links]
        for link in (*within, *found.wider, *found.alternatives):
            path = urlsplit(link.url).path.removeprefix("/")
            assert selection(pages[path]).people_count == link.count, (page.path, link)


def test_the_map_shows_no_more_than_the_lists_beside_it(shipped: Context) -> None:
    page = pages_of(shipped)["annuaire/"]
    drawn = {cell.url: cell.count for cell in page.values["map"].cells if cell.url}  # type: ignore[attr-defined]
    groups = page.values["places"]
    listed = {link.url: link.count for group in groups for link in group.links}  # type: ignore[attr-defined]
    countries = {group.url for group in groups}  # type: ignore[attr-defined]
    assert set(drawn) <= set(listed) | countries
    assert all(drawn[url] == listed[url] for url in set(drawn) & set(listed))


def test_those_of_the_region_stand_before_those_who_come(tmp_path: Path) -> None:
    page = lists(context(tmp_path, *PEOPLE))["annuaire/regions/occitanie/"]
    assert names(page) == ["Zéphyrine Ada", "Zéphyrine Béa"]
    [section] = selection(page).sections
    assert [group.title for group in section.groups] == ["Sur place", "Viennent d’ailleurs"]


def test_a_region_of_nobody_keeps_its_address_and_offers_the_nearest(tmp_path: Path) -> None:
    page = lists(context(tmp_path, *PEOPLE))["annuaire/regions/provence-alpes-cote-d-azur/"]
    assert selection(page).people_count == 0
    assert [link.label for link in selection(page).alternatives] == [
        "Occitanie",
        "Corse",
        "Bretagne",
    ]
    assert not page.head.index


def test_a_long_list_goes_on_on_further_sheets_and_loses_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory_selection, "PEOPLE_A_SHEET", 2)
    pages = lists(context(tmp_path, *PEOPLE))
    first, second = pages["annuaire/"], pages["annuaire/page-2/"]
    assert (len(names(first)), len(names(second))) == (2, 1)
    assert selection(first).sheet.next == "/annuaire/page-2/"
    assert selection(second).sheet.previous == "/annuaire/"
    written = first.values["list_to_write"]
    assert isinstance(written, ListToWrite)
    assert len(written.people) == 3
    for page in (first, second):
        assert all(name in page.head.json_ld for name in names(page))


def test_a_list_stands_under_the_page_of_its_facet(tmp_path: Path) -> None:
    pages = lists(context(tmp_path, *PEOPLE, {"slug": "eve", "nom": "Ève", "a_distance": "oui"}))
    above = {path: [link.url for link in page.head.breadcrumbs] for path, page in pages.items()}
    assert above["annuaire/regions/bretagne/"] == ["/", "/annuaire/", "/annuaire/regions/"]
    assert above["annuaire/a-distance/"] == ["/", "/annuaire/"]


def test_an_empty_directory_is_a_page_that_says_so(tmp_path: Path) -> None:
    pages = lists(context(tmp_path))
    assert selection(pages["annuaire/"]).people_count == 0


def test_a_sheet_links_to_a_few_others_however_long_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory_selection, "PEOPLE_A_SHEET", 1)
    people = [{"slug": f"p{n}", "nom": f"Nom{'abcdefghij'[n]}"} for n in range(10)]
    page = lists(context(tmp_path, *people))["annuaire/page-5/"]
    assert [link.label for link in selection(page).sheet.links] == [*list("134567"), "10"]
