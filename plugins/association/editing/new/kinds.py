"""The kinds of file that can be created: what each asks beyond the schema. Pure data.

Paths are written with dots, « lieu.ville ». A required field that no list names is asked too, just
before the text: the schema decides what must be there, this module only what is asked and when.
"""

from dataclasses import dataclass

from ...core.words import fold

Path = tuple[str, ...]

# Questions that are not fields of the schema.
TEXT: Path = ("texte",)
CONSENT: Path = ("accord écrit",)
SAME: Path = ("comme la dernière fois",)
HOURS: Path = ("horaires",)
SURE: Path = ("le jour est le bon",)
# What is said with the hours and has no field.
PAUSE: Path = ("pause",)
# Two fields that one answer may give.
TOWN: Path = ("lieu", "ville")
POSTAL_CODE: Path = ("lieu", "code_postal")
NOT_FIELDS = frozenset({TEXT, CONSENT, SAME, HOURS, SURE, PAUSE})


def path_of(dotted: str) -> Path:
    """Return the path that is written « lieu.ville »."""
    return tuple(dotted.split("."))


def _paths(*steps: str | Path) -> tuple[Path, ...]:
    return tuple(path_of(step) if isinstance(step, str) else step for step in steps)


@dataclass(frozen=True)
class Kind:
    """A kind of file: its name on the command line, its folder, and its questions in their order.

    A copy asks ``again``, without ``dropped_fields``; an event takes ``series_fields`` from
    the last one of its series. ``required_fields`` are required in addition to those of the schema.
    ``said_names`` are what people call it besides its name, as ``fold`` writes them. A new text
    goes on with ``further_text``, where ``{time}`` is the duration, if any, in parentheses.
    """

    name: str
    folder: str
    title: str
    questions: tuple[Path, ...]
    again: tuple[Path, ...] = ()
    dropped_fields: tuple[str, ...] = ("exemple",)
    series_fields: tuple[Path, ...] = ()
    required_fields: tuple[Path, ...] = ()
    said_names: tuple[str, ...] = ()
    further_text: str = ""


_NEWS = Kind(
    "actualite",
    "actualites",
    "Nouvelle actualité",
    questions=_paths("titre", "date", "resume", TEXT),
    again=_paths("titre", "date", "evenement", "resume"),
    dropped_fields=("exemple", "statut", "image"),
    said_names=("nouvelle", "nouvelles", "actu", "actus", "news", "article", "billet", "annonce"),
)
_REPORT = Kind(
    "compte-rendu",
    "actualites",
    "Nouveau compte rendu",
    questions=_paths("evenement", "titre", "date", "praticiens", "resume", TEXT),
    again=_NEWS.again,
    dropped_fields=_NEWS.dropped_fields,
    required_fields=_paths("evenement"),
    said_names=("cr", "bilan", "recit"),
)
_EVENT = Kind(
    "evenement",
    "agenda",
    "Nouvel évènement",
    questions=_paths(
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
    dropped_fields=(
        *("exemple", "statut", "motif", "date_initiale", "mode_initial", "fin"),
        *("recurrence", "dates", "programme", "image", "documents", "uid", "revision", "cree_le"),
    ),
    series_fields=_paths(
        *("categorie", "mode", "fuseau", "visio", "organisateurs"),
        *("lieu.nom", "lieu.adresse", "lieu.ville", "lieu.code_postal", "lieu.pays"),
        *("lieu.latitude", "lieu.longitude", "lieu.acces"),
        *("inscription.tarif", "inscription.devise", "inscription.conditions"),
    ),
    said_names=(
        "date",
        "rendez vous",
        "formation",
        "rencontre",
        "reunion",
        "journee",
        "soiree",
        "agenda",
        "event",
    ),
)
_PRACTITIONER = Kind(
    "praticien",
    "praticiens",
    "Nouvelle fiche de praticien",
    questions=_paths(
        *(CONSENT, "consentement.le", "consentement.pour", "deontologie"),
        *("prenom", "nom", "accord"),
        *("metiers.metier", "metiers.certifie_le", "metiers.valable_jusqu_au"),
        *("lieu.ville", "lieu.pays", "lieu.code_postal", "regions", "a_distance", "langues"),
        *("publics", "themes", "accompagnements"),
        *("contact.telephone", "contact.courriel", "site", "contact.mode"),
        *("entreprise.forme", "entreprise.siret", "entreprise.declaration_activite"),
        *("accroche", TEXT),
    ),
    said_names=(
        "fiche",
        "praticienne",
        "fiche de praticien",
        "fiche praticien",
        "intervenant",
        "intervenante",
        "personne",
        "membre",
        "profil",
        "annuaire",
    ),
)
_CAPSULE = Kind(
    "capsule",
    "capsules",
    "Nouvelle capsule",
    questions=_paths(
        *("titre", "auteur", "publics", "themes", "objectifs", "duree", "resume", TEXT),
    ),
    again=_paths("titre", "resume"),
    dropped_fields=("exemple", "ordre"),
    required_fields=(TEXT,),
    said_names=("autoformation", "capsule d'autoformation"),
    # Fit to be published as it stands: whoever forgets it leaves no blank.
    further_text="""\
## Premier pas{time}

/// exercice | À vous

Écrivez ce que vous retenez de cette capsule, et ce que vous ferez autrement dès demain.

///
""",
)
_METIER = Kind(
    "metier",
    "metiers",
    "Nouveau métier",
    questions=_paths(
        *("masculin", "feminin", "titre", "formation.annees", "formation.jours"),
        *("formation.certification", "formation.organisme", "resume", TEXT),
    ),
    again=_paths("masculin", "feminin", "titre", "resume"),
    dropped_fields=("exemple", "ordre", "documents"),
    required_fields=(TEXT,),
    said_names=("fiche metier", "profession"),
)
_DOCUMENT = Kind(
    "document",
    "documents",
    "Nouveau document",
    questions=_paths("titre", "genre", "date", "fichier", "evenement", "groupe", "resume", TEXT),
    again=_paths("titre", "date", "fichier", "resume"),
    said_names=("rapport", "statuts", "proces verbal", "pv", "archive", "dossier de presse", "pdf"),
)
_GROUP = Kind(
    "groupe",
    "groupes",
    "Nouveau groupe",
    questions=_paths("titre", "genre", "depuis", "resume", TEXT),
    again=_paths("titre", "depuis", "resume"),
    dropped_fields=("exemple", "ordre", "membres"),
    said_names=("groupe de travail", "instance", "commission", "comite", "conseil", "bureau"),
)
_PAGE = Kind(
    "page",
    "pages",
    "Nouvelle page",
    questions=_paths("titre", "menu", "titre_menu", "resume", TEXT),
    again=_paths("titre", "resume"),
    dropped_fields=("exemple", "ordre", "titre_menu"),
    required_fields=(TEXT,),
    said_names=("page fixe",),
)

KINDS = {
    kind.name: kind
    for kind in (_NEWS, _EVENT, _REPORT, _PRACTITIONER, _CAPSULE, _METIER, _DOCUMENT, _GROUP, _PAGE)
}


def kind_called(name: str) -> Kind | None:
    """Return the kind of a name, however it is written: « évènement », « fiche », or None."""
    said = fold(name)
    found = (kind for kind in KINDS.values() if said in (fold(kind.name), *kind.said_names))
    return next(found, None)
