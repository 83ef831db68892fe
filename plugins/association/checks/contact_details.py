"""E-mail addresses and telephone numbers in texts: who may be reached by them must have agreed.

Of profiles, each says what its owner agreed to show; in any other text what is the association's,
or an office's by its name, may stand.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from ..content.contacts_in_text import emails_in, telephones_in
from ..content.entry import AnyEntry, Entry, Practitioner
from ..content.policy import canonical_contact
from ..content.practitioner import agreed_contacts
from ..content.schema import WrittenPractitioner
from ..core.words import fold
from ..problems.findings import Finding, Severity, Span
from ..source.body import Place
from ..source.frontmatter import Path
from ..source.schemes import scheme_of
from .check_context import CheckContext

# Who reads behind such a name is an office, not a person.
_OFFICES = re.compile(
    r"(?:(?:contacts?|infos?|informations?|secretariat|bureau|accueil|asso|association|mairie"
    r"|inscriptions?|reservations?|presse|media|communication|com|adhesions?|formations?|hello"
    r"|bonjour|courrier|postmaster|webmaster|support|aide|direction|administration|admin|ca"
    r"|tresorerie|compta|comptabilite|rgpd|dpo|noreply|no-reply|newsletter|lettre|recrutement"
    r"|emploi|benevolat|benevoles|equipe|team|rencontres?|evenements?|agenda|site|web|billetterie"
    r"|mediatheque|bibliotheque|colloque|festival|stages?|dons?|partenariats?)[\w.+-]*)",
)
# The fields that exist to hold an address, files' names and numbers that call nobody.
_FIELDS_OF_ADDRESSES = {
    ("contact",),
    ("site",),
    ("photo", "fichier"),
    ("consentement",),
    ("entreprise", "siret"),
    ("entreprise", "declaration_activite"),
}
_PROFILES = "praticiens"

# A text, and where a part of it stands in its file.
Text = tuple[str, Callable[[int, int], Span]]
Person = Entry[WrittenPractitioner]


def texts_of(entry: AnyEntry) -> Iterator[Text]:
    """Yield the texts that people wrote freely in an entry, and the addresses that they hold."""
    for path, value in _values(entry, (), entry.front.plain()):
        yield value, partial(_part_of_field, entry, path, value)
    for passage in entry.body.passages:
        yield passage.words, partial(_part_of_body, entry, passage.place)
    for link in entry.body.links:
        if not link.is_bare and scheme_of(link.target) in {"", "mailto", "tel"}:
            place = link.target_place
            yield link.target, partial(_part, entry.span(place), link.target)


def _values(entry: AnyEntry, path: Path, value: object) -> Iterator[tuple[Path, str]]:
    if path in _FIELDS_OF_ADDRESSES and entry.folder == _PROFILES:
        return
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _values(entry, (*path, key), item)
    elif isinstance(value, list):
        for rank, item in enumerate(value):
            yield from _values(entry, (*path, rank), item)
    elif isinstance(value, str):
        yield path, value


def _part_of_field(entry: AnyEntry, path: Path, text: str, start: int, end: int) -> Span:
    return _part(entry.front.span_of(path), text, start, end)


def _part(span: Span, text: str, start: int, end: int) -> Span:
    """Return the place of a part of a text, when the text stands as written on its line."""
    if span.end_column - span.column != len(text):
        return span
    return Span(span.line, span.column + start, span.column + end)


def _part_of_body(
    entry: AnyEntry, place_of: Callable[[int, int], Place], start: int, end: int
) -> Span:
    return entry.span(place_of(start, end))


def contacts_of_profile(person: Practitioner) -> Iterator[Finding]:
    """Find e-mail addresses and telephone numbers that the person did not agree to show."""
    shown = set(contacts_agreed_to(person))
    for text, span_of in texts_of(person):
        for found in emails_in(text):
            if canonical_contact(found[0]) not in shown:
                yield _of_profile(span_of(*found.span()), "courriel", found[0])
        for found in telephones_in(text):
            if canonical_contact(found[0]) not in shown:
                yield _of_profile(span_of(*found.span()), "téléphone", found[0])


def contacts_agreed_to(person: Person) -> Iterator[str]:
    """Yield what a person agreed to show, in its one form."""
    yield from map(canonical_contact, agreed_contacts(person.written).values())


def contacts_in_texts(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Find, in any text but a profile, how to reach somebody who may not have agreed to it."""
    if entry.folder == _PROFILES:
        return
    key = ("contacts", entry.path, entry.text_key)
    named = context.cache.get_or_compute(key, lambda: _contacts_of_people(entry))
    for contact, finding in named.items():
        if contact not in context.policy.own_contacts and not _is_agreed(contact, context):
            yield finding


def _contacts_of_people(entry: AnyEntry) -> dict[str, Finding]:
    """Return what to say of each contact that is no office's, where it first stands."""
    said: dict[str, Finding] = {}
    for text, span_of in texts_of(entry):
        for kind, matches in (("courriel", emails_in(text)), ("téléphone", telephones_in(text))):
            for found in matches:
                contact = canonical_contact(found[0])
                if not _OFFICES.fullmatch(fold(contact.partition("@")[0])):
                    said.setdefault(contact, _of_text(span_of(*found.span()), kind, found[0]))
    return said


def _is_agreed(contact: str, context: CheckContext) -> bool:
    people = context.content.practitioners.values()
    return any(contact in contacts_agreed_to(person) for person in people)


def _named(kind: str) -> str:
    return "une adresse de courriel" if kind == "courriel" else "un numéro de téléphone"


def _of_profile(span: Span, kind: str, found: str) -> Finding:
    return Finding(
        span,
        "coordonnees-dans-le-texte",
        f"{_named(kind)} paraîtrait dans ce texte : « {found.strip()} »",
        f"retirez-le, ou passez par « contact » avec l’accord « {kind} »",
        "les messages arrivent aussi par le secrétariat, qui ne dévoile aucune adresse",
    )


def _of_text(span: Span, kind: str, found: str) -> Finding:
    return Finding(
        span,
        "coordonnees-d-une-personne",
        f"{_named(kind)} paraîtrait dans ce texte : « {found.strip()} »",
        "demandez l’accord de la personne, ou donnez l’adresse de l’association",
        "les robots le recopient, et il reste après un départ ; ce qui est à l’association se dit "
        "une fois, dans COORDONNEES_PUBLIQUES (pelicanconf.py)",
        severity=Severity.ADVICE,
    )
