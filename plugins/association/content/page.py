"""Pages: ``content/pages``, among them the introductions of the lists."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from .common import SUMMARY_FITS, TITLE_FITS, SoughtEntry
from .values import Day, Line, Number, YesNo
from .vocabulary import choice, enum_of
from .written import Rule, Violation, Written, in_french, labelled

_MENUS = ("principal", "pied")
Menu = Annotated[str, choice(*_MENUS), enum_of(_MENUS)]


class WrittenApproval(Written):
    """Who approved the text of a page for the association, and when."""

    by: Line = Field(
        alias="par",
        description="L’instance ou la personne qui a approuvé le texte.",
        examples=["le conseil d’administration"],
    )
    day: Day = Field(
        alias="le",
        description="Le jour où elle l’a approuvé.",
        examples=["2026-11-14"],
    )


def _proposal_is_not_approved(page: "WrittenPage") -> Iterator[Violation]:
    if page.to_approve and page.approval:
        yield Violation(
            ("a_valider",),
            "a-valider-et-approuve",
            "ce texte est dit à valider, et approuvé",
            "effacez cette ligne si le texte tel qu’il est ici a été approuvé",
            "s’il a changé depuis, effacez plutôt « approbation »",
            related=("approbation",),
            related_label="l’approbation",
        )


class WrittenPage(SoughtEntry):
    """A page."""

    model_config = in_french("Page", "Une page du site, ou l’introduction d’une liste.")

    menu: Menu | None = Field(
        None,
        alias="menu",
        description="Le menu du haut (principal) ou celui du bas de page (pied).",
        examples=["pied"],
    )
    menu_title: Line | None = Field(
        None,
        alias="titre_menu",
        json_schema_extra=labelled("Titre dans le menu"),
        description="Un titre plus court, pour le menu.",
        examples=["Contact"],
    )
    rank: Number = Field(
        99, alias="ordre", description="La place dans le menu, du plus petit au plus grand."
    )

    to_approve: YesNo = Field(
        False,
        alias="a_valider",
        json_schema_extra=labelled("À valider"),
        description=(
            "« oui » pour un texte que l’association n’a pas encore approuvé : "
            "le site public le refuse."
        ),
    )
    approval: WrittenApproval | None = Field(
        None,
        alias="approbation",
        description="Qui a approuvé ce texte, et quand : la page le dit.",
    )

    pull_quote: Line | None = Field(
        None,
        alias="exergue",
        description=(
            "Une phrase du texte, recopiée mot pour mot : elle paraît en grand dans la marge, "
            "où l’écran est assez large. L’accueil n’en montre pas."
        ),
        examples=["Une parole empêchée est déjà une violence"],
    )

    rules: ClassVar[tuple[Rule, ...]] = (
        TITLE_FITS,
        SUMMARY_FITS,
        Rule(("to_approve", "approval"), _proposal_is_not_approved),
    )
