"""The paths on a host: the served folder, and the state of publications beside it. Pure."""

import posixpath
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
        """The file that explains the folder; it is written before any other."""
        return f"{self.state}/LISEZ-MOI.txt"

    @property
    def lock(self) -> str:
        """The file that keeps a second publication out."""
        return f"{self.state}/verrou.json"

    @property
    def staging(self) -> str:
        """The folder for temporary files, before they are renamed."""
        return f"{self.state}/en-cours"

    @property
    def former_folder(self) -> str:
        """Where a folder is moved that was in the place of the served link."""
        return f"{self.state}/ancien-dossier"

    def within_state(self, path: str) -> str:
        """Return a path of the state folder as its listing has it."""
        return path.removeprefix(f"{self.state}/")

    def version(self, number: int) -> str:
        """The file of a version."""
        return f"{self.versions}/{number:06}.json"

    def slot(self, name: str) -> str:
        """One of the two folders of a switch."""
        return f"{self.state}/{name}"

    def link_target(self, slot: str) -> str:
        """Return the target of the served link for a slot, from the folder of the link.

        A web server may see the same folders below another path than a login does. Between a path
        from the root and one from the folder of the login, there is no way that is known here.
        """
        if posixpath.isabs(self.site) != posixpath.isabs(self.state):
            return self.slot(slot)
        return posixpath.relpath(self.slot(slot), posixpath.dirname(self.site) or ".")

    def inventory(self, slot: str) -> str:
        """The inventory of a slot, or of the served folder when ``slot`` is empty."""
        return f"{self.state}/inventaire-{slot or 'site'}.json"

    @property
    def store_inventory(self) -> str:
        """The inventory of the store: each content as it was sent."""
        return f"{self.state}/inventaire-contenus.json"

    @property
    def state_within_site(self) -> str:
        """The path of the state folder from the served one if it is inside, else ``""``."""
        root = "" if self.site == "." else f"{self.site.rstrip('/')}/"
        inside = self.state.startswith(root) and not (root == "" and self.state.startswith("/"))
        return self.state[len(root) :] if inside else ""
