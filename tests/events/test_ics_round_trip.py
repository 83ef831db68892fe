"""Whatever an editor may write, an independent parser reads it back."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import vobject  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from association.content.entry import Entry
from association.content.schema import WrittenEvent
from tests.agenda_builders import event, ics

ZONES = ("Europe/Paris", "Europe/London", "Indian/Reunion", "America/Montreal")
# What the schema lets through: no tag, no emphasis; at least one letter shows.
text = (
    st.text()
    .map(lambda drawn: " ".join(f"A{drawn}".replace("<", "").split()))
    .filter(lambda drawn: "**" not in drawn and "](" not in drawn)
)


@st.composite
def events(draw: DrawFn) -> Entry[WrittenEvent]:
    start = draw(st.datetimes(datetime(1991, 1, 1), datetime(2090, 1, 1)))
    form = draw(st.sampled_from(["%Y-%m-%d %H:%M", "%Y-%m-%d"]))
    end = start + draw(st.timedeltas(timedelta(minutes=90), timedelta(days=9)))
    return event(
        titre=draw(text),
        resume=draw(text),
        motif=draw(text),
        debut=start.strftime(form),
        fin=end.strftime(form),
        fuseau=draw(st.sampled_from(ZONES)),
        statut=draw(st.sampled_from(["prévu", "à confirmer", "reporté", "annulé"])),
        lieu={"nom": draw(text), "ville": draw(text)},
    )


def visible(words: str) -> str:
    """Return the letters and figures of a text: what must survive whatever the signs between."""
    return "".join(sign for sign in words if sign.isalnum())


@settings(max_examples=150, deadline=None)
@given(events())
def test_any_valid_event_comes_back_from_an_independent_parser(entry: Entry[WrittenEvent]) -> None:
    written = entry.written
    found: Any
    [found] = icalendar.Calendar.from_ical(ics(entry)).walk("VEVENT")
    zone = ZoneInfo(str(written.zone))
    assert isinstance(written.end, date)
    assert written.place is not None
    if isinstance(written.start, datetime):
        assert isinstance(written.end, datetime)
        assert found["DTSTART"].dt == written.start.replace(tzinfo=zone)
        assert found["DTEND"].dt == written.end.replace(tzinfo=zone)
    else:
        assert found["DTSTART"].dt == written.start
        assert found["DTEND"].dt == written.end + timedelta(days=1)
    assert visible(found["SUMMARY"]).endswith(visible(written.title))
    assert visible(written.summary) in visible(found["DESCRIPTION"])
    assert visible(found["LOCATION"]) == visible(f"{written.place.name}{written.place.city}")


@settings(max_examples=50, deadline=None)
@given(events())
def test_two_parsers_agree_on_any_valid_event(entry: Entry[WrittenEvent]) -> None:
    written = ics(entry)
    [ours] = icalendar.Calendar.from_ical(written).walk("VEVENT")
    theirs = vobject.readOne(written.decode()).vevent
    assert theirs.summary.value == ours["SUMMARY"]
    assert theirs.description.value == ours["DESCRIPTION"]
    assert theirs.uid.value == ours["UID"]


@settings(max_examples=100, deadline=None)
@given(events())
def test_every_line_fits_and_holds_whole_signs(entry: Entry[WrittenEvent]) -> None:
    for line in ics(entry).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert not any(octet < 32 or octet == 127 for octet in line)
