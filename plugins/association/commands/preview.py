"""``invoke serve``: shows the site on this machine, and builds it again at each change."""

from dataclasses import dataclass
from pathlib import Path

from ..core.exit_code import ExitCode
from ..runner.build import Plan
from ..runner.console import Console
from ..runner.preview.serving import serve


@dataclass(frozen=True)
class Options:
    """``date`` is the day on which to show the site, ``""`` for today."""

    port: int = 8000
    date: str = ""


def main(root: Path, options: Options, *, console: Console | None = None) -> ExitCode:
    """Show the site, drafts too; return FINE, USAGE when the port or the day is none."""
    plan = Plan(root, asof=options.date, drafts=True)
    return serve(plan, options.port, console or Console.of_this_process())
