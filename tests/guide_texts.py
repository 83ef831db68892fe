"""The editors' guide as it is written: its pages, and the blocks that they show."""

import re
from pathlib import Path
from typing import NamedTuple

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "redacteurs"
PAGES = sorted(path for path in GUIDE.glob("*.md") if path.name != "problemes.md")
WRITTEN = [page for page in PAGES if page.name != "champs.md"]
"""The pages that somebody wrote, and no program."""

FENCED = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"`(content/[a-z]+/[a-z0-9-]+\.md)`")


class Block(NamedTuple):
    """A block of a page: its language, its text, and the file last named before it."""

    language: str
    text: str
    file: str


def blocks(page: str) -> list[Block]:
    """Return the blocks of a page of the guide, by its name."""
    text = (GUIDE / page).read_text("utf-8")
    found = []
    for match in FENCED.finditer(text):
        named = _NAMED.findall(text, 0, match.start())
        lines = match[3].replace(f"\n{match[1]}", "\n").removeprefix(match[1])
        found.append(Block(match[2], lines, named[-1] if named else ""))
    return found


def files(page: str) -> dict[str, str]:
    """Return the whole files that a page of the guide shows, by their path from the root."""
    return {
        block.file: block.text
        for block in blocks(page)
        if block.language == "markdown" and block.text.startswith("---\n")
    }


def prose(page: Path) -> str:
    """Return what is read as French: no code, no addresses."""
    text = FENCED.sub("", page.read_text("utf-8"))
    return re.sub(r"`[^`]*`|\]\([^)]*\)|<!--.*?-->", "", text)
