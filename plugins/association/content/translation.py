"""What the front matter of a translation says: what is translated, and from what."""

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field, WithJsonSchema

from .common import SUMMARY_FITS, TITLE_FITS, SilencedAdvice
from .values import Line, parse_day, reads
from .written import Rule, Written, labelled

_FINGERPRINT = re.compile("[a-z2-7]{8}")


def _parse_state(text: str) -> str | date:
    """Return the fingerprint that the program writes, or the day that a person does."""
    return text if _FINGERPRINT.fullmatch(text) else parse_day(text)


StateOfText = Annotated[
    str | date, reads(_parse_state), WithJsonSchema({"type": "string", "title": "un jour"})
]


class WrittenTranslation(Written):
    """A translation beside its text; what it does not say is the text's own."""

    title: Line | None = Field(None, alias="titre", description="Le titre, traduit.")
    summary: Line | None = Field(
        None,
        alias="resume",
        json_schema_extra=labelled("Résumé"),
        description="Le résumé, traduit.",
    )
    made_from: StateOfText | None = Field(
        None,
        alias="traduit_du",
        description="Le jour dont le texte a été traduit, ou l’empreinte de ce texte, que "
        "« invoke traduire » écrit.",
        examples=["2026-11-03"],
    )
    silenced_advice: SilencedAdvice = ()

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
