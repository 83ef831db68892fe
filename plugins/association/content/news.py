"""News items: ``content/actualites``."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from .common import SUMMARY_FITS, TITLE_FITS, Practitioners, TitledEntry, WrittenImage
from .values import Day, EventName, Line, PractitionerName
from .video import WrittenVideo
from .vocabulary import choice, enum_of
from .written import Rule, in_french, labelled

_STATUSES = ("publié", "brouillon")
Status = Annotated[str, choice(*_STATUSES), enum_of(_STATUSES)]


class WrittenNews(TitledEntry):
    """A news item, or an article that its author signs."""

    other_names: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("autrice", "auteure", "signature", "signe_par", "par"), "auteur"
    )

    model_config = in_french(
        "Actualité", "Une nouvelle de l’association ou le compte rendu d’un évènement."
    )

    date: Day = Field(
        alias="date",
        description="Le jour de publication, celui que montre la page.",
        examples=["2027-03-20"],
    )
    image: WrittenImage | None = Field(
        None, alias="image", description="L’image en tête de l’actualité."
    )
    video: WrittenVideo | None = Field(
        None,
        alias="video",
        json_schema_extra=labelled("Vidéo"),
        description="Une vidéo à voir sur un autre site. Le texte en donne la transcription.",
    )
    event: EventName | None = Field(
        None,
        alias="evenement",
        json_schema_extra=labelled("Évènement"),
        description="L’évènement dont c’est le compte rendu. Les deux pages se relient.",
        examples=["journee-de-rencontre-mars-2027"],
    )
    author: PractitionerName | None = Field(
        None,
        alias="auteur",
        description="Le praticien de l’annuaire dont c’est l’article. Les deux pages se relient.",
    )
    practitioners: Practitioners = Field(
        (),
        alias="praticiens",
        description="Les praticiens dont parle l’actualité. Leur fiche le montrera.",
        examples=[["jean-valjean"]],
    )
    keywords: tuple[Line, ...] = Field(
        (),
        alias="mots_cles",
        json_schema_extra=labelled("Mots-clés"),
        description="Des mots libres, sous lesquels retrouver l’actualité.",
        examples=[["certification", "Paris"]],
    )
    status: Status = Field(
        "publié",
        alias="statut",
        description="Un brouillon ne se voit que dans l’aperçu.",
        examples=["brouillon"],
    )

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
