"""The checker in a browser: beside a form and on its page, in the words of « verifier »."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from association.checks.public_index import index_of_json
from association.checks.text_check import KnownSite, checked_text, errors_first
from association.content.schema import TYPES
from association.problems.report import Problem, as_text
from tests.builders import TODAY
from tests.built_site import ROOT
from tests.error_fixtures import FIXTURES
from tests.forms.conftest import PATIENCE

pytestmark = pytest.mark.browser

Seat = Callable[[dict[str, bytes]], Any]

_FILES = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for path in (
        *(ROOT / "content" / "metiers").glob("*.md"),
        *(ROOT / "content" / "praticiens").glob("*.md"),
        ROOT / "content" / "agenda" / "remise-des-certificats-2021.md",
        ROOT / "content" / "vocabulaire.yml",
    )
}
_EVENT = "agenda/remise-des-certificats-2021"
_WRONG = """\
---
titre: Fête
resume: Une fête.
debut: 2027-12-04
categorie: Formation
lieu:
  ville: Évreux
  code_postal: 0100
intervenants: [fantin]
---

Venez nombreux : [ici](contact.md).
"""


def _panel(page: Any) -> Any:
    return page.get_by_role("region", name="Ce que le vérificateur en dit")


def test_a_form_is_told_what_is_wrong_while_it_is_written(desk: Seat) -> None:
    seat = desk(_FILES)
    seat.open(*_EVENT.split("/"))
    panel = _panel(seat.page)
    panel.get_by_text("rien à redire").wait_for()
    seat.write("Fin", "2019-01-01")
    panel.get_by_text("1 erreur").wait_for()
    [said] = panel.get_by_role("listitem").all()
    assert _words(said) == "erreur · Fin : la fin vient avant le début"
    seat.page.mouse.move(600, 300)
    seat.page.mouse.wheel(0, 100_000)
    last = seat.page.locator("[data-key-path=body] textarea")
    last.wait_for()
    last.click()
    panel.locator("summary").focus()
    seat.page.keyboard.press("Enter")
    panel.get_by_role("listitem").first.wait_for(state="hidden")
    seat.go("collections/agenda")
    panel.wait_for(state="hidden")


def test_what_was_said_is_not_written_and_nothing_leaves(desk: Seat) -> None:
    seat = desk(_FILES)
    seat.open(*_EVENT.split("/"))
    seat.write("Fin", "2019-01-01")
    _panel(seat.page).get_by_text("1 erreur").wait_for()
    seat.write("Fin", "2021-10-10")
    _panel(seat.page).get_by_text("rien à redire").wait_for()
    seat.save()
    written = seat.files()[f"content/{_EVENT}.md"].decode()
    assert "fin: 2021-10-10" in written
    assert "verification" not in written
    assert {urlsplit(url).netloc for url in seat.asked if url.startswith("http")} == {
        urlsplit(seat.address).netloc
    }
    assert seat.troubles == []


# Asks the worker one text after another, as no writer does.
_ASK_ALL = """async ([address, now, questions]) => {
  const worker = new Worker(`${address}verification.js`, { type: "module" });
  const said = [];
  for (const [number, [path, text]] of questions.entries()) {
    worker.postMessage({ number, path, text, now });
    const { data } = await new Promise((resolve) => { worker.onmessage = resolve; });
    said.push(data.error ?? data.messages.map((message) => message.text));
  }
  worker.terminate();
  return said;
}"""


def _mistakes() -> list[tuple[str, str]]:
    """Return every text of the fixtures that is one: where it lies, and what it says."""
    found = []
    for path in sorted(FIXTURES.glob("*/*/*.md")):
        inside = path.relative_to(FIXTURES).parts
        if inside[1] in TYPES and "." not in path.stem:
            try:
                found.append(("/".join(inside[1:]), path.read_bytes().decode()))
            except UnicodeDecodeError:
                continue
    return found


def test_the_python_of_a_browser_says_every_mistake_as_this_one(browser: Any, forms: str) -> None:
    questions = _mistakes()
    assert len(questions) > 300
    page = browser.new_page()
    page.goto(f"{forms}verifier/")
    known = _known(page, forms)
    said = page.evaluate(_ASK_ALL, [forms, TODAY.isoformat(), questions])
    for (path, text), words in zip(questions, said, strict=True):
        here = checked_text(text.encode(), path, known).problems
        assert words == [as_text(problem) for problem in errors_first(here)], path
    page.close()


def _known(page: Any, address: str) -> KnownSite:
    answer = page.request.get(f"{address}verificateur/site.json")
    return KnownSite(index_of_json(answer.body()), TODAY)


def test_the_page_says_what_the_same_checker_says_here(browser: Any, forms: str) -> None:
    page = browser.new_page(locale="fr-FR", viewport={"width": 360, "height": 640})
    page.set_default_timeout(PATIENCE)
    page.goto(f"{forms}verifier/?fichier=agenda/fete.md")
    page.get_by_label("Texte du fichier").fill(_WRONG)
    said = _panel(page).get_by_role("listitem")
    said.first.wait_for()
    here = checked_text(_WRONG.encode(), "agenda/fete.md", _known(page, forms)).problems
    assert [_words(item) for item in said.all()] == [_expected(one) for one in errors_first(here)]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#nom").fill("fete.de.md")
    _panel(page).get_by_text("se lit avec son original").wait_for()
    page.close()


def _words(item: Any) -> str:
    return str(item.locator("p").first.inner_text()).replace("\N{NO-BREAK SPACE}", " ")


def _expected(problem: Problem) -> str:
    place = f"ligne {problem.span.line} : " if problem.line_text.strip() else ""
    return f"{problem.severity} · {place}{problem.message}"


def test_without_its_files_the_checker_says_what_to_do(browser: Any, forms: str) -> None:
    page = browser.new_page(locale="fr-FR")
    page.set_default_timeout(PATIENCE)
    page.route("**/verificateur/programme.zip", lambda route: route.abort())
    page.goto(f"{forms}verifier/")
    page.get_by_label("Texte du fichier").fill(_WRONG)
    _panel(page).get_by_text("la forge vérifie chaque enregistrement").wait_for()
    page.close()
