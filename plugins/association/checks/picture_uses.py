"""Where pictures are shown: never a portrait outside its person's page; none without a page. Pure.

Whether the files that are named exist is checked in ``references``.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..content.entry import Entry
from ..content.entry_links import path_from_root
from ..content.misplaced import PICTURES
from ..content.practitioner import PORTRAITS
from ..content.reading import Content
from ..content.schema import WrittenEntry
from ..problems.findings import Finding, Severity, Span
from ..problems.report import Problem, problem_of
from .check_context import CheckContext
from .references import files_named

_STATIC = "{static}"


def wrong_uses(context: CheckContext) -> Iterator[Problem]:
    """Find the portraits that texts name, and the pictures that no page shows."""
    content, named = context.content, set()
    for entry in content.all_entries():
        for path, file in files_named(entry.written):
            named.add(file)
            if entry.folder != "praticiens":
                for finding in _of_portrait(entry.front.span_of(path), file):
                    yield entry.problem(finding)
        for span, is_shown, file in _in_text(entry):
            named.add(file)
            for finding in _of_use(span, file, is_shown=is_shown):
                yield entry.problem(finding)
    # An unknown name may well mean one of those that no name leads to.
    if not content.unread and named <= content.static.keys():
        yield from _shown_nowhere(content, named)


def _in_text(entry: Entry[WrittenEntry]) -> Iterator[tuple[Span, bool, str]]:
    """Yield the files that a text shows or leads to: place, whether shown, path."""
    for link in entry.body.links:
        if link.target.startswith(_STATIC):
            path = re.split("[#?]", link.target.removeprefix(_STATIC))[0]
            file = path_from_root(unquote(path), entry.path)
            yield entry.span(link.target_place), link.is_picture, file


def _of_use(span: Span, file: str, *, is_shown: bool) -> Iterator[Finding]:
    yield from _of_portrait(span, file)
    if is_shown and not file.lower().endswith(PICTURES):
        yield Finding(
            span,
            "format-de-fichier",
            "ce fichier n’est pas une image",
            f"formats admis : {', '.join(PICTURES)}",
            "pour un document à télécharger, ôtez le point d’exclamation devant le crochet",
        )


def _of_portrait(span: Span, file: str) -> Iterator[Finding]:
    if file.startswith(PORTRAITS):
        yield Finding(
            span,
            "portrait-dans-un-texte",
            "un portrait ne paraît que sur la fiche de sa personne, avec son accord",
            "faites plutôt un lien vers sa fiche",
        )


def _shown_nowhere(content: Content, named: set[str]) -> Iterator[Problem]:
    for path in content.static:
        if path.startswith("images/") and not path.startswith(PORTRAITS) and path not in named:
            idle = Finding(
                Span(),
                "image-sans-page",
                "aucune page ne montre cette image : elle n’est pas publiée",
                "supprimez-la, ou montrez-la dans un texte",
                severity=Severity.ADVICE,
            )
            yield problem_of(idle, f"{content.root.name}/{path}", ())
