"""Other people's calendar programs: what each shows of a calendar that is served to it."""

import json
import urllib.request
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import recurring_ical_events
from icalendar import Calendar

from association.core.zone import PARIS
from tests.programs import missing, need, run

HERE = Path(__file__).parent
_FIRST, _AFTER = "2026-01-01", "2028-12-31"
# What separates fields and dates in what is printed: a description has lines of its own.
_FIELD, _END = "\x1f", "\x1e"

_VDIRSYNCER = """
[general]
status_path = "{home}/status"
[pair agenda]
a = "site"
b = "here"
collections = null
conflict_resolution = "a wins"
[storage site]
type = "http"
url = "{url}"
[storage here]
type = "filesystem"
path = "{home}/agenda"
fileext = ".ics"
"""
_KHAL = """
[calendars]
[[agenda]]
path = {home}/agenda
readonly = True
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = Europe/Paris
default_timezone = Europe/Paris
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


class Shown(NamedTuple):
    """A date as a program shows it, at its hour in Paris.

    ``text`` is all else that can be read, the place in it where the program sets none apart.
    """

    start: str
    title: str
    place: str
    text: str


Look = Callable[[], list[Shown]]
Program = Callable[[str, Path], Look]


def khal(url: str, home: Path) -> Look:
    """Subscribe with vdirsyncer; each look synchronises and asks khal what it shows."""
    vdirsyncer = need("vdirsyncer", "apt install vdirsyncer")
    program = need("khal", "apt install khal")
    (home / "agenda").mkdir(parents=True)
    sync = home / "vdirsyncer.conf"
    sync.write_text(_VDIRSYNCER.format(home=home, url=url), encoding="utf-8")
    settings = home / "khal.conf"
    settings.write_text(_KHAL.format(home=home), encoding="utf-8")
    run([vdirsyncer, "-c", str(sync), "discover"], home=home, given=b"y\n" * 9)

    def look() -> list[Shown]:
        run([vdirsyncer, "-c", str(sync), "sync"], home=home)
        fields = _FIELD.join(("{start-long}", "{title}", "{location}", "{description}"))
        form = ["--day-format", "", "--format", fields + _END]
        return _read(run([program, "-c", str(settings), "list", *form, _FIRST, _AFTER], home=home))

    return look


def calcurse(url: str, home: Path) -> Look:
    """calcurse reads calendars without following them: each look reads the whole again."""
    program = need("calcurse", "apt install calcurse")
    data = ["-q", "-D", str(home / "calcurse")]
    (home / "calcurse").mkdir(parents=True)

    def look() -> list[Shown]:
        fetched = home / "agenda.ics"
        fetched.write_bytes(_fetch(url))
        run([program, *data, "--purge", "--filter-type", "cal"], home=home)
        run([program, *data, "--import", str(fetched)], home=home)
        further = f"{_FIELD}%m{_FIELD}{_FIELD}%N{_END}"
        form = [
            f"--format-{kind}=%(start:%Y-%m-%d %H:%M){further}" for kind in ("apt", "recur-apt")
        ]
        days = [f"--format-{kind}={further}" for kind in ("event", "recur-event")]
        asked = ["--input-datefmt", "4", "-Q", "--from", _FIRST, "--to", _AFTER]
        # Before the first date of a day stands the day.
        printed = run([program, *data, *asked, *form, *days], home=home)
        found = _read(printed)
        return [one._replace(start=one.start.rpartition("\n")[2]) for one in found]

    return look


def icalendar(url: str, _home: Path) -> Look:
    """The libraries icalendar and recurring-ical-events, of programs in Python."""

    def look() -> list[Shown]:
        calendar = Calendar.from_ical(_fetch(url))
        found = recurring_ical_events.of(calendar).between(
            datetime.fromisoformat(_FIRST), datetime.fromisoformat(_AFTER)
        )
        shown = [
            Shown(
                f"{event['DTSTART'].dt.astimezone(PARIS):%Y-%m-%d %H:%M}",
                *(str(event.get(name, "")) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")),
            )
            for event in found
        ]
        return sorted(shown)

    return look


def ical_js(url: str, home: Path) -> Look:
    """The library ical.js, of Thunderbird and Nextcloud."""
    node = need("node", "apt install nodejs npm")
    if not (HERE / "node_modules" / "ical.js").exists():
        missing("ical.js", "npm ci --prefix tests/clients")
    home.mkdir(exist_ok=True)

    def look() -> list[Shown]:
        reader = str(HERE / "ical_js_reader.mjs")
        found = json.loads(run([node, reader], home=home, given=_fetch(url)))
        return [Shown(_in_paris(start), *texts) for start, _end, _status, *texts in found]

    return look


def libical(url: str, home: Path) -> Look:
    """The library libical, of GNOME and KDE, by the system's Python."""
    python = need("/usr/bin/python3", "apt install python3-gi gir1.2-ical-3.0")
    home.mkdir(exist_ok=True)
    probe = "import gi; gi.require_version('ICalGLib', '3.0')"
    try:
        run([python, "-c", probe], home=home)
    except AssertionError:
        missing("libical", "apt install python3-gi gir1.2-ical-3.0")

    def look() -> list[Shown]:
        reader = str(HERE / "libical_reader.py")
        found = json.loads(run([python, reader], home=home, given=_fetch(url)))
        return [Shown(_in_paris(start), *texts) for _uid, start, _end, *texts in found["dates"]]

    return look


def _fetch(url: str) -> bytes:
    with urllib.request.urlopen(url) as answer:
        served: bytes = answer.read()
    return served


def _in_paris(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, PARIS):%Y-%m-%d %H:%M}"


def _read(printed: str) -> list[Shown]:
    dates = (date.strip("\n").split(_FIELD) for date in printed.split(_END))
    return [Shown(*fields) for fields in dates if len(fields) == len(Shown._fields)]
