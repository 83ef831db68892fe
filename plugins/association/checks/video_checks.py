"""A video comes with its words: a transcription that can be read, searched and printed. Pure.

Source: RGAA 4.1, criteria 4.1 to 4.3.
"""

import re
from collections.abc import Iterator

from ..content.entry import Entry
from ..content.schema import WrittenEntry, WrittenVideo
from ..core.words import fold
from ..problems.findings import Finding, Span

_TITLES = frozenset({"h2", "h3", "h4", "h5", "h6", "summary"})
# In the languages that entries are written in; or a summary, where the words are another's.
_ANNOUNCES = re.compile(r"(trans[ck]ri|trascri|resume de la video)")


def missing_transcription(entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    """Find a video whose words are not in the text."""
    spans = [
        Span(block.line, 1, block.column).down(entry.body_line - 1)
        for block in entry.body.text_blocks
        if block.name == "video"
    ]
    if isinstance(getattr(entry.written, "video", None), WrittenVideo):
        spans.insert(0, entry.front.span_of_key(("video",)))
    if not spans:
        return
    titles = [block.words for block in entry.body.blocks if block.tag in _TITLES]
    if not any(_ANNOUNCES.match(fold(title)) for title in titles):
        yield Finding(
            spans[0],
            "video-sans-transcription",
            "cette vidéo n’a pas de transcription dans le texte",
            "ajoutez à la fin « /// details | Transcription de la vidéo », ce qui s’y dit, « /// »",
            "si les paroles sont d’un autre auteur, un « Résumé de la vidéo » suffit",
        )
