"""The course of a publication: contents first, then the folder, then what is no longer needed.

An interruption anywhere leaves every page that is served whole, and the same command run again
completes: what to do is decided from what the host holds, never from how far we thought we were.
"""

from dataclasses import dataclass, field
from pathlib import Path

from ..core.exit_code import ExitCode
from .course import Course, Told, missing
from .guard import Consent, refuse_collapse, refuse_return_of_people, refuse_strangers
from .host_state import HostState, read_state
from .lock import Holder, held
from .place import Place
from .target import DeliveryError, Target
from .versions import Files, Version, people_lost

_MARK = """Ce dossier est tenu par la commande « invoke publier » du site de l’association.
N’y changez rien à la main : il sert à n’envoyer que ce qui change, et à revenir en arrière.
"""
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


@dataclass(frozen=True)
class Terms:
    """How one publication is asked for.

    ``versions`` is how many former versions stay on the host; ``now`` the UTC instant in ISO form;
    ``where`` how the folder is named to people.
    """

    holder: Holder
    now: str
    where: str
    versions: int = 3
    consent: Consent = field(default_factory=Consent)


@dataclass(frozen=True)
class Report:
    """What a publication changes, against the version that was online before.

    ``sent`` and ``erased`` are paths, ``size`` the bytes that travel, ``unknown`` files of the
    folder that no publication put there, ``gone`` paths of people that make former versions leave.
    """

    version: Version
    sent: tuple[str, ...]
    erased: tuple[str, ...]
    size: int
    unknown: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def same(self) -> int:
        """How many files were online already, as they are."""
        return len(self.version.files) - len(self.sent)


def publish(target: Target, place: Place, site: Site, terms: Terms, told: Told) -> Report:
    """Make the host serve the site; raise DeliveryError, OSError or EOFError when it could not."""
    if target.entry(place.marker) is None:
        refuse_strangers(read_state(target, place), terms.where, terms.consent)
    _make_room(target, place)
    with held(target, place, terms.holder, resume=terms.consent.resume) as lock:
        state = read_state(target, place)
        refuse_collapse(state, site.files, terms.consent)
        course = Course(target, place, state, lock, told, terms.consent.erase_unknown)
        if not state.marked:
            _mark(course)
        version = next_version(state, site.files, terms.now)
        course.make_room(version)
        _send(course, site, version)
        lock.put(place.version(version.number), version.text())
        course.bring_to(version)
        course.tidy(version, terms.versions)
    return foreseen(state, version)


def go_back(target: Target, place: Place, terms: Terms, told: Told) -> Report:
    """Make the host serve the former version, or the last whole one after an interruption."""
    if target.entry(place.marker) is None:
        raise DeliveryError(f"Rien n’a encore été publié dans « {terms.where} ».")
    _make_room(target, place)
    with held(target, place, terms.holder, resume=terms.consent.resume) as lock:
        state = read_state(target, place)
        version = former_version(state)
        course = Course(target, place, state, lock, told)
        course.bring_to(version)
        try:
            course.tidy(version, terms.versions)
        except Exception as error:
            # Asked once more, we could go back once more.
            raise DeliveryError(_BACK_BUT_UNTIDY, ExitCode.FAULT) from error
    return foreseen(state, version)


def foreseen(state: HostState, version: Version) -> Report:
    """Return what bringing the host to a version changes; nothing is done."""
    before: Files = state.current.files if state.current else {}
    files = version.files
    return Report(
        version,
        sent=tuple(sorted(path for path in files if before.get(path) != files[path])),
        erased=tuple(sorted(before.keys() - files.keys())),
        size=sum(missing(version, state.stored).values()),
        unknown=tuple(state.unknown(files)),
        gone=tuple(people_lost(before, files)),
    )


def next_version(state: HostState, files: Files, now: str) -> Version:
    """Return the version of these files: the current one if it is the same, else a new one."""
    current = state.current
    if current and current.files == files:
        return current
    return Version(state.fresh_number, now, current.number if current else None, files)


def former_version(state: HostState) -> Version:
    """Return the version to go back to: after an unfinished publication, the one before it.

    Raises DeliveryError when there is none, when it is not whole, and when it would put people
    back online who left since.
    """
    current = state.current
    if current is None:
        raise DeliveryError("L’hébergeur ne garde aucune version : publiez de nouveau le site.")
    unfinished = max(state.numbers) > current.number
    former = current if unfinished else state.every.get(current.previous or 0)
    if former is None or missing(former, state.stored):
        raise DeliveryError(
            "L’hébergeur ne garde pas, entière, la version d’avant celle qui est en ligne : rien "
            "n’a été changé.\n"
            "Revenez en arrière dans le contenu (git), puis lancez « invoke publier »."
        )
    refuse_return_of_people(former, state)
    return former


def _make_room(target: Target, place: Place) -> None:
    """Make the folders that a publication needs; the one that holds the site has to be there."""
    if not place.switch and target.entry(place.site) is None:
        target.make_folder(place.site)
    for folder in (place.state, place.workshop, place.store, place.versions):
        target.make_folder(folder)


def _mark(course: Course) -> None:
    """Say whose folder this is; where it lies within the site, let no server show it."""
    if course.place.within:
        course.lock.put(f"{course.place.state}/.htaccess", _DENY.encode())
    course.lock.put(course.place.marker, _MARK.encode())


def _send(course: Course, site: Site, version: Version) -> None:
    """Bring the contents that the host lacks into its store."""
    paths = {content.digest: path for path, content in site.files.items()}
    absent = missing(version, course.state.stored)
    sources = {digest: site.folder / paths[digest] for digest in absent}

    def sent(count: int) -> None:
        course.lock.keep()
        course.told(f"Envoi : {count} sur {len(sources)}")

    if sources:
        course.target.send(sources, course.place.store, course.lock.spare, sent)
