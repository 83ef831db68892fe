"""Building the site: one Pelican subprocess into a fresh folder, swapped in when complete.

A build that fails, for whatever reason, leaves the last good site as it was. ``fresh_folder``
manages the folders, ``summary`` has the words, the generator decides what is built.
"""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..core.cache import FOLDER as CACHE
from ..core.cache import discard
from ..core.content_folder import content_name
from ..core.exit_code import ExitCode
from .former_site import IN_PLACE, SETTING, keep_former
from .fresh_folder import FreshFolder, fresh_folder
from .outdated_build import GIVEN_UP
from .report_reader import BuildReport, UnreadableReportError, read_report
from .resident import Resident, environment_of_python

LOG = CACHE / "construction.log"
"""Where the words of a build that broke down are kept, from the project's root."""

_PATIENCE = 0.5
_WHY = {
    errno.EACCES: "l’écriture y est interdite",
    errno.EPERM: "l’écriture y est interdite",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place allouée est épuisée",
    errno.EBUSY: "ce dossier est occupé par un autre usage",
}


@dataclass(frozen=True)
class Outcome:
    """The result of a build: ``report`` if the generator wrote one, else ``trouble``.

    ``seconds`` is the time from the call to the answer; ``trouble`` is a French sentence.
    ``gave_way``: the content changed meanwhile, and nothing is known of this build.
    """

    exit_code: ExitCode
    seconds: float
    report: BuildReport | None = None
    trouble: str = ""
    gave_way: bool = False

    @property
    def is_success(self) -> bool:
        """Whether the new site is in place."""
        return self.exit_code is ExitCode.FINE


@dataclass(frozen=True)
class Plan:
    """What to build: paths from the project's ``root``, the day, whether drafts are shown.

    ``asof`` is a day or an instant in ISO form, or ``""`` for what the environment says, else now.
    ``published`` is where the published site is, ``""`` for what the environment says.
    """

    root: Path
    output: str = "output"
    content: str = field(default_factory=content_name)
    settings: str = "pelicanconf.py"
    asof: str = ""
    drafts: bool = False
    published: str = ""

    @property
    def target(self) -> Path:
        """The folder of the finished site, absolute and without symbolic links."""
        return (self.root / self.output).resolve()


class _RefusedError(Exception):
    """A plan that cannot be built, with the reason in French."""


class _OutdatedError(Exception):
    """A build gave way to the next."""


class _BrokenError(Exception):
    """A build failed for another reason than the content; its log is still in the fresh folder."""


def build(
    plan: Plan,
    *,
    waiting: Callable[[str], None] = lambda _sentence: None,
    progress: Callable[[float], None] = lambda _seconds: None,
    resident: Resident | None = None,
) -> Outcome:
    """Build the site and put it in place; never raise but for an interruption.

    ``waiting`` is told, in French, when another build must end first; ``progress`` is told about
    twice a second how many seconds the build has lasted. The process that ``resident`` has ready
    runs it.
    """
    start = time.monotonic()
    report, trouble = None, ""
    try:
        _check(plan)
        with fresh_folder(plan.target, waiting) as fresh:
            report = _attempt(plan, fresh, progress, resident)
        code = ExitCode.CONTENT if report.errors else ExitCode.FINE
    except _RefusedError as refusal:
        code, trouble = ExitCode.USAGE, str(refusal)
    except _OutdatedError:
        return Outcome(ExitCode.FAULT, time.monotonic() - start, gave_way=True)
    except _BrokenError:
        code, trouble = ExitCode.FAULT, _fault()
    except OSError as error:
        report, code, trouble = None, ExitCode.FAULT, _unwritable(plan, error)
    return Outcome(code, time.monotonic() - start, report, trouble)


def _check(plan: Plan) -> None:
    """Refuse what cannot be built, or what would replace a folder that is not a site."""
    root, target = plan.root.resolve(), plan.target
    sources = [root / name for name in (plan.content, "theme", "plugins")]
    if any(place.is_relative_to(target) for place in (root, *sources)) or any(
        target.is_relative_to(source) for source in sources
    ):
        raise _RefusedError(
            f"Le site ne peut pas être construit dans « {plan.output} » : "
            "ce dossier contient les sources, ou en fait partie."
        )
    if target.exists() and not target.is_dir():
        raise _RefusedError(f"« {plan.output} » existe et n’est pas un dossier.")
    for name in (plan.content, plan.settings):
        if not (root / name).exists():
            raise _RefusedError(f"« {name} » est introuvable dans {root}.")
    if plan.asof and not _is_a_day_or_an_instant(plan.asof):
        raise _RefusedError(
            f"« {plan.asof} » n’est pas une date attendue : écrivez-la comme 2027-03-14."
        )


def _is_a_day_or_an_instant(text: str) -> bool:
    """Say whether ``text`` is an ISO 8601 date, with or without a time of day."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _attempt(
    plan: Plan,
    fresh: FreshFolder,
    progress: Callable[[float], None],
    resident: Resident | None,
) -> BuildReport:
    """Build into the fresh folder and swap it in unless the content has errors."""
    exit_status = _run(plan, fresh, progress, resident)
    if exit_status == GIVEN_UP:
        raise _OutdatedError
    report = _report_of(fresh)
    if report and report.errors and exit_status == ExitCode.CONTENT:
        return report
    complete = (fresh.site / "index.html").is_file()
    if report and not report.errors and exit_status == ExitCode.FINE and complete:
        keep_former(plan.target, plan.root / CACHE)
        fresh.swap_in()
        return report
    words = fresh.log.read_text(encoding="utf-8", errors="replace").strip()
    if exit_status == ExitCode.USAGE and words:
        raise _RefusedError(words.rpartition("\n\n")[2])
    _keep_log(plan, fresh, exit_status)
    raise _BrokenError


def _report_of(fresh: FreshFolder) -> BuildReport | None:
    """Return what the generator reported, or None when it broke down before."""
    try:
        return read_report(fresh.report)
    except UnreadableReportError:
        return None


def _run(
    plan: Plan,
    fresh: FreshFolder,
    progress: Callable[[float], None],
    resident: Resident | None,
) -> int:
    """Return what Pelican returned; its words go to the log, nothing to the terminal."""
    start = time.monotonic()
    arguments = [plan.content, "-s", plan.settings, "-o", str(fresh.site)]
    arguments += ["--log-handler", "plain"]
    environment = _environment(plan, fresh)
    job = resident.take(arguments, environment, fresh.log) if resident else None
    pelican = job or _start(plan, arguments, environment, fresh.log)
    try:
        while True:
            try:
                return pelican.wait(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                progress(time.monotonic() - start)
    finally:
        pelican.kill()
        pelican.wait()


def _start(
    plan: Plan, arguments: Sequence[str], environment: Mapping[str, str], log: Path
) -> subprocess.Popen[str]:
    with log.open("wb") as said:
        return subprocess.Popen(
            [sys.executable, "-m", "pelican", *arguments],
            cwd=plan.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )


def _environment(plan: Plan, fresh: FreshFolder) -> dict[str, str]:
    """Return the environment of the build: ours, in UTF-8, and what the generator reads."""
    environment = {name: text for name, text in os.environ.items() if name != "BROUILLONS"}
    environment = environment_of_python(environment)
    environment |= {"RAPPORT": str(fresh.report), IN_PLACE: str(plan.target)}
    if plan.published:
        environment[SETTING] = plan.published
    if plan.asof:
        environment["ASOF"] = plan.asof
    if plan.drafts:
        environment["BROUILLONS"] = "1"
    return environment


def _keep_log(plan: Plan, fresh: FreshFolder, exit_status: int) -> None:
    """Keep the build's words where the French sentence says."""
    kept = plan.root / LOG
    if not kept.parent.is_dir():
        discard(kept.parent)
    if kept.is_dir():
        discard(kept)
    kept.parent.mkdir(exist_ok=True)
    shutil.copyfile(fresh.log, kept)
    with kept.open("a", encoding="utf-8") as log:
        log.write(f"\npelican: exit status {exit_status}\n")


def _fault() -> str:
    """Return what an editor is told when the build broke down by no fault of the content."""
    return (
        "La construction s’est arrêtée sur une panne du programme, et non sur une erreur à "
        "corriger dans vos fichiers.\n"
        "Rien n’est publié ; le dernier site réussi reste en place.\n"
        f"Le détail est dans {LOG} : transmettez ce fichier à la personne qui s’occupe du site."
    )


def _unwritable(plan: Plan, error: OSError) -> str:
    """Return what an editor is told when the disk refuses the site."""
    why = _WHY.get(error.errno or 0, error.strerror or "raison inconnue")
    return (
        f"Impossible d’écrire le site dans « {plan.output} » : {why}.\n"
        "Rien n’est publié ; le dernier site réussi reste en place."
    )
