"""The page of styles, made at home only: every component in its states, and the theme's values.

What it shows is in ``theme/templates/styles.html``, made by the components themselves with the
values of ``styles-exemples.html``.
"""

from collections.abc import Iterator
from dataclasses import replace

from ..pages.page import OutputPage, PageBuilder, Placement
from .style_tokens import tokens

PATH = "styles/"
_TITLE = "Les styles du site"
_LEAD = "Chaque composant dans ses états, et les valeurs dont ils sont faits."


def styles_page(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield the page, where the sheet of values is given; it stays out of sitemap and search."""
    sheet = builder.context.settings.tokens
    if sheet:
        values = {"tokens": tokens(sheet)}
        place = Placement((builder.home,))
        page = builder.page("styles", PATH, (_TITLE, _LEAD), values, place, section="styles")
        yield replace(page, head=replace(page.head, index=False))
