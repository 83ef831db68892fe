"""A branch that a forge serves: one commit, no history, nobody else's branch."""

import subprocess
from pathlib import Path

import pytest

from association.delivery.branch import files_on, push
from association.delivery.guard import Consent
from association.delivery.target import DeliveryError
from tests.delivery.sites import AFTER, BEFORE, site


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    bare = tmp_path / "forge.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(bare)], check=True)
    return bare


def on_branch(forge: Path) -> dict[str, str]:
    """The files of the branch, as the forge would serve them."""
    listed = git(forge, "ls-tree", "-r", "-z", "--name-only", "pages").split("\0")
    return {path: git(forge, "show", f"pages:{path}") for path in listed if path}


def git(repository: Path, *words: str) -> str:
    command = ["git", f"--git-dir={repository}", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def publish(forge: Path, folder: Path, texts: dict[str, str], **consent: bool) -> bool:
    built = site(folder, texts)
    return push(folder, built.folder, str(forge), "pages", Consent(**consent))


def test_the_branch_is_the_site_and_has_no_history(forge: Path, tmp_path: Path) -> None:
    assert publish(forge, tmp_path / "1", BEFORE)
    assert on_branch(forge) == BEFORE
    assert not publish(forge, tmp_path / "2", BEFORE)
    assert publish(forge, tmp_path / "3", AFTER, whatever_changes=True)
    assert {path: on_branch(forge)[path] for path in AFTER} == AFTER
    assert git(forge, "rev-list", "--count", "pages").strip() == "1"
    assert not (tmp_path / "3/.git").exists()


def test_a_branch_that_holds_something_else_is_left_alone(forge: Path, tmp_path: Path) -> None:
    work = tmp_path / "code"
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    clone = ["git", "-C", str(work)]
    subprocess.run(["git", "init", "--quiet", "-b", "pages", str(work)], check=True)
    (work / "code.py").write_text("1")
    subprocess.run([*clone, "add", "."], check=True)
    subprocess.run([*clone, *who, "commit", "--quiet", "-m", "Mon travail"], check=True)
    subprocess.run([*clone, "push", "--quiet", str(forge), "pages"], check=True)
    with pytest.raises(DeliveryError, match="--premiere-fois"):
        publish(forge, tmp_path / "1", BEFORE)
    assert on_branch(forge) == {"code.py": "1"}
    assert publish(forge, tmp_path / "1", BEFORE, first_time=True, whatever_changes=True)
    assert on_branch(forge) == BEFORE


def commit(forge: Path, work: Path, name: str, text: str | None, start: str = "") -> None:
    """Change a file of the branch as the page of settings of a forge does."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    clone = ["git", "-C", str(work), *who]
    if start:
        subprocess.run(["git", "init", "--quiet", "-b", start, str(work)], check=True)
    else:
        subprocess.run(["git", "clone", "--quiet", "-b", "pages", str(forge), work], check=True)
    if text is None:
        (work / name).unlink()
    else:
        (work / name).write_text(text)
    subprocess.run([*clone, "add", "--all"], check=True)
    subprocess.run([*clone, "commit", "--quiet", "-m", f"Create {name}"], check=True)
    subprocess.run([*clone, "push", "--quiet", str(forge), "pages"], check=True)


@pytest.mark.parametrize("name", ["CNAME", ".domains"])
def test_what_the_forge_wrote_about_the_domain_is_no_stranger(
    forge: Path, tmp_path: Path, name: str
) -> None:
    # At first the branch holds nothing else; then the forge writes on a publication.
    commit(forge, tmp_path / "forge-1", name, "site.example", start="pages")
    with_domain = {**BEFORE, name: "site.example\n"}
    assert publish(forge, tmp_path / "1", with_domain)
    commit(forge, tmp_path / "forge-2", name, None)
    commit(forge, tmp_path / "forge-3", name, "site.example")
    assert publish(forge, tmp_path / "2", {**with_domain, "vide.txt": "plus vide"})
    assert on_branch(forge)[name] == "site.example\n"
    assert git(forge, "rev-list", "--count", "pages").strip() == "1"
    commit(forge, tmp_path / "forge-4", "code.py", "1")
    commit(forge, tmp_path / "forge-5", name, "autre.example")
    with pytest.raises(DeliveryError, match="--premiere-fois"):
        publish(forge, tmp_path / "3", with_domain)


def test_a_domain_that_the_site_does_not_know_is_not_taken_away(
    forge: Path, tmp_path: Path
) -> None:
    publish(forge, tmp_path / "1", BEFORE)
    commit(forge, tmp_path / "forge", "CNAME", "www.site.example")
    with pytest.raises(DeliveryError, match=r"SITEURL=https://www\.site\.example"):
        publish(forge, tmp_path / "2", BEFORE)
    assert publish(forge, tmp_path / "3", {**BEFORE, "CNAME": "www.site.example\n"})
    assert publish(forge, tmp_path / "4", BEFORE, first_time=True)
    assert "CNAME" not in on_branch(forge)


def test_style_sheets_stay_on_the_branch_until_the_next_publication(
    forge: Path, tmp_path: Path
) -> None:
    first, second = "theme/site.11111111.css", "theme/site.22222222.css"
    publish(forge, tmp_path / "1", BEFORE)
    publish(forge, tmp_path / "2", AFTER, whatever_changes=True)
    assert on_branch(forge) == {**AFTER, first: BEFORE[first]}
    assert not publish(forge, tmp_path / "3", AFTER)
    publish(forge, tmp_path / "4", {**AFTER, "vide.txt": "plus vide"})
    assert first not in on_branch(forge)
    assert second in on_branch(forge)


def test_more_than_a_fifth_does_not_vanish_from_a_branch_unasked(
    forge: Path, tmp_path: Path
) -> None:
    publish(forge, tmp_path / "1", BEFORE)
    with pytest.raises(DeliveryError, match="Plus d’un cinquième"):
        publish(forge, tmp_path / "2", dict(list(BEFORE.items())[:8]))
    assert on_branch(forge) == BEFORE


def test_a_forge_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="n’a pas pu publier la branche"):
        publish(tmp_path / "nowhere.git", tmp_path / "1", BEFORE)


def test_files_of_the_branch_are_read_where_they_are(forge: Path, tmp_path: Path) -> None:
    assert files_on(tmp_path, str(forge), "pages", ["index.html"]) == {}
    publish(forge, tmp_path / "1", BEFORE)
    found = files_on(tmp_path, str(forge), "pages", ["index.html", "nulle-part.json"])
    assert found == {"index.html": BEFORE["index.html"].encode()}
