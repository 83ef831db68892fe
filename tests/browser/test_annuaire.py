"""The live filter of the directory, in a browser."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]


def names(page: Any) -> list[str]:
    """The people that the filter shows."""
    shown = page.locator(".recherche-resultats .praticien-nom a")
    return [name.replace("\u00a0", " ") for name in shown.all_inner_texts()]


def opened(visit: Opener, path: str = "/annuaire/", **options: Any) -> Any:
    page = visit(path, **options)
    page.wait_for_selector(".recherche-formulaire")
    if "#" in path:
        page.wait_for_function("document.querySelector('[role=status]').textContent !== ''")
    return page


def choose(page: Any, label: str) -> None:
    if not page.locator(".recherche-choix").evaluate("it => it.open"):
        page.get_by_text("Choisir des critères").click()
    page.get_by_role("checkbox", name=re.compile(f"^{label}")).check()


def said(page: Any, pattern: str) -> str:
    page.wait_for_function(
        "it => new RegExp(it).test(document.querySelector('[role=status]').textContent)",
        arg=pattern,
    )
    return str(page.locator("[role=status]").inner_text()).replace("\u00a0", " ")


def test_without_script_there_is_no_form_and_everybody_is_listed(visit: Opener) -> None:
    page = visit("/annuaire/", java_script_enabled=False)
    assert page.locator("main form").count() == 0
    assert page.locator(".annuaire .praticien").count() == 21


def test_the_status_is_there_and_empty_before_anything_is_asked(visit: Opener) -> None:
    page = opened(visit)
    assert page.locator("[role=status]").inner_text() == ""
    assert page.locator(".annuaire").is_visible()


def test_what_makes_the_form_answer_comes_when_it_is_used(visit: Opener) -> None:
    page = opened(visit)
    loaded = "performance.getEntriesByType('resource').map(it => it.name).join()"
    assert "annuaire-vue" not in page.evaluate(loaded)
    page.keyboard.press("Tab")
    assert "annuaire-vue" not in page.evaluate(loaded)
    page.locator("[name=certificat]").evaluate("it => it.click()")
    page.get_by_label("Nom, métier, thème, public…").fill("valjean")
    assert said(page, "^1 personne$") == "1 personne"
    assert page.url.endswith("#certificat=oui&texte=valjean")


def test_facets_combine_and_counts_follow(visit: Opener) -> None:
    page = opened(visit)
    choose(page, "Occitanie")
    assert set(names(page)) == {"Marie Darge", "Miette Chantegreil", "Silvère Mouret"}
    count = page.get_by_role("checkbox", name=re.compile("^Équipes éducatives")).locator(
        "xpath=../b"
    )
    assert count.inner_text() == "2"
    choose(page, "Jeunes")
    assert set(names(page)) == {"Miette Chantegreil", "Silvère Mouret"}
    assert said(page, "^2 personnes$") == "2 personnes"


def test_text_is_found_without_accents_or_case_and_the_focus_stays(visit: Opener) -> None:
    page = opened(visit)
    field = page.get_by_label("Nom, métier, thème, public…")
    field.click()
    page.keyboard.type("SILVERE educ")
    said(page, "^1 personne$")
    assert names(page) == ["Silvère Mouret"]
    page.keyboard.press("Control+A")
    page.keyboard.type("equipes SOIGNANTES")
    assert said(page, "^3 personnes$") == "3 personnes"
    assert page.evaluate("document.activeElement.name") == "texte"


def test_what_is_chosen_is_in_the_address_and_the_way_back_undoes_it(visit: Opener) -> None:
    page = opened(visit)
    choose(page, "Occitanie")
    choose(page, "Jeunes")
    assert page.url.endswith("#region=occitanie&public=jeunes")
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.recherche-resultats .praticien').length==3")
    page.go_back()
    page.wait_for_selector(".annuaire .praticien")
    assert names(page) == [] or not page.locator(".recherche-resultats").is_visible()
    page.go_forward()
    page.wait_for_function("document.querySelectorAll('.recherche-resultats .praticien').length==3")


def test_an_address_with_choices_opens_with_them(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#region=occitanie&public=jeunes")
    assert set(names(page)) == {"Miette Chantegreil", "Silvère Mouret"}


def test_nobody_is_never_the_end(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#region=corse&public=equipes-soignantes")
    assert "Personne ne répond" in said(page, "Personne")
    page.get_by_role("button", name=re.compile("Sans « Corse »")).click()
    assert said(page, "personnes") == "3 personnes"
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"


def test_a_list_keeps_to_its_own_people(visit: Opener) -> None:
    page = opened(visit, "/annuaire/regions/occitanie/")
    choose(page, "Jeunes")
    assert set(names(page)) == {"Miette Chantegreil", "Silvère Mouret"}
    assert page.get_by_role("checkbox", name=re.compile("^Bretagne")).count() == 0


@pytest.mark.parametrize(
    ("typed", "label"),
    [("toulouse", "Toulouse (31000)"), ("65100", "Lourdes (65100)"), ("liege", "Liège (BE)")],
)
def test_a_town_or_a_code_is_known_in_the_page_and_leaves_it_never(
    visit: Opener, typed: str, label: str
) -> None:
    page = opened(visit)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Près de : ville ou code postal").fill(typed)
    page.keyboard.press("Enter")
    assert label in said(page, "près de")
    files = {re.sub(r"^.*/", "", url) for url in asked}
    assert not any(typed in url.lower() for url in asked)
    assert all(
        re.match(r"annuaire-\w+\.js|index-|lieux-|villages-|.*\.(svg|webp|avif|png|jpg)$", name)
        for name in files
    ), files


def test_near_a_town_come_the_near_then_those_at_a_distance(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#lieu=Toulouse")
    said(page, "près de")
    gaps = page.locator(".praticien-ecart").all_inner_texts()
    assert gaps[0] == "sur place"
    assert gaps[1] == "intervient dans cette région, à environ 195 km"
    assert gaps[-1] == "à distance"


def test_towns_of_one_name_are_offered_largest_first(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#lieu=Saint-Denis")
    said(page, "près de")
    offered = page.locator(".recherche-lieux button").all_inner_texts()
    assert set(offered[:2]) == {"Saint-Denis (93200)", "Saint-Denis (97400)"}
    page.get_by_role("button", name="Saint-Denis (97400)").click()
    assert "97400" in said(page, "97400")
    assert names(page)[0] == "Virginie de La Tour"


def test_a_village_is_known_too(visit: Opener) -> None:
    page = opened(visit)
    page.get_by_label("Près de : ville ou code postal").fill("Campigneulles-les-Petites")
    page.keyboard.press("Enter")
    assert "62170" in said(page, "près de")
    assert names(page)[0] == "Jean Valjean"


def test_a_place_nobody_knows_is_said_to_be_unknown(visit: Opener) -> None:
    page = opened(visit)
    page.get_by_label("Près de : ville ou code postal").fill("Trifouilly-les-Oies")
    page.keyboard.press("Enter")
    assert "pas connu" in said(page, "pas connu")


def test_erasing_everything_brings_the_whole_list_back(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#region=corse&texte=x&lieu=Toulouse")
    page.get_by_role("button", name="Tout effacer").click()
    page.wait_for_selector(".annuaire .praticien")
    assert "#" not in page.url
    assert page.troubles == []


def test_the_map_is_walked_through_by_keyboard(visit: Opener) -> None:
    page = visit("/annuaire/regions/")
    cell = page.locator("a.carte-case", has_text="Occitanie")
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/annuaire/regions/occitanie/")
