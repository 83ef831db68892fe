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
        page.wait_for_function("document.querySelector('.recherche-etat:not(:empty)')")
    return page


def choose(page: Any, label: str) -> None:
    page.get_by_label("Où êtes-vous ?").focus()
    page.wait_for_selector(".recherche-criteres")
    page.get_by_role("checkbox", name=re.compile(f"^{label}")).check()


def groups(page: Any) -> dict[str, list[str]]:
    """The people that the filter shows, under the title of their group."""
    return {
        group.locator("h2").inner_text(): [
            name.replace("\u00a0", " ")
            for name in group.locator(".praticien-nom a").all_inner_texts()
        ]
        for group in page.locator(".recherche-groupe").all()
    }


def said(page: Any, pattern: str) -> str:
    page.wait_for_function(
        "it => new RegExp(it).test(document.querySelector('.recherche-etat')?.textContent)",
        arg=pattern,
    )
    return str(page.locator(".recherche-etat").inner_text()).replace("\u00a0", " ")


def test_those_who_take_on_new_requests_are_found_until_their_day(visit: Opener) -> None:
    page = opened(visit)
    choose(page, "Prend de nouvelles demandes")
    assert said(page, "^1 personne$") == "1 personne"
    assert names(page) == ["Denise Baudu"]
    assert page.url.endswith("#demandes=oui")
    page.clock.set_fixed_time("2027-10-01T12:00:00Z")
    page.reload()
    assert said(page, "^Personne").startswith("Personne ne répond")


def test_a_sector_is_found_by_the_filter_alone(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#secteur=commerce-et-services")
    assert names(page) == ["Denise Baudu", "Octave Mouret"]


def test_without_script_there_is_no_form_and_everybody_is_listed(visit: Opener) -> None:
    page = visit("/annuaire/", java_script_enabled=False)
    assert page.locator("main form").count() == 0
    assert page.locator(".annuaire .praticien").count() == 21
    doors = page.locator(".recherche-portes a")
    assert [door.replace("’", "'") for door in doors.all_inner_texts()] == [
        *("Régions", "Publics", "Thèmes", "Accompagnements"),
        "L'annuaire en vos mots",
    ]
    doors.first.click()
    page.wait_for_url("**/annuaire/regions/")


def test_the_status_is_there_and_empty_before_anything_is_asked(visit: Opener) -> None:
    page = opened(visit)
    assert page.locator(".recherche-etat").inner_text() == ""
    assert page.locator(".annuaire").is_visible()


def test_what_makes_the_form_answer_comes_when_it_is_used(visit: Opener) -> None:
    page = opened(visit)
    loaded = "performance.getEntriesByType('resource').map(it => it.name).join()"
    assert "annuaire-vue" not in page.evaluate(loaded)
    page.keyboard.press("Tab")
    assert "annuaire-vue" not in page.evaluate(loaded)
    choose(page, "Certificat")
    page.get_by_label("Que se passe-t-il ?").fill("valjean")
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
    field = page.get_by_label("Que se passe-t-il ?")
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
    [("toulouse", "Toulouse (31000)"), ("65100", "Lourdes (65100)"), ("liege", "Liège (Belgique)")],
)
def test_a_town_or_a_code_is_known_in_the_page_and_leaves_it_never(
    visit: Opener, typed: str, label: str
) -> None:
    page = opened(visit)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Où êtes-vous ?").fill(typed)
    page.keyboard.press("Enter")
    assert label in said(page, "pour")
    files = {re.sub(r"^.*/", "", url) for url in asked}
    assert not any(typed in url.lower() for url in asked)
    scripts = r"(annuaire|certificat|lieux|lexique|racines|selection|villes|vocabulaire)[\w-]*\.js"
    expected = rf"{scripts}|(index|zones|villages)-|lieux|.*\.(svg|webp|avif)$"
    assert all(re.match(expected, name) for name in files), files


def test_those_who_come_are_told_from_the_near_and_from_those_at_a_distance(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#lieu=Toulouse")
    said(page, "pour")
    shown = groups(page)
    come, at_a_distance = shown
    assert come == "Interviennent là où vous êtes"
    assert at_a_distance == "Travaillent à distance, par téléphone ou en visioconférence"
    assert set(shown[come]) == {"Marie Darge", "Miette Chantegreil", "Silvère Mouret"}
    gaps = page.locator(".praticien-ecart").all_inner_texts()
    assert gaps[0] == "sur place"
    assert gaps[1] == "à environ 195 km"


def test_words_and_a_place_together_never_call_near_who_is_far(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#lieu=Rennes&texte=educatives")
    status = said(page, "Rennes")
    assert "près de" not in status
    near = [people for title, people in groups(page).items() if "moins de" in title]
    assert near == []
    assert "Heidi Aebi" not in groups(page).get("Interviennent là où vous êtes", [])


def test_the_radius_is_chosen_and_kept_in_the_address(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#lieu=Dijon")
    said(page, "Dijon")
    everybody = len(names(page))
    page.get_by_label("Près de chez vous, c’est à moins de").select_option("200")
    page.wait_for_function("location.hash.includes('rayon=200')")
    assert "Sont à moins de 200 km, hors de leur zone annoncée" in groups(page)
    assert len(names(page)) >= everybody


def test_an_answer_of_nobody_has_the_nearest_and_a_message_to_send(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#lieu=Rennes&texte=valjean&rayon=50")
    said(page, "Personne")
    assert any(title.startswith("Plus loin que 50 km") for title in groups(page))
    page.locator(".message").evaluate("it => it.open = true")
    message = page.locator("#recherche-message").input_value().replace("\u00a0", " ")
    assert "Où : Rennes (35000)" in message
    assert "Situation : valjean" in message
    link = page.get_by_role("link", name="Envoyer par courriel").get_attribute("href")
    assert link.startswith("mailto:secretariat@example.org?subject=")
    assert "Rennes" in link


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Rennnes", "Rennes (35000), en corrigeant « Rennnes »"),
        ("St Denis", "Plusieurs lieux s’appellent ainsi"),
        ("Bretagne", "pour Bretagne"),
        ("35", "pour Ille-et-Vilaine (35)"),
        ("Genf", "pour Genève (Suisse)"),
    ],
)
def test_what_place_was_understood_is_said(visit: Opener, typed: str, told: str) -> None:
    page = opened(visit)
    page.get_by_label("Où êtes-vous ?").fill(typed)
    page.keyboard.press("Enter")
    assert told in said(page, told[:6])


@pytest.mark.parametrize("size", [(1280, 800), (360, 740)])
def test_the_first_person_is_in_the_first_screen_and_few_stops_away(
    visit: Opener, size: tuple[int, int]
) -> None:
    width, height = size
    page = visit("/annuaire/", width=width, height=height)
    page.wait_for_selector(".recherche-formulaire")
    first = page.locator(".annuaire .praticien-nom a").first
    box = first.bounding_box()
    assert box["y"] + box["height"] <= height
    stops = 0
    while not first.evaluate("it => it === document.activeElement"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= 20


def test_on_a_telephone_the_criteria_are_a_sheet(visit: Opener) -> None:
    page = opened(visit, width=360)
    panel = page.locator("#filtres")
    assert not panel.is_visible()
    page.get_by_role("button", name="Préciser").click()
    page.wait_for_selector("#filtres .recherche-criteres")
    page.get_by_role("checkbox", name=re.compile("^Jeunes")).check()
    page.get_by_role("button", name="Voir les réponses").click()
    assert not panel.is_visible()
    said(page, "^\\d personnes$")
    assert page.url.endswith("#public=jeunes")


def test_towns_of_one_name_are_offered_largest_first(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#lieu=Saint-Denis")
    said(page, "pour")
    offered = page.locator(".recherche-lieux button").all_inner_texts()
    assert set(offered[:2]) == {"Saint-Denis (93200)", "Saint-Denis (97400)"}
    page.get_by_role("button", name="Saint-Denis (97400)").click()
    assert "97400" in said(page, "97400")
    assert names(page)[0] == "Virginie de La Tour"


def test_a_village_is_known_too(visit: Opener) -> None:
    page = opened(visit)
    page.get_by_label("Où êtes-vous ?").fill("Campigneulles-les-Petites")
    page.keyboard.press("Enter")
    assert "62170" in said(page, "pour")
    assert names(page)[0] == "Jean Valjean"


def test_a_place_nobody_knows_is_said_to_be_unknown(visit: Opener) -> None:
    page = opened(visit)
    page.get_by_label("Où êtes-vous ?").fill("Trifouilly-les-Oies")
    page.keyboard.press("Enter")
    assert "pas connu" in said(page, "pas connu")


def test_erasing_everything_brings_the_whole_list_back(visit: Opener) -> None:
    page = opened(visit, "/annuaire/#region=corse&texte=x&lieu=Toulouse")
    page.get_by_role("button", name="Effacer").click()
    page.wait_for_selector(".annuaire .praticien")
    assert "#" not in page.url
    assert page.troubles == []


def test_the_map_is_walked_through_by_keyboard(visit: Opener) -> None:
    page = visit("/annuaire/regions/")
    cell = page.locator("a.carte-case", has_text="Occitanie")
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/annuaire/regions/occitanie/")


def test_the_questions_of_the_home_page_are_answered_by_the_directory(visit: Opener) -> None:
    page = visit("/", width=360)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Où êtes-vous ?").fill("Rennes")
    page.get_by_label("Que se passe-t-il ?").fill("notre école")
    page.get_by_label("Que se passe-t-il ?").press("Enter")
    said(page, "pour Rennes")
    assert page.get_by_label("Que se passe-t-il ?").input_value() == "notre école"
    assert page.url.partition("#")[0].endswith("/annuaire/")
    assert not [url for url in asked if "Rennes" in url or "notre" in url]


def test_without_script_the_home_page_asks_nothing_that_it_could_not_answer(visit: Opener) -> None:
    page = visit("/", java_script_enabled=False)
    assert page.locator("main input:visible").count() == 0
    page.get_by_role("button", name="Trouver un praticien").click()
    assert page.locator(".annuaire .praticien").count() == 21
