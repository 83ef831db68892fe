"""Practitioners: ``content/praticiens``. Nobody appears without a dated consent."""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from ..pictures.recipe import HEAD, Focus
from .common import Practitioners, WrittenEntry, WrittenImage, ends_too_soon, no_longer_than
from .company import WrittenCompany
from .moments import first_day, last_day
from .starting_price import WrittenStartingPrice
from .values import Day, Email, Line, MetierName, Moment, Telephone, WebAddress, YesNo
from .vocabulary import Audience, Country, Form, Language, Region, Sector, Theme, choice, enum_of
from .written import ADVISED, Path, Rule, Violation, Written, in_french, labelled

LONGEST_SLOGAN = 140
# A folder published by what each person agreed to, not because a file lies in it.
PORTRAITS = "images/praticiens/"
_MODES = ("secrétariat", "site", "téléphone", "courriel")
_AGREEMENTS = ("féminin", "masculin", "inclusif")
_CONSENTS = ("portrait", "ville", "téléphone", "courriel", "badge", "badge signé", "entreprise")
ContactMode = Annotated[str, choice(*_MODES), enum_of(_MODES)]
_SAID_AGREEMENTS = {
    **dict.fromkeys(("f", "femme", "elle", "mme", "madame", "feminine"), "féminin"),
    **dict.fromkeys(("m", "h", "homme", "il", "m.", "mr", "monsieur", "masculine"), "masculin"),
    **dict.fromkeys(("iel", "neutre", "les deux", "epicene", "non binaire", "x"), "inclusif"),
}
Agreement = Annotated[
    str,
    choice(*_AGREEMENTS, mends=_SAID_AGREEMENTS),
    enum_of(_AGREEMENTS),
]
# Where the face is, when it is not in the upper middle.
_FRAMINGS = {
    "visage": HEAD,
    "haut": Focus(0.5, 0),
    "centre": Focus(0.5, 0.5),
    "bas": Focus(0.5, 1),
    "gauche": Focus(0, 1 / 3),
    "droite": Focus(1, 1 / 3),
}
Framing = Annotated[str, choice(*_FRAMINGS), enum_of(_FRAMINGS)]
_SAID_CONSENTS = {
    **dict.fromkeys(("tel", "tel.", "portable", "numero", "mobile"), "téléphone"),
    **dict.fromkeys(
        ("mail", "e mail", "email", "mel", "adresse mail", "adresse electronique"),
        "courriel",
    ),
    **dict.fromkeys(("photo", "photographie", "visage", "image"), "portrait"),
    **dict.fromkeys(("commune", "lieu", "localite"), "ville"),
}
ConsentTo = Annotated[
    str,
    choice(*_CONSENTS, mends=_SAID_CONSENTS),
    enum_of(_CONSENTS),
]


class WrittenPortrait(WrittenImage):
    """A portrait, which the site crops to a square."""

    framing: Framing = Field(
        "visage",
        alias="cadrage",
        description="Ce que garde le carré. Le visage est cherché au milieu, vers le haut.",
        examples=["gauche"],
    )

    @property
    def focus(self) -> Focus:
        """What must stay in sight."""
        return _FRAMINGS[self.framing]


class WrittenCertification(Written):
    """A métier held, certified or in training."""

    metier: MetierName = Field(
        alias="metier",
        json_schema_extra=labelled("Métier"),
        description="Le métier de la personne : le nom de son fichier dans content/metiers.",
        examples=["intervenant"],
    )
    granted: Day | None = Field(
        None,
        alias="certifie_le",
        json_schema_extra=labelled("Certifié le"),
        description="Le jour du certificat. Sans ce champ, la fiche dit « en formation ».",
        examples=["2022-06-18"],
    )
    expires: Day | None = Field(
        None,
        alias="valable_jusqu_au",
        json_schema_extra=labelled("Valable jusqu’au"),
        description="Le dernier jour de validité du certificat.",
        examples=["2027-06-18"],
    )


class WrittenBase(Written):
    """Where a practitioner is based."""

    city: Line = Field(
        alias="ville", description="La ville ou la commune.", examples=["Montreuil-sur-Mer"]
    )
    postal_code: Line = Field(
        alias="code_postal",
        description="Le code postal, entre guillemets droits. Il donne la région.",
        examples=["62170"],
    )
    country: Country | None = Field(
        None, alias="pays", description="Le pays, si ce n’est pas la France.", examples=["Suisse"]
    )
    accessibility: Line | None = Field(
        None,
        alias="accessibilite",
        json_schema_extra=labelled("Accessibilité des locaux"),
        description="Ce que trouve dans ses locaux une personne handicapée, en une phrase.",
        examples=["De plain-pied, place réservée devant la porte, boucle magnétique."],
    )


class WrittenContact(Written):
    """How to reach a practitioner."""

    mode: ContactMode = Field(
        alias="mode",
        description="La voie que la personne préfère. Le secrétariat transmet les messages.",
        examples=["secrétariat"],
    )
    telephone: Telephone | None = Field(
        None,
        alias="telephone",
        json_schema_extra=labelled("Téléphone"),
        description="Le numéro à montrer, si la personne l’accepte.",
    )
    email: Email | None = Field(
        None,
        alias="courriel",
        description="L’adresse à montrer, si la personne l’accepte.",
        examples=["jean.valjean@example.org"],
    )


class WrittenRequests(Written):
    """Whether a practitioner takes on new requests, which nobody knows for long."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("ouvertes", "ouvert", "disponible", "oui"), "acceptees"),
        **dict.fromkeys(("fin", "valable_jusqu_au", "avant_le"), "jusqu_au"),
    }

    accepts: YesNo = Field(
        alias="acceptees",
        json_schema_extra=labelled("Nouvelles demandes acceptées"),
        description="« oui » : elle prend de nouvelles demandes ; « non » : pas pour le moment.",
        examples=["oui"],
    )
    until: Day = Field(
        alias="jusqu_au",
        json_schema_extra=labelled("Jusqu’au"),
        description="Le dernier jour où cela vaut. Le site se tait ensuite de lui-même.",
        examples=["2027-06-30"],
    )


class WrittenConsent(Written):
    """The dated consent to be published; its proof is never kept here."""

    day: Day = Field(
        alias="le",
        description="Le jour où la personne a donné son accord. La preuve ne vient jamais ici.",
        examples=["2026-02-12"],
    )
    covers: tuple[ConsentTo, ...] = Field(
        (),
        alias="pour",
        description="Ce qu’elle accepte de voir publié en plus de son nom et de son travail.",
        examples=[["portrait", "ville"]],
    )


class WrittenStep(Written):
    """A step of a career."""

    period: Line = Field(
        alias="periode",
        json_schema_extra=labelled("Période"),
        description="Les années.",
        examples=["2009–2012"],
    )
    text: Line = Field(
        alias="texte",
        description="Ce qu’elle a fait, en une phrase.",
        examples=["Cheffe de service dans un centre social."],
    )


class WrittenReference(Written):
    """An organisation that agreed to be named for a mission."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("nom", "client", "commanditaire"), "organisation"),
        **dict.fromkeys(("annee", "date", "annees"), "periode"),
        **dict.fromkeys(("accord", "accord de", "contact", "qui"), "accord_de"),
        **dict.fromkeys(("le", "accord le"), "accord_le"),
    }

    organization: Line = Field(
        alias="organisation",
        description="Le nom de l’organisation, comme elle veut être nommée.",
        examples=["Ville de Montreuil-sur-Mer"],
    )
    mission: Line | None = Field(
        None,
        alias="mission",
        description="Ce que la personne y a fait, en une phrase.",
        examples=["Six demi-journées entre agents d’accueil et usagers."],
    )
    period: Line | None = Field(
        None,
        alias="periode",
        json_schema_extra=labelled("Période"),
        description="Les années.",
        examples=["2024–2025"],
    )
    agreed_by: Line = Field(
        alias="accord_de",
        description="Qui, dans l’organisation, accepte qu’elle soit nommée : la fonction seule.",
        examples=["direction générale des services"],
    )
    agreed: Day = Field(
        alias="accord_le",
        description="Le jour de cet accord. La preuve reste au secrétariat.",
        examples=["2026-03-03"],
    )


class WrittenProject(Written):
    """A project."""

    title: Line = Field(
        alias="titre",
        description="Le titre du projet.",
        examples=["Retour au travail, retour au quartier"],
    )
    start: Moment | None = Field(
        None,
        alias="debut",
        json_schema_extra=labelled("Début", **ADVISED),
        description="Quand il a commencé, d’ordinaire un mois. Sans ce champ, rien n’en paraît.",
        examples=["2025-02"],
    )
    end: Moment | None = Field(
        None,
        alias="fin",
        description="Quand il a fini. Sans ce champ, il est en cours.",
        examples=["2027-01"],
    )
    partners: tuple[Line, ...] = Field(
        (),
        alias="partenaires",
        description="Avec qui.",
        examples=[["Un centre communal d’action sociale"]],
    )
    funding: Line | None = Field(
        None, alias="financement", description="Qui l’a payé.", examples=["La commune"]
    )
    summary: Line | None = Field(
        None,
        alias="resume",
        json_schema_extra=labelled("Résumé"),
        description="Le projet, en une phrase.",
        examples=["Six demi-journées entre agents d’accueil et usagers."],
    )


def _certificates_end_after_they_begin(entry: "WrittenPractitioner") -> Iterator[Violation]:
    for number, held in enumerate(entry.metiers):
        path = ("metiers", number, "valable_jusqu_au")
        if held.expires and held.granted and held.expires <= held.granted:
            yield Violation(
                path,
                "certificat-dates",
                "ce certificat finit avant d’avoir commencé",
                "vérifiez les deux dates",
                related=("metiers", number, "certifie_le"),
                related_label="accordé ici",
            )
        if held.expires and not held.granted:
            yield Violation(
                path,
                "certificat-dates",
                "une fin de validité est donnée sans date de certificat",
                "ajoutez « certifie_le », ou retirez cette ligne",
            )


def _contact_can_be_reached(entry: "WrittenPractitioner") -> Iterator[Violation]:
    needs = {
        "téléphone": ("telephone", entry.contact.telephone),
        "courriel": ("courriel", entry.contact.email),
        "site": ("site", entry.website),
    }
    field, value = needs.get(entry.contact.mode, ("", "-"))
    if not value:
        yield Violation(
            ("contact", "mode"),
            "contact-incomplet",
            f"le contact passe par « {entry.contact.mode} », mais le champ « {field} » manque",
            f"ajoutez « {field}: … », ou choisissez « secrétariat »",
        )


def _details_are_consented_to(entry: "WrittenPractitioner") -> Iterator[Violation]:
    shown = (
        ("téléphone", ("contact", "telephone"), entry.contact.telephone),
        ("courriel", ("contact", "courriel"), entry.contact.email),
        ("portrait", ("photo",), entry.photo),
        ("entreprise", ("entreprise",), entry.company),
    )
    for covers, path, value in shown:
        if value and covers not in entry.consent.covers:
            yield Violation(
                path,
                "consentement-manquant",
                f"l’accord de la personne ne couvre pas « {covers} »",
                f"ajoutez « {covers} » à « pour » si elle l’accepte, sinon retirez ce champ",
                related=("consentement", "pour"),
                related_label="l’accord donné",
            )


def _ethics_are_adhered_to(entry: "WrittenPractitioner") -> Iterator[Violation]:
    if not entry.ethics:
        yield Violation(
            ("deontologie",),
            "deontologie",
            "l’annuaire ne présente que des praticiens qui adhèrent au code de déontologie",
            "écrivez oui si la personne y adhère, sinon retirez la fiche",
        )


def _projects_end_after_they_begin(entry: "WrittenPractitioner") -> Iterator[Violation]:
    for number, project in enumerate(entry.projects):
        if project.start and project.end and last_day(project.end) < first_day(project.start):
            path: Path = ("projets", number)
            says = "ce projet finit avant d’avoir commencé"
            yield ends_too_soon((*path, "fin"), (*path, "debut"), says)


class WrittenPractitioner(WrittenEntry):
    """A practitioner's profile."""

    other_names: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("enseigne", "structure", "societe", "nom_commercial", "raison_sociale"), "cabinet"
    )

    model_config = in_french(
        "Praticien", "La fiche d’une personne de l’annuaire, publiée avec son accord."
    )

    given_name: Line = Field(
        "",
        alias="prenom",
        json_schema_extra=labelled("Prénom"),
        description="Le prénom, à moins que la personne n’ait qu’un nom.",
        examples=["Jean"],
    )
    family_name: Line = Field(alias="nom", description="Le nom.", examples=["Valjean"])
    agreement: Agreement = Field(
        "inclusif",
        alias="accord",
        description="Comment accorder le nom du métier : intervenante, intervenant, intervenant·e.",
        examples=["féminin"],
    )
    slogan: Line = Field(
        alias="accroche",
        description="Une phrase de la personne, qui donne envie de la lire.",
        examples=["Remettre un groupe debout sans demander à personne de se mettre à genoux."],
        json_schema_extra={"maxLength": LONGEST_SLOGAN},
    )
    metiers: tuple[WrittenCertification, ...] = Field(
        alias="metiers",
        json_schema_extra=labelled("Métiers"),
        min_length=1,
        description="Ses métiers et ses certificats.",
    )
    supervision: Line | None = Field(
        None,
        alias="supervision",
        description="Comment la personne est supervisée, en une phrase.",
        examples=["Supervision collective six journées par an."],
    )
    practice: Line | None = Field(
        None,
        alias="cabinet",
        description="Le nom sous lequel elle exerce, s’il n’est pas le sien.",
        examples=["Le Grand Cercle"],
    )
    base: WrittenBase = Field(
        alias="lieu",
        description="La ville où elle est installée. Sans accord, seule la région paraît.",
    )
    regions: tuple[Region, ...] = Field(
        alias="regions",
        json_schema_extra=labelled("Régions"),
        min_length=1,
        description="Les régions où elle se déplace.",
        examples=[["Hauts-de-France", "Normandie"]],
    )
    countries: tuple[Country, ...] = Field(
        (),
        alias="pays",
        description="Les pays où elle se déplace, s’il y en a d’autres que le sien.",
        examples=[["France", "Belgique"]],
    )
    remote: YesNo = Field(
        False,
        alias="a_distance",
        json_schema_extra=labelled("À distance"),
        description="Si elle travaille aussi à distance.",
    )
    languages: tuple[Language, ...] = Field(
        alias="langues",
        min_length=1,
        description="Les langues dans lesquelles elle travaille.",
        examples=[["français", "langue des signes française"]],
    )
    audiences: tuple[Audience, ...] = Field(
        alias="publics",
        min_length=1,
        description="Avec qui elle travaille.",
        examples=[["Travailleurs sociaux", "Élus et collectivités"]],
    )
    themes: tuple[Theme, ...] = Field(
        alias="themes",
        json_schema_extra=labelled("Thèmes"),
        min_length=1,
        description="Sur quoi elle travaille.",
        examples=[["Violences et incivilités"]],
    )
    forms: tuple[Form, ...] = Field(
        alias="accompagnements",
        min_length=1,
        description="Comment elle travaille.",
        examples=[["Intervention dans la durée", "Formation"]],
    )
    sectors: tuple[Sector, ...] = Field(
        (),
        alias="secteurs",
        description="Les milieux professionnels qu’elle connaît.",
        examples=[["Collectivités territoriales", "Santé"]],
    )
    contact: WrittenContact = Field(alias="contact", description="Comment la joindre.")
    requests: WrittenRequests | None = Field(
        None,
        alias="demandes",
        json_schema_extra=labelled("Nouvelles demandes"),
        description="Si elle prend de nouvelles demandes, et jusqu’à quand on le sait.",
    )
    company: WrittenCompany | None = Field(
        None,
        alias="entreprise",
        description="Ce que demande un acheteur avant de commander, si elle accepte de le montrer.",
    )
    price: WrittenStartingPrice | None = Field(
        None,
        alias="tarif",
        description="Un ordre de grandeur de son prix, et le jour où elle l’a donné.",
    )
    website: WebAddress | None = Field(
        None, alias="site", description="Le site de la personne, si elle en a un."
    )
    photo: WrittenPortrait | None = Field(
        None, alias="photo", description="Son portrait, si elle l’accepte."
    )
    career: tuple[WrittenStep, ...] = Field(
        (), alias="parcours", description="Les étapes de son parcours."
    )
    projects: tuple[WrittenProject, ...] = Field(
        (), alias="projets", description="Ses projets, en cours et passés."
    )
    references: tuple[WrittenReference, ...] = Field(
        (),
        alias="references",
        json_schema_extra=labelled("Références"),
        description="Les organisations qui acceptent d’être nommées : on peut les interroger.",
    )
    colleagues: Practitioners = Field(
        (),
        alias="travaille_avec",
        description="Avec qui elle travaille. Le lien paraît quand les deux fiches le disent.",
        examples=[["jean-valjean", "gervaise-macquart"]],
    )
    memberships: tuple[Line, ...] = Field(
        (),
        alias="adhesions",
        json_schema_extra=labelled("Adhésions"),
        description="Les associations dont elle est membre.",
        examples=[["Association européenne des intervenants en Thérapie Sociale TST"]],
    )
    ethics: YesNo = Field(
        alias="deontologie",
        json_schema_extra=labelled("Adhère au code de déontologie"),
        description="« oui » : elle adhère au code de déontologie. Sans cela, pas de fiche.",
    )
    consent: WrittenConsent = Field(
        alias="consentement", description="Son accord daté pour paraître sur le site."
    )
    confirmed: Day | None = Field(
        None,
        alias="confirme_le",
        json_schema_extra=labelled("Confirmée le"),
        description="Le jour où elle a relu sa fiche. Sans ce champ, celui de son accord.",
        examples=["2027-02-12"],
    )

    rules: ClassVar[tuple[Rule, ...]] = (
        no_longer_than("slogan", "accroche", LONGEST_SLOGAN),
        Rule(("metiers",), _certificates_end_after_they_begin),
        Rule(("contact", "website"), _contact_can_be_reached),
        Rule(("contact", "photo", "company", "consent"), _details_are_consented_to),
        Rule(("ethics",), _ethics_are_adhered_to),
        Rule(("projects",), _projects_end_after_they_begin),
    )


def agreed_contacts(person: WrittenPractitioner) -> dict[str, str]:
    """Return what a person agreed to show, « téléphone » and « courriel », each as written."""
    contact = person.contact
    given = {"téléphone": contact.telephone, "courriel": contact.email}
    return {what: text for what, text in given.items() if text and what in person.consent.covers}
