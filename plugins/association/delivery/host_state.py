"""What a host keeps of former publications, read whole before anything is decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..hosting.gone import is_gone
from .inventory import Inventory, Kind, Listing, inventory_of
from .place import SLOTS, Place
from .target import Target
from .versions import Version, version_of


@dataclass(frozen=True)
class Shelf:
    """One folder that holds a site: the served one, or a slot of the switch (``slot``).

    ``listing`` leaves out the publication's own folder when that lies within.
    """

    path: str
    slot: str
    listing: Listing
    inventory: Inventory


@dataclass(frozen=True)
class HostState:
    """What is known of a host.

    ``served`` is what visitors read, ``next`` the folder to fill (the same without a switch).
    ``marked`` says whether a publication has begun here before; ``every`` are the versions that
    can be read, ``numbers`` those that there are files of, damaged ones included.
    """

    marked: bool
    served: Shelf
    next: Shelf
    every: Mapping[int, Version]
    numbers: frozenset[int]
    stored: Listing

    @property
    def current(self) -> Version | None:
        """The version last completed; the latest there is when its record is damaged."""
        number = self.served.inventory.version or max(self.every, default=0)
        return self.every.get(number)

    @property
    def fresh_number(self) -> int:
        """A number that no version had yet."""
        return max([*self.numbers, self.served.inventory.version or 0], default=0) + 1

    def ours(self, shelf: Shelf) -> frozenset[str]:
        """Return the paths of a folder that a publication put there, and may delete.

        All of a slot is ours; so are the spaces of people's addresses, whatever the records say.
        """
        files = {path for path, e in shelf.listing.items() if e.kind is not Kind.FOLDER}
        if shelf.slot:
            return frozenset(files)
        known = {path for version in self.every.values() for path in version.files}
        people = {path for path in files if self.marked and is_gone(path)}
        return frozenset((known & files) | people)

    def unknown(self, wanted: Mapping[str, object]) -> list[str]:
        """Return the files of the served folder that are neither ours nor wanted."""
        ours = self.ours(self.served)
        return sorted(
            path
            for path, entry in self.served.listing.items()
            if entry.kind is not Kind.FOLDER and path not in wanted and path not in ours
        )


def read_state(target: Target, place: Place) -> HostState:
    """Return what the host keeps; the less it keeps, the less is believed."""
    files = target.listing(place.versions)
    read = [version_of(target.read(f"{place.versions}/{name}")) for name in sorted(files)]
    served = _shelf(target, place, served_slot(target, place))
    # With a switch, a folder in the link's place is not filled: the first slot is.
    other = next(slot for slot in SLOTS if slot != served.slot) if place.switch else ""
    return HostState(
        marked=target.entry(place.marker) is not None,
        served=served,
        next=_shelf(target, place, other) if place.switch else served,
        every={version.number: version for version in read if version},
        numbers=frozenset(int(name[:6]) for name in files if name[:6].isdigit()),
        stored=target.listing(place.store),
    )


def served_slot(target: Target, place: Place) -> str:
    """Return the slot that the served path leads to, or an empty text."""
    to = target.linked(place.site)
    return next((slot for slot in SLOTS if to in (place.leads_to(slot), place.slot(slot))), "")


def _shelf(target: Target, place: Place, slot: str) -> Shelf:
    path = place.slot(slot) if slot else place.site
    listing = target.listing(path)
    if within := place.within:
        listing = {
            name: entry
            for name, entry in listing.items()
            if name != within and not name.startswith(f"{within}/")
        }
    return Shelf(path, slot, listing, inventory_of(target.read(place.inventory(slot))))
