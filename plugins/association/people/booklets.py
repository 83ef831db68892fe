"""The printed booklet of the directory: everybody in its fair order, and the two indexes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby

from typographie import typeset_text

from ..content.french_dates import day_in_words
from ..core.zone import PARIS, today
from ..pages.common import Document, Term
from ..pages.context import Context, weight
from ..pages.page import FileToWrite, PageToWrite
from .booklet import booklet_pdf
from .booklet_view import Booklet, BookletPerson, BookletPortrait, BookletRegion, IndexEntry
from .directory_view import DirectoryEntry
from .facets import AUDIENCE, REGION, Facet
from .lists import Directory
from .view import Certification

PATH = "annuaire/annuaire.pdf"
TITLE = "Annuaire des praticiens"


@dataclass(frozen=True)
class PrintedBooklet:
    """The booklet made: what the page of the directory says of it, and its bytes."""

    document: Document
    content: bytes


def printed_booklet(made: Directory) -> PrintedBooklet | None:
    """Return the booklet, or None when the directory is empty."""
    if not made.people:
        return None
    context = made.context
    midnight = datetime.combine(today(context.asof), time(), PARIS)
    content = booklet_pdf(booklet(made), context.content.root, midnight)
    address = context.addresses.href(PATH)
    words = "L’annuaire entier, à imprimer"
    return PrintedBooklet(Document(words, address, "PDF", weight(len(content))), content)


def booklet_files(pages: Iterable[PageToWrite]) -> Iterator[FileToWrite]:
    """Yield the booklet that a page leads to."""
    for page in pages:
        made = page.values.get("booklet")
        if isinstance(made, PrintedBooklet):
            yield FileToWrite(PATH, made.content)


def booklet(made: Directory) -> Booklet:
    """Return what the booklet shows."""
    context, entries = made.context, made.of(())
    return Booklet(
        title=TITLE,
        association=context.identity.name,
        site=context.addresses.absolute(""),
        day=typeset_text(day_in_words(today(context.asof))),
        regions=tuple(
            BookletRegion(country, region, tuple(_person(entry, context) for entry in of_region))
            for (country, region), of_region in groupby(entries, key=_home)
        ),
        by_region=tuple(_index(made, REGION)),
        by_audience=tuple(_index(made, AUDIENCE)),
    )


def _home(entry: DirectoryEntry) -> tuple[str, str]:
    return entry.country.name, entry.region.name


def _index(made: Directory, facet: Facet) -> Iterator[IndexEntry]:
    for value in made.values_of(facet):
        people = sorted(made.of((value,)), key=lambda one: (one.family_name, one.given_name))
        yield IndexEntry(typeset_text(value.name), tuple(one.card.slug for one in people))


def _person(entry: DirectoryEntry, context: Context) -> BookletPerson:
    card = entry.card
    facts = (
        ("Publics", entry.audiences),
        ("Thèmes", entry.themes),
        ("Accompagnements", entry.forms),
        ("Régions", entry.regions),
        ("Langues", entry.languages),
    )
    place = f"{card.place} et à distance" if card.is_remote else card.place
    return BookletPerson(
        slug=card.slug,
        name=card.name,
        slogan=typeset_text(card.slogan, card.lang),
        place=typeset_text(place),
        portrait=_portrait(entry, context),
        certifications=tuple(
            (typeset_text(held.metier.label), typeset_text(_state(held)))
            for held in card.certifications
        ),
        facts=tuple((heading, _listed(terms)) for heading, terms in facts if terms),
        contact=typeset_text(_contact(entry, context)),
        page=entry.page_url,
        is_example=card.is_example,
        lang=card.lang,
    )


def _state(held: Certification) -> str:
    """Return the state with its dates: on paper, « in force » alone would not stay true."""
    granted = f"certificat du {held.granted.label}" if held.granted else held.label
    if held.state == "in-force" and held.expires:
        return f"{granted}, valable jusqu’au {held.expires.label}"
    return f"{granted}, échu" if held.state == "expired" else granted


def _listed(terms: tuple[Term, ...]) -> str:
    return typeset_text(", ".join(term.name for term in terms))


def _contact(entry: DirectoryEntry, context: Context) -> str:
    if entry.contact.mode in ("telephone", "email"):
        return f"{entry.contact.explanation.rstrip('.')} : {entry.contact.label}"
    if entry.contact.mode == "site":
        return f"Par son site : {entry.website}"
    return f"Par le secrétariat : {context.identity.secretariat}"


def _portrait(entry: DirectoryEntry, context: Context) -> BookletPortrait | None:
    photo = context.content.practitioners[entry.card.slug].written.photo
    if photo is None or entry.card.portrait is None:
        return None
    return BookletPortrait(photo.file, photo.alt, photo.focus)
