"""The libraries that the checker needs in a browser, as one archive that Pyodide unpacks.

They are those of this installation, so that a browser reads what ``invoke verifier`` reads; the one
that is compiled, ``pydantic-core``, is its own wheel for Pyodide, of the same pinned version.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackagePath, files
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# Pyodide 314: CPython 3.14, and the platform of PEP 783 that its year fixes.
_TARGET = (
    *("--platform", "pyemscripten_2026_0_wasm32", "--implementation", "cp"),
    *("--python-version", "3.14", "--abi", "cp314", "--only-binary=:all:", "--no-deps"),
)
COMPILED = "pydantic-core"
ARCHIVE = "bibliotheques.zip"
"""The name of the archive, beside Pyodide's own files."""
PURE = (
    *("annotated-types", "babel", "markdown", "markupsafe", "pydantic", "pymdown-extensions"),
    *("python-dateutil", "pyyaml", "segno", "six", "smartypants", "typing-extensions"),
    *("typing-inspection", "typogrify", "tzdata"),
)
# Babel names days in French, and countries in the tongues that people may name them in.
_KEPT = re.compile(
    r"\.py$|^tzdata/|-info/(METADATA|entry_points\.txt)$|^babel/global\.dat$"
    # The site gives them out: their licences go with them.
    r"|(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$"
    r"|^babel/locale-data/(root|de|en|es|fr|it|nl|pt)\.dat$"
)
_LEFT_OUT = re.compile(r"^\.\.|__pycache__|(^|/)tests?/|^babel/messages/")
# Archives of the same content are the same to the byte.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def archive(named: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of the files, each a name and its content, the same for the same ones."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED, compresslevel=9) as zipped:
        for name, content in sorted(named):
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            zipped.writestr(entry, content)
    return whole.getvalue()


def libraries(wheel: Path) -> bytes:
    """Return the archive of the libraries; ``wheel`` is that of ``pydantic-core`` for Pyodide."""
    with ZipFile(wheel) as compiled:
        own = [(name, compiled.read(name)) for name in compiled.namelist()]
    return archive([*own, *_pure()])


def _pure() -> Iterator[tuple[str, bytes]]:
    for name in PURE:
        for path in files(name) or ():
            if _KEPT.search(path.as_posix()) and not _LEFT_OUT.search(path.as_posix()):
                yield path.as_posix(), _content(path)


def _content(path: PackagePath) -> bytes:
    return Path(str(path.locate())).read_bytes()


def wheel_for_pyodide(requirements: str, folder: Path) -> Path:
    """Return the wheel of ``pydantic-core``, fetched into ``folder`` unless it is there.

    ``requirements`` are the pins, with the hash that it must have. Raises OSError, with the words
    of pip, when it cannot be fetched.
    """
    pin = re.search(rf"^{COMPILED}==(?P<version>\S+) .*\n(?:    .*\n)+", requirements, re.M)
    if pin is None:
        raise OSError(f"{COMPILED} : no pin with a hash in requirements.txt")
    pattern = f"{COMPILED.replace('-', '_')}-{pin['version']}-*wasm32.whl"
    if not any(folder.glob(pattern)):
        folder.mkdir(parents=True, exist_ok=True)
        asked = folder / "pin.txt"
        asked.write_text(pin[0], "utf-8")
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", *_TARGET]
        command = [*pip, "--dest", str(folder), "--requirement", str(asked)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            raise OSError(done.stderr)
    return next(folder.glob(pattern))
