"""Jinja, prepared for the pages of one build: there is no catalogue."""

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

_WORDS = ("variable_begin", "name", "lparen", "string", "rparen", "variable_end")


def prepare(environment: Environment) -> None:
    """Let the words of templates stand as they are written."""
    environment.add_extension(_WordsAsText)
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    # Called a hundred times a page: Jinja's own look the translations up each time.
    environment.globals |= {"_": _untranslated, "gettext": _untranslated}


class _WordsAsText(Extension):
    """Takes the words of a template without values, `{{ _("Menu") }}`, for text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        tokens = list(stream)
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "variable_begin" and _says_words(tokens[place : place + 6]):
                words = str(_without_values(tokens[place + 3].value))
                yield Token(token.lineno, "data", words)
                place += 6
            else:
                yield token
                place += 1


def _says_words(tokens: list[Token]) -> bool:
    return tuple(token.type for token in tokens) == _WORDS and tokens[1].value == "_"


def _untranslated(text: str, **values: object) -> Markup:
    """Return words of a template, with their values."""
    return Markup(text) % values if values else _without_values(text)


@cache
def _without_values(text: str) -> Markup:
    return Markup(text) % {}
