"""The directory in visitors' own words: a page of all words by letter, for who has no script."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..content.addresses import Addresses
from ..core.words import fold
from ..pages.common import Link
from ..pages.page import OutputPage, PageBuilder, Placement
from .facets import ROOT, SUBJECTS, Value, list_path
from .lists import Directory

PATH = f"{ROOT}en-vos-mots/"
TITLE = "L’annuaire en vos mots"
_DESCRIPTION = (
    "École, quartier, burn-out, réunion : les mots que l’on dit, et les praticiens vers qui chacun "
    "mène."
)
_OTHERS = "0-9"
# What a list shows of its words: the first ones, which say most.
_FIRST_WORDS = 12


@dataclass(frozen=True)
class VisitorWord:
    """A word that visitors say, and the lists it leads to."""

    name: str
    lists: tuple[Link, ...]


@dataclass(frozen=True)
class Letter:
    """The words of a letter: its page's link, called by the letter."""

    link: Link
    words: tuple[VisitorWord, ...]


def has_words(full_directory: Directory) -> bool:
    """Return whether visitors' words are written and lead somewhere."""
    return any(_said(full_directory).values())


def first_words(full_directory: Directory, values: tuple[Value, ...]) -> tuple[str, ...]:
    """Return some words by which the list of one value is found; none for other lists."""
    if len(values) > 1 or values not in full_directory.lists:
        return ()
    return _words_for(values[0], full_directory)[:_FIRST_WORDS]


def words_pages(builder: PageBuilder, full_directory: Directory) -> Iterator[OutputPage]:
    """Yield the page of all letters and one page a letter; none without words."""
    addresses = builder.context.addresses
    said = _said(full_directory)
    letters = list(_letters(said, addresses))
    if not letters:
        return
    links = tuple(letter.link for letter in letters)
    subjects = tuple(
        VisitorWord(", ".join(words[:_FIRST_WORDS]), (_link(value, addresses),))
        for value, words in said.items()
        if words
    )
    yield _page(builder, PATH, TITLE, {"letters": links, "current": "", "words": subjects})
    for letter in letters:
        title = f"{TITLE} : {letter.link.label}"
        values = {"letters": links, "current": letter.link.url, "words": letter.words}
        crumb = Link(TITLE, addresses.href(PATH))
        yield _page(builder, _path_of(letter.link.label), title, values, crumb)


def _page(
    builder: PageBuilder, path: str, title: str, values: Mapping[str, object], *crumbs: Link
) -> OutputPage:
    return builder.page(
        "annuaire-mots",
        path,
        (title, _DESCRIPTION),
        values,
        Placement(builder.breadcrumbs_under("annuaire", *crumbs)),
        section="annuaire",
        summary_label="listes de l’annuaire",
    )


def _said(full_directory: Directory) -> dict[Value, tuple[str, ...]]:
    """Return what visitors say for each value that has a list."""
    return {
        value: _words_for(value, full_directory)
        for (value, *others) in full_directory.lists
        if not others and value.facet in SUBJECTS
    }


def _words_for(value: Value, full_directory: Directory) -> tuple[str, ...]:
    """Return what visitors say for a value; nothing where it is no audience, theme or form."""
    if value.facet not in SUBJECTS:
        return ()
    words = full_directory.context.content.vocabulary
    return words.words_for(value.facet.field, words.of_kind(value.facet.field)[value.name])


def _letters(said: Mapping[Value, tuple[str, ...]], addresses: Addresses) -> Iterator[Letter]:
    leads: dict[str, VisitorWord] = {}
    for value, words in said.items():
        link = _link(value, addresses)
        for name in words:
            key = fold(name)
            known = leads.get(key, VisitorWord(name, ()))
            leads[key] = VisitorWord(known.name, (*known.lists, link))
    for letter, words_of in groupby(sorted(leads), key=_letter):
        link = Link(letter, addresses.href(_path_of(letter)))
        yield Letter(link, _in_order(leads, words_of))


def _in_order(leads: Mapping[str, VisitorWord], keys: Iterable[str]) -> tuple[VisitorWord, ...]:
    return tuple(leads[key] for key in keys)


def _letter(key: str) -> str:
    return key[0].upper() if key[0].isascii() and key[0].isalpha() else _OTHERS


def _path_of(letter: str) -> str:
    return f"{PATH}{letter.lower()}/"


def _link(value: Value, addresses: Addresses) -> Link:
    return Link(value.name, addresses.href(list_path((value,))))
