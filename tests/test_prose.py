"""What Markdown would get wrong without a word is found; what is right is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.source.prose import findings, prose_lines


def _codes(text: str) -> list[str]:
    return [finding.code for finding in findings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Un texte.\n\n- un\n- deux",
        "Un texte.\n\n- un\n    - dessous\n- deux\n\n1. un\n2. deux",
        "Un texte\n* * *\nsuite",
        "## Un\n\n### Deux\n\n## Trois",
        "/// details | Titre\nUn texte.\n///",
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
    found = findings(text)
    assert [(finding.code, finding.span.line) for finding in found] == [(code, line)]


@given(st.text(alphabet="#-[]()!<>/|`~*{}: abé\n", max_size=80))
def test_every_finding_stands_within_the_text(text: str) -> None:
    lines = text.split("\n")
    for finding in findings(text):
        assert 1 <= finding.span.line <= len(lines)
        assert finding.span.column <= len(lines[finding.span.line - 1]) + 1


@given(st.text(alphabet="`~ab \n", max_size=60))
def test_code_is_blanked_and_columns_are_kept(text: str) -> None:
    lines = text.split("\n")
    for line in prose_lines(text):
        assert line.text in ("", lines[line.number - 1])
        assert len(line.prose) == len(line.text)
