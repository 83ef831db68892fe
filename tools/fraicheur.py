"""Say whether a published site still follows its own calendar: for schedules and their watchers.

    python3 tools/fraicheur.py https://www.example.org [--silencieux]

Reads ``/agenda/prochain-changement.json`` of the published site. Exits with 0 when it is up to
date, 1 when it should have been built again (a change that it announced has come, or it was built
on an earlier day than this one), 2 when the file cannot be read. With ``--silencieux`` it speaks
only when something is wrong, as scheduled tasks of hosts expect.

The standard library is enough, so that a schedule pays for no installation, and any machine with
Python can watch from outside.
"""

import argparse
import json
import sys
import urllib.request
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
_FILE = "/agenda/prochain-changement.json"
_PATIENCE = 30.0


@dataclass(frozen=True)
class Published:
    """What a published site says of itself: the day it was built for, its next change in UTC."""

    built_for: date
    next_change: datetime | None


def published(text: str) -> Published:
    """Return what the file says; raise ValueError when it is no such file."""
    try:
        said = json.loads(text)
        due = said["next_change"]
        at = datetime.fromisoformat(due) if due else None
        return Published(date.fromisoformat(said["built_for"]), at)
    except (KeyError, TypeError) as error:
        raise ValueError("ce n’est pas le fichier attendu") from error


def stale(site: Published, now: datetime) -> str:
    """Return in French why the site should be built again at ``now`` (aware), ``""`` if not."""
    if site.next_change and site.next_change <= now:
        due = site.next_change.astimezone(PARIS)
        return f"Le site devait changer le {due:%d/%m/%Y} à {due:%H} h {due:%M} (heure de Paris)."
    days = (now.astimezone(PARIS).date() - site.built_for).days
    if days > 0:
        return f"Le site a été construit le {site.built_for:%d/%m/%Y}, il y a {_days(days)}."
    return ""


def _days(number: int) -> str:
    return "un jour" if number == 1 else f"{number} jours"


def _fetched(site: str) -> str:
    with urllib.request.urlopen(site.rstrip("/") + _FILE, timeout=_PATIENCE) as answer:
        return str(answer.read().decode("utf-8"))


def main(arguments: list[str], now: datetime) -> int:
    """Print the answer for the site named in ``arguments``; return the exit code."""
    parser = argparse.ArgumentParser(description="Dit si le site publié est à jour.")
    parser.add_argument("site", help="l’adresse du site, par exemple https://www.example.org")
    parser.add_argument("--silencieux", action="store_true", help="ne parle que s’il faut agir")
    asked = parser.parse_args(arguments)
    try:
        why = stale(published(_fetched(asked.site)), now)
    except (OSError, ValueError) as error:
        print(f"{asked.site}{_FILE} ne peut pas être lu ({error}).")
        return 2
    if why:
        print(
            f"{why} Il n’a pas été reconstruit : la reconstruction programmée est peut-être "
            "arrêtée. Relancez-la depuis la forge (docs/publication-automatique.md)."
        )
        return 1
    if not asked.silencieux:
        print("Le site publié est à jour.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], datetime.now(UTC)))
