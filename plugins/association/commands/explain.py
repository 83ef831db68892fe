"""``invoke expliquer``: what a problem's code means."""

from dataclasses import dataclass
from pathlib import Path

from ..core.exit_code import ExitCode
from ..editing.guide.explanation import explanation
from ..runner.console import Console


@dataclass(frozen=True)
class Options:
    """``code`` is a problem's name, ``""`` for all of them."""

    code: str = ""


def main(_root: Path, options: Options, *, console: Console | None = None) -> ExitCode:
    """Say what a code means; return FINE, USAGE when there is no such code."""
    words, is_known = explanation(options.code)
    (console or Console.of_this_process()).say(words)
    return ExitCode.FINE if is_known else ExitCode.USAGE
