"""Small comforts: without network, sharing, the page ahead, an address that leads nowhere."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.built_site import BuiltSite

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
EVENT = "/agenda/assemblee-generale-2027/"
WORKER = "navigator.serviceWorker.ready.then(it => it.active.scriptURL)"
WORKERS = "navigator.serviceWorker.getRegistrations().then(them => them.length)"
KEPT = """async () => {
  const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const kept = (await Promise.all(opened.map((cache) => cache.keys()))).flat();
  return kept.map(({ url }) => new URL(url).pathname);
}"""


@pytest.fixture
def visitor(browser: Any, public: BuiltSite) -> Iterator[Any]:
    """A page on the published site, with what its console complained of."""
    context = browser.new_context()
    page = context.new_page()
    page.troubles = []
    page.on("console", lambda m: page.troubles.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.goto(f"{public.url}/")
    yield page
    context.close()


# --- Without network


def test_without_network_a_page_says_so_kindly_and_shows_no_date(
    visitor: Any, public: BuiltSite, network: Any
) -> None:
    visitor.evaluate(WORKER)
    visitor.goto(public.url + EVENT)
    assert visitor.troubles == []
    # Playwright's own « offline » does not reach what a service worker asks for.
    network.is_away = True
    visitor.goto(public.url + EVENT)
    assert visitor.locator("h1").inner_text() == "Pas de connexion"
    main = visitor.locator("main").inner_text()
    assert not re.search(r"\d{4}", main)
    assert "Assemblée" not in main
    assert visitor.evaluate("getComputedStyle(document.querySelector('.bouton')).display") == "flex"
    network.is_away = False
    visitor.get_by_role("link", name="Réessayer").click()
    visitor.wait_for_selector(".evenement-quand")
    assert visitor.url == public.url + EVENT


def test_no_page_that_was_visited_is_kept(visitor: Any, public: BuiltSite) -> None:
    visitor.evaluate(WORKER)
    visitor.goto(f"{public.url}/annuaire/jean-valjean/")
    visitor.goto(public.url + EVENT)
    kept = visitor.evaluate(KEPT)
    assert [path for path in kept if not path.startswith("/tst/theme/")] == ["/tst/hors-ligne/"]
    assert all(
        re.search(r"\.[0-9a-f]{8}\.(css|js|woff2)$", path) or path.endswith("favicon.svg")
        for path in kept
        if path.startswith("/tst/theme/")
    )
    assert visitor.evaluate("document.cookie") == ""
    assert visitor.evaluate("localStorage.length + sessionStorage.length") == 0


def test_pages_come_from_the_network_whenever_it_answers(visitor: Any, public: BuiltSite) -> None:
    visitor.evaluate(WORKER)
    page = public.folder / "agenda" / "assemblee-generale-2027" / "index.html"
    before = page.read_text()
    visitor.goto(public.url + EVENT)
    try:
        page.write_text(re.sub(r"(<h1[^>]*>).*?</h1>", r"\1Assemblée déplacée</h1>", before))
        visitor.goto(public.url + EVENT)
        assert visitor.locator("h1").inner_text() == "Assemblée déplacée"
    finally:
        page.write_text(before)


def test_a_new_site_leaves_nothing_of_the_former_in_the_browser(
    visitor: Any, public: BuiltSite
) -> None:
    visitor.evaluate(WORKER)
    worker = public.folder / "service-worker.js"
    before = worker.read_text()
    former = visitor.evaluate("caches.keys()")
    try:
        worker.write_text(re.sub('VERSION = "[^"]+"', 'VERSION = "nouvelle"', before))
        visitor.evaluate("navigator.serviceWorker.ready.then(it => it.update())")
        visitor.wait_for_function("caches.keys().then(it => it.join().endsWith('nouvelle'))")
        visitor.wait_for_function("caches.keys().then(it => it.length === 1)")
        assert visitor.evaluate("caches.keys()") != former
    finally:
        worker.write_text(before)


def test_a_site_that_gives_the_worker_up_frees_the_browser_of_it(
    visitor: Any, public: BuiltSite
) -> None:
    visitor.evaluate(WORKER)

    def without(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r' data-hors-ligne="[^"]*"', "", answer.text()))

    visitor.context.route(f"{public.url}/contact/", without)
    visitor.goto(f"{public.url}/contact/")
    visitor.wait_for_function(f"{WORKERS}.then(count => count === 0)")


def test_a_preview_keeps_nothing(visit: Opener) -> None:
    page = visit("/")
    page.wait_for_load_state("load")
    assert page.evaluate(WORKERS) == 0
    assert page.evaluate(KEPT) == []


def test_the_site_can_be_put_on_the_home_screen(public: BuiltSite) -> None:
    manifest = json.loads(public.files["manifest.webmanifest"].read_text())
    assert (manifest["start_url"], manifest["scope"]) == ("/tst/", "/tst/")
    for icon in manifest["icons"]:
        assert icon["src"].removeprefix("/tst/") in public.files
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}


# --- Under a path


def test_the_search_works_under_a_path_of_the_host(visitor: Any, public: BuiltSite) -> None:
    visitor.goto(f"{public.url}/recherche/")
    visitor.get_by_label("Que cherchez-vous").fill("l'epidemie")
    visitor.wait_for_selector(".trouvaille")
    assert visitor.troubles == []
    visitor.get_by_role("link", name="Assemblée générale 2020").click()
    visitor.wait_for_url(f"{public.url}/agenda/assemblee-generale-2020/")


# --- The page ahead


def ahead(page: Any) -> list[str]:
    links = page.locator("link[rel=prefetch]").all()
    return [link.get_attribute("href") for link in links]


def test_the_page_somebody_is_about_to_open_is_fetched_ahead(
    visitor: Any, public: BuiltSite
) -> None:
    with visitor.expect_request(f"{public.url}/agenda/"):
        visitor.get_by_role("link", name="Agenda", exact=True).hover()
    visitor.get_by_role("link", name="Agenda", exact=True).hover()
    assert ahead(visitor) == ["/tst/agenda/"]
    assert visitor.troubles == []


@pytest.mark.parametrize(
    ("path", "link"),
    [("/agenda/abonnement/", "Tableau des dates"), ("/mentions-legales/", "Creative Commons")],
    ids=["a download", "another site"],
)
def test_what_is_no_page_of_the_site_is_not_fetched_ahead(
    visit: Opener, path: str, link: str
) -> None:
    page = visit(path)
    for approached in (
        page.get_by_role("link", name=link),
        page.get_by_role("link", name="Contact").last,
    ):
        # A page that scrolls brings another link under a mouse that rests.
        approached.evaluate("it => it.focus({ preventScroll: true })")
    page.wait_for_selector("link[rel=prefetch]", state="attached")
    assert ahead(page) == ["/contact/"]


def test_a_mouse_at_rest_does_not_stop_what_a_keyboard_asks_for(visit: Opener) -> None:
    page = visit("/")
    page.get_by_role("link", name="Contact").last.evaluate("""link => {
      link.focus({ preventScroll: true });
      document.body.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    }""")
    page.wait_for_selector("link[rel=prefetch]", state="attached")
    assert ahead(page) == ["/contact/"]


def test_nothing_is_fetched_ahead_for_who_spares_data(browser: Any, public: BuiltSite) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    page = context.new_page()
    page.goto(f"{public.url}/")
    page.get_by_role("link", name="Agenda", exact=True).focus()
    page.get_by_role("link", name="Agenda", exact=True).dispatch_event("pointerdown")
    page.evaluate("new Promise(done => setTimeout(done, 150))")
    assert ahead(page) == []
    context.close()


# --- Sharing

SHARED = ["/agenda/assemblee-generale-2027/", "/actualites/premiers-certificats/"]
SHARED += ["/annuaire/jean-valjean/"]


@pytest.mark.parametrize("path", SHARED)
def test_a_page_is_shared_by_its_lasting_address(visit: Opener, path: str) -> None:
    page = visit(path)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copier le lien")
    assert page.locator(".partage [role=status]").inner_text() == ""
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.partage [role=status]')?.textContent")
    assert page.locator(".partage [role=status]").inner_text() == "Lien copié"
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == canonical
    assert page.evaluate("document.activeElement.className") == "partage-bouton"


def test_the_systems_own_sheet_is_used_where_there_is_one(browser: Any, public: BuiltSite) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(navigator, 'canShare', { value: () => true });"
        "Object.defineProperty(navigator, 'share', { value: async (it) => { window.shared = it } })"
    )
    page = context.new_page()
    page.goto(public.url + EVENT)
    page.get_by_role("button", name="Partager", exact=True).click()
    assert page.evaluate("window.shared") == {
        "title": "12e assemblée générale",
        "url": f"https://association.example/tst{EVENT}",
    }
    context.close()


def test_an_address_that_cannot_be_copied_is_shown(visit: Opener) -> None:
    page = visit(EVENT)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Copier le lien").click()
    page.wait_for_function("document.querySelector('.partage [role=status]')?.textContent")
    said = page.locator(".partage [role=status]").inner_text()
    assert said.endswith(page.locator("link[rel=canonical]").get_attribute("href"))


def test_without_script_there_is_no_button_that_does_nothing(visit: Opener) -> None:
    page = visit(EVENT, java_script_enabled=False)
    assert page.locator("main button").count() == 0


# --- An address that leads nowhere


def lost(visit: Opener, path: str) -> Any:
    """Open the page of errors as a host shows it: at the address that was asked."""
    page = visit("/contact/")
    page.route(f"**{path}", lambda route: route.fulfill(response=route.fetch(url=at_404(page))))
    page.goto(page.url.replace("/contact/", path))
    return page


def at_404(page: Any) -> str:
    return re.sub(r"^(https?://[^/]+).*", r"\1/404.html", page.url)


def test_a_lost_address_leads_to_the_closest_pages_and_to_a_search(visit: Opener) -> None:
    page = lost(visit, "/praticiens/Jean_Valjan.html")
    ways = page.locator(".introuvable a")
    assert ways.first.get_attribute("href") == "/annuaire/jean-valjean/"
    assert ways.last.get_attribute("href") == "/recherche/#q=jean+valjan"
    ways.last.click()
    page.wait_for_url("**/recherche/#q=jean+valjan")


def test_an_address_whose_fragment_was_encoded_on_its_way_still_leads_there(
    visit: Opener,
) -> None:
    page = lost(visit, "/annuaire/%23region=occitanie")
    page.wait_for_url("**/annuaire/#region=occitanie")
    page.wait_for_selector(".recherche-resultats .praticien")


def test_the_page_of_errors_itself_guesses_nothing(visit: Opener) -> None:
    page = visit("/404.html")
    assert not page.locator(".introuvable").is_visible()
