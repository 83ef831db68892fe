"""Where Pelican and Jinja meet the typography: contents, summaries, and the Jinja filter."""

from functools import partial
from typing import Any

from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape
from pelican import signals

from .options import Options
from .typesetting import TypesetHtml, typeset_html, typeset_text


def register() -> None:
    """Connect to Pelican; called once for each plugin named in PLUGINS."""
    signals.initialized.connect(check_settings)
    signals.content_object_init.connect(typeset_content)
    signals.generator_init.connect(add_filter)


def check_settings(pelican: Any) -> None:
    """Read TYPOGRAPHIE once, before anything is built; raises SettingsError, in French."""
    pelican.settings["TYPOGRAPHIE"] = Options.from_settings(pelican.settings.get("TYPOGRAPHIE"))


def typeset_content(content: Any) -> None:
    """Typeset a content object's HTML and its summary, in the object's language.

    Its title stays as written: feeds, calendars and slugs read it. Templates typeset it. Content
    that is `TypesetHtml` stays as well.
    """
    options = content.settings["TYPOGRAPHIE"]
    lang = getattr(content, "lang", None) or content.settings["DEFAULT_LANG"]
    if isinstance(content._content, str) and not isinstance(content._content, TypesetHtml):
        content._content = typeset_html(content._content, lang, options=options)
    summary = content.metadata.get("summary")
    if isinstance(summary, str):
        content._summary = typeset_html(summary, lang, options=options)
        content.metadata["summary"] = content._summary


def add_filter(generator: Any) -> None:
    """Give the templates of a generator the filter `typographie`."""
    settings = generator.settings
    generator.env.filters["typographie"] = typographie_filter(
        settings["TYPOGRAPHIE"], settings["DEFAULT_LANG"]
    )


def typographie_filter(options: Options, default_lang: str) -> Any:
    """The Jinja filter: `{{ title|typographie }}`, `{% filter typographie(lang) %}…`.

    In a template that escapes, plain text is typeset and escaped, and markup is typeset as HTML.
    A template that does not escape holds nothing but HTML.
    """
    return pass_eval_context(partial(_typographie, options=options, default_lang=default_lang))


def _typographie(
    context: EvalContext,
    value: object,
    lang: str | None = None,
    *,
    options: Options,
    default_lang: str,
) -> str:
    chosen = lang or default_lang
    if isinstance(value, Markup):
        return Markup(typeset_html(str(value), chosen, options=options))
    if context.autoescape:
        return escape(typeset_text(str(value), chosen, options=options))
    return typeset_html(str(value), chosen, options=options)
