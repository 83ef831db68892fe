"""The command that says when the built site changes of itself."""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from ..core.clock import asof
from ..events.addresses import NEXT_CHANGE
from ..events.next_change import next_change_in_words


def main(output: Path, date: str = "", environ: Mapping[str, str] = os.environ) -> int:
    """Print when the site below ``output`` changes next, as seen from ``date`` (else: now).

    Returns 0, 1 when there is no built site, 2 when the day cannot be read.
    """
    try:
        now = asof({**environ, **({"ASOF": date} if date else {})}, datetime.now(UTC))
    except ValueError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    try:
        words = next_change_in_words((output / NEXT_CHANGE).read_bytes(), now)
    except (OSError, ValueError):
        print("Aucun site construit : lancez « invoke build ».", file=sys.stderr)  # noqa: T201
        return 1
    print(words)  # noqa: T201
    return 0
