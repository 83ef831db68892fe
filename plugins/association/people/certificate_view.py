"""What the public register and its pages show of certificates."""

from dataclasses import dataclass

from ..pages.common import Day, Link
from ..pages.windows import Timed
from .view import Certification


@dataclass(frozen=True)
class Certificate:
    """A line of the public register: ``number`` names it for ever, ``page`` is its own page.

    ``states`` are ``in-force``, ``expired``, in turn.
    """

    number: str
    page: Link
    holder: Link
    metier: Link
    granted: Day
    expires: Day | None
    states: tuple[Timed[str], ...]
    is_example: bool


@dataclass(frozen=True)
class CertificatesOfYear:
    """The certificates granted in one year, by the name of their holder.

    ``url`` is the page of the year alone, which a long register has.
    """

    year: str
    url: str
    certificates: tuple[Certificate, ...]


@dataclass(frozen=True)
class Register:
    """The public register on one page: some years, and links to the pages of all, if there are."""

    shown: tuple[CertificatesOfYear, ...]
    years: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Badge:
    """A verifiable badge: the picture to keep, which holds the address of its proof.

    ``credential`` is the signed one of version 3.0. Each is ``""`` where the holder or the site
    gives none.
    """

    picture: str
    proof: str
    credential: str


@dataclass(frozen=True)
class CertificatePage:
    """Everything the page of a certificate shows.

    ``meaning`` pairs a heading with what the certificate attests; ``granted_by`` is None where
    nobody wrote it; ``reference`` is the line to cite; ``permalink`` its full address. ``badge`` is
    None without the holder's consent.
    """

    certificate: Certificate
    certification: Certification
    title: str
    attests: str
    meaning: tuple[tuple[str, str], ...]
    granted_by: Link | None
    reference: str
    permalink: str
    badge: Badge | None
