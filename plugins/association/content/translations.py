"""Translations: ``x.de.md`` beside ``x.md``, which holds only what is translated. Pure.

An event's dates and a person's consent are told once, in one file: those types have none. When a
translation has fallen behind its text is ``checks``' to say; which page it gets, ``site``'s.
"""

import hashlib
import re
from base64 import b32encode
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems.findings import Finding, Span
from ..source.source import Source
from ..source.tangles import TANGLE
from .common import LANGUAGES_OF_ENTRIES
from .content_types import CONTENT_TYPES
from .drawn_summary import drawn_summary
from .entry import Entry
from .schema import TYPES, TitledEntry, Vocabulary, WrittenEntry
from .silenced_advice import heard
from .text_blocks import text_blocks
from .translation import WrittenTranslation
from .validation import validated

FOLDERS = tuple(folder for folder in TYPES if CONTENT_TYPES[folder].is_translated)
"""The folders whose texts can be translated."""

_NAME = re.compile(r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<lang>[a-z]{2})")


@dataclass(frozen=True)
class TranslationName:
    """What the path of a translation says: its folder, the slug of its text, its language."""

    folder: str
    slug: str
    lang: str

    @property
    def path(self) -> str:
        """The path of the translation from the content's folder."""
        return f"{self.folder}/{self.slug}.{self.lang}.md"

    @property
    def original(self) -> str:
        """The path of the text from the content's folder."""
        return f"{self.folder}/{self.slug}.md"


@dataclass(frozen=True)
class Translation:
    """A translation that was read.

    ``entry`` has the slug « x.de », and the title and the summary of its text unless it has its
    own; ``made_from`` is the fingerprint of the text that was translated, or the day on which it
    stood as it was translated, None when untold.
    """

    name: TranslationName
    entry: Entry[TitledEntry]
    made_from: str | date | None


@dataclass(frozen=True)
class FoundTranslation:
    """A translation, None when it cannot be relied on, and what is wrong within its file."""

    translation: Translation | None
    findings: tuple[Finding, ...]


def translation_name(relative: Path) -> TranslationName | None:
    """Return what a path from the content's folder says when it is that of a translation."""
    named = _NAME.fullmatch(relative.stem) if relative.suffix == ".md" else None
    if named is None or len(relative.parts) != 2 or relative.parts[0] not in TYPES:
        return None
    return TranslationName(relative.parts[0], named["slug"], named["lang"])


def fingerprint(original: Entry[WrittenEntry]) -> str:
    """Return eight letters and digits that change with what there is to translate in a text."""
    written = original.written
    told = (getattr(written, "title", ""), getattr(written, "summary", ""), original.markdown)
    digest = hashlib.sha256("\0".join(told).encode()).digest()
    # In base 32, next to none is a number to those who read YAML.
    return b32encode(digest).decode()[:8].lower()


def refusal(name: TranslationName, original: Entry[WrittenEntry] | None) -> Finding | None:
    """Say why there is no translation of this name, None when there can be one."""
    own = original.written.lang if original else "fr"
    if name.lang not in LANGUAGES_OF_ENTRIES and name.folder not in FOLDERS and name.lang != "md":
        stem = name.original.rpartition("/")[2].removesuffix(".md")
        return Finding(
            Span(),
            "nom-de-fichier",
            f"le point de ce nom annonce une langue, et « {name.lang} » n’en est pas une",
            f"renommez-le « {stem.replace('.', '-')}-{name.lang}.md »",
        )
    if name.folder not in FOLDERS or name.original == "pages/404.md":
        return Finding(
            Span(),
            "traduction-impossible",
            "un fichier de ce nom serait une traduction, et ce texte n’en a pas",
            f"se traduisent : {', '.join(FOLDERS)}",
            "ce qui doit se lire en deux langues peut s’écrire dans le même texte",
        )
    if name.lang == "md":
        meant = name.original.rpartition("/")[2]
        return Finding(
            Span(),
            "nom-de-fichier",
            "ce nom finit deux fois par « .md »",
            f"renommez-le « {meant} »",
        )
    if name.lang not in LANGUAGES_OF_ENTRIES or name.lang == own:
        admitted = ", ".join(lang for lang in LANGUAGES_OF_ENTRIES if lang != own)
        return Finding(
            Span(),
            "traduction-langue",
            f"« {name.lang} » n’est pas une langue dans laquelle traduire ce texte",
            f"langues admises : {admitted}",
        )
    if original is None:
        return Finding(
            Span(),
            "traduction-sans-texte",
            f"le texte traduit ici, content/{name.original}, n’existe pas",
            "remettez ce texte, corrigez le nom de ce fichier, ou retirez-le",
        )
    return None


def translation(
    name: TranslationName,
    source_name: str,
    read: Source,
    original: Entry[WrittenEntry] | None,
    words: Vocabulary,
) -> FoundTranslation:
    """Return the translation in a file that was read; ``source_name`` is its ``source``.

    ``words`` are those that blocks of the text may name.
    """
    refused = refusal(name, original)
    if refused:
        return FoundTranslation(None, (refused,))
    assert original is not None
    # As in ``reading``.
    from ..source import prose  # noqa: PLC0415
    from ..source.pasted.findings import with_passages  # noqa: PLC0415
    from ..source.tree import read_body  # noqa: PLC0415

    findings = list(read.findings)
    written = None
    body = read_body(read.body)
    blocks, wrong_blocks = text_blocks(body, words)
    if read.body_line > 1:
        written, wrong = validated(WrittenTranslation, read.front, Vocabulary())
        findings += wrong
        title = read.front.text_of("titre")
        said = with_passages(body, [*prose.findings(body, title), *wrong_blocks])
        findings += [found.down(read.body_line - 1) for found in said]
    findings = [*heard(findings, written.silenced_advice if written else ())]
    if written is None or any(found.code == TANGLE for found in findings):
        return FoundTranslation(None, tuple(findings))
    is_drawn = not written.summary and original.summary_is_drawn
    drawn = drawn_summary(body) if is_drawn else ""
    entry = Entry(
        name.folder,
        f"{name.slug}.{name.lang}",
        source_name,
        _whole(written, original.written, name.lang, drawn),
        body,
        read.body_line,
        read.front,
        read.lines,
        bool(drawn),
        blocks,
    )
    return FoundTranslation(Translation(name, entry, written.made_from), tuple(findings))


def _whole(
    written: WrittenTranslation, original: WrittenEntry, lang: str, drawn: str
) -> TitledEntry:
    """Return what is translated, and what is not as its text says it; ``drawn`` is a summary."""
    assert isinstance(original, TitledEntry)
    return TitledEntry.model_construct(
        title=written.title or original.title,
        summary=written.summary or drawn or original.summary,
        lang=lang,
        example=original.example,
        silenced_advice=written.silenced_advice,
    )
