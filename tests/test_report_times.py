"""A report is news of its event: what calendars and feeds say of the event's last change."""

from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from association.content.history import history
from association.events.agenda import Agenda
from association.events.feeds import agenda_items
from association.events.files import calendar_files
from tests.calendar_context import context_of
from tests.git_content import GitContent

DAY = {"debut": "2025-12-20 09:30", "fin": "2025-12-20 17:00"}
ASOF = "2026-03-01"
REPORT = {"titre": "Ce que nous avons vécu", "date": "2025-12-23", "evenement": "atelier"}


@pytest.fixture
def content(tmp_path: Path) -> GitContent:
    made = GitContent(tmp_path / "site").init()
    made.committed("atelier", **DAY)
    made.committed("autre", **DAY)
    return made


def write_news(content: GitContent, **front: str) -> None:
    folder = content.root / "actualites"
    folder.mkdir(exist_ok=True)
    lines = [f"{name}: {value}" for name, value in ({"resume": "En bref."} | front).items()]
    text = "\n".join(["---", *lines, "---", "", "Un texte.", ""])
    (folder / "compte-rendu.md").write_text(text, encoding="utf-8")


def last_modified(content: GitContent, slug: str = "atelier", asof: str = ASOF) -> datetime:
    """Return LAST-MODIFIED of an event's calendar; the Atom feed says the same."""
    read = content.read()
    assert read.problems == ()
    agenda = Agenda(context_of(read, asof), history(read))
    [file] = [file for file in calendar_files(agenda) if file.path == f"agenda/{slug}/{slug}.ics"]
    [event] = icalendar.Calendar.from_ical(file.content).walk("VEVENT")
    found: datetime = event.decoded("LAST-MODIFIED")
    [item] = agenda_items([agenda.public_events[slug]])
    assert item.updated == found == event.decoded("DTSTAMP")
    return found


def test_adding_a_report_moves_its_event_and_no_other(content: GitContent) -> None:
    before = last_modified(content), last_modified(content, "autre")
    write_news(content, **REPORT)
    at = content.commit()
    assert at > before[0]
    assert last_modified(content) == at
    assert last_modified(content, "autre") == before[1]


@pytest.mark.parametrize(
    "change",
    [{"titre": "Un autre titre"}, {"evenement": "autre"}, {"statut": "brouillon"}],
    ids=lambda change: next(iter(change)),
)
def test_what_changes_or_takes_back_a_report_moves_its_event(
    content: GitContent, change: dict[str, str]
) -> None:
    write_news(content, **REPORT)
    content.commit()
    write_news(content, **(REPORT | change))
    assert last_modified(content) < (at := content.commit())
    assert last_modified(content) == at


def test_deleting_a_report_moves_its_event(content: GitContent) -> None:
    write_news(content, **REPORT)
    content.commit()
    (content.root / "actualites" / "compte-rendu.md").unlink()
    at = content.commit()
    assert last_modified(content) == at


def test_the_text_of_a_report_is_no_news_of_its_event(content: GitContent) -> None:
    write_news(content, **REPORT)
    at = content.commit()
    write_news(content, **REPORT, mots_cles="[atelier]")
    content.commit()
    assert last_modified(content) == at


def test_a_draft_moves_nothing(content: GitContent) -> None:
    before = last_modified(content)
    write_news(content, **REPORT, statut="brouillon")
    content.commit()
    assert last_modified(content) == before


def test_a_report_to_come_moves_its_event_on_its_day(content: GitContent) -> None:
    write_news(content, **(REPORT | {"date": "2026-02-10"}))
    at = content.commit()
    assert last_modified(content, asof="2026-02-09") == at
    assert last_modified(content, asof="2026-02-10") == datetime(2026, 2, 9, 23, tzinfo=UTC)
