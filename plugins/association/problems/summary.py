"""The verdict as a Markdown page, which a forge shows without opening a log. Pure.

The wording is that of the terminal.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from .report import Problem, as_text, errors_among, pluralize, verdict

# A forge cuts a longer page; the first problems are those to fix first.
_MOST_SHOWN = 60


def summary(problems: Sequence[Problem], files: int, *, has_sure_fixes: bool = False) -> str:
    """Return the page for the problems, in reading order, of ``files`` files."""
    errors = errors_among(problems)
    remarks = [problem for problem in problems if problem not in errors]
    title = f"{pluralize(len(errors), 'erreur')} à corriger" if errors else "aucune erreur"
    lines = [f"## {'❌' if errors else '✅'} Contenu du site : {title}", ""]
    lines += [verdict(problems, files, building=False, has_sure_fixes=has_sure_fixes), ""]
    lines += _sections(errors)
    if remarks:
        words = f"{pluralize(len(remarks), 'remarque')} sans gravité"
        lines += [f"<details><summary>{words}</summary>", "", *_sections(remarks), "</details>", ""]
    if errors:
        lines += [
            "Corrigez les fichiers dans la même branche : la vérification repart seule. "
            "Chaque message nomme son genre entre crochets ; « docs/redacteurs/problemes.md » "
            "les explique tous.",
            "",
        ]
    return "\n".join(lines)


def _sections(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield a section for each file, with its problems as the terminal shows them."""
    for source, of_source in groupby(problems[:_MOST_SHOWN], key=lambda problem: problem.source):
        text = "\n\n".join(as_text(problem) for problem in of_source)
        fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
        fence = fence if len(fence) > 2 else "```"
        yield from (f"### {_code(source)}", "", f"{fence}text", text, fence, "")
    hidden = len(problems) - _MOST_SHOWN
    if hidden > 0:
        yield from (f"Et {pluralize(hidden, 'autre')}, dans le journal de la vérification.", "")


def _code(name: str) -> str:
    """Return a file's name as inline code, between more backticks than it contains."""
    marks = "`" * (max(map(len, re.findall("`+", name)), default=0) + 1)
    return f"{marks} {name} {marks}" if "`" in name else f"{marks}{name}{marks}"
