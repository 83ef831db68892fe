"""What is dated before it can be true: an agreement, a certificate, a document to come.

It is judged on the real day. On an earlier day that somebody asks to see, the same date is no
mistake: ``people.retention`` leaves out what was not there yet.
"""

from collections.abc import Iterator
from datetime import date

from ..content.entry import Entry
from ..content.reading import VOCABULARY, plain_text
from ..content.schema import WrittenPractitioner
from ..core.zone import today
from ..problems.findings import Finding
from ..problems.report import Problem, problem_of
from ..source import frontmatter
from ..source.frontmatter import FrontMatter, Path
from .check_context import CheckContext

Person = Entry[WrittenPractitioner]


def days_to_come(context: CheckContext) -> Iterator[Problem]:
    """Find an agreement, an approval, a certificate or a document dated after the real day."""
    day = today(context.now)
    for person in context.content.practitioners.values():
        for finding in _of_person(person, day):
            yield person.problem(finding)
    for group in context.content.groups.values():
        for rank, member in enumerate(group.written.members):
            if member.agreed and member.agreed > day:
                yield group.problem(_agreement(group.front, ("membres", rank, "accord_le")))
    yield from _of_entities(context, day)
    for document in context.content.documents.values():
        if document.written.date > day:
            yield document.problem(
                Finding(
                    document.front.span_of(("date",)),
                    "document-futur",
                    "ce document serait adopté dans l’avenir",
                    "corrigez la date, ou attendez ce jour pour l’ajouter",
                )
            )
    for page in context.content.pages.values():
        approval = page.written.approval
        if approval and approval.day > day:
            yield page.problem(
                Finding(
                    page.front.span_of(("approbation", "le")),
                    "accord-futur",
                    "ce texte serait approuvé dans l’avenir",
                    "corrigez la date : c’est le jour où il a été approuvé",
                )
            )


def _of_entities(context: CheckContext, day: date) -> Iterator[Problem]:
    root = context.content.root
    entities = context.content.vocabulary.entities.values()
    early = [entity.rank for entity in entities if entity.agreed and entity.agreed > day]
    text = plain_text(root / VOCABULARY) if early else ""
    front = frontmatter.read(text, 1)
    for rank in early:
        finding = _agreement(front, ("personnes_et_organismes", rank, "accord_le"))
        yield problem_of(finding, f"{root.name}/{VOCABULARY}", text.split("\n"))


def _agreement(front: FrontMatter, path: Path, by: str = "la personne") -> Finding:
    return Finding(
        front.span_of(path),
        "accord-futur",
        "cet accord serait donné dans l’avenir",
        f"corrigez la date : c’est le jour où {by} a dit oui",
    )


def _of_person(person: Person, day: date) -> Iterator[Finding]:
    written = person.written
    agreed = ((("consentement", "le"), written.consent.day), (("confirme_le",), written.confirmed))
    for path, given in agreed:
        if given and given > day:
            yield _agreement(person.front, path)
    if written.price and written.price.day > day:
        yield Finding(
            person.front.span_of(("tarif", "indique_le")),
            "indication-future",
            "ce prix serait indiqué dans l’avenir",
            "corrigez la date : c’est le jour où la personne l’a donné",
        )
    for rank, reference in enumerate(written.references):
        if reference.agreed > day:
            of_reference = "references", rank, "accord_le"
            yield _agreement(person.front, of_reference, by="l’organisation")
    for rank, held in enumerate(written.metiers):
        if held.granted and held.granted > day:
            yield Finding(
                person.front.span_of(("metiers", rank, "certifie_le")),
                "certificat-futur",
                "ce certificat serait accordé dans l’avenir",
                "corrigez la date, ou attendez ce jour pour l’ajouter",
            )
