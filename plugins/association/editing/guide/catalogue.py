"""The catalogue of problems for editors: each code, what it means, and an example. Pure.

Its source is ``codes`` and the expected texts of the tests' fixtures. ``invoke bless`` writes it
to ``docs/redacteurs/problemes.md``, by ``tests/test_catalogue.py``.
"""

from collections.abc import Mapping

from ...problems.codes import CODES

_HEAD = """\
# Tous les problèmes, et comment les corriger

Chaque problème porte un nom, entre crochets, qui ne change jamais. Cherchez-le ici : vous \
trouverez ce qu’il veut dire, puis un exemple de ce que montre la vérification. Une **erreur** \
empêche de publier ; un **conseil** ou un **rappel** laisse le site paraître.

Sous la ligne en cause, les accents circonflexes montrent l’endroit exact, et la phrase qui les \
suit dit quoi écrire.
"""


def catalogue(examples: Mapping[str, str]) -> str:
    """Return the catalogue in Markdown; ``examples`` holds what the terminal shows, by code."""
    initials = sorted({code[0] for code in CODES})
    index = "\n".join(
        f"- {', '.join(f'[{code}](#{code})' for code in CODES if code[0] == initial)}"
        for initial in initials
    )
    return "\n".join([_HEAD, index, "", *(_entry(code, examples.get(code, "")) for code in CODES)])


def _entry(code: str, example: str) -> str:
    # What it shows of a link is none on this page.
    lines = [f"## {code}", "", CODES[code].replace("](", "]\\("), ""]
    return "\n".join([*lines, "```text", example.strip("\n"), "```", ""] if example else lines)
