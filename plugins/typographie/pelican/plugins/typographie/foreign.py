"""Text that is not French: typogrify's own filters, kept away from the markup.

English gets `smartypants` and `amp`. Other languages get `amp` alone: smartypants knows the
English quotes only, and “ ” would be a mistake in German or Italian. `widont` is left to the
style sheet (`text-wrap: pretty`).
"""

import html as markup
import re
from collections.abc import Sequence

from typogrify.filters import amp, smartypants

_PLACE = re.compile("<t([0-9]+)>")


def typogrify_html(runs: Sequence[str], between: Sequence[str], lang: str, *, spans: bool) -> str:
    """Runs of HTML text and the markup between them, typeset by typogrify, markup as it was.

    With `spans`, lone ampersands are wrapped; twice, for `amp` skips every other one in a row.
    """
    hidden = list(between)
    parts = [_hide_stray_brackets(runs[0], hidden)]
    for place, run in enumerate(runs[1:]):
        parts.append(f"<t{place}>")
        parts.append(_hide_stray_brackets(run, hidden))
    text = "".join(parts)
    if spans:
        text = amp(amp(text))
    if _is_english(lang):
        text = smartypants(text)
    return _PLACE.sub(lambda match: hidden[int(match[1])], text)


def typogrify_text(text: str, lang: str) -> str:
    """Plain text typeset by typogrify, without any markup in or out."""
    if not _is_english(lang):
        return text
    return markup.unescape(smartypants(markup.escape(text, quote=False)))


def _hide_stray_brackets(run: str, hidden: list[str]) -> str:
    """The run with each `<` that opens no tag as a hidden piece, for typogrify would read on."""

    def hide(_match: re.Match[str]) -> str:
        hidden.append("<")
        return f"<t{len(hidden) - 1}>"

    return re.sub("<", hide, run)


def _is_english(lang: str) -> bool:
    return lang.lower().replace("_", "-").split("-")[0] == "en"
