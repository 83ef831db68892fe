"""A running publication: the host, its state at the start, the lock, and the operations."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

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
from .plan import MakeFolder, PutFile, Remove, Step, rank, steps
from .target import DeliveryError, Put, Target
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
        state = self.state
        if not self.place.switch:
            self._fill(state.served_folder, version, stored)
        elif not state.served_folder.slot or self._steps(state.served_folder, version):
            self._fill(state.next_folder, version, stored)
            self.lock.renew()
            self._switch_link(state.next_folder.slot)

    def free_space(self, version: Version) -> None:
        """Remove what interrupted publications left, and ``version`` does not need."""
        place, state = self.place, self.state
        self._remove_all(place.staging, state.names_in(place.staging))
        needed = contents_of([*state.all_versions.values(), version])
        self._remove_all(place.store, state.store_listing.keys() - needed.keys())

    def tidy(self, current: Version, stored: Listing, versions: int) -> None:
        """Remove the versions, contents and folders that are not needed once ``current`` is served.

        ``stored`` are the contents that the host has, ``versions`` is the number of former ones to
        keep.
        """
        self.show_progress("Rangement")
        place, state = self.place, self.state
        staying = versions_to_keep(
            current, {**state.all_versions, current.number: current}, versions
        )
        if state.has_slots or place.switch:
            for slot in sorted(set(SLOTS) - {served_slot(self.target, place)}):
                self._release(slot, {version.number for version in staying})
            self._erase(place.former_folder)
        if place.switch:
            self.target.remove(place.inventory(""))
        needed = contents_of(staying)
        if others := {*state.store_listing, *stored} - needed.keys():
            self._remove_all(place.store, others)
            kept = {digest: entry for digest, entry in stored.items() if digest in needed}
            self.lock.write_file(place.store_inventory, inventory_of_store(kept).text())
        # Last: a version later than the served one reveals an unfinished publication.
        names = {f"{version.number:06}.json" for version in staying}
        self._remove_all(place.versions, set(state.names_in(place.versions)) - names)

    def _fill(self, site_folder: SiteFolder, version: Version, stored: Listing) -> None:
        """Bring a folder to a version; its inventory forgets beforehand what is about to change."""
        todo = self._steps(site_folder, version)
        inventory = self.place.inventory(site_folder.slot)
        if todo:
            self.lock.renew()
            touched = {step.path for step in todo}
            served = site_folder is self.state.served_folder
            self.lock.write_file(
                inventory, site_folder.inventory.without(touched, whole=served).text()
            )
            self.target.make_folder(site_folder.path)
        self._apply(site_folder, todo)
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

    def _apply(self, site_folder: SiteFolder, todo: Sequence[Step]) -> None:
        """Do the steps: those of one rank together, and all of them before the next rank."""
        done = 0

        def progress(count: int) -> None:
            self.lock.renew_if_due()
            self.show_progress(f"Mise en place : {done + count} sur {len(todo)}")

        def group_of(step: Step) -> tuple[type, int]:
            ranked = isinstance(step, PutFile | Remove)
            return type(step), rank(step.path, site_folder.listing) if ranked else 0

        target, folder = self.target, site_folder.path
        for (kind, _), group in groupby(todo, group_of):
            together = list(group)
            paths = [f"{folder}/{step.path}" for step in together]
            if kind is PutFile:
                target.put_all(self._puts(site_folder, together), self.lock.spare, progress)
            elif kind is Remove:
                target.remove_all(paths, progress)
            elif kind is MakeFolder:
                target.make_folders(paths)
            else:
                for path in paths:
                    target.remove_folder(path)
            done += len(together)

    def _puts(self, site_folder: SiteFolder, group: Sequence[Step]) -> list[Put]:
        return [
            Put(
                f"{self.place.store}/{step.content.digest}",
                f"{site_folder.path}/{step.path}",
                step.path in site_folder.listing,
            )
            for step in group
            if isinstance(step, PutFile)
        ]

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

    def _remove_all(self, folder: str, names: Collection[str]) -> None:
        """Remove files of a folder, the lock kept meanwhile."""
        paths = [f"{folder}/{name}" for name in sorted(names)]
        if paths:
            self.target.remove_all(paths, lambda _: self.lock.renew_if_due())

    def _erase(self, folder: str) -> None:
        """Remove a folder and everything in it, deepest first."""
        listing = self.target.listing(folder)
        folders = {path for path, entry in listing.items() if entry.kind is Kind.FOLDER}
        self._remove_all(folder, listing.keys() - folders)
        for path in sorted(folders, reverse=True):
            self.lock.renew_if_due()
            self.target.remove_folder(f"{folder}/{path}")
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
