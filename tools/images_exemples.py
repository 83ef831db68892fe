"""Draws the example pictures that are made of pixels: no photograph was taken for this site.

    python tools/images_exemples.py content/images [portrait.svg…]

What a vector drawing does badly is what they show: light that fades. A portrait is drawn by Typst
from an SVG, on a ground of light.
"""

import io
import math
import sys
from pathlib import Path

import typst
from PIL import Image, ImageChops, ImageDraw, ImageFilter

PAPER = (255, 253, 251)
NIGHT = (36, 26, 64)
RED, AMBER, GREEN, BLUE, VIOLET = (
    (240, 89, 62),
    (245, 171, 46),
    (22, 160, 143),
    (58, 120, 224),
    (168, 71, 155),
)
BEAMS = ((RED, 18), (AMBER, -30), (GREEN, 52), (BLUE, -62), (VIOLET, 84))
WIDE = (1600, 1000)


def beams() -> Image.Image:
    """Return five beams of light that cross in one place, on paper."""
    width, height = WIDE
    picture = Image.new("RGB", WIDE, PAPER)
    for number, (colour, degrees) in enumerate(BEAMS):
        beam = Image.new("RGB", WIDE, "white")
        angle, reach, half = math.radians(degrees), 2000, 70 + 14 * number
        across = (math.cos(angle) * half, math.sin(angle) * half)
        along = (-math.sin(angle) * reach, math.cos(angle) * reach)
        middle = (width * 0.52 + 95 * (number - 2), height * 0.48)
        corners = [
            (middle[0] + a * across[0] + b * along[0], middle[1] + a * across[1] + b * along[1])
            for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]
        ImageDraw.Draw(beam).polygon(corners, colour)
        soft = beam.filter(ImageFilter.GaussianBlur(9 + 7 * number))
        picture = ImageChops.multiply(
            picture, Image.blend(Image.new("RGB", WIDE, "white"), soft, 0.62)
        )
    return picture


def voices() -> Image.Image:
    """Return rings that spread from five places and meet, on a night ground."""
    picture = Image.new("RGB", WIDE, NIGHT)
    places = ((360, 330), (1240, 300), (800, 520), (480, 780), (1180, 760))
    for (colour, _), (x, y) in zip(BEAMS, places, strict=True):
        rings = Image.new("RGB", WIDE)
        drawing = ImageDraw.Draw(rings)
        for step in range(7, 0, -1):
            radius = 62 * step
            shade = tuple(round(part * (1.05 - step / 7.5)) for part in colour)
            drawing.ellipse(
                (x - radius, y - radius, x + radius, y + radius), outline=shade, width=20
            )
        drawing.ellipse((x - 30, y - 30, x + 30, y + 30), fill=colour)
        picture = ImageChops.screen(picture, rings.filter(ImageFilter.GaussianBlur(4)))
    return picture


def portrait(drawing: Path) -> Image.Image:
    """Return a drawn portrait, upright, four by five, a light behind the shoulder."""
    size = (960, 1200)
    page = "#set page(width: 960pt, height: 960pt, margin: 0pt)"
    source = f'{page}\n#image("{drawing.name}", width: 100%)'
    made = typst.compile(source.encode(), root=str(drawing.parent), format="png", ppi=72)
    assert isinstance(made, bytes)
    person = Image.open(io.BytesIO(made)).convert("RGB")
    ground = person.getpixel((4, 4))
    light = Image.new("RGB", size)
    ImageDraw.Draw(light).ellipse((460, -260, 1180, 560), fill=(70, 92, 84))
    picture = Image.new("RGB", size, ground)
    picture.paste(person, (0, 240))
    mask = ImageChops.difference(picture, Image.new("RGB", size, ground)).convert("L")
    behind = ImageChops.screen(picture, light.filter(ImageFilter.GaussianBlur(150)))
    return Image.composite(picture, behind, mask.point(lambda value: 255 if value > 8 else 0))


if __name__ == "__main__":
    images = Path(sys.argv[1])
    drawn = {"actualites/faisceaux.jpg": beams(), "actualites/voix.jpg": voices()}
    for source in map(Path, sys.argv[2:]):
        drawn[f"praticiens/{source.stem}.jpg"] = portrait(source)
    for name, image in drawn.items():
        image.save(images / name, quality=84, optimize=True, progressive=True)
