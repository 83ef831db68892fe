"""The words that visitors say for a controlled word, and what must hold between them. Pure.

A word leads to one controlled word, unless those it leads to all write it as shared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from ..core.french_stems import phrase
from .values import Line
from .written import Path, Rule, Violation, Written, labelled


class WithVisitorWords(Written):
    """What is found by words of its own."""

    own_words: tuple[Line, ...] = Field(
        (),
        alias="mots",
        json_schema_extra=labelled("Mots des visiteurs"),
        description="Ce que l’on tape pour le trouver. Un seul nombre, un seul genre suffisent.",
        examples=[["école", "collège", "enseignant"]],
    )
    shared_words: tuple[Line, ...] = Field(
        (),
        alias="mots_partages",
        json_schema_extra=labelled("Mots partagés"),
        description="Ce que l’on tape pour le trouver, lui et d’autres qui l’écrivent aussi.",
        examples=[["mineurs isolés"]],
    )

    def visitor_words(self) -> tuple[str, ...]:
        """Return all its words, its own first."""
        return self.own_words + self.shared_words


@dataclass(frozen=True)
class _Claim:
    """A word as written: where, of which controlled word, and whether as shared."""

    text: str
    path: Path
    of: str
    is_shared: bool


def one_home_for_each_word(*lists: tuple[str, str]) -> Rule:
    """Return the rule that no word of the ``lists`` leads to two places by mistake.

    Each list is its English attribute and its French key; its items have a ``name``.
    """

    def check(vocabulary: Any) -> Iterator[Violation]:
        claims: dict[str, list[_Claim]] = {}
        for attribute, key in lists:
            for claim in _claims(getattr(vocabulary, attribute), key):
                meaning = phrase(claim.text)
                if meaning:
                    claims.setdefault(meaning, []).append(claim)
                else:
                    yield Violation(
                        claim.path,
                        "mot-sans-lettre",
                        f"« {claim.text} » n’a ni lettre ni chiffre",
                        "écrivez un mot, ou retirez celui-ci",
                    )
        for of_word in claims.values():
            yield from _contested(of_word)

    return Rule(tuple(attribute for attribute, _ in lists), check)


def _claims(written: Sequence[Any], key: str) -> Iterator[_Claim]:
    for place, word in enumerate(written):
        for name, texts in (("mots", word.own_words), ("mots_partages", word.shared_words)):
            for rank, text in enumerate(texts):
                path = (key, place, name, rank)
                yield _Claim(text, path, word.name, name == "mots_partages")


def _contested(claims: Sequence[_Claim]) -> Iterator[Violation]:
    first = claims[0]
    homes: dict[str, _Claim] = {}
    for claim in claims:
        known = homes.setdefault(claim.of, claim)
        if known is not claim:
            yield Violation(
                claim.path,
                "mot-en-double",
                f"« {claim.text} » est déjà un mot de « {claim.of} »",
                "retirez-le ici, ou là où il l’est déjà",
                related=known.path,
                related_label="déjà écrit ici",
            )
    if len(homes) == 1:
        if first.is_shared:
            yield Violation(
                first.path,
                "mot-sans-partage",
                f"« {first.text} » est écrit comme partagé, et ne mène qu’à « {first.of} »",
                "écrivez-le sous « mots », ou aussi là où il doit mener",
            )
        return
    for claim in homes.values():
        if not claim.is_shared:
            other = next(other for other in homes.values() if other is not claim)
            yield Violation(
                claim.path,
                "mot-pris-deux-fois",
                f"« {claim.text} » mène déjà à « {other.of} »",
                f"retirez-le ici, ou écrivez-le sous « mots_partages » de « {claim.of} » et de "
                f"« {other.of} »",
                related=other.path,
                related_label="l’autre est ici",
            )
            return
