"""What may be written of an event: the fields of ``content/agenda``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from pydantic import Field

from .common import Practitioners, TitledEntry, WrittenDocument, WrittenImage
from .event_parts import (
    EventStatus,
    Mode,
    WrittenChange,
    WrittenDate,
    WrittenMove,
    WrittenPlace,
    WrittenRecurrence,
    WrittenRegistration,
    WrittenSession,
)
from .values import (
    Day,
    GroupName,
    Line,
    MetierName,
    Moment,
    Number,
    Slug,
    WebAddress,
    YesNo,
    Zone,
)
from .vocabulary import Category, Series
from .written import Path, in_french, labelled


class EventFields(TitledEntry):
    """The fields of an event; what must hold between them is ``event_rules``'."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("repetition", "periodicite", "rythme"), "recurrence"),
        **dict.fromkeys(("animateur", "animateurs", "animatrice", "animatrices"), "intervenants"),
        **dict.fromkeys(("formateur", "formateurs", "formatrice", "anime par"), "intervenants"),
        **dict.fromkeys(("organisateur", "organise par"), "organisateurs"),
        **dict.fromkeys(("photo", "illustration", "affiche"), "image"),
        **dict.fromkeys(("zoom", "teams", "jitsi", "lien visio"), "visio"),
    }

    model_config = in_french(
        "Évènement", "Un rendez-vous de l’agenda : un seul fichier, gardé toute sa vie."
    )

    start: Moment = Field(
        alias="debut",
        json_schema_extra=labelled("Début"),
        description="Quand il commence. Le mois seul convient tant que le jour n’est pas fixé.",
        examples=["2027-03-19 09:30"],
    )
    end: Moment | None = Field(
        None,
        alias="fin",
        description="Quand il finit, écrit comme « debut ». Le dernier jour est compris.",
        examples=["2027-03-19 17:30"],
    )
    zone: Zone | None = Field(
        None, alias="fuseau", description="L’heure de quel endroit, si ce n’est pas celle de Paris."
    )
    place: WrittenPlace | None = Field(None, alias="lieu", description="Où il se tient.")
    places: tuple[WrittenPlace, ...] = Field(
        (),
        alias="lieux",
        description=(
            "À la place de « lieu », quand il y en a plusieurs. Le premier est celui où l’on se "
            "retrouve."
        ),
    )
    mode: Mode = Field(
        "sur place",
        alias="mode",
        description="« mixte » : sur place et en ligne à la fois.",
        examples=["en ligne"],
    )
    initial_mode: Mode | None = Field(
        None,
        alias="mode_initial",
        json_schema_extra=labelled("Mode d’abord annoncé"),
        description="L’ancien mode, quand il a changé : il est passé en ligne, par exemple.",
        examples=["sur place"],
    )
    join_link: WebAddress | None = Field(
        None,
        alias="visio",
        description="Le lien public de la visioconférence. Tout le monde le verra.",
        examples=["https://example.org/visio/soirees-de-decouverte"],
    )
    status: EventStatus = Field(
        "prévu",
        alias="statut",
        description=(
            "Où il en est. Un évènement annulé garde sa page ; un brouillon ne se voit que dans "
            "l’aperçu."
        ),
        examples=["reporté"],
    )
    reason: Line | None = Field(
        None,
        alias="motif",
        description="Pourquoi il est reporté, annulé ou à confirmer, en une phrase.",
        examples=["La salle a été inondée."],
    )
    initial_date: Moment | None = Field(
        None,
        alias="date_initiale",
        json_schema_extra=labelled("Date d’abord annoncée"),
        description="Le début d’abord annoncé, quand il a changé.",
        examples=["2027-03-12 09:30"],
    )
    category: Category = Field(
        alias="categorie",
        json_schema_extra=labelled("Catégorie"),
        description="Le genre d’évènement. Les visiteurs filtrent l’agenda avec lui.",
        examples=["Journée de rencontre"],
    )
    series: Series | None = Field(
        None,
        alias="serie",
        json_schema_extra=labelled("Série"),
        description="La suite d’évènements à laquelle il appartient.",
        examples=["Journées de rencontre"],
    )
    number: Number | None = Field(
        None,
        alias="numero",
        json_schema_extra=labelled("Numéro"),
        description="Son numéro dans la série.",
        examples=[23],
    )
    group: GroupName | None = Field(
        None,
        alias="groupe",
        description="Le groupe de travail ou l’instance qui s’y réunit. Les deux pages se relient.",
        examples=["presse"],
    )
    metier: MetierName | None = Field(
        None,
        alias="metier",
        json_schema_extra=labelled("Métier"),
        description="Le métier auquel il forme ou qu’il fait connaître. Sa page l’annoncera.",
        examples=["facilitateur"],
    )
    organizers: tuple[Line, ...] = Field(
        (),
        alias="organisateurs",
        description="Qui organise.",
        examples=[["Institut Charles Rojzman"]],
    )
    speakers: Practitioners = Field(
        (),
        alias="intervenants",
        description="Les praticiens de l’annuaire qui animent. Leur fiche le montrera.",
        examples=[["jean-valjean", "gervaise-macquart"]],
    )
    guests: tuple[Line, ...] = Field(
        (),
        alias="invites",
        json_schema_extra=labelled("Invités"),
        description="Les noms des personnes invitées qui n’ont pas de fiche sur le site.",
        examples=[["Charles Rojzman"]],
    )
    registration: WrittenRegistration | None = Field(
        None, alias="inscription", description="Comment s’inscrire."
    )
    is_full: YesNo = Field(
        False,
        alias="complet",
        description="« oui » quand il n’y a plus de place, à aucune date. Le site le dit partout.",
        examples=["oui"],
    )
    recurrence: WrittenRecurrence | None = Field(
        None,
        alias="recurrence",
        json_schema_extra=labelled("Récurrence"),
        description="La règle, pour un évènement qui revient.",
    )
    further_dates: tuple[WrittenDate, ...] = Field(
        (),
        alias="dates",
        description="Les autres dates, une à une : aucune règle ne les donne.",
    )
    programme: tuple[WrittenSession, ...] = Field(
        (),
        alias="programme",
        description="Ce qui se passe, heure par heure.",
    )
    image: WrittenImage | None = Field(
        None, alias="image", description="L’image de l’évènement, en tête de sa page."
    )
    documents: tuple[WrittenDocument, ...] = Field(
        (), alias="documents", description="Les documents à télécharger."
    )
    uid: Slug | None = Field(
        None,
        alias="uid",
        json_schema_extra=labelled("Ancien nom du fichier"),
        description="L’ancien nom du fichier, s’il a été renommé : les agendas suivent.",
        examples=["atelier-pratique-dijon"],
    )
    revision: Number = Field(
        0,
        alias="revision",
        json_schema_extra=labelled("Révision"),
        description="Pour le site seulement : les changements que l’historique ne connaît pas.",
        examples=[1],
    )
    created: Day | None = Field(
        None,
        alias="cree_le",
        json_schema_extra=labelled("Créé le"),
        description="Pour le site seulement : le jour de sa création, que l’historique a perdu.",
        examples=["2026-09-14"],
    )

    @property
    def all_places(self) -> tuple[WrittenPlace, ...]:
        """Where it takes place: one place, several, or none that is known."""
        return (self.place,) if self.place else self.places

    def written_places(self) -> Iterator[tuple[Path, WrittenPlace]]:
        """Yield all the places that the file says, each with the French path of its field."""
        if self.place:
            yield ("lieu",), self.place
        yield from ((("lieux", n), one) for n, one in enumerate(self.places))
        yield from self.places_of_dates()

    def places_of_dates(self) -> Iterator[tuple[Path, WrittenPlace]]:
        """Yield the places that dates have of their own, each with the path of its field."""
        recurrence = self.recurrence
        lists: dict[Path, Sequence[WrittenDate | WrittenMove | WrittenChange]] = {
            ("dates",): self.further_dates,
            ("recurrence", "deplacees"): recurrence.moved if recurrence else (),
            ("recurrence", "changements"): recurrence.changes if recurrence else (),
        }
        for path, items in lists.items():
            for number, item in enumerate(items):
                if item.place:
                    yield (*path, number, "lieu"), item.place
