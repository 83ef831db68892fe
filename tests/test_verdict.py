"""What a forge is told of a change: in the words of the verification, once, in its place."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.verdict import CONTEXTS, main, verdict

from association.problems.code_quality import code_quality
from tests.builders import content_folder, problems_of
from tests.forge import REPOSITORY, Forge, served_forge
from tests.recorded_server import Recorded, recording

_BROKEN = {
    "actualites/neuve.md": "---\ntitre: Neuve\nresume: Une.\ndate: 2027-02-30\n---\n\nOui.\n"
}
_RUN = "https://forge.example/run/7"
_ALERT = "Le site n’est pas à jour"


@pytest.fixture
def quality(tmp_path: Path) -> Path:
    """The report of a content with one error."""
    path = tmp_path / "qualite.json"
    path.write_text(code_quality(problems_of(content_folder(tmp_path, _BROKEN))), "utf-8")
    return path


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    """A forge with one proposal, number 1."""
    with served_forge(tmp_path / "repository.git", {"content/a.md": b"A"}) as served:
        served.git("update-ref", "refs/heads/idee", "main")
        served.commit_file("idee", "content/b.md", b"B")
        served.propose("idee")
        yield served


def _tell(forge: Forge, *arguments: str, **more: str) -> None:
    environ = {
        "GITHUB_API_URL": f"{forge.url}/api/v1",
        "GITHUB_REPOSITORY": REPOSITORY,
        "FORGE_JETON": forge.token,
        "COMMIT": forge.commit_of("main"),
        "EXECUTION": _RUN,
        "SECRETARIAT_FORGE": "@secretariat",
    }
    assert main(list(arguments), environ | more) == 0


def test_a_refusal_names_the_file_the_line_and_the_reason(quality: Path) -> None:
    said = verdict("proposition", "failure", quality.read_text("utf-8")).says
    assert said.startswith(
        "refusé : content/actualites/neuve.md, ligne 4 : « 2027-02-30 » n’existe"
    )
    assert len(said) <= 140


def test_the_names_of_the_verdicts_are_those_that_the_panel_reads() -> None:
    panel = Path("tools/redaction/publication-panel.mjs").read_text("utf-8")
    assert [name for name in CONTEXTS.values() if f'"{name}"' not in panel] == []


def test_a_proposal_is_refused_then_verified_in_one_comment(forge: Forge, quality: Path) -> None:
    commit = forge.commit_of("idee")
    asked = {"COMMIT": commit, "PROPOSITION": "1"}
    page = quality.with_name("page.md")
    page.write_text("## Une erreur à corriger\n", "utf-8")
    files = "--qualite", str(quality), "--page", str(page)
    for _ in range(2):
        _tell(forge, "proposition", "--reussi", "failure", *files, **asked)
    [comment] = forge.comments[1]
    assert "neuve.md, ligne 4" in comment["body"]
    assert "## Une erreur à corriger" in comment["body"]
    [status] = forge.statuses[commit]
    assert (status["context"], status["status"]) == ("Vérification", "failure")
    assert status["target_url"] == _RUN
    _tell(forge, "proposition", "--reussi", "success", **asked)
    [comment] = forge.comments[1]
    assert "✅ Vérifié" in comment["body"]
    assert "neuve.md" not in comment["body"]


def test_a_proposal_that_is_well_from_the_first_gets_no_comment(forge: Forge) -> None:
    asked = {"COMMIT": forge.commit_of("idee"), "PROPOSITION": "1"}
    _tell(forge, "proposition", "--reussi", "success", **asked)
    assert forge.comments == {}
    assert forge.statuses[asked["COMMIT"]][0]["status"] == "success"


def test_what_is_online_is_said_in_the_proposal_that_brought_it(forge: Forge) -> None:
    forge.merge(1)
    for _ in range(2):
        _tell(forge, "publication", "--reussi", "success", "--adresse", "https://asso.example")
    [comment] = forge.comments[1]
    assert "En ligne : https://asso.example" in comment["body"]
    [status] = forge.statuses[forge.commit_of("main")]
    assert status["target_url"] == "https://asso.example"


def test_a_red_main_is_told_to_the_secretariat_once_and_taken_back(
    forge: Forge, quality: Path
) -> None:
    for _ in range(2):
        _tell(forge, "publication", "--reussi", "failure", "--qualite", str(quality))
    [issue] = forge.issues
    assert (issue["title"], issue["assignees"]) == (_ALERT, ["secretariat"])
    assert issue["body"].startswith("@secretariat ")
    assert "neuve.md, ligne 4" in issue["body"]
    _tell(forge, "publication", "--reussi", "success")
    assert [one["state"] for one in forge.issues] == ["closed"]
    _tell(forge, "publication", "--reussi", "failure")
    assert [one["state"] for one in forge.issues] == ["closed", "open"]


def test_the_preview_of_a_proposal_is_an_address_beside_its_verdict(forge: Forge) -> None:
    commit = forge.commit_of("idee")
    address = "https://apercu.example/idee/"
    _tell(forge, "apercu", "--reussi", "success", "--adresse", address, COMMIT=commit)
    [status] = forge.statuses[commit]
    assert (status["context"], status["target_url"]) == ("Aperçu", address)


def test_a_forge_that_refuses_or_gives_no_right_fails_nothing(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    _tell(forge, "publication", "--reussi", "success", FORGE_JETON="faux")
    assert "n’a pas tout pris du verdict" in capsys.readouterr().out
    _tell(forge, "publication", "--reussi", "success", FORGE_JETON="")
    assert "Sans jeton" in capsys.readouterr().out
    assert forge.statuses == {}


def _asked(recorded: Recorded) -> list[str]:
    return [f"{method} {path}" for method, path, _ in recorded.requests]


def test_gitlab_is_asked_as_its_documentation_says() -> None:
    answers = {
        "/projects/42/repository/commits/abc/merge_requests": [{"iid": 5}],
        "/projects/42/merge_requests/5/notes": [],
        "/projects/42/issues?state=opened&per_page=100": [{"iid": 8, "title": _ALERT}],
    }
    with recording(answers) as recorded:
        environ = {
            "CI_API_V4_URL": recorded.url,
            "CI_PROJECT_ID": "42",
            "FORGE_JETON": "jeton",
            "COMMIT": "abc",
        }
        main(["publication", "--reussi", "success"], environ)
    assert _asked(recorded) == [
        "POST /projects/42/statuses/abc",
        "GET /projects/42/repository/commits/abc/merge_requests",
        "GET /projects/42/merge_requests/5/notes",
        "POST /projects/42/merge_requests/5/notes",
        "GET /projects/42/issues?state=opened&per_page=100",
        "POST /projects/42/issues/8/notes",
        "PUT /projects/42/issues/8",
    ]
    bodies = {path: body for _, path, body in recorded.requests if body}
    assert bodies["/projects/42/statuses/abc"]["name"] == "Publication"
    assert bodies["/projects/42/issues/8"] == {"state_event": "close"}
    assert recorded.headers["PRIVATE-TOKEN"] == "jeton"


def test_github_knows_several_proposals_of_a_commit() -> None:
    answers = {
        "/repos/asso/site/commits/abc/pulls": [{"number": 3}],
        "/repos/asso/site/issues/3/comments": [],
        "/repos/asso/site/issues?state=open": [],
    }
    with recording(answers) as recorded:
        environ = {
            "GITHUB_API_URL": recorded.url,
            "GITHUB_REPOSITORY": REPOSITORY,
            "FORGE_JETON": "jeton",
            "COMMIT": "abc",
        }
        main(["publication", "--reussi", "success"], environ)
    assert _asked(recorded) == [
        "POST /repos/asso/site/statuses/abc",
        "GET /repos/asso/site/commits/abc/pulls",
        "GET /repos/asso/site/issues/3/comments",
        "POST /repos/asso/site/issues/3/comments",
        "GET /repos/asso/site/issues?state=open",
    ]
    assert json.loads(json.dumps(recorded.requests[3][2]))["body"].endswith("✅ En ligne")
