"""Events that were announced, are still to come, and that no file bears any more. Pure.

Deleting a file takes away its page and leaves its date in the calendars of those who noted it.
"""

from collections.abc import Iterator
from datetime import datetime

from ..content.history import FOLDER, Former, History
from ..content.reading import Content
from ..content.schema import WrittenEvent
from ..content.validation import validated
from ..events.recurrence import dates_of
from ..problems.findings import Finding, Span


def lost_events(
    history: History, content: Content, *, now: datetime
) -> Iterator[tuple[str, Finding]]:
    """Yield the path, from the project's root, and the finding of each event that was lost.

    ``now`` is the real instant: what is over by then may be gone, whatever day is shown.

    An example announces nothing, nor does a version that was never fit to be published.
    """
    for former in history.former:
        written, findings = validated(WrittenEvent, former.front, content.vocabulary)
        if written is None or findings or former.front.findings or written.example:
            continue
        if any(not date_.slot.is_over(now) for date_ in dates_of(written)):
            slug = former.now or former.slug
            yield f"{content.root.name}/{FOLDER}/{slug}.md", _finding(former, written)


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
