"""The summary of a text whose writer gave none: its first sentence. Pure."""

import re

from ..problems.findings import Finding, Span
from ..source.body import Body
from .common import LONGEST_SUMMARY

# A sentence ends before a capital letter or a quotation, and not after initials: « M. Madeleine ».
_END = re.compile(r"(?<!\b[A-ZÀ-Þ])(?<!\b(?:Mr|Dr|St))[.!?…]+(?:\s*»)?(?=\s+[A-ZÀ-Þ«“\"])")


def drawn_summary(body: Body) -> str:
    """Return the first sentence of the first paragraph, cut where lists would cut it, or ``""``.

    Headings, items of lists and quotations are no paragraph of the text.
    """
    words = (" ".join(block.words.split()) for block in body.blocks if block.tags == ("p",))
    paragraph = next((text for text in words if re.search(r"\w", text)), "")
    end = _END.search(paragraph)
    return _fitting(paragraph[: end.end()] if end else paragraph)


def _fitting(sentence: str) -> str:
    if len(sentence) <= LONGEST_SUMMARY:
        return sentence
    whole_words = sentence[: LONGEST_SUMMARY - 1].rpartition(" ")[0]
    return f"{whole_words or sentence[: LONGEST_SUMMARY - 1]}…"


def no_summary(span: Span) -> Finding:
    """Return what is said of a text without a summary that no sentence can stand for."""
    return Finding(
        span,
        "champ-manquant",
        "le champ « resume » manque, et le texte n’a pas de phrase qui en tienne lieu",
        "ajoutez une ligne « resume: … »",
    )
