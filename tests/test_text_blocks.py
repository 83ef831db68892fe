"""The blocks of the site's own: what is typed for each, what it shows on a day, who it shows."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from markupsafe import Markup

from association.content.addresses import Addresses
from association.content.entry_links import without_cards_of
from association.content.identity import Identity
from association.content.policy import USUAL
from association.content.text_blocks import TEXT_BLOCKS, text_blocks
from association.events.agenda import Agenda
from association.pages.common import Body
from association.pages.context import Context, SiteSettings
from association.pages.published_pictures import PublishedPictures
from association.people.retention import published_on
from association.pictures.rendition_cache import RenditionCache
from association.site.next_change import next_change
from association.site.text_blocks import (
    ShownDates,
    ShownPeople,
    ShownTerm,
    shown_by,
    with_text_blocks,
)
from association.source.block_lines import OWN_BLOCKS
from association.source.tree import read_body
from tests.builders import NEWS, agenda_of, content_folder, damaged, problems_of
from tests.people_builders import shipped

ASOF = datetime(2026, 11, 21, 12, tzinfo=UTC)
_DATES = "/// dates | Les prochaines\n    nombre: 2\n///\n"
_FORMATIONS = "/// dates\n    categorie: Formation\n///\n"
_ELUS = "/// praticiens\n    public: Élus et collectivités\n    langue: français\n///\n"
_NAMED = "/// praticien | jean-valjean\n///\n"


def _agenda(tmp_path: Path, asof: datetime = ASOF) -> Agenda:
    content = published_on(shipped(), USUAL, asof)
    context = Context(
        content,
        SiteSettings(Identity("A", "A", "", "s@example.org", {})),
        Addresses("https://tst.example"),
        asof,
        lambda _entry: Body(Markup()),
        PublishedPictures(content.root, "", RenditionCache(tmp_path / "cache")),
    )
    return agenda_of(context)


def _shown(text: str, agenda: Agenda) -> list[object]:
    blocks, findings = text_blocks(read_body(text), agenda.context.content.vocabulary)
    assert not findings
    return [shown_by(block, agenda) for block in blocks if block]


def test_each_block_that_is_read_has_its_options() -> None:
    assert set(OWN_BLOCKS) == set(TEXT_BLOCKS)


def test_dates_are_those_asked_for_soonest_first(tmp_path: Path) -> None:
    [asked] = _shown(_FORMATIONS, _agenda(tmp_path))
    assert isinstance(asked, ShownDates)
    lines = [timed.value for timed in asked.dates]
    assert {line.category.name for line in lines} == {"Formation"}
    starts = [line.dates.start for line in lines]
    assert starts == sorted(starts) != []
    assert sum(timed.window.is_open for timed in asked.dates) == 3


def test_people_have_all_that_is_asked_for(tmp_path: Path) -> None:
    agenda = _agenda(tmp_path)
    [asked] = _shown(_ELUS, agenda)
    assert isinstance(asked, ShownPeople)
    for person in asked.people:
        names = {value.name for value in person.values}
        assert {"Élus et collectivités", "français"} <= names
    assert asked.people


@pytest.mark.parametrize("text", [_DATES, _FORMATIONS, _ELUS, _NAMED])
def test_a_block_changes_only_when_the_site_is_built_again(tmp_path: Path, text: str) -> None:
    agenda = _agenda(tmp_path)
    due = next_change(agenda, USUAL, shipped())
    assert due
    assert _plain(text, _agenda(tmp_path, due - timedelta(seconds=1))) == _plain(text, agenda)


def _plain(text: str, agenda: Agenda) -> list[object]:
    """Return what blocks show, dates by their addresses: their windows count from the day."""
    return [
        [timed.value.url for timed in one.dates] if isinstance(one, ShownDates) else one
        for one in _shown(text, agenda)
    ]


def test_the_card_of_who_left_leaves_nothing_behind(tmp_path: Path) -> None:
    agenda = _agenda(tmp_path, datetime(2045, 1, 1, tzinfo=UTC))
    body = read_body(f"Avant.\n\n{_NAMED}\nAprès.")
    blocks, _ = text_blocks(body, agenda.context.content.vocabulary)
    html = with_text_blocks(body.html, blocks, agenda, lambda _name, _shown: "<p>X</p>")
    assert html.split() == ["<p>Avant.</p>", "<p>Après.</p>"]


def test_words_written_in_a_card_stay_whoever_left(tmp_path: Path) -> None:
    agenda = _agenda(tmp_path, datetime(2045, 1, 1, tzinfo=UTC))
    body = read_body("/// praticien | jean-valjean\n\nDes mots.\n\n///")
    blocks, _ = text_blocks(body, agenda.context.content.vocabulary)
    html = with_text_blocks(body.html, blocks, agenda, lambda _name, _shown: "")
    assert "Des mots." in html


def test_a_term_shows_its_definition_by_any_of_its_forms(tmp_path: Path) -> None:
    [term] = _shown("/// terme | Conflits\n///", _agenda(tmp_path))
    assert isinstance(term, ShownTerm)
    assert (term.name, term.url) == ("conflit", "/glossaire/#terme-conflit")


def test_an_editor_cannot_write_the_mark_of_a_block() -> None:
    body = read_body('Un mot.\n{: data-bloc="0" }\n\n<span data-bloc="0">x</span>\n\n' + _DATES)
    assert len(re.findall('<[^>]*data-bloc="', body.html)) == 1


@pytest.mark.parametrize(
    "text",
    [
        '/// citation | Victor *Hugo*\n    source: "Un titre : le sien"\n\nDes mots.\n\n///',
        "/// figure | Une légende\n\n![Un rond]({static}/images/cercle.svg)\n\n///",
        "/// galerie\n\n![Un rond]({static}/images/cercle.svg)\n\nEt des mots.\n\n///",
        "/// document | Le programme\n    fichier: documents/programme.pdf\n///",
        "//// details | Plus\n\n/// praticien | jeanne-martin\n///\n\n////",
        "Un paragraphe.\n/// praticiens\n    metier: intervenant\n///",
    ],
)
def test_a_block_written_well_has_no_finding(tmp_path: Path, text: str) -> None:
    body = "Nous étions quarante, venus de toute l'Occitanie."
    root = content_folder(tmp_path, damaged(NEWS, body, f"{body}\n\n{text}"))
    assert problems_of(root) == []


def test_a_withdrawal_takes_the_card_and_leaves_the_words(tmp_path: Path) -> None:
    text = "Un.\n\n/// praticien | zoe-dupont\n\nDeux.\n\n///\n\n/// praticien | zoe\n///\n"
    assert without_cards_of(text, "zoe-dupont") == "Un.\n\n\nDeux.\n\n\n/// praticien | zoe\n///\n"
