"""A real browser: Debian's Chromium, driven by Playwright, on a site served on this machine."""

import functools
import http.server
import socketserver
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from built_site import BuiltSite, built

BUILT_FOR = "2026-11-21"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The shipped site, built for ``BUILT_FOR`` and served; its ``url`` is where."""
    folder = tmp_path_factory.mktemp("served") / "output"
    built(folder, asof=BUILT_FOR)
    handler = functools.partial(_Quiet, directory=str(folder))
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield BuiltSite(folder, f"http://127.0.0.1:{server.server_address[1]}")
        server.shutdown()


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
        page.on("console", lambda m: page.troubles.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("requestfailed", lambda request: page.troubles.append(request.url))
        page.goto(served.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
