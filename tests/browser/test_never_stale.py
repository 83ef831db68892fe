"""A site built long ago, opened today: its pages mend themselves in the browser."""

import gzip
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest

from tests.built_site import ROOT, BuiltSite

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
EMPTY = "Aucune date n’est annoncée"
LISTS = [
    "/",
    "/agenda/",
    "/agenda/programme/",
    "/agenda/categories/formation/",
    "/agenda/regions/grand-est/",
    "/agenda/series/soirees-de-decouverte/",
    "/agenda/praticiens/etienne-lantier/",
    "/annuaire/etienne-lantier/",
]
GRIDS = ["/agenda/2027/03/", "/agenda/2027/06/", "/agenda/2027/"]
OPENED = ["2026-12-01T12:00:00Z", "2027-03-10T12:00:00Z", "2027-07-02T10:31:00Z"]
LONG_AFTER = "2031-05-01T12:00:00Z"

# What a visitor sees of each dated element: its end, whether it shows, whether it is to come.
SEEN = """
() => [...document.querySelectorAll("[data-fin]")].map(e => ({
  end: e.dataset.fin,
  visible: e.checkVisibility(),
  coming: e.matches("[data-a-venir] [data-fin], [data-a-venir] > *"),
  past: [...e.querySelectorAll(".rdv-passe")].some(word => !word.hidden),
}))
"""


@pytest.fixture
def opened_on(browser: Any, served: BuiltSite) -> Iterator[Opener]:
    """Open a page with the visitor's clock at an instant: ``opened_on(instant, path)``."""
    contexts = []

    def open_page(instant: str, path: str, **options: Any) -> Any:
        context = browser.new_context(timezone_id="Europe/Paris", **options)
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(instant)
        page.goto(served.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def moment(text: str) -> datetime:
    """Return an instant as scripts write it."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("instant", OPENED)
def test_what_is_over_leaves_the_lists_of_what_is_to_come(
    opened_on: Opener, path: str, instant: str
) -> None:
    coming = [one for one in opened_on(instant, path).evaluate(SEEN) if one["coming"]]
    assert all(moment(one["end"]) > moment(instant) for one in coming)


@pytest.mark.parametrize("path", LISTS)
def test_what_is_not_over_stays(opened_on: Opener, path: str) -> None:
    instant = OPENED[0]
    before = opened_on(instant, path, java_script_enabled=False).locator("[data-fin]")
    ends = [before.nth(n).get_attribute("data-fin") for n in range(before.count())]
    after = [one["end"] for one in opened_on(instant, path).evaluate(SEEN)]
    assert sorted(end for end in after if moment(end) > moment(instant)) == sorted(
        str(end) for end in ends if moment(str(end)) > moment(instant)
    )


@pytest.mark.parametrize("path", LISTS)
def test_a_list_where_nothing_is_left_says_so(opened_on: Opener, path: str) -> None:
    page = opened_on(LONG_AFTER, path)
    assert [one for one in page.evaluate(SEEN) if one["coming"]] == []
    sentence = page.locator(".vide:visible")
    assert sentence.count() == 1
    assert not page.locator("[data-groupe]:visible, [data-a-venir]:visible").count()
    expected = "Aucune rencontre" if path.startswith("/annuaire/") else EMPTY
    assert expected in sentence.inner_text() or path == "/"


def test_the_home_page_sends_to_the_agenda_when_more_dates_were_known(opened_on: Opener) -> None:
    page = opened_on(LONG_AFTER, "/")
    assert page.locator(".vide:visible").inner_text() == "Les dates suivantes sont dans l’agenda."


def test_the_next_dates_take_the_place_of_those_that_left_the_home_page(opened_on: Opener) -> None:
    dates = ".rdvs[data-a-venir] > li:visible"
    at_first = opened_on("2026-11-21T12:00:00Z", "/").locator(dates)
    later = opened_on("2026-12-20T12:00:00Z", "/").locator(dates)
    assert (at_first.count(), later.count()) == (4, 4)
    assert later.nth(1).inner_text() == at_first.nth(3).inner_text()


@pytest.mark.parametrize("path", ["/agenda/categories/formation/", "/annuaire/etienne-lantier/"])
def test_what_leaves_the_dates_to_come_joins_the_past_ones(opened_on: Opener, path: str) -> None:
    page = opened_on("2027-03-13T12:00:00Z", path)
    past = page.locator("[data-passe] > li")
    ends = [past.nth(n).get_attribute("data-fin") for n in range(past.count())]
    assert ends[0] == "2027-03-12T11:30:00Z"
    assert ends == sorted(ends, key=str, reverse=True)
    assert past.first.is_visible()


@pytest.mark.parametrize("path", GRIDS)
@pytest.mark.parametrize("instant", [*OPENED, LONG_AFTER])
def test_grids_mark_what_is_past_in_words(opened_on: Opener, path: str, instant: str) -> None:
    seen = opened_on(instant, path).evaluate(SEEN)
    assert seen
    assert all(one["past"] == (moment(one["end"]) <= moment(instant)) for one in seen)


@pytest.mark.parametrize(
    ("instant", "days"),
    [
        ("2027-06-08T07:00:00Z", ["2027-06-08"]),
        ("2027-06-08T22:30:00Z", ["2027-06-09"]),
        ("2027-07-08T07:00:00Z", []),
    ],
)
def test_a_grid_marks_the_day_of_the_visit(
    opened_on: Opener, instant: str, days: list[str]
) -> None:
    marked = opened_on(instant, "/agenda/2027/06/").locator("[aria-current=date]")
    assert [marked.nth(n).get_attribute("data-jour") for n in range(marked.count())] == days


def test_a_registration_closes_at_its_hour(opened_on: Opener) -> None:
    path = "/agenda/journee-de-rencontre-mars-2027/"
    for instant, is_open in (("2027-03-05T22:59:59Z", True), ("2027-03-05T23:00:00Z", False)):
        page = opened_on(instant, path)
        assert page.get_by_text("S’inscrire à cette rencontre").is_visible() == is_open
        assert page.get_by_text("Les inscriptions sont closes.").is_visible() != is_open


def test_a_registration_closes_in_the_agenda_too(opened_on: Opener) -> None:
    path = "/agenda/series/journees-de-rencontre/"
    for instant, is_open in (("2027-03-05T22:59:59Z", True), ("2027-03-05T23:00:00Z", False)):
        page = opened_on(instant, path)
        assert page.get_by_text("Inscriptions jusqu’au").is_visible() == is_open
        assert page.get_by_text("Les inscriptions sont closes.").is_visible() != is_open


def test_the_page_of_an_event_says_when_it_is_past(opened_on: Opener) -> None:
    path = "/agenda/journee-de-rencontre-mars-2027/"
    for instant, is_past in (("2027-03-19T16:29:59Z", False), ("2027-03-19T16:30:00Z", True)):
        page = opened_on(instant, path)
        assert page.get_by_text("Cette date est passée.").is_visible() == is_past


def test_a_page_left_open_mends_itself(opened_on: Opener) -> None:
    page = opened_on("2026-12-08T19:29:00Z", "/agenda/")
    first = page.locator("[data-a-venir] [data-fin='2026-12-08T19:30:00Z']")
    assert first.count() == 1
    page.clock.set_fixed_time("2026-12-08T19:30:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert first.count() == 0


def test_mending_leaves_a_visit_before_anything_is_over_alone(opened_on: Opener) -> None:
    page = opened_on("2026-11-21T12:00:00Z", "/agenda/")
    still = opened_on("2026-11-21T12:00:00Z", "/agenda/", java_script_enabled=False)
    assert page.locator("main").inner_text() == still.locator("main").inner_text()


@pytest.mark.parametrize("path", [*LISTS, *GRIDS])
def test_without_script_every_date_says_its_year(opened_on: Opener, path: str) -> None:
    page = opened_on(LONG_AFTER, path, java_script_enabled=False)
    dates = page.locator("main [data-fin]:visible time:not(.grille-jour)")
    assert dates.count()
    texts = dates.all_inner_texts()
    assert [text for text in texts if "202" not in text] == []
    relative = ("demain", "prochainement", "aujourd", "cette semaine", "bientôt")
    body = page.locator("main").inner_text().lower()
    assert [word for word in relative if word in body] == []
    assert "Page établie le 21 novembre 2026" in page.locator("footer").inner_text().replace(
        "\N{NO-BREAK SPACE}", " "
    )


@pytest.mark.parametrize("path", ["/agenda/2027/03/", "/agenda/2027/"])
def test_on_a_narrow_screen_the_list_replaces_the_table(visit: Opener, path: str) -> None:
    page = visit(path, width=320)
    assert page.locator("table:visible").count() == 0
    assert page.locator(".bref:visible").count()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert visit(path).locator("table:visible").count()


def test_the_mending_script_is_smaller_than_a_kilobyte() -> None:
    script = ROOT / "theme" / "static" / "js" / "page" / "a-jour.js"
    assert len(gzip.compress(script.read_bytes())) < 1000


def test_the_home_page_opens_on_the_very_next_date(opened_on: Opener) -> None:
    for now, day in (("2026-11-21T12:00:00Z", "8"), ("2026-12-09T12:00:00Z", "16")):
        shown = opened_on(now, "/").locator(".prochaine-date:visible")
        assert shown.locator(".feuillet-jour").all_inner_texts() == [day]
