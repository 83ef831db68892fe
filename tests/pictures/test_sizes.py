"""The size of a picture is read from the file."""

from pathlib import Path

import pytest
from PIL import Image

from association.pictures.sizes import picture_size


@pytest.mark.parametrize("name", ["x.png", "x.jpg", "x.webp", "x.gif"])
def test_a_photograph_has_the_size_of_its_pixels(tmp_path: Path, name: str) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / name)
    assert picture_size(tmp_path / name) == (40, 30)


@pytest.mark.parametrize(
    ("svg", "expected"),
    [
        ('<svg width="80" height="60">', (80, 60)),
        ('<svg height="60px" width="80.4px">', (80, 60)),
        ('<svg viewBox="0 0 80 60">', (80, 60)),
        ('<svg width="100%" height="100%" viewBox="-1,-2 80,60">', (80, 60)),
    ],
)
def test_a_drawing_says_its_size_or_its_box(
    tmp_path: Path, svg: str, expected: tuple[int, int]
) -> None:
    path = tmp_path / "x.svg"
    path.write_text(f'<?xml version="1.0"?>{svg}</svg>')
    assert picture_size(path) == expected


@pytest.mark.parametrize("name", ["x.svg", "x.png", "x.jpg"])
@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises((ValueError, OSError)):
        picture_size(tmp_path / name)
