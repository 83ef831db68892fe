"""Self-training capsules: ``content/capsules``."""

from typing import ClassVar

from pydantic import Field

from .common import SUMMARY_FITS, TITLE_FITS, TitledEntry
from .values import Line, Number, Slug
from .vocabulary import Audience, Theme
from .written import Rule


class WrittenCapsule(TitledEntry):
    """A capsule."""

    author: Slug = Field(alias="auteur", description="Le praticien qui l’a écrite.")
    rank: Number = Field(alias="ordre", description="Place dans la liste.")
    audiences: tuple[Audience, ...] = Field(
        alias="publics", min_length=1, description="À qui elle s’adresse."
    )
    goals: tuple[Line, ...] = Field(alias="objectifs", min_length=1, description="Ses objectifs.")
    minutes: Number = Field(alias="duree", description="Durée en minutes.")
    themes: tuple[Theme, ...] = Field(alias="themes", min_length=1, description="Ses thèmes.")

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
