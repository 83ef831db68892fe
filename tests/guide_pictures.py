"""The pictures of the editors' guide, which say what the program says.

A drawing of a terminal is text. Beside a picture of a page is the text of what it shows. Tests hold
both to the program, and make them anew for ``invoke images-du-guide``.
"""

import io
from pathlib import Path
from typing import Any

from PIL import Image

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "redacteurs" / "images"
_COLOURS = 32
_MARGIN = 12
_OLD = "a vieilli : lancez « invoke images-du-guide »"
# The text of an element as it is seen, then what its fields hold; icons are letters to a program.
_WORDS = """element => {
  const fields = [...element.querySelectorAll("input, textarea")].map(field => field.value);
  element.querySelectorAll(".icon").forEach(icon => icon.replaceChildren());
  return [element.innerText, ...fields].join("\\n");
}"""


class GuidePictures:
    """Holds the pictures to what they show; makes them first where ``is_drawing``."""

    def __init__(self, *, is_drawing: bool) -> None:
        self._is_drawing = is_drawing

    def hold_drawing(self, name: str, drawing: str) -> None:
        """Fail unless the drawing of this name is this one."""
        path = PICTURES / f"{name}.svg"
        if self._is_drawing:
            path.write_text(drawing, "utf-8")
        assert path.read_text("utf-8") == drawing, f"{path.name} {_OLD}"

    def hold_page(self, name: str, page: Any, *selectors: str) -> None:
        """Fail unless the first elements that a page selects say what the picture shows.

        The picture is as wide as the window, from the first of these elements to the last.
        """
        elements = [page.locator(selector).first for selector in selectors]
        picture = _picture(page, elements) if self._is_drawing else None
        said = "".join(f"{_plain(element.evaluate(_WORDS))}\n" for element in elements)
        words = PICTURES / f"{name}.txt"
        if picture:
            (PICTURES / f"{name}.png").write_bytes(picture)
            words.write_text(said, "utf-8")
        assert words.read_text("utf-8") == said, f"{name}.png {_OLD}"


def _plain(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _picture(page: Any, elements: list[Any]) -> bytes:
    """Return the PNG of what is between the first and the last of these elements."""
    elements[-1].scroll_into_view_if_needed()
    window, boxes = page.viewport_size, [element.bounding_box() for element in elements]
    top = max(0, min(box["y"] for box in boxes) - _MARGIN)
    foot = min(window["height"], max(box["y"] + box["height"] for box in boxes) + _MARGIN)
    clip = {"x": 0, "y": top, "width": window["width"], "height": foot - top}
    shot = Image.open(io.BytesIO(page.screenshot(clip=clip, animations="disabled")))
    light = io.BytesIO()
    shot.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(light, "PNG")
    return light.getvalue()
