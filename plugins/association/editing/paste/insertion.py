"""A pasted text in a file that stands: where its text was to be written, or at the end. Pure."""

import re

from ...checks.entry_checks import TO_WRITE
from .pasted import Pasted

_TITLE = re.compile(r"^titre\s*:\s*(.*)$", re.MULTILINE)


def inserted(text: str, taken: Pasted) -> str:
    """Return the text of a file with a pasted one in it; its line ends stay.

    The title of what is pasted becomes a heading, unless it is the page's own.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    body = taken.markdown
    if taken.title and not _is_title_of(text, taken.title):
        body = f"## {taken.title}\n\n{body}"
    place = next((n for n, line in enumerate(lines) if line.startswith(TO_WRITE)), None)
    if place is None:
        lines += ["", *body.split("\n")]
    else:
        lines[place : place + 1] = body.split("\n")
    return newline.join([*lines, ""])


def _is_title_of(text: str, title: str) -> bool:
    match = _TITLE.search(text)
    return bool(match) and _letters(match[1]) == _letters(title) if match else False


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
