"""What real servers answer with the configurations that the project gives them."""

import gzip
import http.client
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import icalendar
import pytest

from association.core.media_types import COMPRESSIBLE, media_type
from association.hosting.headers import IMMUTABLE, headers_of, rules
from association.hosting.serving import Redirect, Serving
from tests.built_site import BuiltSite
from tests.production_site import MOVED
from tests.web_servers import SERVERS, running

_HTTPS = {"X-Forwarded-Proto": "https"}


@dataclass(frozen=True)
class Answer:
    """An answer: its status, its headers by small name, its bytes as they came."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server of the site, asked over plain HTTP as a proxy that speaks https would."""

    port: int
    site: BuiltSite

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Return the answer to a request, no redirect followed, nothing decompressed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, headers=_HTTPS | sent)
            answer = connection.getresponse()
            names = [name.lower() for name, _ in answer.getheaders()]
            twice = {name for name in names if names.count(name) > 1}
            assert not twice, (path, answer.getheaders())
            fields = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, fields, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, production_site: BuiltSite) -> Iterator[Server]:
    serving = Serving("", tuple(Redirect(*pair) for pair in MOVED.items()), has_withdrawals=True)
    with tempfile.TemporaryDirectory() as folder:
        # A server that runs as nobody must get there.
        Path(folder).chmod(0o755)
        with running(request.param, production_site.folder, Path(folder), serving) as port:
            yield Server(port, production_site)


_READ = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


def _one_of_each_kind(site: BuiltSite) -> list[str]:
    """Return the address of a file of each ending, of each room with rules of its own."""
    found: dict[tuple[str, ...], str] = {}
    for path in site.files:
        if path.endswith((".br", ".gz")) or path.startswith("."):
            continue
        address = f"/{path.removesuffix('index.html')}"
        places = [str(number) for number, rule in enumerate(rules()) if rule.matches(address)]
        found.setdefault((path.rpartition(".")[2], *places), address)
    return sorted(found.values())


def _assert_headers(answer: Answer, path: str) -> None:
    expected = {name.lower(): value for name, value in headers_of(path).items()}
    given = {name: answer.headers.get(name) for name in expected}
    assert given == expected, path
    if "Access-Control-Allow-Origin" not in headers_of(path):
        assert "access-control-allow-origin" not in answer.headers, path


def test_every_kind_of_file_has_its_headers_and_its_type(server: Server) -> None:
    kinds = _one_of_each_kind(server.site)
    assert len(kinds) > 15
    for path in kinds:
        answer = server.ask(path)
        assert answer.status == 200, path
        _assert_headers(answer, path)
        name = f"{path}index.html" if path.endswith("/") else path
        assert answer.headers["content-type"] == media_type(name), path
        assert answer.body == server.site.files[name.removeprefix("/")].read_bytes()


def test_a_compressed_answer_is_what_the_browser_asked_for(server: Server) -> None:
    for path in _one_of_each_kind(server.site):
        name = f"{path}index.html" if path.endswith("/") else path
        file = server.site.files[name.removeprefix("/")]
        codings = {"br": ".br", "gzip": ".gz"}
        has_copy = {
            coding: file.with_name(file.name + ending).exists()
            for coding, ending in codings.items()
        }
        for asked, wanted in (("gzip, deflate, br", ("br", "gzip")), ("gzip, deflate", ("gzip",))):
            answer = server.ask(path, Accept_Encoding=asked)
            coding = next((one for one in wanted if has_copy[one]), None)
            if coding is None and name.endswith(COMPRESSIBLE):
                # As it is sent; of less than a packet, as the server likes.
                coding = answer.headers.get("content-encoding")
                assert coding == "gzip" or file.stat().st_size < 1500, path
            _assert_headers(answer, path)
            assert answer.headers["content-type"] == media_type(name), path
            assert answer.headers.get("content-encoding") == coding, path
            if coding:
                assert "accept-encoding" in answer.headers["vary"].lower(), path
            assert _READ[coding](answer.body) == file.read_bytes(), path


def test_what_may_be_compressed_is_not_mistaken_by_caches(server: Server) -> None:
    answer = server.ask("/agenda/")
    assert "content-encoding" not in answer.headers
    assert "accept-encoding" in answer.headers["vary"].lower()
    compress_site = server.ask("/agenda/", Accept_Encoding="br")
    assert answer.headers["etag"] != compress_site.headers["etag"]


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    for path in ("/", "/agenda.ics", *_lasting(server.site)):
        first = server.ask(path)
        again = server.ask(path, If_None_Match=first.headers["etag"])
        assert (again.status, again.body) == (304, b""), path
        _assert_headers(again, path)


def test_what_is_compressed_as_it_is_sent_is_not_sent_again_either(server: Server) -> None:
    path = "/annuaire/jean-valjean/"
    first = server.ask(path, Accept_Encoding="gzip")
    assert first.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in first.headers["vary"].lower()
    again = server.ask(path, Accept_Encoding="gzip", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    _assert_headers(again, path)


def test_names_with_a_digest_are_kept_for_good_and_nothing_else_is(server: Server) -> None:
    lasting = _lasting(server.site)
    assert len(lasting) >= 5
    for path in lasting:
        assert server.ask(path).headers["cache-control"] == IMMUTABLE
    for path in ("/", "/agenda.ics", "/theme/images/favicon.svg", "/theme/css/site.00000000.css"):
        assert "immutable" not in server.ask(path).headers["cache-control"], path


def _lasting(site: BuiltSite) -> list[str]:
    files = (path for path in site.files if not path.endswith((".br", ".gz")))
    addresses = (f"/{path}" for path in files)
    return [path for path in addresses if headers_of(path)["Cache-Control"] == IMMUTABLE]


def test_an_unknown_address_shows_the_page_of_errors(server: Server) -> None:
    for path in ("/nulle-part/", "/agenda/nulle-part.ics", "/theme/js/nulle.00000000.js"):
        for asked in ({}, {"Accept_Encoding": "br"}):
            answer = server.ask(path, **asked)
            assert answer.status == 404, path
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            _assert_headers(answer, "/404.html")
            shown = (
                brotli.decompress(answer.body)
                if answer.headers.get("content-encoding")
                else answer.body
            )
            assert shown == server.site.files["404.html"].read_bytes()


def test_an_address_of_somebody_who_left_is_gone(server: Server) -> None:
    for path in (
        "/annuaire/une-personne/",
        "/annuaire/une-personne/une-personne.vcf",
        "/images/praticiens/une-personne.jpg",
        "/agenda/praticiens/une-personne.ics",
    ):
        answer = server.ask(path)
        assert answer.status == 410, path
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        _assert_headers(answer, "/410.html")
        assert answer.body == server.site.files["410.html"].read_bytes()


def test_a_page_that_moved_leads_to_its_new_address_for_good(server: Server) -> None:
    for before, after in MOVED.items():
        answer = server.ask(before)
        assert answer.status == 301, before
        location = answer.headers["location"].removeprefix(f"http://127.0.0.1:{server.port}")
        assert location == after, before
        _assert_headers(answer, "/x/")
    for variant in ("/nous-ecrire", "/qui-sommes-nous/"):
        assert server.ask(variant).status == 301, variant
    assert server.ask("/spip.php?article13").status == 404


def test_a_folder_without_its_slash_leads_to_its_page(server: Server) -> None:
    answer = server.ask("/agenda")
    assert answer.status in {301, 308}
    location = answer.headers["location"].removeprefix(f"http://127.0.0.1:{server.port}")
    assert location in {"/agenda/", "agenda/"}


def test_asking_for_the_headers_alone_gives_those_of_the_file(server: Server) -> None:
    for path in ("/", "/agenda.ics", "/annuaire/annuaire.pdf"):
        whole, head = server.ask(path), server.ask(path, "HEAD")
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-length"] == str(len(whole.body))
        _assert_headers(head, path)


def test_a_part_of_a_file_can_be_asked_for(server: Server) -> None:
    path = "/annuaire/annuaire.pdf"
    answer = server.ask(path, Range="bytes=0-99")
    assert answer.status == 206
    assert answer.body == server.site.files[path.removeprefix("/")].read_bytes()[:100]


def test_whom_to_tell_of_a_flaw_is_where_it_is_looked_for(server: Server) -> None:
    answer = server.ask("/.well-known/security.txt")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert b"Contact: mailto:" in answer.body


def test_a_calendar_program_on_another_site_can_read_the_calendar(server: Server) -> None:
    answer = server.ask("/agenda.ics", Origin="https://autre.example")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert icalendar.Calendar.from_ical(answer.body).errors == []


def test_the_configuration_itself_is_not_shown(server: Server) -> None:
    assert server.ask("/.htaccess").status in {403, 404}


@pytest.mark.parametrize("name", SERVERS)
def test_a_site_below_a_path_keeps_to_it(name: str, production_site: BuiltSite) -> None:
    serving = Serving("/tst", (Redirect("/vieux/", "/tst/contact/"),), has_withdrawals=True)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        with running(name, production_site.folder, Path(folder), serving) as port:
            server = Server(port, production_site)
            _assert_headers(server.ask("/tst/agenda.ics"), "/agenda.ics")
            assert server.ask("/tst/vieux/").headers["location"].endswith("/tst/contact/")
            assert server.ask("/tst/annuaire/une-personne/").status == 410
            missing = server.ask("/tst/nulle-part/")
            assert missing.status == 404
            assert missing.body == production_site.files["404.html"].read_bytes()
            page = server.ask("/tst/agenda/", Accept_Encoding="br")
            assert page.headers["content-encoding"] == "br"
