"""A file's bytes as they should be written: UTF-8, composed accents, plain line ends. Pure.

The site reads a file with a byte-order mark or with the line ends of Windows as it is; here such
things are set right when a file is mended anyway. What is refused is said in ``source``.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What texts of Western Europe hold beyond ASCII: another sign betrays another encoding.
_USUAL = set(
    "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒÑàâäçéèêëîïôöùûüÿæœñßáíóúÁÍÓÚãõ«»‹›’‘“”„…–—•·€£°²³½¼¾©®™§×÷±ªº¿¡\u00a0\u00ad"
)


@dataclass(frozen=True)
class CleanWriting:
    """A text as it should be saved, and what nobody would see of the difference, in French."""

    text: str
    unseen: tuple[str, ...] = ()


def clean_writing(content: bytes) -> CleanWriting | None:
    """Return the text of a file's bytes, or None when its encoding is not sure.

    Every character keeps its meaning: composing accents (NFC) is canonical equivalence, Unicode
    Standard Annex 15.
    """
    decoded = _decoded(content)
    if decoded is None:
        return None
    text, name = decoded
    unseen = [f"format {name} remplacé par UTF-8"] if name else []
    if text.startswith("\ufeff"):
        text = text[1:]
        unseen += [] if name else ["marque invisible retirée au début du fichier"]
    if "\r" in text:
        text = re.sub("\r\n?", "\n", text)
        unseen.append("fins de ligne de Windows ou d’ancien Mac remplacées")
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        unseen.append("accents écrits en deux signes recomposés en un seul")
    return CleanWriting(composed, tuple(unseen))


def _decoded(content: bytes) -> tuple[str, str] | None:
    """Return the text and the name of its encoding, ``""`` for UTF-8; None when it is not sure."""
    try:
        if content.startswith(_MARKS_OF_UTF_16):
            return content.decode("utf-16"), "UTF-16"
        if b"\0" in content:
            return None
        text = content.decode("utf-8", errors=_KEEP_WINDOWS)
    except UnicodeDecodeError:
        return None
    return text, "" if text.encode() == content else "Windows (Latin-1)"


def _of_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows wrote them, when they give a usual sign."""
    if isinstance(error, UnicodeDecodeError):
        signs = error.object[error.start : error.end].decode("cp1252")
        if set(signs) <= _USUAL:
            return signs, error.end
    raise error


_KEEP_WINDOWS = "association-windows"
codecs.register_error(_KEEP_WINDOWS, _of_windows)
