"""The whole directory on a day: everybody as published, and every list there is."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from ..content.entry import Practitioner
from ..core.person_names import sort_key
from ..pages.common import Link
from ..pages.context import Context
from ..pages.page import OutputFile
from .directory_view import FilterRegion, FilterStart
from .distances import Position
from .facets import REGION, ROOT, SUBJECTS, Facet, Value, facet_path
from .filter_index import filter_index
from .gazetteer import SERVED, shipped
from .listing import MOST_TOGETHER, NEARLY_ALL, Listed, Lists, from_near_to_far, lists
from .public_person import middle_of_region, public_person
from .values import has_a_lasting_list, known_values, value_of
from .view import PublicPerson
from .words_files import TEXTS, WORDS, profile_words, visitors_words


@dataclass(frozen=True)
class Directory:
    """Everybody in the fair order, the people of each list, the middle of each region."""

    context: Context
    people: Sequence[Listed]
    published: Mapping[str, PublicPerson]
    lists: Lists
    middles: Mapping[Value, Position | None]

    def of(self, values: tuple[Value, ...]) -> tuple[PublicPerson, ...]:
        """Return the people of a list in the order it is shown in; everybody without values."""
        people = self.lists[values] if values else self.people
        if values and values[0].facet is REGION:
            region = values[0]
            people = from_near_to_far(people, region, self.middles.get(region))
        return tuple(self.published[person.slug] for person in people)

    def count(self, *values: Value) -> int:
        """Return how many people are in a list, 0 when there is no such list."""
        return len(self.lists.get(values, ())) if values else len(self.people)

    def is_long(self, *values: Value) -> bool:
        """Return whether a list, or the directory without values, is too long to be read."""
        return self.count(*values) > MOST_TOGETHER

    def is_named(self, *values: Value) -> bool:
        """Return whether the files of a list name its people, whom the directory's own describe.

        They would say again most of what the directory's say: it is long, or nearly all of it.
        """
        count = self.count(*values)
        is_nearly_all = count > 0 and count >= NEARLY_ALL * self.count()
        return bool(values) and (self.is_long(*values) or is_nearly_all)

    def is_by_region(self, *values: Value) -> bool:
        """Return whether the page of a list leads to regions: they show their people, on sheets."""
        return self.is_long(*values) and not (values and values[0].facet is REGION)

    def values_of(self, facet: Facet) -> list[Value]:
        """Return the values of a facet that somebody has, in the order of the vocabulary."""
        return self._values.get(facet, [])

    @cached_property
    def _values(self) -> Mapping[Facet, list[Value]]:
        """The values that somebody has, by their facets."""
        found: dict[Facet, list[Value]] = {}
        for key, people in self.lists.items():
            if len(key) == 1 and people:
                found.setdefault(key[0].facet, []).append(key[0])
        return found

    def values_of_nobody(self, facet: Facet) -> list[Value]:
        """Return the values of a facet whose list lasts although nobody is in it."""
        return [
            key[0]
            for key, people in self.lists.items()
            if len(key) == 1 and key[0].facet is facet and not people
        ]


class PublishedPeople(Mapping[str, PublicPerson]):
    """The practitioners who are published by slug, each worked out when first asked for."""

    def __init__(self, context: Context) -> None:
        """Know who is published in a context: ``context.once`` keeps what was worked out."""
        self._context = context
        self._written = {person.slug: person for person in context.practitioners}
        self._known: dict[str, PublicPerson] = {}

    def __getitem__(self, slug: str) -> PublicPerson:
        if slug not in self._known:
            self._known[slug] = public_person(self._written[slug], self._context)
        return self._known[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def directory(context: Context) -> Directory:
    """Return the directory of the practitioners who are published, worked out once a context."""
    return context.once(_directory)


def _directory(context: Context) -> Directory:
    regions = context.content.vocabulary.of_kind("regions").values()
    published = context.once(PublishedPeople)
    people = sorted(
        (_as_listed(person, context) for person in published.values()), key=lambda one: one.order
    )
    known = list(known_values(context))
    return Directory(
        context,
        people,
        published,
        lists(people, known, filter(has_a_lasting_list, known)),
        {value_of(REGION, word): middle_of_region(word, context.results) for word in regions},
    )


def _as_listed(person: PublicPerson, context: Context) -> Listed:
    words = context.content.vocabulary
    region = words.of_kind("regions")[person.region.name]
    order = (
        list(words.of_kind("countries")).index(region.country),
        list(words.of_kind("regions")).index(region.name),
        sort_key(person.family_name, person.given_name),
    )
    home = value_of(REGION, region)
    return Listed(person.slug, order, home, person.values, person.position)


def filter_files(directory: Directory) -> tuple[OutputFile, ...]:
    """Return the filter's data, then the files of places, and « annuaire/lieux.json », their list.

    The words of visitors are among them. Each is named by its content, but those that scripts of
    any page find by their names.
    """
    context = directory.context
    countries = context.content.vocabulary.of_kind("countries")
    regions = [
        FilterRegion(word.slug, word.name, countries[word.country].code, word.postal_prefixes)
        for word in context.content.vocabulary.of_kind("regions").values()
    ]
    index = filter_index(context.addresses.base, directory.of(()), regions)
    places = {
        name: _named_by_content(name, "txt", shipped(source)) for name, source in SERVED.items()
    }
    listed = {name: file.path.removeprefix(ROOT) for name, file in places.items()}
    return (
        _named_by_content("index", "json", index),
        *places.values(),
        OutputFile(f"{ROOT}lieux.json", json.dumps(listed).encode()),
        OutputFile(WORDS, visitors_words(context.content.vocabulary)),
        OutputFile(TEXTS, profile_words(_written(directory), context.results)),
    )


def _written(directory: Directory) -> Iterator[Practitioner]:
    """Yield everybody as written, in the order of the filter's index."""
    written = directory.context.content.practitioners
    return (written[person.slug] for person in directory.of(()))


def filter_start(directory: Directory, files: Sequence[OutputFile]) -> FilterStart:
    """Return what the filter of the whole directory starts from; lists set their scope."""
    href = directory.context.addresses.href
    entrances = tuple(
        Link(facet.title, href(facet_path(facet)))
        for facet in (REGION, *SUBJECTS)
        if directory.values_of(facet)
    )
    return FilterStart(href(files[0].path), "", entrances=entrances)


def _named_by_content(name: str, extension: str, content: bytes) -> OutputFile:
    digest = sha256(content).hexdigest()[:10]
    return OutputFile(f"{ROOT}{name}-{digest}.{extension}", content)
