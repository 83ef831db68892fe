"""What the legal pages promise: a sentence, what proves it, and the site that both are held to.

A sentence that is changed or gone fails, and whoever changed it says what holds now.
"""

import re
import runpy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.built_site import ROOT, SHIPPED, BuiltSite, Page, words
from tests.people_builders import shipped

SETTINGS = runpy.run_path(str(ROOT / "tests" / "publishconf_exemple.py"))
NUMERIC_DATE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")
DIRECTORIES = {"actualites": "actualites", "capsules": "capsules", "praticiens": "annuaire"}
"""The section of each type that readers may answer."""

Proof = Callable[[BuiltSite], None]


@dataclass(frozen=True)
class Promise:
    """A sentence of a page, as visitors read it, and what fails when it is not true."""

    page: str
    sentence: str
    proof: Proof


def hold(promise: Promise, site: BuiltSite) -> None:
    """Fail where a page does not make a promise, or the site does not keep it."""
    said = _plain(words(site.pages[promise.page].root))
    assert _plain(promise.sentence) in said
    promise.proof(site)


def _plain(text: str) -> str:
    """Return a text without what the typography makes of its signs."""
    return " ".join(text.replace("’", "'").replace("\u2060", "").split())


def pages_that_are_answered(site: BuiltSite) -> Iterator[tuple[str, str, Page]]:
    """Yield the folder, the slug and the page of each entry that readers may answer."""
    for folder, section in DIRECTORIES.items():
        for slug in shipped().entries[folder]:
            if page := site.pages.get(f"{section}/{slug}/"):
                yield folder, slug, page


def every_response_shown_is_a_file(site: BuiltSite) -> None:
    """So somebody has read it and put it there: no script adds one."""
    shown = 0
    for folder, slug, page in pages_that_are_answered(site):
        found = [one.get("id", "") for one in page.all("article") if one.get("class") == "reponse"]
        for anchor in found:
            name = anchor.removeprefix("reponse-")
            assert (SHIPPED / "reponses" / folder / slug / f"{name}.md").is_file()
        shown += len(found)
    assert shown == len(shipped().responses) > 0
    assert "reponses.atom" in site.files
