"""Pages: ``content/pages``, among them the introductions of the lists."""

from typing import Annotated, ClassVar

from pydantic import Field, WithJsonSchema

from .common import SUMMARY_FITS, TITLE_FITS, TitledEntry
from .values import Line, Number
from .vocabulary import choice
from .written import Rule, in_french, labelled

_MENUS = ("principal", "pied")
Menu = Annotated[str, choice(*_MENUS), WithJsonSchema({"enum": list(_MENUS)})]


class WrittenPage(TitledEntry):
    """A page."""

    model_config = in_french("Page", "Une page du site, ou l’introduction d’une liste.")

    menu: Menu | None = Field(
        None,
        alias="menu",
        description="Le menu du haut (principal) ou celui du bas de page (pied).",
        examples=["pied"],
    )
    menu_title: Line | None = Field(
        None,
        alias="titre_menu",
        json_schema_extra=labelled("Titre dans le menu"),
        description="Un titre plus court, pour le menu.",
        examples=["Contact"],
    )
    rank: Number = Field(
        99, alias="ordre", description="La place dans le menu, du plus petit au plus grand."
    )

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
