"""The names by which a command line gives answers: « --lieu-code-postal » for ``lieu.code_postal``.

All fields of the schema have one; of a list of pieces, they give the first piece.
"""

from collections.abc import Mapping

from .fields import all_fields
from .kinds import CONSENT, TEXT, Path

_GENRE: Path = ("genre",)


def option_of(path: Path) -> str:
    """Return the option, without its dashes, that answers the question at ``path``."""
    if path == CONSENT:
        return "consentement-le"
    if path == _GENRE:
        # On the command line, « genre » is the kind of file.
        return "genre-precis"
    return "-".join(path).replace("_", "-")


def paths_by_option() -> Mapping[str, Path]:
    """Return every option with the path that it answers."""
    return {option_of(path): path for path in (*all_fields(), TEXT)}


def help_by_option() -> Mapping[str, str]:
    """Return every option with the sentence of its field."""
    told = {option_of(path): str(field.node["description"]) for path, field in all_fields().items()}
    return told | {option_of(TEXT): "Le texte, ou sa première ligne."}
