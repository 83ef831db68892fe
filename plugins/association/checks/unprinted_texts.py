"""What of a text cannot be printed: the site then has no PDF of it. Reads fonts, writes nothing."""

from collections.abc import Iterator
from itertools import islice
from typing import cast

from ..content.addresses import printed_path
from ..content.entry import AnyEntry, Event, title_of
from ..events.occurrences import occurrences
from ..printing.typst_text import Refusal, text_in_typst
from ..problems.findings import Finding, Severity, Span
from ..problems.report import Problem, problem_of
from .check_context import CheckContext


def unprinted_texts(context: CheckContext) -> Iterator[Problem]:
    """Find what keeps a text from being printed, in the métiers, capsules and programmes."""
    for entry in context.content.all_entries():
        if not printed_path(entry.folder, entry.slug) or not _has_programme(entry):
            continue
        text = text_in_typst(entry.body.html, "", context.cache.get_or_compute)
        for refusal in text.refusals:
            yield entry.problem(
                Finding(
                    _place(refusal, entry),
                    "texte-non-imprimable",
                    f"{refusal.says} : le site n’aura pas de PDF de ce texte",
                    refusal.fix,
                    "la page, elle, le montre",
                    severity=Severity.ADVICE,
                )
            )


def documents_in_the_way(context: CheckContext) -> Iterator[Problem]:
    """Find files of editors at the addresses of PDFs that the site makes itself."""
    content = context.content
    for entry in content.all_entries():
        path = printed_path(entry.folder, entry.slug)
        if path in content.static and _has_programme(entry):
            says = f"« {path} » est l’adresse du PDF que le site fait de « {title_of(entry)} »"
            fix = "donnez un autre nom à ce fichier, ou retirez-le"
            finding = Finding(Span(), "nom-reserve", says, fix)
            yield problem_of(finding, f"{content.root.name}/{path}", ())


def _has_programme(entry: AnyEntry) -> bool:
    """Return whether there is something to print, which of an event is its programme."""
    if entry.folder != "agenda":
        return True
    event = cast("Event", entry)
    return bool(event.written.programme) or any(date.own_programme for date in occurrences(event))


def _place(refusal: Refusal, entry: AnyEntry) -> Span:
    """Return the line on which an element begins; of one within a line, the first of the text."""
    alike = (block for block in entry.body.blocks if block.tag == refusal.tag)
    block = next(islice(alike, refusal.before, None), None)
    return Span((block.first if block else 1) + entry.body_line - 1, 1, 2)
