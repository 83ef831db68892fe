"""The shipped content, built whole: what must hold on every page and in every file."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from association.commands import audit
from tests.built_site import ROOT, BuiltSite, Page, SharedSites, built, words
from tests.people_builders import shipped
from typographie import typeset_html

ASOF = "2026-11-21"
URL = "http://localhost:8000"


@pytest.fixture(scope="module")
def site(shared_sites: SharedSites) -> BuiltSite:
    return BuiltSite(shared_sites.built(asof=ASOF), URL)


def _failing(site: BuiltSite, fault: Callable[[Page], object]) -> dict[str, object]:
    """Return what ``fault`` says of each page, those it finds nothing in left out."""
    return {path: found for path, page in site.pages.items() if (found := fault(page))}


def test_every_content_file_has_its_page(site: BuiltSite) -> None:
    folders = {"praticiens": "annuaire"}
    for source in (ROOT / "content").glob("*/*.md"):
        folder, slug = source.parent.name, source.stem.replace(".", "/")
        path = f"{folders.get(folder, folder)}/{slug}/"
        if folder == "pages":
            path = {"accueil": "", "404": "404.html"}.get(slug, f"{slug}/")
        assert path in site.pages, source


def test_no_kind_of_page_has_a_parse_error(site: BuiltSite) -> None:
    by_weight = sorted(site.pages.values(), key=lambda page: len(page.source))
    heaviest = {page.kind: page for page in by_weight}
    assert {"accueil", "agenda", "annuaire", "evenement", "praticien"} <= set(heaviest)
    errors = {page.path: page.parse_errors for page in heaviest.values()}
    assert {path: found for path, found in errors.items() if found} == {}


def test_the_finished_site_passes_its_control(site: BuiltSite) -> None:
    options = audit.Options(output=str(site.folder))
    said: list[str] = []
    assert audit.main(ROOT, options, said.append) == 0, "\n".join(said)


def test_every_page_names_itself_once(site: BuiltSite) -> None:
    titles = Counter(words(next(page.all("title"))) for page in site.pages.values())
    assert [title for title, count in titles.items() if count > 1] == []
    assert _failing(site, lambda page: len(list(page.all("h1"))) != 1) == {}
    assert _failing(site, lambda page: page.root.attrib.get("lang") != "fr") == {}

    def description(page: Page) -> str:
        named = (m for m in page.all("meta") if m.attrib.get("name") == "description")
        return next(named).attrib["content"]

    assert _failing(site, lambda page: len(description(page)) < 20) == {}


def test_headings_never_skip_a_level(site: BuiltSite) -> None:
    def skipped(page: Page) -> list[str]:
        level, found = 0, []
        for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6"):
            depth = int(heading.tag[1])
            if depth > level + 1:
                found.append(words(heading))
            level = depth
        return found

    assert _failing(site, skipped) == {}


def test_no_id_stands_twice_in_a_page(site: BuiltSite) -> None:
    def twice(page: Page) -> list[str]:
        return [name for name, count in Counter(page.ids).items() if count > 1]

    assert _failing(site, twice) == {}


def test_every_picture_has_an_alternative_and_a_size(site: BuiltSite) -> None:
    def wanting(page: Page) -> list[str]:
        return [
            img.attrib.get("src", "?")
            for img in page.all("img")
            if not {"alt", "width", "height"} <= set(img.attrib)
        ]

    assert _failing(site, wanting) == {}


def test_the_glossary_explains_each_of_its_terms_at_its_anchor(site: BuiltSite) -> None:
    page = site.pages["glossaire/"]
    explained = [dt.attrib["id"] for dt in page.all("dt") if "id" in dt.attrib]
    assert explained == [term.anchor for term in shipped().vocabulary.glossary] != []


def test_a_name_in_a_text_leads_to_whom_it_names(site: BuiltSite) -> None:
    named = {
        "agenda/soiree-decouverte-metz/": "/annuaire/colette-baudoche/",
        "actualites/premiers-certificats/": "https://www.institut-charlesrojzman.com",
    }
    for path, address in named.items():
        [text] = [found for found in site.pages[path].all("div") if _is_prose(found)]
        assert [a.attrib["href"] for a in text.iter("a")].count(address) == 1


def _is_prose(element: ElementTree.Element) -> bool:
    return "prose" in element.attrib.get("class", "").split()


def test_the_metiers_stand_side_by_side(site: BuiltSite) -> None:
    page = site.pages["metiers/"]
    [table] = page.all("table")
    rows = [[words(cell) for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
    heads = [a for element in table.iter("th") for a in element.iter("a")]
    assert [a.attrib["href"] for a in heads] == ["/metiers/intervenant/", "/metiers/facilitateur/"]
    assert {len(row) for row in rows} == {3}
    assert [row[0] for row in rows[1:]][:3] == ["Pour qui", "Où", "Quand l’appeler"]
    assert all(cell for row in rows[1:] for cell in row)


def test_a_metier_leads_to_its_dates_and_to_the_people_near(site: BuiltSite) -> None:
    events = shipped().events
    for slug in ("intervenant", "facilitateur"):
        page = site.pages[f"metiers/{slug}/"]
        shown = {address for _, address in page.addresses}
        dates = {path.split("/")[2] for path in shown if path.startswith("/agenda/")}
        dates -= {"abonnement", ""}
        assert dates
        assert {events[name].written.metier for name in dates} == {slug}
        assert any(path.startswith("/annuaire/regions/") for path in shown)
        assert len(list(page.all("details"))) >= 3


def test_navigation_is_the_same_on_every_page(site: BuiltSite) -> None:
    menus = {
        tuple(a.attrib["href"] for nav in page.all("nav") if _is_main(nav) for a in nav.iter("a"))
        for page in site.pages.values()
    }
    assert len(menus) == 1
    assert len(menus.pop()) >= 7


def _is_main(nav: ElementTree.Element) -> bool:
    return nav.attrib.get("aria-label") == "Navigation principale"


def test_the_legal_pages_are_one_click_away_everywhere(site: BuiltSite) -> None:
    legal = {"/mentions-legales/", "/donnees-personnelles/", "/accessibilite/", "/contact/"}

    def missing(page: Page) -> set[str]:
        return legal - {address for _, address in page.addresses}

    assert _failing(site, missing) == {}


def test_nothing_of_the_sources_is_left_in_the_pages(site: BuiltSite) -> None:
    residue = re.compile(r"///|\{(?:filename|static|attach)\}|\{[.#:]|\[\^|\*\*|None\b|&amp;nbsp;")

    def left(page: Page) -> list[str]:
        body = next(page.all("body"))
        return residue.findall(words(body))

    assert _failing(site, left) == {}


def test_every_page_keeps_to_french_typography(site: BuiltSite) -> None:
    def changed(page: Page) -> bool:
        body = page.source[page.source.index("<body") :]
        return typeset_html(body, "fr") != body

    assert _failing(site, changed) == {}


def test_structured_data_names_what_the_page_is(site: BuiltSite) -> None:
    def nodes(path: str) -> list[dict[str, object]]:
        scripts = site.pages[path].all("script")
        data = next(s for s in scripts if s.attrib.get("type") == "application/ld+json")
        graph: list[dict[str, object]] = json.loads(data.text or "")["@graph"]
        return graph

    expected = {
        "": "NGO",
        "actualites/premiers-certificats/": "NewsArticle",
        "agenda/assemblee-generale-2027/": "Event",
        "annuaire/jean-valjean/": "ProfilePage",
        "metiers/intervenant/": "Occupation",
        "capsules/manager-autrement/": "LearningResource",
    }
    for path, kind in expected.items():
        kinds = [node["@type"] for node in nodes(path)]
        assert kind in kinds, path
        assert ("BreadcrumbList" in kinds) == (path != "")


def test_a_feed_reader_reads_the_feeds(site: BuiltSite) -> None:
    for path in ("actualites.atom", "agenda.atom"):
        feed = feedparser.parse(site.files[path].read_bytes())
        assert not feed.bozo, feed.bozo_exception
        assert len(feed.entries) >= 10
        for entry in feed.entries:
            assert entry.link.removeprefix(f"{URL}/").split("#")[0] in site.pages


def test_relations_are_linked_both_ways(site: BuiltSite) -> None:
    def links(path: str) -> set[str]:
        return {address.split("#")[0] for _, address in site.pages[path].addresses}

    report, event = (
        "actualites/douzieme-journee-de-rencontre/",
        "agenda/journee-de-rencontre-octobre-2021/",
    )
    assert f"/{event}" in links(report)
    assert f"/{report}" in links(event)
    capsule, author = "capsules/manager-autrement/", "annuaire/octave-mouret/"
    assert f"/{author}" in links(capsule)
    assert f"/{capsule}" in links(author)
    led, leader = "agenda/rencontre-partenaires-marseille/", "annuaire/octave-mouret/"
    assert f"/{leader}" in links(led)
    assert f"/{led}" in links(leader)
    series = "agenda/journee-de-rencontre-septembre-2018/"
    assert f"/{event}" in links(series)


def test_two_builds_of_one_commit_are_the_same_to_the_byte(
    site: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    built(tmp_path / "elsewhere", asof=ASOF)
    again = BuiltSite(tmp_path / "elsewhere", URL)
    assert list(again.files) == list(site.files)
    pairs = ((path, file, again.files[path]) for path, file in site.files.items())
    different = [path for path, one, other in pairs if one.read_bytes() != other.read_bytes()]
    assert different == []


def test_no_page_fetches_much_script_before_somebody_uses_it(site: BuiltSite) -> None:
    def heavy(page: Page) -> int:
        weight = sum(_weight(site, script) for script in _scripts(site, page))
        return weight if weight > 8_000 else 0

    assert _failing(site, heavy) == {}
    assert "theme/js/mots.js" in _scripts(site, site.pages["recherche/"])


def _weight(site: BuiltSite, path: str) -> int:
    return len(gzip.compress(site.files[path].read_bytes(), 6))


def _scripts(site: BuiltSite, page: Page) -> set[str]:
    """Return the scripts that a page fetches by itself, and the modules that these import."""
    found: set[str] = set()
    waiting = [script.attrib["src"][1:] for script in page.all("script") if "src" in script.attrib]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            names = re.findall(r'^import [^"]*"\./([^"]+)"', site.files[path].read_text(), re.M)
            waiting += [f"theme/js/{name}" for name in names]
    return found
