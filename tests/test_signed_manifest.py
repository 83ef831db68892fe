"""A site is signed by the association's key, and by no other; a byte changed is seen."""

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from association.core.signing_keys import UnreadableKeyError
from association.hosting.finish import STEPS
from association.hosting.finished_site import FinishedSite
from association.hosting.signed_manifest import (
    PATH,
    read_signed,
    sign_site,
    signed,
)
from tests.programs import need

FILES = {"index.html": "a" * 64, "index.html.br": "b" * 64, "été.txt": "c" * 64}


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys as the guide makes them."""
    folder = tmp_path_factory.mktemp("clés")
    program = need("ssh-keygen", "apt install openssh-client")
    for name, family in (("signature", "ed25519"), ("autre", "ed25519"), ("rsa", "rsa")):
        words = [program, "-q", "-t", family, "-N", "", "-f", str(folder / name)]
        subprocess.run(words, check=True)
    return folder


def test_who_has_the_public_key_reads_what_was_signed(keys: Path) -> None:
    public = (keys / "signature.pub").read_text("ascii")
    by_path = signed(FILES, str(keys / "signature"))
    assert by_path == signed(FILES, (keys / "signature").read_text("ascii"))
    read = read_signed(by_path, public)
    assert read
    assert read.files == {"index.html": "a" * 64, "été.txt": "c" * 64}
    assert read.copies == {"index.html"}


def test_another_key_another_content_or_nonsense_is_not_believed(keys: Path) -> None:
    public = (keys / "signature.pub").read_text("ascii")
    good = signed(FILES, str(keys / "signature"))
    said = json.loads(good)
    forged = json.dumps({**said, "fichiers": said["fichiers"].replace("aaa", "aab")}).encode()
    wrong = [b"", b"[]", b"{}", b"\xff", b'{"fichiers": 1, "signature": 2}', good[:-9], forged]
    wrong += [signed(FILES, str(keys / "autre")), json.dumps({**said, "signature": "é"}).encode()]
    assert [read_signed(one, public) for one in wrong] == [None] * len(wrong)


def test_a_key_of_another_kind_is_refused(keys: Path) -> None:
    for key in ("/nulle/part", "-----BEGIN OPENSSH PRIVATE KEY-----\nx", str(keys / "rsa")):
        with pytest.raises(UnreadableKeyError):
            signed(FILES, key)
    for public in ("", "ssh-ed25519 AAAA", (keys / "rsa.pub").read_text("ascii")):
        with pytest.raises(UnreadableKeyError):
            read_signed(b"{}", public)


def test_a_public_site_is_signed_last_and_whole(keys: Path, tmp_path: Path) -> None:
    assert STEPS[-1] is sign_site
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_bytes(b"accueil")
    (tmp_path / ".htaccess").write_bytes(b"x")
    key = str(keys / "signature")
    for site in (FinishedSite(tmp_path, "", False, False, key), FinishedSite(tmp_path, "", True)):
        sign_site(site)
        assert not (tmp_path / PATH).exists()
    sign_site(FinishedSite(tmp_path, "", True, False, key))
    read = read_signed((tmp_path / PATH).read_bytes(), (keys / "signature.pub").read_text("ascii"))
    assert read
    assert read.files == {
        ".htaccess": sha256(b"x").hexdigest(),
        "a/index.html": sha256(b"accueil").hexdigest(),
    }
    assert key not in repr(FinishedSite(tmp_path, "", True, False, key))
