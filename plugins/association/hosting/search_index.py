"""The search index that visitors' browsers read: Pagefind's, of pages laid out to be found.

Which pages are read and what their results show is in the pages themselves
(``theme/templates/components/trouvable.html``); the search page is ``theme/static/js/francais.js``,
which takes back the signs set here. Why: ``docs/decisions/0010-french-search.md``.
"""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.service import get_executable

from .finished_site import FinishedSite

FOLDER = "pagefind"
_INDEXED_MARK = "data-pagefind-body"
_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
# What Pagefind writes for its own search box is not fetched by ours.
_NEEDED_FILES = (
    "pagefind-entry.json",
    "pagefind.js",
    "wasm.fr.pagefind",
    "*.pf_meta",
    "fragment/*",
    "index/*",
)
# Navigation, lists of other pages, and what a script changes with time.
_EXCLUDED_SELECTORS = (
    "nav",
    "form",
    "img",
    "template",
    "[hidden]",
    "[aria-hidden]",
    "[data-sans-recherche]",
    ".bande",
    ".boutons",
    ".carte-contact",
    ".certificat-etat",
    ".certification-etat",
    ".dates",
    ".encart-note",
    ".exemple",
    ".fiche dt",
    ".feuillet",
    ".inscription",
    ".liens",
    ".mois",
    ".note",
    ".partage",
    ".recherche",
    ".rencontres",
    ".vide",
)
# A sign that no word keeps: the search page removes it, and the space that follows an elision.
_JOINER = "\N{WORD JOINER}"
_RAISED = re.compile(r"(?<=[0-9IVX])<sup>([a-z]+)</sup>")
_ELISION = re.compile(
    r"(?<!\w)((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)(?:’|'|&#39;))(?=\w|<[a-z])",
    re.IGNORECASE,
)
_SIGNS = str.maketrans(
    {
        "œ": f"o{_JOINER}e",
        "Œ": f"O{_JOINER}e",
        "æ": f"a{_JOINER}e",
        "Æ": f"A{_JOINER}e",
        "\N{NON-BREAKING HYPHEN}": "-",
    }
)


def write_search_index(site: FinishedSite) -> None:
    """Write the index of every page to be found into ``/pagefind/``.

    Raises RuntimeError with Pagefind's own words when it fails.
    """
    # Of a large directory most pages are not indexed: only the texts of the others are held.
    indexed = {
        page.relative_to(site.folder).as_posix(): text
        for page in sorted(site.folder.rglob("*.html"))
        if _INDEXED_MARK in (text := page.read_text("utf-8"))
    }
    read = [part for path, text in indexed.items() for part in (path, text)]
    files = site.results.get_or_compute(("search", *read), lambda: _index_of(indexed))
    for name, content in files.items():
        file = site.folder / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _index_of(pages: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of the index of pages, by their names in its folder."""
    with TemporaryDirectory() as workshop:
        copies, made = Path(workshop, "pages"), Path(workshop, "index")
        copies.mkdir()
        for path, text in pages.items():
            copy = copies / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(readable(text), "utf-8")
        _run_pagefind(copies, made)
        needed = (source for pattern in _NEEDED_FILES for source in made.glob(pattern))
        return {source.relative_to(made).as_posix(): source.read_bytes() for source in needed}


def readable(page: str) -> str:
    """Return a page as Pagefind is to read it: elided words apart, ligatures as two letters.

    A raised ordinal is one word. Pagefind takes « l’intervenant » for one word and « œ » for a
    letter of its own.
    """
    return _MAIN.sub(lambda main: _set_apart(main[0]), page)


def _set_apart(text: str) -> str:
    # The joiners of typography only keep lines from breaking.
    bare = _RAISED.sub(r"\1", text.replace(_JOINER, ""))
    return _ELISION.sub(rf"\1{_JOINER} ", bare).translate(_SIGNS)


def _run_pagefind(pages: Path, target: Path) -> None:
    """Index the pages below a folder, all as French: a search finds every one of them."""
    executable = get_executable()
    if executable is None:
        raise RuntimeError("pagefind: no program; install the package pagefind[bin]")
    command = [
        *(str(executable), "--silent", "--site", str(pages), "--output-path", str(target)),
        *("--force-language", "fr"),
    ]
    for selector in _EXCLUDED_SELECTORS:
        command += "--exclude-selectors", selector
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"pagefind: exit status {done.returncode}\n{done.stdout}{done.stderr}")
