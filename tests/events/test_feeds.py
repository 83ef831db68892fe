"""Feeds, read by another program."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from association.content.entry import Entry
from association.content.revisions import Revision
from association.content.schema import WrittenEvent
from association.events.feeds import (
    MOST_ITEMS,
    FeedHead,
    FeedItem,
    agenda_items,
    atom,
    json_feed,
    midnight,
)
from association.pages.common import Link
from tests.agenda_builders import SITE, announced, event

HEAD = FeedHead("L’agenda", "Nos rendez-vous", f"{SITE}/agenda/", f"{SITE}/a.atom", "Association")
DAY = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 17:00"}
LATER = datetime(2026, 5, 1, 8, tzinfo=UTC)
SOONER = datetime(2026, 4, 1, 8, tzinfo=UTC)


def items(*entries: Entry[WrittenEvent]) -> list[FeedItem]:
    return agenda_items(announced(entry, Revision(0, SOONER, SOONER)) for entry in entries)


def read(found: Sequence[FeedItem]) -> Any:
    feed = feedparser.parse(atom(HEAD, found))
    assert not feed.bozo
    return feed


def test_a_reader_reads_the_feed_and_its_items() -> None:
    feed = read(items(event(**DAY, serie="Ateliers")))
    assert (feed.feed.title, feed.feed.subtitle) == ("L’agenda", "Nos rendez-vous")
    assert feed.feed.id == f"{SITE}/a.atom"
    [item] = feed.entries
    assert (item.title, item.link) == ("Atelier", f"{SITE}/agenda/atelier/")
    assert [tag.term for tag in item.tags] == ["Formation", "Ateliers"]
    assert item.published == "2026-04-01T08:00:00Z"
    assert "Dimanche 14 mars 2027, de 9 h 30 à 17 h (heure de Paris)." in item.content[0].value


@pytest.mark.parametrize(
    ("front", "title", "said"),
    [
        ({"statut": "annulé", "motif": "Grève."}, "ANNULÉ – Atelier", "Annulé. Grève."),
        ({"statut": "reporté"}, "REPORTÉ – Atelier", "Reporté, nouvelle date à venir."),
        ({"statut": "à confirmer"}, "À CONFIRMER – Atelier", "À confirmer."),
        ({"date_initiale": "2027-02-01"}, "Atelier", "Nouvelle date (d’abord annoncé"),
        ({"mode": "en ligne", "mode_initial": "mixte"}, "Atelier", "Passe en ligne."),
    ],
)
def test_each_item_says_its_state_in_words(front: dict[str, str], title: str, said: str) -> None:
    [item] = items(event(**DAY, **front))
    assert item.title == title
    assert item.paragraphs[0].startswith(said)


def test_each_date_of_a_cycle_says_its_own_state() -> None:
    [item] = items(event(**DAY, dates=[{"debut": "2027-04-14 09:30", "statut": "annulé"}]))
    assert item.paragraphs[:2] == (
        "Dimanche 14 mars 2027, de 9 h 30 à 17 h (heure de Paris).",
        "Mercredi 14 avril 2027, à 9 h 30 (heure de Paris). Annulé.",
    )


def test_nobody_is_asked_to_register_for_what_is_cancelled() -> None:
    [item] = items(event(**DAY, statut="annulé", inscription={"lien": "https://ici.example"}))
    assert "ici.example" not in str(item.paragraphs)


def test_what_changed_last_comes_first() -> None:
    events = [
        announced(event("a", **DAY), Revision(0, SOONER, SOONER)),
        announced(event("b", **DAY), Revision(1, SOONER, LATER)),
        announced(event("c", debut="2027-05-01"), Revision(0, SOONER, SOONER)),
    ]
    feed = read(agenda_items(events))
    assert [item.link.split("/")[-2] for item in feed.entries] == ["b", "c", "a"]
    assert feed.feed.updated == "2026-05-01T08:00:00Z"


def test_an_item_keeps_its_identifier_when_its_file_and_title_change() -> None:
    [before] = items(event("ancien", **DAY))
    [after] = items(event("nouveau", **DAY, uid="ancien", titre="Autre titre"))
    assert after.id == before.id


def test_only_the_latest_items_are_shown() -> None:
    found = [FeedItem(f"urn:x:{n}", SITE, "t", "s", SOONER) for n in range(MOST_ITEMS + 1)]
    assert len(read(found).entries) == MOST_ITEMS
    assert len(json.loads(json_feed(HEAD, found))["items"]) == MOST_ITEMS


def test_an_item_in_another_language_says_so() -> None:
    item = FeedItem("urn:x", SITE, "Meeting", "A meeting.", SOONER, lang="en")
    assert b'<entry xml:lang="en">' in atom(HEAD, [item])


def test_an_item_names_who_signed_it_and_a_feed_the_association() -> None:
    authors = (Link("Ada & Amie", f"{SITE}/ada/"), Link("Un nom", ""), None)
    found = [
        FeedItem(f"urn:x:{number}", SITE, "t", "s", SOONER, author=author)
        for number, author in enumerate(authors)
    ]
    feed = read(found)
    assert feed.feed.author == HEAD.author
    assert [one.get("author_detail", {}) for one in feed.entries] == [
        {"name": "Ada & Amie", "href": f"{SITE}/ada/"},
        {"name": "Un nom"},
        {},
    ]
    as_json = json.loads(json_feed(HEAD, found))
    assert as_json["authors"] == [{"name": HEAD.author, "url": HEAD.url}]
    assert [one.get("authors") for one in as_json["items"]] == [
        [{"name": "Ada & Amie", "url": f"{SITE}/ada/"}],
        [{"name": "Un nom"}],
        None,
    ]


def test_an_empty_feed_is_a_feed() -> None:
    feed = feedparser.parse(atom(replace(HEAD, description=""), []))
    assert not feed.bozo
    assert feed.feed.updated


def test_a_news_item_is_dated_from_its_midnight_in_paris() -> None:
    item = FeedItem("urn:x", SITE, "t", "s", midnight(date(2027, 7, 14)))
    assert read([item]).entries[0].updated == "2027-07-13T22:00:00Z"


def test_a_json_feed_names_its_version_and_says_the_same() -> None:
    [item] = json.loads(json_feed(HEAD, items(event(**DAY))))["items"]
    assert item["url"] == f"{SITE}/agenda/atelier/"
    assert item["date_modified"] == item["date_published"] == "2026-04-01T08:00:00Z"
    assert item["content_html"].startswith("<p>Dimanche 14 mars 2027")
    whole = json.loads(json_feed(HEAD, []))
    assert whole["version"] == "https://jsonfeed.org/version/1.1"
    assert whole["feed_url"] == f"{SITE}/a.atom"


def test_an_item_of_unknown_age_has_no_date_of_publication() -> None:
    [item] = json.loads(json_feed(HEAD, agenda_items([announced(event(**DAY))])))["items"]
    assert "date_published" not in item


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_a_feed(text: str) -> None:
    item = FeedItem("urn:x", SITE, text, text, SOONER, paragraphs=(text,), categories=(text,))
    assert not feedparser.parse(atom(HEAD, [item])).bozo
    [read_back] = json.loads(json_feed(HEAD, [item]))["items"]
    assert "<" not in read_back["content_html"].removeprefix("<p>").removesuffix("</p>")
