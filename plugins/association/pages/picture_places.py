"""Where pages show pictures: what is made of them for it, and how wide the theme shows them.

``sizes`` follow the theme's style sheets; a test in a browser compares them with what is shown.
"""

from dataclasses import dataclass

from ..pictures.recipe import HEAD, Focus, Recipe

# The column of text, once and twice; a telephone, and twice that.
_WIDE = Recipe(widths=(400, 672, 960, 1344), plain_width=1200)
# A line of the directory and the top of a profile, on screens of one to three dots a pixel.
_PORTRAIT_WIDTHS, _PLAIN_PORTRAIT = (104, 208, 312, 544, 816), 544


@dataclass(frozen=True)
class ShownAt:
    """A place: what is made of a picture for it, and the ``sizes`` that browsers choose by."""

    recipe: Recipe
    sizes: str


TEXT = ShownAt(
    _WIDE,
    "(min-width: 76rem) 42rem, (min-width: 62rem) calc(92vw - 25rem), (min-width: 46rem) 42rem, "
    "92vw",
)
CARD = ShownAt(
    _WIDE, "(min-width: 110rem) 28rem, (min-width: 79rem) 24rem, (min-width: 51rem) 45vw, 92vw"
)
# The latest news, before the others.
LEAD = ShownAt(
    _WIDE, "(min-width: 110rem) 49rem, (min-width: 83rem) 42rem, (min-width: 62rem) 51vw, 92vw"
)


def portrait_in_a_list(focus: Focus = HEAD) -> ShownAt:
    """Return the place of a portrait beside a name, cropped around ``focus``."""
    return ShownAt(_portrait(focus), "(max-width: 30rem) 4.5rem, 6.5rem")


def portrait_on_top(focus: Focus = HEAD) -> ShownAt:
    """Return the place of a portrait at the top of its person's page."""
    return ShownAt(_portrait(focus), "(min-width: 29rem) 17rem, 60vw")


def _portrait(focus: Focus) -> Recipe:
    return Recipe(_PORTRAIT_WIDTHS, _PLAIN_PORTRAIT, focus)
