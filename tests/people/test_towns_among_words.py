"""A town typed among the words that lead to lists is known for a town, and no word for a town."""

import json
import shutil
import subprocess
from pathlib import Path

from association.people.words_files import WORDS
from tests.calendar_context import files_of
from tests.people.test_places_meant import PLACES, SCRIPTS
from tests.people_context import context
from tests.programs import need

CASES = Path(__file__).with_name("towns_among_words.tsv")


def test_a_town_is_known_among_the_words_whatever_its_name_means_besides(tmp_path: Path) -> None:
    lines = CASES.read_text("utf-8").splitlines()
    cases = dict(line.split("\t") for line in lines if not line.startswith("#"))
    lists = json.loads(files_of(context(tmp_path / "content", {}))[WORDS])
    entries = [[name, [name, *said.split("|")]] for _, _, name, said in lists]
    found = _towns(tmp_path, {"entries": entries, "texts": [*cases]})
    assert dict(zip(cases, found, strict=True)) == cases


def _towns(folder: Path, given: object) -> list[str]:
    scripts = shutil.copytree(SCRIPTS, folder / "scripts", ignore=shutil.ignore_patterns("page"))
    (scripts / "package.json").write_text('{"type": "module"}', "utf-8")
    run = subprocess.run(
        [
            *(need("node", "apt install nodejs"), "--no-warnings"),
            *(Path(__file__).with_name("towns_among_words.mjs"), scripts, PLACES),
        ],
        input=json.dumps(given),
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )
    found: list[str] = json.loads(run.stdout)
    return found
