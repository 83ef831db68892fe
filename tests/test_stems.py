"""French words that are one for a visitor are one for the site, here and in browsers."""

import json
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.core.french_stems import phrase, stem, tokens
from tests.programs import need

ROOT = Path(__file__).resolve().parent.parent
VECTORS: list[tuple[str, list[str]]] = [
    (text, stems) for text, stems in json.loads((ROOT / "tests" / "stems.json").read_text("utf-8"))
]


@pytest.mark.parametrize(("text", "stems"), VECTORS)
def test_a_text_has_the_stems_of_its_words(text: str, stems: list[str]) -> None:
    assert [stem(token) for token in tokens(text)] == stems


def test_browsers_find_the_same_stems() -> None:
    script = (
        f"const {{ tokens, stem }} = await import({json.dumps(_script('racines.js'))});"
        "let given = '';"
        "for await (const part of process.stdin) given += part;"
        "console.log(JSON.stringify(JSON.parse(given).map((text) => tokens(text).map(stem))));"
    )
    command = [need("node", "nodejs"), "--no-warnings", "--input-type=module", "-e", script]
    texts = json.dumps([text for text, _ in VECTORS])
    done = subprocess.run(
        command, input=texts, capture_output=True, check=False, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [stems for _, stems in VECTORS]


def _script(name: str) -> str:
    """The address of a script of the theme, as a module that node reads without a package."""
    source = (ROOT / "theme" / "static" / "js" / name).read_text("utf-8")
    return f"data:text/javascript;charset=utf-8,{quote(source)}"


@given(st.text())
def test_accents_and_case_never_make_another_stem(text: str) -> None:
    assert [stem(token) for token in tokens(text.upper())] == [
        stem(token) for token in tokens(text.upper().lower())
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("École", "écoles"), ("conflits d’équipe", "conflit d'équipe"), ("hôpital", "HOPITAUX")],
)
def test_phrases_are_the_same_whatever_their_number(one: str, other: str) -> None:
    assert phrase(one) == phrase(other)


@pytest.mark.parametrize(
    ("one", "other"), [("armée", "arme"), ("maire", "mairie"), ("violent", "viol")]
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert stem(tokens(one)[0]) != stem(tokens(other)[0]) or phrase(one) != phrase(other)
