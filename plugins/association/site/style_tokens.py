"""The theme's values read from their sheet, for the page of styles. Pure: text in, values out."""

import re
from dataclasses import dataclass

_VALUE = re.compile(r"^  --([\w-]+): (.+);$", re.M)
_PAIR = re.compile(r"^light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)$")
_GROUND = "papier"


@dataclass(frozen=True)
class Colour:
    """A colour of the light and of the dark scheme, and its contrast with the page in each."""

    name: str
    light: str
    dark: str
    light_contrast: str
    dark_contrast: str


@dataclass(frozen=True)
class Tokens:
    """The colours, and the other values as they are written (type, space, widths)."""

    colours: tuple[Colour, ...]
    measures: tuple[tuple[str, str], ...]


def tokens(sheet: str) -> Tokens:
    """Return the values of a sheet in order, without duplicates."""
    by_name: dict[str, str] = {}
    for name, value in _VALUE.findall(sheet):
        by_name.setdefault(name, value)
    pairs = {name: match for name, value in by_name.items() if (match := _PAIR.match(value))}
    ground = pairs[_GROUND]
    colours = tuple(
        Colour(
            name,
            pair[1],
            pair[2],
            _format_ratio(contrast(pair[1], ground[1])),
            _format_ratio(contrast(pair[2], ground[2])),
        )
        for name, pair in pairs.items()
    )
    return Tokens(colours, tuple(item for item in by_name.items() if item[0] not in pairs))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, « contrast ratio »)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) > 4 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _format_ratio(ratio: float) -> str:
    return f"{ratio:.1f}".replace(".", ",")
