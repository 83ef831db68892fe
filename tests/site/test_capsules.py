"""Capsules: the steps that their headings say, what is published of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from association.content.capsule_steps import minutes_of, steps, timed_title, unread_time
from association.content.french_hours import duration_in_words
from association.pages.common import Body, Link
from association.people.lists import directory
from association.problems.findings import Severity
from association.problems.report import Problem
from association.site.capsule_view import Part
from association.site.capsules import capsule_page
from association.site.jsonld import iso_duration, learning_resource
from association.site.text_blocks import ShownTerm
from association.source.tree import read_body
from tests.builders import CAPSULE, base, content_folder, context, problems_of

WORKS = """\
lectures:
  - titre: La Thérapie Sociale
    auteurs: [Charles Rojzman, Nicole Rothenbühler]
    editeur: Chronique Sociale
    annee: 2015
  - titre: Un rapport
termes: [Désaccords]
exemple: oui
"""
TEXT = """\
## L'intention (15 minutes)

/// exercice | Deux listes

Écrivez-les.

///

## Une pause

## La carte (1 h 30, à deux)
"""


@pytest.mark.parametrize(
    ("heading", "title", "minutes"),
    [
        ("Le relevé (10 minutes)", "Le relevé", 10),
        ("Le relevé (10 minutes, seul)", "Le relevé", 10),
        ("Le relevé (seul, 10 minutes)", "Le relevé", 10),
        ("Le relevé (1 h 30, à deux)", "Le relevé", 90),
        ("Le relevé (1 h 30, En binôme)", "Le relevé", 90),
        ("Le relevé (1 h)", "Le relevé", 60),
        ("Le relevé (1h30)", "Le relevé", 90),
        ("Le relevé (un quart d’heure)", "Le relevé", 15),
        ("La loi (de 2002) et nous (45 min)", "La loi (de 2002) et nous", 45),
    ],
)
def test_a_heading_that_ends_with_a_time_is_a_step(heading: str, title: str, minutes: int) -> None:
    assert timed_title(heading) == (title, minutes)
    assert unread_time(heading) == ""


@pytest.mark.parametrize(
    "heading",
    [
        "Le cadre",
        "La loi (2002)",
        "À quelques-uns (2 à 4 personnes)",
        "À 20 h",
        "À lire (bientôt)",
        "Dire bonjour (à toute heure)",
    ],
)
def test_a_heading_without_a_time_is_no_step(heading: str) -> None:
    assert timed_title(heading) is None
    assert unread_time(heading) == ""


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Le relevé (10 mintes)", "10 mintes"),
        ("Le relevé (10 à 15 min)", "10 à 15 min"),
        ("Le relevé (environ 10 minutes)", "environ 10 minutes"),
        ("Le relevé (0 min)", "0 min"),
        ("Le relevé – 10 minutes", "10 minutes"),
        ("Le relevé (10 minutes", "10 minutes"),
        ("Le relevé [10 min]", "10 min"),
    ],
)
def test_a_time_that_cannot_be_read_is_told(heading: str, said: str) -> None:
    assert timed_title(heading) is None
    assert unread_time(heading) == said


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Le travail (35 heures par semaine)", "35 heures par semaine"),
        ("Un atelier (de 9 h à 12 h)", "de 9 h à 12 h"),
        ("Une réunion (Paris, 9 h)", "9 h"),
        ("Le relevé (seul, 1 h 30)", "1 h 30"),
        ("Se taire (5 minutes par jour)", "5 minutes par jour"),
        ("Le matin – 10 h", "10 h"),
    ],
)
def test_hours_that_may_be_another_thing_than_a_duration_are_advice(
    tmp_path: Path, heading: str, said: str
) -> None:
    assert steps(read_body(f"## {heading}\n").headings) == ()
    (found,) = _of_times(tmp_path, heading)
    assert found.severity is Severity.ADVICE
    assert f"« {said} »" in found.message


def test_minutes_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    (found,) = _of_times(tmp_path, "Le relevé (10 à 15 min)")
    assert found.severity is Severity.ERROR


def _of_times(folder: Path, heading: str) -> list[Problem]:
    written = f"{base(CAPSULE)}\n## {heading}\n\nVoici.\n"
    found = problems_of(content_folder(folder, {CAPSULE: written}))
    return [problem for problem in found if problem.code == "duree-d-etape"]


def test_a_capsule_that_says_no_duration_takes_as_long_as_its_steps() -> None:
    found = steps(read_body(TEXT).headings)
    assert minutes_of(None, found) == 15 + 90
    assert minutes_of(20, found) == 20
    assert minutes_of(None, ()) is None


@given(st.integers(1, 24 * 60 - 1))
def test_the_time_of_a_step_is_read_as_pages_say_it(minutes: int) -> None:
    assert timed_title(f"Un pas ({duration_in_words(minutes)})") == ("Un pas", minutes)


@given(st.text())
def test_any_heading_is_a_step_or_not_and_never_fails(heading: str) -> None:
    assert not (timed_title(heading) and unread_time(heading))


def test_headings_of_other_levels_are_no_steps() -> None:
    headings = read_body("## Un pas (5 min)\n\n### Un détail (3 min)\n").headings
    assert [step.anchor for step in steps(headings)] == ["un-pas-5-min"]


@pytest.mark.parametrize(
    ("minutes", "said"), [(95, "PT1H35M"), (60, "PT1H"), (45, "PT45M"), (0, "PT0M")]
)
def test_a_duration_is_said_as_the_iso_standard_does(minutes: int, said: str) -> None:
    assert iso_duration(minutes) == said


def test_a_capsule_shows_its_steps_exercises_and_works(tmp_path: Path) -> None:
    written = base(CAPSULE).replace("exemple: oui\n", WORKS) + f"\n{TEXT}"
    words = f"""{base("vocabulaire.yml")}
glossaire:
  - terme: conflit
    definition: Un désaccord que l’on affronte.
    autres_formes: [désaccords]
"""
    made = replace(
        context(tmp_path, {CAPSULE: written, "vocabulaire.yml": words}),
        body=lambda entry: Body(Markup(entry.body.html), entry.body.headings),
    )
    page = capsule_page(made.capsules[0], directory(made))
    assert page.parts == (
        Part("L'intention", "l-intention-15-minutes", "15 min"),
        Part("Une pause", "une-pause"),
        Part("La carte", "la-carte-1-h-30-a-deux", "1 h 30"),
    )
    assert page.card.steps == ("l-intention-15-minutes", "la-carte-1-h-30-a-deux")
    assert page.card.exercises == 1
    assert (page.rank, page.count) == (1, 1)
    assert [work.by for work in page.works] == ["Charles Rojzman et Nicole Rothenbühler", ""]
    assert page.terms == (ShownTerm("conflit", "Un désaccord que l’on affronte.", ""),)
    path = Link("Capsules", "https://example.org/capsules/")
    node = learning_resource(page, path, "https://example.org/capsules/porter-un-projet/", "")
    assert node["timeRequired"] == "PT45M"
    assert node["isPartOf"] == {
        "@type": "CreativeWorkSeries",
        "@id": "https://example.org/capsules/",
        "name": "Capsules",
    }
    assert node["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "La Thérapie Sociale",
            "author": [
                {"@type": "Person", "name": "Charles Rojzman"},
                {"@type": "Person", "name": "Nicole Rothenbühler"},
            ],
            "publisher": {"@type": "Organization", "name": "Chronique Sociale"},
            "datePublished": "2015",
        },
        {"@type": "CreativeWork", "name": "Un rapport"},
    ]
