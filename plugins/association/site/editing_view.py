"""The editors' page, as its template shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NewFileLink:
    """Something to add: ``url`` opens a new file of the forge, ``name`` is the one to change.

    ``folder`` is said as « content/agenda ». ``text`` is what to copy into the file where the
    forge does not take it from the address, else ``""``.
    """

    label: str
    url: str
    folder: str
    name: str
    text: str


@dataclass(frozen=True)
class Workshop:
    """Where editors write: the forge, by name and address, its new files, the forms if any."""

    forge_name: str
    forge_url: str
    new_files: tuple[NewFileLink, ...]
    forms_url: str
