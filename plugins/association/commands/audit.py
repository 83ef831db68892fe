"""``invoke controler``: every check on the finished site, its faults by matter, the verdict."""

import runpy
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..audit import external_links, foreign_loads, links, machine_files, nu, personal_data, weights
from ..audit.faults import Fault
from ..audit.site_folder import SiteFolder
from ..content import reading
from ..content.identity import Identity, identity_of
from ..content.reading import Content
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..problems.report import pluralize

Say = Callable[[str], None]
_MOST_SHOWN = 20


@dataclass(frozen=True)
class Options:
    """What is audited: the settings' file and the site's folder, as paths from the root.

    ``outside`` also tries the links to other sites; ``whole`` makes a check that cannot run here a
    failure.
    """

    settings: str = "pelicanconf.py"
    output: str = "output"
    outside: bool = False
    whole: bool = False


def main(root: Path, options: Options, say: Say = print) -> ExitCode:
    """Check the finished site; return FINE, CONTENT when it has faults, USAGE without a site."""
    folder = root / options.output
    try:
        site = SiteFolder(folder)
    except FileNotFoundError:
        say(f"Il n’y a pas de site dans « {folder.name} » : lancez d’abord « invoke build ».")
        return ExitCode.USAGE
    identity = identity_of(runpy.run_path(str(root / options.settings)))
    content = reading.read(content_folder(root))
    matters = _matters(site, content, identity, options)
    found = sum(_count_faults(title, faults, say) for title, faults in matters)
    skipped = _count_nu_faults(site, root, say)
    counts = f"{pluralize(len(site.pages), 'page')}, {pluralize(len(site.files), 'fichier')}"
    total = found + (skipped or 0)
    if total:
        say(f"\n{counts} : {pluralize(total, 'défaut')}. Ce site n’est pas à publier.")
    else:
        say(f"\n{counts} : aucun défaut.")
    is_wrong = total or (skipped is None and options.whole)
    return ExitCode.CONTENT if is_wrong else ExitCode.FINE


def _matters(
    site: SiteFolder, content: Content, identity: Identity, options: Options
) -> Iterable[tuple[str, Iterable[Fault]]]:
    """Yield each matter with its faults, found as they are read."""
    yield "Liens, repères, images, plan du site", links.faults(site)
    yield "Rien n’est chargé d’ailleurs, rien n’est écrit dans la page", foreign_loads.faults(site)
    yield "Calendriers, cartes, flux, données", machine_files.faults(site)
    reasons = personal_data.allowed_contacts(content, identity)
    yield "Adresses et numéros", personal_data.faults(site, reasons)
    yield "Poids", weights.faults(site)
    if options.outside:
        yield "Liens vers d’autres sites", external_links.faults(site)


def _count_faults(title: str, faults: Iterable[Fault], say: Say) -> int:
    """Say the faults of a matter, the first of them in full; return how many there are."""
    found = sorted(set(faults))
    say(f"{title} : {pluralize(len(found), 'défaut') if found else 'bien'}")
    for fault in found[:_MOST_SHOWN]:
        say(f"  {fault}")
    if len(found) > _MOST_SHOWN:
        say(f"  … et {pluralize(len(found) - _MOST_SHOWN, 'autre')}")
    return len(found)


def _count_nu_faults(site: SiteFolder, root: Path, say: Say) -> int | None:
    """Say what the Nu HTML checker finds; return None where it cannot run."""
    title = "HTML (vérificateur Nu)"
    try:
        return _count_faults(title, nu.faults(site, root), say)
    except nu.NoCheckerError as missing:
        say(f"{title} : non contrôlé, {missing}")
        return None
