"""Where a conversation is held: lines asked and told, on terminals of any encoding."""

import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_PLAIN = str.maketrans(
    {"’": "'", "«": '"', "»": '"', "œ": "oe", "Œ": "OE", "–": "-", "—": "-", "…": "...", "→": ">"}
    | {"·": ".", "\u00a0": " ", "\u202f": " "}
)


@dataclass(frozen=True)
class Terminal:
    """``ask`` shows a prompt and returns a line, ``say`` tells.

    ``ask`` raises EOFError when nobody will answer any more.
    """

    ask: Callable[[str], str]
    say: Callable[[str], None]


def terminal_of_this_process() -> Terminal:
    """Return the terminal of the running program."""
    encoding = sys.stdout.encoding
    return Terminal(
        lambda prompt: input(writable(prompt, encoding)),
        lambda text: print(writable(text, encoding), flush=True),  # noqa: T201
    )


def writable(text: str, encoding: str) -> str:
    """Return ``text`` with the signs that ``encoding`` knows, « ’ » as ' where it must be."""
    return "".join(_writable(sign, encoding) for sign in text)


def _writable(sign: str, encoding: str) -> str:
    for form in (sign, sign.translate(_PLAIN)):
        try:
            form.encode(encoding)
        except UnicodeEncodeError:
            continue
        return form
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?"
