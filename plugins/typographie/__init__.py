"""French micro-typography for Pelican, and for any Python program: `docs/typographie.md`.

The rooms, in the order of a text's way:

- `choices`      what a site switches on or off, and the setting TYPOGRAPHIE
- `tags`, `runs` markup and addresses hidden behind marks (`marks`), so that rules see text only
- `rules`        the rules, a small function each; `locales` is what differs between countries
- `typesetting`  the way itself: `typeset_html`, `typeset_text`
- `foreign`      text that is not French: typogrify's own filters
- `advice`       what typography cannot decide, told to the writer
- `plugin`       the only room that knows Pelican and Jinja
"""

from .choices import Rules, SettingsError
from .typesetting import typeset_html, typeset_text


def register() -> None:
    """Connect to Pelican, which nothing else here needs (called by Pelican)."""
    from .plugin import register as connect  # noqa: PLC0415 — checking a text must not load Pelican

    connect()


__all__ = ["Rules", "SettingsError", "register", "typeset_html", "typeset_text"]
