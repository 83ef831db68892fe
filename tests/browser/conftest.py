"""A real browser: Debian's Chromium, driven by Playwright, on a site served on this machine."""

import functools
import http.server
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.built_site import BuiltSite, SharedSites

BUILT_FOR = "2026-11-21"


class Network(socketserver.ThreadingTCPServer):
    """A host on this machine; ``is_away`` makes it hang up without an answer."""

    daemon_threads = True
    is_away = False

    @property
    def url(self) -> str:
        """The address of the host, without a final slash."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    server: Network

    def handle(self) -> None:
        if not self.server.is_away:
            super().handle()

    def end_headers(self) -> None:
        # As hosts are told: without it browsers guess how long a page stays true.
        self.send_header("Cache-Control", "public, max-age=0, must-revalidate")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def served(shared_sites: SharedSites) -> Iterator[BuiltSite]:
    """The shipped site, built for ``BUILT_FOR`` and served; its ``url`` is where."""
    folder = shared_sites.built(asof=BUILT_FOR)
    with _serving(folder) as host:
        yield BuiltSite(folder, host.url)


@pytest.fixture(scope="session")
def _published(
    shared_sites: SharedSites, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BuiltSite, Network]]:
    root = tmp_path_factory.mktemp("public")
    settings, siteurl = "tests/publishconf_exemple.py", "https://association.example/tst"
    folder = shared_sites.built(asof=BUILT_FOR, settings=settings, siteurl=siteurl)
    (root / "tst").symlink_to(folder)
    with _serving(root) as host:
        yield BuiltSite(root / "tst", f"{host.url}/tst"), host


@pytest.fixture
def public(_published: tuple[BuiltSite, Network]) -> BuiltSite:
    """The shipped site as it is published, under a path of its host: « /tst »."""
    return _published[0]


@pytest.fixture
def network(_published: tuple[BuiltSite, Network]) -> Iterator[Network]:
    """The host of ``public``, which a test may make unreachable."""
    host = _published[1]
    yield host
    host.is_away = False


@contextmanager
def _serving(folder: Path) -> Iterator[Network]:
    with Network(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()


Opener = Callable[..., Any]


@pytest.fixture
def visit(browser: Any, served: BuiltSite) -> Iterator[Opener]:
    """Open a page of the site: ``visit("/agenda/", width=360, color_scheme="dark")``.

    The page keeps in ``page.troubles`` what its console and its network complained of.
    """
    contexts = []

    def open_page(path: str, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.troubles = []

        def note_failure(request: Any) -> None:
            # A picture that the browser gives up for one of another width is no failure.
            if request.failure != "net::ERR_ABORTED":
                page.troubles.append(f"{request.url}: {request.failure}")

        page.on("console", lambda m: page.troubles.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("requestfailed", note_failure)
        page.goto(served.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
