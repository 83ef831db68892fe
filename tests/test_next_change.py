"""When the site changes of itself, for scheduled jobs and in a sentence."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from association.commands.next_change import Options, main
from association.events.next_change import next_change_in_words, next_change_json

DUE = datetime(2026, 12, 8, 19, 30, tzinfo=UTC)
ASOF = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
FILE = next_change_json(DUE, ASOF)
NOTHING = next_change_json(None, ASOF)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A built site that has a next change."""
    agenda = tmp_path / "output" / "agenda"
    agenda.mkdir(parents=True)
    (agenda / "prochain-changement.json").write_bytes(FILE)
    return tmp_path / "output"


def test_the_file_gives_the_instant_in_utc_and_the_day_in_paris() -> None:
    assert json.loads(FILE) == {"next_change": "2026-12-08T19:30:00Z", "built_for": "2026-11-21"}
    assert json.loads(NOTHING)["next_change"] is None


def test_the_sentence_gives_the_hour_of_paris() -> None:
    assert next_change_in_words(FILE, ASOF) == (
        "Ce site changera de lui-même le mardi 8 décembre 2026 à 20 h 30 (heure de Paris)."
    )


def test_a_change_that_has_come_asks_for_a_build() -> None:
    said = next_change_in_words(FILE, DUE)
    assert said.startswith("Ce site a changé le mardi 8 décembre 2026 à 20 h 30")
    assert "invoke build" in said


def test_a_site_that_will_not_change_says_so() -> None:
    assert "Plus rien ne changera" in next_change_in_words(NOTHING, ASOF)


@pytest.mark.parametrize("file", [b"", b"[]", b"{}", b"null", b"<html>"])
def test_another_file_is_refused(file: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        next_change_in_words(file, ASOF)


def test_the_command_reads_the_built_site(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(output.parent, Options("2026-11-21"), environ={}) == 0
    assert "changera de lui-même le mardi 8 décembre" in capsys.readouterr().out
    assert main(output.parent, Options(), environ={"ASOF": "2027-01-01"}) == 0
    assert "lancez « invoke build »" in capsys.readouterr().out


def test_without_a_site_the_command_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path, Options("2026-11-21"), environ={}) == 1
    assert "Aucun site construit" in capsys.readouterr().err


def test_a_day_that_is_none_is_refused_in_french(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(output.parent, Options("demain"), environ={}) == 2
    assert "« demain » n’est pas une date" in capsys.readouterr().err
