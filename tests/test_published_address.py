"""The published site asked at its address: what answers badly is told, and stops nothing."""

import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.checks.former_agenda import FormerAgenda, read_former_agenda
from association.content.history import history
from association.runner.former_site import AGENDA, NEXT_CHANGE, SETTING
from tests.git_content import GitContent
from tests.published_site import BUILT_FOR, SOON, codes, files_of, published_text


@dataclass
class Answers:
    """A site on this machine: what it answers at each path, a 404 elsewhere."""

    url: str
    at: dict[str, tuple[int, Mapping[str, str], bytes]] = field(default_factory=dict)

    def give(
        self, name: str, body: bytes, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """Answer so at the path ``name``."""
        self.at[f"/tst/{name}"] = (status, headers or {"Content-Length": str(len(body))}, body)


@pytest.fixture
def site() -> Iterator[Answers]:
    """A server without a file."""
    answers = Answers("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answers.at.get(self.path, (404, {}, b"<h1>Rien ici</h1>"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    answers.url = f"http://127.0.0.1:{server.server_port}/tst"
    yield answers
    server.shutdown()
    server.server_close()


@pytest.fixture
def content(tmp_path: Path) -> GitContent:
    content = GitContent(tmp_path / "site").init()
    content.committed("atelier", debut="2027-03-14")
    return content


def files(content: GitContent) -> Mapping[str, bytes]:
    """The two files of the site that a content makes."""
    read = content.read()
    [event] = read.events.values()
    text = (content.root / "agenda" / "atelier.md").read_text("utf-8")
    revision = history(read).revisions[event.slug]
    return files_of([published_text(text, "atelier", read.vocabulary, revision)])


def asked(site: Answers, tmp_path: Path) -> FormerAgenda:
    """What the address of the site tells; with a slash at its end as without."""
    return read_former_agenda(tmp_path, tmp_path, {SETTING: f"{site.url}/"})


def test_the_address_tells_as_much_as_a_folder(
    site: Answers, content: GitContent, tmp_path: Path
) -> None:
    for name, body in files(content).items():
        site.give(name, body)
    found = asked(site, tmp_path)
    assert found.agenda.built_for == BUILT_FOR.date()
    assert codes(content, found) == []
    content.committed("atelier", debut="2027-04-18")
    assert codes(content, found) == ["date-changee"]


def test_a_site_that_has_no_agenda_yet_announced_nothing(site: Answers, tmp_path: Path) -> None:
    assert asked(site, tmp_path) == FormerAgenda()


@pytest.mark.parametrize("next_change", [None, b"<!doctype html>", b"{}", b'{"built_for": 3}'])
def test_the_day_of_a_site_is_no_condition(
    next_change: bytes | None, site: Answers, content: GitContent, tmp_path: Path
) -> None:
    site.give(AGENDA, files(content)[AGENDA])
    if next_change is not None:
        site.give(NEXT_CHANGE, next_change)
    found = asked(site, tmp_path)
    assert list(found.agenda.events) == ["atelier"]
    assert (found.agenda.built_for, found.unknown) == (None, "")


def _without_offset(agenda: bytes) -> bytes:
    said = json.loads(agenda)
    said["events"][0]["dates"][0]["over_at"] = "2027-03-14T23:00:00"
    return json.dumps(said).encode()


BAD = {
    "a page of words": b"<!doctype html><title>Connexion</title>",
    "nothing": b"",
    "half": b'{"version": 1, "events": [{"uid": "atelier',
    "another JSON": b'{"events": [{"id": 3}]}',
    "a list": b"[]",
    "no events": b'{"events": null}',
    "another encoding": '{"name": "Fête", "events": []}'.encode("utf-16"),
    "not UTF-8": '{"name": "Fête", "events": []}'.encode("latin-1"),
    "deeper than can be read": b"[" * 100_000,
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_agenda_is_told_and_stops_nothing(
    name: str, site: Answers, content: GitContent, tmp_path: Path
) -> None:
    site.give(AGENDA, BAD[name])
    found = asked(site, tmp_path)
    if name == "another encoding":
        assert found == FormerAgenda()
        return
    assert found.unknown
    assert codes(content, found) == ["site-publie-inconnu"]


def test_an_instant_without_its_offset_is_no_agenda(
    site: Answers, content: GitContent, tmp_path: Path
) -> None:
    site.give(AGENDA, _without_offset(files(content)[AGENDA]))
    assert codes(content, asked(site, tmp_path)) == ["site-publie-inconnu"]


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (500, {}, b"<h1>Panne</h1>"),
        (401, {"WWW-Authenticate": "Basic"}, b""),
        (302, {"Location": "/tst/agenda.json"}, b""),
        (200, {"Content-Length": "5000"}, b'{"events": ['),
        (200, {"Transfer-Encoding": "chunked"}, b"zz\r\n"),
    ],
    ids=["broken", "closed", "redirected to itself", "cut", "badly cut in pieces"],
)
def test_a_site_that_answers_badly_is_told_and_stops_nothing(
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    site: Answers,
    content: GitContent,
    tmp_path: Path,
) -> None:
    site.give(AGENDA, body, status, headers)
    found = asked(site, tmp_path)
    assert found.unknown.startswith((site.url, "«"))
    said = verified(content.root, SOON, former_agenda=found).problems
    [problem] = [one for one in said if one.code == "site-publie-inconnu"]
    assert problem.severity.value == "conseil"


@pytest.mark.parametrize(
    "address", ["https://", "http://[", "http://127.0.0.1:99999999", "http://a b/"]
)
def test_an_address_that_is_none_is_told(address: str, tmp_path: Path) -> None:
    assert read_former_agenda(tmp_path, tmp_path, {SETTING: address}).unknown
