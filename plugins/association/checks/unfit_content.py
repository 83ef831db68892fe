"""What the public site never shows: examples, and texts that nobody approved. Pure.

The settings that publish the examples, for a demonstration, publish both.
"""

from collections.abc import Iterator

from ..content.entry import AnyEntry
from ..problems.findings import Finding
from ..problems.report import Problem
from .check_context import CheckContext


def examples(context: CheckContext) -> Iterator[Problem]:
    """Find entries that say they are examples, where the settings publish none."""
    if context.policy.with_examples:
        return
    for entry in context.content.all_texts():
        if entry.written.example:
            yield _refused(
                entry,
                "exemple",
                "exemple-en-production",
                "ce contenu est un exemple : le site public n’en montre pas",
                "remplacez-le par un vrai contenu, ou retirez ce fichier",
                "les exemples",
            )


def texts_to_approve(context: CheckContext) -> Iterator[Problem]:
    """Find pages whose text waits for approval, where the settings publish no examples."""
    if context.policy.with_examples:
        return
    for page in context.content.pages.values():
        if page.written.to_approve:
            yield _refused(
                page,
                "a_valider",
                "texte-a-valider",
                "l’association n’a pas encore approuvé ce texte : le site public le refuse",
                "une fois le texte approuvé, écrivez à la place de cette ligne "
                "« approbation: », puis en dessous, en retrait, « par: » et « le: »",
                "les textes à valider",
            )


def _refused(entry: AnyEntry, key: str, code: str, message: str, fix: str, shown: str) -> Problem:
    help = f"pour montrer tout de même {shown} : EXEMPLES_PUBLIES = True"
    return entry.problem(Finding(entry.front.span_of((key,)), code, message, fix, help))
