"""What the front matter of a reader's response says: who answers, when, and what response."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from .common import SilencedAdvice, TextLanguage, no_longer_than
from .values import Day, Line, YesNo
from .written import Rule, Written, labelled

LONGEST_NAME = 80


class WrittenResponse(Written):
    """A response of a reader, once a moderator took it; the page it answers is its folder's."""

    name: Line = Field(
        alias="nom",
        description="Le nom que la personne veut voir paraître.",
        examples=["Marius Pontmercy"],
    )
    day: Day = Field(
        alias="date",
        description="Le jour où la personne a écrit.",
        examples=["2026-11-03"],
    )
    parent: Line | None = Field(
        None,
        alias="en_reponse_a",
        json_schema_extra=labelled("En réponse à"),
        description="Le fichier d’une réponse à la même page, sans « .md », si c’est à elle que "
        "la personne répond.",
        examples=["2026-11-02-cosette"],
    )
    lang: TextLanguage = "fr"
    example: YesNo = Field(
        False,
        alias="exemple",
        description="« oui » pour une réponse inventée : elle n’ira jamais sur le vrai site.",
    )
    silenced_advice: SilencedAdvice = ()

    other_names: ClassVar[Mapping[str, str]] = {
        "auteur": "nom",
        "prenom": "nom",
        "reponse a": "en_reponse_a",
        "le": "date",
    }
    rules: ClassVar[tuple[Rule, ...]] = (no_longer_than("name", "nom", LONGEST_NAME),)
