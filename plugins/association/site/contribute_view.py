"""The editors' page, as its template shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NewFileLink:
    """A link to create a file: ``url`` opens it on the forge, ``name`` is the name to change.

    ``folder`` is a path like « content/agenda ». ``text`` is what to copy into the file if the
    forge does not take it from the address, else ``""``.
    """

    label: str
    url: str
    folder: str
    name: str
    text: str


@dataclass(frozen=True)
class ContributePage:
    """The editors' page: the name and address of the forge, its new files, the forms if any.

    ``translations`` begin one of each text that can be translated, labelled by its title; their
    names say German, to be changed for one of ``other_languages``.
    """

    forge_name: str
    forge_url: str
    new_files: tuple[NewFileLink, ...]
    translations: tuple[NewFileLink, ...]
    other_languages: tuple[str, ...]
    forms_url: str
