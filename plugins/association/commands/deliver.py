"""``invoke publier``: builds, controls, delivers to the target, and says in French what came of it.

What a publication is, is ``delivery``'s; here are the options, what is asked of a finished site,
and the words.
"""

import os
import runpy
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..content.french_dates import when_in_words
from ..core.cache import FOLDER as CACHE
from ..core.exit_code import ExitCode
from ..core.zone import PARIS
from ..delivery import branch
from ..delivery.delivery import (
    Report,
    Site,
    Terms,
    changes_to,
    former_version,
    next_version,
    publish,
    roll_back,
)
from ..delivery.destinations import Destination, destination
from ..delivery.folder_target import FolderTarget
from ..delivery.guard import Consent, refuse_collapse, refuse_strangers
from ..delivery.host_state import read_state
from ..delivery.lock import Holder
from ..delivery.site_files import files_built_for
from ..delivery.target import DeliveryError, Target
from ..delivery.words import failure_message, file_size, first_few, summary, with_french_spaces
from ..problems.report import pluralize
from ..runner.build import Plan, build
from ..runner.console import Console
from ..runner.former_site import FILES, write_files
from . import audit

_KEPT = (
    "Rien n’a été envoyé : le site en ligne n’a pas changé. Corrigez ce qui est dit plus haut, "
    "puis relancez « invoke publier »."
)
_PAUSE = 15

PREVIEW = "apercu"
"""The name of the target of previews, in apercuconf.py."""


@dataclass(frozen=True)
class Options:
    """The options of the command; ``consent`` holds those that lift a refusal.

    ``forget`` keeps no former version on the host; ``dry`` changes nothing there; ``wait`` waits
    for another publication to end. ``remove`` takes a preview away, and builds nothing.
    """

    settings: str = "publishconf.py"
    target: str = ""
    build: bool = True
    back: bool = False
    dry: bool = False
    forget: bool = False
    wait: bool = False
    remove: bool = False
    consent: Consent = field(default_factory=Consent)


Audit = Callable[[Path, audit.Options, Callable[[str], None]], ExitCode]


def main(
    root: Path,
    options: Options,
    *,
    console: Console | None = None,
    environ: Mapping[str, str] = os.environ,
    audit_site: Audit = audit.main,
) -> ExitCode:
    """Publish the site of the project at ``root``, or put the former version back online.

    A site in which ``audit_site`` finds a fault is not sent. Returns FINE, CONTENT when the content
    or the built site is refused, USAGE when an option or a setting is missing, FAULT when the host
    or the connection failed; what is online is complete in every case.
    """
    console = console or Console.of_this_process()
    try:
        settings = _settings(root / options.settings)
        chosen = destination(settings, options.target, environ)
        sends = not (options.back or options.remove)
        if options.build and sends:
            # Nobody noted the dates of a preview: they are compared with the site's own.
            published = "" if chosen.name == PREVIEW else _published(root, chosen)
            plan = Plan(root, settings=options.settings, published=published)
            outcome = build(plan, waiting=console.say)
            console.show_outcome(outcome)
            if not outcome.is_success:
                return outcome.exit_code
        about = audit.Options(options.settings)
        if sends and (code := audit_site(root, about, console.say)):
            console.complain(_KEPT)
            return code
        for line in _deliver(root, settings, chosen, options, console):
            console.passing("")
            console.say(with_french_spaces(line))
    except DeliveryError as refusal:
        console.passing("")
        console.complain(with_french_spaces(str(refusal)))
        return refusal.code
    except (OSError, EOFError) as error:
        console.passing("")
        console.complain(with_french_spaces(failure_message(error)))
        return ExitCode.FAULT
    return ExitCode.FINE


def _settings(path: Path) -> Mapping[str, Any]:
    try:
        return runpy.run_path(str(path))
    except Exception as error:
        raise DeliveryError(f"{path.name} ne peut pas être lu : {error}") from error


def _deliver(
    root: Path, settings: Mapping[str, Any], to: Destination, options: Options, console: Console
) -> Iterator[str]:
    """Do what is asked, and yield the lines that tell of it."""
    start = time.monotonic()
    if options.remove:
        yield _removed(root, to, options, console)
        return
    if to.kind == "pages":
        yield _on_branch(root, settings, to, options)
        return
    terms = _terms(to, options, console)
    with _target(root, to) as target:
        if options.dry:
            yield from _preview_words(_changes(target, to, terms, root, settings, options))
            return
        if options.back:
            report = roll_back(target, to.place, terms, console.passing)
            yield f"La version du {_moment(report)} est de nouveau en ligne sur {to.where}."
        else:
            report = publish(target, to.place, _site(root, settings), terms, console.passing)
            yield f"Le site est en ligne sur {to.where}."
    counts = len(report.sent), len(report.erased), report.same, report.size
    yield summary(*counts, time.monotonic() - start)
    yield from _remarks(report, terms)


def _removed(root: Path, to: Destination, options: Options, console: Console) -> str:
    """Take a preview away; its folder stays, empty. No other site can be removed."""
    if to.name != PREVIEW or to.kind == "pages":
        raise DeliveryError(
            f"« --retirer » n’enlève qu’un aperçu, la cible « {PREVIEW} » d’apercuconf.py, et non "
            f"« {to.name} ». Rien n’a été changé."
        )
    terms = _terms(to, replace(options, consent=Consent(whatever_changes=True)), console)
    with _target(root, to) as target:
        if target.entry(to.place.marker) is None:
            return f"Il n’y a pas d’aperçu sur {to.where}."
        publish(target, to.place, Site({}, root / "output"), terms, console.passing)
    return f"L’aperçu n’est plus sur {to.where}."


def _target(root: Path, to: Destination) -> AbstractContextManager[Target]:
    """Return the target; SSH is loaded only where it is needed (0.3 s)."""
    if to.login is None:
        return nullcontext(FolderTarget(root))
    if to.kind == "rsync":
        from ..delivery.rsync_sending import rsync_target  # noqa: PLC0415

        return rsync_target(to.login)
    from ..delivery.sftp_target import sftp_target  # noqa: PLC0415

    return sftp_target(to.login)


def _published(root: Path, to: Destination) -> str:
    """Return the folder that holds what is online of FILES, for the build to be compared with."""
    folder = root / CACHE / "en-ligne" / to.name
    if to.kind == "pages":
        found = branch.files_on(root, to.remote, to.branch, FILES)
    else:
        with _target(root, to) as target:
            read = {name: target.read(f"{to.place.site}/{name}") for name in FILES}
        found = {name: text for name, text in read.items() if text is not None}
    write_files(found, folder)
    return str(folder)


def _terms(to: Destination, options: Options, console: Console) -> Terms:
    now = datetime.now(UTC)
    since = f"le {when_in_words(now.astimezone(PARIS).replace(tzinfo=None))}"
    holder = Holder.of_this_process(since)
    versions = 0 if options.forget else to.versions

    def tell(line: str) -> None:
        console.passing("")
        console.say(with_french_spaces(line))

    def pause() -> None:
        console.passing("Une autre publication est en cours : attente")
        time.sleep(_PAUSE)

    return Terms(
        holder,
        now.isoformat(timespec="seconds"),
        to.where,
        versions,
        options.consent,
        tell,
        pause if options.wait else None,
    )


def _site(root: Path, settings: Mapping[str, Any]) -> Site:
    output = root / "output"
    return Site(files_built_for(str(settings.get("SITEURL", "")), output), output)


def _on_branch(root: Path, settings: Mapping[str, Any], to: Destination, options: Options) -> str:
    if options.back or options.dry:
        raise DeliveryError(
            "Une branche ne garde aucune version d’avant, et n’a pas d’essai à blanc : revenez en "
            "arrière dans le contenu (git), puis lancez « invoke publier »."
        )
    _site(root, settings)
    changed = branch.push(
        root, root / "output", to.remote, to.branch, options.consent, forget=options.forget
    )
    return f"{'Le site est en ligne sur' if changed else 'Rien de nouveau pour'} {to.where}."


def _changes(
    target: Target,
    to: Destination,
    terms: Terms,
    root: Path,
    settings: Mapping[str, Any],
    options: Options,
) -> Report:
    state = read_state(target, to.place)
    if options.back:
        return changes_to(state, former_version(state, terms))
    site = _site(root, settings)
    refuse_strangers(state, to.where, terms.consent)
    refuse_collapse(state, site.files, terms.consent)
    return changes_to(state, next_version(state, site, terms))


def _preview_words(report: Report) -> Iterator[str]:
    """Yield every path that would change; nothing was done."""
    yield from (f"  à envoyer  {path}" for path in report.sent)
    yield from (f"  à effacer  {path}" for path in report.erased)
    yield (
        f"À blanc : {pluralize(len(report.sent), 'fichier')} à envoyer ({file_size(report.size)}), "
        f"{len(report.erased)} à effacer, {pluralize(report.same, 'inchangé')}. "
        "Rien n’a été changé."
    )


def _remarks(report: Report, terms: Terms) -> Iterator[str]:
    """Yield what somebody should know or decide after a publication."""
    if report.unknown and not terms.consent.erase_unknown:
        left = pluralize(
            len(report.unknown),
            "fichier ne vient pas de cette commande et reste",
            "fichiers ne viennent pas de cette commande et restent",
        )
        erases = "les efface" if len(report.unknown) > 1 else "l’efface"
        yield f"{left} là : {first_few(report.unknown)}. « --effacer-inconnus » {erases}."
    if report.gone:
        yield (
            "Des adresses de l’annuaire ont disparu du site : les versions d’avant, qui les "
            "montraient, ont été effacées de chez l’hébergeur."
        )
    elif report.has_ended_consents:
        yield (
            "Quelqu’un ne montre plus un renseignement qu’il montrait, ou en montre un autre : les "
            "versions d’avant ont été effacées de chez l’hébergeur."
        )


def _moment(report: Report) -> str:
    made = datetime.fromisoformat(report.version.published_at)
    return when_in_words(made.astimezone(PARIS).replace(tzinfo=None))
