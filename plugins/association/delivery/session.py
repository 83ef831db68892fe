"""A running publication: the host, its state at the start, the lock, and the operations."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from ..core.exit_code import ExitCode
from .host_state import HostState, SiteFolder, served_slot
from .inventory import (
    Inventory,
    Kind,
    Listing,
    inventory_of,
    inventory_of_store,
    inventory_of_version,
)
from .lock import Lock
from .place import SLOTS, Place
from .plan import MakeFolder, PutFile, Remove, RemoveFolder, Step, steps
from .target import DeliveryError, Target
from .versions import Version, contents_of, versions_to_keep

ShowProgress = Callable[[str], None]
"""Shows in French how far a publication is; each text replaces the former."""


@dataclass(frozen=True)
class PublicationSession:
    """What all operations of a publication share; ``state`` is that of the host at its start.

    With ``erase_unknown``, every file in the served folder counts as ours.
    """

    target: Target
    place: Place
    state: HostState
    lock: Lock
    show_progress: ShowProgress
    erase_unknown: bool = False

    def note_contents(self, stored: Listing, sent: Collection[str]) -> Listing:
        """Return what the store has after a sending, and note it on the host."""
        listing = self.target.listing(self.place.store)
        stored = {**stored, **{digest: listing[digest] for digest in sent if digest in listing}}
        self.lock.write_file(self.place.store_inventory, inventory_of_store(stored).text())
        return stored

    def bring_to(self, version: Version, stored: Listing) -> None:
        """Make the host serve a version, whose contents are all in the store."""
        if missing(version, stored):
            raise DeliveryError(
                "Des fichiers envoyés ne sont pas arrivés entiers : relancez la même commande. "
                "Le site en ligne n’a pas changé.",
                ExitCode.FAULT,
            )
        self.lock.renew()
        state = self.state
        if not self.place.switch:
            self._fill(state.served_folder, version, stored)
        elif not state.served_folder.slot or self._steps(state.served_folder, version):
            self._fill(state.next_folder, version, stored)
            self.lock.renew()
            self._switch_link(state.next_folder.slot)

    def free_space(self, version: Version) -> None:
        """Remove what interrupted publications left, and ``version`` does not need."""
        self._keep_only(self.place.staging, ())
        needed = contents_of([*self.state.all_versions.values(), version])
        for name in sorted(self.state.store_listing.keys() - needed.keys()):
            self._remove(f"{self.place.store}/{name}")

    def tidy(self, current: Version, versions: int) -> None:
        """Remove the versions, contents and folders that are not needed once ``current`` is served.

        ``versions`` is the number of former ones to keep.
        """
        self.show_progress("Rangement")
        place, target = self.place, self.target
        staying = versions_to_keep(
            current, {**self.state.all_versions, current.number: current}, versions
        )
        for slot in sorted(set(SLOTS) - {served_slot(target, place)}):
            self._release(slot, {version.number for version in staying})
        if place.switch:
            target.remove(place.inventory(""))
        if self._keep_only(place.store, contents_of(staying)):
            self._prune_store_inventory(contents_of(staying))
        self._keep_only(place.staging, ())
        self._erase(place.former_folder)
        # Last: a version later than the served one reveals an unfinished publication.
        self._keep_only(place.versions, {f"{version.number:06}.json" for version in staying})

    def _fill(self, site_folder: SiteFolder, version: Version, stored: Listing) -> None:
        """Bring a folder to a version; its inventory forgets beforehand what is about to change."""
        todo = self._steps(site_folder, version)
        inventory = self.place.inventory(site_folder.slot)
        if todo:
            touched = {step.path for step in todo}
            served = site_folder is self.state.served_folder
            self.lock.write_file(
                inventory, site_folder.inventory.without(touched, whole=served).text()
            )
            self.target.make_folder(site_folder.path)
        for count, step in enumerate(todo, 1):
            self.lock.renew_if_due()
            self._apply(site_folder, step)
            self.show_progress(f"Mise en place : {count} sur {len(todo)}")
        after = _inventory_after(
            site_folder.inventory,
            inventory_of_version(version.number, version.served, stored),
            todo,
        )
        if after != site_folder.inventory:
            self.lock.write_file(inventory, after.text())

    def _steps(self, site_folder: SiteFolder, version: Version) -> list[Step]:
        ours = self.state.ours(site_folder)
        if self.erase_unknown and site_folder is self.state.served_folder:
            ours |= frozenset(self.state.unknown(version.served))
        confirmed_contents = site_folder.inventory.confirmed_contents(site_folder.listing)
        return steps(version.served, site_folder.listing, confirmed_contents, ours)

    def _apply(self, site_folder: SiteFolder, step: Step) -> None:
        path = f"{site_folder.path}/{step.path}"
        match step:
            case PutFile(content=content):
                self.target.duplicate(f"{self.place.store}/{content.digest}", self.lock.spare)
                self.target.rename(self.lock.spare, path)
                if step.path in site_folder.listing:
                    # Renaming one of two names of the same file does nothing (POSIX).
                    self.target.remove(self.lock.spare)
            case Remove():
                self.target.remove(path)
            case MakeFolder():
                self.target.make_folder(path)
            case RemoveFolder():
                self.target.remove_folder(path)

    def _switch_link(self, slot: str) -> None:
        """Point the served link to a slot, atomically."""
        target, place = self.target, self.place
        entry = target.entry(place.site)
        if entry and entry.kind is Kind.FOLDER:
            # A link cannot replace a folder atomically: the site is missing for a moment.
            self._erase(place.former_folder)
            target.rename(place.site, place.former_folder)
        target.link(self.lock.spare, place.link_target(slot))
        target.rename(self.lock.spare, place.site)

    def _release(self, slot: str, numbers: Collection[int]) -> None:
        """Erase a slot that is not served, unless it has a version to keep."""
        inventory = self.place.inventory(slot)
        number = inventory_of(self.target.read(inventory)).version
        if not self.place.switch or number not in numbers:
            self._erase(self.place.slot(slot))
            self.target.remove(inventory)

    def _keep_only(self, folder: str, names: Collection[str]) -> bool:
        """Remove the other files of a folder; return whether there were any."""
        others = sorted(name for name in self.target.listing(folder) if name not in names)
        for name in others:
            self._remove(f"{folder}/{name}")
        return bool(others)

    def _prune_store_inventory(self, digests: Collection[str]) -> None:
        path = self.place.store_inventory
        files = inventory_of(self.target.read(path)).files
        kept = {digest: stored for digest, stored in files.items() if digest in digests}
        self.lock.write_file(path, Inventory(None, kept).text())

    def _remove(self, path: str) -> None:
        """Remove one file of many, the lock kept meanwhile."""
        self.lock.renew_if_due()
        self.target.remove(path)

    def _erase(self, folder: str) -> None:
        """Remove a folder and everything in it, deepest first."""
        listing = self.target.listing(folder)
        for path in sorted(listing, reverse=True):
            remove = self._remove
            if listing[path].kind is Kind.FOLDER:
                remove = self.target.remove_folder
            remove(f"{folder}/{path}")
        self.target.remove_folder(folder)


def missing(version: Version, stored: Listing) -> Mapping[str, int]:
    """Return the contents of a version, with their sizes, that are not whole in the store."""
    return {
        digest: size
        for digest, size in contents_of([version]).items()
        if digest not in stored or stored[digest][:2] != (Kind.FILE, size)
    }


def _inventory_after(before: Inventory, after: Inventory, todo: list[Step]) -> Inventory:
    """Return the inventory of a filled folder: files not written again are as before."""
    put = {step.path for step in todo if isinstance(step, PutFile)}
    seen = {path: after.files[path] if path in put else before.files[path] for path in after.files}
    return Inventory(after.version, seen)
