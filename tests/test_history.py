"""What git tells of the life of events."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from association.content.history import History, history
from association.content.revisions import Revision
from association.core.git_log import PartialCloneError, VersionContents
from association.core.results_cache import ResultsCache
from association.problems.findings import Severity
from tests.git_content import GitContent


@pytest.fixture
def content(tmp_path: Path) -> GitContent:
    return GitContent(tmp_path / "site").init()


def revision(content: GitContent, slug: str = "atelier") -> Revision:
    return history(content.read()).revisions[slug]


def test_the_first_commit_creates_and_the_last_modifies(content: GitContent) -> None:
    first = content.committed("atelier")
    last = content.committed("atelier", body="Un autre texte.")
    assert revision(content) == Revision(0, first, last)


@pytest.mark.parametrize(
    "change",
    [
        {"debut": "2027-03-15 09:30"},
        {"fin": "2027-03-14 17:00"},
        {"fuseau": "Europe/Brussels"},
        {"statut": "annulé"},
        {"mode": "mixte"},
        {"lieu": "\n  ville: Lyon"},
        {"dates": "\n  - debut: 2027-05-14"},
        {"recurrence": "\n  frequence: hebdomadaire\n  nombre: 3"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_change_of_dates_place_mode_or_state_counts(
    content: GitContent, change: dict[str, str]
) -> None:
    content.committed("atelier")
    content.committed("atelier", **change)
    assert revision(content).sequence == 1


def test_a_change_of_the_link_to_join_counts(content: GitContent) -> None:
    content.committed("atelier", mode="mixte")
    content.committed("atelier", mode="mixte", visio="https://visio.example/")
    assert revision(content).sequence == 1


@pytest.mark.parametrize(
    "change",
    [
        {"titre": "Autre titre"},
        {"motif": "Une raison."},
        {"statut": "prévu"},
        {"fuseau": "Europe/Paris"},
        {"debut": "2027-03-14T09:30"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_says_the_same_or_explains_does_not_count(
    content: GitContent, change: dict[str, str]
) -> None:
    content.committed("atelier")
    last = content.committed("atelier", **change)
    assert revision(content).sequence == 0
    assert revision(content).last_modified == last


def test_the_way_to_a_place_is_not_the_place(content: GitContent) -> None:
    content.committed("atelier", lieu="\n  ville: Lyon")
    content.committed("atelier", lieu="\n  ville: Lyon\n  acces: Ascenseur.")
    assert revision(content).sequence == 0


def test_an_event_cancelled_and_taken_up_again_has_changed_twice(content: GitContent) -> None:
    content.committed("atelier")
    content.committed("atelier", statut="annulé")
    content.committed("atelier")
    assert revision(content).sequence == 2


def test_a_commit_of_other_files_changes_nothing(content: GitContent) -> None:
    made = content.committed("atelier")
    content.committed("autre")
    assert revision(content) == Revision(0, made, made)


def test_a_renamed_file_that_names_its_old_name_keeps_its_life(content: GitContent) -> None:
    first = content.committed("ancien")
    content.committed("ancien", debut="2027-03-15 09:30")
    content.git("mv", "content/agenda/ancien.md", "content/agenda/nouveau.md")
    last = content.committed("nouveau", debut="2027-03-15 09:30", uid="ancien")
    assert revision(content, "nouveau") == Revision(1, first, last)
    assert history(content.read()).former == ()


def test_a_file_that_was_renamed_twice_keeps_the_first_name(content: GitContent) -> None:
    first = content.committed("un")
    content.git("mv", "content/agenda/un.md", "content/agenda/deux.md")
    content.committed("deux", uid="un")
    content.git("mv", "content/agenda/deux.md", "content/agenda/trois.md")
    content.committed("trois", uid="un")
    assert revision(content, "trois").created == first
    assert history(content.read()).former == ()


def test_an_event_made_from_the_file_of_another_begins_its_own_life(content: GitContent) -> None:
    content.committed("ancien", debut="2026-03-14")
    content.git("mv", "content/agenda/ancien.md", "content/agenda/nouveau.md")
    made = content.committed("nouveau")
    assert revision(content, "nouveau") == Revision(0, made, made)


def test_a_file_put_back_after_it_was_deleted_has_changed(content: GitContent) -> None:
    first = content.committed("atelier")
    content.git("rm", "-q", "content/agenda/atelier.md")
    content.commit()
    last = content.committed("atelier")
    assert revision(content) == Revision(1, first, last)


def test_a_file_put_back_from_a_copy_under_another_name_has_changed(content: GitContent) -> None:
    content.committed("atelier")
    content.git("mv", "content/agenda/atelier.md", "content/agenda/copie.md")
    content.commit()
    content.git("mv", "content/agenda/copie.md", "content/agenda/atelier.md")
    content.commit()
    assert revision(content).sequence == 1


def on_a_branch(content: GitContent, **front: str) -> None:
    content.git("checkout", "-q", "-b", "branche")
    content.committed("atelier", **front)
    content.git("checkout", "-q", "main")


def test_a_merge_adds_nothing_to_what_its_branch_changed(content: GitContent) -> None:
    content.committed("atelier")
    on_a_branch(content, statut="annulé")
    content.committed("autre")
    content.git("merge", "-q", "--no-ff", "-m", "Merge", "branche")
    assert revision(content).sequence == 1


def test_the_sequence_never_goes_back_when_a_late_copy_takes_in_the_others_work(
    content: GitContent,
) -> None:
    content.committed("atelier")
    on_a_branch(content, body="Un texte corrigé.")
    content.committed("atelier", debut="2027-03-15 09:30")
    content.committed("atelier", debut="2027-03-16 09:30")
    before = revision(content).sequence
    content.git("checkout", "-q", "branche")
    content.git("merge", "-q", "-X", "theirs", "-m", "Merge", "main")
    assert revision(content).sequence >= before == 2


def test_the_sequence_does_not_go_back_when_a_copy_sets_the_others_work_aside(
    content: GitContent,
) -> None:
    content.committed("atelier")
    on_a_branch(content, body="Un texte corrigé.")
    content.committed("atelier", debut="2027-03-15 09:30")
    content.git("checkout", "-q", "branche")
    content.git("merge", "-q", "-s", "ours", "-m", "Merge", "main")
    assert revision(content).sequence == 1


def test_a_merge_that_decides_otherwise_than_both_sides_counts(content: GitContent) -> None:
    content.committed("atelier")
    on_a_branch(content, debut="2027-03-15 09:30")
    content.committed("atelier", debut="2027-03-16 09:30")
    content.git("merge", "-q", "--no-commit", "-s", "ours", "branche")
    content.committed("atelier", debut="2027-03-17 09:30")
    assert revision(content).sequence == 3


def test_an_edit_that_is_not_committed_is_one_revision_more(content: GitContent) -> None:
    made = content.committed("atelier")
    content.write("atelier", statut="annulé")
    edited = revision(content)
    assert edited == Revision(1, made, made + timedelta(seconds=1))
    assert revision(content) == edited


def test_a_text_that_is_not_committed_does_not_count_as_a_change(content: GitContent) -> None:
    made = content.committed("atelier")
    content.write("atelier", body="Autre texte.")
    assert revision(content) == Revision(0, made, made + timedelta(seconds=1))


def test_an_event_that_is_not_committed_is_as_old_as_the_last_commit(content: GitContent) -> None:
    made = content.committed("autre")
    content.write("atelier")
    assert revision(content) == Revision(0, made, made)


def test_a_copy_without_git_has_what_the_front_matter_says(tmp_path: Path) -> None:
    content = GitContent(tmp_path)
    content.write("atelier", revision="4")
    told = history(content.read())
    assert told.revisions == {"atelier": Revision(4)}
    [finding] = told.findings
    assert (finding.code, finding.severity) == ("sans-historique", Severity.ADVICE)


def test_a_repository_that_does_not_hold_the_agenda_is_no_history(content: GitContent) -> None:
    content.write("atelier")
    assert [finding.code for finding in history(content.read()).findings] == ["sans-historique"]


def test_a_machine_without_git_is_no_history(
    content: GitContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.committed("atelier")
    monkeypatch.setenv("PATH", os.devnull)
    told = history(content.read())
    assert told.revisions == {"atelier": Revision(0)}
    assert [finding.code for finding in told.findings] == ["sans-historique"]


def test_changes_that_git_does_not_know_come_on_top(content: GitContent) -> None:
    content.committed("atelier", revision="4")
    content.committed("atelier", revision="4", statut="annulé")
    assert revision(content).sequence == 5


def test_a_clone_without_its_past_is_refused(content: GitContent, tmp_path: Path) -> None:
    content.committed("atelier")
    content.committed("atelier", statut="annulé")
    shallow = tmp_path / "court"
    content.git("clone", "-q", "--depth=1", f"file://{content.folder}", str(shallow))
    copy = GitContent.__new__(GitContent)
    copy.root = shallow / "content"
    [finding] = history(copy.read()).findings
    assert (finding.code, finding.severity) == ("historique-tronque", Severity.ERROR)
    assert "git fetch --unshallow" in finding.fix


def test_inside_a_hook_the_history_is_that_of_the_content(
    content: GitContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = content.committed("atelier")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert revision(content) == Revision(0, made, made)


def test_other_files_of_the_folder_are_no_events(content: GitContent) -> None:
    content.committed("anciens/vieux")
    (content.root / "agenda" / "été «2».txt").write_text("x", encoding="utf-8")
    content.committed("atelier")
    content.git("rm", "-q", "-r", "content/agenda/anciens")
    content.commit()
    told = history(content.read())
    assert set(told.revisions) == {"atelier"}
    assert told.former == ()


def test_an_object_that_git_does_not_have_has_no_content(content: GitContent) -> None:
    content.committed("atelier")
    nowhere = "0" * 40
    with pytest.raises(PartialCloneError):
        VersionContents(content.root / "agenda", [nowhere]).content(nowhere)


@pytest.mark.parametrize("file", ["agenda/atelier.md", "actualites/bilan.md"])
def test_of_a_version_that_is_missing_for_a_while_nothing_is_kept(
    content: GitContent, tmp_path: Path, file: str
) -> None:
    content.committed("atelier", debut="2026-01-01 09:30")
    news = content.root / "actualites"
    news.mkdir()
    front = "titre: Bilan\nresume: Un bilan.\ndate: 2026-01-02\nevenement: atelier"
    (news / "bilan.md").write_text(f"---\n{front}\n---\n\nUn texte.\n", "utf-8")
    at = content.commit()

    def told() -> History:
        cache = ResultsCache(tmp_path / "results")
        found = history(content.read(), cache=cache)
        cache.save()
        return found

    missing = content.object_file(f"HEAD:content/{file}")
    missing.rename(tmp_path / "aside")
    assert [finding.code for finding in told().findings] == ["historique-tronque"]
    (tmp_path / "aside").rename(missing)
    assert told().reported == {"atelier": at}


def test_a_commit_of_the_future_dates_nothing_in_the_future(content: GitContent) -> None:
    first = content.committed("atelier")
    content.day = datetime(2031, 3, 1, tzinfo=UTC)
    content.committed("atelier", debut="2027-03-15 09:30")
    now = first + timedelta(days=30)
    told = history(content.read(), now)
    assert told.revisions["atelier"] == Revision(1, first, first)
    [finding] = told.findings
    assert (finding.code, finding.severity) == ("horloge", Severity.ADVICE)
    assert "1er mars 2031" in finding.message


def test_a_first_commit_of_the_future_is_of_the_day(content: GitContent) -> None:
    content.day = datetime(2031, 3, 1, tzinfo=UTC)
    content.committed("atelier")
    now = datetime(2026, 5, 4, 15, tzinfo=UTC)
    assert history(content.read(), now).revisions["atelier"].created == now.replace(hour=0)


def test_a_commit_older_than_the_one_before_it_is_as_young(content: GitContent) -> None:
    content.committed("autre")
    last = content.committed("autre", body="Un autre texte.")
    content.day = datetime(2020, 3, 1, tzinfo=UTC)
    content.committed("atelier")
    told = history(content.read(), last + timedelta(days=30))
    assert told.revisions["atelier"] == Revision(0, last, last)
    [finding] = told.findings
    assert "1er mars 2020" in finding.message


def test_a_clock_that_is_a_little_late_is_not_told(content: GitContent) -> None:
    last = content.committed("autre")
    content.day = last - timedelta(hours=3)
    content.committed("atelier")
    assert history(content.read(), last + timedelta(days=1)).findings == ()


def test_clocks_wrong_for_long_are_not_told_for_ever(content: GitContent) -> None:
    last = content.committed("autre")
    content.day = datetime(2020, 3, 1, tzinfo=UTC)
    content.committed("atelier")
    assert history(content.read(), last + timedelta(days=800)).findings == ()


def test_what_is_remembered_of_the_past_is_what_git_tells(
    content: GitContent, tmp_path: Path
) -> None:
    def remembered_as_told() -> bool:
        cache = ResultsCache(tmp_path / "results")
        remembered = history(content.read(), cache=cache)
        cache.save()
        return remembered == history(content.read())

    assert remembered_as_told()
    content.committed("atelier")
    content.committed("bilan")
    assert remembered_as_told()
    content.write("atelier", debut="2027-03-15 09:30")
    assert remembered_as_told()
    content.git("mv", "content/agenda/bilan.md", "content/agenda/compte.md")
    content.commit()
    assert remembered_as_told()
    content.git("reset", "-q", "--hard", "HEAD~1")
    assert remembered_as_told()


def test_an_unchanged_past_is_not_read_again(
    content: GitContent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.committed("atelier")
    cache = ResultsCache(tmp_path / "results")
    told = history(content.read(), cache=cache)
    cache.save()

    def refused(*_arguments: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("association.core.git_log.contents_of", refused)
    monkeypatch.setattr("association.core.git_log._read_log", refused)
    assert history(content.read(), cache=ResultsCache(tmp_path / "results")) == told


@pytest.mark.parametrize("way", ["replace", "info/grafts"])
def test_a_past_that_a_clone_replaces_is_told_all_the_same(content: GitContent, way: str) -> None:
    first = content.committed("atelier")
    last = content.committed("atelier", debut="2027-03-15 09:30")
    told = history(content.read())
    assert told.revisions["atelier"] == Revision(1, first, last)
    if way == "replace":
        content.git("replace", "--graft", "HEAD")
    else:
        head = content.git("rev-parse", "HEAD")
        (content.folder / ".git" / "info" / "grafts").write_text(head, "utf-8")
    assert content.git("rev-list", "--count", "HEAD").strip() == "1"
    assert history(content.read()) == told
