"""What must hold of documents: a PDF can be read by everybody, and does nothing of itself."""

from collections.abc import Iterator
from pathlib import Path

from ..content.reading import LARGEST_STATIC_FILE
from ..problems.findings import Finding, Span
from ..problems.report import Problem, problem_of
from .acts_of_pdf import Act, LockedPdfError, UnreadablePdfError, acts_of_pdf
from .check_context import CheckContext


def unfit_documents(context: CheckContext) -> Iterator[Problem]:
    """Find PDFs that cannot be read, or that would run, send, open or carry something.

    One that the cache knows is not read again.
    """
    content = context.content
    for path, weight in content.static.items():
        if path.lower().endswith(".pdf") and weight <= LARGEST_STATIC_FILE:
            for finding in _of_file(content.root / path, context):
                yield problem_of(finding, f"{content.root.name}/{path}", ())


def _of_file(path: Path, context: CheckContext) -> list[Finding]:
    try:
        content = path.read_bytes()
    except OSError:
        return [_unreadable("ce fichier ne peut pas être lu")]
    return context.cache.get_or_compute(("pdf", content), lambda: list(_of_pdf(content)))


def _of_pdf(content: bytes) -> Iterator[Finding]:
    try:
        yield from map(_acting, acts_of_pdf(content))
    except LockedPdfError as error:
        fix = "enregistrez-le sans mot de passe, et mettez cette copie à sa place"
        yield Finding(Span(), "document-illisible", str(error), fix)
    except UnreadablePdfError as error:
        yield _unreadable(str(error))


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
