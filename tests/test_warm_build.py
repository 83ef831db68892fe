"""A build that finds the results of earlier ones gives what one without them gives, to the byte.

Content, vocabulary, templates, settings, program and day change by chance, one after the other; the
same chances each time but where HASARD gives a number. A preview is built by one process, which
shows some pages before the others.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from association.runner.build import Plan, build
from association.runner.resident import FirstFiles, Resident
from tests.builders import EVENT, NEWS, PRACTITIONER
from tests.git_content import keep_in_git
from tests.small_project import small_project

_ROOT = Path(__file__).resolve().parent.parent
_PUBLIC = "tests/publishconf_exemple.py"
_STEPS = 6
# What they show is written in other files, and moves with the day.
_BLOCKS = "/// dates\n///\n\n/// praticien | jeanne-martin\n///\n\n/// praticiens\n///\n\n"
_OPEN = (
    "",
    "agenda/",
    "annuaire/",
    "actualites/compte-rendu/",
    "annuaire/jeanne-martin/",
    "agenda/journee-de-toulouse/",
)


def _replace(root: Path, name: str, old: str, new: str) -> None:
    """Replace the first ``old`` of a file, where it is still there."""
    path = root / name
    if path.exists():
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def _news(root: Path, chance: Random) -> None:
    _replace(root, f"content/{NEWS}", "Nous étions", f"Nous étions {chance.randrange(99)} et")


def _title(root: Path, chance: Random) -> None:
    _replace(root, f"content/{EVENT}", "titre: ", f"titre: {chance.choice('ABC')} ")


def _slogan(root: Path, chance: Random) -> None:
    words = f"accroche: {chance.choice(['Parler', 'Entendre', 'L’œuvre'])} encore "
    _replace(root, f"content/{PRACTITIONER}", "accroche: ", words)


def _renamed(root: Path, chance: Random) -> None:
    path = root / "content" / NEWS
    if path.exists():
        path.rename(path.with_name(f"autre-nom-{chance.randrange(9)}.md"))


def _deleted(root: Path, _chance: Random) -> None:
    (root / "content" / NEWS).unlink(missing_ok=True)


def _word(root: Path, chance: Random) -> None:
    new = f"Conflits au {chance.choice(['bureau', 'collège', 'village'])}"
    for name in ("vocabulaire.yml", PRACTITIONER):
        _replace(root, f"content/{name}", "Conflits au travail", new)


def _template(root: Path, chance: Random) -> None:
    words = f"<!-- {chance.randrange(99)} --></main>"
    _replace(root, "theme/templates/base.html", "</main>", words)


def _drawing(root: Path, chance: Random) -> None:
    wide = f'<svg data-n="{chance.randrange(99)}" '
    _replace(root, "content/images/cercle.svg", "<svg ", wide)


def _setting(root: Path, chance: Random) -> None:
    short = f'SITE_COURT = "{chance.choice(["TST", "L’association", "Nous"])}"  # '
    _replace(root, "pelicanconf.py", "SITE_COURT = ", short)


def _program(root: Path, chance: Random) -> None:
    said = f"P{chance.randrange(2, 9)}D"
    _replace(root, "plugins/association/events/ics.py", 'REFRESH = "P1D"', f'REFRESH = "{said}"')


_EDITS: tuple[Callable[[Path, Random], None], ...] = (
    *(_news, _title, _slogan, _renamed, _deleted, _word, _template, _drawing, _setting, _program),
)


def _site(
    root: Path, day: str, settings: str, resident: Resident | None = None
) -> dict[str, bytes]:
    outcome = build(Plan(root, asof=day, settings=settings), resident=resident)
    assert outcome.is_success, outcome
    files = (path for path in (root / "output").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("settings", ["pelicanconf.py", _PUBLIC])
def test_a_warm_build_is_the_same_as_a_cold_one(tmp_path: Path, settings: str) -> None:
    root = small_project(tmp_path)
    (root / "tests").mkdir()
    shutil.copy(_ROOT / _PUBLIC, root / _PUBLIC)
    _replace(root, "content/pages/contact.md", "---\n\n", f"---\n\n{_BLOCKS}")
    keep_in_git(root)
    chance = Random(int(os.environ.get("HASARD", "0")))
    first: dict[str, bytes] = {}
    to_give_way: list[str] = []

    def show(files: FirstFiles) -> None:
        first.update(files)
        if to_give_way and resident:
            to_give_way.clear()
            resident.give_way()

    resident = None if settings == _PUBLIC else Resident(root, lambda: _OPEN, show)
    cache, aside = root / ".cache", root / "aside"
    differing = []
    shown: set[str] = set()
    for step, edit in enumerate(chance.sample(_EDITS, _STEPS)):
        edit(root, chance)
        day = chance.choice(["2027-03-01", "2027-03-01T18:00", "2027-06-20"])
        if resident:
            resident.prepare()
            if step and chance.random() < 0.5:
                to_give_way.append(edit.__name__)
                # Where it began without the process, it is carried through.
                build(Plan(root, asof=day, settings=settings), resident=resident)
                _slogan(root, chance)
        first.clear()
        to_give_way.clear()
        warm = _site(root, day, settings, resident)
        cache.rename(aside)
        cold = _site(root, day, settings)
        shutil.rmtree(cache)
        aside.rename(cache)
        differing += [
            (step, edit.__name__, name)
            for name in sorted(warm.keys() | cold.keys())
            if warm.get(name) != cold.get(name)
        ]
        differing += [
            (step, edit.__name__, f"first {name}")
            for name, content in first.items()
            if content != cold.get(f"output/{name}")
        ]
        shown |= first.keys()
    if resident:
        resident.close()
        assert {name for name in shown if name.endswith(".html")} > {"index.html"}
    assert differing == []


def test_another_clone_finds_what_one_has_kept(tmp_path: Path) -> None:
    first = small_project(tmp_path / "one")
    _site(first, "2027-03-01", "pelicanconf.py")
    other = small_project(tmp_path / "another")
    shutil.copytree(first / ".cache" / "resultats", other / ".cache" / "resultats")
    _site(other, "2027-03-01", "pelicanconf.py")
    # A build that computes anything writes the results that it used.
    assert _kept(other) == _kept(first)


def _kept(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / ".cache" / "resultats").iterdir()}
