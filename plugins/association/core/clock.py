"""The day the site is built for: the one that was asked for, or the day it is.

Pure: whoever starts a command looks at the clock, once, and hands its time in here.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time

from .zone import PARIS


def asof(environ: Mapping[str, str], now: datetime) -> datetime:
    """Return the instant the site is built for, aware, in Paris.

    ``ASOF`` counts first (« 2027-03-14 », or an instant « 2027-03-14T09:30 » in Paris unless it
    has an offset), then ``SOURCE_DATE_EPOCH`` (seconds; reproducible-builds.org), then ``now``.
    Raises ValueError in French when either cannot be read.
    """
    written = environ.get("ASOF", "").strip()
    if written:
        return _written(written)
    epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        if not re.fullmatch(r"\d{1,11}", epoch):
            raise ValueError(f"SOURCE_DATE_EPOCH : « {epoch} » n’est pas un nombre de secondes")
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(PARIS)
    return now.astimezone(PARIS)


def _written(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"ASOF : « {text} » n’est pas une date, écrivez 2027-03-14") from None
    if instant.tzinfo is None:
        instant = datetime.combine(instant.date(), instant.time() or time(), PARIS)
    return instant.astimezone(PARIS)
