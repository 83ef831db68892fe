"""What YAML refuses, said in French at its place. Pure."""

from ..problems.findings import Finding, Replacement, Span


def shifted(line: str, number: int, indents: list[int]) -> Finding:
    """Return the finding for a line that should begin with so many spaces, likeliest first."""
    indent = indents[0]
    lead = Span(number, 1, len(line) - len(line.lstrip(" ")) + 1)
    blanks = f"{indent} espace" if indent == 1 else f"{indent} espaces"
    return Finding(
        _span_of(line, number),
        "alignement",
        "cette ligne n’est pas alignée avec celles qui l’entourent",
        f"commencez-la par {blanks}" if indent else "commencez-la au bord gauche",
        "les champs commencent au bord gauche ; ce qui leur appartient est décalé de deux espaces",
        replacements=tuple(Replacement(lead, " " * indent) for indent in indents),
    )


def explained(line: str, number: int) -> Finding:
    """Return the finding for a line that YAML refuses and that no shift mends."""
    if any(sign in line for sign in "[{"):
        return Finding(
            _span_of(line, number),
            "liste-ouverte",
            "une liste ouverte par un crochet n’est pas bien refermée",
            "écrivez par exemple « langues: [français, anglais] »",
        )
    return Finding(
        _span_of(line, number),
        "ligne-incomprise",
        "cette ligne n’est pas de la forme « champ: valeur »",
        "écrivez le nom du champ, un deux-points, une espace et la valeur, ou effacez la ligne",
    )


def _span_of(line: str, number: int) -> Span:
    column = len(line) - len(line.lstrip()) + 1
    return Span(number, column, max(len(line.rstrip()), column) + 1)
