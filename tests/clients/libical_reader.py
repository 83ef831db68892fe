"""Print what libical finds in the calendar on standard input. Run by the system's Python.

A JSON object: ``errors`` in the text, ``restrictions`` kept (RFC 5546's tables of what each
component may hold), and ``dates``: identifier, start and end in seconds, title, place and
description of each, without the exceptions to rules.
"""

import json
import sys
from typing import Any

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402

calendar = ICalGLib.Component.new_from_string(sys.stdin.buffer.read().decode())
since = ICalGLib.Time.new_from_string("19800101T000000Z")
until = ICalGLib.Time.new_from_string("20800101T000000Z")
dates: list[tuple[str, int, int, str, str, str]] = []


def note(component: Any, span: Any, *_: object) -> None:
    texts = (component.get_summary(), component.get_location() or "", component.get_description())
    dates.append((component.get_uid(), span.get_start(), span.get_end(), *texts))


event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
while event:
    if event.get_recurrenceid().is_null_time():
        event.foreach_recurrence(since, until, note)
    event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
found = {
    "errors": calendar.count_errors(),
    "restrictions": bool(ICalGLib.restriction_check(calendar)),
    "dates": sorted(dates),
}
sys.stdout.write(json.dumps(found))
