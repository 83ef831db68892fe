"""The preview shows the last good site and its problems, and follows every change."""

import http.client
import io
import json
import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from association.core.exit_code import ExitCode
from association.core.media_types import media_type
from association.runner.build import Outcome, Plan
from association.runner.console import Console
from association.runner.preview import serving, watching
from association.runner.preview.answers import answer
from association.runner.preview.panel import no_site_page, panel, with_client
from association.runner.preview.server import HOST, NoPortError, PreviewServer, listen
from association.runner.preview.serving import Preview, serve
from association.runner.preview.state import State, StateChannel
from association.runner.preview.told import Told, news, told_of
from association.runner.report_reader import BuildReport, ReportedProblem
from association.runner.resident import FirstFiles
from tests.stub_project import stub_project, write

PATIENCE = 60
ROOT = Path(__file__).resolve().parents[1]


class Terminal(io.StringIO):
    """A stream whose texts can be waited for."""

    def __init__(self, is_terminal: bool = False) -> None:
        super().__init__()
        self.texts: queue.Queue[str] = queue.Queue()
        self._is_terminal = is_terminal

    def write(self, text: str) -> int:
        self.texts.put(text)
        return super().write(text)

    def isatty(self) -> bool:
        return self._is_terminal

    def wait_for(self, words: str) -> str:
        while words not in (text := self.texts.get(timeout=PATIENCE)):
            pass
        return text


class Running:
    """A preview at work, and a browser's view of it."""

    def __init__(self, port: int, out: Terminal, err: Terminal) -> None:
        self.port, self.out, self.err = port, out, err

    def get(self, path: str, method: str = "GET") -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        connection.request(method, path)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    @contextmanager
    def events(self, page: str = "") -> Iterator[Iterator[dict[str, str]]]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        connection.request("GET", f"/__serve/events{page}")
        response = connection.getresponse()
        assert response.headers["Content-Type"] == "text/event-stream"
        try:
            yield (
                json.loads(line.removeprefix(b"data: "))
                for line in iter(response.readline, b"")
                if line.startswith(b"data: ")
            )
        finally:
            response.close()
            connection.close()


@contextmanager
def previewed(plan: Plan) -> Iterator[Running]:
    out, err = Terminal(), Terminal()
    with Preview(plan, 0, Console(out, err)) as preview:
        running = threading.Thread(target=preview.run)
        running.start()
        try:
            url = out.wait_for("Aperçu")
            yield Running(int(url.split(":")[-1].split("/")[0]), out, err)
        finally:
            preview.stop()
            running.join(PATIENCE)
            assert not running.is_alive()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return stub_project(tmp_path / "projet")


# --- Following changes


def test_a_change_of_the_content_reaches_the_browser(root: Path) -> None:
    with previewed(Plan(root)) as preview, preview.events() as events:
        before = next(events)
        assert before["panel"] == ""
        write(root, "index", "Bonsoir")
        assert next(events)["version"] != before["version"]
        assert b"Bonsoir" in preview.get("/")[1]


def test_a_change_of_the_settings_counts_though_the_file_is_replaced(root: Path) -> None:
    settings = (root / "pelicanconf.py").read_text(encoding="utf-8")
    with previewed(Plan(root)) as preview, preview.events() as events:
        next(events)
        for word in ("Un", "Deux"):
            draft = root / "brouillon.tmp"
            draft.write_text(settings.replace("<html>", f"<html><p>{word}"), encoding="utf-8")
            draft.replace(root / "pelicanconf.py")
            next(events)
            assert word.encode() in preview.get("/")[1]


def test_a_change_during_a_build_brings_another_build(root: Path) -> None:
    begun, pause = root / "commence", root / "pause"
    os.mkfifo(begun)
    os.mkfifo(root / "reprend")
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(
            f"\nif Path({str(pause)!r}).exists():\n    open({str(begun)!r}, 'w').close()\n"
            f"    open({str(root / 'reprend')!r}).close()\n"
        )
    with previewed(Plan(root)) as preview, preview.events() as events:
        next(events)
        pause.touch()
        write(root, "un", "Un")
        begun.open(encoding="utf-8").close()
        pause.unlink()
        write(root, "deux", "Deux")
        (root / "reprend").open("w", encoding="utf-8").close()
        assert next(events)["version"] != next(events)["version"]
        assert preview.get("/deux/")[0].status == HTTPStatus.OK


def test_problems_show_in_the_page_and_in_the_terminal_and_the_last_site_stays(
    root: Path,
) -> None:
    with previewed(Plan(root)) as preview, preview.events() as events:
        good = next(events)
        write(root, "index", "ERREUR")
        bad = next(events)
        assert bad["version"] == good["version"]
        assert "&lt;un&gt; mot de trop\n --&gt; content/index.md:1:1" in bad["panel"]
        assert "<un> mot de trop" in preview.err.getvalue()
        assert b"Bonjour" in preview.get("/")[1]
        write(root, "index", "Bonsoir")
        mended = next(events)
        assert mended["panel"] == ""
        assert mended["version"] != good["version"]


def test_while_there_is_no_site_every_address_shows_the_problems(root: Path) -> None:
    write(root, "index", "ERREUR")
    with previewed(Plan(root)) as preview, preview.events() as events:
        response, page = preview.get("/agenda/")
        assert response.status == HTTPStatus.SERVICE_UNAVAILABLE
        assert b"&lt;un&gt; mot de trop" in page
        assert b"/__serve/reload.js" in page
        assert next(events)["version"] == ""
        write(root, "index", "Bonjour")
        assert next(events)["version"] != ""
        assert preview.get("/")[0].status == HTTPStatus.OK


def test_the_site_of_the_last_time_stays_up_when_the_first_build_fails(root: Path) -> None:
    (root / "output").mkdir()
    (root / "output" / "index.html").write_text("<p>Hier</p>", encoding="utf-8")
    write(root, "index", "PANNE")
    with previewed(Plan(root)) as preview, preview.events() as events:
        assert b"Hier" in preview.get("/")[1]
        assert "panne du programme" in next(events)["panel"]


def test_another_day_is_built_and_said(root: Path) -> None:
    with previewed(Plan(root, asof="2027-03-14", drafts=True)) as preview:
        assert b"ASOF=2027-03-14 BROUILLONS=1" in preview.get("/")[1]
        with preview.events() as events:
            assert "Site à la date du dimanche 14 mars 2027" in next(events)["panel"]


def test_sources_that_cannot_be_watched_are_said_in_french(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_folders: Path, **_options: object) -> Iterator[set[object]]:
        raise OSError("inotify")

    monkeypatch.setattr(watching, "watch", refuse)
    with previewed(Plan(root)) as preview:
        assert "ne peuvent pas être suivis (inotify)" in preview.err.getvalue()


class Announcing:
    """A resident of builds that are made up: what they show first is given to ``show``."""

    def __init__(self, _root: Path, _open_pages: object, show: Callable[[FirstFiles], None]):
        self.show = show
        self.prepared = 0

    def prepare(self) -> None:
        self.prepared += 1

    def give_way(self) -> None:
        """Nothing is under way."""

    def close(self) -> None:
        """There is no process."""


@pytest.mark.parametrize("announces", [False, True])
def test_pages_of_a_build_that_gave_way_are_not_taken_for_those_of_the_next(
    root: Path, monkeypatch: pytest.MonkeyPatch, announces: bool
) -> None:
    gave_way = Outcome(ExitCode.FAULT, 1.0, gave_way=True)
    next_files = {"index.html": b"<p>Second"} if announces else None
    builds = iter([({"index.html": b"<p>Premier"}, gave_way), (next_files, outcome(ExitCode.FINE))])
    shown: list[State] = []

    def made_up_build(_plan: Plan, *, resident: Announcing, **_: object) -> Outcome:
        files, result = next(builds)
        assert resident.prepared == len(shown)
        if files:
            resident.show(files)
        shown.append(channel.state)
        return result

    channel = StateChannel(State("v1"))
    changes = iter([True, False])
    monkeypatch.setattr(serving, "Resident", Announcing)
    monkeypatch.setattr(serving, "StateChannel", lambda _state: channel)
    monkeypatch.setattr(serving, "build", made_up_build)
    monkeypatch.setattr(watching.Watch, "wait_for_a_change", lambda _: next(changes))
    with Preview(Plan(root), 0, Console(Terminal(), Terminal())) as preview:
        preview.run()
    first, second = (state.version_of("index.html") for state in shown)
    whole = channel.state.version_of("index.html")
    assert "v1" != first != whole != "v1"
    assert (second == whole) is announces


@pytest.mark.browser
def test_a_browser_shows_the_problems_then_reloads_by_itself_once_mended(
    root: Path, browser: Any
) -> None:
    with previewed(Plan(root, asof="2027-03-14")) as preview:
        page = browser.new_page()
        page.goto(f"http://{HOST}:{preview.port}/")
        page.get_by_role("status").get_by_text("Site à la date du dimanche").wait_for()
        write(root, "index", "ERREUR")
        page.get_by_text("<un> mot de trop").wait_for()
        page.get_by_text("1 erreur : le site").click()
        page.get_by_text("<un> mot de trop").wait_for(state="hidden")
        write(root, "index", "Bonsoir")
        page.get_by_text("Bonsoir").wait_for()
        assert page.get_by_text("1 erreur").count() == 0
        assert page.context.cookies() == []
        page.close()


# --- Starting and ending


def test_an_impossible_plan_is_refused_at_once(root: Path) -> None:
    err = Terminal()
    assert serve(Plan(root, asof="hier"), 0, Console(Terminal(), err)) is ExitCode.USAGE
    assert "écrivez-la comme 2027-03-14" in err.getvalue()


def test_a_port_in_use_gives_way_to_the_next(root: Path) -> None:
    err = Terminal()
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with Preview(Plan(root), port, Console(Terminal(), err)):
            pass
    assert f"Le port {port} est déjà pris" in err.getvalue()


def test_where_no_port_is_left_it_is_said_in_french(root: Path) -> None:
    err = Terminal()
    assert serve(Plan(root), 65536, Console(Terminal(), err)) is ExitCode.USAGE
    assert "Aucun port n’est libre à partir de 65536." in err.getvalue()


def test_a_port_of_the_system_is_said_in_french(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(PreviewServer, "server_bind", refuse)
    with pytest.raises(NoPortError, match="Le port 80 est réservé au système"):
        listen(80, root, StateChannel(State("")))


def test_ctrl_c_while_waiting_for_a_change_is_no_failure(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_watch: watching.Watch) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(watching.Watch, "wait_for_a_change", interrupt)
    out = Terminal()
    assert serve(Plan(root), 0, Console(out, Terminal())) is ExitCode.FINE
    assert out.getvalue().endswith("Fin de l’aperçu.\n")


def test_ctrl_c_ends_the_command_cleanly(root: Path) -> None:
    shutil.copy(ROOT / "tasks.py", root)
    (root / "plugins").symlink_to(ROOT / "plugins")
    with subprocess.Popen(
        [sys.executable, "-m", "invoke", "serve", "--port", "0"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as serving:
        assert serving.stdout is not None
        while "Aperçu" not in (line := serving.stdout.readline()):
            assert line
        serving.send_signal(signal.SIGINT)
        assert serving.stdout.read() == "\nFin de l’aperçu.\n"
        assert serving.wait(PATIENCE) == 0


# --- Answers


SITE = {
    "index.html": "<html><body>Accueil</body></html>",
    "404.html": "<html><body>Introuvable</body></html>",
    "agenda/index.html": "<p>Agenda",
    "agenda/été 1.ics": "BEGIN:VCALENDAR",
    "vide/lisez-moi.txt": "",
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        place = tmp_path / "output" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path / "output"


@pytest.fixture
def site(output: Path) -> Iterator[Running]:
    channel = StateChannel(State("v1"))
    server = PreviewServer(0, output, channel, heartbeat=0.01)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield Running(server.port, Terminal(), Terminal())
    channel.close()
    server.shutdown()
    server.server_close()


def test_a_page_says_its_length_with_the_script_that_it_carries(site: Running) -> None:
    response, body = site.get("/")
    assert body == (
        b'<html><body>Accueil<script src="/__serve/reload.js" data-version="v1"></script>'
        b"</body></html>"
    )
    assert int(response.headers["Content-Length"]) == len(body)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_the_script_never_enters_the_files(site: Running, output: Path) -> None:
    site.get("/")
    assert (output / "index.html").read_text(encoding="utf-8") == SITE["index.html"]


def test_head_tells_of_the_body_without_sending_it(site: Running) -> None:
    response, body = site.get("/", method="HEAD")
    assert body == b""
    assert response.headers["Content-Length"] == site.get("/")[0].headers["Content-Length"]


def test_one_connection_serves_several_requests(site: Running) -> None:
    connection = http.client.HTTPConnection(HOST, site.port, timeout=PATIENCE)
    for _ in range(2):
        connection.request("GET", "/agenda/")
        assert connection.getresponse().read().startswith(b"<p>Agenda")
        assert connection.sock is not None
    connection.close()


def test_what_is_not_there_gets_the_sites_own_404(site: Running) -> None:
    response, body = site.get("/nulle-part/")
    assert response.status == HTTPStatus.NOT_FOUND
    assert b"Introuvable<script" in body


def test_a_site_without_a_404_page_still_answers_404(output: Path) -> None:
    (output / "404.html").unlink()
    found = answer("/nulle-part", output, State("v1"))
    assert found.status == HTTPStatus.NOT_FOUND
    assert "n’existe pas" in found.body.decode()


def test_a_folder_without_its_slash_leads_to_the_one_with(site: Running) -> None:
    response, _ = site.get("/agenda?annee=2027")
    assert (response.status, response.headers["Location"]) == (302, "/agenda/?annee=2027")


def test_a_redirect_never_leads_to_another_host(output: Path) -> None:
    assert answer("//agenda", output, State("v1")).location == "/agenda/"


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/agenda/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/lien.txt",
        "/agenda%00",
        "/" + "a" * 5000,
        "/index.html/",
        "/vide/",
        "/__serve/nulle-part.js",
        "/__serve/../panel.py",
    ],
)
def test_nothing_outside_the_site_is_ever_shown(output: Path, target: str) -> None:
    (output / "lien.txt").symlink_to(output.parent / "secret.txt")
    assert answer(target, output, State("v1")).status == HTTPStatus.NOT_FOUND


def test_names_with_accents_and_spaces_are_found(site: Running) -> None:
    response, body = site.get("/agenda/%C3%A9t%C3%A9%201.ics")
    assert (response.status, body) == (HTTPStatus.OK, b"BEGIN:VCALENDAR")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.HTML", "text/html; charset=utf-8"),
        ("a.vcf", "text/vcard; charset=utf-8"),
        ("a.webmanifest", "application/manifest+json"),
        ("a.woff2", "font/woff2"),
        ("a.avif", "image/avif"),
        ("a.md", "text/markdown; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("a.pdf", "application/pdf"),
        ("a.pf_index", "application/octet-stream"),
    ],
)
def test_each_file_has_its_type_whatever_the_machine_knows(name: str, expected: str) -> None:
    assert media_type(name) == expected


def test_what_is_ready_of_the_next_site_shows_before_it_is_whole(output: Path) -> None:
    ready = {"agenda/index.html": b"<p>Neuf", "images/neuf.svg": b"<svg/>"}
    state = State("v1", next_version="v2", first_files=ready)
    assert b"Neuf" in answer("/agenda/", output, state).body
    assert answer("/images/neuf.svg", output, state).body == b"<svg/>"
    assert b"Accueil" in answer("/", output, state).body
    for path, version in (("/agenda/", b"v2"), ("/", b"v1")):
        assert b'data-version="' + version in answer(path, output, state).body


def test_what_a_build_that_gave_way_has_shown_is_taken_away(output: Path) -> None:
    first = State("v1").with_first_files({"index.html": b"Mot de trop"}, "v2")
    assert b"Mot de trop" in answer("/", output, first).body
    second = first.with_first_files({}, "v3")
    assert second.version_of("index.html") == "v1"
    assert b"Mot de trop" not in answer("/", output, second).body
    assert second.with_first_files({}, "v4") is second
    assert State("").with_first_files({"index.html": b""}, "v2") == State("")


def test_only_the_pages_that_are_ready_hear_of_the_next_site() -> None:
    state = State("v1", next_version="v2", first_files={"agenda/index.html": b""})
    assert b'"version": "v2"' in state.as_event("agenda/index.html")
    assert b'"version": "v1"' in state.as_event("index.html")


def test_the_pages_that_listen_are_open_and_the_one_opened_last_stays(output: Path) -> None:
    server = PreviewServer(0, output, StateChannel(State("v1")))
    with server.opened("agenda/"), server.opened("été/"):
        assert server.open_pages() == {"agenda/", "été/"}
    assert server.open_pages() == {"été/"}
    server.server_close()


def test_a_page_that_listens_is_known_by_its_address(site: Running) -> None:
    with site.events("?page=%2F%C3%A9t%C3%A9%2F") as events:
        assert next(events)["version"] == "v1"


def test_the_panels_own_files_are_served(site: Running) -> None:
    assert b"EventSource" in site.get("/__serve/reload.js")[1]
    assert site.get("/__serve/panel.css")[0].headers["Content-Type"].startswith("text/css")


def test_a_silent_stream_makes_sure_that_its_browser_is_there(site: Running) -> None:
    connection = http.client.HTTPConnection(HOST, site.port, timeout=PATIENCE)
    connection.request("GET", "/__serve/events")
    response = connection.getresponse()
    lines = [response.readline() for _ in range(5)]
    assert lines[0] == b"event: etat\n"
    assert lines[3] == b":\n"
    response.close()
    connection.close()


def test_a_browser_that_breaks_off_does_not_stop_the_server(
    site: Running, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection((HOST, site.port), timeout=PATIENCE) as wire:
        # An abort rather than a close: the server's next write or read fails.
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        wire.sendall(b"GET / HTTP/1.1\r\n")
    assert site.get("/")[0].status == HTTPStatus.OK
    assert capfd.readouterr() == ("", "")


# --- The panel and the terminal


def outcome(
    code: ExitCode, problems: tuple[ReportedProblem, ...] = (), trouble: str = ""
) -> Outcome:
    report = BuildReport(problems, {"pages": 1}, 1, "verdict", None)
    return Outcome(code, 1.0, None if trouble else report, trouble)


def problem(severity: str) -> ReportedProblem:
    return ReportedProblem(severity, "a < b", "a")


def test_nothing_is_shown_when_all_is_well() -> None:
    assert panel(outcome(ExitCode.FINE)) == ""


def test_advice_is_folded_and_errors_are_not() -> None:
    assert "open" not in panel(outcome(ExitCode.FINE, (problem("conseil"),)))
    assert "<summary>1 remarque<" in panel(outcome(ExitCode.FINE, (problem("conseil"),)))
    errors = panel(outcome(ExitCode.CONTENT, (problem("erreur"), problem("conseil"))))
    assert '<details class="problemes" open><summary>1 erreur' in errors
    assert "a &lt; b" in errors


def _report(*problems: tuple[str, str, str]) -> BuildReport:
    reported = tuple(ReportedProblem(*each) for each in problems)
    return BuildReport(reported, {"pages": 1}, 1, "Bilan.", None)


def test_advice_is_told_once_and_errors_first_and_every_time() -> None:
    first = _report(("conseil", "conseil, ligne 3", "a"), ("erreur", "erreur, ligne 9", "b"))
    assert news(first, Told()) == "erreur, ligne 9\n\nconseil, ligne 3\n\nBilan."
    # A line was added above: the advice is the same.
    later = _report(("conseil", "conseil, ligne 4", "a"), ("erreur", "erreur, ligne 10", "b"))
    assert news(later, told_of(first)).startswith("erreur, ligne 10\n\nBilan.")
    assert "conseil" not in news(later, told_of(first))
    assert "1 remarque d’avant" in news(later, told_of(first))


def test_the_same_advice_at_a_second_place_is_new() -> None:
    one = _report(("conseil", "ligne 3", "a"))
    two = _report(("conseil", "ligne 3", "a"), ("conseil", "ligne 7", "a"))
    assert news(two, told_of(one)).startswith("ligne 7\n\nBilan.")


def test_what_was_mended_is_counted_and_nothing_new_is_silent() -> None:
    before = _report(("erreur", "x", "a"), ("conseil", "y", "b"))
    after = _report(("conseil", "y", "b"))
    assert news(after, told_of(before)) == (
        "Bilan. Corrigé\u00a0: 1 problème. 1 remarque d’avant, non redite."
    )
    assert news(after, told_of(after)) == ""


def test_a_breakdown_is_shown_too() -> None:
    shown = panel(outcome(ExitCode.FAULT, trouble="Une panne."))
    assert "n’a pas abouti" in shown
    assert "Une panne." in shown


def test_a_refused_day_is_not_shown_as_a_day() -> None:
    assert "jour" not in panel(outcome(ExitCode.USAGE, trouble="Refus."), "hier")


def test_a_page_without_an_end_of_body_carries_the_script_at_its_end() -> None:
    assert with_client(b"<p>", "v").endswith(b"</script>")


def test_the_page_of_a_site_under_construction_says_so() -> None:
    assert "se construit" in no_site_page("").decode()


def test_nobody_waits_for_news_of_a_closed_preview() -> None:
    channel = StateChannel(State("v1"))
    channel.close()
    assert channel.after(-1, PATIENCE) is None


def test_progress_is_shown_on_a_terminal_only_and_after_two_seconds() -> None:
    terminal, pipe = Terminal(is_terminal=True), Terminal()
    for err in (terminal, pipe):
        Console(Terminal(), err).progress(1.9)
    assert (terminal.getvalue(), pipe.getvalue()) == ("", "")
    for err in (terminal, pipe):
        Console(Terminal(), err).progress(2.1)
    assert "en cours" in terminal.getvalue()
    assert pipe.getvalue() == ""


def test_the_progress_line_leaves_the_terminal_when_the_build_ends() -> None:
    out, err = Terminal(), Terminal(is_terminal=True)
    Console(out, err).show_outcome(outcome(ExitCode.FINE))
    assert err.getvalue() == "\r\x1b[K"
    assert out.getvalue().startswith("1 page en 1,0")


def test_a_reader_that_left_is_no_failure() -> None:
    read, write_end = os.pipe()
    os.close(read)
    with os.fdopen(write_end, "w", encoding="utf-8") as out:
        console = Console(out, Terminal())
        console.say("94 pages")
        console.say("la suite")


def test_the_console_of_the_process_is_its_own_streams() -> None:
    console = Console.of_this_process()
    assert (console.out, console.err) == (sys.stdout, sys.stderr)
