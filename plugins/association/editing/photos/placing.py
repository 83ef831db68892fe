"""Where a picture goes in the content, under which name; nothing there is ever written over."""

from itertools import count
from pathlib import Path

from ...core.words import slug_of
from .preparing import TAKEN, Prepared

IMAGES = "images"


def given(sources: list[Path]) -> tuple[list[Path], list[Path]]:
    """Return the pictures among what was given, folders opened, and what is none."""
    pictures: list[Path] = []
    others: list[Path] = []
    for source in sources:
        if source.is_dir():
            inside = sorted(path for path in source.iterdir() if not path.name.startswith("."))
            pictures += [path for path in inside if _is_picture(path)]
        else:
            (pictures if _is_picture(source) else others).append(source)
    return pictures, others


def _is_picture(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in TAKEN


def placed(picture: Prepared, named: str, root: Path, folder: str) -> str:
    """Write a picture below ``images/folder`` of the content, named after words; return its path.

    The same picture brought in twice keeps its first place. Raises OSError.
    """
    target = root / IMAGES / folder
    target.mkdir(parents=True, exist_ok=True)
    stem = slug_of(named) or "image"
    for number in count(1):
        path = target / f"{stem}{'' if number == 1 else f'-{number}'}{picture.ending}"
        try:
            with path.open("xb") as file:
                file.write(picture.content)
        except FileExistsError:
            if path.read_bytes() != picture.content:
                continue
        return path.relative_to(root).as_posix()
    raise AssertionError("names never run out")
