"""Where things stand on a host: the served folder, and beside it what a publication keeps. Pure."""

from dataclasses import dataclass

SLOTS = ("a", "b")
"""The two folders between which a served link switches."""


@dataclass(frozen=True)
class Place:
    """``site`` is the path that the web server serves, ``state`` the folder of publications.

    With ``switch``, ``site`` is a symbolic link to one of two folders within ``state``; a
    publication fills the other one and turns the link.
    """

    site: str
    state: str
    switch: bool = False

    @property
    def store(self) -> str:
        """The folder of contents, each named by its digest."""
        return f"{self.state}/contenus"

    @property
    def versions(self) -> str:
        """The folder of versions, each named by its number."""
        return f"{self.state}/versions"

    @property
    def marker(self) -> str:
        """The file that says whose folder this is; it is written before anything is put."""
        return f"{self.state}/LISEZ-MOI.txt"

    @property
    def lock(self) -> str:
        """The file that keeps a second publication out."""
        return f"{self.state}/verrou.json"

    @property
    def workshop(self) -> str:
        """The folder where files are written before they are renamed to their places."""
        return f"{self.state}/en-cours"

    @property
    def aside(self) -> str:
        """Where a folder goes that stood in the place of the served link."""
        return f"{self.state}/ancien-dossier"

    def version(self, number: int) -> str:
        """The file of a version."""
        return f"{self.versions}/{number:06}.json"

    def slot(self, name: str) -> str:
        """One of the two folders of a switch."""
        return f"{self.state}/{name}"

    def leads_to(self, slot: str) -> str:
        """Return what the served link says when it leads to a slot: from its own folder if near."""
        above = self.site.rpartition("/")[0]
        return self.slot(slot).removeprefix(f"{above}/") if above else self.slot(slot)

    def inventory(self, slot: str) -> str:
        """The inventory of a slot, or of the served folder when ``slot`` is empty."""
        return f"{self.state}/inventaire-{slot or 'site'}.json"

    @property
    def within(self) -> str:
        """The state's path from the served folder when it lies within, else empty."""
        root = "" if self.site == "." else f"{self.site.rstrip('/')}/"
        inside = self.state.startswith(root) and not (root == "" and self.state.startswith("/"))
        return self.state[len(root) :] if inside else ""
