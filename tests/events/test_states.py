"""The six states of an event, in order of what people must know first."""

import pytest

from association.content.event_states import EventState, state_of
from association.events.occurrences import occurrences
from tests.agenda_builders import event

ONE_DAY = {"debut": "2027-03-14 09:30"}


@pytest.mark.parametrize(
    ("front", "state", "schema", "ical"),
    [
        ({}, "scheduled", "EventScheduled", "CONFIRMED"),
        ({"statut": "à confirmer"}, "tentative", "EventScheduled", "TENTATIVE"),
        ({"statut": "annulé"}, "cancelled", "EventCancelled", "CANCELLED"),
        ({"statut": "reporté"}, "postponed", "EventPostponed", "CANCELLED"),
        ({"date_initiale": "2027-02-01"}, "rescheduled", "EventRescheduled", "CONFIRMED"),
        (
            {"mode": "en ligne", "mode_initial": "sur place"},
            "moved-online",
            "EventMovedOnline",
            "CONFIRMED",
        ),
    ],
)
def test_each_state_has_its_word_in_schema_org_and_in_icalendar(
    front: dict[str, str], state: str, schema: str, ical: str
) -> None:
    found = state_of(event(**ONE_DAY, **front).written)
    assert (found.code, found.event_status, found.ical_status) == (state, schema, ical)


@pytest.mark.parametrize("front", [{"date_initiale": "2027-02-01"}, {"mode_initial": "mixte"}])
@pytest.mark.parametrize("status", ["annulé", "reporté"])
def test_what_keeps_it_from_taking_place_is_said_before_any_other_change(
    front: dict[str, str], status: str
) -> None:
    state = state_of(event(**ONE_DAY, mode="en ligne", statut=status, **front).written)
    assert not state.takes_place


def test_what_was_always_online_has_not_moved_online() -> None:
    assert state_of(event(**ONE_DAY, mode="en ligne").written) is EventState.SCHEDULED


def states(**front: object) -> list[str]:
    return [item.state.code for item in occurrences(event(**front))]


def test_a_date_of_a_list_can_change_alone() -> None:
    listed = [
        {"debut": "2027-04-14 09:30", "statut": "annulé"},
        {"debut": "2027-05-14 09:30", "statut": "reporté"},
        {"debut": "2027-06-14 09:30", "date_initiale": "2027-06-01 09:30"},
        {"debut": "2027-07-14 09:30"},
    ]
    assert states(**ONE_DAY, dates=listed) == [
        "scheduled",
        "cancelled",
        "postponed",
        "rescheduled",
        "scheduled",
    ]


def test_a_new_first_date_does_not_move_the_others_of_the_list() -> None:
    listed = [{"debut": "2027-04-14 09:30"}]
    assert states(**ONE_DAY, date_initiale="2027-03-01", dates=listed) == [
        "rescheduled",
        "scheduled",
    ]


def test_the_cancelled_whole_cancels_every_date() -> None:
    listed = [{"debut": "2027-04-14 09:30", "statut": "à confirmer"}]
    assert states(**ONE_DAY, statut="annulé", dates=listed) == ["cancelled", "cancelled"]
