"""What must hold of documents: a PDF can be read by everybody, and does nothing of itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..content.entry import Entry
from ..content.reading import LARGEST_STATIC_FILE
from ..content.schema import WrittenDigitalDocument
from ..core.pdf import PdfFacts, pdf_facts
from ..core.words import slug_of
from ..problems.findings import Finding, Severity, Span
from ..problems.report import Problem, problem_of
from .acts_of_pdf import Act, LockedPdfError, UnreadablePdfError, acts_of_pdf
from .check_context import CheckContext
from .references import files_named

# What programs write by themselves where nobody gave a title.
_NO_TITLE = re.compile(
    r"untitled\d*|sans titre\s?\d*|(?:document|présentation|presentation|diapositive)\s?\d*"
    r"|microsoft \w+ - .*|\S+\.(?:docx?|odt|pdf|indd|pptx?|odp|xlsx?|ods)",
    re.IGNORECASE,
)


def unfit_documents(context: CheckContext) -> Iterator[Problem]:
    """Find PDFs that cannot be read, or that would run, send, open or carry something.

    One that the cache knows is not read again.
    """
    content = context.content
    for path, weight in content.static.items():
        if path.lower().endswith(".pdf") and weight <= LARGEST_STATIC_FILE:
            for finding in _of_file(content.root / path, context):
                yield problem_of(finding, f"{content.root.name}/{path}", ())


def documents_presented_twice(context: CheckContext) -> Iterator[Problem]:
    """Find the texts that present a file of the archive which another presents."""
    known: dict[str, Entry[WrittenDigitalDocument]] = {}
    for document in context.content.documents.values():
        first = known.setdefault(document.written.file, document)
        if first is not document:
            yield document.problem(
                Finding(
                    document.front.span_of(("fichier",)),
                    "document-en-double",
                    f"ce fichier est déjà présenté par {first.source}",
                    "corrigez le nom du fichier, ou effacez l’un des deux textes",
                    severity=Severity.ADVICE,
                )
            )


def documents_without_text(context: CheckContext) -> Iterator[Problem]:
    """Find documents that no text presents and no page offers under a title."""
    content = context.content
    presented = {
        file
        for entry in content.all_entries()
        for written in (entry.written, *(block.options for block in entry.text_blocks if block))
        for _path, file in files_named(written)
    }
    # What cannot be read may well present it.
    for path in content.static if not content.unread else ():
        if path.startswith("documents/") and path not in presented:
            name = slug_of(path.removeprefix("documents/").rpartition(".")[0])
            bare = Finding(
                Span(),
                "document-sans-texte",
                "aucun texte ne présente ce document : il garde son adresse, mais ni les archives "
                "ni la recherche ne le montrent",
                f"s’il est à garder, présentez-le dans content/documents/{name}.md : "
                "invoke nouveau document",
                "un document d’un évènement ou d’un métier peut aussi se nommer sous « documents »",
                severity=Severity.ADVICE,
            )
            yield problem_of(bare, f"{content.root.name}/{path}", ())


def _of_file(path: Path, context: CheckContext) -> tuple[Finding, ...]:
    try:
        content = path.read_bytes()
    except OSError:
        return (_unreadable("ce fichier ne peut pas être lu"),)
    return context.cache.get_or_compute(("pdf", content), lambda: (*_of_pdf(content),))


def _of_pdf(content: bytes) -> Iterator[Finding]:
    try:
        acts = acts_of_pdf(content)
    except LockedPdfError as error:
        fix = "enregistrez-le sans mot de passe, et mettez cette copie à sa place"
        yield Finding(Span(), "document-illisible", str(error), fix)
    except UnreadablePdfError as error:
        yield _unreadable(str(error))
    else:
        # What acts is to be made anew: how it reads is said then.
        yield from map(_acting, acts) if acts else _hard_to_read(pdf_facts(content))


def _hard_to_read(facts: PdfFacts | None) -> Iterator[Finding]:
    """Find what a document lacks for who listens to it (EN 301 549, 10.1.3.1 and 10.2.4.2)."""
    if facts and (not facts.title or _NO_TITLE.fullmatch(facts.title)):
        says = f"son titre est « {facts.title} »" if facts.title else "il n’a pas de titre"
        yield Finding(
            Span(),
            "document-sans-titre",
            f"qui ouvre ce PDF ou l’écoute ne sait pas ce que c’est : {says}",
            "dans le logiciel d’où il vient, écrivez son titre (Fichier > Propriétés), "
            "puis exportez-le de nouveau en PDF",
            severity=Severity.ADVICE,
        )
    if facts and not facts.is_tagged:
        yield Finding(
            Span(),
            "document-sans-balises",
            "ce PDF n’a pas de balises : un lecteur d’écran n’y distingue ni titres, ni listes, "
            "ni tableaux",
            "exportez-le de nouveau en choisissant « PDF balisé » ou « PDF universellement "
            "accessible (PDF/UA) »",
            "un document numérisé n’est qu’une image : exportez plutôt le texte d’où il vient",
            severity=Severity.ADVICE,
        )


def _unreadable(says: str) -> Finding:
    return Finding(
        Span(),
        "document-illisible",
        says,
        "exportez-le de nouveau en PDF depuis le logiciel d’où il vient",
        "un envoi interrompu laisse souvent un fichier incomplet",
    )


def _acting(act: Act) -> Finding:
    return Finding(
        Span(),
        "document-actif",
        f"ce PDF fait plus que se lire : {act.what}, {act.where}",
        "ouvrez-le, imprimez-le dans un nouveau fichier PDF, et mettez celui-ci à sa place",
        "ce qui doit se remplir ou s’ouvrir se range à part dans documents/, ou devient un lien",
    )
