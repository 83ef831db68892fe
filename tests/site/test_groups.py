"""A member of a group shows for the time of the mandate, and with an agreement."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from association.content.policy import USUAL
from association.core.zone import PARIS
from association.events.page import event_page
from association.pages.windows import ALWAYS
from association.people.page import page
from association.people.retention import without_people
from association.site.groups import group_list, group_page
from association.site.next_change import next_change
from tests.builders import EVENT, agenda_of, base, content_folder, context, problems_of

BOARD = "groupes/conseil.md"
TEXT = """---
titre: Conseil d’administration
genre: instance
resume: Il conduit l’association.
depuis: 2018-03-13
membres:
  - praticien: jeanne-martin
    fonction: Présidente
    depuis: 2027-03-01
    jusqu_au: 2027-03-31
  - nom: Cosette Fauchelevent
    accord_le: 2027-02-10
    fonction: Trésorière
    jusqu_au: 2027-06-30
---
"""
UNLIMITED = """---
titre: Presse
genre: groupe de travail
resume: Il répond aux journalistes.
membres:
  - praticien: jeanne-martin
---
"""
MEETING = base(EVENT).replace("categorie:", "groupe: conseil\ncategorie:", 1)


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day} 12:00").replace(tzinfo=PARIS)


def _names(folder: Path, day: str) -> list[str]:
    made = replace(context(folder, {BOARD: TEXT}), asof=_noon(day))
    page = group_page(made.groups[0], agenda_of(made))
    return [member.name for member in page.members]


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2027-02-09", []),
        ("2027-02-10", ["Cosette Fauchelevent"]),
        ("2027-03-01", ["Jeanne Martin", "Cosette Fauchelevent"]),
        ("2027-03-31", ["Jeanne Martin", "Cosette Fauchelevent"]),
        ("2027-04-01", ["Cosette Fauchelevent"]),
        ("2027-07-01", []),
    ],
)
def test_a_mandate_begins_and_ends_by_itself(tmp_path: Path, day: str, names: list[str]) -> None:
    assert _names(tmp_path, day) == names


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2027-02-09", "2027-02-09T23:00:00+00:00"),
        ("2027-03-15", "2027-03-31T22:00:00+00:00"),
        ("2027-06-20", "2027-06-30T22:00:00+00:00"),
    ],
)
def test_the_site_changes_when_a_mandate_or_an_agreement_begins_or_ends(
    tmp_path: Path, day: str, due: str
) -> None:
    made = replace(context(tmp_path, {BOARD: TEXT}), asof=_noon(day))
    found = next_change(agenda_of(made), USUAL, made.content)
    assert found is not None
    assert found.isoformat() == due


def test_a_practitioner_leads_to_the_groups_of_a_mandate_while_it_lasts(tmp_path: Path) -> None:
    made = context(tmp_path, {BOARD: TEXT, "groupes/presse.md": UNLIMITED})
    person = made.content.practitioners["jeanne-martin"]
    shown = {
        day: page(person, replace(made, asof=_noon(day)))
        for day in ("2027-02-28", "2027-03-31", "2027-04-01")
    }
    roles = {
        day: [(one.value.group.url, one.value.function, one.window.until) for one in profile.groups]
        for day, profile in shown.items()
    }
    board = ("/tst/groupes/conseil/", "Présidente", "2027-03-31T22:00:00Z")
    press = ("/tst/groupes/presse/", "", "")
    assert roles == {"2027-02-28": [press], "2027-03-31": [board, press], "2027-04-01": [press]}
    assert {profile.groups_window for profile in shown.values()} == {ALWAYS}
    alone = page(
        person, replace(context(tmp_path / "board", {BOARD: TEXT}), asof=_noon("2027-03-31"))
    )
    assert alone.groups_window.until == "2027-03-31T22:00:00Z"


def test_a_page_left_unbuilt_hides_who_left_and_says_when_nobody_is_left(tmp_path: Path) -> None:
    made = replace(context(tmp_path, {BOARD: TEXT}), asof=_noon("2027-03-15"))
    page = group_page(made.groups[0], agenda_of(made))
    assert [(member.window.until, member.url) for member in page.members] == [
        ("2027-03-31T22:00:00Z", "/tst/annuaire/jeanne-martin/"),
        ("2027-06-30T22:00:00Z", ""),
    ]
    assert page.members[0].mandate == "depuis le 1er mars 2027, jusqu’au 31 mars 2027"
    assert page.nobody is not None
    assert (page.nobody.since, page.nobody.is_open) == ("2027-06-30T22:00:00Z", False)


def test_a_group_with_a_member_who_stays_never_says_that_nobody_is_left(tmp_path: Path) -> None:
    made = context(tmp_path, {BOARD: TEXT.replace("    jusqu_au: 2027-06-30\n", "")})
    assert group_page(made.groups[0], agenda_of(made)).nobody is None


def test_a_group_without_members_says_so(tmp_path: Path) -> None:
    made = context(tmp_path, {BOARD: TEXT.partition("membres:")[0] + "---\n"})
    page = group_page(made.groups[0], agenda_of(made))
    assert page.members == ()
    assert page.nobody is not None
    assert page.nobody.is_open


def test_a_member_whose_profile_does_not_show_is_in_no_group(tmp_path: Path) -> None:
    found = context(tmp_path, {BOARD: TEXT})
    made = replace(found, content=without_people(found.content, frozenset({"jeanne-martin"})))
    page = group_page(made.groups[0], agenda_of(made))
    assert [member.name for member in page.members] == ["Cosette Fauchelevent"]


def test_a_group_and_its_meetings_lead_to_one_another(tmp_path: Path) -> None:
    made = context(tmp_path, {BOARD: TEXT, EVENT: MEETING})
    page = group_page(made.groups[0], agenda_of(made))
    assert [line.title for line in page.meetings] == ["Journée de rencontre à Toulouse"]
    shown = event_page(made.content.events["journee-de-toulouse"], agenda_of(made))
    assert shown.group is not None
    assert shown.group.url == "/tst/groupes/conseil/"


def test_bodies_come_before_working_groups(tmp_path: Path) -> None:
    made = context(tmp_path, {BOARD: TEXT})
    kinds = group_list(agenda_of(made))["kinds"]
    shown = [(kind.anchor, [card.title for card in kind.items]) for kind in kinds]  # type: ignore[attr-defined]
    assert shown == [
        ("instances", ["Conseil d’administration"]),
        ("groupes-de-travail", ["Presse"]),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("jusqu_au: 2027-03-31", "jusqu_au: 2027-02-28", "fin-avant-debut", 10),
        ("    accord_le: 2027-02-10\n", "", "consentement-manquant", 11),
        ("accord_le: 2027-02-10", "accord_le: 2027-12-10", "accord-futur", 12),
        ("nom: Cosette Fauchelevent\n    ", "", "champ-manquant", 11),
        ("praticien: jeanne-martin\n", "praticien: jeanne\n", "reference-inconnue", 7),
        ("    fonction: Prés", "    nom: Elle\n    fonction: Prés", "champ-en-double", 8),
    ],
)
def test_a_member_who_is_written_wrongly_is_told(
    tmp_path: Path, old: str, new: str, code: str, line: int
) -> None:
    assert old in TEXT
    found = problems_of(content_folder(tmp_path, {BOARD: TEXT.replace(old, new, 1)}))
    assert [(problem.code, problem.span.line) for problem in found] == [(code, line)]


def test_a_mandate_that_is_over_is_recalled_to_the_editors(tmp_path: Path) -> None:
    over = TEXT.replace("2027-03-01", "2026-03-01").replace("2027-03-31", "2027-02-28")
    found = problems_of(content_folder(tmp_path, {BOARD: over}))
    assert [(problem.code, problem.span.line) for problem in found] == [("indication-echue", 10)]
