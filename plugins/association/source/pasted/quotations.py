"""A quotation in its own paragraph, followed by its source between brackets."""

import re
from collections.abc import Iterator

from ...problems.findings import Severity
from .passage import Lines, Passage, blocks, passage

_QUOTATION = re.compile(
    r"\*?«[\s\u00a0\u202f]*(?P<words>[^«»]{30,}?)[\s\u00a0\u202f]*»\*?[\s\u00a0]*[.,]?[\s\u00a0]*"
    r"(?:\((?P<source>[A-ZÀ-Ý][^()]*(?:\([^()]*\)[^()]*)?)\)|[—–-]\s+(?P<dashed>[A-ZÀ-Ý][^«».]{2,80}))\.?"
)
# Below a quotation, a name alone on its line.
_SOURCE_LINE = re.compile(r"[A-ZÀ-Ý][^«».!?:;]{2,80}")
# A source names a work, a year or a page; a remark in brackets does not.
_WORK = re.compile(r",|\b\d{4}\b|\bp\.")


def sourced_quotations(lines: Lines) -> Iterator[Passage]:
    """Find quotations that could be shown as such, with their source."""
    for start, stop in blocks(lines):
        block = [(line or "").strip() for line in lines[start:stop]]
        if len(block) == 2 and _SOURCE_LINE.fullmatch(block[1]):
            block[1] = f"— {block[1]}"
        match = _QUOTATION.fullmatch(" ".join(block))
        if match is None:
            continue
        source = (match["source"] or match["dashed"]).strip()
        if match["source"] and not _WORK.search(source):
            continue
        yield passage(
            lines,
            start,
            stop,
            [f"> {match['words']}", ">", f"> — {source}"],
            code="citation",
            message="cette citation peut se montrer comme telle, avec sa source",
            fix="commencez chaque ligne par « > », la dernière par « > — »",
            severity=Severity.ADVICE,
        )
