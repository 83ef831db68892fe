"""What visitors receive is what the association signed: by real servers, and by broken ones."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import brotli
import pytest

from association.commands.check_online import Web, main
from association.delivery.online_site import Answer, OnlineSite, faults
from association.delivery.web import WebConnection
from association.hosting.finished_site import FinishedSite
from association.hosting.hosts import HOSTS
from association.hosting.serving import Redirect, Serving
from association.hosting.signed_manifest import PATH, read_signed, sign_site
from association.runner.console import Console
from tests.built_site import BuiltSite
from tests.delivery.ssh_server import make_key
from tests.production_site import MOVED
from tests.small_project import small_project
from tests.web_servers import SERVERS, running

SERVING = Serving("", tuple(Redirect(*pair) for pair in MOVED.items()), has_withdrawals=True)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clé") / "signature"
    make_key(path)
    return path


def public(key: Path) -> str:
    return key.with_name("signature.pub").read_text("ascii")


@contextmanager
def asked(name: str, folder: Path, work: Path) -> Iterator[tuple[WebConnection, str]]:
    with running(name, folder, work, SERVING) as port:
        address = f"http://127.0.0.1:{port}"
        connection = WebConnection(address, **{"X-Forwarded-Proto": "https"})
        try:
            yield connection, address
        finally:
            connection.close()


@pytest.mark.parametrize("name", SERVERS)
def test_one_byte_of_one_file_changed_on_a_real_host_is_found(
    name: str, key: Path, production_site: BuiltSite
) -> None:
    with tempfile.TemporaryDirectory() as home:
        # A server that runs as nobody must get there.
        Path(home).chmod(0o755)
        work = Path(home, "serveur")
        work.mkdir()
        _find_a_byte(name, key, Path(shutil.copytree(production_site.folder, f"{home}/site")), work)


def _find_a_byte(name: str, key: Path, folder: Path, work: Path) -> None:
    sign_site(FinishedSite(folder, "", True, False, str(key)))
    with asked(name, folder, work) as (connection, address):
        manifest = read_signed(connection.ask(f"/{PATH}", "identity").body, public(key))
        assert manifest
        few = {
            path: digest
            for number, (path, digest) in enumerate(manifest.files.items())
            if number % 20 == 0
            or path in ("contact/index.html", ".htaccess", "agenda.ics")
            or path in ("404.html", "410.html")
        }
        site = OnlineSite(type(manifest)(few, manifest.copies), address, SERVING, HOSTS["apache"])
        assert list(faults(site, connection.ask)) == []
        page = work / "public/contact/index.html"
        text = page.read_bytes()
        page.write_bytes(text.replace(b"secretariat@example.org", b"secretariat@example.net", 1))
        assert page.read_bytes() != text
        [found] = faults(site, connection.ask)
        assert "« /contact/ » n’est pas ce que l’association a publié" in found
        page.write_bytes(text)
        copy = work / "public/agenda.ics.br"
        copy.write_bytes(brotli.compress(b"BEGIN:VCALENDAR"))
        [found] = faults(site, connection.ask)
        assert "« /agenda.ics »" in found
        assert "br" in found


class Host:
    """A host in memory that serves files as they should be, but for what a test changes."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.changes: dict[str, Answer] = {}

    def ask(self, path: str, _coding: str) -> Answer:
        if path in self.changes:
            return self.changes[path]
        name = path.removeprefix("/")
        name = f"{name}index.html" if not name or name.endswith("/") else name
        if name in self.files:
            return Answer(200, {}, self.files[name])
        return Answer(404, {}, self.files["404.html"])


PROJECT_URL = "https://site.example"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = small_project(tmp_path)
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f'SITEURL = "{PROJECT_URL}"\nHEBERGEMENT = "github"\n')
    return root


@pytest.fixture
def host(key: Path, tmp_path: Path) -> Host:
    folder = tmp_path / "signé"
    folder.mkdir()
    for name in ("index.html", "404.html", "agenda.ics"):
        (folder / name).write_text(f"{name}", "utf-8")
    sign_site(FinishedSite(folder, "", True, False, str(key)))
    files = {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*") if p.is_file()
    }
    return Host(files)


NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
TO_HTTPS = Answer(301, {"location": f"{PROJECT_URL}/"}, b"")


def checked(
    project: Path,
    host: Host,
    key: Path,
    plainly: Answer = TO_HTTPS,
    end: Callable[[], datetime] = lambda: NOW + timedelta(days=60),
    **environ: str,
) -> tuple[int, str]:
    out = StringIO()
    web = Web(host.ask, lambda _path, _coding: plainly, end)
    given = {"SIGNATURE_PUBLIQUE": public(key), "ASOF": "2026-11-21", **environ}
    code = main(project, "pelicanconf.py", console=Console(out, out), environ=given, web=web)
    return code, out.getvalue().replace("\N{NO-BREAK SPACE}", " ")


def test_a_site_as_it_was_signed_is_said_so(project: Path, host: Host, key: Path) -> None:
    code, words = checked(project, host, key)
    assert (code, words) == (
        0,
        "3 fichiers : chaque visiteur reçoit ce que l’association a signé.\n",
    )


def test_what_visitors_receive_otherwise_is_told_by_its_address(
    project: Path, host: Host, key: Path
) -> None:
    host.changes = {
        "/": Answer(200, {}, b"defaced"),
        "/agenda.ics": Answer(200, {"content-encoding": "gzip"}, b"no gzip"),
        "/adresse-qui-n-existe-pas/": Answer(200, {}, b"toujours"),
    }
    code, words = checked(project, host, key)
    assert code == 1
    assert "« / » n’est pas ce que l’association a publié" in words
    assert "« /agenda.ics » n’est pas" in words
    assert "répond 200 au lieu de 404" in words
    assert "3 défauts en ligne" in words


def test_plain_http_and_a_certificate_near_its_end_are_told(
    project: Path, host: Host, key: Path
) -> None:
    code, words = checked(
        project, host, key, Answer(200, {}, b""), lambda: NOW + timedelta(days=3, hours=1)
    )
    assert code == 1
    assert "au lieu de mener à https" in words
    assert "le certificat expire dans 3 jours" in words


def test_a_manifest_of_somebody_else_is_no_manifest(
    project: Path, host: Host, key: Path, tmp_path: Path
) -> None:
    make_key(tmp_path / "autre")
    other = (tmp_path / "autre.pub").read_text("ascii")
    code, words = checked(project, host, key, SIGNATURE_PUBLIQUE=other)
    assert (code, "n’est pas un manifeste que l’association a signé" in words) == (1, True)
    del host.files[PATH]
    assert checked(project, host, key)[0] == 1


def test_what_is_missing_or_does_not_answer_is_no_traceback(
    project: Path, host: Host, key: Path
) -> None:
    assert checked(project, host, key, SIGNATURE_PUBLIQUE="")[0] == 2
    assert checked(project, host, key, SIGNATURE_PUBLIQUE="ssh-rsa AAAA")[0] == 2

    def away() -> datetime:
        raise ConnectionRefusedError("refused")

    code, words = checked(project, host, key, end=away)
    assert (code, "ne répond pas" in words) == (3, True)


def test_a_publication_meanwhile_is_no_fault(project: Path, host: Host, key: Path) -> None:
    newer = dict(host.files)
    host.changes = {"/": Answer(200, {}, b"newer")}

    def end() -> datetime:
        host.files = {**newer, PATH: b"{}"}
        return NOW + timedelta(days=60)

    code, words = checked(project, host, key, end=end)
    assert (code, "publié pendant la vérification" in words) == (3, True)
