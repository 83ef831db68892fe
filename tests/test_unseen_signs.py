"""Signs that turn the order of letters, or that nobody sees, are told wherever they are written."""

from pathlib import Path

import pytest

from association.problems.report import as_text
from tests.builders import EVENT, NEWS, PRACTITIONER, base, content_folder, corrected, problems_of

TITLE = "titre: Retour sur la journée de Toulouse"
TEXT = "Nous étions quarante, venus de toute l'Occitanie."
CODE = "caractere-invisible"
REORDERING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]


def _news(folder: Path, old: str, new: str) -> Path:
    return content_folder(folder, {NEWS: base(NEWS).replace(old, new)})


@pytest.mark.parametrize("sign", map(chr, REORDERING), ids=[f"{sign:04X}" for sign in REORDERING])
@pytest.mark.parametrize("old", [TITLE, TEXT, "## Le matin"], ids=["title", "text", "heading"])
def test_what_turns_the_order_of_letters_is_refused_and_taken_away(
    tmp_path: Path, sign: str, old: str
) -> None:
    middle = len(old) // 2
    root = _news(tmp_path, old, f"{old[:middle]}{sign}{old[middle:-1]}{sign}{old[-1]}")
    [problem] = [one for one in problems_of(root) if one.code == CODE]
    assert problem.severity == "erreur"
    assert sign not in as_text(problem)
    assert corrected(root)[NEWS] == base(NEWS)


@pytest.mark.parametrize("name", [EVENT, PRACTITIONER])
def test_a_title_and_a_name_hide_no_sign(tmp_path: Path, name: str) -> None:
    lines = base(name).split("\n")
    key, _, value = lines[1].partition(": ")
    lines[1] = f"{key}: {value[:3]}\u202e{value[3:]}"
    root = content_folder(tmp_path, {name: "\n".join(lines)})
    assert CODE in [one.code for one in problems_of(root) if one.severity == "erreur"]


@pytest.mark.parametrize(
    ("old", "written", "left"),
    [
        (TITLE, 'titre: "Retour \\u202eesuot"', 'titre: "Retour esuot"'),
        (TITLE, 'titre: "Retour \\x1b[31m"', 'titre: "Retour [31m"'),
        (TEXT, "Voyez banque&#8238;rf.", "Voyez banquerf."),
        (TEXT, "Voyez banque&#x202E;rf.", "Voyez banquerf."),
        (
            TEXT,
            "Voyez [ban&#x2067;que](https://example.org).",
            "Voyez [banque](https://example.org).",
        ),
    ],
)
def test_a_code_hides_no_sign(tmp_path: Path, old: str, written: str, left: str) -> None:
    root = _news(tmp_path, old, written)
    assert [one.code for one in problems_of(root) if one.code == CODE] == [CODE]
    assert left in corrected(root)[NEWS]


@pytest.mark.parametrize("sign", "\u061c\u115f\u180e\u2063\u200c\u200f\u3164\U000e0041")
def test_what_nobody_sees_is_advised(tmp_path: Path, sign: str) -> None:
    root = _news(tmp_path, TEXT, TEXT.replace("quarante", f"qua{sign}rante"))
    assert [one.code for one in problems_of(root)] == [CODE]
    assert corrected(root)[NEWS] == base(NEWS)


@pytest.mark.parametrize(
    "written",
    [
        "Bravo 👩‍👧 ❤️ 👋🏽 et 🏴󠁧󠁢󠁳󠁣󠁴󠁿.",
        "Écrivez `&#8238;` dans le code.",
        "Une esperluette & une entité &nbsp;: &shy;voilà.",
        "Le bureau — l'assemblée.",
    ],
)
def test_emoji_and_what_is_shown_as_code_are_left_alone(tmp_path: Path, written: str) -> None:
    assert CODE not in [one.code for one in problems_of(_news(tmp_path, TEXT, written))]


def test_code_shows_no_letters_in_another_order(tmp_path: Path) -> None:
    root = _news(tmp_path, TEXT, "```\nif admin:\u202e # nimda\u202c\n```")
    assert CODE in [one.code for one in problems_of(root) if one.severity == "erreur"]
