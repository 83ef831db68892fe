"""The text of an entry, printed: which address it has, and what is kept of it between builds."""

import logging
from dataclasses import replace
from datetime import datetime

from typographie import Options, typeset_html, typeset_text

from ..content.addresses import printed_path
from ..content.entry import AnyEntry
from ..content.french_dates import day_in_words
from ..core.results_cache import inputs_of
from ..core.zone import today
from ..printing.press import Pdf
from ..printing.text_pdf import Sheet, text_pdf
from ..printing.typst_text import text_in_typst
from .common import Document
from .context import Context
from .printed_file import PrintedFile, printed_file
from .qr import qr_file

_FAILURE = "le PDF « %s » n’a pas pu être composé, et le site s’en passe : %s"
_EXAMPLE = "Exemple : ce texte montre ce que le site peut présenter."


def printed_text(
    entry: AnyEntry,
    sheet: Sheet,
    words: str,
    changed: datetime | None,
    context: Context,
    after: str = "",
) -> PrintedFile | None:
    """Return the text of an entry with what its ``sheet`` says around it, or None.

    ``words`` name the document where a page leads to it; ``changed`` (aware) is when the text last
    did; ``after`` is HTML that follows it. Of a text that cannot be printed there is none: the
    checks, or a warning, say why.
    """
    path = printed_path(entry.folder, entry.slug)
    options = context.settings.typography
    html = str(context.body(entry).html)
    if after:
        html += typeset_html(after, entry.written.lang, options=options)
    text = text_in_typst(html, sheet.page, context.results.get_or_compute)
    if text.refusals:
        return None
    day = day_in_words(today(changed)) if changed else ""
    shown = replace(sheet, day=day, lang=entry.written.lang)
    pictures = context.pictures.files_at(text.pictures)
    inputs = (
        *("printed text", inputs_of(shown), repr(options), text.code, str(changed)),
        *(part for address, file in pictures.items() for part in (address, file.read_bytes())),
    )

    def printed() -> Pdf:
        typeset = replace(_typeset(shown, options), code=qr_file(sheet.page))
        return text_pdf(typeset, text, pictures, changed)

    try:
        made = context.results.get_or_compute(inputs, printed)
    except (OSError, ValueError) as error:
        logging.getLogger(__name__).warning(_FAILURE, path, error)
        return None
    return printed_file(path, words, made, context)


def with_document(made: PrintedFile | None, others: tuple[Document, ...]) -> tuple[Document, ...]:
    """Return the documents that a page leads to, first that of its own text."""
    return (made.document, *others) if made else others


def _typeset(sheet: Sheet, options: Options) -> Sheet:
    def words(text: str) -> str:
        return typeset_text(text, sheet.lang, options=options)

    return replace(
        sheet,
        title=words(sheet.title),
        summary=words(sheet.summary),
        facts=tuple((heading, words(said)) for heading, said in sheet.facts if said),
        goals=tuple(map(words, sheet.goals)),
        programme=tuple(
            replace(
                part,
                days=tuple(
                    (label, tuple((hour, words(title), words(who)) for hour, title, who in found))
                    for label, found in part.days
                ),
            )
            for part in sheet.programme
        ),
        note=_EXAMPLE if sheet.is_example else "",
    )
