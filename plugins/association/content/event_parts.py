"""The pieces of an event: its place, registration, recurrence and further dates."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field, WithJsonSchema

from ..core.french_calendar import WEEKDAYS
from ..core.words import fold
from .money import Currency
from .values import (
    AddressOrLine,
    Day,
    DayNumber,
    Degrees,
    Hour,
    Line,
    Moment,
    Number,
    People,
    Price,
    WebAddress,
    YesNo,
    reads,
    wrong,
)
from .vocabulary import Country, choice, enum_of
from .written import Written, labelled

MODES = ("sur place", "en ligne", "mixte")
DRAFT = "brouillon"
STATUSES = ("prévu", "à confirmer", "reporté", "annulé")
FREQUENCIES = ("quotidienne", "hebdomadaire", "mensuelle", "annuelle")
EACH_DATE = "chaque date"
DEADLINE_FOR = ("tout le cycle", EACH_DATE)
_RANKS = {
    "1er": ("premier", "1", "1e", "1ere"),
    "2e": ("deuxieme", "second", "2", "2eme", "2nd"),
    "3e": ("troisieme", "3", "3eme"),
    "4e": ("quatrieme", "4", "4eme"),
    "dernier": ("derniere",),
}


_SAID_MODES = {
    **dict.fromkeys(("presentiel", "en presentiel", "hors ligne"), "sur place"),
    **dict.fromkeys(
        (
            *("distanciel", "en distanciel", "a distance", "online", "zoom", "teams"),
            *("visio", "en visio", "visioconference", "webinaire", "internet"),
        ),
        "en ligne",
    ),
    **dict.fromkeys(
        ("hybride", "les deux", "bimodal", "sur place et en ligne", "presentiel et distanciel"),
        "mixte",
    ),
}
_SAID_STATUSES = {
    **dict.fromkeys(
        ("confirme", "maintenu", "non annule", "a venir"),
        "écrivez « prévu », ou retirez cette ligne",
    ),
    "complet": "retirez cette ligne, et écrivez « complet: oui »",
}
_EVERY_FORTNIGHT = (
    *("quinzaine", "par quinzaine", "tous les quinze jours", "tous les 15 jours"),
    *("une semaine sur deux", "toutes les deux semaines"),
)
_EVERY = {
    "quotidienne": ("tous les jours", "chaque jour"),
    "hebdomadaire": (
        *("chaque semaine", "toutes les semaines"),
        *(f"tous les {day}s" for day in WEEKDAYS),
        *(f"chaque {day}" for day in WEEKDAYS),
    ),
    "mensuelle": ("tous les mois", "chaque mois"),
    "annuelle": ("tous les ans", "chaque annee", "toutes les annees"),
}
_SAID_FREQUENCIES = {
    **{name: frequency for frequency, names in _EVERY.items() for name in names},
    **dict.fromkeys(
        ("bimensuelle", "bi mensuelle", "deux fois par mois"),
        "deux fois par mois : écrivez « hebdomadaire », et « intervalle: 2 » dessous",
    ),
    **{
        said: f"écrivez « mensuelle », et « jour: {rank} {day} » dessous"
        for rank, words in _RANKS.items()
        for day in WEEKDAYS
        for word in (rank, *words)
        for said in (
            f"tous les {word}s {day}s",
            f"tous les {word}s {day}s du mois",
            f"chaque {word} {day}",
            f"chaque {word} {day} du mois",
            f"le {word} {day} du mois",
            f"le {word} {day} de chaque mois",
        )
    },
} | {
    name: f"écrivez « {frequency} », et « intervalle: {interval} » dessous"
    for frequency, interval, names in (
        ("hebdomadaire", 2, _EVERY_FORTNIGHT),
        ("mensuelle", 2, ("bimestrielle", "bimestriel", "tous les deux mois")),
        ("mensuelle", 3, ("trimestrielle", "trimestriel")),
        ("mensuelle", 6, ("semestrielle", "semestriel")),
        ("annuelle", 2, ("bisannuelle", "tous les deux ans")),
    )
    for name in names
}


_SHORT_WEEKDAYS = {day[:3]: day for day in WEEKDAYS}
_SAID_DEADLINES = {
    **dict.fromkeys(
        ("chaque", "chaque fois", "chaque seance", "chaque rencontre", "chaque evenement"),
        EACH_DATE,
    ),
    **dict.fromkeys(
        ("tout", "tous", "toutes", "toutes les dates", "le cycle", "cycle"),
        "tout le cycle",
    ),
}


Mode = Annotated[str, choice(*MODES, mends=_SAID_MODES), enum_of(MODES)]
DateStatus = Annotated[str, choice(*STATUSES, mends=_SAID_STATUSES), enum_of(STATUSES)]
EventStatus = Annotated[
    str, choice(*STATUSES, DRAFT, mends=_SAID_STATUSES), enum_of((*STATUSES, DRAFT))
]
Frequency = Annotated[str, choice(*FREQUENCIES, mends=_SAID_FREQUENCIES), enum_of(FREQUENCIES)]
Weekday = Annotated[str, choice(*WEEKDAYS, mends=_SHORT_WEEKDAYS), enum_of(WEEKDAYS)]
DeadlineFor = Annotated[str, choice(*DEADLINE_FOR, mends=_SAID_DEADLINES), enum_of(DEADLINE_FOR)]


def _weekday_of_month(text: str) -> tuple[int, int]:
    """Return (2, 1) for « 2e mardi »: the rank in the month (-1: the last) and the weekday."""
    match = re.fullmatch(r"(1er|[2-4]e|dernier)\s+(\w+)", text.lower())
    if match and match[2] in WEEKDAYS:
        rank = -1 if match[1] == "dernier" else int(match[1][0])
        return rank, WEEKDAYS.index(match[2])
    word, _, weekday = fold(text).partition(" ")
    rank_meant = next((rank for rank, words in _RANKS.items() if word in words), "")
    raise wrong(
        "jour-du-mois",
        f"« {text} » n’est pas un jour du mois attendu",
        f"écrivez {rank_meant} {weekday}"
        if rank_meant and weekday in WEEKDAYS
        else "écrivez par exemple « 2e mardi » ou « dernier jeudi »",
        instead=f"{rank_meant} {weekday}" if rank_meant and weekday in WEEKDAYS else "",
    )


WeekdayOfMonth = Annotated[
    tuple[int, int],
    reads(_weekday_of_month),
    WithJsonSchema(
        {
            "type": "string",
            "title": "un jour du mois",
            "pattern": f"^(1er|[2-4]e|dernier) ({'|'.join(WEEKDAYS)})$",
            "examples": ["2e mardi"],
        }
    ),
]


class WrittenPlace(Written):
    """Where an event takes place."""

    name: Line | None = Field(
        None,
        alias="nom",
        description="Le nom de la salle ou du bâtiment.",
        examples=["Maison du Lavoir"],
    )
    address: Line | None = Field(
        None,
        alias="adresse",
        description="Le numéro et la rue.",
        examples=["21, cour des Repasseuses"],
    )
    postal_code: Line | None = Field(
        None,
        alias="code_postal",
        description="Le code postal, entre guillemets droits. Il donne la région.",
        examples=["75018"],
    )
    city: Line = Field(alias="ville", description="La ville.", examples=["Paris"])
    country: Country | None = Field(
        None, alias="pays", description="Le pays, si ce n’est pas la France.", examples=["Belgique"]
    )
    latitude: Degrees | None = Field(
        None, alias="latitude", description="La position, du sud au nord.", examples=[48.887]
    )
    longitude: Degrees | None = Field(
        None, alias="longitude", description="La position, d’ouest en est.", examples=[2.352]
    )
    access: Line | None = Field(
        None,
        alias="acces",
        json_schema_extra=labelled("Accès"),
        description="Comment venir, et l’accès des personnes handicapées.",
        examples=["Entrée de plain-pied, métro à cinq minutes."],
    )


class WrittenSession(Written):
    """One line of the programme of an event: what begins at an hour."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("horaire", "horaires", "a", "de"), "heure"),
        **dict.fromkeys(("intitule", "sujet", "theme", "atelier", "texte", "quoi"), "titre"),
        **dict.fromkeys(
            ("intervenant", "intervenants", "animateur", "anime par", "orateur", "qui"), "avec"
        ),
        **dict.fromkeys(("lieu", "endroit", "ou"), "salle"),
    }

    hour: Hour = Field(
        alias="heure", description="À quelle heure cela commence.", examples=["09:30"]
    )
    day: DayNumber | None = Field(
        None,
        alias="jour",
        description=(
            "Le combientième jour, si l’évènement en dure plusieurs : 2 pour le deuxième. Les "
            "lignes qui suivent sont du même jour."
        ),
        examples=[2],
    )
    title: Line = Field(alias="titre", description="Ce qui commence.", examples=["Accueil et café"])
    people: People | None = Field(
        None, alias="avec", description="Qui en parle ou l’anime.", examples=["Charles Rojzman"]
    )
    room: Line | None = Field(
        None, alias="salle", description="Dans quelle salle.", examples=["Grande salle"]
    )


class WrittenRegistration(Written):
    """How to register."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("prix", "tarifs", "cout", "montant", "participation"), "tarif"),
        **dict.fromkeys(("date limite", "date_limite", "limite", "cloture"), "avant_le"),
        **dict.fromkeys(("url", "formulaire"), "lien"),
    }

    link: WebAddress | None = Field(
        None,
        alias="lien",
        description="La page où l’on s’inscrit.",
        examples=["https://example.org/inscription/dijon"],
    )
    deadline: Moment | None = Field(
        None,
        alias="avant_le",
        description="Le dernier jour pour s’inscrire, compris.",
        examples=["2027-03-05"],
    )
    deadline_for: DeadlineFor | None = Field(
        None,
        alias="pour",
        description=(
            "Quand il y a plusieurs dates : « avant_le » ferme les inscriptions à tout le cycle "
            "(d’ordinaire), ou à chaque date, autant de jours avant elle qu’avant la première."
        ),
        examples=["chaque date"],
    )
    waiting_list: AddressOrLine | None = Field(
        None,
        alias="liste_attente",
        json_schema_extra=labelled("Liste d’attente"),
        description="Quand c’est complet : la page d’une liste d’attente, ou une phrase.",
        examples=["https://example.org/attente/dijon"],
    )
    seats: Number | None = Field(
        None, alias="places", description="Le nombre de places.", examples=[60]
    )
    price: Price | None = Field(
        None, alias="tarif", description="Le prix. 0 veut dire gratuit.", examples=[25]
    )
    currency: Currency = Field(
        "EUR", alias="devise", description="La monnaie du prix.", examples=["CHF"]
    )
    conditions: Line | None = Field(
        None,
        alias="conditions",
        description="Une phrase de précision : pour qui, ce que couvre le prix.",
        examples=["Ouvert à tous, le repas est compris."],
    )


class WrittenCancellation(Written):
    """A cancelled date of a recurring event."""

    day: Day = Field(
        alias="date", description="Le jour où elle devait se tenir.", examples=["2027-03-09"]
    )
    reason: Line | None = Field(
        None,
        alias="motif",
        description="Pourquoi, en une phrase.",
        examples=["Les deux animateurs préparent l’assemblée générale."],
    )


class WrittenMove(Written):
    """A date of a recurring event that was moved."""

    day: Day = Field(
        alias="date", description="Le jour où elle devait se tenir.", examples=["2027-04-13"]
    )
    start: Moment = Field(
        alias="debut",
        json_schema_extra=labelled("Début"),
        description="Le nouveau début.",
        examples=["2027-04-20 19:00"],
    )
    end: Moment | None = Field(
        None, alias="fin", description="La nouvelle fin.", examples=["2027-04-20 20:30"]
    )
    place: WrittenPlace | None = Field(
        None, alias="lieu", description="Son lieu, si ce n’est pas celui des autres dates."
    )
    programme: tuple[WrittenSession, ...] = Field(
        (),
        alias="programme",
        description="Son programme, si ce n’est pas celui des autres dates.",
    )


class WrittenChange(Written):
    """Another hour, weekday or place of a recurring event, from one of its dates on."""

    start: Moment = Field(
        alias="a_partir_du",
        json_schema_extra=labelled("À partir du"),
        description="Le début de la première date ainsi changée. La répétition continue d’elle.",
        examples=["2027-04-07 20:00"],
    )
    end: Moment | None = Field(
        None,
        alias="fin",
        description="La fin de cette première date. Sans elle, la durée reste la même.",
        examples=["2027-04-07 21:30"],
    )
    weekday: WeekdayOfMonth | None = Field(
        None, alias="jour", description="Le nouveau jour du mois, pour une répétition mensuelle."
    )
    weekdays: tuple[Weekday, ...] = Field(
        (),
        alias="jours",
        description="Les nouveaux jours de chaque semaine.",
        examples=[["mercredi"]],
    )
    place: WrittenPlace | None = Field(
        None, alias="lieu", description="Le nouveau lieu, s’il change."
    )
    programme: tuple[WrittenSession, ...] = Field(
        (),
        alias="programme",
        description="Le nouveau programme, s’il change.",
    )


class WrittenRecurrence(Written):
    """How an event recurs; always bounded."""

    frequency: Frequency = Field(
        alias="frequence",
        json_schema_extra=labelled("Fréquence"),
        description="Chaque jour, semaine, mois ou année, à partir de « debut ».",
        examples=["mensuelle"],
    )
    interval: Number = Field(
        1,
        alias="intervalle",
        description="2 : un jour, une semaine, un mois ou une année sur deux.",
        examples=[2],
    )
    weekday: WeekdayOfMonth | None = Field(
        None,
        alias="jour",
        description="Le jour du mois, pour une répétition mensuelle. « debut » tombe ce jour-là.",
    )
    weekdays: tuple[Weekday, ...] = Field(
        (),
        alias="jours",
        description=(
            "Plusieurs jours de chaque semaine, pour une répétition hebdomadaire. « debut » tombe "
            "l’un d’eux."
        ),
        examples=[["mardi", "jeudi"]],
    )
    until: Day | None = Field(
        None,
        alias="jusqu_au",
        json_schema_extra=labelled("Jusqu’au"),
        description="Le dernier jour possible. Écrivez ce champ ou « nombre », pas les deux.",
        examples=["2027-06-30"],
    )
    count: Number | None = Field(
        None,
        alias="nombre",
        description="Le nombre de dates, la première comprise.",
        examples=[6],
    )
    skipped: tuple[Day, ...] = Field(
        (),
        alias="sauf",
        description="Les jours à sauter, connus d’avance : des vacances, un jour férié.",
        examples=[["2026-12-22", "2026-12-29"]],
    )
    cancelled: tuple[WrittenCancellation, ...] = Field(
        (),
        alias="annulees",
        json_schema_extra=labelled("Dates annulées"),
        description="Les dates annoncées, puis annulées.",
    )
    moved: tuple[WrittenMove, ...] = Field(
        (),
        alias="deplacees",
        json_schema_extra=labelled("Dates déplacées"),
        description="Les dates annoncées, puis déplacées.",
    )
    changes: tuple[WrittenChange, ...] = Field(
        (),
        alias="changements",
        description="Une autre heure, un autre jour ou lieu à partir d’une date.",
    )
    full: tuple[Day, ...] = Field(
        (),
        alias="completes",
        json_schema_extra=labelled("Dates complètes"),
        description="Les jours où il n’y a plus de place.",
        examples=[["2027-03-09"]],
    )

    @property
    def exceptions(self) -> tuple[tuple[str, int, date], ...]:
        """The days that do not take place as the rule says: their field, their rank in it, each."""
        return (
            *(("sauf", n, day) for n, day in enumerate(self.skipped)),
            *(("annulees", n, item.day) for n, item in enumerate(self.cancelled)),
            *(("deplacees", n, item.day) for n, item in enumerate(self.moved)),
        )


class WrittenDate(Written):
    """A further date of an event, with a life of its own."""

    start: Moment = Field(
        alias="debut",
        json_schema_extra=labelled("Début"),
        description="Le début de cette date.",
        examples=["2027-05-12 14:00"],
    )
    end: Moment | None = Field(
        None, alias="fin", description="La fin de cette date.", examples=["2027-05-12 17:00"]
    )
    place: WrittenPlace | None = Field(
        None, alias="lieu", description="Son lieu, si ce n’est pas celui des autres dates."
    )
    programme: tuple[WrittenSession, ...] = Field(
        (),
        alias="programme",
        description="Son programme, si ce n’est pas celui des autres dates.",
    )
    is_full: YesNo = Field(
        False,
        alias="complet",
        description="« oui » quand il n’y a plus de place à cette date.",
        examples=["oui"],
    )
    status: DateStatus = Field(
        "prévu", alias="statut", description="L’état de cette date.", examples=["annulé"]
    )
    reason: Line | None = Field(
        None,
        alias="motif",
        description="Pourquoi elle a changé, en une phrase.",
        examples=["La salle est fermée ce jour-là."],
    )
    initial_date: Moment | None = Field(
        None,
        alias="date_initiale",
        json_schema_extra=labelled("Date d’abord annoncée"),
        description="Le début d’abord annoncé, quand il a changé.",
        examples=["2027-05-11 14:00"],
    )
