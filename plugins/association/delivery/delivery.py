"""Publishing: first the contents, then the folder, then the removal of what is not needed.

An interruption anywhere leaves every served page complete, and running the command again finishes
the job: what to do is decided from the state of the host, never from our own memory.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from ..core.exit_code import ExitCode
from ..people.agreed_details import PATH, agreed_details
from .former_assets import former_assets
from .guard import Consent, refuse_collapse, refuse_return_of_people, refuse_strangers
from .host_state import HostState, read_state
from .inventory import Listing
from .lock import Holder, Tell, hold_lock
from .place import Place
from .session import PublicationSession, ShowProgress, missing
from .target import DeliveryError, Target
from .versions import Files, Version, has_ended_consents, people_lost

_MARK = """Ce dossier est tenu par la commande « invoke publier » du site de l’association.
N’y changez rien à la main : il sert à n’envoyer que ce qui change, et à revenir en arrière.
"""
_BATCH = 500
_DENY = "Require all denied\n"
_BACK_BUT_UNTIDY = (
    "La version d’avant est en ligne, entière. La liaison s’est interrompue pendant le rangement, "
    "que la prochaine publication finira : il n’y a rien à relancer."
)


@dataclass(frozen=True)
class Site:
    """A built site: its files, and the folder where their bytes are."""

    files: Files
    folder: Path

    @property
    def details(self) -> frozenset[str]:
        """The marks of what it shows of people by their consent."""
        there = self.folder / PATH
        return agreed_details(there.read_bytes()) if PATH in self.files else frozenset()


@dataclass(frozen=True)
class Terms:
    """The terms of a publication.

    ``versions`` is the number of former versions to keep on the host; ``now`` the UTC instant in
    ISO form; ``where`` the name of the folder in messages. ``tell`` hears what people should know;
    ``pause`` makes the command wait for another publication, instead of refusing.
    """

    holder: Holder
    now: str
    where: str
    versions: int = 3
    consent: Consent = field(default_factory=Consent)
    tell: Tell = lambda _: None
    pause: Callable[[], None] | None = None


@dataclass(frozen=True)
class Report:
    """What a publication changes, compared with the version online before.

    ``sent`` and ``erased`` are paths, ``size`` the bytes to upload, ``unknown`` files of the folder
    that no publication wrote, ``gone`` the addresses of people whose removal drops older versions,
    ``has_ended_consents`` whether a detail does that somebody agrees no longer to show.
    """

    version: Version
    sent: tuple[str, ...]
    erased: tuple[str, ...]
    size: int
    unknown: tuple[str, ...]
    gone: tuple[str, ...]
    has_ended_consents: bool

    @property
    def same(self) -> int:
        """The number of files that were online already, unchanged."""
        return len(self.version.served) - len(self.sent)


def publish(
    target: Target, place: Place, site: Site, terms: Terms, show_progress: ShowProgress
) -> Report:
    """Make the host serve the site; raise DeliveryError, OSError or EOFError when it could not."""
    if target.entry(place.marker) is None:
        refuse_strangers(read_state(target, place), terms.where, terms.consent)
    _make_folders(target, place)
    with hold_lock(target, place, terms.holder, tell=terms.tell, pause=terms.pause) as lock:
        state = read_state(target, place)
        refuse_collapse(state, site.files, terms.consent)
        session = PublicationSession(
            target, place, state, lock, show_progress, terms.consent.erase_unknown
        )
        if not state.has_marker:
            _mark(session)
        version = next_version(state, site, terms)
        session.free_space(version)
        stored = _send(session, site, version)
        if state.all_versions.get(version.number) != version:
            lock.write_file(place.version(version.number), version.text())
        session.bring_to(version, stored)
        session.tidy(version, stored, terms.versions)
    return changes_to(state, version)


def roll_back(target: Target, place: Place, terms: Terms, show_progress: ShowProgress) -> Report:
    """Make the host serve the former version, or the last complete one after an interruption."""
    if target.entry(place.marker) is None:
        raise DeliveryError(f"Rien n’a encore été publié dans « {terms.where} ».")
    _make_folders(target, place)
    with hold_lock(target, place, terms.holder, tell=terms.tell, pause=terms.pause) as lock:
        state = read_state(target, place)
        version = former_version(state, terms)
        session = PublicationSession(target, place, state, lock, show_progress)
        lock.write_file(place.version(version.number), version.text())
        session.bring_to(version, state.stored)
        try:
            session.tidy(version, state.stored, terms.versions)
        except Exception as error:
            # Running the command again could roll back once more.
            raise DeliveryError(_BACK_BUT_UNTIDY, ExitCode.FAULT) from error
    return changes_to(state, version)


def changes_to(state: HostState, version: Version) -> Report:
    """Return what bringing the host to a version changes, without doing it."""
    before: Files = state.current.served if state.current else {}
    files = version.served
    return Report(
        version,
        sent=tuple(sorted(path for path in files if before.get(path) != files[path])),
        erased=tuple(sorted(before.keys() - files.keys())),
        size=sum(missing(version, state.stored).values()),
        unknown=tuple(state.unknown(files)),
        gone=tuple(people_lost(before, files)),
        has_ended_consents=state.current is not None and has_ended_consents(state.current, version),
    )


def next_version(state: HostState, site: Site, terms: Terms) -> Version:
    """Return the version of a site: the current one if it is the same, else a new one."""
    current = state.current
    if current and current.files == site.files:
        return replace(current, details=site.details)
    return Version(
        state.fresh_number,
        terms.now,
        current.number if current else None,
        site.files,
        _lasting(current, site.files, terms),
        site.details,
    )


def _lasting(current: Version | None, files: Files, terms: Terms) -> Files:
    """Return what stays of the current version beside these files."""
    return former_assets(current.files, files, forget=not terms.versions) if current else {}


def former_version(state: HostState, terms: Terms) -> Version:
    """Return the version to go back to: after an unfinished publication, the one before it.

    Raises DeliveryError when there is none, when it is incomplete, and when it contains people who
    have left since.
    """
    current = state.current
    if current is None:
        raise DeliveryError("L’hébergeur ne garde aucune version : publiez de nouveau le site.")
    unfinished = max(state.numbers) > current.number
    former = current if unfinished else state.all_versions.get(current.previous or 0)
    if former is None or missing(former, state.stored):
        raise DeliveryError(
            "L’hébergeur ne garde pas, entière, la version d’avant celle qui est en ligne : rien "
            "n’a été changé.\n"
            "Revenez en arrière dans le contenu (git), puis lancez « invoke publier »."
        )
    refuse_return_of_people(former, state)
    return former if unfinished else replace(former, lasting=_lasting(current, former.files, terms))


def _make_folders(target: Target, place: Place) -> None:
    """Make the folders that a publication needs; the parent of the site has to exist."""
    if not place.switch and target.entry(place.site) is None:
        target.make_folder(place.site)
    target.make_folders([place.state, place.staging, place.store, place.versions])


def _mark(session: PublicationSession) -> None:
    """Explain the state folder; where it is inside the site, let no server show it."""
    if session.place.state_within_site:
        session.lock.write_file(f"{session.place.state}/.htaccess", _DENY.encode())
    session.lock.write_file(session.place.marker, _MARK.encode())


def _send(session: PublicationSession, site: Site, version: Version) -> Listing:
    """Upload the contents that the host does not have; return all that its store has then.

    What arrived is noted now and then, so that an interrupted publication goes on from there.
    """
    stored = session.state.stored
    paths = {content.digest: path for path, content in site.files.items()}
    sources = {digest: site.folder / paths[digest] for digest in missing(version, stored)}
    done = 0

    def sent(count: int) -> None:
        session.lock.renew_if_due()
        session.show_progress(f"Envoi : {done + count} sur {len(sources)}")

    waiting = iter(sources.items())
    while batch := dict(islice(waiting, _BATCH)):
        session.target.send(batch, session.place.store, session.lock.spare, sent)
        done += len(batch)
        stored = session.note_contents(stored, batch)
    return stored
