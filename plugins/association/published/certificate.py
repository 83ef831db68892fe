"""What the public register shows of certificates."""

from dataclasses import dataclass

from .common import Day, Link


@dataclass(frozen=True)
class Certificate:
    """A line of the public register."""

    holder: Link
    metier: Link
    granted: Day
    expires: Day | None
    state: str
    ends_at: str
    is_example: bool


@dataclass(frozen=True)
class CertificatesOfYear:
    """The certificates granted in one year, by the name of their holder."""

    year: str
    certificates: tuple[Certificate, ...]
