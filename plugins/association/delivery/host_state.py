"""What a host keeps of former publications, read completely before anything is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from ..hosting.gone import is_gone
from ..people.agreed_details import PATH, agreed_details
from .former_assets import is_lasting_asset
from .inventory import Inventory, Kind, Listing, inventory_of
from .place import SLOTS, Place
from .target import Target
from .versions import Version, version_of


@dataclass(frozen=True)
class SiteFolder:
    """A folder with a site: the served one, or a slot of the switch (``slot``).

    ``listing`` does not include the state folder, even when that is inside.
    """

    path: str
    slot: str
    listing: Listing
    inventory: Inventory


@dataclass(frozen=True)
class HostState:
    """What is known of a host.

    Visitors read ``served_folder``; the next publication fills ``next_folder`` (the same without a
    switch). ``has_marker``: a publication has been started here before. ``all_versions`` are those
    that can be read, ``numbers`` also those of damaged files; ``state_listing`` is
    of all that publications keep; ``store_inventory`` tells which contents are as they were sent.
    """

    place: Place
    has_marker: bool
    served_folder: SiteFolder
    next_folder: SiteFolder
    all_versions: Mapping[int, Version]
    numbers: frozenset[int]
    state_listing: Listing
    store_listing: Listing
    store_inventory: Inventory

    @property
    def stored(self) -> Listing:
        """The contents in the store that are as they were sent."""
        return self.store_inventory.confirmed_listing(self.store_listing)

    @property
    def current(self) -> Version | None:
        """The version last completed, or the latest one when its record is damaged."""
        number = self.served_folder.inventory.version or max(self.all_versions, default=0)
        return self.all_versions.get(number)

    @property
    def fresh_number(self) -> int:
        """A number that no version has had."""
        return max([*self.numbers, self.served_folder.inventory.version or 0], default=0) + 1

    @property
    def has_slots(self) -> bool:
        """Whether there is anything of a switch, from now or from before."""
        place = self.place
        paths = (*map(place.slot, SLOTS), *map(place.inventory, SLOTS), place.former_folder)
        return any(place.within_state(path) in self.state_listing for path in paths)

    def names_in(self, folder: str) -> Listing:
        """Return all that is below a folder of the state folder."""
        return _below(self.state_listing, self.place, folder)

    def ours(self, site_folder: SiteFolder) -> frozenset[str]:
        """Return the paths in a folder that publications wrote, and may delete.

        That is everything in a slot, and whatever the records say all addresses of people, and all
        assets that lasted a version longer.
        """
        files = {path for path, e in site_folder.listing.items() if e.kind is not Kind.FOLDER}
        if site_folder.slot:
            return frozenset(files)
        known = {path for version in self.all_versions.values() for path in version.files}
        sure = {path for path in files if is_gone(path) or is_lasting_asset(path)}
        return frozenset((known & files) | (sure if self.has_marker else set()))

    def unknown(self, wanted: Mapping[str, object]) -> list[str]:
        """Return the files in the served folder that are neither ours nor in the new version."""
        ours = self.ours(self.served_folder)
        return sorted(
            path
            for path, entry in self.served_folder.listing.items()
            if entry.kind is not Kind.FOLDER and path not in wanted and path not in ours
        )


def read_state(target: Target, place: Place) -> HostState:
    """Read the state of the host."""
    within = target.listing(place.state)
    names = sorted(_below(within, place, place.versions))
    files = [f"{place.versions}/{name}" for name in names]
    inventories = [*(place.inventory(slot) for slot in ("", *SLOTS)), place.store_inventory]
    there = [path for path in inventories if place.within_state(path) in within]
    texts = target.read_all([*files, *there])
    store_listing = _below(within, place, place.store)
    read = [version for version in map(version_of, map(texts.get, files)) if version]
    versions = _with_details(read, target, place, store_listing)

    def site_folder(slot: str) -> SiteFolder:
        path = place.slot(slot) if slot else place.site
        listing = _below(within, place, path) if slot else _site_listing(target, place)
        return SiteFolder(path, slot, listing, inventory_of(texts.get(place.inventory(slot))))

    served = site_folder(served_slot(target, place))
    # If there is a folder instead of the link, the first slot is filled.
    other = next(slot for slot in SLOTS if slot != served.slot) if place.switch else ""
    return HostState(
        place=place,
        has_marker=place.within_state(place.marker) in within,
        served_folder=served,
        next_folder=site_folder(other) if place.switch else served,
        all_versions={version.number: version for version in versions},
        numbers=frozenset(int(name[:6]) for name in names if name[:6].isdigit()),
        state_listing=within,
        store_listing=store_listing,
        store_inventory=inventory_of(texts.get(place.store_inventory)),
    )


def _with_details(
    versions: Sequence[Version], target: Target, place: Place, store: Listing
) -> list[Version]:
    """Return the versions with what each shows of people by their consent, as the store has it."""
    digests = {version.files[PATH].digest for version in versions if PATH in version.files}
    texts = target.read_all(
        [f"{place.store}/{digest}" for digest in sorted(digests & store.keys())]
    )

    def details(version: Version) -> frozenset[str] | None:
        if PATH not in version.files:
            return frozenset()
        content = version.files[PATH]
        text = texts.get(f"{place.store}/{content.digest}") or b""
        is_whole = sha256(text).hexdigest() == content.digest
        return agreed_details(text) if is_whole else None

    return [replace(version, details=details(version)) for version in versions]


def served_slot(target: Target, place: Place) -> str:
    """Return the slot that the served path links to, or ``""``."""
    to = target.read_link(place.site)
    return next((slot for slot in SLOTS if to in (place.link_target(slot), place.slot(slot))), "")


def _below(within: Listing, place: Place, folder: str) -> Listing:
    """Return the part of the state folder's listing that is below one of its folders."""
    start = f"{place.within_state(folder)}/"
    return {path[len(start) :]: entry for path, entry in within.items() if path.startswith(start)}


def _site_listing(target: Target, place: Place) -> Listing:
    listing = target.listing(place.site)
    if within := place.state_within_site:
        listing = {
            name: entry
            for name, entry in listing.items()
            if name != within and not name.startswith(f"{within}/")
        }
    return listing
