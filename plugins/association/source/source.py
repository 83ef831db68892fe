"""A content file's bytes to its front matter and its body. Pure.

What no editor can see (encoding, byte-order mark, line endings, stray signs) is settled or said
here, so that everything after works on clean text with lines that match the file's.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from ..problems.findings import Finding, Replacement, Span
from . import frontmatter
from .clean_writing import clean_writing
from .frontmatter import FrontMatter, Table

# No text that people write by hand is larger; beyond it a picture or an archive was renamed.
LARGEST_FILE = 200_000
# No front matter of ours has more lines; a rule further down is one of the text.
_LONGEST_HEAD = 200
# A line of dashes of any kind, with at most one slip: what was meant to be « --- ». One dash alone,
# indented, is an item of a list that waits to be written.
_MARK = re.compile(
    r"^(?!\s+-\s*$)\s*(?!---\s*$)(?:[-–—‐‑−_]\s?){1,5}[^\w\s]?\s*$|^\S?--\S?$|^-\S-$"
)
_FIELD = re.compile(r"^[^\W\d]\w*\s?:(?:\s|$)")
_ALMOST = "cette ligne devrait être « --- », trois traits d’union"


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


def too_large(size: int) -> Source:
    """Return what is said of a file of ``size`` bytes that is not worth reading."""
    return _unreadable(
        Finding(
            Span(),
            "fichier-trop-gros",
            f"ce fichier pèse {max(size // 1000, 1):,} ko".replace(",", "\u202f"),
            f"un texte ne dépasse pas {LARGEST_FILE // 1000} ko : "
            "est-ce une image ou une archive renommée ?",
        )
    )


def read(content: bytes) -> Source:
    """Return the file's front matter and body, and what is wrong with its writing. Never raises."""
    if len(content) > LARGEST_FILE:
        return too_large(len(content))
    if renamed := _renamed(content):
        return _unreadable(renamed)
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


# What the files of other programs begin with, whatever their name says.
_DOCUMENTS = (
    (b"PK\x03\x04", "un document Word ou LibreOffice"),
    (b"\xd0\xcf\x11\xe0", "un ancien document Word"),
    (b"{\\rtf", "un document RTF"),
    (b"%PDF-", "un document PDF"),
)


def _renamed(content: bytes) -> Finding | None:
    """Say which program's document a file is, when it is none of text."""
    kind = next((name for start, name in _DOCUMENTS if content.startswith(start)), "")
    if not kind:
        return None
    fix = "ouvrez-le, enregistrez-le en .docx ou en .odt, puis : invoke coller"
    if content.startswith(b"PK"):
        fix = "rendez-lui son vrai nom, .docx ou .odt, puis : invoke coller"
    elif content.startswith(b"%PDF"):
        fix = "rangez-le dans documents/, sous un nom en .pdf"
    return Finding(Span(), "fichier-binaire", f"ce fichier est {kind}, renommé en « .md »", fix)


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wrongly_encoded(content: bytes, error: UnicodeDecodeError) -> Source:
    """Say which encoding the file has, and where it first shows."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "cp1252"
    text = _with_plain_line_ends(content.decode(encoding, errors="replace"))
    meant = clean_writing(content)
    name = "UTF-16" if encoding == "utf-16" else "Windows (Latin-1)"
    before = content[: error.start].decode("utf-8", errors="replace")
    line = 1 if encoding == "utf-16" else _with_plain_line_ends(before).count("\n") + 1
    column = 1 if encoding == "utf-16" else len(before) - before.rfind("\n")
    # The very sign that it should be, once the file is saved as it should be.
    span = Span(line, column, column + 1)
    sign = meant.text.split("\n")[line - 1][column - 1 : column] if meant else ""
    return _unreadable(
        Finding(
            span,
            "encodage",
            f"ce fichier est enregistré au format {name}",
            "enregistrez-le en UTF-8",
            "dans la plupart des logiciels : « Enregistrer sous », puis « Encodage : UTF-8 »",
            replacements=(Replacement(span, sign),) if meant else (),
        ),
        text,
    )


def _parted(text: str) -> Source:
    """Part the text at its two ``---`` lines, or where they should be."""
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
    if conflict := _conflict(lines):
        return _unreadable(conflict, text)
    first = next(number for number, line in enumerate(lines) if line.strip())
    opening = _opening(lines, first)
    if opening is None:
        return _unreadable(_without_front_matter(lines, first), text)
    start, findings = opening
    end, body, found = _closing(lines, start)
    findings += found
    front = frontmatter.read("\n".join(lines[start:end]), start + 1)
    if found:
        front = replace(front, findings=(*front.findings, *found))
    return Source(
        tuple(lines),
        front,
        "\n".join(lines[body:]),
        body + 1,
        tuple(findings) + tuple(finding for finding in front.findings if finding not in found),
    )


def _conflict(lines: list[str]) -> Finding | None:
    """Return the finding for two versions that git could not join, or None."""
    starts = [n for n, line in enumerate(lines) if line.startswith("<<<<<<< ")]
    ends = [n for n, line in enumerate(lines) if line.startswith(">>>>>>> ")]
    if not starts or not ends:
        return None
    return Finding(
        Span(starts[0] + 1, 1, len(lines[starts[0]]) + 1),
        "conflit",
        "deux versions de ce passage se suivent, il faut choisir",
        "gardez la bonne, puis effacez les lignes <<<<<<<, ======= et >>>>>>>",
        related=Span(ends[-1] + 1, 1, len(lines[ends[-1]]) + 1),
        related_label="elles finissent ici",
    )


def _opening(lines: list[str], first: int) -> tuple[int, list[Finding]] | None:
    """Return the first line of the fields, from 0, and what is wrong above it; None without any."""
    if lines[first].rstrip() == "---":
        return first + 1, []
    finding = _without_front_matter(lines, first)
    if _MARK.match(lines[first]):
        mends = (Replacement(finding.span, "---"),)
        return first + 1, [
            replace(finding, message=_ALMOST, fix="écrivez « --- »", replacements=mends)
        ]
    closes = any(line.rstrip() == "---" for line in lines[first + 1 : first + _LONGEST_HEAD])
    if _FIELD.match(lines[first]) and closes:
        mends = (Replacement(Span(first + 1, 1, 1), "---\n"),)
        fix = "ajoutez une ligne « --- » juste avant celle-ci"
        return first, [replace(finding, fix=fix, replacements=mends)]
    return None


def _closing(lines: list[str], start: int) -> tuple[int, int, list[Finding]]:
    """Return the end of the fields, the first line of the body and what is wrong there."""
    exact = (n for n in range(start, len(lines)) if lines[n].rstrip() in {"---", "..."})
    close = next(exact, len(lines))
    almost = (n for n in range(start, close) if _MARK.match(lines[n]))
    mistyped = next(almost, None)
    if mistyped is not None:
        span = Span(mistyped + 1, 1, len(lines[mistyped].rstrip()) + 1)
        mends = (Replacement(span, "---"),)
        finding = Finding(span, "en-tete-ouvert", _ALMOST, "écrivez « --- »", replacements=mends)
        return mistyped, mistyped + 1, [finding]
    if close < len(lines):
        return close, close + 1, []
    end = next((n for n in range(start, len(lines)) if _is_text(lines, n)), len(lines))
    last = next((n for n in range(end - 1, start - 1, -1) if lines[n].strip()), max(start - 1, 0))
    finding = Finding(
        Span(last + 1, 1, max(len(lines[last].rstrip()), 1) + 1),
        "en-tete-ouvert",
        "l’en-tête n’est pas refermé",
        "ajoutez une ligne « --- » après celle-ci",
        related=Span(start, 1, 4) if start and last != start - 1 else None,
        related_label="il s’ouvre ici",
    )
    return end, end, [finding]


def _is_text(lines: list[str], number: int) -> bool:
    """Return whether a line looks like the beginning of the text after the fields."""
    line = lines[number]
    after_blank = number > 0 and not lines[number - 1].strip()
    is_field = _FIELD.match(line) or line.startswith((" ", "\t", "- "))
    return bool(line.strip()) and not is_field and (after_blank or line.startswith("#"))


def _without_front_matter(lines: list[str], first: int) -> Finding:
    width = max(len(lines[first].rstrip()), 1)
    return Finding(
        Span(first + 1, 1, width + 1),
        "sans-en-tete",
        "ce fichier ne commence pas par un en-tête",
        "la première ligne doit être « --- », suivie des champs, puis d’une autre « --- »",
    )
