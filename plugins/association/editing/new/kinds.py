"""The kinds of file that can be begun: what each asks beyond what the schema requires. Pure data.

Paths are written with dots, « lieu.ville ». A required field that no list names is asked too, just
before the text: the schema decides what must be there, this module only what is asked and when.
"""

from dataclasses import dataclass

Path = tuple[str, ...]

# What is asked and is no field of the schema.
TEXT: Path = ("texte",)
CONSENT: Path = ("accord écrit",)
SAME: Path = ("comme la dernière fois",)
HOURS: Path = ("horaires",)
SURE: Path = ("le jour est le bon",)
# What is said with the hours and has no field.
PAUSE: Path = ("pause",)
ASIDE = frozenset({TEXT, CONSENT, SAME, HOURS, SURE, PAUSE})


def path_of(dotted: str) -> Path:
    """Return the path that is written « lieu.ville »."""
    return tuple(dotted.split("."))


def _paths(*steps: str | Path) -> tuple[Path, ...]:
    return tuple(path_of(step) if isinstance(step, str) else step for step in steps)


@dataclass(frozen=True)
class Kind:
    """A kind of file: its name on the command line, its folder, and its questions in their order.

    A copy asks ``again`` and leaves ``dropped`` behind; ``repeated`` is what an event takes from
    the last one of its series. ``required`` is what this kind needs beyond the schema.
    """

    name: str
    folder: str
    title: str
    asked: tuple[Path, ...]
    again: tuple[Path, ...] = ()
    dropped: tuple[str, ...] = ("exemple",)
    repeated: tuple[Path, ...] = ()
    required: tuple[Path, ...] = ()


_NEWS = Kind(
    "actualite",
    "actualites",
    "Nouvelle actualité",
    asked=_paths("titre", "date", "resume", TEXT),
    again=_paths("titre", "date", "evenement", "resume"),
    dropped=("exemple", "statut", "image"),
)
_REPORT = Kind(
    "compte-rendu",
    "actualites",
    "Nouveau compte rendu",
    asked=_paths("evenement", "titre", "date", "praticiens", "resume", TEXT),
    again=_NEWS.again,
    dropped=_NEWS.dropped,
    required=_paths("evenement"),
)
_EVENT = Kind(
    "evenement",
    "agenda",
    "Nouvel évènement",
    asked=_paths(
        *("serie", "numero", "titre", "debut", HOURS, SURE, SAME),
        *("categorie", "mode", "lieu.ville", "lieu.pays", "lieu.nom", "lieu.adresse"),
        *(
            "lieu.code_postal",
            "visio",
            "intervenants",
            "inscription.lien",
            "inscription.tarif",
            "resume",
            TEXT,
        ),
    ),
    again=_paths(
        *("numero", "titre", "debut", HOURS, SURE),
        *("inscription.lien", "inscription.avant_le", "resume"),
    ),
    dropped=(
        *("exemple", "statut", "motif", "date_initiale", "mode_initial", "fin"),
        *("recurrence", "dates", "documents", "uid", "revision"),
    ),
    repeated=_paths(
        *("categorie", "mode", "fuseau", "visio", "organisateurs"),
        *("lieu.nom", "lieu.adresse", "lieu.ville", "lieu.code_postal", "lieu.pays"),
        *("lieu.latitude", "lieu.longitude", "lieu.acces"),
        *("inscription.tarif", "inscription.devise", "inscription.conditions"),
    ),
)
_PRACTITIONER = Kind(
    "praticien",
    "praticiens",
    "Nouvelle fiche de praticien",
    asked=_paths(
        *(CONSENT, "consentement.le", "consentement.pour", "deontologie"),
        *("prenom", "nom", "accord"),
        *("metiers.metier", "metiers.certifie_le", "metiers.valable_jusqu_au"),
        *("lieu.ville", "lieu.pays", "lieu.code_postal", "regions", "a_distance", "langues"),
        *("publics", "themes", "accompagnements"),
        *("contact.telephone", "contact.courriel", "site", "contact.mode", "accroche", TEXT),
    ),
)
_CAPSULE = Kind(
    "capsule",
    "capsules",
    "Nouvelle capsule",
    asked=_paths(
        *("titre", "auteur", "publics", "themes", "objectifs", "duree", "resume", TEXT),
    ),
    again=_paths("titre", "resume"),
    dropped=("exemple", "ordre"),
    required=(TEXT,),
)
_METIER = Kind(
    "metier",
    "metiers",
    "Nouveau métier",
    asked=_paths(
        *("masculin", "feminin", "titre", "formation.annees", "formation.jours"),
        *("formation.certification", "formation.organisme", "resume", TEXT),
    ),
    again=_paths("masculin", "feminin", "titre", "resume"),
    dropped=("exemple", "ordre", "documents"),
    required=(TEXT,),
)
_PAGE = Kind(
    "page",
    "pages",
    "Nouvelle page",
    asked=_paths("titre", "menu", "titre_menu", "resume", TEXT),
    again=_paths("titre", "resume"),
    dropped=("exemple", "ordre", "titre_menu"),
    required=(TEXT,),
)

KINDS = {
    kind.name: kind for kind in (_NEWS, _EVENT, _REPORT, _PRACTITIONER, _CAPSULE, _METIER, _PAGE)
}
