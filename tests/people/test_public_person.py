"""What consent lets out, in every form the directory takes."""

from dataclasses import replace
from pathlib import Path

import pytest

from association.pages.context import Context
from association.people.distances import kilometres
from association.people.gazetteer import gazetteer
from association.people.public_person import public_person
from tests.calendar_context import files_of, pages_of
from tests.people_context import context

TOWN = "Quiévrechain"


def written(made: Context) -> str:
    """Everything that is made of a context, as one text."""
    pages = "".join(f"{page.head}{dict(page.values)}" for page in pages_of(made).values())
    files = b"".join(
        content for path, content in files_of(made).items() if not path.endswith((".txt", ".pdf"))
    )
    return pages + files.decode()


def test_a_town_without_consent_is_in_no_page_and_no_file(tmp_path: Path) -> None:
    assert TOWN not in written(context(tmp_path, {"pour": ""}))


def test_a_town_with_consent_is_shown(tmp_path: Path) -> None:
    assert TOWN in written(context(tmp_path, {"pour": "ville"}))


def test_without_consent_for_the_town_distances_are_those_of_the_region(tmp_path: Path) -> None:
    made = context(tmp_path, {"pour": ""})
    person = public_person(made.practitioners[0], made)
    town = gazetteer().locate("FR", "59920", TOWN)
    assert person.city == ""
    assert person.position is not None
    assert town is not None
    assert kilometres(person.position, town) > 20


@pytest.mark.parametrize(
    ("mode", "pour", "field", "detail"),
    [
        ("téléphone", "téléphone", "telephone", "+33 5 61 00 00 00"),
        ("courriel", "courriel", "courriel", "z.quenault@example.org"),
    ],
)
def test_a_telephone_or_an_address_leaves_once_agreed_to_whatever_way_is_preferred(
    tmp_path: Path, mode: str, pour: str, field: str, detail: str
) -> None:
    for preferred in (mode, "secrétariat"):
        shown = {"mode": f'{preferred}\n  {field}: "{detail}"', "pour": pour}
        made = context(tmp_path / preferred, shown)
        assert detail in written(made)
        [person] = made.practitioners
        first, *others = public_person(person, made).contacts
        assert (first.label == detail) == (preferred == mode)
        assert len(others) == (preferred != mode)


@pytest.mark.parametrize("mode", ["téléphone", "courriel"])
def test_what_is_agreed_to_is_published_and_nothing_without(tmp_path: Path, mode: str) -> None:
    details = 'telephone: "+33 5 61 00 00 00"\n  courriel: z.quenault@example.org'
    photo = "\n  fichier: images/praticiens/jean-valjean.svg\n  alt: Zéphyrine."
    agreed = {"mode": f"{mode}\n  {details}", "pour": "portrait, téléphone, courriel"}
    made = context(tmp_path, agreed | {"photo": photo})
    [person] = made.practitioners
    shown = public_person(person, made)
    assert shown.portrait is not None
    assert shown.photo is not None
    assert shown.contact.mode == {"téléphone": "telephone", "courriel": "email"}[mode]

    # The checks refuse such a file; should one pass, nothing leaves.
    consent = person.written.consent.model_copy(update={"covers": ()})
    silent = replace(person, written=person.written.model_copy(update={"consent": consent}))
    hidden = public_person(silent, made)
    assert (hidden.portrait, hidden.photo, hidden.city) == (None, None, "")
    assert [one.mode for one in hidden.contacts] == ["secretariat"]


def test_the_middle_of_a_region_is_not_published_as_a_place(tmp_path: Path) -> None:
    made = context(tmp_path, {"pour": ""})
    listed = files_of(made)["annuaire/annuaire.json"].decode()
    assert '"city":null' in listed
    assert "latitude" not in listed


@pytest.mark.parametrize(("ends", "credentials"), [("2026-11-21", 2), ("2026-11-20", 1)])
def test_machines_are_told_of_a_certificate_while_it_is_in_force(
    tmp_path: Path, ends: str, credentials: int
) -> None:
    # Before the certificate that every profile here holds.
    held = f"\n  - metier: intervenant\n    certifie_le: 2021-06-18\n    valable_jusqu_au: {ends}"
    made = context(tmp_path, {"metiers": held})
    head = pages_of(made)["annuaire/zephyrine/"].head
    assert str(head.json_ld).count("EducationalOccupationalCredential") == credentials
