"""A directory of a few people on a day, made of a content's folder."""

import shutil
from pathlib import Path

from association.content import reading
from association.pages.context import Context
from tests.calendar_context import context_of
from tests.people_builders import SHIPPED, folder, profile
from tests.texts_read_before import TEXTS

ASOF = "2026-11-21"


def context(root: Path, *people: dict[str, str]) -> Context:
    """Return a context of these people; each is the words of a profile that differ from the usual.

    Of ``slug`` (« zephyrine » by default) the file is named.
    """
    files = {
        f"praticiens__{person.get('slug', 'zephyrine').replace('-', '_')}": _profile(person)
        for person in people
    }
    content = folder(root, **files)
    for name in ("pages", "images"):
        shutil.copytree(SHIPPED / name, content / name)
    read = reading.read(content, TEXTS)
    assert not read.problems, read.problems
    return context_of(read, ASOF)


def _profile(person: dict[str, str]) -> str:
    text = profile(**{key: value for key, value in person.items() if key in _WORDS})
    for field, value in person.items():
        if field not in _WORDS and field != "slug":
            text = _with(text, field, value)
    return text


def _with(text: str, field: str, value: str) -> str:
    """Return a profile with a line of its front matter replaced, or added."""
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if line.startswith(f"{field}:")]
    if places:
        lines[places[0]] = f"{field}: {value}"
    else:
        lines.insert(1, f"{field}: {value}")
    return "\n".join(lines)


_WORDS = {
    "prenom",
    "nom",
    "accroche",
    "ville",
    "code_postal",
    "mode",
    "champs",
    "accord_le",
    "pour",
    "texte",
}
