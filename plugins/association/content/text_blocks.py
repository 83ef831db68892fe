"""The blocks of a text, typed: what each may be told after its name. Pure.

``source.text_blocks`` reads their heads and writes their HTML; here the argument and the options
get their types, as the fields of a front matter do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import Field

from ..problems.findings import Finding, Span
from ..source import frontmatter
from ..source.body import Body, TextBlock
from .validation import validated
from .values import File, Line, MetierName, Minutes, Number, PractitionerName, WebAddress
from .vocabulary import Audience, Category, Form, Language, Region, Series, Theme, Vocabulary
from .written import Written

_MOST_SHOWN = 12
_COUNT = Field(None, alias="nombre", description="Combien sont montrés au plus : de 1 à 12.")


class WrittenQuotation(Written):
    """Somebody's words, whose author is the argument."""

    source: Line | None = Field(None, alias="source", description="L’ouvrage d’où elle vient.")
    day: Line | None = Field(None, alias="date", description="Son année, ou sa page.")
    url: WebAddress | None = Field(None, alias="adresse", description="L’adresse de la source.")


class WrittenFigure(Written):
    """A picture, whose caption is the argument."""

    credit: Line | None = Field(None, alias="credit", description="L’auteur de l’image.")


class WrittenGallery(Written):
    """Several pictures; the argument is their title."""


class WrittenVideoBlock(Written):
    """A video on another site, whose title is the argument."""

    url: WebAddress = Field(alias="adresse", description="La page où la regarder.")
    minutes: Minutes | None = Field(None, alias="duree", description="Sa durée, en minutes.")


class WrittenDownload(Written):
    """A document to download, whose title is the argument."""

    file: File = Field(alias="fichier", description="Le document, rangé dans content/documents.")


class WrittenPerson(Written):
    """The card of a practitioner, whose name in the directory is the argument."""

    slug: PractitionerName = Field(alias="praticien", description="Le nom de sa fiche.")


class WrittenPeople(Written):
    """The practitioners who have something in common; the argument is a title."""

    region: Region | None = Field(None, alias="region", description="Leur région.")
    metier: MetierName | None = Field(None, alias="metier", description="Leur métier.")
    audience: Audience | None = Field(None, alias="public", description="Leur public.")
    theme: Theme | None = Field(None, alias="theme", description="Leur thème.")
    form: Form | None = Field(None, alias="accompagnement", description="Ce qu’ils proposent.")
    language: Language | None = Field(None, alias="langue", description="Leur langue de travail.")
    count: Number | None = _COUNT


class WrittenNextDates(Written):
    """The next dates of the agenda, or of a part of it; the argument is a title."""

    category: Category | None = Field(
        None, alias="categorie", description="Le genre de rendez-vous."
    )
    series: Series | None = Field(None, alias="serie", description="La série.")
    region: Region | None = Field(None, alias="region", description="La région.")
    count: Number | None = _COUNT


class WrittenTermBlock(Written):
    """A term of the glossary, which is the argument."""

    term: Line = Field(alias="terme", description="Le terme, ou une de ses autres formes.")


TEXT_BLOCKS: dict[str, type[Written]] = {
    "citation": WrittenQuotation,
    "dates": WrittenNextDates,
    "document": WrittenDownload,
    "figure": WrittenFigure,
    "galerie": WrittenGallery,
    "praticien": WrittenPerson,
    "praticiens": WrittenPeople,
    "terme": WrittenTermBlock,
    "video": WrittenVideoBlock,
}
"""The model of each block by its name."""
# Of these blocks the argument is no title, but the value of the field of this name.
_NAMED_BY_ARGUMENT = ("praticien", "terme")


@dataclass(frozen=True)
class WrittenTextBlock:
    """A block of a text as it is written: its name, its title and what it was told.

    ``front`` is where each option stands, lines as those of the text.
    """

    name: str
    title: str
    options: Written
    front: frontmatter.FrontMatter

    def without_places(self) -> "WrittenTextBlock":
        """Return the block without what tells where its options stand."""
        return replace(self, front=frontmatter.FrontMatter(frontmatter.Table(Span())))


def text_blocks(
    body: Body, words: Vocabulary
) -> tuple[tuple[WrittenTextBlock | None, ...], list[Finding]]:
    """Return the blocks of a text in its order, None for one with a fault, and all findings."""
    read = [_block(block, words) for block in body.text_blocks]
    return tuple(block for block, _ in read), [one for _, found in read for one in found]


def _block(block: TextBlock, words: Vocabulary) -> tuple[WrittenTextBlock | None, list[Finding]]:
    if block.name in _NAMED_BY_ARGUMENT and not block.argument:
        # Said with the lines that open and close blocks.
        return None, []
    front = _front(block)
    options, wrong = validated(TEXT_BLOCKS[block.name], front, words)
    findings = [*front.findings, *map(_in_a_block, wrong)]
    if isinstance(options, WrittenTermBlock):
        findings += _unknown_term(options.term, front, words)
    if (count := getattr(options, "count", None)) is not None and not 0 < count <= _MOST_SHOWN:
        findings.append(
            Finding(
                front.span_of(("nombre",)),
                "nombre",
                f"un bloc montre de 1 à {_MOST_SHOWN} lignes",
                "écrivez par exemple 3",
            )
        )
    if options is None or findings:
        return None, findings
    return WrittenTextBlock(block.name, block.argument, options, front), []


def _in_a_block(finding: Finding) -> Finding:
    """Return a finding of the fields of an entry as one of the options of a block."""
    if finding.code != "champ-manquant":
        return finding
    fix = finding.fix.replace("ajoutez une ligne", "ajoutez dessous, après quatre espaces,")
    return replace(finding, message=finding.message.replace("le champ", "l’option"), fix=fix)


def _front(block: TextBlock) -> frontmatter.FrontMatter:
    """Return the options of a block as a front matter, the argument as one of them if it is one."""
    head = Span(block.line, block.column, block.column + max(len(block.argument), 1))
    front = frontmatter.read(block.options, block.line + 1)
    if block.name not in _NAMED_BY_ARGUMENT:
        return replace(front, table=replace(front.table, span=head))
    argument = frontmatter.Text(head, block.argument, "")
    values = {**front.table.values, block.name: argument}
    keys = {**front.table.keys, block.name: head}
    return replace(front, table=frontmatter.Table(head, values, keys))


def _unknown_term(
    name: str, front: frontmatter.FrontMatter, words: Vocabulary
) -> Iterator[Finding]:
    """Say that the glossary does not have a term; without any vocabulary its own fault is said."""
    if not words.words or words.term(name):
        return
    yield Finding(
        front.span_of(("terme",)),
        "reference-inconnue",
        f"« {name} » n’est pas un terme du glossaire",
        words.fix_of_term(name),
    )
