"""Métiers: ``content/metiers``."""

from typing import ClassVar

from pydantic import Field

from .common import SUMMARY_FITS, TITLE_FITS, TitledEntry, WrittenDocument
from .values import Line, Number
from .written import Rule, Written


class WrittenTraining(Written):
    """The training to a métier."""

    years: Line = Field(alias="annees", description="Durée, par exemple « 3 ans ».")
    days: Line = Field(alias="jours", description="Jours de formation.")
    certification: Line = Field(alias="certification", description="Ce qui certifie.")
    provider: Line = Field(alias="organisme", description="Qui forme et certifie.")


class WrittenMetier(TitledEntry):
    """A métier."""

    masculine: Line = Field(alias="masculin", description="Nom du métier au masculin.")
    feminine: Line = Field(alias="feminin", description="Nom du métier au féminin.")
    rank: Number = Field(alias="ordre", description="Place dans la liste.")
    training: WrittenTraining = Field(alias="formation", description="La formation.")
    documents: tuple[WrittenDocument, ...] = Field(
        (), alias="documents", description="Documents à télécharger."
    )

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
