"""The filter of the agenda, in a browser."""

import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import BUILT_FOR
from tests.built_site import BuiltSite

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
SHOWN = ".mois .rdv:visible"


def opened(visit: Opener, path: str = "/agenda/", **options: Any) -> Any:
    page = visit(path, **options)
    page.wait_for_selector(".filtre-formulaire")
    if "#" in path:
        page.wait_for_function("document.querySelector('.filtre-etat:not(:empty)')")
    return page


def said(page: Any, pattern: str) -> str:
    page.wait_for_function(
        "it => new RegExp(it).test(document.querySelector('.filtre-etat')?.textContent)",
        arg=pattern,
    )
    return plain(page.locator(".filtre-etat").inner_text())


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def choose(page: Any, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).select_option(value)


def test_without_script_there_is_no_form_but_all_dates_and_other_ways(visit: Opener) -> None:
    page = visit("/agenda/", java_script_enabled=False)
    assert page.locator("main form").count() == 0
    assert page.locator(SHOWN).count() > 20
    assert page.locator("main noscript a").get_attribute("href") == "#autrement"


def test_what_makes_the_form_answer_comes_when_it_is_used(visit: Opener) -> None:
    page = opened(visit)
    loaded = "performance.getEntriesByType('resource').map(it => it.name).join()"
    assert "agenda-vue" not in page.evaluate(loaded)
    assert page.locator(".filtre-etat").inner_text() == ""
    page.get_by_label("Région", exact=True).focus()
    page.wait_for_function(f"{loaded}.includes('agenda-vue')")


def test_counts_are_those_of_the_agenda_as_data(visit: Opener, served: BuiltSite) -> None:
    events = json.loads(served.files["agenda.json"].read_bytes())["events"]
    expected = Counter(
        event["category"]["name"]
        for event in events
        for date in event["dates"]
        if date["over_at"] > BUILT_FOR
    )
    assert told(opened(visit), "Catégorie") == expected


def test_counts_of_regions_are_those_of_their_pages(visit: Opener) -> None:
    found = told(opened(visit), "Région")
    assert len(found) > 5
    pages = visit("/agenda/regions/")
    for name, count in found.items():
        pages.goto(pages.url.split("/agenda/")[0] + "/agenda/regions/")
        pages.locator("main").get_by_role("link", name=name, exact=True).click()
        pages.wait_for_selector("h1:text-is('" + name + "')")
        assert pages.locator("[aria-labelledby=a-venir] .rdv:visible").count() == count, name


def told(page: Any, label: str) -> dict[str, int]:
    """The values that a criterion offers, with their counts."""
    control = page.get_by_label(label, exact=True)
    control.focus()
    page.wait_for_function("document.querySelector('#filtre-region').options[1].text.includes('–')")
    texts = control.evaluate("it => [...it.options].slice(1).map(one => one.textContent)")
    pairs = [text.rsplit(" – ", 1) for text in texts]
    return {name: int(count) for name, count in pairs}


def test_criteria_combine_and_stay_in_the_address(visit: Opener) -> None:
    page = opened(visit)
    choose(page, "Catégorie", "formation")
    first = said(page, "dates à venir")
    choose(page, "Forme", "sur-place")
    said(page, "dates? à venir")
    assert page.url.endswith("#categorie=formation&forme=sur-place")
    shown = page.locator(SHOWN)
    assert 0 < shown.count() < 29
    assert {text.split("·")[0].strip() for text in shown.locator(".rdv-genre").all_inner_texts()}
    for text in shown.locator(".rdv-genre").all_inner_texts():
        assert text.startswith("Formation")
        assert "en ligne" not in text
    page.go_back()
    page.wait_for_function("!location.hash.includes('forme')")
    assert said(page, "dates? à venir") == first
    page.go_back()
    page.wait_for_function("document.querySelector('.filtre-etat').textContent === ''")
    assert shown.count() > 20


def test_an_address_brings_its_choice_and_empty_months_are_not_shown(visit: Opener) -> None:
    page = opened(visit, "/agenda/#region=normandie")
    assert said(page, ".") == "1 date à venir"
    assert page.get_by_label("Région", exact=True).input_value() == "normandie"
    months = page.locator(".mois-nom:visible").all_inner_texts()
    assert [plain(month).lower() for month in months] == ["janvier 2027"]


def test_what_is_chosen_offers_its_calendars(visit: Opener) -> None:
    page = opened(visit, "/agenda/#region=normandie&categorie=formation")
    links = page.locator(".filtre-abonnement a")
    assert [plain(text) for text in links.all_inner_texts()] == [
        "S'abonner à « Normandie »",
        "S'abonner à « Formation »",
    ]
    addresses = [link.get_attribute("href") for link in links.all()]
    assert [re.sub("^.*/agenda/", "", address) for address in addresses] == [
        "regions/normandie.ics",
        "categories/formation.ics",
    ]
    assert all(address.startswith("webcal://") for address in addresses)


def test_near_a_town_dates_say_how_far_they_are(visit: Opener) -> None:
    page = opened(visit)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Près de").fill("rouen")
    page.get_by_label("Près de").press("Enter")
    assert "à moins de 100 km du lieu choisi, Rouen" in said(page, "Rouen")
    assert "dans cette ville" in page.locator(SHOWN).first.inner_text()
    choose(page, "Distance", "200")
    far = said(page, "200 km")
    assert int(far.split()[0]) > page.locator(f"{SHOWN}:has-text('dans cette ville')").count()
    assert "rayon=200" in page.url
    assert any("lieux" in url for url in asked)
    assert not [url for url in asked if "rouen" in url.lower()]


def test_a_town_is_found_where_an_event_tells_no_position(visit: Opener) -> None:
    page = opened(visit, "/agenda/#lieu=Nancy&rayon=25")
    assert said(page, "Nancy").startswith("4 dates à venir")
    assert page.locator(SHOWN).count() == 4


def test_an_empty_answer_tells_what_is_nearest_and_what_else_to_do(visit: Opener) -> None:
    page = opened(visit, "/agenda/#lieu=Brest&rayon=50")
    assert "Aucune date à venir à moins de 50 km du lieu choisi, Brest" in said(page, "Brest")
    nearest = page.locator(".filtre-proche a")
    assert "Paimpol" in nearest.inner_text()
    assert "114 km" in plain(nearest.inner_text())
    assert plain(page.locator(".filtre-abonnement").inner_text()) == (
        "Pour que les prochaines dates vous parviennent : S'abonner à tout l'agenda"
    )
    page.get_by_role("button", name="Sans le lieu").click()
    page.wait_for_function("!location.hash")
    assert page.locator(SHOWN).count() > 20
    focused = "document.activeElement.className"
    assert page.evaluate(focused) == "filtre-etat"


def test_criteria_that_exclude_one_another_say_what_each_costs(visit: Opener) -> None:
    page = opened(visit, "/agenda/#region=normandie&forme=en-ligne")
    assert said(page, ".") == "Aucune date à venir ne répond à tous ces critères à la fois."
    hints = [plain(it) for it in page.locator(".filtre-elargir button").all_inner_texts()]
    assert "Sans « En ligne » : 1 date à venir" in hints
    assert any(re.fullmatch(r"Sans « Normandie » : \d+ dates à venir", it) for it in hints)


def test_an_unknown_place_is_told_and_hides_nothing(visit: Opener) -> None:
    page = opened(visit)
    page.get_by_label("Près de").fill("xyzzyville")
    page.get_by_label("Près de").press("Enter")
    assert "pas connu ici" in said(page, "connu")
    assert page.locator(SHOWN).count() > 20


def test_a_page_left_unbuilt_counts_only_what_is_to_come(visit: Opener, served: BuiltSite) -> None:
    page = visit("/agenda/")
    page.clock.set_fixed_time("2027-03-10T12:00:00Z")
    page.goto(f"{served.url}/agenda/#categorie=formation")
    page.reload()
    count = int(said(page, "à venir").split()[0])
    assert count == page.locator(SHOWN).count()
    assert page.locator(".rdv[data-categorie=formation][hidden]").count() >= 2
    page.get_by_label("Période").select_option("mois")
    said(page, "à venir")
    for text in page.locator(f"{SHOWN} time").all_inner_texts():
        assert "mars 2027" in plain(text)
    assert "mars" in page.get_by_label("Période").evaluate("it => it.selectedOptions[0].text")


PERIODS = [
    (
        "2026-11-25",
        ["2026-11-01", "2026-11-30"],
        ["2026-12-01", "2026-12-31"],
        ["2026-11-25", "2027-02-25"],
        ["2026-11-01", "2027-08-31"],
        ["2027-09-01", "2028-08-31"],
    ),
    (
        "2027-12-31",
        ["2027-12-01", "2027-12-31"],
        ["2028-01-01", "2028-01-31"],
        ["2027-12-31", "2028-03-31"],
        ["2027-12-01", "2028-08-31"],
        ["2028-09-01", "2029-08-31"],
    ),
    (
        "2027-11-30",
        ["2027-11-01", "2027-11-30"],
        ["2027-12-01", "2027-12-31"],
        ["2027-11-30", "2028-02-29"],
        ["2027-11-01", "2028-08-31"],
        ["2028-09-01", "2029-08-31"],
    ),
    (
        "2027-08-31",
        ["2027-08-01", "2027-08-31"],
        ["2027-09-01", "2027-09-30"],
        ["2027-08-31", "2027-11-30"],
        ["2027-08-01", "2027-08-31"],
        ["2027-09-01", "2028-08-31"],
    ),
]


@pytest.mark.parametrize("vector", PERIODS, ids=lambda it: it[0])
def test_periods_begin_and_end_where_people_say(visit: Opener, vector: tuple[Any, ...]) -> None:
    today, *expected = vector
    page = visit("/agenda/")
    found = page.evaluate(
        "day => import('/theme/js/agenda-filtre.js').then(it => Object.values(it.periods(day)))",
        today,
    )
    assert found == expected


def test_the_filter_fits_small_screens_and_large_letters(visit: Opener) -> None:
    for width in (320, 360):
        page = opened(visit, "/agenda/#lieu=Brest&rayon=50", width=width)
        page.add_style_tag(content="html { font-size: 200% !important }")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, page.evaluate(
            "[...document.querySelectorAll('main *')]"
            ".filter(it => it.getBoundingClientRect().right > innerWidth + 1)"
            ".map(it => it.className || it.tagName).slice(0, 5)"
        )


def test_the_place_of_the_form_is_kept(visit: Opener) -> None:
    """What stands below does not move when the script comes."""
    for width in (360, 768, 1280):
        page = opened(visit, width=width)
        gap = page.evaluate(
            "document.querySelector('.filtre').getBoundingClientRect().bottom"
            " - document.querySelector('.filtre-formulaire').getBoundingClientRect().bottom"
        )
        assert 0 <= gap < 24, (width, gap)


def test_a_filter_that_cannot_come_says_so_and_the_list_stays(visit: Opener) -> None:
    page = visit("/agenda/")
    page.route("**/agenda-vue*.js", lambda route: route.abort())
    page.get_by_label("Région", exact=True).focus()
    assert "reste complète" in said(page, "pas pu se charger")
    assert page.locator(SHOWN).count() > 20
    assert [trouble for trouble in page.troubles if "Uncaught" in trouble] == []
