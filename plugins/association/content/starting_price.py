"""The order of magnitude of what a practitioner asks, and the day on which it was told."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from .money import Currency, amount_in_words
from .values import Day, Line, Price
from .vocabulary import choice, enum_of
from .written import Written, labelled

_PER = {
    "journée": "la journée",
    "demi-journée": "la demi-journée",
    "heure": "l’heure",
    "séance": "la séance",
}
_OTHERS_FOR_UNITS = {
    **dict.fromkeys(("jour", "j", "jours", "jour de formation", "tjm"), "journée"),
    **dict.fromkeys(("demi journee", "1/2 journee", "demi jour", "matinee"), "demi-journée"),
    **dict.fromkeys(("h", "heures", "heure de formation"), "heure"),
    **dict.fromkeys(("consultation", "entretien", "seances"), "séance"),
}
PriceUnit = Annotated[
    str,
    choice(
        *_PER,
        mends=_OTHERS_FOR_UNITS,
    ),
    enum_of(_PER),
]


class WrittenStartingPrice(Written):
    """From what a practitioner's work costs."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("montant", "prix", "a partir de", "des"), "a_partir_de"),
        **dict.fromkeys(("par", "unite", "la"), "pour"),
        **dict.fromkeys(("le", "date", "jour", "depuis"), "indique_le"),
    }

    amount: Price = Field(
        alias="a_partir_de",
        json_schema_extra=labelled("À partir de"),
        description="Le prix le plus bas de son travail ordinaire. 0 veut dire gratuit.",
        examples=[900],
    )
    unit: PriceUnit = Field(alias="pour", description="Ce qui coûte ce prix.", examples=["journée"])
    day: Day = Field(
        alias="indique_le",
        json_schema_extra=labelled("Indiqué le"),
        description="Le jour où elle a donné ce prix. La fiche le dit.",
        examples=["2026-09-20"],
    )
    currency: Currency = Field(
        "EUR", alias="devise", description="La monnaie du prix.", examples=["CHF"]
    )
    conditions: Line | None = Field(
        None,
        alias="conditions",
        description="Ce que le prix comprend ou non, en une phrase.",
        examples=["Hors taxes et hors déplacement."],
    )

    def in_words(self) -> str:
        """Return « À partir de 900 € la journée », « Gratuit »."""
        if self.amount == 0:
            return "Gratuit"
        return f"À partir de {amount_in_words(self.amount, self.currency)} {_PER[self.unit]}"
