"""One content on many days: nothing that is over is ever shown as still to come.

When each date is over is written out here by hand, in UTC, so that the site is not asked what it
should say.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from association.content.reading import Content
from association.events.occurrences import next_change
from association.runner.build import Plan, build
from association.site.lists import KNOWN_EVENTS
from tests.builders import agenda_of, content_folder
from tests.built_site import ROOT, SHIPPED, BuiltSite, Page, SharedSites, words
from tests.calendar_context import Press, content_with, context_of, event_file, files_of, pages_of
from tests.people_builders import profile, site_folder

LED = "intervenants: [zephyrine]\n"
EVENTS = {
    "ancienne": f"debut: 2019-03-19\n{LED}",
    "metz": "debut: 2027-02-11 18:30\nfin: 2027-02-11 20:30\nstatut: annulé\n",
    "bordeaux": "debut: 2027-02-04\nstatut: reporté\n",
    "dijon": "debut: 2027-04-29 14:00\nfin: 2027-04-29 18:00\nstatut: à confirmer\n",
    "marseille": "debut: 2027-04-15 09:00\nfin: 2027-04-15 16:30\n"
    "date_initiale: 2027-01-21 09:00\n",
    "en-ligne": "debut: 2027-02-18 14:00\nfin: 2027-02-18 17:00\nmode: en ligne\n"
    "mode_initial: sur place\n",
    "rencontre": f"debut: 2027-03-19 09:30\nfin: 2027-03-19 17:30\n{LED}"
    "inscription:\n  lien: https://asso.example/i\n  avant_le: 2027-03-05\n",
    "nuit": "debut: 2027-03-27 22:00\nfin: 2027-03-28 05:00\n",
    "seminaire": f"debut: 2027-06-03\nfin: 2027-06-04\n{LED}",
    "automne": "debut: 2027-09\n",
    "reunion": "debut: 2027-10-21 08:30\nfin: 2027-10-21 16:00\nfuseau: Indian/Reunion\n",
    "montreal": "debut: 2027-11-06 18:00\nfin: 2027-11-06 21:00\nfuseau: America/Montreal\n",
    "soirees": f"debut: 2026-12-08 19:00\nfin: 2026-12-08 20:30\n{LED}"
    "recurrence:\n  frequence: mensuelle\n  jour: 2e mardi\n  jusqu_au: 2027-04-30\n"
    "  annulees:\n    - date: 2027-03-09\n  deplacees:\n    - date: 2027-04-13\n"
    "      debut: 2027-04-20 19:00\n",
    "cycle": "debut: 2027-01-22\ndates:\n  - debut: 2027-05-21\n",
}
OVER = {
    "ancienne": ["2019-03-19T23:00"],
    "metz": ["2027-02-11T19:30"],
    "bordeaux": ["2027-02-04T23:00"],
    "dijon": ["2027-04-29T16:00"],
    "marseille": ["2027-04-15T14:30"],
    "en-ligne": ["2027-02-18T16:00"],
    "rencontre": ["2027-03-19T16:30"],
    "nuit": ["2027-03-28T03:00"],
    "seminaire": ["2027-06-04T22:00"],
    "automne": ["2027-09-30T22:00"],
    "reunion": ["2027-10-21T12:00"],
    "montreal": ["2027-11-07T01:00"],
    "soirees": [
        "2026-12-08T19:30",
        "2027-01-12T19:30",
        "2027-02-09T19:30",
        "2027-03-09T19:30",
        "2027-04-20T18:30",
    ],
    "cycle": ["2027-01-22T23:00", "2027-05-21T22:00"],
}
CLOSES = "2027-03-05T23:00"
OF_SUBSCRIPTIONS = ("categories", "regions", "series", "praticiens")
DAYS = [
    "2017-01-01T00:00+00:00",
    "2026-11-21T00:00+00:00",
    "2026-12-08T19:29:59+00:00",
    "2026-12-08T19:30+00:00",
    "2027-02-12T00:00+00:00",
    "2027-03-05T22:59:59+00:00",
    "2027-03-05T23:00+00:00",
    "2027-03-19T10:00+00:00",
    "2027-03-28T02:59+00:00",
    "2027-03-28T03:00+00:00",
    "2027-06-03T22:30+00:00",
    "2027-06-04T22:00+00:00",
    "2027-09-15T12:00+00:00",
    "2027-10-21T12:00+00:00",
    "2027-11-07T00:59+00:00",
    "2028-07-01T00:00+00:00",
]
PRESS = Press()


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    files = {slug: event_file(lines, titre=f"Titre {slug}") for slug, lines in EVENTS.items()}
    return content_with(tmp_path_factory.mktemp("travel"), files)


def instant(text: str) -> datetime:
    """Return an instant written in UTC, with an offset or without."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def expected(asof: str) -> tuple[list[str], list[str]]:
    """Return the slugs of the dates to come and of those past, one for each date, sorted."""
    coming: list[str] = []
    over: list[str] = []
    for slug, ends in OVER.items():
        for end in ends:
            (coming if instant(asof) < instant(end) else over).append(slug)
    return sorted(coming), sorted(over)


Printer = Callable[[str], dict[str, Page]]


@pytest.fixture(scope="module")
def printed(content: Content) -> Printer:
    """Return every page that has to do with dates, as HTML, on a day."""
    kinds = (
        *("accueil", "agenda", "agenda-passe", "agenda-liste", "agenda-mois", "agenda-annee"),
        *("agenda-programme", "evenement", "praticien"),
    )

    @cache
    def on(asof: str) -> dict[str, Page]:
        return {page.path: page for page in PRESS.printed(context_of(content, asof), *kinds)}

    return on


def slug_in(item: Element) -> str:
    """Return the event that an item of a list leads to."""
    links = [a.attrib["href"] for a in item.iter("a")]
    return next(link for link in links if link.startswith("/agenda/")).split("/")[2].split("#")[0]


def dates_in_lists(page: Page) -> Iterator[Element]:
    """Yield the dates in the lists of a page."""
    for item in page.root.iter("li"):
        if {"rdv", "bref", "programme-date"} & set(item.attrib.get("class", "").split()):
            yield item


def to_come(page: Page) -> list[Element]:
    """Return the dates that a page shows as to come, or will in the place of the first ones."""
    return [item for item in dates_in_lists(page) if "data-fin" in item.attrib]


def past(page: Page) -> list[Element]:
    """Return the dates that a page shows as past, or will once they are."""
    return [
        item
        for item in dates_in_lists(page)
        if "data-des" in item.attrib and "data-fin" not in item.attrib
    ]


def shown(items: list[Element]) -> list[Element]:
    """Return the items that are not hidden."""
    return [item for item in items if "hidden" not in item.attrib]


@pytest.mark.parametrize("asof", DAYS)
def test_the_agenda_holds_what_is_not_over_and_no_more(printed: Printer, asof: str) -> None:
    pages = printed(asof)
    coming, over = expected(asof)
    assert sorted(slug_in(item) for item in to_come(pages["agenda/"])) == coming
    assert sorted(slug_in(item) for item in to_come(pages["agenda/programme/"])) == coming
    assert sorted(slug_in(item) for item in shown(past(pages["agenda/passe/"]))) == over
    listed = to_come(pages[""])
    assert [slug_in(item) for item in listed] == [
        slug_in(item) for item in to_come(pages["agenda/"])[:KNOWN_EVENTS]
    ]
    assert shown(listed) == listed[:4]


@pytest.mark.parametrize("asof", DAYS)
def test_the_home_page_shows_the_month_of_the_next_date(printed: Printer, asof: str) -> None:
    home = printed(asof)[""]
    blocks = [e for e in home.all("div") if e.attrib.get("class") == "mois-apercu"]
    months = [next(a.attrib["href"] for a in block.iter("a")) for block in shown(blocks)]
    first = [time.attrib["datetime"] for item in to_come(home)[:1] for time in item.iter("time")]
    assert months == [f"/agenda/{start[:4]}/{start[5:7]}/" for start in first]


@pytest.mark.parametrize("asof", DAYS)
def test_no_page_shows_as_to_come_what_is_over(printed: Printer, asof: str) -> None:
    now = instant(asof)
    for path, page in printed(asof).items():
        assert all(instant(e.attrib["data-fin"]) > now for e in to_come(page)), path
        for item in past(page):
            is_over = instant(item.attrib["data-des"]) <= now
            assert is_over == ("hidden" not in item.attrib), (path, words(item))


@pytest.mark.parametrize("asof", DAYS)
def test_grids_and_years_say_what_is_past(printed: Printer, asof: str) -> None:
    for path, page in printed(asof).items():
        marks = [w for w in page.all("span") if w.attrib.get("class") == "rdv-passe"]
        assert marks or not path[7:8].isdigit(), path
        for word in marks:
            is_over = instant(word.attrib["data-des"]) <= instant(asof)
            assert ("hidden" not in word.attrib) == is_over, path


@pytest.mark.parametrize("asof", DAYS)
def test_an_empty_list_says_so_and_no_other_does(printed: Printer, asof: str) -> None:
    for path, page in printed(asof).items():
        sentences = [
            e
            for e in page.root.iter("p")
            if e.attrib.get("class") == "vide" and ("date" in words(e) or "rencontre" in words(e))
        ]
        for sentence in sentences:
            assert ("hidden" in sentence.attrib) == bool(to_come(page)), path


@pytest.mark.parametrize("asof", DAYS)
def test_registration_closes_by_itself(printed: Printer, asof: str) -> None:
    is_open = instant(asof) < instant(CLOSES)
    event = printed(asof)["agenda/rencontre/"]
    said = [e for e in event.all("section") if e.attrib.get("class") == "inscription"]
    is_over = instant(asof) >= instant(OVER["rencontre"][0])
    assert len(shown(said)) == (0 if is_over else 1)
    for section in shown(said):
        addresses = [a.attrib["href"] for a in section.iter("a")]
        assert ("https://asso.example/i" in addresses) == is_open
        assert ("Les inscriptions sont closes." in words(section)) != is_open


@pytest.mark.parametrize("asof", DAYS)
def test_the_next_change_is_the_first_end_or_closing_to_come(content: Content, asof: str) -> None:
    ends = [instant(end) for of_event in OVER.values() for end in of_event]
    due = [end for end in (*ends, instant(CLOSES)) if end > instant(asof)]
    agenda = agenda_of(context_of(content, asof))
    assert next_change(agenda.all_occurrences, asof=agenda.context.asof) == min(due, default=None)


def test_between_two_changes_the_site_stays_the_same(printed: Printer) -> None:
    ends = sorted({instant(end) for of_event in OVER.values() for end in of_event})
    for before, after in list(pairwise(ends))[3:7]:
        seen = []
        for moment in (before, after - timedelta(seconds=1)):
            pages = printed(moment.isoformat())
            seen.append({p: [slug_in(i) for i in to_come(page)] for p, page in pages.items()})
        assert seen[0] == seen[1]


def test_feeds_and_files_for_programs_do_not_depend_on_the_day(content: Content) -> None:
    def files(asof: str) -> dict[str, bytes]:
        found = files_of(context_of(content, asof))
        return {path: text for path, text in found.items() if path.startswith("agenda")}

    first = files(DAYS[0])
    assert {"agenda.ics", "agenda.json", "agenda.csv", "agenda.atom", "agenda.feed.json"} <= set(
        first
    )
    last = files(DAYS[-1])
    assert set(last) == set(first)
    changed = {path for path in first if last[path] != first[path]}
    # Subscriptions drop, in their time, what is more than a year old; nothing else changes.
    subscriptions = (
        "agenda.ics",
        "agenda/rappels.ics",
        *(f"agenda/{of}/" for of in OF_SUBSCRIPTIONS),
    )
    assert {path for path in changed if not path.startswith(subscriptions)} == set()


def test_the_json_gives_each_date_its_end(content: Content) -> None:
    agenda = json.loads(files_of(context_of(content, DAYS[0]))["agenda.json"])
    ends = {
        event["url"].split("/")[-2]: [instant(date["over_at"]) for date in event["dates"]]
        for event in agenda["events"]
    }
    assert ends == {slug: [instant(end) for end in of_event] for slug, of_event in OVER.items()}


def test_the_table_has_a_row_for_each_date(content: Content) -> None:
    text = files_of(context_of(content, DAYS[0]))["agenda.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text[:200] else ","))
    assert len(rows) == 1 + sum(len(ends) for ends in OVER.values())


def test_pages_keep_their_addresses_as_time_passes(content: Content) -> None:
    def paths(asof: str) -> set[str]:
        return set(pages_of(context_of(content, asof)))

    assert paths(DAYS[1]) == paths(DAYS[-1])


@pytest.mark.parametrize(("asof", "is_shown"), [("2026-02-11", False), ("2026-02-12", True)])
def test_nobody_is_anywhere_in_a_site_of_a_day_before_the_agreement(
    tmp_path: Path, asof: str, is_shown: bool
) -> None:
    content = content_folder(tmp_path)
    outcome = build(Plan(ROOT, str(tmp_path / "output"), str(content), asof=asof))
    assert outcome.is_success, outcome
    site = BuiltSite(tmp_path / "output", "http://localhost:8000")
    named = [
        path
        for path, file in site.files.items()
        if "jeanne-martin" in path or b"jeanne-martin" in file.read_bytes().lower()
    ]
    assert ("annuaire/jeanne-martin/index.html" in named) == is_shown
    assert "agenda/journee-de-toulouse/index.html" in site.files
    assert is_shown or not named


@pytest.mark.parametrize(("of", "asof"), [("shipped", "2026-11-21"), ("small", "2028-01-15")])
def test_a_site_is_true_on_the_day_it_is_built_for(
    tmp_path: Path, shared_sites: SharedSites, of: str, asof: str
) -> None:
    files = {f"agenda__{slug}": event_file(lines) for slug, lines in EVENTS.items()}
    small = site_folder(tmp_path, praticiens__zephyrine=profile(champs="exemple: oui\n"), **files)
    folder = shared_sites.built(asof=asof, content=SHIPPED if of == "shipped" else small)
    site = BuiltSite(folder, "http://localhost:8000")
    now = instant(f"{asof}T00:00+01:00")
    dates = [
        item for path, page in site.pages.items() if path != "styles/" for item in to_come(page)
    ]
    assert all(instant(item.attrib["data-fin"]) > now for item in dates)
    assert bool(dates) == (asof < "2027-12")
    said = json.loads(site.files["agenda/prochain-changement.json"].read_text())
    assert said["built_for"] == asof
    assert said["next_change"] is None or instant(said["next_change"]) > now
