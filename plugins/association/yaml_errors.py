"""What YAML refuses, said in French at its place. Pure."""

import yaml

from .findings import Finding, Span


def explained(error: yaml.YAMLError, lines: list[str]) -> Finding:
    """Return the finding for an error of the YAML parser over ``lines``.

    Its span is always on a line that is not yet blank, so that setting that line aside and
    reading again makes progress.
    """
    number = _line_of(error, lines)
    line = lines[number - 1]
    column = len(line) - len(line.lstrip()) + 1
    span = Span(number, column, max(len(line.rstrip()), column) + 1)
    stray = next((sign for sign in line if not sign.isprintable()), None)
    if stray:
        at = line.index(stray) + 1
        return Finding(
            Span(number, at, at + 1),
            "caractere-invisible",
            f"un caractère invisible (U+{ord(stray):04X}) s’est glissé dans cette ligne",
            "effacez cette ligne et retapez-la",
        )
    if line.lstrip().startswith(("[", "{")) or any(sign in line for sign in "[{"):
        return Finding(
            span,
            "liste-ouverte",
            "une liste ouverte par un crochet n’est pas bien refermée",
            "écrivez par exemple « langues: [français, anglais] »",
        )
    if ":" not in line and not line.lstrip().startswith("-"):
        return Finding(
            span,
            "ligne-incomprise",
            "cette ligne n’est pas de la forme « champ: valeur »",
            "ajoutez le nom du champ, ou effacez la ligne",
        )
    return Finding(
        span,
        "alignement",
        "cette ligne n’est pas alignée avec celles qui l’entourent",
        "alignez-la sur la ligne du même niveau, avec des espaces",
        "les champs commencent au bord gauche ; ce qui leur appartient est décalé de deux espaces",
    )


def _line_of(error: yaml.YAMLError, lines: list[str]) -> int:
    """Return the line, from 1, nearest to the error that is not blank."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.line if mark else _line_of_stray(lines), len(lines) - 1)
    written = [number for number, line in enumerate(lines) if line.strip()]
    return 1 + min(written, key=lambda number: (abs(number - at), number), default=0)


def _line_of_stray(lines: list[str]) -> int:
    """Return the line of the first sign that YAML cannot hold."""
    return next((n for n, line in enumerate(lines) if not line.strip("\t").isprintable()), 0)
