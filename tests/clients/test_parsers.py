"""The example agenda, read by ical.js and by libical, gives the dates that we give."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from association.content.revisions import Revision
from association.events.occurrences import occurrences
from association.events.recurrence import Occurrence
from tests.agenda_builders import event, ics
from tests.programs import missing, need, run

HERE = Path(__file__).parent
WEEKS = {"frequence": "hebdomadaire", "nombre": "40"}
NIGHT = {"debut": "2026-12-20 22:00", "fin": "2026-12-21 06:00"}
AGENDA = [
    event("jour", debut="2027-06-03", fin="2027-06-04"),
    event("passe", debut="1996-10-01 19:00", fin="1996-10-01 20:00"),
    event("ete", debut="2027-07-14 09:30", fin="2027-07-14 17:00", statut="annulé"),
    event("londres", debut="2027-03-30 09:30", fin="2027-03-30 17:00", fuseau="Europe/London"),
    event("reunion", debut="2027-10-21 08:30", fin="2027-10-21 16:00", fuseau="Indian/Reunion"),
    event("montreal", debut="2027-03-18 18:00", fin="2027-03-18 20:00", fuseau="America/Montreal"),
    event("cycle", debut="2027-01-22 09:30", dates=[{"debut": "2027-04-02 09:30"}]),
    event("jours", debut="2027-01-04", recurrence=WEEKS | {"sauf": ["2027-01-11"]}),
    event(
        "mardis",
        debut="2026-12-08 19:00",
        fin="2026-12-08 20:30",
        recurrence={
            "frequence": "mensuelle",
            "jour": "2e mardi",
            "jusqu_au": "2027-10-31",
            "sauf": ["2027-08-10"],
            "annulees": [{"date": "2027-03-09"}],
            "deplacees": [{"date": "2027-04-13", "debut": "2027-04-20 19:00"}],
        },
    ),
    event("nuits", **NIGHT, recurrence=WEEKS),
]
REVISION = Revision(2, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC))


def seconds(item: Occurrence) -> tuple[int, int]:
    """Return start and end in seconds, days being those of UTC."""
    slot = item.slot
    if slot.is_timed:
        end = slot.over_at if slot.end else slot.starts_at
        return int(slot.starts_at.timestamp()), int(end.timestamp())
    first = datetime.combine(slot.first_day, datetime.min.time(), UTC)
    days = (slot.last_day - slot.first_day).days + 1
    return int(first.timestamp()), int((first + timedelta(days=days)).timestamp())


ALL = [item for entry in AGENDA for item in occurrences(entry)]


def test_ical_js_finds_our_dates_states_and_titles(tmp_path: Path) -> None:
    node = need("node", "apt install nodejs npm")
    if not (HERE / "node_modules" / "ical.js").exists():
        missing("ical.js", "npm ci --prefix tests/clients")
    reader = str(HERE / "ical_js_reader.mjs")
    written = ics(*AGENDA, revision=REVISION)
    found = json.loads(run([node, reader], home=tmp_path, given=written))
    assert sorted((start, end, status) for start, end, status, *_ in found) == sorted(
        (*seconds(item), item.state.ical_status) for item in ALL
    )
    assert {title for _, _, status, title, *_ in found if status == "CANCELLED"} == {
        "ANNULÉ – Atelier"
    }


@pytest.fixture
def libical(tmp_path: Path) -> Any:
    python = need("/usr/bin/python3", "apt install python3-gi gir1.2-ical-3.0")
    probe = "import gi; gi.require_version('ICalGLib', '3.0')"
    try:
        run([python, "-c", probe], home=tmp_path)
    except AssertionError:
        missing("libical", "apt install python3-gi gir1.2-ical-3.0")
    reader = str(HERE / "libical_reader.py")
    return json.loads(run([python, reader], home=tmp_path, given=ics(*AGENDA, revision=REVISION)))


def test_libical_finds_nothing_wrong(libical: dict[str, Any]) -> None:
    assert libical["errors"] == 0
    assert libical["restrictions"] is True


def test_libical_finds_our_dates(libical: dict[str, Any]) -> None:
    """Read so, it knows no exceptions but EXDATE, and finds moved dates where they now are."""
    ours = sorted(
        (item.slug, int(item.slot.starts_at.timestamp())) for item in ALL if item.slot.is_timed
    )
    timed = {slug for slug, _ in ours}
    found = [(uid.split("@")[0].split(".")[0], start) for uid, start, *_ in libical["dates"]]
    assert sorted(pair for pair in found if pair[0] in timed) == ours


def test_libical_finds_our_days(libical: dict[str, Any]) -> None:
    days = [start for uid, start, *_ in libical["dates"] if uid.startswith(("jour@", "jours@"))]
    ours = [seconds(item)[0] for item in ALL if not item.slot.is_timed]
    assert sorted(days) == sorted(ours)
