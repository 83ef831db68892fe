"""What is published of a group."""

from dataclasses import dataclass

from ..events.view import AgendaLine
from ..pages.common import Body, Day, Document
from ..pages.windows import Window


@dataclass(frozen=True)
class Member:
    """A member of a group, while the mandate lasts: ``url`` is of the profile, or ``""``.

    ``mandate`` says its days: « depuis le 14 mars 2026, jusqu’au 31 mars 2029 »; ``first`` and
    ``last`` are these days in ISO form, or ``""``.
    """

    name: str
    url: str
    function: str
    mandate: str
    first: str
    last: str
    window: Window


@dataclass(frozen=True)
class GroupCard:
    """A group in a list."""

    url: str
    title: str
    summary: str
    is_body: bool
    is_example: bool
    lang: str


@dataclass(frozen=True)
class GroupPage:
    """Everything the page of a group shows.

    ``nobody`` is when it has no member to show, None where one stays; ``meetings`` are past and to
    come, the latest first.
    """

    card: GroupCard
    body: Body
    since: Day | None
    members: tuple[Member, ...]
    nobody: Window | None
    meetings: tuple[AgendaLine, ...]
    documents: tuple[Document, ...]
