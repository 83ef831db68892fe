"""The printed booklet of the directory: everybody in its fair order, and the two indexes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby

from typographie import Options, typeset_text

from ..content.french_dates import day_in_words
from ..core.person_names import sort_key
from ..core.zone import PARIS, today
from ..pages.common import Document
from ..pages.context import Context, file_size
from ..pages.page import OutputFile, OutputPage
from .booklet import booklet_pdf
from .booklet_view import Booklet, BookletPerson, BookletRegion, IndexEntry
from .facets import AUDIENCE, LANGUAGE, REGION, SUBJECTS, Facet
from .lists import Directory
from .view import Certification, PublicPerson

PATH = "annuaire/annuaire.pdf"
TITLE = "Annuaire des praticiens"


@dataclass(frozen=True)
class PrintedBooklet:
    """The booklet made: what the page of the directory says of it, and its bytes."""

    document: Document
    content: bytes


def printed_booklet(full_directory: Directory) -> PrintedBooklet | None:
    """Return the booklet, or None when the directory is empty."""
    if not full_directory.people:
        return None
    context = full_directory.context
    midnight = datetime.combine(today(context.asof), time(), PARIS)
    content = booklet_pdf(booklet(full_directory), context.content.root, midnight)
    address = context.addresses.href(PATH)
    words = "L’annuaire entier, à imprimer"
    return PrintedBooklet(Document(words, address, "PDF", file_size(len(content))), content)


def booklet_files(pages: Iterable[OutputPage]) -> Iterator[OutputFile]:
    """Yield the booklet that a page leads to."""
    for page in pages:
        full_directory = page.values.get("booklet")
        if isinstance(full_directory, PrintedBooklet):
            yield OutputFile(PATH, full_directory.content)


def booklet(full_directory: Directory) -> Booklet:
    """Return what the booklet shows."""
    context, entries = full_directory.context, full_directory.of(())
    return Booklet(
        title=TITLE,
        association=context.settings.identity.name,
        site=context.addresses.absolute(""),
        day=typeset_text(day_in_words(today(context.asof))),
        regions=tuple(
            BookletRegion(country, region, tuple(_person(person, context) for person in of_region))
            for (country, region), of_region in groupby(entries, key=_home)
        ),
        by_region=tuple(_index(full_directory, REGION)),
        by_audience=tuple(_index(full_directory, AUDIENCE)),
    )


def _home(person: PublicPerson) -> tuple[str, str]:
    return person.country.name, person.region.name


def _index(full_directory: Directory, facet: Facet) -> Iterator[IndexEntry]:
    for value in full_directory.values_of(facet):
        people = sorted(
            full_directory.of((value,)), key=lambda one: sort_key(one.family_name, one.given_name)
        )
        yield IndexEntry(typeset_text(value.name), tuple(one.slug for one in people))


def _person(person: PublicPerson, context: Context) -> BookletPerson:
    facts = ((facet.title, person.names(facet)) for facet in (*SUBJECTS, REGION, LANGUAGE))
    own_names = Options(names=context.content.vocabulary.own_names)
    place = f"{person.place} et à distance" if person.is_remote else person.place
    return BookletPerson(
        slug=person.slug,
        name=person.name,
        slogan=typeset_text(person.slogan, person.lang, options=own_names),
        place=typeset_text(place),
        portrait=person.photo,
        certifications=tuple(
            (typeset_text(certificate.metier.label), typeset_text(_state(certificate)))
            for certificate in person.certifications
        ),
        facts=tuple((title, typeset_text(", ".join(names))) for title, names in facts if names),
        contact=typeset_text(_contact(person, context)),
        page=person.page_url,
        is_example=person.is_example,
        lang=person.lang,
    )


def _state(certificate: Certification) -> str:
    """Return the state with its dates: on paper, « in force » alone would not stay true."""
    granted = (
        f"certificat du {certificate.granted.label}" if certificate.granted else certificate.label
    )
    if certificate.state == "in-force" and certificate.expires:
        return f"{granted}, valable jusqu’au {certificate.expires.label}"
    return f"{granted}, échu" if certificate.state == "expired" else granted


def _contact(person: PublicPerson, context: Context) -> str:
    secretariat = context.settings.identity.secretariat
    shown = {
        "site": f"Par son site : {person.website}",
        "secretariat": f"Par le secrétariat : {secretariat}",
    }
    return ", ".join(
        shown.get(one.mode) or f"{one.explanation.rstrip('.')} : {one.label}"
        for one in person.contacts
    )
