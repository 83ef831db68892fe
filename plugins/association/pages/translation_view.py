"""What is published of a translation, and of the languages that a text can be read in."""

from dataclasses import dataclass

from .common import Body, Day, Image


@dataclass(frozen=True)
class Version:
    """A text in one language: ``label`` says « Auf Deutsch », in that language.

    ``url`` is for readers, ``canonical`` the full address for robots. ``is_original``: the others
    were translated from it; ``is_this``: it is what the page shows.
    """

    lang: str
    label: str
    url: str
    canonical: str
    is_original: bool
    is_this: bool


@dataclass(frozen=True)
class TranslationPage:
    """A text in the language ``lang``; the picture's words are in that of the original.

    ``day`` is that of a news item.
    """

    lang: str
    original_lang: str
    title: str
    body: Body
    day: Day | None
    image: Image | None
    is_example: bool
