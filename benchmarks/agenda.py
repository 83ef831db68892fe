"""What ten times as many events cost: ``python benchmarks/agenda.py`` (about two minutes).

Writes 1,000 and 10,000 events under git, one in ten recurring, and measures each step of the
agenda on both, in turn, keeping the best of a few runs. A cost that grows linearly gives a ratio
of 10.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from association.content.addresses import Addresses  # noqa: E402
from association.content.history import history  # noqa: E402
from association.content.reading import read  # noqa: E402
from association.events.agenda_json import agenda_json  # noqa: E402
from association.events.feeds import agenda_items  # noqa: E402
from association.events.ics import Feed, calendar  # noqa: E402
from association.events.occurrences import by_month, occurrences, upcoming  # noqa: E402
from association.events.public_event import public_event  # noqa: E402

T = TypeVar("T")

SIZES = (1_000, 10_000)
RUNS = 3
SITE = "https://asso.example"
FEED = Feed("Agenda", "", f"{SITE}/agenda/", f"{SITE}/agenda.ics")
ASOF = datetime(2027, 1, 1, tzinfo=UTC)
RECURRENCE = """\
recurrence:
    frequence: mensuelle
    nombre: 12
    annulees:
        - date: {day}
"""


def write(folder: Path, events: int) -> Path:
    """Write so many events in a content folder under git; return the folder."""
    root = folder / "content"
    (root / "agenda").mkdir(parents=True)
    words = (ROOT / "content" / "vocabulaire.yml").read_bytes()
    (root / "vocabulaire.yml").write_bytes(words)
    for number in range(events):
        # The first 28 days of a month: every month has them.
        day = date(2020, 1, 1) + timedelta(days=number % 4000)
        day = day.replace(day=min(day.day, 28))
        text = (
            f"---\ntitre: Rencontre {number}\nresume: Une rencontre à Lyon.\n"
            f"debut: {day} 09:30\nfin: {day} 17:00\ncategorie: Formation\n"
            "lieu:\n    nom: Salle des fêtes\n    code_postal: '69001'\n    ville: Lyon\n"
            f"{RECURRENCE.format(day=day) if number % 10 == 0 else ''}---\n\nUn texte.\n"
        )
        (root / "agenda" / f"rencontre-{number}.md").write_text(text, encoding="utf-8")
    who = ("-c", "user.name=x", "-c", "user.email=x@asso.example", "-c", "gc.auto=0")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "Write")):
        subprocess.run(("git", *command), cwd=folder, check=True)
    return root


def steps(root: Path) -> dict[str, float]:
    """Return the seconds that each step takes on a content folder."""
    taken: dict[str, float] = {}

    def timed(name: str, step: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = step()
        taken[name] = time.perf_counter() - start
        return result

    content = timed("read the files", lambda: read(root))
    told = timed("read the history", lambda: history(content))
    found = timed(
        "expand", lambda: [item for event in content.events.values() for item in occurrences(event)]
    )
    timed("sort by month", lambda: by_month(upcoming(found, asof=ASOF)))
    events = timed(
        "gather",
        lambda: [
            public_event(event, told.revisions[slug], Addresses(SITE))
            for slug, event in content.events.items()
        ],
    )
    timed("write the calendar", lambda: calendar(FEED, events))
    timed("write the JSON", lambda: agenda_json("Agenda", SITE, events))
    timed("write the feed", lambda: agenda_items(events))
    return taken


def main() -> None:
    """Measure both sizes in turn and print a table."""
    best: dict[int, dict[str, float]] = {size: {} for size in SIZES}
    with tempfile.TemporaryDirectory() as folder:
        roots = {size: write(Path(folder) / str(size), size) for size in SIZES}
        for _ in range(RUNS):
            for size, root in roots.items():
                for name, seconds in steps(root).items():
                    best[size][name] = min(seconds, best[size].get(name, seconds))
    small, large = (best[size] for size in SIZES)
    small["all"], large["all"] = sum(small.values()), sum(large.values())
    print(f"{'':20}{SIZES[0]:>9,}{SIZES[1]:>10,}   ratio")
    for name, seconds in small.items():
        print(f"{name:20}{seconds:8.3f}s{large[name]:9.3f}s{large[name] / seconds:8.1f}")


if __name__ == "__main__":
    main()
