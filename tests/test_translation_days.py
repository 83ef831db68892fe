"""A translation may say the day whose text it translates; git knows the text of that day."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.content.reading import read
from association.core.results_cache import NO_CACHE, ResultsCache
from tests.git_content import GitContent

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
_NEWS = "---\ntitre: Retour\nresume: Une journée.\ndate: 2026-01-01\n---\n\nNous étions {}.\n"


@pytest.fixture
def repository(tmp_path: Path) -> GitContent:
    """A text of 1 January that changes on 3 January, and that nobody has translated."""
    content = GitContent(tmp_path).init()
    (content.root / "actualites").mkdir()
    for number in ("quarante", "quarante", "cinquante"):
        _text(content).write_text(_NEWS.format(number), "utf-8")
        content.commit()
    return content


def _text(content: GitContent) -> Path:
    return content.root / "actualites" / "retour.md"


def _translate(content: GitContent, day: str) -> None:
    told = f"---\ntitre: Rückblick\ntraduit_du: {day}\n---\n\nWir waren vierzig.\n"
    _text(content).with_suffix(".de.md").write_text(told, "utf-8")


def _advice(content: GitContent, cache: ResultsCache = NO_CACHE) -> list[str]:
    found = verified(content.root, NOW, now=NOW, cache=cache).problems
    cache.save()
    return [one.message for one in found if one.source.endswith(".de.md")]


@pytest.mark.parametrize(
    ("day", "is_behind"),
    [("2026-01-01", True), ("2026-01-02", True), ("2026-01-03", False), ("2026-02-20", False)],
)
def test_a_translation_is_behind_when_its_text_changed_after_the_day_it_names(
    repository: GitContent, day: str, is_behind: bool
) -> None:
    _translate(repository, day)
    behind = ["content/actualites/retour.md a changé depuis cette traduction"]
    assert _advice(repository) == (behind if is_behind else [])


def test_of_a_text_that_is_missing_for_a_while_nothing_is_kept(
    repository: GitContent, tmp_path: Path
) -> None:
    _translate(repository, "2026-01-01")
    then = repository.object_file("HEAD~1:content/actualites/retour.md")
    then.rename(tmp_path / "aside")
    assert _advice(repository, ResultsCache(tmp_path / "results")) == []
    (tmp_path / "aside").rename(then)
    assert len(_advice(repository, ResultsCache(tmp_path / "results"))) == 1


def test_the_day_is_that_of_paris(repository: GitContent) -> None:
    repository.day = datetime(2026, 1, 10, 23, 30, tzinfo=UTC)
    _text(repository).write_text(_NEWS.format("soixante"), "utf-8")
    repository.commit()
    _translate(repository, "2026-01-10")
    assert len(_advice(repository)) == 1
    _translate(repository, "2026-01-11")
    assert _advice(repository) == []


def test_a_change_of_what_is_not_translated_leaves_nothing_behind(repository: GitContent) -> None:
    moved = _NEWS.replace("2026-01-01", "2026-01-02").format("cinquante")
    _text(repository).write_text(moved, "utf-8")
    repository.commit()
    _translate(repository, "2026-01-03")
    assert _advice(repository) == []


def test_a_text_is_followed_through_its_renames(repository: GitContent) -> None:
    renamed = repository.root / "actualites" / "rencontre.md"
    _text(repository).rename(renamed)
    repository.commit()
    _translate(repository, "2026-01-01")
    _text(repository).with_suffix(".de.md").rename(renamed.with_suffix(".de.md"))
    assert _advice(repository) == [
        "content/actualites/rencontre.md a changé depuis cette traduction"
    ]


def test_a_merged_text_is_of_the_day_it_was_merged(repository: GitContent) -> None:
    repository.git("checkout", "-q", "-b", "idee")
    _text(repository).write_text(_NEWS.format("soixante"), "utf-8")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.day = datetime(2026, 1, 20, 12, tzinfo=UTC)
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "idee")
    _translate(repository, "2026-01-19")
    assert len(_advice(repository)) == 1
    _translate(repository, "2026-01-20")
    assert _advice(repository) == []


def test_a_text_that_came_later_is_compared_with_how_it_came(repository: GitContent) -> None:
    _translate(repository, "2025-12-20")
    assert len(_advice(repository)) == 1
    _text(repository).write_text(_NEWS.format("quarante"), "utf-8")
    assert _advice(repository) == []


def test_a_day_to_come_hides_nothing(repository: GitContent) -> None:
    _translate(repository, "2026-03-02")
    assert _advice(repository) == ["le 2 mars 2026 n’est pas encore venu"]


def test_what_is_no_day_is_mended_as_dates_are(repository: GitContent) -> None:
    _translate(repository, "3 janvier 2026")
    [found] = [one for one in read(repository.root).problems if one.source.endswith(".de.md")]
    assert (found.code, found.fix) == ("date", "écrivez 2026-01-03")


def test_where_git_tells_nothing_nothing_is_said(tmp_path: Path) -> None:
    content = GitContent(tmp_path)
    (content.root / "actualites").mkdir()
    _text(content).write_text(_NEWS.format("quarante"), "utf-8")
    _translate(content, "2026-01-01")
    assert _advice(content) == []
