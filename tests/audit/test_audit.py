"""Each fault of a finished site is found where it is, and a good site has none."""

import os
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from association.audit import (
    external_links,
    foreign_loads,
    links,
    machine_files,
    nu,
    personal_data,
    weights,
)
from association.audit.faults import Fault
from association.audit.site_folder import SiteFolder
from association.commands import audit
from association.content.policy import canonical_contact
from association.content.reading import read
from tests.builders import content_folder
from tests.programs import need, need_npm

ROOT = Path(__file__).resolve().parents[2]
URL = "https://association.example/tst/"
_HEAD = f'<!DOCTYPE html>\n<html lang="fr"><head><title>T</title><link rel="canonical" href="{URL}'
HOME = f'{_HEAD}"></head>\n<body><h1 id="haut">T</h1>\n<!-- ici --></body></html>\n'
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
    "DTSTAMP:20270101T000000Z\r\nDTSTART:20270314T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Valjean;Jean;;;\r\nFN:Jean Valjean\r\nEND:VCARD\r\n"
FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>T</title>'
    "<updated>2027-03-14T00:00:00Z</updated></feed>"
)
MAP = f"<urlset><url><loc>{URL}</loc></url><url><loc>{URL}a/</loc></url></urlset>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good site of two pages, served under a path."""
    files = {
        "index.html": HOME,
        "a/index.html": HOME.replace(f'href="{URL}"', f'href="{URL}a/"'),
        "agenda.ics": EVENT,
        "jean.vcf": CARD,
        "news.atom": FEED,
        "sitemap.xml": MAP,
        "theme/site.css": "body { background: url(fond.png) }",
        "theme/fond.png": "",
        "site.webmanifest": '{"start_url": "./", "icons": [{"src": "theme/fond.png"}]}',
    }
    root = tmp_path / "output"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    return root


def _written(folder: Path, html: str) -> SiteFolder:
    """The site with something in the fourth line of its home page."""
    (folder / "index.html").write_text(HOME.replace("<!-- ici -->", html))
    return SiteFolder(folder)


def test_a_good_site_has_no_fault(folder: Path) -> None:
    inside = '<a href="a/#haut">a</a> <a href="/tst/a/">a</a> <a href="https://x.example/">x</a>'
    site = _written(folder, inside + '<img srcset="theme/fond.png 1x, theme/fond.png 2x" alt="">')
    for check in (links, foreign_loads, machine_files, weights):
        assert list(check.faults(site)) == []


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<a href="b/">b</a>', "« b/ » ne mène nulle part"),
        ('<a href="/a/">a</a>', ""),
        ('<a href="a/#bas">a</a>', "« a/#bas » : la page n’a pas de repère « bas »"),
        ('<img src="x.png" alt="">', "« x.png » ne mène nulle part"),
        ('<img srcset="theme/fond.png 1x, y.png 2x" alt="">', "« y.png » ne mène nulle part"),
    ],
)
def test_an_address_that_leads_nowhere_is_found_on_its_line(
    folder: Path, html: str, message: str
) -> None:
    found = list(links.faults(_written(folder, html)))
    assert found == ([Fault("index.html", 4, message)] if message else [])


def test_styles_manifest_and_map_are_followed_too(folder: Path) -> None:
    (folder / "theme/fond.png").unlink()
    (folder / "sitemap.xml").write_text(f"<urlset><url><loc>{URL}b/</loc></url></urlset>")
    found = [str(fault) for fault in links.faults(SiteFolder(folder))]
    assert found == [
        "site.webmanifest : « theme/fond.png » ne mène nulle part",
        "theme/site.css:1 : « fond.png » ne mène nulle part",
        f"sitemap.xml : « {URL}b/ » n’est pas une page à trouver",
        f"sitemap.xml : « {URL} » manque au plan du site",
        f"sitemap.xml : « {URL}a/ » manque au plan du site",
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="//cdn.example/x.css">',
        '<img srcset="https://cdn.example/x.png 2x" alt="">',
        '<iframe src="https://video.example/1"></iframe>',
        "<script>alert(1)</script>",
        "<style>p { color: red }</style>",
        '<p style="color: red">x</p>',
        '<p onclick="x()">x</p>',
    ],
)
def test_what_comes_from_elsewhere_or_runs_within_the_page_is_found(
    folder: Path, html: str
) -> None:
    assert [f.line for f in foreign_loads.faults(_written(folder, html))] == [4]


def test_a_style_sheet_that_fetches_elsewhere_is_found(folder: Path) -> None:
    (folder / "theme/site.css").write_text('@import "//fonts.example/a"; p { color: red }')
    (fault,) = foreign_loads.faults(SiteFolder(folder))
    assert fault.file == "theme/site.css"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("agenda.ics", EVENT.replace("DTSTART:20270314T090000Z", "DTSTART:demain")),
        ("agenda.ics", EVENT.replace("END:VCALENDAR\r\n", "")),
        ("agenda.ics", EVENT.replace("\r\n", "\n")),
        ("agenda.ics", EVENT.replace("END:VEVENT\r\n", "END:VEVENT\r\n" + EVENT[43:-15], 1)),
        ("jean.vcf", CARD.replace("FN:Jean Valjean\r\n", "")),
        ("jean.vcf", CARD.replace("END:VCARD\r\n", "")),
        ("news.atom", FEED.replace("</feed>", "")),
        ("news.atom", FEED.replace("<id>a</id>", "<id> </id>")),
        ("sitemap.xml", "<urlset>"),
        ("site.json", "{"),
    ],
)
def test_a_file_that_programs_refuse_is_found(folder: Path, name: str, content: str) -> None:
    (folder / name).write_bytes(content.encode())
    assert [fault.file for fault in machine_files.faults(SiteFolder(folder))] == [name]


@pytest.mark.parametrize(
    "data", ["{", '{"@context": "https://schema.org", "@graph": [{}]}', '{"@type": "Event"}']
)
def test_structured_data_that_says_nothing_is_found(folder: Path, data: str) -> None:
    site = _written(folder, f'<script type="application/ld+json">{data}</script>')
    assert [fault.file for fault in machine_files.faults(site)] == ["index.html"]


def test_what_is_too_heavy_is_found(folder: Path) -> None:
    (folder / "theme/fond.png").write_bytes(os.urandom(weights.PICTURE + 1))
    (folder / "x.js").write_bytes(os.urandom(weights.SCRIPTS))
    found = [
        fault.message for fault in weights.faults(_written(folder, '<script src="x.js"></script>'))
    ]
    assert found == [
        "ses scripts pèse 8 ko, 8 ko au plus",
        "le fichier pèse 400 ko, 400 ko au plus",
    ]


def test_an_address_or_a_number_that_nobody_allowed_is_found(folder: Path, tmp_path: Path) -> None:
    reasons = {"jeanne@example.org": "accord", canonical_contact("04 91 00 00 00"): "accord"}
    site = _written(
        folder,
        "Jeanne@example.org, +33 4 91 00 00 00, 04.91.00.00.00, x@association.example,"
        " cosette@example.org, 06 12 34 56 78",
    )
    assert [fault.message.split(" »")[0] for fault in personal_data.faults(site, reasons)] == [
        "« cosette@example.org",
        "« 612345678",
    ]


def test_what_is_allowed_is_what_consent_settings_and_texts_say(tmp_path: Path) -> None:
    from association.content.identity import Identity

    root = content_folder(tmp_path)
    identity = Identity("A", "A", "", "contact@example.org", {"Téléphone": "01 02 03 04 05"})
    reasons = personal_data.allowed_contacts(read(root), identity)
    assert reasons["contact@example.org"] == reasons["102030405"] == "réglages du site"
    for person in read(root).practitioners.values():
        contact, covers = person.written.contact, person.written.consent.covers
        if contact.email:
            assert (contact.email in reasons) == ("courriel" in covers)


class _Elsewhere(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response({"/gone": 410, "/shy": 405}.get(self.path, 200))
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(404 if self.path == "/shy" else 200)
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_link_to_another_site_is_gone_only_when_its_host_says_so(
    folder: Path, elsewhere: str
) -> None:
    addresses = [f"{elsewhere}/{name}" for name in ("here", "gone", "shy", "here#part")]
    addresses.append("http://127.0.0.1:1/away")
    pauses: list[float] = []
    site = _written(folder, " ".join(f'<a href="{address}">x</a>' for address in addresses))
    found = list(external_links.faults(site, pause=pauses.append))
    assert [fault.message for fault in found] == [
        f"« {elsewhere}/gone » n’existe plus",
        f"« {elsewhere}/shy » n’existe plus",
    ]
    assert pauses == [external_links.PAUSE] * 2


@pytest.mark.long
def test_the_html_checker_finds_what_is_invalid(folder: Path) -> None:
    need("java", "apt install default-jre-headless")
    need_npm("tools/verificateur", "vnu-jar")
    (fault,) = nu.faults(_written(folder, "<ul><p>x</p></ul>"), ROOT)
    assert (fault.file, fault.line) == ("index.html", 4)


@pytest.fixture
def options(folder: Path, tmp_path: Path) -> audit.Options:
    """The audit of the site, in a project where the HTML checker is not installed."""
    content_folder(tmp_path)
    return audit.Options(str(ROOT / "pelicanconf.py"), str(folder))


def test_the_command_counts_the_faults_by_matter_and_fails(
    folder: Path, tmp_path: Path, options: audit.Options, capsys: pytest.CaptureFixture[str]
) -> None:
    _written(folder, '<a href="b/">b</a><p style="x">')
    assert audit.main(tmp_path, options) == 1
    said = capsys.readouterr().out
    assert "Liens, repères, images, plan du site : 1 défaut\n  index.html:4 : « b/ »" in said
    assert said.endswith("9 fichiers : 2 défauts. Ce site n’est pas à publier.\n")


def test_a_check_that_cannot_run_is_said_and_fails_only_when_asked(
    tmp_path: Path, options: audit.Options, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit.main(tmp_path, options) == 0
    assert "HTML (vérificateur Nu) : non contrôlé" in capsys.readouterr().out
    assert audit.main(tmp_path, replace(options, whole=True)) == 1


def test_without_a_site_the_command_says_what_to_do_first(
    folder: Path, tmp_path: Path, options: audit.Options, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "index.html").unlink()
    assert audit.main(tmp_path, options) == 2
    assert "lancez d’abord « invoke build »" in capsys.readouterr().out
