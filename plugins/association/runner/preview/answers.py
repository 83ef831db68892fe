"""An address to an answer, as a real host would give it: types, folders, redirects, 404.

Reads the output and the client's files, and never writes. HTTP itself is ``server``'s.
"""

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote

from ...content.addresses import FORMS, save_as
from ...core.media_types import HTML, media_type
from ...hosting import gone
from .panel import CLIENT, no_site_page, with_client
from .state import State

_CLIENT_FILES = Path(__file__).parent / "client"


@dataclass(frozen=True)
class Answer:
    """What to send: ``location`` is set for a redirect only."""

    status: HTTPStatus
    content_type: str
    body: bytes = b""
    location: str = ""


def answer(target: str, output: Path, state: State) -> Answer:
    """Return the answer to a request's target, e.g. ``/agenda/?annee=2027``."""
    address, _, query = target.partition("?")
    path = unquote(address)
    if path.startswith(CLIENT):
        return _from(_CLIENT_FILES, path.removeprefix(CLIENT)) or _nowhere(output, state)
    if not state.version:
        page = with_client(no_site_page(state.panel), state.version)
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, HTML, page)
    first = _first(path, state)
    if first is not None:
        return first
    found = _from(output, path)
    if found is None:
        return _gone(path, output, state) or _nowhere(output, state)
    if found.location:
        return Answer(found.status, HTML, location=found.location + (query and f"?{query}"))
    # The forms must not be loaded anew while somebody writes.
    return found if path.startswith(f"/{FORMS}") else _with_client(found, state.version)


def _first(path: str, state: State) -> Answer | None:
    """Return what is ready of the site that is being written, or None."""
    file = save_as(path.removeprefix("/"))
    content = state.first_files.get(file)
    if content is None:
        return None
    found = Answer(HTTPStatus.OK, media_type(file), content)
    return _with_client(found, state.next_version)


def _from(folder: Path, path: str) -> Answer | None:
    """Return the file or the redirect that ``path`` names inside ``folder``, or None."""
    try:
        place = _inside(folder, path)
        if place is None:
            return None
        if place.is_dir():
            if not path.endswith("/"):
                # One leading slash only: « //host » would lead to another host.
                return Answer(HTTPStatus.FOUND, HTML, location=f"/{quote(path.strip('/'))}/")
            place = place / "index.html"
        elif path.endswith("/"):
            return None
        return Answer(HTTPStatus.OK, media_type(place.name), place.read_bytes())
    except (OSError, ValueError):
        return None


def _inside(folder: Path, path: str) -> Path | None:
    """Return the place of ``path``, or None when it would leave the folder, links included."""
    steps = path.replace("\\", "/").split("/")
    if ".." in steps:
        return None
    place = folder.joinpath(*(step for step in steps if step)).resolve()
    return place if place.is_relative_to(folder.resolve()) else None


def _gone(path: str, output: Path, state: State) -> Answer | None:
    """Return what answers where somebody who withdrew may have been, or None."""
    page = _from(output, gone.PAGE) if gone.is_gone(path) else None
    return page and _with_client(Answer(HTTPStatus.GONE, HTML, page.body), state.version)


def _nowhere(output: Path, state: State) -> Answer:
    """Return the site's own 404 page, or a plain sentence where it has none."""
    page = _from(output, "404.html")
    if page is None:
        page = Answer(HTTPStatus.OK, HTML, "<p lang=fr>Cette page n’existe pas.</p>".encode())
    return _with_client(Answer(HTTPStatus.NOT_FOUND, HTML, page.body), state.version)


def _with_client(found: Answer, version: str) -> Answer:
    """Return the answer, with the preview's script when it is a page."""
    if found.content_type != HTML:
        return found
    return Answer(found.status, HTML, with_client(found.body, version))
