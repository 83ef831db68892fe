"""The style sheet of a page in a visitor’s browser stays a publication longer, no name does."""

from pathlib import Path

import pytest

from association.delivery.delivery import Report, publish, roll_back
from association.delivery.former_assets import former_assets
from association.delivery.place import Place
from association.delivery.versions import Content, Files
from tests.delivery.memory_host import MemoryHost
from tests.delivery.sites import IN_PLACE, SWITCH, everything_served, page, site, terms

PLACES = pytest.mark.parametrize("place", [IN_PLACE, SWITCH], ids=["in place", "switch"])
LASTING = (
    "theme/css/site.11111111.css",
    "theme/css/site.11111111.css.br",
    "theme/js/mois.0123abcd.js",
    "theme/js/a/b.0123abcd.mjs.gz",
    "theme/fonts/texte.0123abcd.woff2",
)
INDEX = ("pagefind/index/fr_0123abc.pf_index", "pagefind/pagefind.fr_62d0d8c97a.pf_meta")
NOT_LASTING = (
    "theme/css/site.css",
    "theme/images/zoe.0123abcd.svg",
    "pagefind/fragment/fr_0123abc.pf_fragment",
    "images/zoe.0123abcd.webp",
    "annuaire/zoe/site.11111111.css",
    "index.html",
    "ailleurs/theme/site.11111111.css",
)
PERSON = "annuaire/zoe/index.html"


def files(*paths: str, content: str = "1") -> Files:
    return {path: Content(content, 1) for path in paths}


def test_only_assets_named_after_their_bytes_stay() -> None:
    before = files(*LASTING, *INDEX, *NOT_LASTING)
    assert former_assets(before, {}) == files(*LASTING, *INDEX)
    assert former_assets(before, files(LASTING[0], content="2")) == files(*LASTING[1:], *INDEX)


def test_the_words_of_the_index_do_not_outlive_a_page_about_somebody() -> None:
    before = files(*LASTING, *INDEX, PERSON)
    assert former_assets(before, files(PERSON)) == files(*LASTING, *INDEX)
    assert former_assets(before, files(PERSON, content="2")) == files(*LASTING)
    assert former_assets(before, {}) == files(*LASTING)
    assert former_assets(before, files(PERSON), forget=True) == files(*LASTING)


def texts(number: int, *people: str) -> dict[str, str]:
    style, index = f"theme/site.{number:08}.css", f"pagefind/index/fr_{number}.pf_index"
    about = {f"annuaire/{who}/index.html": page(who) for who in people}
    words = " ".join(people)
    return {"index.html": page(f"{number}", style), style: f"{number}", index: words, **about}


@pytest.fixture
def host() -> MemoryHost:
    return MemoryHost()


def put(host: MemoryHost, place: Place, folder: Path, built: dict[str, str]) -> Report:
    one = site(folder, built)
    return publish(host, place, one, terms(whatever_changes=True), lambda _: None)


def shown(host: MemoryHost, place: Place) -> set[str]:
    return {path for path in everything_served(host, place) if path != "index.html"}


@PLACES
def test_they_stay_until_the_next_version_and_no_longer(
    host: MemoryHost, place: Place, tmp_path: Path
) -> None:
    assets = [{path for path in texts(n) if path != "index.html"} for n in range(4)]
    put(host, place, tmp_path / "0", texts(0))
    put(host, place, tmp_path / "1", texts(1))
    assert shown(host, place) == assets[0] | assets[1]
    # Published again unchanged, as each hour: nothing is touched.
    again = put(host, place, tmp_path / "1b", texts(1))
    assert (again.sent, again.erased, again.unknown) == ((), (), ())
    assert shown(host, place) == assets[0] | assets[1]
    put(host, place, tmp_path / "2", texts(2))
    assert shown(host, place) == assets[1] | assets[2]
    roll_back(host, place, terms(), lambda _: None)
    assert shown(host, place) == assets[1] | assets[2]
    put(host, place, tmp_path / "3", texts(3))
    assert shown(host, place) == assets[1] | assets[3]


@PLACES
def test_who_left_the_directory_leaves_the_index_at_once(
    host: MemoryHost, place: Place, tmp_path: Path
) -> None:
    put(host, place, tmp_path / "0", texts(0, "zoe"))
    put(host, place, tmp_path / "1", texts(1))
    assert "theme/site.00000000.css" in shown(host, place)
    everything = [*host.nodes, *(host.read(path) or b"" for path in host.nodes)]
    assert not [one for one in everything if "zoe" in str(one)]
    assert put(host, place, tmp_path / "2", texts(2)).unknown == ()
    assert "theme/site.00000000.css" not in shown(host, place)


@PLACES
def test_a_lost_record_leaves_no_asset_for_ever(
    host: MemoryHost, place: Place, tmp_path: Path
) -> None:
    put(host, place, tmp_path / "0", texts(0))
    put(host, place, tmp_path / "1", texts(1))
    for name in list(host.listing(place.versions)):
        host.remove(f"{place.versions}/{name}")
    assert put(host, place, tmp_path / "2", texts(2)).unknown == ()
    assert not shown(host, place) & {path for path in texts(0) if path != "index.html"}
