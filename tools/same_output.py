"""Build two revisions on the same day, and say which files of their sites differ.

``python tools/same_output.py REVISION [OTHER]`` compares a revision with another one (the last
commit when it is left out), at home and as the public site of examples. Each is built by its own
``invoke build`` in a work tree of its own, removed afterwards: what is not committed counts for
nothing. Exits with 0 when all files are the same to the byte, with 1 when one differs, with 2 when
a revision cannot be built.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ("pelicanconf.py", "tests/publishconf_exemple.py")
# One day for the site, and for the libraries that date what they write.
DAY = {"ASOF": "2027-03-14T09:00", "SOURCE_DATE_EPOCH": "1805011200"}

Site = dict[str, str]
"""The digest of each file by its path in the site."""


def sites_of(revision: str, tree: Path) -> list[Site]:
    """Return what a revision builds in the new work tree ``tree``, a site for each settings.

    Raises subprocess.CalledProcessError when the revision is unknown or does not build.
    """
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(tree), revision], check=True)
    try:
        return [_build(tree, settings) for settings in SETTINGS]
    finally:
        subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def _build(tree: Path, settings: str) -> Site:
    """Build the site of a work tree and return it."""
    command = [sys.executable, "-m", "invoke", "build", "--settings", settings]
    subprocess.run(command, cwd=tree, env=os.environ | DAY, check=True, stdout=subprocess.DEVNULL)
    output = tree / "output"
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in output.rglob("*")
        if path.is_file()
    }


def differences(one: Site, other: Site) -> list[str]:
    """Return the paths that only one of two sites has, or whose bytes differ, in order."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def main(one: str, other: str = "HEAD") -> int:
    """Compare two revisions, print what differs and return the exit code."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            before = sites_of(one, Path(folder, "one"))
            after = sites_of(other, Path(folder, "other"))
    except subprocess.CalledProcessError as error:
        print(error, file=sys.stderr)
        return 2
    found = [differences(*pair) for pair in zip(before, after, strict=True)]
    for settings, site, paths in zip(SETTINGS, after, found, strict=True):
        print(f"{settings}: {len(site)} files, {len(paths)} differ", *paths, sep="\n  ")
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
