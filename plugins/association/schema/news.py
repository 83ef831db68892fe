"""News items: ``content/actualites``."""

from typing import Annotated, ClassVar

from pydantic import Field, WithJsonSchema

from .common import SUMMARY_FITS, TITLE_FITS, References, TitledEntry, WrittenImage
from .values import Day, Line, Slug
from .vocabulary import choice
from .written import Rule

_STATUSES = ("publié", "brouillon")
Status = Annotated[str, choice(*_STATUSES), WithJsonSchema({"enum": list(_STATUSES)})]


class WrittenNews(TitledEntry):
    """A news item."""

    date: Day = Field(alias="date", description="Jour de publication.")
    image: WrittenImage | None = Field(None, alias="image", description="Image de tête.")
    event: Slug | None = Field(
        None, alias="evenement", description="L’évènement dont c’est le compte rendu."
    )
    practitioners: References = Field(
        (), alias="praticiens", description="Les praticiens dont parle l’actualité."
    )
    keywords: tuple[Line, ...] = Field((), alias="mots_cles", description="Mots-clés libres.")
    status: Status = Field("publié", alias="statut", description="publié ou brouillon.")

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
