"""Pieces that several written types share."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from .redirections import OldAddress
from .silenced_advice import AdviceCode
from .values import File, Line, PractitionerName, YesNo
from .vocabulary import choice, enum_of
from .written import ADVISED, Path, Rule, Violation, Written, labelled

LANGUAGES_OF_ENTRIES = ("fr", "en", "de", "it", "es", "nl")
# A summary is also the description that search engines cut at about this length.
LONGEST_SUMMARY = 300
LONGEST_TITLE = 120

EntryLanguage = Annotated[str, choice(*LANGUAGES_OF_ENTRIES), enum_of(LANGUAGES_OF_ENTRIES)]
TextLanguage = Annotated[
    EntryLanguage,
    Field(
        alias="lang",
        json_schema_extra=labelled("Langue du texte"),
        description="Langue du texte. En français, laissez ce champ de côté.",
        examples=["de"],
    ),
]
"""The field of the language that a file is written in."""
SilencedAdvice = Annotated[
    tuple[AdviceCode, ...],
    Field(
        alias="sans_conseil",
        json_schema_extra=labelled("Conseils à taire"),
        description="Les codes des conseils à ne plus donner sur ce fichier.",
        examples=[["ligature-oe"]],
    ),
]
"""The field of the advice that a file asks not to hear again."""


def ends_too_soon(path: Path, start: Path, says: str, fix: str = "") -> Violation:
    """Return what is wrong with an end, at ``path``, that comes before its ``start``."""
    return Violation(
        path,
        "fin-avant-debut",
        says,
        fix or "vérifiez les deux dates",
        related=start,
        related_label="commence ici",
    )


def no_longer_than(name: str, alias: str, limit: int) -> Rule:
    """Return the rule that a line of text stays within ``limit`` signs."""

    def check(entry: Any) -> Iterator[Violation]:
        text = getattr(entry, name) or ""
        if len(text) > limit:
            yield Violation(
                (alias,),
                "texte-trop-long",
                f"ce texte compte {len(text)} signes ; {limit} au plus tiennent ici",
                "raccourcissez-le",
            )

    return Rule((name,), check)


TITLE_FITS = no_longer_than("title", "titre", LONGEST_TITLE)
SUMMARY_FITS = no_longer_than("summary", "resume", LONGEST_SUMMARY)


class WrittenEntry(Written):
    """What every content file may say."""

    lang: TextLanguage = "fr"
    example: YesNo = Field(
        False,
        alias="exemple",
        description="« oui » pour un contenu inventé : il n’ira jamais sur le vrai site.",
    )
    old_addresses: tuple[OldAddress, ...] = Field(
        (),
        alias="anciennes_adresses",
        description="Les adresses que la page a eues : elles mènent à la nouvelle.",
        examples=[["/agenda/journee-de-lyon/"]],
    )
    responses: YesNo = Field(
        True,
        alias="reponses",
        json_schema_extra=labelled("Réponses"),
        description="« non » : la page ne reçoit pas de réponses de lecteurs, et n’en montre pas.",
        examples=["non"],
    )
    silenced_advice: SilencedAdvice = ()


class TitledEntry(WrittenEntry):
    """An entry with a title and a summary."""

    title: Line = Field(
        alias="titre",
        description="Le titre de la page. Il parle de lui-même, hors de tout contexte.",
        examples=["Les premiers certificats sont remis"],
        json_schema_extra={"maxLength": LONGEST_TITLE},
    )
    summary: Line = Field(
        "",
        alias="resume",
        description="Une ou deux phrases, pour les listes. Sinon, la première du texte.",
        examples=["Une journée entre praticiens, à Paris, sur la confiance et son retour."],
        json_schema_extra=labelled("Résumé", maxLength=LONGEST_SUMMARY, **ADVISED),
    )


class SoughtEntry(TitledEntry):
    """An entry that visitors seek by words of their own."""

    visitor_words: tuple[Line, ...] = Field(
        (),
        alias="mots",
        json_schema_extra=labelled("Mots des visiteurs"),
        description="Les mots et les questions par lesquels on cherche cette page.",
        examples=[["se plaindre", "qui contacter"]],
    )


class WrittenImage(Written):
    """A picture with its text alternative."""

    file: File = Field(
        alias="fichier",
        description="Où se trouve l’image, depuis le dossier content.",
        examples=["images/actualites/cercle.svg"],
    )
    alt: Line = Field(
        alias="alt",
        json_schema_extra=labelled("Texte de remplacement"),
        description="Ce que montre l’image, pour qui ne la voit pas.",
        examples=["Douze chaises en cercle dans une salle claire."],
    )
    caption: Line | None = Field(
        None,
        alias="legende",
        json_schema_extra=labelled("Légende"),
        description="La légende affichée sous l’image.",
        examples=["La salle, avant l’arrivée des participants."],
    )
    credit: Line | None = Field(
        None,
        alias="credit",
        json_schema_extra=labelled("Crédit"),
        description="L’auteur de l’image.",
        examples=["Photographie de l’association"],
    )


class WrittenDocument(Written):
    """A file to download."""

    title: Line = Field(
        alias="titre",
        description="Ce que contient le document.",
        examples=["Programme de la journée"],
    )
    file: File = Field(
        alias="fichier",
        description="Où se trouve le document, depuis le dossier content.",
        examples=["documents/plan-d-acces.pdf"],
    )


Practitioners = tuple[PractitionerName, ...]
