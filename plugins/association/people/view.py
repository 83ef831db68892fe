"""What is published of a practitioner: no field leaves unless it is named here.

Consent decides before these are made: a portrait, a precise town, a telephone number, an e-mail
address or a company without consent is ``None`` or ``""`` here, so no template can show it. What is
claimed for a time is ``None`` once its day is past.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..content.company_numbers import spaced_declaration, spaced_siret
from ..core.results_cache import SharedInput
from ..pages.common import Body, Day, Image, Link, Term
from ..pages.windows import Timed, Window
from ..pictures.recipe import HEAD, Focus
from ..source.headings import Heading
from .distances import Position
from .facets import Facet, Value


@dataclass(frozen=True)
class Certification:
    """A métier held. ``state``: ``in-force``, ``expired`` or ``none`` (in training).

    ``label`` says so, until ``ends_at``, the UTC instant at which a certificate in force lapses;
    ``lapsed`` says it from then on. ``url`` is the page of the certificate, ``""`` in training.
    """

    metier: Link
    state: str
    label: str
    lapsed: str
    granted: Day | None
    expires: Day | None
    ends_at: str
    granted_by: str
    url: str = ""


@dataclass(frozen=True)
class Project:
    """A project of a practitioner."""

    title: str
    period: str
    partners: tuple[Link, ...]
    funding: str
    summary: str


@dataclass(frozen=True)
class Projects:
    """The projects of a practitioner at a time, latest begun first.

    Of the ``undated`` nobody knows whether they go on.
    """

    current: tuple[Project, ...]
    coming: tuple[Project, ...]
    done: tuple[Project, ...]
    undated: tuple[Project, ...]


@dataclass(frozen=True)
class GroupRole:
    """A group that a practitioner is a member of, and what is done there, ``""`` if nobody said."""

    group: Link
    function: str


@dataclass(frozen=True)
class Step:
    """A step of a career: « 2009–2012 » and what was done."""

    period: str
    text: str


@dataclass(frozen=True)
class Contact:
    """How to reach somebody: ``url`` and its words; a telephone shows as its own words.

    ``mode`` is ``secretariat``, ``site``, ``telephone`` or ``email``; ``email`` the address that
    messages go to, or ``""``.
    """

    mode: str
    url: str
    label: str
    explanation: str
    email: str = ""


@dataclass(frozen=True)
class Requests:
    """Whether somebody takes on new requests: ``label`` says so, to the end of ``until``."""

    accepts: bool
    label: str
    until: Day
    window: Window


@dataclass(frozen=True)
class Qualiopi:
    """The certification of a training body, to the end of ``expires``."""

    actions: tuple[str, ...]
    expires: Day
    window: Window


@dataclass(frozen=True)
class Insurance:
    """The professional liability insurance, to the end of ``expires`` when that is known."""

    insurer: str
    expires: Day | None
    window: Window


@dataclass(frozen=True)
class Company:
    """What a buyer has to know of the company that invoices; numbers are bare, or ``""``."""

    legal_form: str
    siret: str
    foreign_number: str
    declaration: str
    qualiopi: Qualiopi | None
    insurance: Insurance | None

    @property
    def siret_label(self) -> str:
        """« 123 456 782 00010 », or ``""``."""
        return spaced_siret(self.siret) if self.siret else ""

    @property
    def declaration_label(self) -> str:
        """« 32 62 01234 62 », or ``""``."""
        return spaced_declaration(self.declaration) if self.declaration else ""


@dataclass(frozen=True)
class StartingPrice:
    """From what somebody's work costs: ``label`` says it, as it was told on ``day``."""

    label: str
    amount: str
    currency: str
    unit: str
    conditions: str
    day: Day


@dataclass(frozen=True)
class Reference:
    """An organisation that agreed to be named for a mission; ``agreed_by`` is a function there."""

    organization: str
    mission: str
    period: str
    agreed_by: str
    agreed: Day


@dataclass(frozen=True)
class Photo:
    """The file of a portrait, from the content's folder, its alternative, what a crop keeps."""

    file: str
    alt: str
    focus: Focus = HEAD


@dataclass(frozen=True)
class PublicPerson(SharedInput):
    """A person as published: in lists and files, on the page, in the filter.

    ``page_url`` is the full address of the page. ``place`` is « Lyon, Auvergne-Rhône-Alpes »;
    without consent for the town, ``city`` is ``""`` and ``position`` the middle of the region.
    ``country_code`` is ISO 3166. ``terms`` are the words of each facet by its field; the métiers go
    with ``certifications``. Lists find the person by ``values``. The preferred of the ``contacts``
    is the first. ``requests`` is None when nothing is known, ``company`` without consent.
    ``practice`` is the name that the person works under, ``""`` for their own.
    ``accessibility`` is that of the premises; ``colleagues`` say of this person what this one says
    of them.
    """

    slug: str
    url: str
    page_url: str
    name: str
    given_name: str
    family_name: str
    slogan: str
    photo: Photo | None
    portrait: Image | None
    initials: str
    place: str
    city: str
    region: Term
    country: Term
    country_code: str
    position: Position | None
    certifications: tuple[Certification, ...]
    terms: Mapping[str, tuple[Term, ...]]
    values: frozenset[Value]
    is_remote: bool
    contacts: tuple[Contact, ...]
    website: str
    consent_day: Day
    confirmed_day: Day
    is_example: bool
    lang: str = "fr"
    requests: Requests | None = None
    company: Company | None = None
    price: StartingPrice | None = None
    accessibility: str = ""
    references: tuple[Reference, ...] = ()
    colleagues: tuple[Term, ...] = ()
    sectors: tuple[Term, ...] = ()
    practice: str = ""

    @property
    def contact(self) -> Contact:
        """The preferred way to reach the person."""
        return self.contacts[0]

    def detail(self, mode: str) -> str:
        """Return the telephone number or the e-mail address that is published, or ``""``."""
        return next((one.label for one in self.contacts if one.mode == mode), "")

    def names(self, facet: Facet) -> list[str]:
        """Return the person's words of a facet."""
        return [term.name for term in self.terms[facet.field]]


@dataclass(frozen=True)
class PractitionerPage:
    """What only the page of a practitioner shows; ``contents`` when there is much.

    The dates that the person leads are the agenda's, and stand beside it. ``texts`` are articles
    that the person signed, ``news`` those of others about them. ``groups`` are each shown while the
    mandate lasts, ``groups_window`` as long as one of them. ``correction_url`` writes to the
    secretariat that something on the page is wrong.
    """

    person: PublicPerson
    portrait: Image | None
    body: Body
    contents: tuple[Heading, ...]
    supervision: str
    career: tuple[Step, ...]
    projects: tuple[Timed[Projects], ...]
    memberships: tuple[Link, ...]
    groups: tuple[Timed[GroupRole], ...]
    groups_window: Window
    capsules: tuple[Link, ...]
    news: tuple[Link, ...]
    texts: tuple[Link, ...]
    correction_url: str
