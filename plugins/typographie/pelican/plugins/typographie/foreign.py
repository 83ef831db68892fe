"""Text that is not French: typogrify's own filters, kept away from the markup.

English gets `smartypants` and `amp`. Other languages get `amp` alone: smartypants knows the
English quotes only, and “ ” would be a mistake in German or Italian. `widont` is left to the
style sheet (`text-wrap: pretty`).
"""

import html as markup
import re
from collections.abc import Sequence

from typogrify.filters import amp, smartypants

from .own_names import names_pattern

_PLACE = re.compile("<t([0-9]+)>")


def typogrify_html(
    runs: Sequence[str], between: Sequence[str], lang: str, names: tuple[str, ...], *, spans: bool
) -> str:
    """Runs of HTML text and the markup between them, typeset by typogrify, markup as it was.

    So are `names`.

    With `spans`, lone ampersands are wrapped; twice, for `amp` skips every other one in a row.
    """
    hidden = list(between)
    parts = [_hide_names_and_brackets(runs[0], names, hidden)]
    for place, run in enumerate(runs[1:]):
        parts.append(f"<t{place}>")
        parts.append(_hide_names_and_brackets(run, names, hidden))
    text = "".join(parts)
    if spans:
        text = amp(amp(text))
    if _is_english(lang):
        text = smartypants(text)
    return _PLACE.sub(lambda match: hidden[int(match[1])], text)


def typogrify_text(text: str, lang: str, names: tuple[str, ...] = ()) -> str:
    """Plain text typeset by typogrify, without any markup in or out; `names` stay as they are."""
    if not _is_english(lang):
        return text
    hidden: list[str] = []
    escaped = _hide_names_and_brackets(markup.escape(text, quote=False), names, hidden)
    return markup.unescape(_PLACE.sub(lambda match: hidden[int(match[1])], smartypants(escaped)))


def _hide_names_and_brackets(run: str, names: tuple[str, ...], hidden: list[str]) -> str:
    """The run with hidden pieces for names, and for each `<` that opens no tag.

    Typogrify would read on from there.
    """

    def hide(match: re.Match[str]) -> str:
        hidden.append(match[0])
        return f"<t{len(hidden) - 1}>"

    known = names_pattern(names)
    return re.sub(f"<|{known}" if known else "<", hide, run)


def _is_english(lang: str) -> bool:
    return lang.lower().replace("_", "-").split("-")[0] == "en"
