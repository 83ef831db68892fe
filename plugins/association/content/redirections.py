"""Addresses that pages had before, in front matter and in ``redirections.yml``."""

import re
from typing import Annotated

from pydantic import Field, WithJsonSchema

from .values import parse_web_address, reads, wrong
from .written import Written, in_french

# What every kind of host reads alike in a rule, and no rule of theirs gives another meaning.
_FORM = r"/[A-Za-z0-9._~%+,=:@&/!-]*(\?[A-Za-z0-9._~%+,=:@&/!-]+)?"


def parse_old_address(text: str) -> str:
    """Return an address from the site's root: « /qui-sommes-nous/ », « /spip.php?article12 »."""
    if re.fullmatch(_FORM, text) and text != "/" and ".." not in text and "//" not in text:
        return text
    raise wrong(
        "ancienne-adresse",
        f"« {text} » n’est pas une adresse depuis la racine du site",
        f"écrivez {_meant(text)}",
    )


def _meant(text: str) -> str:
    """Return the address that was most likely meant, or an example."""
    path = re.sub(r"^(https?:)?//[^/]+", "", text.strip()).partition("#")[0]
    path = re.sub(r"/{2,}", "/", f"/{path.lstrip('/')}")
    encoded = re.sub(
        r"[^\x21-\x7e]", lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), path
    )
    fits = re.fullmatch(_FORM, encoded) and encoded != "/" and ".." not in encoded
    return encoded if fits else "par exemple /qui-sommes-nous/"


def parse_new_address(text: str) -> str:
    """Return an address of the site from its root, or a full address of another site."""
    return text if text == "/" else _parse_new(text)


def _parse_new(text: str) -> str:
    return parse_web_address(text) if text.startswith("http") else parse_old_address(text)


_OLD = {"title": "une adresse depuis la racine du site", "examples": ["/ancienne-page/"]}
_NEW = {"title": "une adresse du site, ou une adresse entière", "examples": ["/contact/"]}
OldAddress = Annotated[
    str,
    reads(parse_old_address),
    WithJsonSchema({"type": "string", "pattern": f"^{_FORM}$", **_OLD}),
]
NewAddress = Annotated[str, reads(parse_new_address), WithJsonSchema({"type": "string", **_NEW})]


class WrittenRedirection(Written):
    """One address of the former site."""

    before: OldAddress = Field(alias="de", description="L’adresse d’autrefois.")
    after: NewAddress = Field(alias="vers", description="La page qui la remplace.")


class WrittenRedirections(Written):
    """The file of the former site's addresses."""

    model_config = in_french("Redirections", "Les adresses de l’ancien site.")

    redirections: tuple[WrittenRedirection, ...] = Field((), description="")
