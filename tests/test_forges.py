"""What forges are told: annotations, GitLab's report, a page to read; nothing can escape them."""

import json
import re
from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.commands.verify import Options, main
from association.problems.annotations import are_supported, as_annotation
from association.problems.code_quality import code_quality
from association.problems.findings import Finding, Severity, Span
from association.problems.report import Problem, as_text, problem_of
from association.problems.summary import summary
from tests.builders import NEWS, content_folder, damaged

LINES = ("---", "titre: Été", "date: hier")
DAY = {"ASOF": "2027-03-01"}
SETTINGS = str(Path(__file__).resolve().parent.parent / "pelicanconf.py")
_WRONG = damaged(NEWS, "titre:", "titel:")


def _problem(**more: object) -> Problem:
    given = {"span": Span(2, 3, 5), "code": "date", "message": "c’est faux", "fix": "écrivez mieux"}
    return problem_of(Finding(**(given | more)), "content/x.md", LINES)  # type: ignore[arg-type]


def _read(command: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as a runner does: its kind, its properties, its message."""
    match = re.fullmatch(r"::(\w+) ([^\n\r]*?)::([^\n\r]*)", command)
    assert match, command

    def plain(text: str, more: tuple[tuple[str, str], ...] = ()) -> str:
        for escaped, sign in (*more, ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
            text = text.replace(escaped, sign)
        return text

    pairs = (pair.split("=", 1) for pair in match[2].split(","))
    colons = (("%3A", ":"), ("%2C", ","))
    return match[1], {name: plain(value, colons) for name, value in pairs}, plain(match[3])


def test_an_annotation_names_its_file_line_columns_and_code() -> None:
    kind, place, words = _read(as_annotation(_problem(help="c’est ainsi")))
    assert kind == "error"
    assert place == {
        "file": "content/x.md",
        "line": "2",
        "col": "3",
        "endColumn": "5",
        "title": "date",
    }
    assert words == "c’est faux — écrivez mieux (c’est ainsi)"


@given(st.text(max_size=30), st.text(min_size=1, max_size=20))
def test_no_sign_escapes_an_annotation(message: str, source: str) -> None:
    problem = problem_of(Finding(Span(), "date", message, "x"), source, ())
    _, place, words = _read(as_annotation(problem))
    assert (place["file"], words) == (source, f"{message} — x")


@pytest.mark.parametrize(
    ("severity", "kind"),
    [(Severity.ERROR, "error"), (Severity.ADVICE, "warning"), (Severity.REMINDER, "notice")],
)
def test_only_an_error_is_marked_as_one(severity: Severity, kind: str) -> None:
    assert as_annotation(_problem(severity=severity)).startswith(f"::{kind} ")


@pytest.mark.parametrize("name", ["GITHUB_ACTIONS", "FORGEJO_ACTIONS", "GITEA_ACTIONS"])
def test_runners_that_read_annotations_are_known(name: str) -> None:
    assert are_supported({name: "true"})
    assert not are_supported({"CI": "true", "GITLAB_CI": "true"})


def test_a_quality_report_has_what_gitlab_asks_for() -> None:
    (issue,) = json.loads(code_quality([_problem()]))
    assert issue["description"] == "c’est faux — écrivez mieux"
    assert (issue["check_name"], issue["severity"]) == ("date", "major")
    assert issue["location"]["path"] == "content/x.md"
    assert issue["location"]["lines"]["begin"] == 2
    assert re.fullmatch("[0-9a-f]{64}", issue["fingerprint"])


def test_a_problem_keeps_its_fingerprint_when_its_line_moves() -> None:
    moved = problem_of(
        Finding(Span(4, 3, 5), "date", "c’est faux", "x"), "content/x.md", ("", "", *LINES)
    )
    here, there = (
        json.loads(code_quality([p]))[0]["fingerprint"] for p in (_problem(fix="x"), moved)
    )
    assert here == there


def test_two_alike_problems_have_two_fingerprints() -> None:
    issues = json.loads(code_quality([_problem(), _problem()]))
    assert len({issue["fingerprint"] for issue in issues}) == 2


def test_a_page_says_each_problem_in_the_words_of_the_terminal() -> None:
    page = summary([_problem(), _problem(severity=Severity.ADVICE)], 12)
    assert page.startswith("## ❌ Contenu du site : 1 erreur à corriger\n")
    assert as_text(_problem()) in page
    assert "12 fichiers vérifiés, 1 erreur dans 1 fichier." in page
    assert "<details><summary>1 remarque sans gravité</summary>" in page


def test_a_page_without_problems_says_so() -> None:
    assert summary([], 12) == (
        "## ✅ Contenu du site : aucune erreur\n\n12 fichiers vérifiés, aucune erreur.\n"
    )


@pytest.mark.parametrize("text", ["```", "````\n# titre", "<script>", "|"])
def test_no_sign_of_a_file_changes_the_page(text: str) -> None:
    html = markdown.markdown(summary([_problem(message=text)], 1), extensions=["fenced_code"])
    assert "<script>" not in html
    assert html.count("<h2>") == html.count("<h3>") == 1
    assert "<h1>" not in html


def test_a_long_page_is_cut_and_says_so() -> None:
    page = summary([_problem(span=Span(n, 1, 2)) for n in range(1, 100)], 1)
    assert page.count("erreur[date]") == 60
    assert "Et 39 autres" in page


def test_files_for_forges_are_written_when_asked(tmp_path: Path) -> None:
    report, page = tmp_path / "qualite.json", tmp_path / "page.md"
    page.write_text("Avant.\n", "utf-8")
    options = Options(quality=str(report), page=str(page), settings=SETTINGS)
    assert main(content_folder(tmp_path, _WRONG).parent, options, environ=DAY) == 1
    assert "champ-inconnu" in {issue["check_name"] for issue in json.loads(report.read_text())}
    assert page.read_text("utf-8").startswith("Avant.\n## ❌ ")


def test_annotations_are_written_for_who_reads_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = content_folder(tmp_path, _WRONG)
    for annotations, environ, expected in (
        ("", {}, False),
        ("", {"FORGEJO_ACTIONS": "true"}, True),
        ("github", {}, True),
        ("aucune", {"GITHUB_ACTIONS": "true"}, False),
    ):
        options = Options(annotations=annotations, settings=SETTINGS)
        main(root.parent, options, environ=DAY | environ)
        assert ("::error " in capsys.readouterr().out) is expected


@pytest.mark.parametrize(
    "options",
    [Options(annotations="gitlab"), Options(sure=True), Options(quality="/nulle/part/q.json")],
)
def test_an_option_that_cannot_be_followed_is_a_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: Options
) -> None:
    options = replace(options, settings=SETTINGS)
    assert main(content_folder(tmp_path).parent, options, environ=DAY) == 2
    assert capsys.readouterr().err
