"""An advice that a file silences, and names that a site keeps: nothing is said of either."""

from pathlib import Path

import pytest

from tests.builders import NEWS, base, content_folder, corrected, problems_of
from tests.built_site import built

OF_OEUVRE = base(NEWS) + "\nEtudes, et une oeuvre.\n"
NAMES = '\nnoms_propres: [Evidanse, "Yahoo!", "L\'Oeuvre"]\n'


def _codes(
    folder: Path, front: str, body: str = "", files: dict[str, str] | None = None
) -> list[str]:
    text = OF_OEUVRE.replace("---\n", f"---\n{front}", 1) + body
    found = problems_of(content_folder(folder, {NEWS: text, **(files or {})}))
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("front", "left"),
    [
        ("", ["accent-capitale", "ligature-oe"]),
        ("sans_conseil: [ligature-oe]\n", ["accent-capitale"]),
        ("sans_conseil: [ligature-oe, accent-capitale]\n", []),
        ("sans_conseil: [guillemet-seul]\n", ["accent-capitale", "ligature-oe"]),
        ("sans_conseil: []\n", ["accent-capitale", "ligature-oe"]),
        ("sans_conseil: ligature-oe\n", ["liste-attendue"]),
        ("sans_conseil: [ligature-oe, ligature-oe]\n", ["valeur-en-double", "accent-capitale"]),
    ],
)
def test_a_silenced_advice_is_not_given(tmp_path: Path, front: str, left: list[str]) -> None:
    assert _codes(tmp_path, front) == left


def test_a_silenced_advice_of_another_file_is_given(tmp_path: Path) -> None:
    other = {"pages/contact.md": base("pages/contact.md") + "\nUne oeuvre.\n"}
    found = _codes(tmp_path, "sans_conseil: [ligature-oe, accent-capitale]\n", files=other)
    assert found == ["ligature-oe"]


def test_an_error_is_never_silenced(tmp_path: Path) -> None:
    """« heure-inexistante » is an advice in places, and so is « lien-ouvert »."""
    codes = _codes(
        tmp_path, "sans_conseil: [lien-ouvert, ligature-oe]\n", "\nVoir [ici(https://a.fr)\n"
    )
    assert "lien-ouvert" in codes or "adresse-web" in codes


def test_what_is_silenced_is_not_corrected(tmp_path: Path) -> None:
    text = OF_OEUVRE.replace("---\n", "---\nsans_conseil: [ligature-oe]\n", 1)
    after = corrected(content_folder(tmp_path, {NEWS: text}))[NEWS]
    assert "Études, et une oeuvre." in after


def test_names_of_the_vocabulary_are_left_alone(tmp_path: Path) -> None:
    text = base(NEWS) + "\nEvidanse, L'Oeuvre et Yahoo! vont au coeur.\n"
    files = {"vocabulaire.yml": base("vocabulaire.yml") + NAMES, NEWS: text}
    root = content_folder(tmp_path, files)
    assert [problem.code for problem in problems_of(root)] == ["ligature-oe"]
    assert "Evidanse, L'Oeuvre et Yahoo! vont au cœur." in corrected(root)[NEWS]


def test_a_page_shows_a_name_as_it_is_written(tmp_path: Path) -> None:
    words = "Evidanse, L'Oeuvre et Yahoo! disent l'heure !"
    text = base(NEWS).replace("titre: ", "titre: Yahoo! et ", 1) + f"\n{words}\n"
    files = {"vocabulaire.yml": base("vocabulaire.yml") + NAMES, NEWS: text}
    root = content_folder(tmp_path, files)
    site = built(tmp_path / "site", asof="2027-03-01", content=root)
    page = (site / "actualites/compte-rendu/index.html").read_text("utf-8")
    assert "Evidanse, L'Oeuvre et Yahoo! disent l’heure\u202f!" in page
    assert page.count("Yahoo! et ") >= 2
    assert "Yahoo\u202f!" not in page
