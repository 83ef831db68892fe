"""One publication under way: a host, what it held at the start, the lock, and the acts on it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from ..core.exit_code import ExitCode
from .host_state import HostState, Shelf, served_slot
from .inventory import Inventory, Kind, Listing, inventory_of, stock_taken
from .lock import Lock
from .place import SLOTS, Place
from .plan import MakeFolder, Put, Remove, RemoveFolder, Step, steps
from .target import DeliveryError, Target
from .versions import Version, contents_of, kept

Told = Callable[[str], None]
"""Is told, in French, how far a publication is; each text replaces the former."""


@dataclass(frozen=True)
class Course:
    """What all acts of one publication share; ``state`` is what the host held when it began.

    ``erase_unknown`` counts every file of the served folder as ours.
    """

    target: Target
    place: Place
    state: HostState
    lock: Lock
    told: Told
    erase_unknown: bool = False

    def bring_to(self, version: Version) -> None:
        """Make the host serve a version whose contents it has."""
        stored = self.target.listing(self.place.store)
        if missing(version, stored):
            raise DeliveryError(
                "Des fichiers envoyés ne sont pas arrivés entiers : relancez la même commande. "
                "Le site en ligne n’a pas changé.",
                ExitCode.FAULT,
            )
        self.lock.confirm()
        state = self.state
        if not self.place.switch:
            self._fill(state.served, version, stored)
        elif not state.served.slot or self._steps(state.served, version):
            self._fill(state.next, version, stored)
            self.lock.confirm()
            self._turn(state.next.slot)

    def make_room(self, version: Version) -> None:
        """Remove what interrupted publications left and that of ``version`` has no use for."""
        self._keep_only(self.place.workshop, ())
        needed = contents_of([*self.state.every.values(), version])
        for name in sorted(self.state.stored.keys() - needed.keys()):
            self.target.remove(f"{self.place.store}/{name}")

    def tidy(self, current: Version, versions: int) -> None:
        """Remove the versions, contents and folders that nothing needs once ``current`` is served.

        ``versions`` is how many former ones stay.
        """
        self.told("Rangement")
        place, target = self.place, self.target
        staying = kept(current, {**self.state.every, current.number: current}, versions)
        for slot in sorted(set(SLOTS) - {served_slot(target, place)}):
            self._release(slot, {version.number for version in staying})
        if place.switch:
            target.remove(place.inventory(""))
        self._keep_only(place.store, contents_of(staying))
        self._keep_only(place.workshop, ())
        self._erase(place.aside)
        # Last: a version later than the one served tells that something is unfinished.
        self._keep_only(place.versions, {f"{version.number:06}.json" for version in staying})

    def _fill(self, shelf: Shelf, version: Version, stored: Listing) -> None:
        """Bring one folder to a version; its inventory first forgets what is about to change."""
        todo = self._steps(shelf, version)
        inventory = self.place.inventory(shelf.slot)
        if todo:
            touched = {step.path for step in todo}
            served = shelf is self.state.served
            self.lock.put(inventory, shelf.inventory.without(touched, whole=served).text())
            self.target.make_folder(shelf.path)
        for count, step in enumerate(todo, 1):
            self.lock.keep()
            self._do(shelf, step)
            self.told(f"Mise en place : {count} sur {len(todo)}")
        after = _as_left(shelf.inventory, stock_taken(version.number, version.files, stored), todo)
        if after != shelf.inventory:
            self.lock.put(inventory, after.text())

    def _steps(self, shelf: Shelf, version: Version) -> list[Step]:
        ours = self.state.ours(shelf)
        if self.erase_unknown and shelf is self.state.served:
            ours |= frozenset(self.state.unknown(version.files))
        believed = shelf.inventory.believed(shelf.listing)
        return steps(version.files, shelf.listing, believed, ours)

    def _do(self, shelf: Shelf, step: Step) -> None:
        path = f"{shelf.path}/{step.path}"
        match step:
            case Put(content=content):
                self.target.duplicate(f"{self.place.store}/{content.digest}", self.lock.spare)
                self.target.rename(self.lock.spare, path)
                if step.path in shelf.listing:
                    # A rename leaves two names of one file as they are (POSIX).
                    self.target.remove(self.lock.spare)
            case Remove():
                self.target.remove(path)
            case MakeFolder():
                self.target.make_folder(path)
            case RemoveFolder():
                self.target.remove_folder(path)

    def _turn(self, slot: str) -> None:
        """Make the served link lead to a slot, at once."""
        target, place = self.target, self.place
        entry = target.entry(place.site)
        if entry and entry.kind is Kind.FOLDER:
            # A link cannot take a folder's place at once: visitors miss the site for one moment.
            self._erase(place.aside)
            target.rename(place.site, place.aside)
        target.link(self.lock.spare, place.leads_to(slot))
        target.rename(self.lock.spare, place.site)

    def _release(self, slot: str, numbers: Collection[int]) -> None:
        """Erase a folder of the switch that is not served and holds no version that stays."""
        inventory = self.place.inventory(slot)
        number = inventory_of(self.target.read(inventory)).version
        if not self.place.switch or number not in numbers:
            self._erase(self.place.slot(slot))
            self.target.remove(inventory)

    def _keep_only(self, folder: str, names: Collection[str]) -> None:
        for name in sorted(self.target.listing(folder)):
            if name not in names:
                self.target.remove(f"{folder}/{name}")

    def _erase(self, folder: str) -> None:
        """Remove a folder and all below it, what is within before what holds it."""
        listing = self.target.listing(folder)
        for path in sorted(listing, reverse=True):
            remove = self.target.remove
            if listing[path].kind is Kind.FOLDER:
                remove = self.target.remove_folder
            remove(f"{folder}/{path}")
        self.target.remove_folder(folder)


def missing(version: Version, stored: Listing) -> Mapping[str, int]:
    """Return the contents of a version, with their sizes, that the store has not whole."""
    return {
        digest: size
        for digest, size in contents_of([version]).items()
        if digest not in stored or stored[digest][:2] != (Kind.FILE, size)
    }


def _as_left(before: Inventory, after: Inventory, todo: list[Step]) -> Inventory:
    """Return a filled folder's inventory: what was not put anew is as it was seen before."""
    put = {step.path for step in todo if isinstance(step, Put)}
    seen = {path: after.seen[path] if path in put else before.seen[path] for path in after.seen}
    return Inventory(after.version, seen)
