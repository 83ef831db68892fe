"""Putting a new file in place: whole, or not at all, and never over another one."""

from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Write ``text`` to ``path``, in UTF-8; raise FileExistsError when the name is taken.

    The first file of a folder makes it, with those around it. Nobody who watches the folder sees
    half a file. Where the disk knows no second name for a file (FAT), it is written in place.
    """
    # A hidden name, which neither the site nor its preview looks at.
    hidden = path.with_name(f".{path.name}.nouveau")
    content = text.encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        hidden.write_bytes(content)
        try:
            path.hardlink_to(hidden)
        except FileExistsError:
            raise
        except OSError:
            with path.open("xb") as file:
                file.write(content)
    finally:
        hidden.unlink(missing_ok=True)
