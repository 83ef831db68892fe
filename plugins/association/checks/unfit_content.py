"""What the public site never shows: examples, and texts that nobody approved. Pure.

The settings that publish the examples, for a demonstration, publish both.
"""

from collections.abc import Iterator

from ..problems.findings import Finding
from ..problems.report import Problem
from .check_context import CheckContext

_ALL_THE_SAME = "pour montrer tout de même {} : EXEMPLES_PUBLIES = True"


def examples(context: CheckContext) -> Iterator[Problem]:
    """Find entries that say they are examples, where the settings publish none."""
    if context.policy.with_examples:
        return
    for entry in context.content.all_entries():
        if entry.written.example:
            yield entry.problem(
                Finding(
                    entry.front.span_of(("exemple",)),
                    "exemple-en-production",
                    "ce contenu est un exemple : le site public n’en montre pas",
                    "remplacez-le par un vrai contenu, ou retirez ce fichier",
                    _ALL_THE_SAME.format("les exemples"),
                )
            )


def texts_to_approve(context: CheckContext) -> Iterator[Problem]:
    """Find pages whose text waits for approval, where the settings publish no examples."""
    if context.policy.with_examples:
        return
    for page in context.content.pages.values():
        if page.written.to_approve:
            yield page.problem(
                Finding(
                    page.front.span_of(("a_valider",)),
                    "texte-a-valider",
                    "l’association n’a pas encore approuvé ce texte : le site public le refuse",
                    "une fois le texte approuvé, écrivez à la place de cette ligne "
                    "« approbation: », puis en dessous, en retrait, « par: » et « le: »",
                    _ALL_THE_SAME.format("les textes à valider"),
                )
            )
