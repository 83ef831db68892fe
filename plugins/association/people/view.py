"""What is published of a practitioner: no field leaves unless it is named here.

Consent decides before these are made: a portrait, a precise town, a telephone number or an
e-mail address without consent is ``None`` or ``""`` here, so no template can show it.
"""

from dataclasses import dataclass

from ..pages.common import Body, Day, Image, Link, Term
from ..source.headings import Heading


@dataclass(frozen=True)
class Certification:
    """A métier held. ``state``: ``in-force``, ``expired`` or ``none`` (in training).

    ``ends_at`` is the UTC instant at which it lapses, for the self-mending script; ``url`` is the
    page of the certificate, ``""`` while in training.
    """

    metier: Link
    state: str
    label: str
    granted: Day | None
    expires: Day | None
    ends_at: str
    granted_by: str
    url: str = ""


@dataclass(frozen=True)
class Project:
    """A project of a practitioner; ``state`` is ``current``, ``coming`` or ``done``."""

    title: str
    period: str
    state: str
    partners: tuple[str, ...]
    funding: str
    summary: str
    over_at: str


@dataclass(frozen=True)
class Step:
    """A step of a career: « 2009–2012 » and what was done."""

    period: str
    text: str


@dataclass(frozen=True)
class Contact:
    """How to reach somebody: ``url`` and its words; a telephone shows as its own words.

    ``mode`` is ``secretariat``, ``site``, ``telephone`` or ``email``.
    """

    mode: str
    url: str
    label: str
    explanation: str


@dataclass(frozen=True)
class PractitionerCard:
    """A practitioner in a list: ``place`` is « Lyon, Auvergne-Rhône-Alpes »."""

    slug: str
    url: str
    name: str
    slogan: str
    portrait: Image | None
    initials: str
    place: str
    certifications: tuple[Certification, ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    is_remote: bool
    is_example: bool
    lang: str = "fr"


@dataclass(frozen=True)
class PractitionerPage:
    """Everything the page of a practitioner shows of the person; ``contents`` when there is much.

    The dates that the person leads are the agenda's, and stand beside it.
    """

    card: PractitionerCard
    portrait: Image | None
    body: Body
    contents: tuple[Heading, ...]
    supervision: str
    regions: tuple[Term, ...]
    countries: tuple[Term, ...]
    languages: tuple[Term, ...]
    audiences: tuple[Term, ...]
    themes: tuple[Term, ...]
    forms: tuple[Term, ...]
    contact: Contact
    website: str
    career: tuple[Step, ...]
    projects_current: tuple[Project, ...]
    projects_coming: tuple[Project, ...]
    projects_done: tuple[Project, ...]
    memberships: tuple[str, ...]
    capsules: tuple[Link, ...]
    news: tuple[Link, ...]
    consented: Day
