"""Where Chromium breaks lines in typeset French, and whether find-in-page still finds it.

The narrowest column breaks at every place where a line may break: what stays together there stays
together at any width.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from typographie import typeset_html

pytestmark = pytest.mark.browser

LINES = """
html => {
  document.body.innerHTML = html;
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let top = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = [...range.getClientRects()].at(-1);
      if (box && box.width && (top === null || Math.abs(box.top - top) > 5)) {
        lines.push("");
        top = box.top;
      }
      if (lines.length) lines[lines.length - 1] += node.data[at];
    }
  }
  return lines.map(line => line.replaceAll("\\u2060", "").trim());
}
"""


@pytest.fixture(scope="module")
def column(browser: Any) -> Iterator[Any]:
    """A page of Chromium whose text column is as narrow as can be."""
    page = browser.new_page()
    page.set_content('<!doctype html><html lang="fr"><body style="width:1px">')
    yield page
    page.close()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Venez nombreux !", ["Venez", "nombreux\u202f!"]),
        ("Notre but : agir", ["Notre", "but\u00a0:", "agir"]),
        ("dire « un mot »", ["dire", "«\u00a0un", "mot\u00a0»"]),
        ('dire "<em>oui</em>" !', ["dire", "«\u00a0oui\u00a0»\u202f!"]),
        ("lire <a href='/x'>ceci</a> ?", ["lire", "ceci\u202f?"]),
        ("<b>Quand </b>: lundi", ["Quand\u00a0:", "lundi"]),
        ("un but – le mien – oui", ["un", "but", "–\u00a0le", "mien\u00a0–", "oui"]),
        ("un but — le mien — oui", ["un", "but", "—\u00a0le", "mien\u00a0—", "oui"]),
        ("un Intervenant-e ici", ["un", "Intervenant-e", "ici"]),
        ("des adhérent-e-s ici", ["des", "adhérent-e-s", "ici"]),
        ("un·e intervenant·e là", ["un·e", "intervenant·e", "là"]),
        ("de 10 000 € à 20 %", ["de", "10\u202f000\u00a0€", "à", "20\u00a0%"]),
        ("à 9 h 30 le 14 mai", ["à", "9\u00a0h\u00a030", "le", "14\u00a0mai"]),
        ("par M. J.-P. Rey", ["par", "M.\u00a0J.-P.\u00a0Rey"]),
        ("sous Louis XIV n° 3", ["sous", "Louis\u00a0XIV", "n°\u00a03"]),
        ("au 01 23 45 67 89", ["au", "01\u202f23\u202f45\u202f67\u202f89"]),
    ],
)
def test_a_line_breaks_between_words_only(column: Any, written: str, kept: list[str]) -> None:
    assert column.evaluate(LINES, typeset_html(f"<p>{written}</p>")) == kept


def test_an_incise_would_break_after_its_en_dash_without_the_joiner(column: Any) -> None:
    """The reason for U+2060; when this fails, Chromium no longer needs it."""
    html = typeset_html("<p>un but – le mien – oui</p>").replace("\u2060", "")
    assert column.evaluate(LINES, html)[2] == "–"


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Venez nombreux !", "nombreux !"),
        ("Notre but : agir", "but : agir"),
        ("L'écoute d'un groupe", "L'écoute d'un"),
        ("dire « un mot » ici", "« un mot »"),
        ("un but – le mien – oui", "but – le mien – oui"),
        ("des Intervenant-e-s", "intervenant-e-s"),
        ("de 10 000 € à 20 %", "10 000 € à 20 %"),
        ("à 9 h 30 le 14 mai", "9 h 30 le 14 mai"),
        ("par M. J.-P. Rey", "M. J.-P. Rey"),
        ("au 01 23 45 67 89", "01 23 45 67 89"),
    ],
)
def test_find_in_page_finds_what_one_types(column: Any, written: str, typed: str) -> None:
    find = """([html, typed]) => {
      document.body.innerHTML = html;
      getSelection().removeAllRanges();
      return window.find(typed);
    }"""
    assert column.evaluate(find, [typeset_html(f"<p>{written}</p>"), typed]) is True
