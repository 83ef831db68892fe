"""A work that an entry cites: a book, a report, an article."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from .values import Line, WebAddress, Year
from .written import Written, labelled


class WrittenWork(Written):
    """A work to read, as a bibliography names it."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("livre", "ouvrage", "nom", "intitule", "title"), "titre"),
        **dict.fromkeys(("auteur", "autrice", "autrices", "auteure", "auteures", "de"), "auteurs"),
        **dict.fromkeys(("edition", "editions", "maison", "editrice", "publie par"), "editeur"),
        **dict.fromkeys(("date", "an", "paru en", "parution"), "annee"),
        **dict.fromkeys(("url", "adresse", "site"), "lien"),
    }

    title: Line = Field(
        alias="titre", description="Le titre de l’ouvrage.", examples=["La Thérapie Sociale"]
    )
    authors: tuple[Line, ...] = Field(
        (),
        alias="auteurs",
        description="Les personnes qui l’ont écrit ; un organisme se met dans « editeur ».",
        examples=[["Charles Rojzman", "Igor Rothenbühler", "Nicole Rothenbühler"]],
    )
    publisher: Line | None = Field(
        None,
        alias="editeur",
        json_schema_extra=labelled("Éditeur"),
        description="La maison d’édition, ou l’organisme qui le publie.",
        examples=["Chronique Sociale"],
    )
    year: Year | None = Field(
        None,
        alias="annee",
        json_schema_extra=labelled("Année"),
        description="L’année de parution.",
        examples=[2015],
    )
    link: WebAddress | None = Field(
        None,
        alias="lien",
        description="La page où le lire ou le trouver.",
        examples=["https://example.org/ouvrage"],
    )
