"""« Votre sélection » in a browser: ticked, carried from page to page, compared, printed, kept."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
import vobject  # type: ignore[import-untyped]

from tests.browser.kinds import script
from tests.built_site import BuiltSite
from tests.people_builders import SHIPPED
from tests.programs import need_npm

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
PAGE = "/annuaire/votre-selection/"
PROFILES = sorted((SHIPPED / "praticiens").glob("*.md"))
PEOPLE = [path.stem for path in PROFILES]
NAMES = [
    " ".join(re.findall(r"^(?:prenom|nom): (.+)$", path.read_text("utf-8"), re.M))
    for path in PROFILES
]
TWO = "jean-valjean.emma-rouault"
_PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def tick(page: Any, name: str) -> None:
    """Tick somebody, and wait until that is said: what answers comes with the first tick."""
    page.get_by_role("checkbox", name=f"Ajouter {name} à votre sélection").check()
    said(page, f"^{name} est dans")


def wait_for_address(page: Any, fragment: str) -> None:
    page.wait_for_function("it => location.hash === `#${it}`", arg=fragment)


def wait_for_ticks(page: Any, *slugs: str) -> None:
    """Wait until the boxes ticked where they can be seen are those of these people."""
    page.wait_for_function(
        "it => [...new Set([...document.querySelectorAll('.choisir input:checked')]"
        ".filter(it => it.checkVisibility()).map(it => it.value))].sort().join() === it",
        arg=",".join(sorted(slugs)),
    )


def said(page: Any, pattern: str) -> str:
    page.wait_for_function(
        "it => new RegExp(it).test(document.querySelector('.selection-etat')?.textContent ?? '')",
        arg=pattern,
    )
    return plain(page.locator(".selection-etat").inner_text())


def compared(page: Any) -> list[str]:
    page.wait_for_selector(".comparaison-corps:not([hidden]) thead th")
    return [plain(it) for it in page.locator("thead th a").all_inner_texts()]


def cells(page: Any, title: str) -> list[str]:
    line = page.locator("tbody tr", has=page.get_by_role("rowheader", name=title, exact=True))
    # The commas of a list are its style's.
    return [
        ", ".join(plain(it) for it in cell.locator("li").all_inner_texts())
        or plain(cell.inner_text())
        for cell in line.locator("td").all()
    ]


def test_without_script_nothing_is_offered_that_does_not_work(visit: Opener) -> None:
    for path in ("/annuaire/", "/annuaire/jean-valjean/"):
        page = visit(path, java_script_enabled=False)
        assert page.locator("input[type=checkbox]:visible").count() == 0
        assert page.get_by_role("link", name=re.compile("sélection")).count() == 0
    page = visit(PAGE, java_script_enabled=False)
    assert page.locator("main button:visible").count() == 0
    assert "JavaScript" in page.locator("main").inner_text()
    page.locator("main").get_by_role("link", name="L’annuaire").click()
    page.wait_for_url("**/annuaire/")


def test_who_is_ticked_is_in_the_address_and_nowhere_else(visit: Opener) -> None:
    page = visit("/annuaire/")
    tick(page, "Jean Valjean")
    assert said(page, "Jean") == "Jean Valjean est dans votre sélection."
    tick(page, "Emma Rouault")
    wait_for_address(page, f"choix={TWO}")
    assert page.get_by_role("link", name="Votre sélection : 2 personnes").is_visible()
    page.get_by_role("checkbox", name="Ajouter Jean Valjean à votre sélection").uncheck()
    assert said(page, "plus") == "Jean Valjean n’est plus dans votre sélection."
    wait_for_address(page, "choix=emma-rouault")
    kept = "JSON.stringify([Object.entries(localStorage), sessionStorage.length, document.cookie])"
    assert json.loads(page.evaluate(kept)) == [[], 0, ""]
    assert page.context.cookies() == []


def test_a_selection_survives_filters_and_the_way_back(visit: Opener) -> None:
    page = visit("/annuaire/")
    tick(page, "Silvère Mouret")
    page.get_by_label("Où êtes-vous ?").focus()
    page.get_by_role("checkbox", name=re.compile("^Occitanie")).check()
    page.wait_for_function("document.querySelectorAll('.recherche-resultats .praticien').length==3")
    wait_for_address(page, "region=occitanie&choix=silvere-mouret")
    wait_for_ticks(page, "silvere-mouret")
    page.locator(".recherche-resultats").get_by_role(
        "checkbox", name="Ajouter Marie Darge à votre sélection"
    ).check()
    said(page, "^Marie Darge est dans")
    page.get_by_role("button", name="Effacer").click()
    wait_for_address(page, "choix=silvere-mouret.marie-darge")
    wait_for_ticks(page, "silvere-mouret", "marie-darge")
    page.go_back()
    wait_for_address(page, "region=occitanie&choix=silvere-mouret.marie-darge")
    page.go_back()
    page.wait_for_selector(".annuaire .praticien")
    wait_for_address(page, "choix=silvere-mouret.marie-darge")
    wait_for_ticks(page, "silvere-mouret", "marie-darge")


def test_the_way_to_the_text_loses_neither_the_filter_nor_the_selection(visit: Opener) -> None:
    page = visit("/annuaire/#region=occitanie&choix=marie-darge")
    page.wait_for_selector(".recherche-resultats .praticien")
    page.locator(".evitement").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'contenu'")
    wait_for_address(page, "region=occitanie&choix=marie-darge")
    assert page.locator(".recherche-resultats .praticien").count() == 3


def test_who_is_ticked_on_a_page_is_still_ticked_on_the_list_one_goes_back_to(
    visit: Opener,
) -> None:
    page = visit("/annuaire/#choix=emma-rouault")
    wait_for_ticks(page, "emma-rouault")
    page.locator(".annuaire").get_by_role("link", name="Jean Valjean").click()
    page.wait_for_url("**/annuaire/jean-valjean/#choix=emma-rouault")
    tick(page, "Jean Valjean")
    page.go_back()
    wait_for_address(page, "choix=emma-rouault.jean-valjean")
    wait_for_ticks(page, "emma-rouault", "jean-valjean")
    page.get_by_role("link", name="Votre sélection : 2 personnes").click()
    assert compared(page) == ["Emma Rouault", "Jean Valjean"]
    page.get_by_role("navigation").get_by_role("link", name="Annuaire").last.click()
    page.wait_for_url("**/annuaire/#choix=emma-rouault.jean-valjean")


def test_people_stand_side_by_side_with_what_they_publish(visit: Opener, served: BuiltSite) -> None:
    page = visit(f"{PAGE}#choix={TWO}")
    assert compared(page) == ["Jean Valjean", "Emma Rouault"]
    people = {
        person["slug"]: person
        for person in json.loads(served.files["annuaire/annuaire.json"].read_text())["people"]
    }
    chosen = [people[slug] for slug in TWO.split(".")]
    for title, field in (("Publics", "audiences"), ("Thèmes", "themes"), ("Langues", "languages")):
        names = [", ".join(word["name"] for word in person[field]) for person in chosen]
        assert [it.replace("’", "'") for it in cells(page, title)] == [
            it.replace("’", "'") for it in names
        ]
    assert cells(page, "À distance") == ["oui" if it["remote"] else "non" for it in chosen]
    for text, person in zip(cells(page, "Contact"), chosen, strict=True):
        details = [person[it] for it in ("telephone", "email") if person[it]]
        assert all(it in text for it in details)
        if person["contact"] == "secretariat":
            assert "secrétariat" in text
    certificates = cells(page, "Métiers et certificats")
    assert all("certificat" in it or "formation" in it for it in certificates)
    assert page.troubles == []


@pytest.mark.parametrize(
    ("instant", "told"),
    [
        (
            "2026-11-21T12:00:00Z",
            [
                "oui, jusqu’au 30 septembre 2027",
                "À partir de 850 € par journée, indiqué le 2 juin 2026. "
                "Net de taxe, hors déplacement ; les petites communes peuvent en parler.",
                "Entreprise individuelle SIRET : 123 456 782 00010 Déclaration d’activité : "
                "28 50 01234 50. Cet enregistrement ne vaut pas agrément de l’État. "
                "Qualiopi : actions de formation, jusqu’au 14 mai 2028 "
                "Responsabilité civile professionnelle : Mutuelle du Bonheur des Dames, "
                "jusqu’au 31 décembre 2027",
            ],
        ),
        (
            "2028-05-14T22:00:00Z",
            [
                "non indiqué",
                "À partir de 850 € par journée, indiqué le 2 juin 2026. "
                "Net de taxe, hors déplacement ; les petites communes peuvent en parler.",
                "Entreprise individuelle SIRET : 123 456 782 00010 Déclaration d’activité : "
                "28 50 01234 50. Cet enregistrement ne vaut pas agrément de l’État.",
            ],
        ),
    ],
)
def test_buyers_compare_what_they_need_to_order(
    visit: Opener, instant: str, told: list[str]
) -> None:
    page = visit("/annuaire/")
    page.clock.set_fixed_time(instant)
    page.goto(page.url + "votre-selection/#choix=denise-baudu.jean-valjean")
    compared(page)
    rows = ("Nouvelles demandes", "Tarif", "Entreprise")
    assert [cells(page, row) for row in rows] == [[it, "non indiqué"] for it in told]
    sectors = "Collectivités territoriales, Commerce et services, Culture et médias"
    assert cells(page, "Secteurs") == [sectors, "non indiqué"]


def test_tables_are_told_apart_by_their_people_and_headings_are_only_names(visit: Opener) -> None:
    page = visit(f"{PAGE}#choix={'.'.join(PEOPLE[:6])}")
    names = compared(page)
    for of in (names[:4], names[4:]):
        table = page.get_by_role("group", name=", ".join(of), exact=True)
        assert table.get_by_role("columnheader").count() == len(of)
    assert page.locator("thead button").count() == 0


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_bar_is_at_the_foot_of_the_window_and_cards_keep_their_places(
    visit: Opener, width: int
) -> None:
    page = visit("/annuaire/", width=width)
    tick(page, "Jean Valjean")
    said(page, "Jean")
    link = page.get_by_role("link", name="Votre sélection : 1 personne")
    for y in (0, 2000):
        page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", y)
        box = link.bounding_box()
        assert 900 - 24 <= box["y"] + box["height"] <= 900
        assert box["x"] + box["width"] <= width
    card = page.locator(".praticien", has=page.locator(".choisir")).first
    portrait, text, box = (
        card.locator(part).bounding_box() for part in (".portrait", ".praticien-texte", ".choisir")
    )
    assert portrait["x"] + portrait["width"] < text["x"] <= portrait["x"] + 200
    assert portrait["y"] + portrait["height"] <= box["y"]
    assert box["x"] == portrait["x"]


def test_forced_colours_give_what_lies_over_the_cards_an_edge(visit: Opener) -> None:
    page = visit("/annuaire/", forced_colors="active")
    tick(page, "Jean Valjean")
    said(page, "Jean")
    edge = "it => parseFloat(getComputedStyle(it).borderTopWidth)"
    for over in (".selection-etat", ".selection-barre .bouton"):
        assert page.locator(over).evaluate(edge) > 0


@pytest.mark.parametrize(
    ("fragment", "names", "sentence"),
    [
        ("choix=jean-valjean.cosette-fauchelevent", ["Jean Valjean"], "^Une personne .* sans elle"),
        ("choix=a.b.jean-valjean", ["Jean Valjean"], "^2 personnes .* sans elles"),
        ("choix%3Djean-valjean", ["Jean Valjean"], "^$"),
        ("choix=" + ".".join(PEOPLE), NAMES[:20], "plus de 20 personnes"),
    ],
)
def test_who_is_not_there_is_told_and_never_named(
    visit: Opener, fragment: str, names: list[str], sentence: str
) -> None:
    page = visit(f"{PAGE}#{fragment}")
    assert compared(page) == [plain(it.replace("'", "’")) for it in names]
    said(page, sentence)
    assert "cosette" not in (page.url + page.content()).lower()


def test_nobody_chosen_leads_to_the_directory(visit: Opener) -> None:
    page = visit(PAGE)
    page.get_by_role("link", name="Choisir dans l’annuaire").click()
    page.wait_for_url("**/annuaire/")
    page = visit(f"{PAGE}#choix=personne")
    page.wait_for_selector(".comparaison-vide:not([hidden])")
    assert said(page, "^Une personne").startswith("Une personne de cette adresse n’est pas")
    assert page.locator(".comparaison-corps").is_hidden()


def test_somebody_is_taken_out_by_keyboard_and_the_focus_stays_near(visit: Opener) -> None:
    page = visit(f"{PAGE}#choix={TWO}")
    compared(page)
    page.get_by_role("button", name="Ôter Jean Valjean de votre sélection").focus()
    page.keyboard.press("Enter")
    wait_for_address(page, "choix=emma-rouault")
    assert compared(page) == ["Emma Rouault"]
    assert said(page, "plus") == "Jean Valjean n’est plus dans votre sélection."
    assert page.evaluate("document.activeElement.closest('.comparaison-corps') !== null")


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (4, 1), (5, 2), (20, 5)])
def test_four_people_print_on_one_sheet(visit: Opener, count: int, sheets: int) -> None:
    page = visit(f"{PAGE}#choix={'.'.join(PEOPLE[-count:])}")
    assert len(compared(page)) == count
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(_PAGE_OF_PDF.findall(printed)) == sheets
    assert page.locator(".comparaison-feuilles").is_visible() is (sheets > 1)


def test_four_people_who_publish_everything_print_on_one_sheet(
    visit: Opener, served: BuiltSite
) -> None:
    known = json.loads(served.files["annuaire/annuaire.json"].read_text())
    fullest = next(one for one in known["people"] if one["slug"] == "denise-baudu")
    rows = ("sectors", "new_requests", "price", "company")
    for person in known["people"]:
        person.update({row: fullest[row] for row in rows})
    page = visit("/annuaire/")
    page.route("**/annuaire.json", lambda route: route.fulfill(json=known))
    page.clock.set_fixed_time("2026-11-21T12:00:00Z")
    page.goto(f"{served.url}{PAGE}#choix={'.'.join(PEOPLE[:4])}")
    assert len(compared(page)) == 4
    assert all("Qualiopi" in it for it in cells(page, "Entreprise"))
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(_PAGE_OF_PDF.findall(printed)) == 1


def test_cards_and_the_table_are_read_by_other_programs(browser: Any, public: BuiltSite) -> None:
    """On the site as it is published: below a path, under its own security policy."""
    page = browser.new_page()
    page.goto(f"{public.url}{PAGE}#choix={TWO}")
    compared(page)
    with page.expect_download() as cards:
        page.get_by_role("button", name="Carnet d’adresses (vCard)").click()
    assert cards.value.suggested_filename == "votre-selection.vcf"
    octets = cards.value.path().read_bytes()
    read = list(vobject.readComponents(octets.decode()))
    assert [card.fn.value for card in read] == ["Jean Valjean", "Emma Rouault"]
    with page.expect_download() as table:
        page.get_by_role("button", name="Tableur (CSV)").click()
    octets = table.value.path().read_bytes()
    assert octets.startswith(b"\xef\xbb\xbfnom;")
    rows = list(csv.DictReader(io.StringIO(octets.decode("utf-8-sig")), delimiter=";"))
    assert [row["prenom"] for row in rows] == ["Jean", "Emma"]
    page.close()


def test_a_message_to_the_secretariat_is_ready(visit: Opener) -> None:
    page = visit(f"{PAGE}#choix={TWO}")
    compared(page)
    page.locator(".message summary").click()
    text = plain(page.locator("#selection-message").input_value())
    assert "Personnes : Jean Valjean, Emma Rouault" in text
    assert f"{PAGE}#choix={TWO}" in text
    link = page.get_by_role("link", name="Envoyer par courriel").get_attribute("href")
    assert link.startswith("mailto:secretariat@example.org?subject=")
    assert plain(unquote(link)).endswith(text)


@pytest.mark.parametrize("path", ["/annuaire/", "/annuaire/jean-valjean/", PAGE])
def test_axe_finds_nothing_once_people_are_chosen(visit: Opener, path: str) -> None:
    need_npm("tests/clients", "axe-core")
    page = visit(f"{path}#choix={TWO}", reduced_motion="reduce")
    page.locator(".choisir input:checked, .comparaison thead th").first.wait_for()
    page.evaluate(script("axe-core/axe.min.js"))
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
            assert [it["id"] for it in found] == [], (width, scheme)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_OVERFLOW) <= 0
