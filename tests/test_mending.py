"""``invoke verifier --corriger``: only what is sure, shown first, whole files, twice is once."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from association.commands.fix import correct
from association.content.reading import read
from association.editing.fixes.trial import Findings, mended, replaced
from association.problems.findings import Finding, Replacement, Span
from association.source import source
from association.source.clean_writing import clean_writing
from tests.builders import (
    EVENT,
    NEWS,
    PRACTITIONER,
    TODAY,
    base,
    content_folder,
    corrected,
    damaged,
    lay_over,
    problems_of,
)
from tests.test_robustness import _damaged as damaged_at_random

TEXT = "Nous étions quarante, venus de toute l'Occitanie."


def _run(root: Path, answer: str = "oui", *, sure: bool = False, coloured: bool = False) -> str:
    """Return what is said while a content is mended by somebody who gives this answer."""
    said: list[str] = []

    def ask(question: str) -> str:
        said.append(question)
        if not answer:
            raise EOFError
        return answer

    correct(root, TODAY, ask=ask, say=said.append, sure=sure, coloured=coloured)
    return "\n".join(said)


@pytest.mark.parametrize(
    ("name", "old", "new", "mended"),
    [
        pytest.param(NEWS, TEXT, "Le [site] (https://a.example).", "Le [site](https://a.example)."),
        pytest.param(
            NEWS,
            TEXT,
            '<p class="MsoNormal"><span style="font-size:12pt">Nous <b>y</b> étions.</span></p>',
            "Nous **y** étions.",
        ),
        pytest.param(NEWS, TEXT, "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>", "- un\n- deux"),
        pytest.param(NEWS, TEXT, "Tout mon coeur.", "Tout mon cœur."),
        pytest.param(NEWS, TEXT, "L'Ecole.", "L'École."),
        pytest.param(NEWS, TEXT, "Un\x0bdeux\x01.", "Un deux."),
        pytest.param(
            NEWS,
            TEXT,
            "![Un rond](images/cercle.svg)",
            "![Un rond]({static}/images/cercle.svg)",
        ),
        pytest.param(
            NEWS,
            TEXT,
            "![Un rond]({static}/images/Cercle.SVG)",
            "![Un rond]({static}/images/cercle.svg)",
        ),
        pytest.param(NEWS, "images/cercle.svg", "images/Cercle.svg", "images/cercle.svg"),
        pytest.param(
            NEWS,
            TEXT,
            "/// details Pour aller loin\nOui.\n///",
            "/// details | Pour aller loin\nOui.\n///",
        ),
        pytest.param(NEWS, "---\n\n", "--\n\n", "---\n\n"),
        pytest.param(NEWS, "---\ntitre", "titre", "---\ntitre"),
        pytest.param(EVENT, "exemple: oui", "Exemple: Yes", "exemple: oui"),
        pytest.param(NEWS, "date: 2027-02-15", "\u00a0Date : 15/2/2027", "date : 2027-02-15"),
    ],
)
def test_what_needs_no_judgement_is_mended(
    tmp_path: Path, name: str, old: str, new: str, mended: str
) -> None:
    root = content_folder(tmp_path, damaged(name, old, new))
    assert problems_of(root)
    assert corrected(root) == damaged(name, old, mended)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param(NEWS, "date: 2027-02-15", "date: 15/02/27", id="a year of two digits"),
        pytest.param(NEWS, "date: 2027-02-15", "date: lundi 14/02/2027", id="not its weekday"),
        pytest.param(NEWS, "date: 2027-02-15", "date: 2027-02-15 10:00", id="an hour too many"),
        pytest.param(NEWS, "date: 2027-02-15", "date: 2027-02-15 # lundi", id="a comment"),
        pytest.param(NEWS, "date: 2027-02-15", "Date: hier", id="half a mend"),
        pytest.param(EVENT, "tarif: 25", "tarif: 25 euros", id="a currency"),
        pytest.param(
            PRACTITIONER, "+33 5 61 00 00 00", "05 61 00 00 00", id="a number of no country"
        ),
        pytest.param(PRACTITIONER, "[Occitanie]", "[Ocitanie]", id="a word that is only near"),
    ],
)
def test_what_may_mean_something_else_is_left_to_people(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    root = content_folder(tmp_path, damaged(name, old, new))
    assert problems_of(root)
    assert corrected(root) == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (base(NEWS).encode("latin-1"), "format Windows (Latin-1) remplacé par UTF-8"),
        (base(NEWS).encode("utf-16"), "format UTF-16 remplacé par UTF-8"),
        (base(NEWS).encode("utf-8-sig"), "marque invisible retirée"),
        (base(NEWS).replace("\n", "\r\n").encode(), "fins de ligne de Windows"),
        (unicodedata.normalize("NFD", base(NEWS)).encode(), "recomposés"),
        (base(NEWS).encode().replace("é".encode(), b"\xe9", 1), "Windows (Latin-1)"),
    ],
    ids=["latin-1", "utf-16", "bom", "crlf", "nfd", "one sign among others"],
)
def test_what_nobody_sees_is_set_right_and_said(
    tmp_path: Path, content: bytes, message: str
) -> None:
    root = content_folder(tmp_path, {NEWS: content})
    assert message in _run(root)
    assert (root / NEWS).read_bytes() == base(NEWS).encode()


@pytest.mark.parametrize("content", [b"\x8e\x8f", b"caf\x8e", b"a\0b", b"\xff\xfea\xd8"])
def test_an_encoding_that_is_not_sure_is_left_alone(content: bytes) -> None:
    assert clean_writing(content) is None


def test_a_good_content_is_left_alone(tmp_path: Path) -> None:
    assert _run(content_folder(tmp_path)) == "Aucune correction sûre à faire.\n"


def test_the_difference_is_shown_before_the_question(tmp_path: Path) -> None:
    root = content_folder(tmp_path, damaged(NEWS, "date: 2027-02-15", "Date: 15/02/2027"))
    assert _run(root, "non").split("\n") == [
        "Corrections sûres dans 1 fichier :",
        "",
        f"content/{NEWS}",
        "  @@ lignes 1 à 5",
        "   ---",
        "   titre: Retour sur la journée de Toulouse",
        "  -Date: 15/02/2027",
        "  +date: 2027-02-15",
        "   resume: Une journée sur la confiance, racontée par les participants.",
        "   image:",
        "",
        "",
        "Écrire ces corrections ? Répondez « oui » ou « non » : ",
        "Rien n’a été changé.",
        "",
    ]
    assert "Date: 15/02/2027" in (root / NEWS).read_text("utf-8")


def test_a_terminal_sees_colours(tmp_path: Path) -> None:
    root = content_folder(tmp_path, damaged(NEWS, "date: 2027-02-15", "date: 15/02/2027"))
    assert "\x1b[32m+date: 2027-02-15\x1b[0m" in _run(root, coloured=True)


def test_nothing_is_written_when_nobody_can_answer(tmp_path: Path) -> None:
    root = content_folder(tmp_path, damaged(NEWS, "date: 2027-02-15", "date: 15/02/2027"))
    assert "ajoutez --oui" in _run(root, "")
    assert "15/02/2027" in (root / NEWS).read_text("utf-8")


def test_all_files_are_mended_at_once_and_keep_their_rights(tmp_path: Path) -> None:
    files = damaged(NEWS, "date: 2027-02-15", "date: 15/02/2027") | damaged(
        EVENT, "2027-02-12 09:30", "12/02/2027 9h30"
    )
    root = content_folder(tmp_path, files)
    (root / EVENT).chmod(0o640)
    assert "2 fichiers corrigés." in _run(root, sure=True)
    assert problems_of(root) == []
    assert (root / EVENT).stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (root / "agenda").iterdir()) == [Path(EVENT).name]


def test_a_mend_that_works_twice_works_once(tmp_path: Path) -> None:
    files = damaged(NEWS, "titre: Retour sur", "\tTitle : Lyon : retour #2, sur")
    root = content_folder(tmp_path, files)
    _run(root)
    assert _run(root) == "Aucune correction sûre à faire.\n"


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    root = content_folder(tmp_path, damaged(NEWS, "date: 2027-02-15", "date: 15/02/2027"))

    def ask(question: str) -> str:
        (root / NEWS).write_text("autre chose", "utf-8")
        return "oui"

    said: list[str] = []
    correct(root, TODAY, ask=ask, say=said.append)
    assert "a changé entre-temps" in "\n".join(said)
    assert (root / NEWS).read_text("utf-8") == "autre chose"


def test_a_write_that_fails_leaves_the_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = content_folder(tmp_path, damaged(NEWS, "date: 2027-02-15", "date: 15/02/2027"))
    before = (root / NEWS).read_bytes()

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "n’a pas pu être écrit" in _run(root)
    assert (root / NEWS).read_bytes() == before
    assert [path.name for path in (root / NEWS).parent.iterdir()] == [Path(NEWS).name]


def test_the_controlled_words_are_mended_too(tmp_path: Path) -> None:
    text = (content_folder(tmp_path) / "vocabulaire.yml").read_text("utf-8")
    root = content_folder(
        tmp_path / "b", {"vocabulaire.yml": text.replace("  - nom:", "  -nom:", 1)}
    )
    assert corrected(root) == {"vocabulaire.yml": text}


def test_several_replacements_are_made_without_moving_one_another() -> None:
    mends = [
        Replacement(Span(1, 1, 1), "\n"),
        Replacement(Span(2, 2, 3), "XY"),
        Replacement(Span(1, 3, 4), ""),
    ]
    assert replaced("abc\ndef", mends) == "\nab\ndXYf"


@pytest.mark.long
@given(st.randoms(use_true_random=False), st.sampled_from([NEWS, EVENT, PRACTITIONER]))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_mend_loses_no_word_and_is_made_once(
    tmp_path_factory: pytest.TempPathFactory, chance: object, name: str
) -> None:
    text = damaged_at_random(base(name), chance)  # type: ignore[arg-type]
    root = content_folder(tmp_path_factory.mktemp("m"), {name: text})
    before = problems_of(root)
    after = corrected(root)
    lay_over(root, after)
    assert corrected(root) == {}
    assert len(problems_of(root)) <= max(len(before), 1) or not read(root).unread
    assert set(after) <= {name}


@given(st.text("abé’:\"'[]#- \n\t", max_size=40))
def test_a_front_matter_reads_as_it_was_understood(text: str) -> None:
    """What the checks understood of a line is what its mend writes."""
    front = source.read(f"---\ntitre: {text}\n---\n".encode()).front
    lines = f"---\ntitre: {text}\n---\n".split("\n")
    mends = {f.span.line: f.replacements[0] for f in front.findings if len(f.replacements) == 1}
    if len(mends) == len(front.findings) == 1:
        after = source.read(replaced("\n".join(lines), mends.values()).encode()).front
        assert after.plain() == front.plain()


def test_many_mends_of_the_same_kind_are_tried_together() -> None:
    """Each alone would read the text once a mend: minutes for a page of damaged letters."""
    read: list[str] = []

    def check(text: str) -> Findings:
        read.append(text)
        lines = enumerate(text.split("\n"), start=1)
        found = (
            Finding(Span(n, 1, 2), "x", "x", "x", replacements=(Replacement(Span(n, 1, 2), "b"),))
            for n, line in lines
            if line == "a"
        )
        return Findings((), tuple(found))

    assert mended("\n".join("a" * 200), check) == "\n".join("b" * 200)
    assert len(read) == 2
