"""The guide's pictures of the terminal and of the site show what these say."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tools.terminal_picture import terminal_picture

from association.core.exit_code import ExitCode
from association.runner.build import Plan, build
from association.runner.preview.panel import panel
from association.runner.preview.server import PreviewServer
from association.runner.preview.state import State, StateChannel
from tests.built_site import ROOT, SharedSites
from tests.editing.typist import write
from tests.git_content import keep_in_git
from tests.guide_pictures import GuidePictures
from tests.guide_texts import blocks, files

TITLE = "Atelier de Dijon : ce que nous avons appris"
SUMMARY = "Quinze personnes, un après-midi, et une question simple, qui décide ici ?"
FIRST = "Nous étions quinze, venus de trois services qui se croisent sans se parler."
DAY = "2027-04-30"
# Events that changed are still to come then.
BEFORE = "2026-11-21"
_WHEN = ".evenement-quand"
_EACH_FILE = tuple(f".volets h3 >> nth={rank}" for rank in range(3))
_CONTACT = (".ouverture-detail", ".boutons", ".ouverture-note")
# As wide as a telephone: two points of the picture for each of the page make it sharp.
NARROW = 380
# Room for whole lines of messages, which would scroll.
WIDE = 560
_EXAMPLES = """\
---
titre: Exemples
resume: Les blocs que montre le guide, dans l’ordre du guide.
---

"""
# A browser draws a picture when somebody comes near it.
_ALL_PICTURES = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode();
}))"""
# The pages say where the forge is only if there is one.
_SETTINGS = """\
from pelicanconf import *

FORGE = {"type": "github", "depot": "association/site"}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def test_the_first_news_is_asked_for_in_a_terminal(
    content: Path, guide_pictures: GuidePictures
) -> None:
    code, typist = write(content, "actualite", [TITLE, "", SUMMARY, FIRST], day=DAY)
    assert code is ExitCode.FINE
    asked = "\n".join(typist.shown[1:]).partition("\n\n  ---")[0].strip()
    drawing = terminal_picture("Les questions de « invoke nouveau actualite »", asked)
    guide_pictures.hold_drawing("terminal-actualite", drawing)


def test_an_event_is_said_back_in_a_terminal(content: Path, guide_pictures: GuidePictures) -> None:
    _, typist = write(content, "evenement", ["1", "", "", "14 octobre 2027", "", "", ""])
    [start] = [rank for rank, said in enumerate(typist.shown) if said.startswith("\n4. ")]
    asked = "\n".join(typist.shown[start : start + 9]).strip()
    assert "14 octobre 2027, de" in asked
    drawing = terminal_picture("Les questions de « invoke nouveau evenement »", asked)
    guide_pictures.hold_drawing("terminal-evenement", drawing)


@pytest.fixture(scope="module")
def sites(shared_sites: SharedSites, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site of each of the two days, with the guide's first news and a forge."""
    made = tmp_path_factory.mktemp("guide")
    written = Path(shutil.copytree(ROOT / "content", made / "content"))
    for name, text in files("premiere-actualite.md").items():
        (written.parent / name).write_text(text, "utf-8")
    examples = "\n".join(one.text for one in blocks("blocs.md") if one.language == "markdown")
    (written / "pages" / "exemples.md").write_text(_EXAMPLES + examples, "utf-8")
    settings = made / "reglages.py"
    settings.write_text(_SETTINGS, "utf-8")
    return {
        day: shared_sites.built(asof=day, settings=str(settings), content=written)
        for day in (BEFORE, DAY)
    }


@contextmanager
def _shown(
    browser: Any, site: Path, day: str, path: str, *, width: int = NARROW, said: str = ""
) -> Iterator[Any]:
    """Show a page of a site in a window, on a day, with what the preview says of it."""
    channel = StateChannel(State("1", said))
    server = PreviewServer(0, site, channel)
    Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(
        viewport={"width": width, "height": 1200},
        device_scale_factor=2,
        timezone_id="Europe/Paris",
        locale="fr-FR",
        color_scheme="light",
    )
    try:
        page = context.new_page()
        page.clock.set_fixed_time(f"{day}T12:00")
        page.goto(server.url + path)
        page.evaluate("document.fonts.ready")
        yield page
    finally:
        context.close()
        channel.close()
        server.shutdown()
        server.server_close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "day", "path", "selectors"),
    [
        ("corriger-cette-page", BEFORE, "contact/", (".pied-mentions", ".pied-redaction")),
        ("espace-de-redaction", BEFORE, "contribuer/", ("h1", ".volets h2", *_EACH_FILE)),
        ("evenement-annule", BEFORE, "agenda/soiree-decouverte-metz/", ("h1", _WHEN)),
        ("evenement-nouvelle-date", BEFORE, "agenda/rencontre-partenaires-marseille/", (_WHEN,)),
        ("fiche", BEFORE, "annuaire/marie-darge/", ("h1", ".chapeau", *_CONTACT)),
        ("premiere-actualite", DAY, "actualites/atelier-de-dijon/", (".entete", ".ouverture")),
    ],
)
def test_a_page_of_the_site_shows_what_its_picture_shows(
    name: str,
    day: str,
    path: str,
    selectors: tuple[str, ...],
    sites: dict[str, Path],
    browser: Any,
    guide_pictures: GuidePictures,
) -> None:
    with _shown(browser, sites[day], day, path) as page:
        guide_pictures.hold_page(name, page, *selectors)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "selector"),
    [
        ("bloc-citation", ".prose > blockquote"),
        ("bloc-dates", ".bloc-dates"),
        ("bloc-document", ".bloc-document"),
        ("bloc-figure", ".prose > figure:not([class])"),
        ("bloc-galerie", ".galerie"),
        ("bloc-praticien", ".bloc-praticien"),
        ("bloc-praticiens", ".bloc-praticiens"),
        ("bloc-terme", ".bloc-terme"),
        ("bloc-video", ".video"),
    ],
)
def test_a_block_shows_what_its_picture_shows(
    name: str,
    selector: str,
    sites: dict[str, Path],
    browser: Any,
    guide_pictures: GuidePictures,
) -> None:
    with _shown(browser, sites[BEFORE], BEFORE, "exemples/") as page:
        page.evaluate(_ALL_PICTURES)
        guide_pictures.hold_page(name, page, selector)


@pytest.mark.browser
def test_the_panel_of_the_preview_shows_two_mistakes(
    sites: dict[str, Path], browser: Any, content: Path, guide_pictures: GuidePictures
) -> None:
    for name, text in files("quand-c-est-rouge.md").items():
        (content.parent / name).write_text(text, "utf-8")
    keep_in_git(content.parent)
    outcome = build(Plan(ROOT, output=str(content.parent / "out"), content=str(content), asof=DAY))
    assert outcome.exit_code is ExitCode.CONTENT
    with _shown(browser, sites[DAY], DAY, "actualites/", width=WIDE, said=panel(outcome)) as page:
        page.locator(".problemes").wait_for()
        guide_pictures.hold_page("panneau-des-erreurs", page, ".problemes")
