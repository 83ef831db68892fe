"""How long ``invoke verifier`` takes: this site's files repeated up to a number, start-up apart.

    python benchmarks/verification.py [files] [runs]

Each run is a new process with compiled code, the first one apart: it fills what later ones find.
The least of them is kept, in seconds of processor, which a busy machine does not stretch as it does
those of the clock. « Un changé » is what an editor waits for: before each run, one file changes.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_CHECK = (
    "import sys; sys.path[:0] = sys.argv[1].splitlines(); from pathlib import Path;"
    "from association.commands.verify import Options, main;"
    "sys.exit(main(Path(sys.argv[2]), Options()))"
)
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
_LOAD = "import sys; sys.path[:0] = sys.argv[1].splitlines(); import association.commands.verify"


def content_of(files: int, folder: Path) -> Path:
    """Copy the site's content, and its news and people again under other names."""
    root = folder / "content"
    shutil.copytree(ROOT / "content", root)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    models = sorted([*(root / "actualites").glob("*.md"), *(root / "praticiens").glob("*.md")])
    missing = files - len(list(root.rglob("*.md")))
    for number in range(max(missing, 0)):
        model = models[number % len(models)]
        shutil.copy(model, model.with_stem(f"{model.stem}-{number}"))
    return root


def least(
    code: str, *more: str, runs: int, before_each: Callable[[], object] = lambda: None
) -> float:
    """Return the least seconds that a new Python takes over ``code``, once it ran before."""
    environ = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    taken = []
    for _ in range(runs + 1):
        before_each()
        before = _spent()
        subprocess.run(
            [sys.executable, "-c", code, *more], check=True, capture_output=True, env=environ
        )
        taken.append(_spent() - before)
    return min(taken[1:])


def _lengthen(text: Path) -> None:
    with text.open("a", encoding="utf-8") as file:
        file.write("\nEncore un mot.\n")


def _spent() -> float:
    """Return the seconds of processor that finished processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:]]
    files, runs = (numbers + [500, 3][len(numbers) :])[:2]
    plugins = f"{ROOT}/plugins\n{ROOT}/plugins/typographie/pelican/plugins"
    with tempfile.TemporaryDirectory() as folder:
        root = content_of(files, Path(folder))
        nothing = least("", runs=runs)
        loaded = least(_LOAD, plugins, runs=runs)
        check = (_CHECK, plugins, str(root.parent))
        checked = least(*check, runs=runs)
        one = partial(_lengthen, next((root / "actualites").glob("*.md")))
        changed = least(*check, runs=runs, before_each=one)
    print(f"Python seul        {nothing:5.2f} s")
    print(f"chargement         {loaded:5.2f} s")
    print(f"{files} fichiers       {checked:5.2f} s, dont {checked - loaded:.2f} s de vérification")
    print(f"un changé          {changed:5.2f} s")


if __name__ == "__main__":
    main()
