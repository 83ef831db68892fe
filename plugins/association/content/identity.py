"""Who the site speaks for, as the settings say. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .legal_notice import legal_notice


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


def identity_of(settings: Mapping[str, Any]) -> Identity:
    """Return the identity that Pelican's settings give."""
    return Identity(
        name=settings["SITENAME"],
        short_name=settings["SITE_COURT"],
        description=settings["SITE_DESCRIPTION"],
        secretariat=settings["SECRETARIAT"],
        legal=legal_notice(settings["MENTIONS_LEGALES"], settings["SECRETARIAT"]),
    )
