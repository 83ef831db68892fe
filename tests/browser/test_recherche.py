"""The search of the whole site, in a browser: French is found however it is typed."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]


def plain(text: str) -> str:
    return re.sub(r"[\u00a0\u202f]", " ", text)


def said(page: Any, pattern: str = ".") -> str:
    page.wait_for_function(
        "it => new RegExp(it).test(document.querySelector('.chercher-etat')?.textContent)",
        arg=pattern,
    )
    return plain(page.locator(".chercher-etat").inner_text())


def looked_for(visit: Opener, words: str, **options: Any) -> Any:
    """Open the search page and look for words as somebody would: by typing them."""
    page = visit("/recherche/", **options)
    page.get_by_label("Que cherchez-vous").fill(words)
    said(page)
    return page


def addresses(page: Any) -> list[str]:
    links = page.locator(".trouvaille-titre a")
    return [link.get_attribute("href") for link in links.all()]


def result(page: Any, path: str) -> str:
    card = page.locator(".trouvaille", has=page.locator(f"a[href='{path}']"))
    return " ".join(plain(card.inner_text()).split())


CAPSULE = "/capsules/manager-autrement/"
METZ = "/agenda/soiree-decouverte-metz/"
LANGUAGES = "/agenda/groupe-de-travail-langues/"


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("intervenant", "/metiers/intervenant/"),
        ("l'intervenant", "/metiers/intervenant/"),
        ("l’intervenant", "/metiers/intervenant/"),
        ("intervenants", "/metiers/intervenant/"),
        # The page says « l’épidémie », and nowhere « épidémie » alone.
        ("épidémie", "/agenda/assemblee-generale-2020/"),
        ("l'epidemie", "/agenda/assemblee-generale-2020/"),
        ("épidémies", "/agenda/assemblee-generale-2020/"),
        ("deontologie", "/deontologie/"),
        ("Déontologie", "/deontologie/"),
        ("par coeur", "/annuaire/nell-trent/"),
        ("par cœur", "/annuaire/nell-trent/"),
        ("Simonin-Cousin", "/certification/"),
        ("simonin cousin", "/certification/"),
        ("arrière-boutique", "/annuaire/octave-mouret/"),
        ("arriere boutique", "/annuaire/octave-mouret/"),
        ("valjean", "/annuaire/jean-valjean/"),
        ("Octave Mouret", "/annuaire/octave-mouret/"),
        ("mouret, octave", "/annuaire/octave-mouret/"),
        ("soirée de découverte à Metz", METZ),
        ("soirees decouvertes metz", METZ),
        ("manager autrement", CAPSULE),
    ],
)
def test_french_is_found_however_it_is_typed(visit: Opener, typed: str, path: str) -> None:
    page = looked_for(visit, typed)
    assert path in addresses(page)
    assert page.troubles == []


def test_a_result_says_its_kind_its_date_its_place_and_its_state(visit: Opener) -> None:
    page = looked_for(visit, "soirée de découverte à Metz")
    when = "jeudi 11 février 2027, de 18 h 30 à 20 h 30"
    assert result(page, METZ).startswith(f"Rendez-vous {when} · Metz Annulé Exemple Soirée")
    page = looked_for(visit, "valjean")
    assert "Praticien Montreuil-sur-Mer" in result(page, "/annuaire/jean-valjean/")
    page = looked_for(visit, "manager autrement")
    assert result(page, CAPSULE).startswith("Capsule")


def test_what_was_to_come_when_the_site_was_built_is_past_when_it_is_past(
    visit: Opener,
) -> None:
    page = visit("/recherche/")
    page.get_by_label("Que cherchez-vous").fill("langues")
    said(page)
    assert "(passé)" not in result(page, LANGUAGES)
    page.clock.set_fixed_time("2026-12-17T12:00:00Z")
    page.get_by_label("Que cherchez-vous").fill("plusieurs langues")
    said(page, "plusieurs")
    assert "(passé)" in result(page, LANGUAGES)


def test_an_excerpt_reads_as_the_page_does_with_what_was_found_marked(visit: Opener) -> None:
    page = looked_for(visit, "par cœur")
    of_her = page.locator(".trouvaille", has=page.locator("a[href='/annuaire/nell-trent/']"))
    excerpt = of_her.locator(".trouvaille-extrait")
    assert "je connaissais par cœur les horaires" in plain(excerpt.inner_text())
    assert "cœur" in excerpt.locator("mark").all_inner_texts()
    assert "\u2060" not in page.locator(".trouvailles").inner_html()
    page = looked_for(visit, "l'intervenant")
    assert "\u2060" not in page.locator(".trouvailles").inner_html()
    assert not re.search(r"\b[ldnsqcj]’ ", page.locator(".trouvailles").inner_text())


def test_nothing_found_is_said_and_is_not_the_end(visit: Opener) -> None:
    page = looked_for(visit, "xylophone")
    assert said(page) == "Aucune page ne parle de « xylophone »."
    ways = page.locator(".chercher-pistes a")
    elsewhere = [way.get_attribute("href") for way in ways.all()]
    # Words that look alike come first.
    assert [way for way in elsewhere if not way.startswith("#q=")][:3] == [
        "/annuaire/",
        "/agenda/",
        "/plan-du-site/",
    ]
    assert ways.first.is_visible()


def test_the_status_is_there_and_empty_before_and_the_focus_stays(visit: Opener) -> None:
    page = visit("/recherche/")
    page.wait_for_selector(".chercher-formulaire")
    assert page.locator(".chercher-etat[role=status]").inner_text() == ""
    field = page.get_by_label("Que cherchez-vous")
    field.click()
    page.keyboard.type("valjean")
    assert said(page).endswith("pages trouvées pour « valjean »")
    assert page.evaluate("document.activeElement.name") == "q"


def test_results_are_walked_through_by_keyboard(visit: Opener) -> None:
    page = looked_for(visit, "intervenant")
    page.get_by_label("Que cherchez-vous").focus()
    page.keyboard.press("ArrowDown")
    first, second = addresses(page)[:2]
    assert page.evaluate("document.activeElement.getAttribute('href')") == first
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == second
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}")


def test_more_results_come_when_asked_and_the_focus_goes_to_the_first_of_them(
    visit: Opener,
) -> None:
    page = looked_for(visit, "conflit")
    assert len(addresses(page)) == 10
    page.get_by_role("button", name="Montrer la suite").click()
    page.wait_for_function("document.querySelectorAll('.trouvaille').length > 10")
    eleventh = addresses(page)[10]
    assert page.evaluate("document.activeElement.getAttribute('href')") == eleventh


def test_what_is_asked_is_kept_in_the_address_and_never_sent(visit: Opener) -> None:
    page = visit("/recherche/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Que cherchez-vous").fill("valjean")
    said(page)
    assert page.url.endswith("/recherche/#q=valjean")
    assert plain(page.title()).startswith("« valjean » – Rechercher")
    assert asked
    assert not any("valjean" in address.split("#")[0] for address in asked)
    page.go_back()
    page.wait_for_function("document.querySelector('[name=q]')?.value === ''")
    page.wait_for_selector(".plan")
    page.go_forward()
    page.wait_for_selector(".trouvaille")
    page.reload()
    said(page)
    assert addresses(page)[0] == "/annuaire/jean-valjean/"


def test_a_question_in_the_query_is_answered_too(visit: Opener) -> None:
    page = visit("/recherche/?q=valjean")
    said(page)
    assert addresses(page)[0] == "/annuaire/jean-valjean/"
    assert page.url.endswith("/recherche/#q=valjean")


def test_the_engine_comes_only_when_somebody_searches(visit: Opener) -> None:
    page = visit("/recherche/")
    page.wait_for_selector(".chercher-formulaire")
    loaded = "performance.getEntriesByType('resource').map(it => it.name).join()"
    assert "pagefind" not in page.evaluate(loaded)


def test_without_script_the_page_is_the_plan_and_says_where_to_look(visit: Opener) -> None:
    page = visit("/recherche/", java_script_enabled=False)
    assert page.locator("main form").count() == 0
    assert page.locator(".plan a").count() > 60
    assert page.get_by_text("L’annuaire se parcourt par lieu").is_visible()
    assert page.get_by_role("link", name="Trouver un praticien").is_visible()


def test_an_engine_that_does_not_come_is_said_and_the_plan_stays(visit: Opener) -> None:
    page = visit("/recherche/")
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    page.get_by_label("Que cherchez-vous").fill("valjean")
    assert "n’a pas pu se charger" in said(page)
    assert page.locator(".plan").is_visible()
    page.unroute("**/pagefind/pagefind.js")


def test_the_search_is_one_step_away_from_every_page(visit: Opener) -> None:
    for width in (360, 1280):
        page = visit("/agenda/", width=width)
        link = page.locator("header").get_by_role("link", name="Rechercher")
        box = link.bounding_box()
        assert box["width"] >= 44
        assert box["height"] >= 44
        link.click()
        page.wait_for_url("**/recherche/")
        page.wait_for_function("document.activeElement?.name === 'q'")


def test_who_comes_from_elsewhere_begins_at_the_top(visit: Opener) -> None:
    page = visit("/recherche/")
    page.wait_for_selector(".chercher-formulaire")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"


def test_the_search_needs_no_more_leave_than_wasm_of_our_own(
    visit: Opener,
) -> None:
    page = visit("/contact/")
    policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    policy += "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'"

    def guarded(route: Any) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    page.route("**/*", guarded)
    page.goto(page.url.replace("/contact/", "/recherche/"))
    page.get_by_label("Que cherchez-vous").fill("valjean")
    said(page)
    assert addresses(page)[0] == "/annuaire/jean-valjean/"
    # The icon may be left half asked for when the page changes.
    assert [trouble for trouble in page.troubles if "favicon" not in trouble] == []


# The right first answer to what visitors ask, written before it was looked at.
QUERIES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "search_queries.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def test_the_right_answer_comes_first(visit: Opener) -> None:
    page = visit("/recherche/")
    field = page.get_by_label("Que cherchez-vous")
    wrong = {}
    for typed, wanted in QUERIES:
        page.evaluate("document.querySelector('.chercher-etat').textContent = ''")
        field.fill(typed)
        said(page)
        found = [unquote_plus(address) for address in addresses(page)] or ["-"]
        if not found[0].startswith(wanted):
            wrong[typed] = found[:3]
    assert wrong == {}
    assert len(QUERIES) >= 100


def test_a_page_that_merely_begins_alike_is_no_answer(visit: Opener) -> None:
    page = looked_for(visit, "rennes")
    assert not [address for address in addresses(page) if "rencontre" in address]
    page = looked_for(visit, "sdafadsfasdf")
    assert addresses(page) == []
    assert said(page) == "Aucune page ne parle de « sdafadsfasdf »."


def test_a_word_that_is_nearly_one_of_ours_is_offered(visit: Opener) -> None:
    page = looked_for(visit, "medijatiion")
    near = page.locator(".chercher-voisins a")
    assert "médiation" in near.all_inner_texts()
    near.get_by_text("médiation", exact=True).click()
    said(page, "médiation.»$")
    assert addresses(page)[0] == "/annuaire/themes/mediation-et-dialogue/"


def test_the_answers_come_with_the_first_key_and_nothing_asked_leaves(visit: Opener) -> None:
    page = visit("/recherche/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Que cherchez-vous").focus()
    assert not [url for url in asked if "reponses" in url or "mots.json" in url]
    page.get_by_label("Que cherchez-vous").press_sequentially("harcèlement")
    said(page)
    assert [url for url in asked if url.endswith("/recherche/reponses.json")]
    assert not [url for url in asked if "harc" in url]
