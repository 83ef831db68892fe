"""Events that were announced, are still to come, and that no file bears any more. Pure.

Deleting a file takes away its page and leaves its date in the calendars of those who noted it.
"""

from collections.abc import Iterator

from ..content.history import FOLDER, Former
from ..content.schema import WrittenEvent
from ..content.validation import validated
from ..events.recurrence import dates_of
from ..problems.findings import Finding, Span
from ..problems.report import Problem, problem_of
from .check_context import CheckContext


def lost_events(context: CheckContext) -> Iterator[Problem]:
    """Find announced events that no file bears any more, and what hides the past.

    What is over by the real day may be gone, whatever day is shown. An example announces nothing,
    nor does a version that was never fit to be published.
    """
    content = context.content
    folder = f"{content.root.name}/{FOLDER}"
    for finding in context.history.findings:
        yield problem_of(finding, folder, ())
    for former in context.history.former:
        written, findings = validated(WrittenEvent, former.front, content.vocabulary)
        if written is None or findings or former.front.findings or written.example:
            continue
        if any(not date_.slot.is_over(context.now) for date_ in dates_of(written)):
            slug = former.now or former.slug
            yield problem_of(_finding(former, written), f"{folder}/{slug}.md", ())


def _finding(former: Former, written: WrittenEvent) -> Finding:
    if former.now:
        return Finding(
            Span(),
            "evenement-renomme",
            f"cet évènement annoncé a changé d’identifiant : il était « {former.identity} »",
            f"ajoutez une ligne « uid: {former.identity} » à l’en-tête",
            "sans elle, les calendriers abonnés l’affichent deux fois",
        )
    return Finding(
        Span(),
        "evenement-supprime",
        f"« {written.title} » était annoncé, reste à venir, et son fichier n’est plus là",
        "remettez ce fichier, avec « statut: annulé »",
        f"s’il a été renommé, ajoutez « uid: {former.identity} » au nouveau fichier",
    )
