"""What a profile claims until the end of a day: new requests, a certification, an insurance. Pure.

A build after its last day has a claim in no page, file or card; a page built before hides it in the
browser, and the files of that build keep it until the next one.
Certificates of a métier, which stay and are said to have lapsed, are in ``certificates``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from ..content.practitioner import WrittenPractitioner
from ..content.times import Slot
from ..pages.windows import ALWAYS, Window, window


@dataclass(frozen=True)
class DatedClaim:
    """A claim: the path of its day in the profile, its last day."""

    path: tuple[str, ...]
    last_day: date

    @property
    def over_at(self) -> datetime:
        """The instant from which it is claimed no more."""
        return Slot(self.last_day).over_at


def dated_claims(person: WrittenPractitioner) -> Iterator[DatedClaim]:
    """Yield what a profile claims for a time, past or not."""
    if person.requests:
        yield DatedClaim(("demandes", "jusqu_au"), person.requests.until)
    company = person.company
    if company and company.qualiopi:
        expires = company.qualiopi.expires
        yield DatedClaim(("entreprise", "qualiopi", "jusqu_au"), expires)
    if company and company.insurance and company.insurance.expires:
        expires = company.insurance.expires
        yield DatedClaim(("entreprise", "assurance", "jusqu_au"), expires)


def window_of_claim(last_day: date | None, asof: datetime) -> Window | None:
    """Return when a claim shows, as seen at ``asof``; None once its day is past."""
    if last_day is None:
        return ALWAYS
    found = window(asof, until=Slot(last_day).over_at)
    return found if found.is_open else None
