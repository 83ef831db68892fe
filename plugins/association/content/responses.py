"""Readers' responses: ``reponses/capsules/x/2026-11-03-nom.md`` answers ``capsules/x.md``. Pure.

The folder says what is answered, so that a page and what readers said of it are moved, and leave,
together. What responses must hold among themselves is ``checks``'; how they show, ``pages``'.
"""

from dataclasses import dataclass
from pathlib import Path

from ..core.words import slug_of
from ..problems.findings import Finding, Span
from ..source.source import Source
from ..source.tangles import TANGLE
from .entry import Entry
from .response import WrittenResponse
from .schema import TYPES, Vocabulary, WrittenEntry
from .silenced_advice import heard
from .validation import validated

RESPONSES = "reponses"
"""The folder of the responses in the content's."""
# How a picture is to be written; a response has none, which ``checks`` says.
_OF_PICTURES = frozenset({"chemin", "image-sans-texte"})


@dataclass(frozen=True)
class ResponseName:
    """What the path of a response says: the type and the slug of the page, its own name."""

    folder: str
    slug: str
    name: str

    @property
    def beside(self) -> str:
        """The folder of all responses to the page, from the content's folder."""
        return f"{RESPONSES}/{self.folder}/{self.slug}"

    @property
    def path(self) -> str:
        """The path of the response from the content's folder."""
        return f"{self.beside}/{self.name}.md"

    @property
    def page(self) -> str:
        """The path of the text that is answered, from the content's folder."""
        return f"{self.folder}/{self.slug}.md"


@dataclass(frozen=True)
class Response:
    """A response that was read; ``entry`` is its text, with what any text may say of itself."""

    name: ResponseName
    written: WrittenResponse
    entry: Entry[WrittenEntry]


@dataclass(frozen=True)
class FoundResponse:
    """A response, None when it cannot be relied on, and what is wrong within its file."""

    response: Response | None
    findings: tuple[Finding, ...]


def is_among_responses(relative: Path) -> bool:
    """Return whether a path from the content's folder is below that of the responses."""
    return relative.parts[0] == RESPONSES and len(relative.parts) > 1


def response_name(relative: Path) -> ResponseName | Finding:
    """Return what the path of a response says, or what is wrong with it."""
    stem = relative.stem
    if len(relative.parts) != 4 or relative.parts[1] not in TYPES or relative.suffix != ".md":
        return Finding(
            Span(),
            "reponse-egaree",
            "rien ne dit à quelle page ce fichier répond",
            f"rangez-le dans {RESPONSES}/, puis le dossier et le nom de la page : "
            f"{RESPONSES}/praticiens/jean-valjean/2026-11-03-nom.md",
            f"dossiers : {', '.join(TYPES)}",
        )
    if stem != slug_of(stem):
        return Finding(
            Span(),
            "nom-de-fichier",
            f"« {relative.name} » ne peut pas devenir une adresse",
            f"renommez-le « {slug_of(stem) or 'nom'}.md »",
            "minuscules sans accent, chiffres et traits d’union seulement",
        )
    return ResponseName(relative.parts[1], relative.parts[2], stem)


def response(name: ResponseName, source_name: str, read: Source) -> FoundResponse:
    """Return the response in a file that was read; ``source_name`` is its ``source``."""
    # As in ``reading``.
    from ..source import prose  # noqa: PLC0415
    from ..source.tree import read_body  # noqa: PLC0415

    findings = list(read.findings)
    written = None
    body = read_body(read.body)
    if read.body_line > 1:
        written, wrong = validated(WrittenResponse, read.front, Vocabulary())
        findings += wrong
        said = (one for one in prose.findings(body) if one.code not in _OF_PICTURES)
        findings += [found.down(read.body_line - 1) for found in said]
    findings = [*heard(findings, written.silenced_advice if written else ())]
    if written is None or any(found.code == TANGLE for found in findings):
        return FoundResponse(None, tuple(findings))
    entry = Entry(
        name.beside,
        name.name,
        source_name,
        _as_entry(written),
        body,
        read.body_line,
        read.front,
        read.lines,
    )
    return FoundResponse(Response(name, written, entry), tuple(findings))


def _as_entry(written: WrittenResponse) -> WrittenEntry:
    """Return what any text may say of itself, as a response says it."""
    return WrittenEntry.model_construct(
        lang=written.lang, example=written.example, silenced_advice=written.silenced_advice
    )
