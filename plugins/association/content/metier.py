"""Métiers: ``content/metiers``."""

from typing import ClassVar

from pydantic import Field

from .common import SUMMARY_FITS, TITLE_FITS, SoughtEntry, WrittenDocument
from .values import Line, Number
from .written import ADVISED, Rule, Written, in_french, labelled


class WrittenTraining(Written):
    """The training to a métier."""

    years: Line = Field(
        alias="annees",
        json_schema_extra=labelled("Durée en années"),
        description="La durée.",
        examples=["3 ans"],
    )
    days: Line = Field(
        alias="jours",
        json_schema_extra=labelled("Jours de formation"),
        description="Les jours de formation.",
        examples=["25 jours par an"],
    )
    certification: Line | None = Field(
        None,
        alias="certification",
        json_schema_extra=dict(ADVISED),
        description="Ce qui certifie, en une phrase, si on le sait.",
        examples=["Certification de l’Institut Charles Rojzman."],
    )
    provider: Line | None = Field(
        None,
        alias="organisme",
        json_schema_extra=labelled("Organisme", **ADVISED),
        description="Qui forme et certifie. Ce que l’on ne sait pas ne s’invente pas.",
        examples=["Institut Charles Rojzman"],
    )


class WrittenMetier(SoughtEntry):
    """A métier."""

    model_config = in_french("Métier", "Un métier de la Thérapie Sociale TST.")

    masculine: Line = Field(
        alias="masculin",
        description="Le nom du métier au masculin.",
        examples=["Intervenant en Thérapie Sociale TST"],
    )
    feminine: Line = Field(
        alias="feminin",
        json_schema_extra=labelled("Féminin"),
        description="Le nom du métier au féminin.",
        examples=["Intervenante en Thérapie Sociale TST"],
    )
    rank: Number = Field(
        alias="ordre",
        description="La place dans la liste, du plus petit au plus grand.",
        examples=[1],
    )
    audiences: Line | None = Field(
        None,
        alias="publics",
        description="Pour qui il travaille. Se lit dans la comparaison des métiers.",
        examples=["Des villes, des institutions, des organisations entières."],
    )
    settings: Line | None = Field(
        None,
        alias="lieux",
        description="Où il s’exerce, et à quelle place. Se lit dans la comparaison.",
        examples=["Du dehors, dans une ville, un quartier, une institution."],
    )
    occasion: Line | None = Field(
        None,
        alias="quand",
        json_schema_extra=labelled("Quand l’appeler"),
        description="Quand l’appeler plutôt que l’autre métier. Se lit dans la comparaison.",
        examples=["Quand la difficulté déborde une équipe."],
    )
    training: WrittenTraining = Field(alias="formation", description="La formation qui y mène.")
    documents: tuple[WrittenDocument, ...] = Field(
        (), alias="documents", description="Les documents à télécharger."
    )

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
