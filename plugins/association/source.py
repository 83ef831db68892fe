"""A content file's bytes to its front matter and its body. Pure.

What no editor can see (encoding, byte-order mark, line endings, stray signs) is settled or said
here, so that everything after works on clean text with lines that match the file's.
"""

import unicodedata
from dataclasses import dataclass

from . import frontmatter
from .findings import Finding, Span
from .frontmatter import FrontMatter, Table

# No text that people write by hand is larger; beyond it a picture or an archive was renamed.
LARGEST_FILE = 1_000_000


@dataclass(frozen=True)
class Source:
    """A file read: its lines, its front matter and its Markdown, whose first line is numbered."""

    lines: tuple[str, ...]
    front: FrontMatter
    body: str
    body_line: int
    findings: tuple[Finding, ...]


def _unreadable(finding: Finding, text: str = "") -> Source:
    return Source(tuple(text.split("\n")), FrontMatter(Table(Span())), "", 1, (finding,))


def read(content: bytes) -> Source:
    """Return the file's front matter and body, and what is wrong with its writing. Never raises."""
    if len(content) > LARGEST_FILE:
        return _unreadable(
            Finding(
                Span(),
                "fichier-trop-gros",
                f"ce fichier pèse {len(content) // 1000:,} ko".replace(",", "\u202f"),
                "un texte ne dépasse pas 1 000 ko : est-ce une image ou une archive renommée ?",
            )
        )
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _unreadable(
            Finding(
                Span(),
                "fichier-binaire",
                "ce fichier n’est pas du texte",
                "enregistrez-le en texte simple, ou rangez-le dans documents/",
            )
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _wrongly_encoded(content, error)
    return _parted(_with_plain_line_ends(unicodedata.normalize("NFC", text)))


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wrongly_encoded(content: bytes, error: UnicodeDecodeError) -> Source:
    """Say which encoding the file has, and where it first shows."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "cp1252"
    text = _with_plain_line_ends(content.decode(encoding, errors="replace"))
    name = "UTF-16" if encoding == "utf-16" else "Windows (Latin-1)"
    before = content[: error.start].decode("utf-8", errors="replace")
    line = 1 if encoding == "utf-16" else _with_plain_line_ends(before).count("\n") + 1
    column = 1 if encoding == "utf-16" else len(before) - before.rfind("\n")
    return _unreadable(
        Finding(
            Span(line, column, column + 1),
            "encodage",
            f"ce fichier est enregistré au format {name}",
            "enregistrez-le en UTF-8",
            "dans la plupart des logiciels : « Enregistrer sous », puis « Encodage : UTF-8 »",
        ),
        text,
    )


def _parted(text: str) -> Source:
    """Part the text at its two ``---`` lines."""
    lines = text.split("\n")
    if not text.strip():
        return _unreadable(
            Finding(
                Span(),
                "fichier-vide",
                "ce fichier est vide",
                "écrivez l’en-tête et le texte, ou supprimez le fichier",
            )
        )
    first = next(number for number, line in enumerate(lines) if line.strip())
    if lines[first].rstrip() != "---":
        return _unreadable(_without_front_matter(lines, first), text)
    close = next(
        (n for n in range(first + 1, len(lines)) if lines[n].rstrip() in {"---", "..."}), None
    )
    if close is None:
        return _unreadable(
            Finding(
                Span(first + 1, 1, 4),
                "en-tete-ouvert",
                "l’en-tête ouvert ici n’est jamais refermé",
                "ajoutez une ligne « --- » après le dernier champ",
            ),
            text,
        )
    front = frontmatter.read("\n".join(lines[first + 1 : close]), first + 2)
    body = "\n".join(lines[close + 1 :])
    return Source(tuple(lines), front, body, close + 2, front.findings)


def _without_front_matter(lines: list[str], first: int) -> Finding:
    width = max(len(lines[first].rstrip()), 1)
    return Finding(
        Span(first + 1, 1, width + 1),
        "sans-en-tete",
        "ce fichier ne commence pas par un en-tête",
        "la première ligne doit être « --- », suivie des champs, puis d’une autre « --- »",
    )
