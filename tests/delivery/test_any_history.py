"""Whatever is published, cut, undone or damaged in whatever order, visitors see whole pages."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from association.delivery.delivery import publish, roll_back
from association.delivery.lock import EXPIRY
from association.delivery.place import Place
from association.delivery.target import DeliveryError
from tests.delivery.memory_host import CutError, Faulty, MemoryHost
from tests.delivery.sites import (
    IN_PLACE,
    INSIDE,
    SWITCH,
    broken_for_visitors,
    everything_served,
    page,
    served,
    site,
    terms,
)

PERSON = "annuaire/zoe/index.html"
DIRECTORY = "annuaire/annuaire.json"
NUMBER = "0123456789"
SHOWN, HIDDEN = (
    json.dumps({"people": [{"slug": "yan", "telephone": number}]}) for number in (NUMBER, None)
)
PAGES = ["a/index.html", "a/b/index.html", "été/index.html", PERSON]
ASSETS = [f"theme/{name}.{digit * 8}.css" for name in "xy" for digit in "123"]
MOMENTS = st.integers(0, 70)
HOW = st.sampled_from(["before", "after", "half"])


@st.composite
def texts(draw: st.DrawFn) -> dict[str, str]:
    """A site: pages that name assets, the assets that they name, a feed."""
    made = {"agenda.ics": draw(st.sampled_from(["1", "2"])), "vide.txt": ""}
    made[DIRECTORY] = draw(st.sampled_from([SHOWN, HIDDEN]))
    for path in ["index.html", *draw(st.lists(st.sampled_from(PAGES), unique=True))]:
        named = draw(st.lists(st.sampled_from(ASSETS), max_size=2, unique=True))
        made[path] = page(draw(st.sampled_from(["un", "deux"])), *named)
        made |= {asset: f"of {asset}" for asset in named}
    return made


class Host(RuleBasedStateMachine):
    """A host, and every site whose pages it may show: the last complete one, those cut since."""

    place = IN_PLACE

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="publier-"))
        self.host = MemoryHost()
        self.shown: list[dict[str, str]] = []
        self.published: list[dict[str, str]] = []

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(first=texts())
    def begins(self, first: dict[str, str]) -> None:
        self.publishes(first)

    @rule(wanted=texts())
    def publishes(self, wanted: dict[str, str]) -> None:
        self._attempt(wanted, None)
        self.shown = [wanted]
        assert served(self.host, self.place) == wanted
        if PERSON not in wanted:
            assert not [path for path in self.host.nodes if "zoe" in path]
            assert b"zoe" not in self.held()
        if wanted[DIRECTORY] == HIDDEN:
            assert NUMBER.encode() not in self.held()

    @rule(wanted=texts(), at=MOMENTS, how=HOW)
    def is_cut(self, wanted: dict[str, str], at: int, how: str) -> None:
        self.shown.append(wanted)
        try:
            self._attempt(wanted, at, how)
        except CutError:
            pass
        else:
            self.shown = [wanted]
        self._forget_who_was_cut()

    @rule(at=st.none() | MOMENTS, how=HOW)
    def goes_back(self, at: int | None, how: str) -> None:
        before = served(self.host, self.place)
        self.shown += self.published
        target = Faulty(self.host, at, how)
        try:
            roll_back(target, self.place, terms(), lambda _: None)
        except (CutError, DeliveryError):
            pass
        else:
            after = served(self.host, self.place)
            assert after in self.published
            assert PERSON not in after or PERSON in before or PERSON in self.published[-1]
            known = (before.get(DIRECTORY), self.published[-1][DIRECTORY])
            assert after[DIRECTORY] == HIDDEN or SHOWN in known
            self.shown = [after]
        self._forget_who_was_cut()

    @rule(path=st.sampled_from(["agenda.ics", "vide.txt"]))
    def is_changed_by_hand(self, path: str) -> None:
        if self.host.entry(f"www/{path}"):
            self.host.remove(f"www/{path}")
            self.host.write(f"www/{path}", b"?")

    @rule(of=st.sampled_from(["inventaire-site", "inventaire-a", "inventaire-b"]))
    def loses_an_inventory(self, of: str) -> None:
        self.host.remove(f"{self.place.state}/{of}.json")

    @invariant()
    def visitors_see_whole_pages(self) -> None:
        if self.shown:
            seen = everything_served(self.host, self.place)
            by_hand = {path: self.shown[-1][path] for path, text in seen.items() if text == "?"}
            assert broken_for_visitors({**seen, **by_hand}, *self.shown) == []

    def held(self) -> bytes:
        """Return every byte that the host holds."""
        return b"".join(self.host.read(path) or b"" for path in self.host.nodes)

    def _forget_who_was_cut(self) -> None:
        """Let the lock of a process that is gone expire."""
        self.host.wait(EXPIRY + 1)

    def _attempt(self, wanted: dict[str, str], at: int | None, how: str = "before") -> None:
        self.published.append(wanted)
        built = site(self.folder / str(len(self.published)), wanted)
        asked = terms(whatever_changes=True)
        publish(Faulty(self.host, at, how), self.place, built, asked, lambda _: None)


@pytest.mark.parametrize("place", [IN_PLACE, SWITCH, INSIDE], ids=["in place", "switch", "inside"])
def test_any_history_of_a_host(place: Place) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    quick = settings(
        max_examples=20,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(type("Host", (Host,), {"place": place}), settings=quick)
