"""The main paths in a second engine: Debian's Firefox, driven over WebDriver BiDi."""

import json
import shutil
import subprocess
from typing import Any

import pytest

from tests.browser.kinds import kinds, page_of
from tests.built_site import ROOT, BuiltSite
from tests.programs import need, need_npm

pytestmark = pytest.mark.browser

_CLIENTS = ROOT / "tests" / "clients"


@pytest.fixture(scope="module")
def seen(served: BuiltSite) -> dict[str, Any]:
    """What Firefox saw of a page of each kind, and at the end of each path."""
    firefox = shutil.which("firefox") or need("firefox-esr", "apt install firefox-esr")
    need_npm("tests/clients", "puppeteer-core")
    node = need("node", "apt install nodejs")
    pages = [page_of(kind, served) for kind in kinds()]
    said = subprocess.run(
        [node, "firefox_visitor.mjs", served.url, firefox, *pages],
        cwd=_CLIENTS,
        capture_output=True,
        check=True,
        timeout=300,
    ).stdout
    read: dict[str, Any] = json.loads(said)
    return read


def test_every_kind_of_page_has_its_title_and_fits_the_screen(seen: dict[str, Any]) -> None:
    assert seen["pages"]
    for path, page in seen["pages"].items():
        assert page["title"], path
        assert max(page["widths"].values()) <= 0, path


def test_the_skip_link_the_filter_the_search_and_the_fold_outs_work(seen: dict[str, Any]) -> None:
    assert seen["skipped"] == "contenu"
    assert seen["filter"].split()[1].startswith("personne")
    assert "/metiers/intervenant/" in seen["search"]
    assert seen["opened"] == "accompagnement-et-intervention"


def test_nothing_complains(seen: dict[str, Any]) -> None:
    assert seen["troubles"] == []
