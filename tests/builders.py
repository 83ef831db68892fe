"""Small contents for tests, as an editor would write them: a valid base, and what is laid over it.

The base is ``tests/erreurs/_base``: one entry of each type, the pages the site cannot do without
and a few controlled words.
"""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from association.checks.all_checks import verified
from association.content.addresses import Addresses
from association.content.history import History
from association.content.identity import Identity
from association.content.reading import Content, read, read_vocabulary
from association.content.revisions import Revision
from association.content.schema import Vocabulary
from association.core.zone import PARIS
from association.editing.fixes.corrections import corrections
from association.events.agenda import Agenda
from association.pages.common import Body
from association.pages.context import Context, SiteSettings
from association.pages.published_pictures import PublishedPictures
from association.pictures.rendition_cache import RenditionCache
from association.problems.report import Problem
from association.source import frontmatter
from association.source.frontmatter import FrontMatter
from tests.texts_read_before import TEXTS

BASE = Path(__file__).resolve().parent / "erreurs" / "_base"
TODAY = datetime(2027, 3, 1, 12, tzinfo=PARIS)
NEWS = "actualites/compte-rendu.md"
EVENT = "agenda/journee-de-toulouse.md"
PRACTITIONER = "praticiens/jeanne-martin.md"
CAPSULE = "capsules/porter-un-projet.md"
METIER = "metiers/intervenant.md"
# Said of every content that is not in a git repository, as those of tests are not.
_OF_THE_FOLDER = "sans-historique"


def content_folder(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Return a copy of the base in ``folder``, with ``files`` laid over it (None: taken away)."""
    root = folder / "content"
    shutil.copytree(BASE, root)
    lay_over(root, files or {})
    return root


def lay_over(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Write ``files`` into the content ``root``; None takes a file away."""
    for name, text in files.items():
        path = root / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def base(name: str) -> str:
    """Return the text of a file of the base."""
    return (BASE / name).read_text("utf-8")


def damaged(name: str, old: str, new: str) -> dict[str, str]:
    """Return a file of the base with ``new`` instead of ``old``, ready to be laid over it."""
    text = base(name)
    assert old in text, old
    return {name: text.replace(old, new, 1)}


def problems_of(root: Path) -> list[Problem]:
    """Return what is wrong with a content, but that it has no git history."""
    found = verified(root, TODAY, cache=TEXTS).problems
    return [problem for problem in found if problem.code != _OF_THE_FOLDER]


def corrected(root: Path) -> dict[str, str]:
    """Return the texts that a content gets from all sure mends, by path."""
    return {found.path: found.after for found in corrections(read(root, TEXTS), TODAY)}


def content(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Content:
    """Return the content of the base with ``files`` laid over it."""
    return read(content_folder(folder, files), TEXTS)


@cache
def vocabulary() -> Vocabulary:
    """Return the controlled words of the base."""
    return read_vocabulary(BASE, TEXTS)


def front(text: str) -> FrontMatter:
    """Return a front matter from the lines between its marks, the first one numbered 2."""
    return frontmatter.read(text, 2)


def context(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Context:
    """Return what the pages of the base are made from, with ``files`` laid over it, on TODAY."""
    found = content(folder, files)
    assert not found.problems, found.problems
    return Context(
        found,
        SiteSettings(
            Identity("Association", "Asso", "Une association.", "secretariat@asso.example", {})
        ),
        Addresses("https://asso.example/tst"),
        TODAY,
        body=lambda entry: Body(Markup(entry.markdown)),
        pictures=PublishedPictures(found.root, "", RenditionCache(folder / "cache")),
    )


def with_settings(context: Context, **settings: Any) -> Context:
    """Return a context with other settings."""
    return replace(context, settings=replace(context.settings, **settings))


def agenda_of(context: Context) -> Agenda:
    """Return the agenda of a context whose events never changed."""
    return Agenda(context, History({slug: Revision() for slug in context.content.events}))
