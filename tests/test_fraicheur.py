"""Whether a published site follows its own calendar, seen from outside."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tools.fraicheur import main, published, stale

NOW = datetime(2027, 3, 14, 22, 30, tzinfo=UTC)


def _said(built_for: str, next_change: str | None) -> str:
    return json.dumps({"built_for": built_for, "next_change": next_change})


@pytest.mark.parametrize(
    ("built_for", "next_change", "why"),
    [
        ("2027-03-14", "2027-03-15T08:00:00Z", ""),
        ("2027-03-14", None, ""),
        (
            "2027-03-14",
            "2027-03-14T17:00:00Z",
            "Le site devait changer le 14/03/2027 à 18 h 00 (heure de Paris).",
        ),
        ("2027-03-13", None, "Le site a été construit le 13/03/2027, il y a un jour."),
        ("2027-03-01", None, "Le site a été construit le 01/03/2027, il y a 13 jours."),
    ],
)
def test_a_site_is_stale_once_its_change_or_another_day_has_come(
    built_for: str, next_change: str | None, why: str
) -> None:
    assert stale(published(_said(built_for, next_change)), NOW) == why


def test_the_day_is_that_of_paris() -> None:
    before, after = NOW.replace(hour=22, minute=59), NOW.replace(hour=23)
    site = published(_said("2027-03-14", None))
    assert (stale(site, before), bool(stale(site, after))) == ("", True)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A published site's address, and its file."""

    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(tmp_path))  # type: ignore[arg-type]

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    file = tmp_path / "agenda" / "prochain-changement.json"
    file.parent.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", file
    server.shutdown()
    server.server_close()


def test_the_command_reads_the_published_file(
    site: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    address, file = site
    file.write_text(_said("2027-03-14", None))
    assert main([address], NOW) == 0
    assert capsys.readouterr().out == "Le site publié est à jour.\n"
    assert main([address, "--silencieux"], NOW) == 0
    assert capsys.readouterr().out == ""
    file.write_text(_said("2027-03-10", None))
    assert main([address, "--silencieux"], NOW) == 1
    assert "la reconstruction programmée est peut-être arrêtée" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "{}", "<html>", '{"built_for": "x", "next_change": null}'])
def test_a_file_that_cannot_be_read_is_said(
    site: tuple[str, Path], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    address, file = site
    file.write_text(text)
    assert main([address], NOW) == 2
    assert "ne peut pas être lu" in capsys.readouterr().out


def test_a_site_that_does_not_answer_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["http://127.0.0.1:1"], NOW) == 2
    assert "ne peut pas être lu" in capsys.readouterr().out


def test_the_real_file_is_one_that_the_command_reads() -> None:
    from association.events.next_change import next_change_json

    file = next_change_json(datetime(2027, 3, 20, 9, tzinfo=UTC), NOW)
    assert stale(published(file.decode()), NOW) == ""
