"""What is made of a picture: at which widths, cropped how. Pure.

A picture is never enlarged: of a small one fewer files are made.
"""

from dataclasses import dataclass

# A step this near to the picture's own width would only weigh.
_NEARLY = 0.9
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Focus:
    """What must stay in sight when a picture is cropped: shares of its width and its height."""

    across: float
    down: float


# Heads are in the middle, and in the upper third.
HEAD = Focus(0.5, 1 / 3)


@dataclass(frozen=True)
class Recipe:
    """The widths (pixels) of the files, and that of the one for browsers that know neither format.

    ``square`` crops around that focus.
    """

    widths: tuple[int, ...]
    plain_width: int
    square: Focus | None = None

    def box(self, size: tuple[int, int]) -> Box:
        """Return the part kept of a picture of this size: left, top, right, bottom."""
        width, height = size
        if self.square is None:
            return 0, 0, width, height
        side = min(size)
        left = _start(width, side, self.square.across)
        top = _start(height, side, self.square.down)
        return left, top, left + side, top + side

    def sizes(self, size: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Return the sizes of the files made of a picture of this size, from small to large."""
        own = self._kept(size)[0]
        largest = min(own, self.widths[-1])
        steps = (width for width in self.widths if width < largest * _NEARLY)
        return tuple(self._at(width, size) for width in (*steps, largest))

    def plain_size(self, size: tuple[int, int]) -> tuple[int, int]:
        """Return the size of the file that every browser shows."""
        return self._at(min(self._kept(size)[0], self.plain_width), size)

    def _kept(self, size: tuple[int, int]) -> tuple[int, int]:
        left, top, right, bottom = self.box(size)
        return right - left, bottom - top

    def _at(self, width: int, size: tuple[int, int]) -> tuple[int, int]:
        own, height = self._kept(size)
        return width, max(1, round(height * width / own))


def _start(length: int, side: int, share: float) -> int:
    """Return where a run of ``side`` begins so that ``share`` of ``length`` is in its middle."""
    return min(max(0, round(length * share - side / 2)), length - side)
