"""The withdrawals that were asked for, kept without names: ``content/retires.yml``. Reads the file.

Its marks keep a withdrawn profile from coming back by an old branch or a copy. A mark is a salted
digest: it tells whether a name one already knows is among them, and says no name. It never leaves
the repository: see docs/annuaire-et-vie-privee.md.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from pydantic import Field

from ..problems.findings import Finding, Span
from ..problems.report import Problem, problem_of
from ..source import frontmatter
from .reading import RETIRED, plain_text
from .validation import validated
from .values import Day, Line
from .vocabulary import Vocabulary
from .written import Written

_HEAD = (
    "# Les retraits demandés, sans nom. Ce fichier est tenu par « invoke retirer » et n’est pas\n"
    "# publié. Pour publier de nouveau une fiche avec l’accord de la personne, effacez sa ligne :\n"
    "# la vérification la nomme.\n"
)


class WrittenWithdrawal(Written):
    """One withdrawal."""

    day: Day = Field(alias="le", description="Le jour du retrait.")
    mark: Line = Field(alias="empreinte", description="Ce qui reconnaît la fiche sans la nommer.")


class WrittenRetired(Written):
    """The file of withdrawals."""

    salt: Line = Field(alias="sel", description="Tiré au hasard à la création du fichier.")
    withdrawals: tuple[WrittenWithdrawal, ...] = Field((), alias="retraits", description="")


@dataclass(frozen=True)
class Retired:
    """The withdrawals so far: the day of each by its mark."""

    salt: str = ""
    days: tuple[tuple[date, str], ...] = ()

    def mark(self, slug: str) -> str:
        """Return the mark of a slug under this file's salt."""
        return blake2b(slug.encode(), key=self.salt.encode()[:64], digest_size=16).hexdigest()

    def of(self, slugs: Iterable[str]) -> tuple[date, str] | None:
        """Return the day and the mark under which one of these slugs was withdrawn, or None."""
        marks = {self.mark(slug) for slug in slugs}
        return next(((day, mark) for day, mark in self.days if mark in marks), None)

    def with_withdrawal(self, slug: str, day: date) -> "Retired":
        """Return the withdrawals and one more; a first one draws the salt."""
        salted = self if self.salt else Retired(secrets.token_hex(16))
        line = (day, salted.mark(slug))
        return Retired(salted.salt, tuple(dict.fromkeys((*salted.days, line))))

    def text(self) -> str:
        """Return the file."""
        lines = "".join(
            f"  - le: {day.isoformat()}\n    empreinte: {mark}\n" for day, mark in self.days
        )
        return f"{_HEAD}sel: {self.salt}\nretraits:\n{lines}"


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
    days = tuple((one.day, one.mark) for one in written.withdrawals)
    return Retired(written.salt, days), tuple(problems)


_UNREADABLE = Finding(
    Span(),
    "retires-illisible",
    "la liste des retraits ne peut pas être lue",
    "remettez ce fichier tel que « invoke retirer » l’a écrit",
)
