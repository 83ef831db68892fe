"""The key that signs badges: made once, kept from others, and told in French when it is wrong."""

import os
import stat
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from association.commands.badge_key import main
from association.content.badge_keys import badge_keys, refusals
from association.core.exit_code import ExitCode
from tests.programs import need

SETTINGS = {"SITEURL": "https://www.asso.fr", "BADGES_ANCIENNES_CLES": []}


def made(folder: Path) -> tuple[Path, str]:
    said: list[str] = []
    assert main(str(folder / "badges"), say=said.append) is ExitCode.FINE
    return folder / "badges", said[0]


def by_ssh_keygen(folder: Path, kind: str, phrase: str = "") -> Path:
    program = need("ssh-keygen", "apt install openssh-client")
    command = [program, "-q", "-t", kind, "-N", phrase, "-f", str(folder / kind)]
    subprocess.run(command, check=True, timeout=60)
    return folder / kind


def test_the_command_makes_a_key_that_signs_and_that_nobody_else_reads(tmp_path: Path) -> None:
    key, said = made(tmp_path)
    assert list(refusals(SETTINGS, str(key))) == []
    keys = badge_keys(SETTINGS, str(key))
    assert keys is not None
    line = keys.public[0].public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
    assert (tmp_path / "badges.pub").read_text() == f"{line}\n"
    assert "BADGES_CLE=" in said
    assert "coffre de mots de passe" in said
    if os.name == "posix":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_the_program_of_others_reads_the_key(tmp_path: Path) -> None:
    key, _ = made(tmp_path)
    program = need("ssh-keygen", "apt install openssh-client")
    command = [program, "-y", "-f", str(key)]
    read = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert read.split()[:2] == (tmp_path / "badges.pub").read_text().split()


@pytest.mark.parametrize("name", ["badges", "badges.pub"])
def test_a_key_that_exists_is_never_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("précieux")
    said: list[str] = []
    assert main(str(tmp_path / "badges"), say=said.append) is ExitCode.USAGE
    assert "existe déjà" in said[0]
    assert [path.read_text() for path in tmp_path.iterdir()] == ["précieux"]


def test_a_place_that_git_keeps_or_that_is_missing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "depot/.git").mkdir(parents=True)
    for place, reason in (("depot/a/badges", "dépôt git"), ("rien/badges", "ne peut pas être")):
        said: list[str] = []
        assert main(str(tmp_path / place), say=said.append) is ExitCode.USAGE
        assert reason in said[0]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []


def test_without_a_key_nothing_is_signed_and_nothing_is_refused() -> None:
    assert list(refusals({**SETTINGS, "SITEURL": "http://localhost"}, "")) == []
    assert badge_keys(SETTINGS, "") is None


def test_a_key_may_be_given_as_its_text(tmp_path: Path) -> None:
    key, _ = made(tmp_path)
    text = key.read_text()
    assert list(refusals(SETTINGS, text)) == []
    as_text, as_file = badge_keys(SETTINGS, text), badge_keys(SETTINGS, str(key))
    assert as_text is not None
    assert as_file is not None
    assert as_text.signing.private_bytes_raw() == as_file.signing.private_bytes_raw()
    # It is in no text that a log could show.
    assert as_text.signing.private_bytes_raw().hex() not in repr(as_text)
    assert "signing" not in repr(as_text)


def test_each_wrong_key_is_told_with_its_reason(tmp_path: Path) -> None:
    text = tmp_path / "texte"
    text.write_text("clé")
    text.chmod(0o600)
    wrong = {
        str(tmp_path / "absente"): "ne nomme aucun fichier",
        str(tmp_path): "ne peut pas être lu",
        str(text): "n’est pas une clé que « ssh-keygen » a écrite",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nx": "n’est pas une clé",
        "~personne-de-ce-nom/cle": "ne nomme aucun fichier",
        str(by_ssh_keygen(tmp_path, "ed25519", "sésame")): "demande une phrase secrète",
        str(by_ssh_keygen(tmp_path, "rsa")): "n’est pas du type Ed25519",
    }
    for written, reason in wrong.items():
        [words] = refusals(SETTINGS, written)
        assert words.startswith("BADGES_CLE : ")
        assert reason in words
        assert "invoke cle-badges" in words


@pytest.mark.parametrize("cut", ["no first line", "in quotes", "after its name"])
def test_a_key_that_is_not_whole_is_not_said(tmp_path: Path, cut: str) -> None:
    key, _ = made(tmp_path)
    first, body = key.read_text().split("\n", 1)
    written = {
        "no first line": body,
        "in quotes": f'"{first}\n{body}"',
        "after its name": f"BADGES_CLE={first}\n{body}",
    }
    [words] = refusals(SETTINGS, written[cut])
    assert body[:20] not in words


@pytest.mark.skipif(os.name != "posix", reason="there, rights are not said so")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
def test_a_key_that_others_may_read_or_write_is_refused_with_its_mend(
    tmp_path: Path, mode: int
) -> None:
    key, _ = made(tmp_path)
    key.chmod(mode)
    [words] = refusals(SETTINGS, str(key))
    assert f"chmod 600 {key}" in words
    key.chmod(0o600)
    assert list(refusals(SETTINGS, str(key))) == []


def test_a_key_in_a_repository_is_refused(tmp_path: Path) -> None:
    key, _ = made(tmp_path)
    (tmp_path / ".git").mkdir()
    [words] = refusals(SETTINGS, str(key))
    assert "dépôt git" in words


@pytest.mark.parametrize("site", ["http://www.asso.fr", "https://192.0.2.7", ""])
def test_a_site_that_cannot_say_its_keys_is_told(tmp_path: Path, site: str) -> None:
    key, _ = made(tmp_path)
    [words] = refusals({**SETTINGS, "SITEURL": site}, str(key))
    assert "https" in words


def test_former_keys_are_read_or_told_by_their_place(tmp_path: Path) -> None:
    key, _ = made(tmp_path)
    old = Ed25519PrivateKey.generate().public_key()
    line = old.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
    settings = {**SETTINGS, "BADGES_ANCIENNES_CLES": [line]}
    assert list(refusals(settings, str(key))) == []
    keys = badge_keys(settings, str(key))
    assert keys is not None
    assert [one.public_bytes_raw() for one in keys.former] == [old.public_bytes_raw()]
    [words] = refusals({**SETTINGS, "BADGES_ANCIENNES_CLES": [line, "ssh-ed25519 AA"]}, str(key))
    assert words.startswith("BADGES_ANCIENNES_CLES, clé 2 : ")
