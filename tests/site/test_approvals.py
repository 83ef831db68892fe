"""A page says whether the association has approved its text, and who did."""

from pathlib import Path

import pytest

from association.core.exit_code import ExitCode
from association.runner.build import Plan, build
from tests.builders import base, content_folder
from tests.built_site import ROOT
from tests.html_tree import html_tree

PAGE = "pages/agenda.md"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a_valider: oui\n", "que l’association n’a pas encore approuvée"),
        (
            "approbation: {par: le conseil d'administration, le: 2026-11-14}\n",
            "Texte approuvé par le conseil d’administration, le 14 novembre 2026.",
        ),
    ],
)
def test_a_page_says_whether_its_text_is_approved(tmp_path: Path, line: str, words: str) -> None:
    text = base(PAGE).replace("---\n\n", f"{line}---\n\n")
    site = tmp_path / "site"
    content = content_folder(tmp_path, {PAGE: text})
    outcome = build(Plan(ROOT, str(site), str(content), asof="2027-03-01"))
    assert outcome.exit_code is ExitCode.FINE, outcome
    said = {name: _words(site / name) for name in ("agenda/index.html", "actualites/index.html")}
    assert words in said["agenda/index.html"]
    assert words not in said["actualites/index.html"]


def _words(page: Path) -> str:
    text = "".join(html_tree(page.read_text("utf-8")).itertext())
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
