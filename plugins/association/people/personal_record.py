"""All that the site says of a practitioner, for that person to read: rights of access. Pure.

What the profile holds, what of it is published and by which agreement, and every line of other
texts that names the person. Reads nothing but the content.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..content.company import WrittenCompany, WrittenInsurance, WrittenQualiopi
from ..content.entry import Practitioner, name_of
from ..content.policy import Policy
from ..content.practitioner import (
    WrittenBase,
    WrittenCertification,
    WrittenConsent,
    WrittenContact,
    WrittenPortrait,
    WrittenPractitioner,
    WrittenProject,
    WrittenReference,
    WrittenRequests,
    WrittenStep,
)
from ..content.reading import Content
from ..content.starting_price import WrittenStartingPrice
from ..content.written import LABEL_KEY, Written
from .dated_claims import dated_claims
from .public_person import agrees_to, mutual_colleagues
from .retention import confirmed_on, last_day
from .withdrawal import Trace, withdrawal_of

# What each of these needs to be published.
_NEEDS = {
    ("photo",): "portrait",
    ("lieu", "ville"): "ville",
    ("contact", "telephone"): "téléphone",
    ("contact", "courriel"): "courriel",
    ("entreprise",): "entreprise",
}
_NEVER = frozenset({("lieu", "code_postal"), ("accord",), ("exemple",), ("sans_conseil",)})
_COLLEAGUES = ("travaille_avec",)
Path = tuple[str, ...]
_PARTS: tuple[type[Written], ...] = (
    WrittenPractitioner,
    WrittenCertification,
    WrittenBase,
    WrittenContact,
    WrittenRequests,
    WrittenCompany,
    WrittenQualiopi,
    WrittenInsurance,
    WrittenStartingPrice,
    WrittenConsent,
    WrittenPortrait,
    WrittenStep,
    WrittenProject,
    WrittenReference,
)
# The keys whose names are written otherwise: « Prénom ».
_LABELS = {
    field.alias: str(field.json_schema_extra[LABEL_KEY])
    for part in _PARTS
    for field in part.model_fields.values()
    if isinstance(field.json_schema_extra, dict) and LABEL_KEY in field.json_schema_extra
}


@dataclass(frozen=True)
class Datum:
    """A field of the profile: « Lieu, Ville », its value, whether visitors see it.

    ``agreement`` is what the person's consent has to cover for it, ``""`` for what comes with it.
    """

    field: str
    value: str
    is_published: bool
    agreement: str = ""


@dataclass(frozen=True)
class PersonalRecord:
    """What is known of a person; ``until`` is the last day on which the profile shows, if it does.

    ``mentions`` are the lines of other files that name the person or may do so; ``documents`` those
    that could not be read.
    """

    slug: str
    name: str
    consent: date
    covers: tuple[str, ...]
    confirmed: date
    until: date
    is_shown: bool
    data: tuple[Datum, ...]
    mentions: tuple[Trace, ...]
    documents: tuple[str, ...]


def personal_record(content: Content, slug: str, policy: Policy, day: date) -> PersonalRecord:
    """Return what the content holds of a practitioner on a day. Raises KeyError for nobody."""
    person = content.practitioners[slug]
    written = person.written
    traces = withdrawal_of(content, slug)
    return PersonalRecord(
        slug,
        name_of(written),
        written.consent.day,
        written.consent.covers,
        confirmed_on(written),
        last_day(written, policy),
        written.consent.day <= day <= last_day(written, policy),
        tuple(_data(person, mutual_colleagues(person, content.practitioners), day)),
        (*_responses(content, traces.removed), *traces.changes, *traces.to_read),
        traces.unread,
    )


def _responses(content: Content, removed: Sequence[str]) -> Iterator[Trace]:
    """Yield the responses that would leave with the person: to the profile, or signed by them."""
    for path in removed:
        if answered := content.responses.get(path):
            written = f"{answered.written.name} : {answered.entry.markdown.strip()}"
            yield Trace(path, answered.entry.body_line, written)


def _data(person: Practitioner, colleagues: tuple[str, ...], day: date) -> Iterator[Datum]:
    """Yield the fields of a profile; ``colleagues`` are those whose profile says so too."""
    written = person.written
    unseen = tuple(_unseen_on(day, written))
    for path, value in _leaves((), person.front.plain()):
        needed = next((what for start, what in _NEEDS.items() if path[: len(start)] == start), "")
        if path == _COLLEAGUES:
            others = [slug for slug in written.colleagues if slug not in colleagues]
            told = ((colleagues, True), (others, False))
            yield from (Datum(_label(path[0]), ", ".join(of), is_so) for of, is_so in told if of)
            continue
        is_published = (
            path not in _NEVER
            and not any(path[: len(start)] == start for start in unseen)
            and (not needed or agrees_to(needed, written))
        )
        yield Datum(", ".join(map(_label, path)), value, is_published, needed)
    if person.markdown.strip():
        yield Datum("Texte", person.markdown.strip(), is_published=True)


def _unseen_on(day: date, person: WrittenPractitioner) -> Iterator[Path]:
    """Yield the parts of a profile that no page shows on a day: their own is past, or to come."""
    for claim in dated_claims(person):
        if claim.last_day < day:
            yield claim.path[:-1]
    for number, reference in enumerate(person.references, start=1):
        if reference.agreed > day:
            yield ("references", str(number))
    if person.price and person.price.day > day:
        yield ("tarif",)


def _label(key: str) -> str:
    return _LABELS.get(key) or key.replace("_", " ").capitalize()


def _leaves(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    """Yield the values of a front matter with the names that lead to each; lists are one value."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves((*path, str(key)), inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if any(isinstance(item, Mapping) for item in value):
            for number, item in enumerate(value, start=1):
                yield from _leaves((*path, str(number)), item)
        else:
            yield path, ", ".join(map(str, value))
    else:
        yield path, str(value)
