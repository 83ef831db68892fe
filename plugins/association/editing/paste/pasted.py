"""What somebody brings from elsewhere, whatever it is, as this site's Markdown. Pure."""

import io
import re
from dataclasses import dataclass
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from ...problems.report import pluralize
from ...source.clean_writing import clean_writing
from ...source.pasted.passages import restructured
from .html_tree import meant
from .mail import is_mail, mail_of
from .markdown_writer import written
from .open_document import html_of_open_document
from .plain_text import markdown_of_text
from .word_document import html_of_word

LARGEST = 20_000_000
_HTML = re.compile(
    r"<(?:!doctype html|html|body|p|div|span|ul|ol|table|h[1-6]|br|meta|article)\b[^<>]*>", re.I
)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Pasted:
    """A text as Markdown, the title that it has, and what of it could not come, in French."""

    markdown: str
    title: str = ""
    left: tuple[str, ...] = ()


class NotTakenError(Exception):
    """What was given holds no text that can be taken; why, and what to do, in French."""


def pasted(content: bytes) -> Pasted:
    """Return a text from elsewhere as Markdown. Raises NotTakenError."""
    if len(content) > LARGEST:
        raise NotTakenError("c’est trop lourd pour un texte. Copiez-en le texte, puis collez-le.")
    if content.startswith(b"PK\x03\x04"):
        return of_html(_html_of_archive(content))
    if refusal := _refusal(content):
        raise NotTakenError(refusal)
    if is_mail(content):
        return _of_mail(content)
    text = decoded(content)
    return of_html(text) if is_html(text) else Pasted(markdown_of_text(text))


def _html_of_archive(content: bytes) -> str:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
        if any(name.startswith("word/") for name in names):
            return html_of_word(content)
        if "content.xml" in names:
            return html_of_open_document(content)
    except (BadZipFile, ExpatError, ValueError) as error:
        raise NotTakenError(
            "ce document est abîmé, ou protégé par un mot de passe. Ouvrez-le, puis enregistrez-le "
            "de nouveau."
        ) from error
    if any(name.startswith("xl/") for name in names):
        raise NotTakenError(
            "c’est un classeur Excel. Copiez les cellules et collez-les, ou enregistrez-le au "
            "format OpenDocument (.ods)."
        )
    raise NotTakenError("c’est une archive. Ouvrez-la, et donnez le document qu’elle contient.")


def _refusal(content: bytes) -> str:
    """Return why bytes are no text, or nothing."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return "c’est un ancien document Word (.doc). Enregistrez-le au format .docx ou .odt."
    if content.startswith(b"{\\rtf"):
        return "c’est un document RTF. Enregistrez-le au format .docx ou .odt."
    if content.startswith(b"%PDF"):
        return "c’est un PDF. Sélectionnez-en le texte, copiez-le, puis collez-le."
    is_utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in content and not is_utf_16:
        return "ce n’est pas un texte. Les images s’apportent par « invoke photos »."
    return ""


def decoded(content: bytes) -> str:
    """Return the text that bytes hold, in whatever encoding they are most likely in."""
    named = _CHARSET.search(content[:2000])
    if (clean := clean_writing(content)) is not None:
        return clean.text
    try:
        return content.decode(named[1].decode() if named else "cp1252")
    except (LookupError, UnicodeDecodeError):
        return content.decode("cp1252", errors="replace")


def is_html(text: str) -> bool:
    """Return whether a text is that of a page."""
    begins = text.lstrip()[:1] == "<" and bool(_HTML.search(text[:2000]))
    return begins or len(_HTML.findall(text)) > 3


def of_html(html: str) -> Pasted:
    """Return an HTML text, a whole page or a part of one, as Markdown."""
    found = meant(html)
    markdown = restructured(written(found.tree), lambda text: text.split("\n"))
    return Pasted(markdown, found.title, tuple(_left(found.pictures, found.embedded)))


def _left(pictures: list[str], embedded: int) -> list[str]:
    left = []
    if pictures:
        shown = ", ".join(f"« {words} »" for words in pictures if words)
        left.append(
            f"{pluralize(len(pictures), 'image')} à apporter par « invoke photos »"
            + (f" : {shown}" if shown else "")
        )
    if embedded:
        left.append("une vidéo ou un cadre d’un autre site : donnez-en l’adresse (champ « video »)")
    return left


def _of_mail(content: bytes) -> Pasted:
    try:
        mail = mail_of(content)
    except ValueError as error:
        raise NotTakenError("ce courriel ne contient pas de texte.") from error
    taken = of_html(mail.text) if mail.is_html else Pasted(markdown_of_text(mail.text))
    attached = (f"pièce jointe : {', '.join(mail.attached)}",) if mail.attached else ()
    return Pasted(taken.markdown, mail.subject or taken.title, (*taken.left, *attached))
