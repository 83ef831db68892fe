"""What the front matter of a translation says: what is translated, and from what."""

from typing import ClassVar

from pydantic import Field

from .common import SUMMARY_FITS, TITLE_FITS
from .silenced_advice import AdviceCode
from .values import Line
from .written import Rule, Written, labelled


class WrittenTranslation(Written):
    """A translation beside its text; what it does not say is the text's own."""

    title: Line | None = Field(None, alias="titre", description="Le titre, traduit.")
    summary: Line | None = Field(
        None,
        alias="resume",
        json_schema_extra=labelled("Résumé"),
        description="Le résumé, traduit.",
    )
    made_from: Line | None = Field(
        None,
        alias="traduit_du",
        description="L’empreinte du texte traduit : « invoke traduire » l’écrit.",
    )
    silenced_advice: tuple[AdviceCode, ...] = Field(
        (),
        alias="sans_conseil",
        json_schema_extra=labelled("Conseils à taire"),
        description="Les codes des conseils à ne plus donner sur ce fichier.",
    )

    rules: ClassVar[tuple[Rule, ...]] = (TITLE_FITS, SUMMARY_FITS)
