"""A small agenda under git, built as the site builds it and served on this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from icalendar import Calendar

from association.content.addresses import Addresses
from association.content.history import history
from association.content.waiting import without_what_waits
from association.events.ics import calendar
from association.events.ics_feed import Feed
from association.events.public_event import Contact, public_event
from tests.git_content import GitContent

SITE = "https://asso.example"
FEED = Feed("Agenda", "Nos rendez-vous", f"{SITE}/agenda/", f"{SITE}/agenda.ics", "teal")


def built(content: GitContent) -> bytes:
    """Return the calendar of a content, its revisions taken from git."""
    written = content.read()
    assert written.problems == ()
    site = without_what_waits(written, content.day.date())
    told = history(site)
    assert told.findings == ()
    contact = Contact("Association", "secretariat@asso.example")
    events = [
        public_event(entry, told.revisions[slug], Addresses(SITE), contact=contact)
        for slug, entry in site.events.items()
    ]
    return calendar(FEED, events)


def with_recurrence_ids(calendar_: bytes) -> bytes:
    """Return a calendar with the exceptions to rules as the site wrote them until November 2026.

    The further events of a rule go back under its UID, with RECURRENCE-ID; nothing is left out.
    """
    whole: Any = Calendar.from_ical(calendar_)
    for component in whole.walk("VEVENT"):
        component.pop("EXDATE", None)
        identity, at, domain = component["UID"].partition("@")
        slug, dot, key = identity.partition(".")
        if dot:
            component["UID"] = f"{slug}{at}{domain}"
            start = component["DTSTART"].dt
            day = date.fromisoformat(key)
            component.add("RECURRENCE-ID", start.replace(day.year, day.month, day.day, 9, 30))
    written: bytes = whole.to_ical()
    return written


class Agenda:
    """The calendar that a client subscribes to, and the repository that it comes from."""

    def __init__(self, folder: Path) -> None:
        self.content = GitContent(folder).init()
        self.served = b""

    def publish(self, slug: str, **front: str) -> None:
        """Write an event, commit it and put the new calendar on line."""
        self.content.committed(slug, **front)
        self.served = built(self.content)


@contextmanager
def on_line(agenda: Agenda) -> Iterator[str]:
    """Serve the calendar over HTTP on this machine; yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/calendar; charset=utf-8")
            self.end_headers()
            self.wfile.write(agenda.served)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/agenda.ics"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
