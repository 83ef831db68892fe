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

# Each date in a list of what is to come: its end, and whether a visitor sees it.
SEEN = """
() => [...document.querySelectorAll("li:is(.rdv, .bref, .programme-date)[data-fin]")].map(e => ({
  end: e.dataset.fin,
  visible: e.checkVisibility(),
}))
"""
# The words that say of a date that it is past: since when, and whether a visitor sees them.
PAST = """
() => [...document.querySelectorAll(".rdv-passe")].map(e => ({
  end: e.dataset.des,
  visible: !e.hidden,
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
    coming = [one for one in opened_on(instant, path).evaluate(SEEN) if one["visible"]]
    assert coming or path != "/agenda/"
    assert all(moment(one["end"]) > moment(instant) for one in coming)


@pytest.mark.parametrize("path", LISTS)
def test_what_is_not_over_stays(opened_on: Opener, path: str) -> None:
    instant = OPENED[0]
    seen = opened_on(instant, path).evaluate(SEEN)
    left = [one for one in seen if moment(one["end"]) > moment(instant)]
    assert [one["visible"] for one in left] == [path != "/" or n < 4 for n in range(len(left))]


@pytest.mark.parametrize("path", LISTS)
def test_a_list_where_nothing_is_left_says_so(opened_on: Opener, path: str) -> None:
    page = opened_on(LONG_AFTER, path)
    assert not any(one["visible"] for one in page.evaluate(SEEN))
    # That nobody answered the page is said apart, and does not change with time.
    sentence = page.locator(".vide:visible:not(.reponses *)")
    assert sentence.count() == 1
    months = page.locator(".mois-groupe:visible, .programme-mois:visible")
    # What is postponed waits for its new date however long it takes.
    labels = months.evaluate_all("all => all.map(one => one.getAttribute('aria-labelledby'))")
    assert labels in ([], ["reportes"])
    expected = "Aucune rencontre" if path.startswith("/annuaire/") else EMPTY
    assert expected in sentence.inner_text() or path == "/"


def test_the_home_page_sends_to_the_agenda_when_more_dates_were_known(opened_on: Opener) -> None:
    page = opened_on(LONG_AFTER, "/")
    assert page.locator(".vide:visible").inner_text() == "Les dates suivantes sont dans l’agenda."


def test_the_next_dates_take_the_place_of_those_that_left_the_home_page(opened_on: Opener) -> None:
    dates = ".rdvs > li:visible"
    at_first = opened_on("2026-11-21T12:00:00Z", "/").locator(dates)
    later = opened_on("2026-12-20T12:00:00Z", "/").locator(dates)
    assert (at_first.count(), later.count()) == (4, 4)
    assert later.nth(1).inner_text() == at_first.nth(3).inner_text()


@pytest.mark.parametrize("path", ["/agenda/categories/formation/", "/annuaire/etienne-lantier/"])
def test_what_leaves_the_dates_to_come_joins_the_past_ones(opened_on: Opener, path: str) -> None:
    page = opened_on("2027-03-13T12:00:00Z", path)
    past = page.locator("li:is(.rdv, .bref):not([data-fin]):visible")
    ends = [past.nth(n).get_attribute("data-des") for n in range(past.count())]
    assert ends[0] == "2027-03-12T11:30:00Z"
    assert ends == sorted(ends, key=str, reverse=True)
    assert past.first.is_visible()


@pytest.mark.parametrize("path", GRIDS)
@pytest.mark.parametrize("instant", [*OPENED, LONG_AFTER])
def test_grids_mark_what_is_past_in_words(opened_on: Opener, path: str, instant: str) -> None:
    seen = opened_on(instant, path).evaluate(PAST)
    assert seen
    assert all(one["visible"] == (moment(one["end"]) <= moment(instant)) for one in seen)


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
    assert marked.locator("time").evaluate_all("all => all.map(one => one.dateTime)") == days


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
    first = page.locator("li[data-fin='2026-12-08T19:30:00Z']:visible")
    assert first.count() == 1
    page.clock.set_fixed_time("2026-12-08T19:30:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert first.count() == 0


def test_mending_leaves_a_visit_before_anything_is_over_alone(opened_on: Opener) -> None:
    page = opened_on("2026-11-21T12:00:00Z", "/agenda/")
    still = opened_on("2026-11-21T12:00:00Z", "/agenda/", java_script_enabled=False)
    for one in (page, still):
        # The form of the filter shows with a script only.
        one.evaluate("document.querySelector('main .filtre').remove()")
    assert page.locator("main").inner_text() == still.locator("main").inner_text()


@pytest.mark.parametrize("path", [*LISTS, *GRIDS])
def test_without_script_every_date_says_its_year(opened_on: Opener, path: str) -> None:
    page = opened_on(LONG_AFTER, path, java_script_enabled=False)
    dates = page.locator("main time:not(.grille-jour):visible")
    assert dates.count()
    texts = dates.all_inner_texts()
    assert [text for text in texts if "202" not in text] == []
    relative = ("demain", "prochain", "aujourd", "cette semaine", "bientôt")
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
        shown = opened_on(now, "/").locator(".prochaine:visible")
        assert shown.locator(".feuillet-jour").all_inner_texts() == [day]


SERIES = "/agenda/soirees-de-decouverte-en-ligne/"


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-12-08T19:29:59Z", "mardi 8 décembre 2026"),
        ("2026-12-08T19:31:00Z", "mardi 12 janvier 2027"),
        ("2027-01-12T19:31:00Z", "mardi 9 février 2027"),
        ("2027-03-19T12:00:00Z", "mardi 20 avril 2027"),
    ],
)
def test_an_event_of_several_dates_passes_on_to_the_next_one(
    opened_on: Opener, instant: str, day: str
) -> None:
    page = opened_on(instant, SERIES)
    header = page.locator(".evenement-quand:visible")
    assert day in header.inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "passée" not in header.inner_text()
    assert page.get_by_text("Les inscriptions sont closes.").locator("visible=true").count() == 0
    assert page.locator(".inscription:visible").count() == 1


def test_an_event_of_several_dates_is_past_after_the_last_one(opened_on: Opener) -> None:
    page = opened_on(LONG_AFTER, SERIES)
    assert page.locator(".evenement-passe:visible").count() == 1
    assert page.locator(".inscription:visible").count() == 0


@pytest.mark.parametrize("path", [SERIES, "/agenda/atelier-pratique-dijon/"])
def test_nobody_is_asked_to_join_what_is_past(opened_on: Opener, path: str) -> None:
    offers = "Rejoindre la visioconférence", "Ajouter cette rencontre à mon agenda"
    before, after = opened_on(OPENED[0], path), opened_on(LONG_AFTER, path)
    for words in offers:
        assert after.get_by_text(words).locator("visible=true").count() == 0
    assert before.get_by_text(offers[1]).is_visible()


def test_without_script_a_past_date_is_not_called_the_next_one(opened_on: Opener) -> None:
    page = opened_on(LONG_AFTER, "/", java_script_enabled=False)
    assert page.locator(".prochaine:visible").count() == 1
    assert "rochaine date" not in page.locator("main").inner_text()
