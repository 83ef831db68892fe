"""Signs of a profile that the printed booklet cannot show."""

from collections.abc import Iterator, Mapping

from ..printing.printed_signs import unprinted_signs
from ..problems.findings import Finding, Severity
from ..problems.report import Problem
from ..source.frontmatter import Path
from .check_context import CheckContext
from .contact_details import Person


def signs_of_booklet(context: CheckContext) -> Iterator[Problem]:
    """Find signs that the printed booklet can only show as an empty square."""
    for person in context.content.practitioners.values():
        yield from map(person.problem, _signs_of_profile(person))


def _signs_of_profile(person: Person) -> Iterator[Finding]:
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
