"""Who the site speaks for, as the settings say. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from .legal_notice import legal_notice
from .values import parse_telephone


@dataclass(frozen=True)
class Identity:
    """The association: its names and its public addresses.

    ``legal`` pairs the headings of the legal notice with their words; ``secretariat`` is the
    public e-mail address that relays to everybody, ``telephone`` its number in the international
    form and ``telephone_hours`` when somebody answers, in words; both may be ``""``.
    """

    name: str
    short_name: str
    description: str
    secretariat: str
    legal: Mapping[str, str]
    telephone: str = ""
    telephone_hours: str = ""


def identity_of(settings: Mapping[str, Any]) -> Identity:
    """Return the identity that Pelican's settings give.

    Raises ValueError in French when the telephone cannot be called from everywhere.
    """
    telephone = str(settings["SECRETARIAT_TELEPHONE"])
    if telephone:
        try:
            parse_telephone(telephone)
        except PydanticCustomError as error:
            words = error.context or {}
            raise ValueError(
                f"SECRETARIAT_TELEPHONE : {words['message']} ; {words['fix']}"
            ) from error
    return Identity(
        name=settings["SITENAME"],
        short_name=settings["SITE_COURT"],
        description=settings["SITE_DESCRIPTION"],
        secretariat=settings["SECRETARIAT"],
        legal=legal_notice(settings["MENTIONS_LEGALES"], settings["SECRETARIAT"]),
        telephone=telephone,
        telephone_hours=str(settings["SECRETARIAT_HORAIRES"]),
    )
