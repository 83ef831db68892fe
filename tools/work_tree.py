"""The cleanliness of a git work tree: no leftovers of a run, nothing heavy or repeated in git.

    python tools/work_tree.py [FOLDER]

Prints each fault of a git work tree (the current folder unless named) on a line, and exits with 1
if there is any. ``.ci/run`` ends with it, on a clone that was clean at first.
"""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class HeavyFile:
    """Files that may be heavier than the others: a pattern of paths, the most bytes, and why."""

    pattern: str
    most: int
    reason: str


MOST = 60_000
HEAVY_FILES = (
    HeavyFile("content/vocabulaire.yml", 200_000, "the words that visitors say"),
    HeavyFile("content/images/*", 2_000_000, "photographs that editors bring"),
    HeavyFile("content/documents/*", 5_000_000, "documents that editors bring"),
    HeavyFile("docs/images/*.png", 80_000, "pictures of whole pages, in the README"),
    HeavyFile("docs/redacteurs/schemas/*.json", 100_000, "every country, wherever one is asked"),
    HeavyFile("docs/redacteurs/problemes.md", 120_000, "the catalogue of all messages"),
    HeavyFile("*/gazetteer/*.txt", 400_000, "the towns and villages of France"),
    HeavyFile("*/printing/*.ttf", 70_000, "the letters of all Europe, for what is printed"),
    HeavyFile("requirements*.txt", 400_000, "a hash for every file of every pinned package"),
)
# Git itself reports what .gitignore excludes; these are leftovers of runs.
GENERATED_FOLDERS = frozenset(
    {".cache", "__pycache__", "cache", "htmlcov", "node_modules", "output"}
)
# Shorter lines may well be the same twice: « - no option », « - see above ».
_SHORTEST_LINE = 40
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s+")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_IGNORED = ("--cached", "--ignored", "--exclude-standard")
# Test fixtures and content are not documentation.
_NOT_DOCUMENTS = ("content/", "tests/")


def uncommitted_changes(lines: str) -> list[str]:
    """Return the ``lines`` of ``status`` in words."""
    return [f"{line[3:]}: changed or made since the last commit" for line in lines.splitlines()]


def heavy_files(sizes: dict[str, int]) -> list[str]:
    """Return the files that are heavier than files of their kind may be."""
    found = []
    for path, size in sizes.items():
        most = next((kind.most for kind in HEAVY_FILES if fnmatch(path, kind.pattern)), MOST)
        if size > most:
            found.append(f"{path}: {size} bytes, and {most} is the most (tools/work_tree.py)")
    return found


def generated_folders(paths: list[str]) -> list[str]:
    """Return the folders of caches and output that git tracks, once each."""
    folders = {
        str(folder)
        for path in paths
        for folder in PurePosixPath(path).parents
        if folder.name in GENERATED_FOLDERS
    }
    return [f"{folder}: a folder of caches or output has no place in git" for folder in folders]


def repeated_lines(document: str) -> list[str]:
    """Return the long lines of lists that a Markdown document has twice, without their bullets."""
    counted = Counter(line for line in _lines_of_lists(document) if len(line) > _SHORTEST_LINE)
    return [line for line, count in counted.items() if count > 1]


def _lines_of_lists(document: str) -> Iterator[str]:
    fence, in_list = "", False
    for line in document.splitlines():
        text = line.strip()
        marker = _FENCE.match(text)
        if marker and (not fence or text.startswith(fence)):
            fence = "" if fence else marker[1]
        elif fence or not text:
            continue
        elif item := _ITEM.match(text):
            in_list = True
            yield text[item.end() :]
        else:
            in_list = in_list and line[0].isspace()
            if in_list:
                yield text


def findings(root: Path) -> list[str]:
    """Return all that is wrong with the work tree at ``root``, sorted."""
    paths = _tracked_files(root)
    present = [path for path in paths if (root / path).is_file()]
    return sorted(
        [
            *uncommitted_changes(status(root)),
            *heavy_files({path: (root / path).stat().st_size for path in present}),
            *generated_folders(paths),
            *(
                f"{path}: git tracks it and .gitignore rules it out"
                for path in _tracked_files(root, *_IGNORED)
            ),
            *(
                f"{path}: twice in a list: {line}"
                for path in present
                if path.endswith(".md") and not path.startswith(_NOT_DOCUMENTS)
                for line in repeated_lines((root / path).read_text("utf-8"))
            ),
        ]
    )


def status(root: Path) -> str:
    """Return the changed and new files, as ``git status --porcelain`` lists them.

    Raises CalledProcessError or OSError where there is no work tree.
    """
    return _git(root, "-c", "core.quotePath=false", "status", "--porcelain")


def _tracked_files(root: Path, *options: str) -> list[str]:
    return [path for path in _git(root, "ls-files", "-z", *options).split("\0") if path]


def _git(root: Path, *arguments: str) -> str:
    """Return the output of git."""
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def main(arguments: list[str]) -> int:
    """Print the findings of a folder and return the exit code."""
    found = findings(Path(*arguments[:1]))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
