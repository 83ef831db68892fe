"""What is said of groups: whose mandate is over."""

from collections.abc import Iterator

from ..content.french_dates import day_in_words
from ..core.zone import today
from ..problems.findings import Finding, Severity
from ..problems.report import Problem
from .check_context import CheckContext


def mandates_over(context: CheckContext) -> Iterator[Problem]:
    """Find the mandates that are over, which no page shows any more."""
    day = today(context.asof)
    for group in context.content.groups.values():
        for rank, member in enumerate(group.written.members):
            if member.end and member.end < day:
                yield group.problem(
                    Finding(
                        group.front.span_of(("membres", rank, "jusqu_au")),
                        "indication-echue",
                        f"ce mandat est fini depuis le {day_in_words(member.end)} au soir : ce "
                        "membre ne paraît plus",
                        "retirez-le de la liste, ou écrivez le nouveau jour s’il a été renouvelé",
                        severity=Severity.REMINDER,
                    )
                )
