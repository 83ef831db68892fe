"""What the published site announces stays; what it never said may come and go."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.checks.former_agenda import NOTHING_PUBLISHED, FormerAgenda
from association.problems.report import Problem
from tests.git_content import GitContent
from tests.published_site import published

SOON = datetime(2027, 1, 1, tzinfo=UTC)
AFTER = datetime(2027, 4, 1, tzinfo=UTC)
CODES = {"evenement-supprime", "evenement-renomme"}


@pytest.fixture
def content(tmp_path: Path) -> GitContent:
    return GitContent(tmp_path / "site").init()


def missed(content: GitContent, site: FormerAgenda, asof: datetime = SOON) -> list[Problem]:
    found = verified(content.root, asof, former_agenda=site).problems
    return [problem for problem in found if problem.code in CODES]


def lost(content: GitContent, site: FormerAgenda, asof: datetime = SOON) -> list[tuple[str, str]]:
    return [(problem.source, problem.code) for problem in missed(content, site, asof)]


def remove(content: GitContent, slug: str = "atelier") -> None:
    content.git("rm", "-q", f"content/agenda/{slug}.md")
    content.commit()


def rename(content: GitContent, before: str, after: str) -> None:
    content.git("mv", f"content/agenda/{before}.md", f"content/agenda/{after}.md")
    content.commit()


@pytest.mark.parametrize("front", [{}, {"statut": "annulé"}])
def test_a_published_event_that_was_deleted_is_an_error_until_it_is_over(
    content: GitContent, front: dict[str, str]
) -> None:
    content.committed("autre", debut="2027-05-01")
    content.committed("atelier", **front)
    site = published(content.read())
    remove(content)
    assert lost(content, site) == [("content/agenda/atelier.md", "evenement-supprime")]
    assert lost(content, site, AFTER) == []


def test_what_was_never_published_may_be_deleted(content: GitContent) -> None:
    content.committed("autre", debut="2027-05-01")
    site = published(content.read())
    content.committed("essai-copie")
    remove(content, "essai-copie")
    assert lost(content, site) == []
    assert lost(content, NOTHING_PUBLISHED) == []


def test_what_came_and_went_on_a_branch_may_go(content: GitContent) -> None:
    content.committed("autre", debut="2027-05-01")
    site = published(content.read())
    content.git("checkout", "-q", "-b", "branche")
    content.committed("atelier")
    remove(content)
    content.git("checkout", "-q", "main")
    content.git("merge", "-q", "--no-ff", "-m", "Merge", "branche")
    assert lost(content, site) == []


def test_a_name_may_be_mended_before_publication(content: GitContent) -> None:
    content.committed("autre", debut="2027-05-01")
    site = published(content.read())
    content.committed("journe-de-lyon")
    rename(content, "journe-de-lyon", "journee-de-lyon")
    assert lost(content, site) == []


def test_a_published_file_that_was_renamed_is_told_its_old_name(content: GitContent) -> None:
    content.committed("journe-de-lyon")
    site = published(content.read())
    rename(content, "journe-de-lyon", "journee-de-lyon")
    [problem] = missed(content, site)
    assert (problem.source, problem.code) == (
        "content/agenda/journee-de-lyon.md",
        "evenement-renomme",
    )
    assert "uid: journe-de-lyon" in problem.fix
    content.committed("journee-de-lyon", uid="journe-de-lyon")
    assert lost(content, site) == []


def test_a_rename_that_git_does_not_know_yet_is_seen_by_its_title_and_date(
    content: GitContent,
) -> None:
    content.committed("journe-de-lyon")
    site = published(content.read())
    (content.root / "agenda" / "journe-de-lyon.md").rename(
        content.root / "agenda" / "journee-de-lyon.md"
    )
    assert lost(content, site) == [("content/agenda/journee-de-lyon.md", "evenement-renomme")]


def test_an_identifier_that_was_changed_is_told_to_come_back(content: GitContent) -> None:
    content.committed("atelier", uid="premier-nom")
    site = published(content.read())
    content.committed("atelier", uid="autre-nom")
    assert lost(content, site) == [("content/agenda/atelier.md", "evenement-renomme")]


def test_a_file_deleted_and_not_yet_committed_is_missed_too(content: GitContent) -> None:
    content.committed("autre", debut="2027-05-01")
    content.committed("atelier")
    site = published(content.read())
    (content.root / "agenda" / "atelier.md").unlink()
    [problem] = missed(content, site)
    assert "statut: annulé" in problem.fix
    assert "uid: atelier" in problem.help


def test_the_last_event_is_missed_as_well_as_its_folder(content: GitContent) -> None:
    content.committed("atelier")
    site = published(content.read())
    remove(content)
    assert not (content.root / "agenda").exists()
    assert lost(content, site) == [("content/agenda/atelier.md", "evenement-supprime")]


def test_an_event_is_missed_where_its_history_is_lost(content: GitContent) -> None:
    content.committed("atelier")
    site = published(content.read())
    content.git("checkout", "-q", "--orphan", "neuf")
    (content.root / "agenda" / "atelier.md").unlink()
    content.committed("autre", debut="2027-05-01")
    assert lost(content, site) == [("content/agenda/atelier.md", "evenement-supprime")]


def test_an_example_announced_nothing(content: GitContent) -> None:
    content.committed("atelier", exemple="oui")
    site = published(content.read())
    remove(content)
    assert lost(content, site) == []


def test_a_file_that_cannot_be_read_is_not_deleted(content: GitContent) -> None:
    content.committed("autre", debut="2027-05-01")
    content.committed("atelier")
    site = published(content.read())
    content.write("atelier", debut="bientôt")
    assert lost(content, site) == []
