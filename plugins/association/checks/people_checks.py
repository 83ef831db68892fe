"""What must hold of people's profiles before they are published. Pure.

Well-formedness is the schema's; here is what would betray somebody: an address that slipped into
a text, a profile nobody confirmed, an invented person. What pictures betray is in
``picture_checks``, what is dated too early in ``days_to_come``.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from ..content.entry import Entry
from ..content.french_dates import day_in_words
from ..content.practitioner import PORTRAITS
from ..content.schema import WrittenPractitioner
from ..content.withdrawn import retired
from ..core.words import fold, slug_of
from ..people.gazetteer import FRANCE, gazetteer
from ..people.printed_signs import unprinted_signs
from ..people.retention import findings as of_retention
from ..problems.findings import Finding, Severity, Span
from ..problems.report import Problem
from ..source.body import Place
from ..source.frontmatter import Path
from .check_context import CheckContext

_HOST = r"\w[\w-]*(?:\.[\w-]+)*\.[a-z]{2,}"
# « chez » without brackets is a word: an address only before it, with its full stop, tells.
_EMAIL = re.compile(
    rf"(?<![@\w])[\w.+%-]+\s?(?:@|\((?:at|arobase|chez)\)|\[(?:at|arobase|chez)\]|\sarobase\s)\s?"
    rf"{_HOST}|\b[a-z][\w-]*[._][\w.-]*\w\schez\s{_HOST}",
    re.I,
)
_BLANK = r"[ .\-\u00a0\u202f]?"
_TELEPHONE = re.compile(
    rf"(?<![\w+])(?:\(?(?:\+|00)[1-9]\d{{0,2}}\)?(?:{_BLANK}\(0\))?(?:{_BLANK}\d){{7,11}}"
    rf"|(?:0[1-9]|\(0[1-9]\)|\(0\)[1-9])(?:{_BLANK}\d\d){{4}}"
    r"|(?:0[1-9]\d{0,2}|\(0[1-9]\d{0,2}\))(?:[ ./\u00a0\u202f]\d{2,3}){3,4})(?!\w)"
)
# Fewer digits are a list of days or a code.
_FEWEST_DIGITS = 9
# The fields that exist to hold an address, and files' names.
_FIELDS_OF_ADDRESSES = {("contact",), ("site",), ("photo", "fichier"), ("consentement",)}

_MOST_LISTED = 8

Person = Entry[WrittenPractitioner]


def profiles_to_confirm(context: CheckContext) -> Iterator[Problem]:
    """Find profiles that their owners have to confirm, or that left the site for want of it."""
    for person in context.content.practitioners.values():
        for finding in of_retention(person, context.policy, context.asof):
            yield person.problem(finding)


def withdrawn_people(context: CheckContext) -> Iterator[Problem]:
    """Find people who asked to leave and come back by an old branch or a copy."""
    content = context.content
    withdrawals, found = retired(content.root)
    yield from found
    for person in content.practitioners.values() if withdrawals.days else ():
        names = (person.slug, slug_of(f"{person.written.given_name} {person.written.family_name}"))
        found_again = withdrawals.of(names)
        if found_again:
            day, mark = found_again
            yield person.problem(
                Finding(
                    Span(),
                    "fiche-retiree",
                    f"cette personne s’est retirée du site le {day_in_words(day)}",
                    "retirez de nouveau sa fiche : invoke retirer " + person.slug,
                    "si elle a redonné son accord, effacez de content/retires.yml les deux lignes "
                    f"de l’empreinte {mark}",
                )
            )


# A text, and where a part of it stands in its file.
_Text = tuple[str, Callable[[int, int], Span]]


def _texts(person: Person) -> Iterator[_Text]:
    """Yield the texts of a profile that a person wrote freely, and the addresses that they hold."""
    for span, value in _values(person, (), person.front.plain()):
        yield value, partial(_part, span, value)
    for passage in person.body.passages:
        yield passage.words, partial(_part_of_body, person, passage.place)
    for link in person.body.links:
        if not link.is_bare:
            place = link.target_place
            yield link.target, partial(_part, person.span(place), link.target)


def _values(person: Person, path: Path, value: object) -> Iterator[tuple[Span, str]]:
    if path in _FIELDS_OF_ADDRESSES:
        return
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _values(person, (*path, key), item)
    elif isinstance(value, list):
        for rank, item in enumerate(value):
            yield from _values(person, (*path, rank), item)
    elif isinstance(value, str):
        yield person.front.span_of(path), value


def addresses_in_texts(person: Person) -> Iterator[Finding]:
    """Find e-mail addresses and telephone numbers that the person did not agree to show."""
    written = person.written
    covers = written.consent.covers
    email = written.contact.email if "courriel" in covers else None
    number = written.contact.telephone if "téléphone" in covers else None
    for text, span_of in _texts(person):
        for found in _EMAIL.finditer(text):
            if found[0].casefold() != (email or "").casefold():
                yield _address(span_of(*found.span()), "courriel", found[0])
        for found in _TELEPHONE.finditer(text):
            is_number = len(re.sub(r"\D", "", found[0])) >= _FEWEST_DIGITS
            if is_number and _digits(found[0]) != _digits(number or ""):
                yield _address(span_of(*found.span()), "téléphone", found[0])


def _part(span: Span, text: str, start: int, end: int) -> Span:
    """Return the place of a part of a text, when the text stands as written on its line."""
    if span.end_column - span.column != len(text):
        return span
    return Span(span.line, span.column + start, span.column + end)


def _part_of_body(
    person: Person, place_of: Callable[[int, int], Place], start: int, end: int
) -> Span:
    return person.span(place_of(start, end))


def _digits(number: str) -> str:
    """Return the digits that tell one number from another, however it is written."""
    return re.sub(r"\D", "", number.replace("(0)", ""))[-9:]


def _address(span: Span, what: str, found: str) -> Finding:
    name = "une adresse de courriel" if what == "courriel" else "un numéro de téléphone"
    return Finding(
        span,
        "coordonnees-dans-le-texte",
        f"{name} paraîtrait dans ce texte : « {found.strip()} »",
        f"retirez-le, ou passez par « contact » avec l’accord « {what} »",
        "les messages arrivent aussi par le secrétariat, qui ne dévoile aucune adresse",
    )


def town_in_texts(person: Person) -> Iterator[Finding]:
    """Find texts that name a town that the person did not agree to show."""
    written = person.written
    if "ville" in written.consent.covers:
        return
    town = re.compile(rf"\b{re.escape(fold(written.base.city))}\b")
    for text, span_of in _texts(person):
        span = span_of(0, len(text))
        is_its_field = span == person.front.span_of(("lieu", "ville"))
        if not is_its_field and town.search(fold(text)):
            yield Finding(
                span,
                "ville-dans-le-texte",
                f"ce texte nomme « {written.base.city} », que l’accord ne couvre pas",
                "demandez à la personne si cela lui convient",
                "si oui, ajoutez « ville » à « pour » ; sinon, parlez de la région",
                severity=Severity.ADVICE,
            )


def signs_of_booklet(person: Person) -> Iterator[Finding]:
    """Find signs that the printed booklet can only show as an empty square."""
    written = person.written
    printed: Mapping[Path, str] = {
        ("prenom",): written.given_name,
        ("nom",): written.family_name,
        ("accroche",): written.slogan,
        ("lieu", "ville"): written.base.city,
    }
    for path, value in printed.items():
        if signs := unprinted_signs(value):
            yield Finding(
                person.front.span_of(path),
                "signe-non-imprimable",
                f"le livret imprimé montre un carré vide à la place de « {''.join(signs)} »",
                "remplacez ce signe par un mot, ou laissez-le : les pages le montrent",
                severity=Severity.ADVICE,
            )


def town_of_postal_code(person: Person) -> Iterator[Finding]:
    """Find a town that no commune of its French postal code has the name of."""
    base = person.written.base
    if base.country and base.country.code != FRANCE:
        return
    communes = gazetteer().names.get(base.postal_code, ())
    town = fold(base.city)
    if communes and not any(_same_place(town, fold(commune)) for commune in communes):
        yield Finding(
            person.front.span_of(("lieu", "code_postal")),
            "code-postal-ville",
            f"« {base.city} » n’est pas une commune du code postal {base.postal_code}",
            "vérifiez le code postal et le nom de la ville",
            f"communes de ce code postal : {', '.join(sorted(communes)[:_MOST_LISTED])}",
            related=person.front.span_of(("lieu", "ville")),
            related_label="la ville",
            severity=Severity.ADVICE,
        )


def _same_place(one: str, other: str) -> bool:
    """« Montreuil » is « Montreuil-sur-Mer », and « Paris 18e » is « Paris »."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def place_of_portrait(person: Person) -> Iterator[Finding]:
    """Find a portrait outside their folder, which alone is published by what each agreed to."""
    photo = person.written.photo
    if photo and not photo.file.startswith(PORTRAITS):
        yield Finding(
            person.front.span_of(("photo", "fichier")),
            "portrait-range-ailleurs",
            "ce portrait n’est pas dans le dossier des portraits",
            f"rangez-le dans {PORTRAITS}",
            "ce dossier seul est publié selon l’accord de chacun",
        )


def shared_certificate_numbers(context: CheckContext) -> Iterator[Problem]:
    """Find two certificates of one person, métier and year, which would share one address."""
    for person in context.content.practitioners.values():
        years = [
            (held.metier, held.granted.year) if held.granted else None
            for held in person.written.metiers
        ]
        counts = Counter(year for year in years if year)
        for rank, year in enumerate(years):
            if year and counts[year] > 1 and year in years[:rank]:
                yield person.problem(
                    Finding(
                        person.front.span_of(("metiers", rank, "certifie_le")),
                        "certificat-en-double",
                        f"un certificat du même métier est déjà inscrit en {year[1]}",
                        "gardez une seule de ces deux inscriptions",
                    )
                )
