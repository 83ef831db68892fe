"""Documents of the association: ``content/documents``, each beside the file that it presents."""

from typing import Annotated, ClassVar

from pydantic import Field

from .common import SUMMARY_FITS, TITLE_FITS, SoughtEntry
from .values import Day, EventName, File, GroupName
from .vocabulary import choice, enum_of
from .written import Rule, in_french, labelled

GENRES = {
    "compte rendu": "Comptes rendus",
    "rapport d’activité": "Rapports d’activité",
    "rapport financier": "Rapports financiers",
    "statuts": "Statuts",
    "code de déontologie": "Code de déontologie",
    "dossier de presse": "Dossiers de presse",
    "autre": "Autres documents",
}
"""The genres of documents in the order of the archive, each with the name of its list."""
Genre = Annotated[str, choice(*GENRES), enum_of(GENRES)]


class WrittenDigitalDocument(SoughtEntry):
    """A document that stays: a report, minutes, statutes (schema.org DigitalDocument)."""

    model_config = in_french(
        "Document", "Un document de l’association, rangé dans les archives avec son fichier."
    )

    genre: Genre = Field(
        alias="genre",
        description="Ce que c’est. Les archives se rangent ainsi, et par année.",
        examples=["compte rendu"],
    )
    date: Day = Field(
        alias="date",
        description="Le jour où il a été adopté ou publié.",
        examples=["2018-03-13"],
    )
    file: File = Field(
        alias="fichier",
        description="Où se trouve le fichier, depuis le dossier content : un PDF de préférence.",
        examples=["documents/compte-rendu-assemblee-generale-2018.pdf"],
    )
    event: EventName | None = Field(
        None,
        alias="evenement",
        json_schema_extra=labelled("Évènement"),
        description="La réunion dont il rend compte, ou qui l’a adopté. Les deux pages se relient.",
        examples=["assemblee-generale-2018"],
    )
    group: GroupName | None = Field(
        None,
        alias="groupe",
        description="Le groupe qui l’a écrit. Sa page le montre.",
        examples=["presse"],
    )

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
