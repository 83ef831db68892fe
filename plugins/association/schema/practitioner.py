"""Practitioners: ``content/praticiens``. Nobody appears without a dated consent."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, WithJsonSchema

from .common import WrittenEntry, WrittenImage, no_longer_than
from .values import (
    Day,
    Email,
    Line,
    Moment,
    Slug,
    Telephone,
    WebAddress,
    YesNo,
    first_day,
    last_day,
)
from .vocabulary import Audience, Country, Form, Language, Region, Theme, choice
from .written import Rule, Violation, Written

_MODES = ("secrétariat", "site", "téléphone", "courriel")
_AGREEMENTS = ("féminin", "masculin", "inclusif")
_CONSENTS = ("portrait", "ville", "téléphone", "courriel")
ContactMode = Annotated[str, choice(*_MODES), WithJsonSchema({"enum": list(_MODES)})]
Agreement = Annotated[str, choice(*_AGREEMENTS), WithJsonSchema({"enum": list(_AGREEMENTS)})]
ConsentTo = Annotated[str, choice(*_CONSENTS), WithJsonSchema({"enum": list(_CONSENTS)})]


class WrittenCertification(Written):
    """A métier held, certified or in training."""

    metier: Slug = Field(alias="metier", description="Nom du fichier du métier.")
    granted: Day | None = Field(None, alias="certifie_le", description="Jour du certificat.")
    expires: Day | None = Field(None, alias="valable_jusqu_au", description="Fin de validité.")


class WrittenBase(Written):
    """Where a practitioner is based."""

    city: Line = Field(alias="ville", description="Ville ou commune.")
    postal_code: Line = Field(alias="code_postal", description="Code postal, entre guillemets.")
    country: Country | None = Field(None, alias="pays", description="Pays ; France sinon.")


class WrittenContact(Written):
    """How to reach a practitioner."""

    mode: ContactMode = Field(alias="mode", description="Par qui ou par quoi passe le contact.")
    telephone: Telephone | None = Field(None, alias="telephone", description="+33 …")
    email: Email | None = Field(None, alias="courriel", description="Adresse de courriel.")


class WrittenConsent(Written):
    """The dated consent to be published; its proof is never kept here."""

    day: Day = Field(alias="le", description="Jour où l’accord a été donné.")
    covers: tuple[ConsentTo, ...] = Field(
        (), alias="pour", description="Ce que la personne accepte de voir publié en plus."
    )


class WrittenStep(Written):
    """A step of a career."""

    period: Line = Field(alias="periode", description="Par exemple 2009-2012.")
    text: Line = Field(alias="texte", description="Ce qui a été fait.")


class WrittenProject(Written):
    """A project."""

    title: Line = Field(alias="titre", description="Titre du projet.")
    start: Moment = Field(alias="debut", description="Jour ou mois du début.")
    end: Moment | None = Field(None, alias="fin", description="Jour ou mois de la fin.")
    partners: tuple[Line, ...] = Field((), alias="partenaires", description="Partenaires.")
    funding: Line | None = Field(None, alias="financement", description="Qui finance.")
    summary: Line | None = Field(None, alias="resume", description="Une phrase.")


def _certificates_end_after_they_begin(entry: "WrittenPractitioner") -> Iterator[Violation]:
    for number, held in enumerate(entry.metiers):
        path = ("metiers", number, "valable_jusqu_au")
        if held.expires and held.granted and held.expires <= held.granted:
            yield Violation(
                path,
                "certificat-dates",
                "ce certificat finit avant d’avoir commencé",
                "vérifiez les deux dates",
                second=("metiers", number, "certifie_le"),
                second_label="accordé ici",
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
    )
    for covers, path, value in shown:
        if value and covers not in entry.consent.covers:
            yield Violation(
                path,
                "consentement-manquant",
                f"l’accord de la personne ne couvre pas « {covers} »",
                f"ajoutez « {covers} » à « pour » si elle l’accepte, sinon retirez ce champ",
                second=("consentement",),
                second_label="l’accord donné",
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
        if project.end and last_day(project.end) < first_day(project.start):
            yield Violation(
                ("projets", number, "fin"),
                "fin-avant-debut",
                "ce projet finit avant d’avoir commencé",
                "vérifiez les deux dates",
                second=("projets", number, "debut"),
                second_label="commence ici",
            )


class WrittenPractitioner(WrittenEntry):
    """A practitioner's profile."""

    given_name: Line = Field(alias="prenom", description="Prénom.")
    family_name: Line = Field(alias="nom", description="Nom.")
    agreement: Agreement = Field("inclusif", alias="accord", description="Accord du nom du métier.")
    slogan: Line = Field(alias="accroche", description="Une phrase qui présente la personne.")
    metiers: tuple[WrittenCertification, ...] = Field(
        alias="metiers", min_length=1, description="Métiers et certificats."
    )
    supervision: Line | None = Field(None, alias="supervision", description="Une phrase.")
    base: WrittenBase = Field(alias="lieu", description="Ville où la personne est installée.")
    regions: tuple[Region, ...] = Field(
        alias="regions", min_length=1, description="Régions où elle intervient."
    )
    countries: tuple[Country, ...] = Field((), alias="pays", description="Pays où elle intervient.")
    remote: YesNo = Field(False, alias="a_distance", description="Intervient aussi à distance.")
    languages: tuple[Language, ...] = Field(
        alias="langues", min_length=1, description="Langues de travail."
    )
    audiences: tuple[Audience, ...] = Field(alias="publics", min_length=1, description="Publics.")
    themes: tuple[Theme, ...] = Field(alias="themes", min_length=1, description="Thèmes.")
    forms: tuple[Form, ...] = Field(
        alias="accompagnements", min_length=1, description="Formes d’intervention."
    )
    contact: WrittenContact = Field(alias="contact", description="Comment prendre contact.")
    website: WebAddress | None = Field(None, alias="site", description="Site de la personne.")
    photo: WrittenImage | None = Field(None, alias="photo", description="Portrait.")
    career: tuple[WrittenStep, ...] = Field((), alias="parcours", description="Parcours.")
    projects: tuple[WrittenProject, ...] = Field((), alias="projets", description="Projets.")
    memberships: tuple[Line, ...] = Field((), alias="adhesions", description="Adhésions.")
    ethics: YesNo = Field(alias="deontologie", description="Adhère au code de déontologie.")
    consent: WrittenConsent = Field(alias="consentement", description="Accord daté.")

    rules: ClassVar[tuple[Rule, ...]] = (
        no_longer_than("slogan", "accroche", 140),
        Rule(("metiers",), _certificates_end_after_they_begin),
        Rule(("contact", "website"), _contact_can_be_reached),
        Rule(("contact", "photo", "consent"), _details_are_consented_to),
        Rule(("ethics",), _ethics_are_adhered_to),
        Rule(("projects",), _projects_end_after_they_begin),
    )
