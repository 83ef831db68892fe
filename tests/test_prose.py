"""What Markdown would get wrong without a word is found; what is right is left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.editing.fixes.trial import replaced
from association.source.prose import findings, prose_lines
from association.source.tree import read_body


def _codes(text: str) -> list[str]:
    return [finding.code for finding in findings(read_body(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Un texte.\n\n- un\n- deux",
        "Un texte.\n\n- un\n    - dessous\n- deux\n\n1. un\n2. deux",
        "Un texte\n* * *\nsuite",
        "## Un\n\n### Deux\n\n## Trois",
        "/// details | Titre\nUn texte.\n///",
        "/// details | Titre\n    {type: note, open: true}\nUn texte.\n///",
        "/// details | Dehors\n\n//// admonition | Dedans\nUn texte.\n////\n\n///",
        "Un texte.\n\n---\n\nUn autre.",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "> Une citation.\n>\n> — Quelqu'un",
        "Un appel[^1].\n\n[^1]: Sa note.",
        "[le programme](https://example.org/a) et [écrire](mailto:a@example.org)",
        '[le programme](https://example.org/a "Un titre")',
        "<https://example.org> et <jeanne@example.org>",
        'Des <i lang="en">soft skills</i>, 3 < 4 et 5 > 2.',
        "```\n# pas un titre\n[x]()\n<script>\n```",
        "Le code `# x` et `[x]()` et `<script>`.",
        "L'année 2027. Un texte.\n2027. Un autre ?",
        "[^1] d'abord\n\n  [^1]: Une note décalée.",
        "- un\n - une espace de trop\n- deux",
        "Les fichiers :\n\n- `contact.md`\n- `adherer.md`",
    ],
)
def test_good_markdown_has_no_finding(text: str) -> None:
    assert _codes(text) == []


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Il faut :\n- un", "liste-collee", 2),
        ("- un\n  - deux", "liste-imbriquee", 2),
        ("/// détails | x\ny\n///", "bloc-inconnu", 1),
        ("a\n\n////\n", "bloc-ferme", 3),
        ("![a]({static}/images/x.png)\n/// caption | 19\nb\n///", "valeur-inconnue", 2),
        ("~~~\ncode", "code-ouvert", 1),
        ("Un texte\n====", "titre-souligne", 2),
        ("### Trop bas", "titre-saute", 1),
        ("#mot", "titre-colle", 1),
        ("   ## Décalé", "titre-decale", 1),
        ("a \x0b b", "caractere-invisible", 1),
        ("![x](salle.jpg)", "chemin", 1),
        ("[x y](data:text/html,x)", "lien-incomplet", 1),
        ("Voir [plus](https://example.org).", "lien-vague", 1),
        ("a\n\n[^x]", "note", 3),
        ("{: .note", "accolade-ouverte", 1),
        ("</div>", "balise", 1),
        ("<!-- x -->", "balise", 1),
        ('<b onclick="x">y</b>', "balise", 1),
    ],
)
def test_a_trap_is_said_at_its_line(text: str, code: str, line: int) -> None:
    found = findings(read_body(text))
    assert [(finding.code, finding.span.line) for finding in found] == [(code, line)]


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("### A\n\n### B\n\n#### C", ["## A", "## B", "### C"]),
        ("# A\n\n## B\n\n# C", ["## A", "### B", "## C"]),
        ("# Un seul\n\n## B", ["## Un seul"]),
        ("## A\n\n#### B\n\n#### C\n\n## D", ["### B", "### C"]),
        ("#### Avant `retour` et **`suite`**", ["## Avant `retour` et **`suite`**"]),
        ("Il dit :\n-\nun mot\n-\nun autre", ["- un mot", "- un autre"]),
        ("Titre\n=====", ["## Titre"]),
    ],
)
def test_what_is_told_of_one_line_suits_the_lines_around_it(text: str, fixes: list[str]) -> None:
    """Headings of one depth stay of one depth, with all their words."""
    assert [
        re.findall("« (.*?) »", finding.fix)[0] for finding in findings(read_body(text))
    ] == fixes


def test_the_title_of_the_page_is_to_be_taken_out_of_its_text() -> None:
    text = "# Retour sur la journée d'été\n\n## Le matin"
    (repeated,) = findings(read_body(text), "Retour sur la journée d’été")
    assert (repeated.span.line, repeated.fix) == (1, "effacez cette ligne")
    assert replaced(text, repeated.replacements) == "\n\n## Le matin"


def test_items_below_one_another_are_moved_together() -> None:
    text = "- un\n  - deux\n    - trois\n  - quatre\n- cinq"
    spaces = [
        re.findall("par (\\d+) espaces", finding.fix)[0] for finding in findings(read_body(text))
    ]
    assert spaces == ["4", "8", "4"]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("[x y](file:///C:/Mes%20documents/Le bilan.pdf)", "{static}/documents/le-bilan.pdf"),
        ("[x y](C:\\docs\\bilan.PDF)", "{static}/documents/bilan.pdf"),
        ("![x](C:\\photos\\Salle.JPG)", "{static}/images/salle.jpg"),
        ("![x](images\\salle.jpg)", "{static}/images/salle.jpg"),
    ],
)
def test_a_file_of_ones_own_machine_gets_the_path_that_it_will_have(text: str, fix: str) -> None:
    (finding,) = findings(read_body(text))
    assert finding.fix.endswith(fix)


@given(st.text(alphabet="#-[]()!<>/|`~*{}: abé\n", max_size=80))
def test_every_finding_stands_within_the_text(text: str) -> None:
    lines = text.split("\n")
    for finding in findings(read_body(text)):
        assert 1 <= finding.span.line <= len(lines)
        assert finding.span.column <= len(lines[finding.span.line - 1]) + 1


@given(st.text(alphabet="`~ab \n", max_size=60))
def test_code_is_blanked_and_columns_are_kept(text: str) -> None:
    lines = text.split("\n")
    for line in prose_lines(read_body(text)):
        assert line.text in ("", lines[line.number - 1])
        assert len(line.prose) == len(line.text)


def test_an_item_that_is_only_code_underlines_nothing() -> None:
    assert _codes("Les fichiers :\n- `contact.md`\n- `adherer.md`") == ["liste-collee"]


@pytest.mark.parametrize("mark", ["", ": ", "– ", "- "])
def test_the_bar_takes_the_place_of_another_mark_before_a_title(mark: str) -> None:
    text = f"/// exercice {mark}Un titre\nÉcrivez.\n///"
    (found,) = findings(read_body(text))
    assert replaced(text, found.replacements) == "/// exercice | Un titre\nÉcrivez.\n///"
