"""What changed since the published site is told, with its mend; SEQUENCE never falls against it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from association.checks.former_agenda import read_former_agenda
from association.content.history import history
from association.core.zone import PARIS
from association.problems.findings import Severity
from association.runner import former_site
from tests.git_content import GitContent
from tests.published_site import SITE, codes, correct, files_of, published, put, told


@pytest.fixture
def content(tmp_path: Path) -> GitContent:
    return GitContent(tmp_path / "site").init()


# The dates ----------------------------------------------------------------------------------


def test_a_date_that_moved_is_told_and_the_first_one_written(content: GitContent) -> None:
    content.committed("atelier")
    site = published(content.read())
    content.committed("atelier", debut="2027-05-14 09:30")
    [problem] = told(content, site)
    assert (problem.code, problem.severity) == ("date-changee", Severity.ADVICE)
    assert "depuis le 20 février 2027" in problem.message
    assert "dimanche 14 mars 2027" in problem.message
    assert "date_initiale: 2027-03-14 09:30" in problem.fix
    correct(content, site)
    text = (content.root / "agenda" / "atelier.md").read_text("utf-8")
    assert "debut: 2027-05-14 09:30\ndate_initiale: 2027-03-14 09:30\n" in text
    content.commit()
    assert codes(content, site) == []


def test_the_first_date_that_moved_is_told_among_further_ones(content: GitContent) -> None:
    content.committed("atelier")
    site = published(content.read())
    further = "\n  - debut: 2027-06-14"
    content.committed("atelier", debut="2027-05-14 09:30", dates=further)
    [problem] = told(content, site)
    assert problem.code == "date-changee"
    assert "date_initiale: 2027-03-14 09:30" in problem.fix


def test_the_first_date_is_written_in_the_time_of_its_place(content: GitContent) -> None:
    content.committed("atelier", fuseau="America/Toronto")
    site = published(content.read())
    content.committed("atelier", fuseau="America/Toronto", debut="2027-05-14 09:30")
    [problem] = told(content, site)
    assert "date_initiale: 2027-03-14 09:30" in problem.fix


def test_one_date_of_a_list_that_moved_is_told_at_its_place(content: GitContent) -> None:
    content.committed("atelier", dates="\n  - debut: 2027-04-14\n  - debut: 2027-05-14")
    site = published(content.read())
    content.committed("atelier", dates="\n  - debut: 2027-04-14\n  - debut: 2027-06-14")
    [problem] = told(content, site)
    assert problem.code == "date-changee"
    correct(content, site)
    text = (content.root / "agenda" / "atelier.md").read_text("utf-8")
    assert "  - debut: 2027-06-14\n    date_initiale: 2027-05-14\n" in text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2027-10", "2027-10-14 09:30"),
        ("2027-10-14", "2027-10-14 09:30"),
        ("2027-10-14 09:30", "2027-10-14"),
    ],
)
def test_saying_a_date_closer_moves_nothing(content: GitContent, before: str, after: str) -> None:
    content.committed("atelier", debut=before)
    site = published(content.read())
    content.committed("atelier", debut=after)
    assert codes(content, site) == []


@pytest.mark.parametrize(
    "change",
    [
        {"debut": "2027-05-14 09:30", "date_initiale": "2027-03-14 09:30"},
        {"statut": "reporté"},
        {"statut": "annulé"},
        {"titre": "Autre titre"},
        {"fin": "2027-03-14 17:00"},
        {"dates": "\n  - debut: 2027-05-14"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_says_its_change_is_not_told(content: GitContent, change: dict[str, str]) -> None:
    content.committed("atelier")
    site = published(content.read())
    content.committed("atelier", **change)
    assert codes(content, site) == []


def test_what_is_over_may_change(content: GitContent) -> None:
    content.committed("atelier")
    site = published(content.read())
    content.committed("atelier", debut="2027-03-13 09:30")
    assert codes(content, site, datetime(2027, 4, 1, tzinfo=UTC)) == []


def test_a_date_taken_out_of_a_list_is_told(content: GitContent) -> None:
    dates = [f"\n  - debut: 2027-0{month}-14" for month in (4, 5, 6, 7)]
    content.committed("atelier", dates="".join(dates))
    site = published(content.read())
    content.committed("atelier", dates="".join(dates[:1] + dates[2:]))
    [problem] = told(content, site)
    assert (problem.code, problem.severity) == ("date-disparue", Severity.ERROR)
    assert "vendredi 14 mai 2027" in problem.message
    assert "statut: annulé" in problem.fix


def weekly(until: str, **further: str) -> dict[str, str]:
    return {"recurrence": f"\n  frequence: hebdomadaire\n  jusqu_au: {until}"} | further


def test_each_date_of_a_rule_that_was_cut_is_told(content: GitContent) -> None:
    content.committed("atelier", **weekly("2027-05-30"))
    site = published(content.read())
    content.committed("atelier", **weekly("2027-04-18"))
    [problem] = told(content, site)
    assert problem.code == "date-disparue"
    for day in ("25 avril", "2 mai", "9 mai", "16 mai", "23 mai", "30 mai"):
        assert day in problem.message
    assert "annulees:" in problem.fix
    cancelled = "".join(
        f"\n    - date: 2027-{day}"
        for day in ("04-25", "05-02", "05-09", "05-16", "05-23", "05-30")
    )
    rule = weekly("2027-05-30")["recurrence"] + f"\n  annulees:{cancelled}"
    content.committed("atelier", recurrence=rule)
    assert codes(content, site) == []


def test_a_date_that_is_skipped_once_published_is_told(content: GitContent) -> None:
    content.committed("atelier", **weekly("2027-05-30"))
    site = published(content.read())
    rule = weekly("2027-05-30")["recurrence"] + "\n  sauf: [2027-04-04]"
    content.committed("atelier", recurrence=rule)
    [problem] = told(content, site)
    assert (problem.code, "4 avril 2027" in problem.message) == ("date-disparue", True)


def test_another_hour_of_a_rule_is_told_once(content: GitContent) -> None:
    content.committed("atelier", **weekly("2027-05-30"))
    site = published(content.read())
    content.committed("atelier", debut="2027-03-14 10:30", **weekly("2027-05-30"))
    [problem] = told(content, site)
    assert problem.code == "date-changee"
    assert problem.message.startswith("l’heure a changé")


def test_a_longer_rule_is_not_told(content: GitContent) -> None:
    content.committed("atelier", **weekly("2027-04-18"))
    site = published(content.read())
    content.committed("atelier", **weekly("2027-05-30"))
    assert codes(content, site) == []


def test_a_published_event_is_no_draft_again(content: GitContent) -> None:
    content.committed("atelier")
    site = published(content.read())
    content.committed("atelier", statut="brouillon")
    [problem] = told(content, site)
    assert (problem.code, problem.severity) == ("brouillon-publie", Severity.ERROR)
    assert codes(content, site, datetime(2027, 4, 1, tzinfo=UTC)) == []


# The revisions ------------------------------------------------------------------------------


def begin_anew(content: GitContent) -> None:
    """The repository begins anew."""
    content.git("checkout", "-q", "--orphan", "neuf")
    content.commit()


def test_the_day_of_creation_that_was_lost_is_written(content: GitContent) -> None:
    first = content.committed("atelier")
    site = published(content.read())
    begin_anew(content)
    [problem] = told(content, site)
    assert (problem.code, problem.severity) == ("historique-perdu", Severity.ADVICE)
    correct(content, site)
    assert f"\ncree_le: {first:%Y-%m-%d}\n" in (content.root / "agenda/atelier.md").read_text(
        "utf-8"
    )
    assert codes(content, site) == []
    created = history(content.read()).revisions["atelier"].created
    assert created is not None
    assert first.date() == created.astimezone(PARIS).date()


def test_what_is_written_of_a_creation_counts_and_is_corrected(content: GitContent) -> None:
    content.committed("atelier", cree_le="2026-01-20")
    site = published(content.read())
    content.committed("atelier", cree_le="2026-01-25")
    assert codes(content, site) == ["historique-perdu"]
    correct(content, site)
    assert "\ncree_le: 2026-01-20\n" in (content.root / "agenda/atelier.md").read_text("utf-8")


def test_a_revision_that_was_written_is_raised(content: GitContent) -> None:
    for day in range(14, 18):
        content.committed("atelier", debut=f"2027-03-{day} 09:30", revision="2")
    site = published(content.read())
    begin_anew(content)
    correct(content, site)
    assert "revision: 5\n" in (content.root / "agenda" / "atelier.md").read_text("utf-8")
    assert "revision-en-arriere" not in codes(content, site)


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 28),
            st.sampled_from(["prévu", "annulé", "reporté", "à confirmer"]),
            st.sampled_from(["", "sur place", "mixte"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_nothing_is_told_of_a_content_that_is_the_published_one(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, str, str]]
) -> None:
    content = GitContent(tmp_path_factory.mktemp("site")).init()
    for day, status, mode in edits:
        content.committed("atelier", debut=f"2027-03-{day:02}", statut=status, mode=mode)
    assert codes(content, published(content.read())) == []


# Where the published site is found ----------------------------------------------------------


def announced(*, public: bool = True) -> dict[str, bytes]:
    files = dict(files_of([]))
    if not public:
        url = SITE.site_url.encode()
        files[former_site.AGENDA] = files[former_site.AGENDA].replace(url, b"http://localhost:8000")
    return files


def test_the_site_in_place_tells_when_it_was_built_for_the_public(tmp_path: Path) -> None:
    output, cache = tmp_path / "output", tmp_path / "cache"
    assert former_site.former_files(output, cache, {}) == {}
    put(announced(public=False), output)
    assert former_site.former_files(output, cache, {}) == {}
    put(announced(), output)
    assert former_site.former_files(output, cache, {}) == announced()


def test_a_preview_that_takes_the_place_of_a_public_site_keeps_what_it_said(
    tmp_path: Path,
) -> None:
    output, cache = tmp_path / "output", tmp_path / "cache"
    put(announced(), output)
    former_site.keep_former(output, cache)
    put(announced(public=False), output)
    former_site.keep_former(output, cache)
    assert former_site.former_files(output, cache, {}) == announced()


def test_a_folder_that_is_named_comes_first(tmp_path: Path) -> None:
    put(announced(), tmp_path / "output")
    named = {former_site.SETTING: str(tmp_path / "vide")}
    assert former_site.former_files(tmp_path / "output", tmp_path, named) == {}


def test_a_site_that_cannot_be_asked_is_said(tmp_path: Path) -> None:
    environ = {former_site.SETTING: "http://127.0.0.1:9"}
    found = read_former_agenda(tmp_path, tmp_path, environ)
    assert found.unknown.startswith("http://127.0.0.1:9 : ")
    (tmp_path / former_site.AGENDA).write_text("<!doctype html>", "utf-8")
    assert read_former_agenda(tmp_path, tmp_path, {former_site.SETTING: str(tmp_path)}).unknown


def test_an_agenda_of_another_writer_is_unknown(tmp_path: Path) -> None:
    (tmp_path / former_site.AGENDA).write_text('{"events": [{"uid": 3}]}', "utf-8")
    assert read_former_agenda(tmp_path, tmp_path, {former_site.SETTING: str(tmp_path)}).unknown
