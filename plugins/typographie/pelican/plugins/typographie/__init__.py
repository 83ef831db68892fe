"""French micro-typography for Pelican, and for any Python program: see the README.

All that others may use is here: `typeset_html` and `typeset_text` with their `Options`, and
`advise`; the filter of templates is in `plugin`. The modules, in the order of a text's way:

- `options`      what a site switches on or off, and the setting TYPOGRAPHIE
- `own_names`    the names that a site writes its own way
- `tags`, `runs` markup and addresses hidden behind marks (`marks`), so that rules see text only
- `ordinals`     the ending of an ordinal, raised with a tag
- `rules`        the rules, a small function each; `locales` is what differs between countries
- `typesetting`  the way itself: `typeset_html`, `typeset_text`
- `foreign`      text that is not French: typogrify's own filters
- `advice`       what typography cannot decide, said to the writer; `prose` finds where to look
- `plugin`       the only module that knows Pelican and Jinja
"""

from .advice import Advice, advise
from .options import Options, SettingsError
from .typesetting import TypesetHtml, typeset_html, typeset_text


def register() -> None:
    """Connect to Pelican, which nothing else here needs (called by Pelican)."""
    from .plugin import register as connect  # noqa: PLC0415 — checking a text must not load Pelican

    connect()


__all__ = [
    "Advice",
    "Options",
    "SettingsError",
    "TypesetHtml",
    "advise",
    "register",
    "typeset_html",
    "typeset_text",
]
