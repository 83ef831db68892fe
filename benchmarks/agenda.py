"""What ten times as many events cost: ``python benchmarks/agenda.py`` (one to three minutes).

Prints, for 1,000 and 10,000 events over eight years, one in fifty a weekly rule: the seconds to
work out all pages and write the files for programs, those to print the agenda's pages but single
events', the weight of the subscription and of the whole calendar, and the heaviest page.
"""

import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(ROOT / "plugins/typographie/pelican/plugins")]

from tests.calendar_context import Press, content_with, context_of, event_file, files_of  # noqa: E402

SIZES = (1_000, 10_000)
ASOF = date(2026, 11, 21)
KINDS = (
    *("agenda", "agenda-annee", "agenda-index", "agenda-liste", "agenda-mois"),
    *("agenda-passe", "agenda-programme", "plan-du-site"),
)
PLACE = "lieu:\n  nom: Salle des fêtes\n  code_postal: '69001'\n  ville: Lyon\n"
WEEKS = "recurrence:\n  frequence: hebdomadaire\n  nombre: 10\n"


def events(count: int) -> dict[str, str]:
    """Return the files of so many events by slug, spread over seven years past and one to come."""
    first = ASOF - timedelta(days=7 * 365)
    found = {}
    for number in range(count):
        day = first + timedelta(days=number * 8 * 365 // count)
        lines = f"debut: {day} 09:30\nfin: {day} 17:00\n{PLACE}"
        more = WEEKS if number % 50 == 0 else ""
        found[f"rencontre-{number}"] = event_file(lines + more, titre=f"Rencontre {number}")
    return found


def measure(count: int, folder: Path) -> None:
    """Print a line about an agenda of so many events."""
    context = context_of(content_with(folder, events(count)), ASOF.isoformat())
    start = time.perf_counter()
    files = files_of(context)
    made = time.perf_counter()
    pages = {page.path: len(page.source.encode()) for page in Press().printed(context, *KINDS)}
    printed = time.perf_counter()
    heaviest = max(pages, key=lambda path: pages[path])
    print(f"{count:>6,} events: files {made - start:.1f} s, pages {printed - made:.1f} s", end="; ")
    for path in ("agenda.ics", "agenda/tout.ics"):
        print(f"/{path} {len(files[path]):,} B", end="; ")
    print(f"heaviest of {len(pages)} pages /{heaviest} {pages[heaviest]:,} B", flush=True)


if __name__ == "__main__":
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            measure(size, Path(name))
