"""What browsers keep is the offline page and what it needs, named by their bytes."""

import json
import re
from pathlib import Path

import pytest

from association.hosting.finished_site import FinishedSite
from association.hosting.offline import assets_of, write_service_worker

PAGE = """<link rel="preload" href="/tst/theme/a.woff2"><link rel="canonical" href="https://a.b/">
<link rel="stylesheet" href="/tst/theme/a.css"><script type="module" src="/tst/theme/a.js"></script>
<a href="/tst/agenda/">Agenda</a>"""
NEEDED = ["/tst/theme/a.woff2", "/tst/theme/a.css", "/tst/theme/a.js"]


@pytest.fixture
def site(tmp_path: Path) -> FinishedSite:
    (tmp_path / "hors-ligne").mkdir()
    (tmp_path / "theme").mkdir()
    (tmp_path / "hors-ligne" / "index.html").write_text(PAGE)
    for name in ("a.woff2", "a.css", "a.js"):
        (tmp_path / "theme" / name).write_text(name)
    return FinishedSite(tmp_path, "/tst", production=True, offline=True)


def constants(site: FinishedSite) -> dict[str, object]:
    write_service_worker(site)
    text = (site.folder / "service-worker.js").read_text()
    return {
        name: json.loads(value)
        for name, value in re.findall(r"^const (\w+) = (.*);$", text, re.M)[:3]
    }


def test_what_the_offline_page_loads_is_what_it_needs() -> None:
    assert assets_of(PAGE) == NEEDED


def test_the_worker_keeps_the_page_and_what_it_needs(site: FinishedSite) -> None:
    found = constants(site)
    assert found["PAGE"] == "/tst/hors-ligne/"
    assert found["KEPT"] == ["/tst/hors-ligne/", *NEEDED]


def test_a_change_of_anything_kept_makes_another_worker(site: FinishedSite) -> None:
    before = constants(site)["VERSION"]
    assert constants(site)["VERSION"] == before
    (site.folder / "theme" / "a.css").write_text("autre")
    assert constants(site)["VERSION"] != before


def test_a_site_without_an_offline_page_has_no_worker(site: FinishedSite) -> None:
    write_service_worker(FinishedSite(site.folder, "/tst", production=True))
    assert not (site.folder / "service-worker.js").exists()
