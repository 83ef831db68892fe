"""Self-training capsules: ``content/capsules``."""

from typing import ClassVar

from pydantic import Field

from .cited_work import WrittenWork
from .common import SUMMARY_FITS, TITLE_FITS, SoughtEntry
from .values import Line, Minutes, Number, PractitionerName
from .video import WrittenVideo
from .vocabulary import Audience, KnownTerm, Theme
from .written import ADVISED, Rule, in_french, labelled


class WrittenCapsule(SoughtEntry):
    """A capsule."""

    model_config = in_french("Capsule", "Une courte leçon à suivre par soi-même.")

    author: PractitionerName | None = Field(
        None,
        alias="auteur",
        description="Le praticien de l’annuaire qui l’a écrite, sauf s’il s’est retiré du site.",
    )
    rank: Number = Field(
        alias="ordre",
        description="La place dans la liste, du plus petit au plus grand.",
        examples=[1],
    )
    audiences: tuple[Audience, ...] = Field(
        alias="publics",
        min_length=1,
        description="À qui elle s’adresse.",
        examples=[["Cadres et directions", "Équipes de terrain"]],
    )
    goals: tuple[Line, ...] = Field(
        (),
        alias="objectifs",
        json_schema_extra=labelled("Objectifs", **ADVISED),
        description="Ce que l’on saura faire après l’avoir suivie, une phrase par objectif.",
        examples=[["Préparer une réunion où chacun parle."]],
    )
    minutes: Minutes | None = Field(
        None,
        alias="duree",
        json_schema_extra=labelled("Durée en minutes", **ADVISED),
        description="La durée en minutes, exercices compris : la somme de ses étapes.",
        examples=[20],
    )
    themes: tuple[Theme, ...] = Field(
        (),
        alias="themes",
        json_schema_extra=labelled("Thèmes", **ADVISED),
        description="De quoi elle parle.",
        examples=[["Conflits au travail"]],
    )
    video: WrittenVideo | None = Field(
        None,
        alias="video",
        json_schema_extra=labelled("Vidéo"),
        description="Une vidéo à voir sur un autre site. Le texte en donne la transcription.",
    )

    terms: tuple[KnownTerm, ...] = Field(
        (),
        alias="termes",
        description="Les termes du glossaire qu’elle emploie, expliqués à la fin.",
        examples=[["conflit", "cadre"]],
    )
    works: tuple[WrittenWork, ...] = Field(
        (),
        alias="lectures",
        description="Les ouvrages cités, ou à lire pour aller plus loin.",
    )

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
