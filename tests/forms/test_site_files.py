"""The forms are in the site only when asked, and speak to the forge only."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from association.commands.forms import bundle
from association.content.forge import Forge
from association.content.policy import USUAL
from association.core.exit_code import ExitCode
from association.editing.forms.site_files import bundle_of, forms_files
from association.hosting.headers import headers_of
from association.hosting.policies import policy_of_forms
from association.runner.console import Console
from association.runner.preview.answers import answer
from association.runner.preview.state import State
from tests.builders import context, with_settings
from tests.calendar_context import files_of, pages_of

HOME = {"REDACTION": True, "PRODUCTION": False}
PUBLIC = {"REDACTION": True, "PRODUCTION": True}
GITLAB = Forge("gitlab", "https://gitlab.example/git", "asso/site")
GITHUB = Forge("github", "https://github.com", "asso/site")


@pytest.fixture
def forms_bundle(tmp_path: Path) -> Path:
    """A bundle as « invoke redaction » leaves it, next to nothing in it."""
    made = tmp_path / ".cache" / "redaction"
    (made / "assets").mkdir(parents=True)
    (made / "redaction.js").write_text("// the program", "utf-8")
    (made / "assets" / "police.woff2").write_bytes(b"wOF2")
    (made / "verificateur").mkdir()
    (made / "verificateur" / "bibliotheques.zip").write_bytes(b"PK")
    return made


def _directives(policy: str) -> dict[str, str]:
    return dict(part.strip().partition(" ")[::2] for part in policy.split(";"))


def test_nobody_who_does_not_ask_gets_the_forms(forms_bundle: Path) -> None:
    cache: dict[str, object] = {"CACHE_PATH": str(forms_bundle.parent)}
    assert bundle_of({"PRODUCTION": False, **cache}) is None
    assert bundle_of({"REDACTION": False, "PRODUCTION": True, **cache}) is None
    assert bundle_of(HOME | cache) == forms_bundle


def test_what_lacks_is_said_in_french(forms_bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="invoke redaction"):
        bundle_of(HOME | {"CACHE_PATH": str(tmp_path / "nulle-part")})
    with pytest.raises(ValueError, match="demande une forge"):
        bundle_of(PUBLIC | {"CACHE_PATH": str(forms_bundle.parent)})


def test_the_forms_are_whole_and_out_of_the_site_s_index(
    forms_bundle: Path, tmp_path: Path
) -> None:
    made = with_settings(context(tmp_path), forge=GITHUB, has_forms=True)
    files = {file.path: file.content for file in forms_files(made, USUAL, forms_bundle)}
    assert set(files) == {
        *("redaction/index.html", "redaction/configuration.json"),
        *("redaction/redaction.js", "redaction/assets/police.woff2"),
        *("redaction/verifier/index.html", "redaction/verificateur/programme.zip"),
        *("redaction/verificateur/site.json", "redaction/verificateur/bibliotheques.zip"),
    }
    assert b'<meta name="robots" content="noindex">' in files["redaction/index.html"]
    assert json.loads(files["redaction/configuration.json"])["backend"]["repo"] == "asso/site"
    assert b"redaction" not in files_of(made)["sitemap.xml"]
    contribute: Any = pages_of(made)["contribuer/"].values["contribute"]
    assert contribute.forms_url == "/tst/redaction/"


@pytest.mark.parametrize(
    ("forge", "hosts"),
    [
        (None, []),
        (GITLAB, ["https://gitlab.example"]),
        (GITHUB, ["https://api.github.com", "https://avatars.githubusercontent.com"]),
    ],
)
def test_the_page_speaks_to_no_host_but_the_forge(
    forge: Forge | None, hosts: list[str], forms_bundle: Path, tmp_path: Path
) -> None:
    made = with_settings(context(tmp_path), forge=forge)
    page = next(
        file for file in forms_files(made, USUAL, forms_bundle) if file.path.endswith(".html")
    )
    policy = _directives(page.content.decode().split('Policy" content="')[1].split('"')[0])
    named = {part for sources in policy.values() for part in sources.split() if ":/" in part}
    assert named == set(hosts)
    assert policy["connect-src"].split()[3:] == hosts
    assert "https:" not in policy["connect-src"].split()


def test_neither_policy_lets_text_become_code() -> None:
    for policy in (
        headers_of("/redaction/index.html")["Content-Security-Policy"],
        policy_of_forms(("https://forge.example",)),
    ):
        scripts = _directives(policy)["script-src"].split()
        assert scripts == ["'self'", "'wasm-unsafe-eval'"]
        assert _directives(policy)["default-src"] == "'none'"


def test_the_window_that_signs_in_can_answer_and_no_other_page_is_opened_up() -> None:
    assert headers_of("/redaction/")["Cross-Origin-Opener-Policy"] == "unsafe-none"
    assert headers_of("/agenda/")["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "unsafe-inline" not in headers_of("/agenda/")["Content-Security-Policy"]


def test_the_preview_never_reloads_a_form_that_is_being_filled(tmp_path: Path) -> None:
    for name in ("redaction", "agenda"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("<body></body>", "utf-8")
    state = State("1")
    assert b"__serve" in answer("/agenda/", tmp_path, state).body
    assert b"__serve" not in answer("/redaction/", tmp_path, state).body


def test_without_node_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    console = Console(io.StringIO(), io.StringIO())
    assert bundle(tmp_path, console) is ExitCode.USAGE
    assert isinstance(console.err, io.StringIO)
    said = console.err.getvalue()
    assert "Il manque node et npm" in said
    assert "sudo apt install nodejs npm" in said
    assert not (tmp_path / ".cache").exists()


def test_a_package_that_does_not_come_is_said_and_the_old_bundle_stays(
    forms_bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, code in (("npm", "echo 'no network' >&2; exit 1"), ("node", "exit 0")):
        (programs / name).write_text(f"#!/bin/sh\n{code}\n", "utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/bin:/usr/bin")
    console = Console(io.StringIO(), io.StringIO())
    assert bundle(tmp_path, console) is ExitCode.FAULT
    assert isinstance(console.err, io.StringIO)
    assert "connexion à l’internet" in console.err.getvalue()
    assert "no network" in console.err.getvalue()
    assert (forms_bundle / "redaction.js").is_file()
