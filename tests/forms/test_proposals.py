"""From an idea to what is online in the forms: nothing reaches main but by a proposal."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.forge import Forge, served_forge
from tests.forms.test_forms import FEW

pytestmark = pytest.mark.browser

# The program ends where the panels begin, and each of them shows what it is about, uncovered.
_ALL_SEEN = """() => {
  const seen = (element) => {
    const box = element?.getBoundingClientRect();
    const inside = box && document.elementFromPoint(box.left + 20, box.top + box.height / 2);
    return Boolean(inside && element.contains(inside));
  };
  const [program, panels] = [".app-shell", "#dessous"].map((place) =>
    document.querySelector(place).getBoundingClientRect());
  return program.bottom <= panels.top + 1 && program.height >= innerHeight / 2 &&
    ["#suivi summary", ".verification summary"].every((place) =>
      seen(document.querySelector(place)));
}"""
_IDEA = "content/actualites/une-idee-pour-avril.md"
Sit = Callable[[Forge], Any]


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    """A forge that holds a few files."""
    with served_forge(tmp_path / "repository.git", FEW) as served:
        yield served


def _write_an_idea(desk: Any) -> None:
    desk.go("collections/actualites/new")
    desk.write("Titre", "Une idée pour avril")
    desk.write("Résumé", "Se retrouver à Lyon.")
    desk.page.get_by_role("button", name="Aujourd’hui").first.click()
    desk.save()


def _only_branch(forge: Forge) -> str:
    [branch] = [name for name in forge.branches() if name != "main"]
    return branch


def test_an_idea_becomes_a_proposal_and_its_author_hears_what_becomes_of_it(
    forge: Forge, editor: Sit
) -> None:
    before = forge.commit_of("main")
    desk = editor(forge)
    desk.sign_in(forge.token)
    desk.hears("Ce que vous enregistrez devient une proposition")
    _write_an_idea(desk)
    desk.hears("Proposition n° 1 : vérification en cours")
    assert forge.commit_of("main") == before
    branch = _only_branch(forge)
    assert branch.startswith("redaction-fantine-")
    assert b"Se retrouver" in forge.read(branch, _IDEA)

    why = "refusé : content/actualites/une-idee-pour-avril.md, ligne 3 : trop court"
    forge.say(forge.commit_of(branch), "Vérification", "failure", why)
    forge.say(forge.commit_of(branch), "Aperçu", "success", "", "https://apercu.example/idee/")
    desk.come_back()
    desk.hears(why)
    desk.page.locator("#suivi summary").click()
    addresses = [link.get_attribute("href") for link in desk.page.locator("#suivi a").all()]
    assert addresses == [forge.pulls[0]["html_url"], "https://apercu.example/idee/"]

    # The same proposal is corrected, on the branch that holds it.
    desk.open("actualites", "une-idee-pour-avril")
    desk.write("Résumé", "Se retrouver à Lyon, en avril, un samedi.")
    desk.save()
    assert _only_branch(forge) == branch
    assert len(forge.pulls) == 1
    assert forge.commit_of("main") == before

    forge.merge(1)
    desk.come_back()
    desk.hears("Proposition n° 1 : accepté, publication en cours")
    forge.say(forge.commit_of("main"), "Publication", "success", "en ligne")
    desk.come_back()
    desk.hears("Proposition n° 1 : en ligne")
    assert desk.troubles == []


def test_the_next_idea_is_another_proposal_from_what_is_published(
    forge: Forge, editor: Sit
) -> None:
    desk = editor(forge)
    desk.sign_in(forge.token)
    _write_an_idea(desk)
    forge.merge(1)
    desk.come_back()
    _correct_the_idea(desk, "Se retrouver à Lyon, en mai.")
    assert len(forge.pulls) == 2
    assert forge.pulls[1]["state"] == "open"
    above = forge.git("rev-parse", f"{_only_branch(forge)}^").decode().strip()
    assert above == forge.commit_of("main")


def _correct_the_idea(desk: Any, summary: str) -> None:
    desk.open("actualites", "une-idee-pour-avril")
    desk.write("Résumé", summary)
    desk.save()


def test_a_proposal_that_is_merged_while_the_forms_are_open_is_followed_by_another(
    forge: Forge, editor: Sit
) -> None:
    desk = editor(forge)
    desk.sign_in(forge.token)
    _write_an_idea(desk)
    forge.merge(1)
    merged = forge.commit_of("main")
    _correct_the_idea(desk, "Se retrouver à Lyon, en mai.")
    assert [pull["state"] for pull in forge.pulls] == ["closed", "open"]
    branch = _only_branch(forge)
    assert forge.commit_of(f"{branch}^") == merged
    assert "en mai" in forge.read(branch, _IDEA).decode()
    _correct_the_idea(desk, "Se retrouver à Lyon, en juin.")
    assert len(forge.pulls) == 2
    assert forge.commit_of(f"{_only_branch(forge)}^^") == merged


def test_saves_whose_proposal_cannot_be_opened_stay_together(forge: Forge, editor: Sit) -> None:
    desk = editor(forge)
    desk.sign_in(forge.token)
    forge.takes_proposals = False
    _write_an_idea(desk)
    branch = _only_branch(forge)
    _correct_the_idea(desk, "Se retrouver à Lyon, en mai.")
    assert _only_branch(forge) == branch
    forge.takes_proposals = True
    _correct_the_idea(desk, "Se retrouver à Lyon, en juin.")
    assert [pull["head"]["label"] for pull in forge.pulls] == [branch]


def test_whoever_comes_next_to_a_computer_has_a_branch_of_their_own(
    forge: Forge, editor: Sit
) -> None:
    desk = editor(forge)
    desk.sign_in(forge.token)
    forge.takes_proposals = False
    _write_an_idea(desk)
    [left] = set(forge.branches()) - {"main"}
    written = forge.commit_of(left)
    forge.login, forge.takes_proposals = "cosette", True
    desk.come_back()
    desk.open("pages", "contact")
    desk.write("Titre", "Nous écrire")
    desk.save()
    assert forge.commit_of(left) == written
    [pull] = forge.pulls
    assert pull["head"]["label"].startswith("redaction-cosette-")


def test_a_forge_that_once_did_not_answer_is_asked_again(forge: Forge, editor: Sit) -> None:
    desk = editor(forge)
    desk.page.route("**/pulls?state=open*", lambda route: route.abort(), times=1)
    desk.page.goto(desk.address)
    desk.give_token(forge.token)
    desk.page.get_by_text("Une erreur s’est produite").wait_for()
    desk.give_token(forge.token)
    desk.come_in()
    _write_an_idea(desk)
    assert len(forge.pulls) == 1


def test_what_others_publish_comes_into_a_proposal_that_is_open(forge: Forge, editor: Sit) -> None:
    desk = editor(forge)
    desk.sign_in(forge.token)
    _write_an_idea(desk)
    content = FEW["content/pages/contact.md"].replace(b"titre:", b"# Vu.\ntitre:")
    forge.commit_file("main", "content/pages/contact.md", content)
    desk.come_back()
    desk.open("pages", "contact")
    assert forge.read(_only_branch(forge), "content/pages/contact.md") == content


def test_a_save_whose_proposal_could_not_be_opened_is_proposed_at_the_next_visit(
    forge: Forge, editor: Sit
) -> None:
    desk = editor(forge)
    desk.sign_in(forge.token)
    forge.takes_proposals = False
    _write_an_idea(desk)
    assert forge.pulls == []
    forge.takes_proposals = True
    desk.come_back()
    desk.hears("Proposition n° 1")
    assert forge.pulls[0]["head"]["label"] == _only_branch(forge)


def test_a_panel_that_has_nothing_new_to_say_is_left_as_it_is(forge: Forge, editor: Sit) -> None:
    desk = editor(forge)
    desk.page.clock.install()
    desk.sign_in(forge.token)
    _write_an_idea(desk)
    desk.hears("Proposition n° 1 : vérification en cours")
    desk.page.locator("#suivi summary").click()
    link = desk.page.locator("#suivi a")
    link.focus()
    # The second reading begins after the first was drawn.
    for _ in range(2):
        with desk.page.expect_response("**/commits/*/status"):
            desk.page.clock.fast_forward(31_000)
    assert link.evaluate("(link) => link === document.activeElement")
    forge.say(forge.commit_of(_only_branch(forge)), "Vérification", "success", "")
    desk.page.clock.fast_forward(31_000)
    desk.hears("Proposition n° 1 : vérifié")


def test_a_site_that_is_not_up_to_date_is_said_to_whoever_comes(forge: Forge, editor: Sit) -> None:
    why = "refusé : content/agenda/soiree.md, ligne 4 : cette date n’existe pas"
    forge.say(forge.commit_of("main"), "Publication", "failure", why)
    desk = editor(forge)
    desk.sign_in(forge.token)
    desk.hears(f"Le site n’est pas à jour. {why}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_both_panels_and_the_form_are_seen_at_once(
    forge: Forge, editor: Sit, width: int, scheme: str
) -> None:
    desk = editor(forge)
    desk.page.set_default_timeout(120_000)  # A browser's Python begins slowly.
    desk.page.set_viewport_size({"width": width, "height": 740})
    desk.page.emulate_media(color_scheme=scheme)
    why = "refusé : content/agenda/soiree.md, ligne 4 : cette date n’existe pas"
    forge.say(forge.commit_of("main"), "Publication", "failure", why)
    desk.sign_in(forge.token)
    desk.hears(why)
    desk.go("collections/actualites/new")
    desk.page.locator(".verification .etat").get_by_text("erreur").wait_for()
    for folds in ("", "open"):
        for fold in desk.page.locator("#suivi details, .verification details").all():
            fold.evaluate("(fold, open) => { fold.open = Boolean(open); }", folds)
        desk.page.wait_for_function(_ALL_SEEN)
