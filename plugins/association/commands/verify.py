"""``invoke verifier``: every problem in the terminal and where forges look for it.

What is wrong is ``checks``', what can be mended ``editing.fixes``'; here are the options, the
streams and the exit code.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..checks.all_checks import Verified, verified
from ..checks.former_agenda import read_former_agenda
from ..content.policy import policy_of_file
from ..core.cache import DISCARD_MESSAGE
from ..core.cache import FOLDER as CACHE
from ..core.clock import asof as day_of
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..core.results_cache import FOLDER as RESULTS
from ..core.results_cache import TEXTS, ResultsCache
from ..editing.fixes.corrections import has_corrections
from ..pictures.rendition_cache import FOLDER as RENDITIONS
from ..pictures.rendition_cache import RenditionCache
from ..problems.annotations import are_supported, as_annotation
from ..problems.code_quality import code_quality
from ..problems.findings import Severity
from ..problems.report import as_text, errors_among, verdict
from ..problems.summary import summary

_FORGES = ("", "github", "aucune")


@dataclass(frozen=True)
class Options:
    """What an editor or a forge asks of a check.

    ``settings`` is a path from the project's root. ``annotations`` is « github », « aucune », or
    ``""``: where they are understood. ``quality`` and ``page`` name the files of GitLab's report
    and of the page in Markdown, ``""`` for none.
    """

    fix: bool = False
    sure: bool = False
    annotations: str = ""
    quality: str = ""
    page: str = ""
    settings: str = "pelicanconf.py"


def main(root: Path, options: Options, *, environ: Mapping[str, str] = os.environ) -> ExitCode:
    """Check the content as the settings ask; print what is found.

    Returns FINE when nothing forbids publication, CONTENT otherwise, USAGE when an option, the day
    or the settings cannot be read or a report cannot be written.
    """
    try:
        _check_options(options)
        now = datetime.now(UTC)
        day = day_of(environ, now)
        policy = policy_of_file(root / options.settings)
        content = content_folder(root)
        former = read_former_agenda(root / "output", root / CACHE, environ)
        if options.fix:
            from .fix import correct  # noqa: PLC0415 — most checks mend nothing

            coloured = sys.stdout.isatty() and not environ.get("NO_COLOR")
            correct(content, day, former_agenda=former, sure=options.sure, coloured=coloured)
        rendition_cache = RenditionCache(content.parent / RENDITIONS)
        cache = ResultsCache(content.parent / CACHE / RESULTS / TEXTS)
        problems = verified(content, day, policy, rendition_cache, cache, now, former)
        cache.save()
        has_sure_fixes = has_corrections(problems.content, problems.problems, day, former)
        _report(problems, options, has_sure_fixes=has_sure_fixes)
    except ValueError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return ExitCode.USAGE
    _print(
        problems, with_annotations=_are_annotated(options, environ), has_sure_fixes=has_sure_fixes
    )
    if rendition_cache.damaged_files or cache.damaged_files:
        print(DISCARD_MESSAGE)  # noqa: T201
    return ExitCode.CONTENT if errors_among(problems.problems) else ExitCode.FINE


def _check_options(options: Options) -> None:
    if options.annotations not in _FORGES:
        raise ValueError(
            f"--annotations {options.annotations} : valeurs possibles, github ou aucune"
        )
    if options.sure and not options.fix:
        raise ValueError("--oui ne va qu’avec --corriger")


def _are_annotated(options: Options, environ: Mapping[str, str]) -> bool:
    return options.annotations == "github" or (not options.annotations and are_supported(environ))


def _report(problems: Verified, options: Options, *, has_sure_fixes: bool) -> None:
    """Write the files that forges read."""
    if options.quality:
        _write(options.quality, "w", code_quality(problems.problems))
    if options.page:
        # A forge gives every step one file, which earlier commands may have begun.
        page = summary(problems.problems, problems.content.files, has_sure_fixes=has_sure_fixes)
        _write(options.page, "a", page)


def _write(name: str, mode: str, text: str) -> None:
    try:
        with Path(name).open(mode, encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise ValueError(f"« {name} » n’a pas pu être écrit ({error.strerror})") from error


def _print(problems: Verified, *, with_annotations: bool, has_sure_fixes: bool) -> None:
    """Print the problems and the verdict; results out, problems aside."""
    for problem in problems.problems:
        print(as_text(problem), end="\n\n", file=sys.stderr)  # noqa: T201
    if with_annotations:
        # A forge keeps the first few of each step: errors come before advice.
        for severity in Severity:
            for problem in problems.problems:
                if problem.severity is severity:
                    print(as_annotation(problem))  # noqa: T201
    words = verdict(
        problems.problems, problems.content.files, building=False, has_sure_fixes=has_sure_fixes
    )
    print(words)  # noqa: T201
