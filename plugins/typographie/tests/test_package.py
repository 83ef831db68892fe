"""The package as strangers get it: a wheel, found by Pelican without being named."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network from a copy: building writes beside the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(PROJECT, folder / "project", ignore=shutil.ignore_patterns("__pycache__"))
    build = [sys.executable, "-m", "pip", "wheel", "--no-index", "--no-deps"]
    subprocess.run(
        [*build, "--no-build-isolation", "--wheel-dir", folder, folder / "project"],
        check=True,
        capture_output=True,
    )
    [built] = folder.glob("*.whl")
    return built


def test_a_site_that_names_no_plugin_is_typeset_once_the_wheel_is_installed(
    wheel: Path, tmp_path: Path
) -> None:
    installed, site = tmp_path / "installed", tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(installed)
    (site / "content").mkdir(parents=True)
    (site / "pelicanconf.py").write_text('SITENAME = "Essai"\nDEFAULT_LANG = "fr"\n', "utf-8")
    for name in ("un", "deux"):
        source = f'Title: {name}\nDate: 2021-01-01\nSlug: {name}\n\nL\'essentiel : "oui" !\n'
        (site / "content" / f"{name}.md").write_text(source, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", "output"],
        cwd=site,
        # Nothing of this checkout, so that the wheel alone can be what Pelican finds.
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"},
        check=True,
        capture_output=True,
    )
    for name in ("un", "deux"):
        page = (site / "output" / f"{name}.html").read_text("utf-8")
        assert "<p>L’essentiel\u00a0: «\u00a0oui\u00a0»\u202f!</p>" in page


def test_the_wheel_holds_the_plugin_alone_within_the_namespace_of_pelican(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    outside = [name for name in names if not name.startswith("pelican/plugins/typographie/")]
    # A file of its own in « pelican » or « plugins » would hide Pelican or the other plugins.
    assert all(name.startswith("pelican_typographie-") for name in outside)
    assert any(name.endswith("/licenses/LICENSE") for name in outside)
