"""The steps on the finished folder run in their order, and one that fails ends the build."""

import gzip
import traceback
from pathlib import Path

import pytest

from association.hosting.compression import compress_site, gzip_bytes
from association.hosting.finish import Step, finish
from association.hosting.finished_site import FinishedSite
from association.hosting.hosts import HOSTS


@pytest.fixture
def site(tmp_path: Path) -> FinishedSite:
    return FinishedSite(tmp_path, base="", production=False)


def written_by(name: str, content: str) -> Step:
    def step(site: FinishedSite) -> None:
        (site.folder / name).write_text(content, encoding="utf-8")

    return step


def breaking_down(_site: FinishedSite) -> None:
    raise OSError(28, "No space left on device")


def test_each_step_finds_what_the_one_before_it_left(site: FinishedSite) -> None:
    def copied(site: FinishedSite) -> None:
        (site.folder / "copie").write_bytes((site.folder / "index").read_bytes())

    finish(site, [written_by("index", "mots"), copied])
    assert (site.folder / "copie").read_text(encoding="utf-8") == "mots"


def test_a_step_that_fails_is_named_and_the_steps_after_it_do_not_run(site: FinishedSite) -> None:
    with pytest.raises(OSError, match="No space") as failure:
        finish(site, [breaking_down, written_by("apres", "")])
    assert "breaking_down" in "".join(traceback.format_exception(failure.value))
    assert list(site.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("host", "copies"),
    [
        ("apache", ["index.html.br", "index.html.gz"]),
        ("caddy", ["index.html.br", "index.html.gz"]),
        ("gitlab", ["annuaire/zoe/index.html.gz", "index.html.br", "index.html.gz"]),
        ("github", []),
        ("netlify", []),
    ],
)
def test_hosts_get_the_copies_that_they_serve_and_do_not_make_themselves(
    tmp_path: Path, host: str, copies: list[str]
) -> None:
    pages = ("index.html", "annuaire/zoe/index.html")
    for page in pages:
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("Bonjour. " * 500, "utf-8")
    site = FinishedSite(tmp_path, "", production=True, copies=HOSTS[host].copies)
    compress_site(site)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert sorted(written - {*pages}) == copies


def test_a_compressed_copy_is_the_same_on_every_python() -> None:
    content = b"Bonjour. " * 500
    # RFC 1952: the method, no flag (no name), no date, the best compression, an unknown system.
    assert gzip_bytes(content)[:10] == b"\x1f\x8b\x08\x00\0\0\0\0\x02\xff"
    assert gzip.decompress(gzip_bytes(content)) == content
