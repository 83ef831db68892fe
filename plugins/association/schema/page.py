"""Pages: ``content/pages``, among them the introductions of the lists."""

from typing import Annotated, ClassVar

from pydantic import Field, WithJsonSchema

from .common import SUMMARY_FITS, TITLE_FITS, TitledEntry
from .values import Line, Number
from .vocabulary import choice
from .written import Rule

_MENUS = ("principal", "pied")
Menu = Annotated[str, choice(*_MENUS), WithJsonSchema({"enum": list(_MENUS)})]


class WrittenPage(TitledEntry):
    """A page."""

    menu: Menu | None = Field(None, alias="menu", description="principal (en haut) ou pied.")
    menu_title: Line | None = Field(
        None, alias="titre_menu", description="Titre court pour le menu."
    )
    rank: Number = Field(99, alias="ordre", description="Place dans le menu.")

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
