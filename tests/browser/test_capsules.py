"""Following a capsule: steps ticked; answers kept by the browser alone, saved, printed, erased."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.built_site import BuiltSite

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
CAPSULE = "/capsules/porter-un-projet/"
ANSWER = "Pour que l'on se parle.\n<b>Vraiment</b> 🙂"
READERS_RESPONSE = """document.querySelector(".reponses").insertAdjacentHTML(
  "beforeend", "<article class='reponse'><p>Ce que dit un lecteur.</p></article>")"""
KEPT = "JSON.stringify([Object.entries(localStorage), document.cookie, sessionStorage.length])"


def _answer(page: Any, text: str) -> None:
    field = page.get_by_role("textbox", name="Votre réponse Pour d’autres, et pour moi")
    field.fill(text)
    field.blur()


def _reload(page: Any) -> None:
    page.goto(page.url)
    page.locator("section.suivi-panneau").wait_for()


def test_an_answer_and_a_step_are_found_again_and_sent_to_nobody(visit: Opener) -> None:
    page = visit(CAPSULE)
    page.locator("section.suivi-panneau").wait_for()
    assert page.evaluate(KEPT) == '[[],"",0]', "nothing is kept of who only reads"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method + request.url))
    _answer(page, ANSWER)
    assert page.get_by_text("Réponse gardée dans ce navigateur.").is_visible()
    page.get_by_label("J’ai fait cette étape").first.check()
    assert page.locator(".suivi-avancement").inner_text().startswith("1 étape sur 4")
    assert asked == []
    _reload(page)
    assert page.locator("textarea").first.input_value() == ANSWER
    assert page.get_by_label("J’ai fait cette étape").first.is_checked()
    resumed = page.get_by_role("link", name=re.compile("^Reprendre : Étape 2"))
    assert resumed.get_attribute("href") == "#etape-2-la-carte-des-partenaires-20-minutes"
    assert page.troubles == []
    assert json.loads(page.evaluate(KEPT))[1:] == ["", 0]


def test_answers_are_saved_as_a_text_and_printed(visit: Opener, tmp_path: Path) -> None:
    page = visit(CAPSULE)
    _answer(page, ANSWER)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Télécharger mes réponses").click()
    assert saved.value.suggested_filename == "reponses-porter-un-projet.md"
    saved.value.save_as(tmp_path / "saved.md")
    text = (tmp_path / "saved.md").read_text("utf-8")
    assert text.startswith("# Porter un projet")
    assert f"## Pour d’autres, et pour moi\n\n{ANSWER}\n" in text
    assert "## Trois hypothèses\n\n(sans réponse)" in text
    page.emulate_media(media="print")
    answered, blank = (page.locator(".exercice").nth(number) for number in (0, 1))
    assert answered.locator(".champ-reponse-papier").inner_text() == ANSWER
    lines = "node => getComputedStyle(node, '::after').content"
    assert (answered.evaluate(lines), blank.evaluate(lines)) == ("none", '""')
    assert not page.locator("textarea").first.is_visible()
    # What another reader answered to the page is part of it, on paper too.
    page.evaluate(READERS_RESPONSE)
    assert page.get_by_text("Ce que dit un lecteur.").is_visible()


def test_what_is_kept_is_erased_one_by_one_and_all_together(visit: Opener) -> None:
    page = visit(CAPSULE)
    page.on("dialog", lambda dialog: dialog.accept())
    _answer(page, ANSWER)
    page.get_by_label("J’ai fait cette étape").first.check()
    page.get_by_role("button", name="Effacer cette réponse").first.click()
    assert page.get_by_text("Réponse effacée.").is_visible()
    assert "reponses" in page.evaluate(KEPT)
    assert "Vraiment" not in page.evaluate(KEPT)
    page.get_by_role("button", name="Tout effacer").click()
    assert page.get_by_text("Vos réponses et vos étapes sont effacées.").is_visible()
    assert page.evaluate(KEPT) == '[[],"",0]'
    _answer(page, ANSWER)
    page.goto(page.url.replace(CAPSULE, "/capsules/"))
    card = page.locator(".capsule", has_text="Porter un projet")
    assert card.locator(".capsule-avancement").inner_text() == "des réponses gardées"
    page.get_by_role("button", name=re.compile("^Effacer tout ce que ce navigateur")).click()
    assert page.get_by_text("Ce navigateur ne garde plus rien des capsules.").is_visible()
    assert page.evaluate(KEPT) == '[[],"",0]'
    assert page.troubles == []


def test_two_tabs_do_not_write_over_one_another(visit: Opener) -> None:
    page = visit(CAPSULE)
    other = page.context.new_page()
    other.goto(page.url)
    _answer(page, ANSWER)
    other.get_by_label("J’ai fait cette étape").first.check()
    _reload(page)
    assert page.locator("textarea").first.input_value() == ANSWER
    assert page.get_by_label("J’ai fait cette étape").first.is_checked()


@pytest.mark.parametrize("kept", ["{", "[]", '{"etapes": 3, "reponses": {"a": 1}}', "null"])
def test_what_is_not_readable_counts_for_nothing(visit: Opener, kept: str) -> None:
    page = visit(CAPSULE)
    page.evaluate(f"localStorage.setItem('capsule {CAPSULE}', {json.dumps(kept)})")
    _reload(page)
    assert page.locator(".suivi-avancement").inner_text() == "0 étape sur 4"
    assert page.troubles == []


def test_without_a_script_exercises_are_plain_and_have_lines_on_paper(visit: Opener) -> None:
    page = visit(CAPSULE, java_script_enabled=False)
    assert page.locator(".exercice").count() == 3
    assert page.locator("textarea, input[type=checkbox], section.suivi-panneau").count() == 0
    assert not page.get_by_text("Elle reste dans ce navigateur").is_visible()


def test_a_capsule_is_kept_offline_on_request_only_and_says_that_it_is_a_copy(
    browser: Any, public: BuiltSite, network: Any
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    capsule, unkept = (public.url + path for path in (CAPSULE, "/capsules/manager-autrement/"))
    page.goto(unkept)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(capsule)
    page.get_by_role("button", name="Garder cette capsule hors ligne").click()
    page.get_by_text("Capsule gardée").wait_for()
    network.is_away = True
    page.goto(capsule)
    page.get_by_text("Vous n’êtes pas connecté : voici la copie gardée le").wait_for()
    assert page.locator("h1").inner_text().startswith("Porter un projet")
    assert page.evaluate("document.fonts.check('1em \"Bricolage Titres\"')")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.exercice')).borderTopWidth")
        == "2px"
    )
    page.goto(unkept)
    assert page.locator("h1").inner_text() == "Pas de connexion"
    page.get_by_role("link", name=re.compile("^Porter un projet")).click()
    page.get_by_role("button", name="Ne plus la garder hors ligne").click()
    page.get_by_text("Cette capsule n’est plus gardée").wait_for()
    page.goto(capsule)
    assert page.locator("h1").inner_text() == "Pas de connexion"
    network.is_away = False
    page.goto(capsule)
    page.get_by_role("button", name="Garder cette capsule hors ligne").click()
    page.get_by_text("Capsule gardée").wait_for()
    page.goto(f"{public.url}/capsules/")
    page.get_by_text("gardée hors ligne").wait_for()
    page.get_by_role("button", name=re.compile("^Effacer tout ce que ce navigateur")).click()
    page.get_by_text("Ce navigateur ne garde plus rien des capsules.").wait_for()
    kept = "caches.keys().then(names => names.filter(name => name.startsWith('capsules ')).length)"
    assert page.evaluate(kept) == 0
    context.close()


def test_a_copy_holds_neither_people_nor_responses_nor_dates(
    browser: Any, public: BuiltSite, network: Any
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(public.url + CAPSULE)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    # As if the text had a block of dates.
    page.evaluate("""() => {
      const { fetch } = window;
      const block = "<aside class='bloc-dates'><p>Le 3 mars 2027</p></aside></article>";
      window.fetch = async (...asked) => {
        const answer = await fetch(...asked);
        const text = (await answer.text()).replace("</article>", block);
        return new Response(text, { headers: answer.headers });
      };
    }""")
    assert page.get_by_text("Qui travaille sur ce sujet").is_visible()
    page.get_by_role("button", name="Garder cette capsule hors ligne").click()
    page.get_by_text("Capsule gardée").wait_for()
    network.is_away = True
    page.goto(public.url + CAPSULE)
    page.get_by_text("Vous n’êtes pas connecté : voici la copie gardée le").wait_for()
    copy = page.content()
    assert "Denise" not in copy
    assert not [told for told in ("personne-nom", "reponses-invitation", "3 mars") if told in copy]
    assert page.locator(".exercice").count() == 3
    assert page.locator(".suivi-avancement").inner_text().startswith("0 étape sur 4")
    context.close()
