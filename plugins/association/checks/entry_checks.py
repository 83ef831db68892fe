"""What one entry says that its fields, each well written, do not make true. Pure.

What several entries say of each other is in ``references``, ``agenda_checks``, ``people_checks``.
"""

import re
from collections.abc import Iterator

from ..content.entry import Entry
from ..content.event import WrittenPlace
from ..content.practitioner import WrittenBase
from ..content.schema import WrittenEntry, WrittenEvent, WrittenPractitioner
from ..events.recurrence import MOST_OCCURRENCES, dates_of
from ..problems.findings import Finding, Span
from ..source.frontmatter import FrontMatter, Listing, Table, Text, Value

# How the postal codes of a country look; a country that is not named is not checked.
_POSTAL_CODES = {
    "France": (r"\d{5}", "31000"),
    "Belgique": (r"\d{4}", "1000"),
    "Suisse": (r"\d{4}", "1204"),
    "Luxembourg": (r"(L-)?\d{4}", "L-1009"),
    "Allemagne": (r"\d{5}", "10115"),
    "Italie": (r"\d{5}", "00184"),
    "Espagne": (r"\d{5}", "28013"),
}

# What a new file says where its text will come.
TO_WRITE = "[à écrire]"
# What a new translation says above the text to translate.
TO_TRANSLATE = "[à traduire]"


def findings(entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    """Yield what is wrong within one entry."""
    yield from _repeated(entry.front.table)
    yield from _left_to_write(entry)
    written = entry.written
    if isinstance(written, WrittenEvent):
        yield from _recurrence(written, entry.front)
        if written.place:
            yield from _postal_code(written.place, entry.front)
            yield from _position(written.place, entry.front)
    if isinstance(written, WrittenPractitioner):
        yield from _postal_code(written.base, entry.front)


def _left_to_write(entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    """Find the place kept for a text in what would be published; a draft may wait."""
    if getattr(entry.written, "status", "") == "brouillon":
        return
    for number, line in enumerate(entry.markdown.split("\n"), start=entry.body_line):
        if line.startswith(TO_TRANSLATE):
            yield Finding(
                Span(number, 1, len(TO_TRANSLATE) + 1),
                "texte-a-ecrire",
                "le texte reste à traduire",
                "traduisez ce qui suit, puis ôtez cette ligne",
            )
        if line.startswith(TO_WRITE):
            yield Finding(
                Span(number, 1, len(TO_WRITE) + 1),
                "texte-a-ecrire",
                "le texte reste à écrire",
                "écrivez-le à la place de cette ligne",
                "en attendant, une actualité peut rester en « statut: brouillon »",
            )


def _repeated(value: Value) -> Iterator[Finding]:
    """Find a value that a list names twice."""
    if isinstance(value, Table):
        for inner in value.values.values():
            yield from _repeated(inner)
    if not isinstance(value, Listing):
        return
    known: dict[str, Text] = {}
    for item in value.items:
        yield from _repeated(item)
        if not isinstance(item, Text) or not item.value:
            continue
        first = known.setdefault(item.value, item)
        if first is not item:
            yield Finding(
                item.span,
                "valeur-en-double",
                f"« {item.value} » est écrit deux fois dans cette liste",
                "gardez-en un seul",
                second=first.span,
                second_label="déjà écrit ici",
            )


def _postal_code(place: WrittenPlace | WrittenBase, front: FrontMatter) -> Iterator[Finding]:
    country = place.country.name if place.country else "France"
    form, example = _POSTAL_CODES.get(country, ("", ""))
    code = place.postal_code
    if code and form and not re.fullmatch(form, code):
        bare = code.replace(" ", "")
        yield Finding(
            front.span_of(("lieu", "code_postal")),
            "code-postal",
            f"« {code} » n’a pas la forme d’un code postal ({country})",
            f"écrivez {bare}" if re.fullmatch(form, bare) else f"écrivez par exemple {example}",
            mends=front.instead(("lieu", "code_postal"), bare) if re.fullmatch(form, bare) else (),
        )


def _position(place: WrittenPlace, front: FrontMatter) -> Iterator[Finding]:
    if place.latitude is not None and abs(place.latitude) > 90:
        yield Finding(
            front.span_of(("lieu", "latitude")),
            "coordonnee",
            "une latitude va de -90 à 90 degrés",
            "vérifiez-la : latitude et longitude sont peut-être échangées",
        )
    if (place.latitude is None) != (place.longitude is None):
        written, other = ("latitude", "longitude")
        if place.latitude is None:
            written, other = other, written
        yield Finding(
            front.span_of(("lieu", written)),
            "coordonnee",
            f"« {written} » ne va pas sans « {other} »",
            f"ajoutez une ligne « {other}: … », ou retirez celle-ci",
        )


def _recurrence(event: WrittenEvent, front: FrontMatter) -> Iterator[Finding]:
    recurrence = event.recurrence
    if recurrence is None:
        return
    for name, number in (("nombre", recurrence.count), ("intervalle", recurrence.interval)):
        if number and number > MOST_OCCURRENCES:
            yield Finding(
                front.span_of(("recurrence", name)),
                "nombre",
                f"{number} est bien grand pour une répétition",
                f"écrivez {MOST_OCCURRENCES} au plus",
            )
            return
    if not dates_of(event):
        yield Finding(
            front.span_of_key(("recurrence",)),
            "recurrence-sans-date",
            "il ne reste aucune date à cette répétition",
            "retirez une exception, ou toute la répétition",
        )
