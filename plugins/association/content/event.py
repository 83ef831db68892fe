"""Events: ``content/agenda``. One file an event, kept through its whole life."""

from typing import ClassVar

from .event_fields import EventFields
from .event_parts import (
    DRAFT,
    WrittenCancellation,
    WrittenChange,
    WrittenDate,
    WrittenMove,
    WrittenPlace,
    WrittenRecurrence,
    WrittenRegistration,
)
from .event_rules import RULES, weekday_of_month
from .written import Rule

__all__ = [
    "WrittenCancellation",
    "WrittenChange",
    "WrittenDate",
    "WrittenEvent",
    "WrittenMove",
    "WrittenPlace",
    "WrittenRecurrence",
    "WrittenRegistration",
    "weekday_of_month",
]


class WrittenEvent(EventFields):
    """An event: its fields, and what must hold between them."""

    rules: ClassVar[tuple[Rule, ...]] = RULES

    @property
    def is_draft(self) -> bool:
        """Whether it is not published yet."""
        return self.status == DRAFT
