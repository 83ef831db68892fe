"""How a picture is rendered: its widths and its crop. Pure.

A picture is never enlarged: a small one gets fewer files.
"""

from dataclasses import dataclass

# A width this close to the picture's own is not worth another file.
_NEARLY = 0.9
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Focus:
    """The point to keep visible when a picture is cropped, as shares of its width and height."""

    across: float
    down: float


# Heads are usually in the middle of the upper third.
HEAD = Focus(0.5, 1 / 3)


@dataclass(frozen=True)
class Recipe:
    """The widths of the files in pixels; ``plain_width`` is for browsers without AVIF and WebP.

    ``square`` is the focus of a square crop, if any.
    """

    widths: tuple[int, ...]
    plain_width: int
    square: Focus | None = None

    def box(self, size: tuple[int, int]) -> Box:
        """Return the crop of a picture of this size: left, top, right, bottom."""
        width, height = size
        if self.square is None:
            return 0, 0, width, height
        side = min(size)
        left = _start(width, side, self.square.across)
        top = _start(height, side, self.square.down)
        return left, top, left + side, top + side

    def sizes(self, size: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Return the sizes of the renditions of a picture of this size, smallest first."""
        own = self._cropped_size(size)[0]
        largest = min(own, self.widths[-1])
        steps = (width for width in self.widths if width < largest * _NEARLY)
        return tuple(self._at(width, size) for width in (*steps, largest))

    def plain_size(self, size: tuple[int, int]) -> tuple[int, int]:
        """Return the size of the file that every browser shows."""
        return self._at(min(self._cropped_size(size)[0], self.plain_width), size)

    def _cropped_size(self, size: tuple[int, int]) -> tuple[int, int]:
        left, top, right, bottom = self.box(size)
        return right - left, bottom - top

    def _at(self, width: int, size: tuple[int, int]) -> tuple[int, int]:
        own, height = self._cropped_size(size)
        return width, max(1, round(height * width / own))


def _start(length: int, side: int, share: float) -> int:
    """Return where ``side`` starts within ``length``, centred on ``share`` as far as possible."""
    return min(max(0, round(length * share - side / 2)), length - side)
