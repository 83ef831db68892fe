"""What ten times as many events cost: ``python benchmarks/agenda.py`` (some minutes).

Prints, for 1,000 and 10,000 events, one in fifty a weekly rule, over eight years and over twenty,
one of them to come: the seconds of processor to work out all pages and write the files for
programs, those to print the agenda's pages but single events', the weights of the subscription, of
its twin with reminders and of the whole calendar, and the heaviest page.
"""

import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(ROOT / "plugins/typographie/pelican/plugins")]

from tests.calendar_context import Press, content_with, context_of, event_file, files_of  # noqa: E402

SIZES = (1_000, 10_000)
YEARS = (8, 20)
ASOF = date(2026, 11, 21)
KINDS = (
    *("agenda", "agenda-annee", "agenda-index", "agenda-liste", "agenda-mois"),
    *("agenda-passe", "agenda-programme", "plan-du-site"),
)
PLACE = "lieu:\n  nom: Salle des fêtes\n  code_postal: '69001'\n  ville: Lyon\n"
WEEKS = "recurrence:\n  frequence: hebdomadaire\n  nombre: 10\n"


def events(count: int, years: int) -> dict[str, str]:
    """Return the files of so many events by slug, spread evenly, the last of the years to come."""
    first = ASOF - timedelta(days=(years - 1) * 365)
    found = {}
    for number in range(count):
        day = first + timedelta(days=number * years * 365 // count)
        lines = f"debut: {day} 09:30\nfin: {day} 17:00\n{PLACE}"
        more = WEEKS if number % 50 == 0 else ""
        found[f"rencontre-{number}"] = event_file(lines + more, titre=f"Rencontre {number}")
    return found


def measure(count: int, years: int, folder: Path) -> None:
    """Print a line about an agenda of so many events over so many years."""
    context = context_of(content_with(folder, events(count, years)), ASOF.isoformat())
    start = time.process_time()
    files = files_of(context)
    made = time.process_time()
    pages = {page.path: len(page.source.encode()) for page in Press().printed(context, *KINDS)}
    printed = time.process_time()
    heaviest = max(pages, key=lambda path: pages[path])
    print(f"{count:>6,} events over {years} years: files {made - start:.1f} s", end=", ")
    print(f"pages {printed - made:.1f} s", end="; ")
    for path in ("agenda.ics", "agenda/rappels.ics", "agenda/tout.ics"):
        print(f"/{path} {len(files[path]):,} B", end="; ")
    print(f"heaviest of {len(pages)} pages /{heaviest} {pages[heaviest]:,} B", flush=True)


if __name__ == "__main__":
    for size, span in product(SIZES, YEARS):
        with tempfile.TemporaryDirectory() as name:
            measure(size, span, Path(name))
