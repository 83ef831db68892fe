"""When the site changes of itself: a file that scheduled jobs read, and its sentence. Pure.

The file is ``/agenda/prochain-changement.json``: ``next_change`` is a UTC instant or null,
``built_for`` the day that the site was built for. A job rebuilds once the instant has come.
"""

import json
from datetime import UTC, datetime

from ..content.french_dates import when_in_words
from ..content.times import iso_utc
from ..core.zone import PARIS


def next_change_json(due: datetime | None, asof: datetime) -> bytes:
    """Return the file; ``due`` and ``asof`` are aware."""
    said = {
        "next_change": iso_utc(due) if due else None,
        "built_for": asof.astimezone(PARIS).date().isoformat(),
    }
    return (json.dumps(said, indent=1) + "\n").encode()


def next_change_in_words(file: bytes, now: datetime) -> str:
    """Return what the file of a built site says at ``now``, as a French sentence.

    Raises ValueError when this is not such a file.
    """
    try:
        due = json.loads(file)["next_change"]
    except (KeyError, TypeError) as error:
        raise ValueError("not a file of the next change") from error
    if due is None:
        return "Plus rien ne changera de soi-même sur ce site."
    instant = datetime.fromisoformat(due)
    words = when_in_words(instant.astimezone(PARIS).replace(tzinfo=None), weekday=True)
    if instant <= now.astimezone(UTC):
        return f"Ce site a changé le {words} (heure de Paris) : lancez « invoke build »."
    return f"Ce site changera de lui-même le {words} (heure de Paris)."
