"""The withdrawals that were asked for, kept without names: ``content/retires.yml``. Reads the file.

Its marks keep a withdrawn profile from coming back by an old branch or a copy, under its file name
or another. A mark is a salted digest: it tells whether a name one already knows is among them, and
says no name. It never leaves the repository: see docs/annuaire-et-vie-privee.md. Somebody else of
the same name is told apart by the mark of their own file.
"""

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from pydantic import Field

from ..core.words import fold, slug_of
from ..problems.findings import Finding, Span
from ..problems.report import Problem, problem_of
from ..source import frontmatter
from .entry import Practitioner, name_of
from .reading import RETIRED, plain_text
from .validation import validated
from .values import Day, Line
from .vocabulary import Vocabulary
from .written import Written

_HEAD = (
    "# Les retraits demandés, sans nom. Ce fichier est tenu par « invoke retirer » et n’est pas\n"
    "# publié. Pour publier de nouveau une fiche avec l’accord de la personne, effacez son\n"
    "# retrait : la vérification dit lequel."
)


class WrittenWithdrawal(Written):
    """One withdrawal."""

    day: Day = Field(alias="le", description="Le jour du retrait.")
    mark: Line = Field(alias="empreinte", description="Ce qui reconnaît la fiche sans la nommer.")
    further: tuple[Line, ...] = Field(
        (), alias="aussi", description="Ce qui la reconnaît sous un autre nom de fichier."
    )


class WrittenRetired(Written):
    """The file of withdrawals."""

    salt: Line = Field(alias="sel", description="Tiré au hasard à la création du fichier.")
    withdrawals: tuple[WrittenWithdrawal, ...] = Field((), alias="retraits", description="")
    others: tuple[Line, ...] = Field(
        (), alias="autres_personnes", description="Les fiches de personnes du même nom."
    )


@dataclass(frozen=True)
class Traits:
    """What a person is recognised by: ``own`` is theirs alone, namesakes share the ``name``.

    The name is its words in the order of letters; ``usual_slug`` is the one that it makes.
    """

    slug: str
    name: str
    usual_slug: str = ""
    own: tuple[str, ...] = ()


def traits(person: Practitioner) -> Traits:
    """Return what a practitioner is recognised by: file, name, e-mail address and telephone."""
    written = person.written
    contact = written.contact
    digits = re.sub(r"\D", "", contact.telephone or "")[-9:]
    return Traits(
        person.slug,
        " ".join(sorted(fold(name_of(written)).split())),
        slug_of(name_of(written)),
        tuple(filter(None, ((contact.email or "").casefold(), digits))),
    )


@dataclass(frozen=True)
class Withdrawal:
    """A withdrawal: its day, the mark of the file, those of the person's other traits."""

    day: date
    mark: str
    further: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """All marks."""
        return (self.mark, *self.further)


@dataclass(frozen=True)
class Retired:
    """The withdrawals so far; ``others`` are the marks of the files of namesakes."""

    salt: str = ""
    withdrawals: tuple[Withdrawal, ...] = ()
    others: tuple[str, ...] = ()

    def mark(self, trait: str) -> str:
        """Return the mark of a trait under this file's salt."""
        return blake2b(trait.encode(), key=self.salt.encode()[:64], digest_size=16).hexdigest()

    def of(self, person: Traits) -> Withdrawal | None:
        """Return the withdrawal of a person, or None.

        A file that is somebody else's of the same name is recognised by nothing but what is theirs
        alone: the e-mail address and the telephone.
        """
        marks = set(map(self.mark, person.own))
        if self.mark(person.slug) not in self.others:
            marks |= set(map(self.mark, (person.slug, person.name, person.usual_slug)))
        found = [place for mark in marks if (place := self._places.get(mark)) is not None]
        return self.withdrawals[min(found)] if found else None

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The first withdrawal that has each mark, by its place."""
        last_first = reversed(list(enumerate(self.withdrawals)))
        return {mark: place for place, one in last_first for mark in one.marks}

    def with_withdrawal(self, person: Traits, day: date, namesakes: Iterable[str]) -> "Retired":
        """Return the withdrawals and one more; a first one draws the salt.

        ``namesakes`` are the slugs of other people of the same name; who leaves is none any more.
        """
        salted = self if self.salt else replace(self, salt=secrets.token_hex(16))
        further = tuple(map(salted.mark, (person.name, *person.own)))
        added = Withdrawal(day, salted.mark(person.slug), further)
        known = (*salted.withdrawals, added)
        others = tuple(mark for mark in salted.others if mark != added.mark)
        after = replace(salted, withdrawals=tuple(dict.fromkeys(known)), others=others)
        return after.with_others(namesakes)

    def with_others(self, slugs: Iterable[str]) -> "Retired":
        """Return the withdrawals, the files of these slugs being those of other people."""
        marks = (*self.others, *map(self.mark, slugs))
        return replace(self, others=tuple(dict.fromkeys(marks)))

    def text(self) -> str:
        """Return the file."""
        lines = [_HEAD, f"sel: {self.salt}", "retraits:"]
        for one in self.withdrawals:
            lines += [f"  - le: {one.day.isoformat()}", f"    empreinte: {one.mark}"]
            if one.further:
                lines.append(f"    aussi: [{', '.join(one.further)}]")
        if self.others:
            lines += ["autres_personnes:", *(f"  - {mark}" for mark in self.others)]
        return "\n".join((*lines, ""))


def retired(root: Path) -> tuple[Retired, tuple[Problem, ...]]:
    """Return the withdrawals of a content's folder and what is wrong with their file."""
    path = root / RETIRED
    name = f"{root.name}/{RETIRED}"
    if not path.exists():
        return Retired(), ()
    try:
        text = plain_text(path)
    except (OSError, ValueError):
        return Retired(), (problem_of(_UNREADABLE, name, ()),)
    front = frontmatter.read(text, 1)
    written, findings = validated(WrittenRetired, front, Vocabulary())
    problems = [problem_of(f, name, text.split("\n")) for f in (*front.findings, *findings)]
    if written is None:
        return Retired(), tuple(problems)
    withdrawals = tuple(Withdrawal(one.day, one.mark, one.further) for one in written.withdrawals)
    return Retired(written.salt, withdrawals, written.others), tuple(problems)


_UNREADABLE = Finding(
    Span(),
    "retires-illisible",
    "la liste des retraits ne peut pas être lue",
    "remettez ce fichier tel que « invoke retirer » l’a écrit",
)
