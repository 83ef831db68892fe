"""Who the site speaks for, as the settings say. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Identity:
    """The association: its names and its public addresses.

    ``legal`` pairs the headings of the legal notice with their words; ``secretariat`` is the
    public e-mail address that relays to everybody.
    """

    name: str
    short_name: str
    description: str
    secretariat: str
    legal: Mapping[str, str]
