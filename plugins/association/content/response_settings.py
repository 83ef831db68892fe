"""Under which pages readers may answer, and where their answers go, as the settings say. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .content_types import CONTENT_TYPES
from .entry import AnyEntry

# A page of errors answers every address, and the home page sums up the others.
_NEVER = {("pages", "404"), ("pages", "accueil")}


@dataclass(frozen=True)
class ResponseSettings:
    """The ``folders`` whose pages take and show responses, and the address that receives them.

    ``endpoint`` takes a plain POST; ``""`` stands for a prepared mail to the secretariat.
    """

    folders: tuple[str, ...] = ()
    endpoint: str = ""

    @property
    def origin(self) -> str:
        """The scheme and the host of the endpoint, as a policy names them; ``""`` for none."""
        parts = urlsplit(self.endpoint)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def response_settings(settings: Mapping[str, Any]) -> ResponseSettings:
    """Return what ``REPONSES`` and ``REPONSES_ADRESSE`` say; without them nothing is answered.

    Raises ValueError in French for a type that is none, or an address that is not in https.
    """
    folders = tuple(settings.get("REPONSES", ()))
    endpoint = str(settings.get("REPONSES_ADRESSE", ""))
    for folder in folders:
        if folder not in CONTENT_TYPES:
            known = ", ".join(CONTENT_TYPES)
            raise ValueError(f"REPONSES : « {folder} » n’est pas un dossier du site ({known})")
    parts = urlsplit(endpoint)
    if endpoint and (parts.scheme != "https" or not parts.netloc or "@" in parts.netloc):
        raise ValueError("REPONSES_ADRESSE : écrivez une adresse entière, avec https:// au début")
    return ResponseSettings(folders, endpoint)


def is_open(entry: AnyEntry, folders: Collection[str]) -> bool:
    """Return whether readers may answer an entry: its type takes responses, it does not refuse."""
    is_on = entry.folder in folders and entry.written.responses
    return is_on and (entry.folder, entry.slug) not in _NEVER
