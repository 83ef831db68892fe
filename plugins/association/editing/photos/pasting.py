"""The lines that show a picture: to paste, or put into an entry's file. Pure but for that file."""

import re
from pathlib import Path

from ...pages.published_pictures import DECORATION
from ..new.writing import scalar

# The field of the front matter that shows a picture, by folder of entries.
_FIELDS = {"actualites": "image", "praticiens": "photo"}
_HEAD = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_LINE = {"type": ["string", "number"]}


def in_a_text(path: str, alt: str) -> str:
    """Return the Markdown of a picture."""
    words = alt.replace("[", "(").replace("]", ")")
    return f"![{words}]({{static}}/{path})"


def in_a_head(field: str, path: str, alt: str) -> str:
    """Return the lines of a front matter that show a picture."""
    return f"{field}:\n  fichier: {path}\n  alt: {scalar(alt, _LINE)}\n"


def field_of(folder: str) -> str:
    """Return the field that shows a picture at the head of an entry, « image » by default."""
    return _FIELDS.get(folder, "image")


def insert(entry: Path, path: str, alt: str) -> bool:
    """Show a picture in an entry: in its head where it has room, else at the end of its text.

    Returns whether the file was one, with a head and a text; otherwise it is left alone. Raises
    OSError or UnicodeDecodeError when it cannot be read.
    """
    text = entry.read_bytes().decode("utf-8")
    head = _HEAD.match(text)
    if head is None:
        return False
    newline = "\r\n" if "\r\n" in text else "\n"
    folder = entry.parent.name
    field = _FIELDS.get(folder)
    if field and not re.search(rf"^{field}[ \t]*:", head["fields"], re.M):
        lines = in_a_head(field, path, alt).replace("\n", newline)
        written = text[: head.end("fields")] + lines + text[head.end("fields") :]
    elif folder == "praticiens":
        # A second portrait has no place, and a text never shows one.
        return False
    else:
        written = f"{text.rstrip()}{newline * 2}{in_a_text(path, alt)}{newline}"
    entry.write_bytes(written.encode())
    return True


def is_decoration(words: str) -> bool:
    """Say whether words describe a picture that says nothing."""
    return words.strip().lower() == DECORATION
