"""The company that invoices a practitioner's work, as a buyer has to know it."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from .company_numbers import DeclarationNumber, Siret
from .values import Day, Line
from .vocabulary import choice, enum_of
from .written import Written, labelled

# The four kinds of action that the certification is given for (Code du travail, L6313-1).
_TRAINING_ACTIONS = (
    "actions de formation",
    "bilans de compétences",
    "validation des acquis",
    "apprentissage",
)
_OTHERS_FOR_ACTIONS = {
    **dict.fromkeys(("formation", "formations", "action de formation", "af"), _TRAINING_ACTIONS[0]),
    **dict.fromkeys(("bilan", "bilans", "bilan de competences", "bc"), _TRAINING_ACTIONS[1]),
    **dict.fromkeys(("vae", "validation des acquis de l'experience"), _TRAINING_ACTIONS[2]),
    **dict.fromkeys(("cfa", "actions de formation par apprentissage"), _TRAINING_ACTIONS[3]),
}
TrainingAction = Annotated[
    str,
    choice(
        *_TRAINING_ACTIONS,
        mends=_OTHERS_FOR_ACTIONS,
    ),
    enum_of(_TRAINING_ACTIONS),
]


class WrittenQualiopi(Written):
    """The certification that public funds for training ask for."""

    actions: tuple[TrainingAction, ...] = Field(
        alias="pour",
        min_length=1,
        description="Les catégories d’actions que nomme le certificat.",
        examples=[["actions de formation"]],
    )
    expires: Day = Field(
        alias="jusqu_au",
        json_schema_extra=labelled("Valable jusqu’au"),
        description="Le dernier jour de validité du certificat, après quoi il ne paraît plus.",
        examples=["2028-03-14"],
    )


class WrittenInsurance(Written):
    """The professional liability insurance."""

    insurer: Line = Field(
        alias="assureur",
        description="Le nom de l’assureur, sans le numéro du contrat.",
        examples=["Mutuelle de Montreuil"],
    )
    expires: Day | None = Field(
        None,
        alias="jusqu_au",
        json_schema_extra=labelled("Jusqu’au"),
        description="Le dernier jour que dit l’attestation, après quoi elle ne paraît plus.",
        examples=["2027-12-31"],
    )


class WrittenCompany(Written):
    """What a buyer has to know of the company that invoices."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("statut", "statut juridique", "statut_juridique"), "forme"),
        **dict.fromkeys(("forme juridique", "forme_juridique"), "forme"),
        **dict.fromkeys(("nda", "organisme_de_formation"), "declaration_activite"),
        **dict.fromkeys(("numero_de_declaration", "declaration"), "declaration_activite"),
        **dict.fromkeys(("rc", "rc pro", "rc_pro", "rcp", "responsabilite_civile"), "assurance"),
        **dict.fromkeys(("bce", "ide"), "numero_etranger"),
    }

    legal_form: Line = Field(
        alias="forme",
        json_schema_extra=labelled("Forme juridique"),
        description="Sous quelle forme elle facture, ou qui le fait pour elle.",
        examples=["Entreprise individuelle"],
    )
    siret: Siret | None = Field(
        None,
        alias="siret",
        json_schema_extra=labelled("SIRET"),
        description="Le SIRET de l’établissement qui facture. Ses clés sont vérifiées.",
    )
    foreign_number: Line | None = Field(
        None,
        alias="numero_etranger",
        json_schema_extra=labelled("Numéro d’entreprise hors de France"),
        description="Hors de France, le numéro de l’entreprise et le registre qui le donne.",
        examples=["BCE 0123.456.749"],
    )
    declaration: DeclarationNumber | None = Field(
        None,
        alias="declaration_activite",
        json_schema_extra=labelled("Numéro de déclaration d’activité"),
        description="Le numéro d’organisme de formation, que donne la préfecture de région.",
    )
    qualiopi: WrittenQualiopi | None = Field(
        None, alias="qualiopi", description="La certification Qualiopi, et jusqu’à quand."
    )
    insurance: WrittenInsurance | None = Field(
        None,
        alias="assurance",
        json_schema_extra=labelled("Responsabilité civile professionnelle"),
        description="L’assurance de responsabilité civile professionnelle.",
    )
