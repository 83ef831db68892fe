"""``invoke prochain``: when the built site changes of itself."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..core.clock import asof
from ..core.exit_code import ExitCode
from ..events.addresses import NEXT_CHANGE
from ..events.next_change import next_change_in_words


@dataclass(frozen=True)
class Options:
    """``date`` is the day to look from, ``""`` for today."""

    date: str = ""


def main(root: Path, options: Options, *, environ: Mapping[str, str] = os.environ) -> ExitCode:
    """Print when the built site changes next.

    Returns FINE, CONTENT when there is no built site, USAGE when the day cannot be read.
    """
    try:
        asked = {"ASOF": options.date} if options.date else {}
        now = asof({**environ, **asked}, datetime.now(UTC))
    except ValueError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return ExitCode.USAGE
    try:
        words = next_change_in_words((root / "output" / NEXT_CHANGE).read_bytes(), now)
    except (OSError, ValueError):
        print("Aucun site construit : lancez « invoke build ».", file=sys.stderr)  # noqa: T201
        return ExitCode.CONTENT
    print(words)  # noqa: T201
    return ExitCode.FINE
