"""The verdict as a page of Markdown: what a forge shows without opening any log. Pure.

Its words are those of the terminal.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from .report import Problem, as_text, counted, errors_among, verdict

# A forge cuts a longer page; the first problems are those to mend first.
_MOST_SHOWN = 60


def summary(problems: Sequence[Problem], files: int) -> str:
    """Return the page for the problems, in reading order, of ``files`` files."""
    errors = errors_among(problems)
    remarks = [problem for problem in problems if problem not in errors]
    title = f"{counted(len(errors), 'erreur')} à corriger" if errors else "aucune erreur"
    lines = [f"## {'❌' if errors else '✅'} Contenu du site : {title}", ""]
    lines += [verdict(problems, files, building=False), ""]
    lines += _of_files(errors)
    if remarks:
        words = f"{counted(len(remarks), 'remarque')} sans gravité"
        lines += [f"<details><summary>{words}</summary>", "", *_of_files(remarks), "</details>", ""]
    if errors:
        lines += [
            "Corrigez les fichiers dans la même branche : la vérification repart seule. "
            "Chaque message nomme son genre entre crochets ; « docs/redacteurs/problemes.md » "
            "les explique tous.",
            "",
        ]
    return "\n".join(lines)


def _of_files(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the problems under the name of their file, as the terminal shows them."""
    for source, found in groupby(problems[:_MOST_SHOWN], key=lambda problem: problem.source):
        text = "\n\n".join(as_text(problem) for problem in found)
        fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
        fence = fence if len(fence) > 2 else "```"
        yield from (f"### {_code(source)}", "", f"{fence}text", text, fence, "")
    left = len(problems) - _MOST_SHOWN
    if left > 0:
        yield from (f"Et {counted(left, 'autre')}, dans le journal de la vérification.", "")


def _code(name: str) -> str:
    """Return a file's name between marks that no sign of it can close."""
    marks = "`" * (max(map(len, re.findall("`+", name)), default=0) + 1)
    return f"{marks} {name} {marks}" if "`" in name else f"{marks}{name}{marks}"
