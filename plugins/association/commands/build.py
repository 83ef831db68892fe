"""``invoke build``: builds the site, and tells what came of it."""

from dataclasses import dataclass
from pathlib import Path

from ..core.exit_code import ExitCode
from ..runner.build import Plan, build
from ..runner.console import Console


@dataclass(frozen=True)
class Options:
    """``settings`` is a path from the project's root; ``date`` is the day, ``""`` for today."""

    settings: str = "pelicanconf.py"
    date: str = ""


def main(root: Path, options: Options, *, console: Console | None = None) -> ExitCode:
    """Build the site into ``output``.

    Returns FINE, CONTENT when the content has errors, USAGE when what was asked makes no sense,
    FAULT when the build broke down.
    """
    console = console or Console.of_this_process()
    plan = Plan(root, settings=options.settings, asof=options.date)
    outcome = build(plan, waiting=console.say, progress=console.progress)
    console.show_outcome(outcome)
    return outcome.exit_code
