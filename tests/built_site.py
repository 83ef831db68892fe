"""A built site, read as a visitor's browser or a robot would read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from association.core.exit_code import ExitCode
from association.runner.build import Plan, build
from tests.html_tree import html_tree
from tests.shared_folders import digest, made_once, session_folder

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "content"
_KIND = re.compile(r'<body class="page-([\w-]+)')
# The attributes that make a browser fetch or follow something.
_ADDRESSES = {"href", "src", "poster", "action", "data"}


@dataclass(frozen=True)
class Page:
    """A page of the site: its path from the root, its bytes as text, and what a browser sees."""

    path: str
    source: str

    @property
    def kind(self) -> str:
        """The template that the page was made with, ``""`` for one that has none."""
        found = _KIND.search(self.source)
        return found[1] if found else ""

    @property
    def parse_errors(self) -> list[str]:
        """What the HTML standard calls parse errors, each with its place: slow, of html5lib."""
        parser = html5lib.HTMLParser()
        parser.parse(self.source)
        return [f"{place}: {code}" for place, code, _ in parser.errors]

    @cached_property
    def root(self) -> Element:
        """The ``html`` element."""
        return html_tree(self.source)

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements of these tags, in the order of the page."""
        return (element for element in self.root.iter() if element.tag in tags)

    @property
    def ids(self) -> list[str]:
        """Every ``id`` of the page."""
        return [element.attrib["id"] for element in self.root.iter() if "id" in element.attrib]

    @property
    def addresses(self) -> Iterator[tuple[Element, str]]:
        """Every address of the page with the element that names it."""
        for element in self.root.iter():
            for name in _ADDRESSES & set(element.attrib):
                yield element, element.attrib[name]


def words(element: Element) -> str:
    """Return the text of an element, spaces made single."""
    return " ".join("".join(element.itertext()).split())


class BuiltSite:
    """The files below ``folder``, served under ``url``."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path from the root of the site."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path for path in found}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page by its path, « agenda/ » rather than « agenda/index.html »."""
        return {
            path.removesuffix("index.html"): Page(path.removesuffix("index.html"), file.read_text())
            for path, file in self.files.items()
            if path.endswith(".html")
        }

    def inside(self, address: str, page: Page) -> tuple[str, str] | None:
        """Return the path and the anchor that an address leads to, None when it leaves the site."""
        if address.startswith(f"{self.url}/"):
            address = address.removeprefix(self.url)
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        return (path.removeprefix("/") if path else page.path), unquote(parts.fragment)


def built(
    folder: Path, *, asof: str, settings: str = "pelicanconf.py", content: Path = SHIPPED
) -> Path:
    """Build a content into ``folder`` for the day ``asof``, and return the folder."""
    plan = Plan(ROOT, output=str(folder), content=str(content), settings=settings, asof=asof)
    outcome = build(plan)
    said = outcome.report.errors if outcome.report else outcome.trouble
    assert outcome.exit_code is ExitCode.FINE, said
    return folder


@dataclass(frozen=True)
class SharedSites:
    """Sites that are built once a session, to be read and never changed."""

    folder: Path

    def built(
        self,
        *,
        asof: str,
        settings: str = "pelicanconf.py",
        content: Path = SHIPPED,
        siteurl: str = "",
    ) -> Path:
        """Return the folder of a content's site on a day, published at ``siteurl`` if given."""

        def make(folder: Path) -> None:
            with pytest.MonkeyPatch.context() as environment:
                if siteurl:
                    environment.setenv("SITEURL", siteurl)
                built(folder, asof=asof, settings=settings, content=content)

        return made_once(self.folder / digest(content, settings, asof, siteurl), make)


@pytest.fixture(scope="session")
def shared_sites(tmp_path_factory: pytest.TempPathFactory) -> SharedSites:
    """The sites of this session."""
    return SharedSites(session_folder(tmp_path_factory) / "sites")
