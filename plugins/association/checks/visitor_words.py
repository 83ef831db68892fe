"""The words by which visitors seek pages: a word leads to one page. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from ..content.common import SoughtEntry
from ..content.entry import Entry, title_of
from ..core.french_stems import phrase
from ..problems.findings import Finding
from ..problems.report import Problem, RelatedPlace, line_at
from ..source.frontmatter import Path
from .check_context import CheckContext

_Claim = tuple[Entry[SoughtEntry], Path]


def words_of_pages(context: CheckContext) -> Iterator[Problem]:
    """Find a word that two pages claim, that one writes twice, or that says nothing."""
    content = context.content
    known: dict[str, _Claim] = {}
    for entries in (content.pages, content.metiers, content.capsules):
        for entry in entries.values():
            for rank, text in enumerate(entry.written.visitor_words):
                claim = entry, ("mots", rank)
                first = known.setdefault(phrase(text), claim) if phrase(text) else claim
                if not phrase(text) or first is not claim:
                    yield _problem(text, claim, first)


def _problem(text: str, claim: _Claim, first: _Claim) -> Problem:
    entry, path = claim
    other, where = first
    span = entry.front.span_of(path)
    if first is claim:
        code, words = "mot-sans-lettre", f"« {text} » n’a ni lettre ni chiffre"
        return entry.problem(Finding(span, code, words, "écrivez un mot, ou retirez celui-ci"))
    if other is entry:
        finding = Finding(
            span,
            "mot-en-double",
            f"« {text} » est déjà un mot de cette page",
            "retirez-le ici, ou là où il l’est déjà",
        )
    else:
        finding = Finding(
            span,
            "mot-pris-deux-fois",
            f"« {text} » mène déjà à « {title_of(other)} »",
            "retirez-le ici, ou sur l’autre page",
        )
    at = other.front.span_of(where)
    related = RelatedPlace(other.source, at, line_at(other.lines, at), "l’autre est ici")
    return replace(entry.problem(finding), related=related)
