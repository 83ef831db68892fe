"""The places where pages show pictures: how they are rendered, and how wide the theme shows them.

``sizes`` follow the theme's style sheets; a browser test compares them with the rendered pages.
"""

from dataclasses import dataclass

from ..pictures.recipe import HEAD, Focus, Recipe

# The width of the text column and of a telephone, each also for two dots per pixel.
_TEXT_RECIPE = Recipe(widths=(400, 672, 960, 1344), plain_width=1200)
# A line of the directory, and the top of a profile, on screens of one to three dots a pixel: lists
# say only what they need, or their addresses weigh more than their words.
_IN_A_LIST, _PLAIN_IN_A_LIST = (104, 208, 312), 208
_ON_TOP, _PLAIN_ON_TOP = (272, 544, 816), 544


@dataclass(frozen=True)
class PicturePlace:
    """A place of a picture: its recipe, and the ``sizes`` by which browsers choose a file."""

    recipe: Recipe
    sizes: str


TEXT = PicturePlace(
    _TEXT_RECIPE,
    "(min-width: 76rem) 42rem, (min-width: 62rem) calc(92vw - 25rem), (min-width: 46rem) 42rem, "
    "92vw",
)
CARD = PicturePlace(
    _TEXT_RECIPE,
    "(min-width: 110rem) 28rem, (min-width: 79rem) 24rem, (min-width: 51rem) 45vw, 92vw",
)
# The latest news, before the others.
LEAD = PicturePlace(
    _TEXT_RECIPE,
    "(min-width: 110rem) 49rem, (min-width: 83rem) 42rem, (min-width: 62rem) 51vw, 92vw",
)


def portrait_in_a_list(focus: Focus = HEAD) -> PicturePlace:
    """Return the place of a portrait beside a name, cropped around ``focus``."""
    return PicturePlace(
        Recipe(_IN_A_LIST, _PLAIN_IN_A_LIST, focus), "(max-width: 30rem) 4.5rem, 6.5rem"
    )


def portrait_on_top(focus: Focus = HEAD) -> PicturePlace:
    """Return the place of a portrait at the top of its person's page."""
    return PicturePlace(Recipe(_ON_TOP, _PLAIN_ON_TOP, focus), "(min-width: 29rem) 17rem, 60vw")
