"""The instant that the site is built for: the one asked for, or the present.

Pure: each command reads the clock once, and passes the time in here.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time

from .zone import PARIS


def asof(environ: Mapping[str, str], now: datetime) -> datetime:
    """Return the instant the site is built for, aware, in Paris.

    ``ASOF`` takes precedence (« 2027-03-14 », or an instant « 2027-03-14T09:30 » in Paris unless it
    has an offset), then ``SOURCE_DATE_EPOCH`` (seconds; reproducible-builds.org), then ``now``.
    Raises ValueError in French when either is malformed.
    """
    text = environ.get("ASOF", "").strip()
    if text:
        return _parse(text)
    epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        if not re.fullmatch(r"\d{1,11}", epoch):
            raise ValueError(f"SOURCE_DATE_EPOCH : « {epoch} » n’est pas un nombre de secondes")
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(PARIS)
    return now.astimezone(PARIS)


def _parse(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"ASOF : « {text} » n’est pas une date, écrivez 2027-03-14") from None
    if instant.tzinfo is None:
        instant = datetime.combine(instant.date(), instant.time() or time(), PARIS)
    return instant.astimezone(PARIS)
