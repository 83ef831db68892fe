"""The public site as it is published: its names, its compressed copies, its own policy."""

import gzip
import re
import subprocess

import brotli

from association.core.media_types import COMPRESSIBLE
from association.hosting.compression import is_loaded_often
from association.hosting.policies import policies
from tests.built_site import BuiltSite, Page
from tests.programs import need

_KINDS_OF_TEXT = {"page", "metier"}


def test_what_is_loaded_often_has_two_compressed_copies_and_nothing_else_any(
    production_site: BuiltSite,
) -> None:
    files = production_site.files
    siblings = [path for path in files if path.endswith((".br", ".gz"))]
    assert len(siblings) > 100
    for path in siblings:
        whole, packed = files[path[:-3]].read_bytes(), files[path].read_bytes()
        read = brotli.decompress if path.endswith(".br") else gzip.decompress
        assert read(packed) == whole, path
        assert len(packed) < len(whole), path
    for path, file in files.items():
        if path.endswith(COMPRESSIBLE) and file.stat().st_size > 3000:
            for copy in (f"{path}.gz", f"{path}.br"):
                assert (copy in files) is is_loaded_often(path), path
    often = {path[:-3] for path in siblings}
    assert {"index.html", "annuaire/index.html", "annuaire/textes.json"} <= often
    assert any(path.startswith("theme/js/") for path in often)
    assert not any(path.startswith("annuaire/jean-valjean/") for path in often)


def test_a_compressed_copy_says_no_time_of_day(production_site: BuiltSite) -> None:
    header = production_site.files["index.html.gz"].read_bytes()[:10]
    assert header[4:8] == b"\0\0\0\0"


def test_pages_name_only_files_that_are_there(production_site: BuiltSite) -> None:
    for page in production_site.pages.values():
        for element, address in page.addresses:
            target = production_site.inside(address, page)
            if element.tag in {"link", "script", "img", "source"} and target:
                path = target[0]
                assert path in production_site.files or path in production_site.pages, path


def test_what_is_kept_for_good_bears_a_digest(production_site: BuiltSite) -> None:
    lasting = re.compile(r"theme/(css|js|fonts)/[\w-]+\.[0-9a-f]{8}\.(css|js|woff2)(\.br|\.gz)?")
    for path in production_site.files:
        if path.startswith(("theme/css/", "theme/js/", "theme/fonts/")):
            assert lasting.fullmatch(path) or path.startswith("theme/fonts/OFL.txt"), path


def test_every_page_says_what_it_may_load_for_hosts_that_send_no_headers(
    production_site: BuiltSite,
) -> None:
    known = {policy.replace("; frame-ancestors 'none'", "") for policy in policies().values()}
    for page in production_site.pages.values():
        stated = [
            meta.attrib["content"]
            for meta in page.all("meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(stated) == 1, page.path
        assert stated[0] in known, page.path


def test_scripts_made_lighter_are_still_modules(production_site: BuiltSite) -> None:
    node = need("node", "apt install nodejs")
    for path, file in production_site.files.items():
        if path.startswith("theme/js/") and path.endswith(".js"):
            checked = subprocess.run(
                (node, "--input-type=module", "--check"),
                input=file.read_bytes(),
                capture_output=True,
                check=False,
            )
            assert checked.returncode == 0, (path, checked.stderr)


def test_the_first_view_of_the_home_page_is_light(production_site: BuiltSite) -> None:
    home = production_site.pages[""]
    first = ["/index.html", *_asked_for(home)]
    assert len(first) <= 6
    assert sum(_weight(production_site, path) for path in first) < 30_000


def test_a_text_and_its_style_come_in_the_first_answer_of_a_server(
    production_site: BuiltSite,
) -> None:
    """Ten packets of 1,460 bytes come before the browser answers (RFC 6928), headers and all."""
    weights = {
        path: sum(
            _weight(production_site, part)
            for part in (f"/{path}index.html", *_asked_for(page))
            if part.endswith((".html", ".css"))
        )
        for path, page in production_site.pages.items()
        if page.kind in _KINDS_OF_TEXT
    }
    assert {"therapie-sociale/", "metiers/intervenant/"} <= set(weights)
    assert {path: weight for path, weight in weights.items() if weight > 14_000} == {}


def _asked_for(page: Page) -> list[str]:
    """Return what a browser asks for to show a page, pictures apart."""
    fetched = ("stylesheet", "preload", "manifest")
    links = [link.attrib["href"] for link in page.all("link") if link.attrib["rel"] in fetched]
    return [*links, *(it.attrib["src"] for it in page.all("script") if "src" in it.attrib)]


def _weight(site: BuiltSite, path: str) -> int:
    return len(gzip.compress(site.files[path.removeprefix("/")].read_bytes(), 6))
