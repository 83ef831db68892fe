"""What the search reads of the pages, and what of its index visitors may fetch."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from association.core.exit_code import ExitCode
from association.hosting.finished_site import FinishedSite
from association.hosting.search_index import readable, write_search_index
from association.runner.build import Plan, build
from tests.builders import BASE
from tests.built_site import ROOT

JOINER = "\u2060"
PAGE = """<!DOCTYPE html><html lang="{lang}"><head><title>T</title></head><body>
<main {attributes}><h1>{title}</h1>{body}</main></body></html>"""


def page(body: str, *, title: str = "Titre", lang: str = "fr", searched: bool = True) -> str:
    attributes = "data-pagefind-body" if searched else ""
    return PAGE.format(lang=lang, attributes=attributes, title=title, body=body)


def read(text: str) -> str:
    """What Pagefind is given of a text."""
    whole = readable(page(text))
    return whole[whole.index("</h1>") + len("</h1>") : whole.index("</main>")]


def fragments(folder: Path) -> Iterator[dict[str, Any]]:
    for file in (folder / "pagefind" / "fragment").iterdir():
        yield json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))


@pytest.mark.parametrize("apostrophe", ["’", "'", "&#39;"])
def test_an_elision_is_set_apart_whatever_its_apostrophe(apostrophe: str) -> None:
    assert read(f"de l{apostrophe}intervenant") == f"de l{apostrophe}{JOINER} intervenant"
    assert read(f"Jusqu{apostrophe}à") == f"Jusqu{apostrophe}{JOINER} à"
    assert read(f"L{apostrophe}<em>autre</em>") == f"L{apostrophe}{JOINER} <em>autre</em>"


@pytest.mark.parametrize("word", ["aujourd’hui", "prud’homme", "O’Brien", "presqu’île"])
def test_an_apostrophe_within_a_word_stays_there(word: str) -> None:
    assert read(word) == word


def test_a_ligature_is_two_letters_and_an_unbreakable_hyphen_is_a_hyphen() -> None:
    assert read("cœur, Œuvre") == f"co{JOINER}eur, O{JOINER}euvre"
    assert read("Évry‑Courcouronnes") == "Évry-Courcouronnes"


def test_the_joiners_of_typography_are_left_out() -> None:
    assert read(f"France –{JOINER} pôle") == "France – pôle"


def test_a_raised_ordinal_is_one_word() -> None:
    text = "<p>la 23<sup>e</sup>, au XX<sup>e</sup>, et m<sup>e</sup></p>"
    assert "<p>la 23e, au XXe, et m<sup>e</sup></p>" in readable(f"<main>{text}</main>")


def test_nothing_outside_the_main_part_is_touched() -> None:
    text = page("").replace("<title>T", "<title>L’œil")
    assert "<title>L’œil" in readable(text)


def test_only_pages_to_be_found_are_in_the_index_and_navigation_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "liste").mkdir()
    shown = "<nav>menu</nav><p>texte</p><p hidden>clos</p><p class=certificat-etat>échu</p>"
    (tmp_path / "a" / "index.html").write_text(page(shown))
    (tmp_path / "liste" / "index.html").write_text(page("texte", searched=False))
    write_search_index(FinishedSite(tmp_path, base="", production=False))
    [found] = fragments(tmp_path)
    assert (found["url"], found["content"]) == ("/a/", "Titre. texte.")


def test_a_page_in_another_language_is_found_by_the_same_search(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("texte"))
    (tmp_path / "b.html").write_text(page("ein Wort", lang="de"))
    write_search_index(FinishedSite(tmp_path, base="", production=False))
    entry = json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text())
    assert {name: index["page_count"] for name, index in entry["languages"].items()} == {"fr": 2}


def test_the_search_box_of_the_engine_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("texte"))
    write_search_index(FinishedSite(tmp_path, base="", production=False))
    served = {path.name for path in (tmp_path / "pagefind").glob("*.*")}
    assert {name for name in served if not name.endswith(".pf_meta")} == {
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.fr.pagefind",
    }


def test_a_site_that_cannot_be_indexed_is_our_fault_and_the_last_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho the index is broken; exit 7\n")
    broken.chmod(0o755)
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("le dernier bon site")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(broken))
    monkeypatch.setattr("association.runner.build.LOG", tmp_path / "construction.log")
    outcome = build(Plan(ROOT, str(output), str(BASE), asof="2027-02-01"))
    assert outcome.exit_code is ExitCode.FAULT
    assert [path.read_text() for path in output.iterdir()] == ["le dernier bon site"]
    log = (tmp_path / "construction.log").read_text()
    assert "the index is broken" in log
    assert "search_index" in log
