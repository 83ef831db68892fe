"""The guide's pictures of the forms show what the forms say."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.built_site import ROOT
from tests.forms.conftest import Desk
from tests.guide_pictures import GuidePictures

pytestmark = pytest.mark.browser

FILES = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for path in sorted((ROOT / "content" / "agenda").glob("*-2027.md"))
}


SUMMARY = "Quinze personnes, un après-midi, et une question simple, qui décide ici ?"
TITLE = "Atelier de Dijon : ce que nous avons appris"
# Both sides of the program are shown only where there is room.
WIDE = {"width": 768, "height": 520}


@pytest.fixture
def desk(browser: Any, forms: str) -> Iterator[Desk]:
    """Somebody at the forms in a narrow window; what is shown is sharp."""
    context = browser.new_context(
        locale="fr-FR",
        color_scheme="light",
        viewport={"width": 420, "height": 900},
        device_scale_factor=2,
    )
    somebody = Desk(context.new_page(), forms)
    somebody.sit_down(FILES)
    yield somebody
    context.close()


def _begin(desk: Desk, folder: str) -> None:
    desk.go(f"collections/{folder}/new")
    desk.page.get_by_role("button", name="Enregistrer", exact=True).wait_for()


def test_a_list_is_shown(desk: Desk, guide_pictures: GuidePictures) -> None:
    desk.page.set_viewport_size(WIDE)
    desk.go("collections/agenda")
    desk.page.get_by_role("row").first.wait_for()
    guide_pictures.hold_page("formulaire-liste", desk.page, ".primary-sidebar", "[role=grid]")


def test_a_news_item_is_written(desk: Desk, guide_pictures: GuidePictures) -> None:
    _begin(desk, "actualites")
    desk.write("Titre", TITLE)
    desk.write("Résumé", SUMMARY)
    fields = (f"[data-key-path={key}]" for key in ("titre", "resume", "date"))
    guide_pictures.hold_page("formulaire-actualite", desk.page, *fields)


def test_a_date_that_is_no_date_is_told(desk: Desk, guide_pictures: GuidePictures) -> None:
    _begin(desk, "agenda")
    desk.write("Début", "8/12/2027")
    desk.page.get_by_role("button", name="Enregistrer", exact=True).click()
    start = "[data-key-path=debut]"
    desk.page.locator(f"{start} [role=alert]").filter(has_text="Écrivez").wait_for()
    guide_pictures.hold_page("formulaire-evenement", desk.page, start)
