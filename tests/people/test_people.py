"""Lists of people as files, read back by other programs."""

import csv
import io
import json
from typing import Any

import vobject  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from association.pages.common import Day, Link, Term
from association.people.directory_csv import COLUMNS, people_csv, person_row
from association.people.directory_json import people_json, person_json
from association.people.facets import SUBJECTS
from association.people.vcard import vcard
from association.people.view import Certification, Contact, PublicPerson

SCHOOLS = Term("Équipes éducatives", "equipes-educatives", "/annuaire/publics/equipes-educatives/")
METIER = Term("Intervenant·e", "intervenant", "/annuaire/metiers/intervenant/")
RELAYED = Contact("secretariat", "mailto:s@example.org", "Écrire à Zoé", "Le secrétariat transmet.")


def entry(
    *,
    family_name: str = "Quénault",
    slogan: str = "Se parler.",
    city: str = "",
    contacts: tuple[Contact, ...] = (RELAYED,),
) -> PublicPerson:
    """Somebody in Occitanie who works with schools."""
    certificate = Certification(
        metier=Link("Intervenante", "/metiers/intervenant/"),
        state="in-force",
        label="certificat valable",
        lapsed="certificat échu",
        granted=Day("2022-06-18", "18 juin 2022"),
        expires=Day("2027-06-18", "18 juin 2027"),
        ends_at="2027-06-18T22:00:00Z",
        granted_by="Institut",
    )
    return PublicPerson(
        slug="zoe",
        url="/annuaire/zoe/",
        page_url="https://asso.example/annuaire/zoe/",
        name=f"Zoé {family_name}",
        given_name="Zoé",
        family_name=family_name,
        slogan=slogan,
        photo=None,
        portrait=None,
        initials="ZQ",
        place="Occitanie",
        certifications=(certificate,),
        is_remote=True,
        is_example=False,
        city=city,
        region=Term("Occitanie", "occitanie"),
        country=Term("France", "france"),
        country_code="FR",
        position=None,
        terms={
            "metiers": (METIER,),
            "regions": (Term("Occitanie", "occitanie"),),
            "countries": (Term("France", "france"),),
            **{facet.field: () for facet in SUBJECTS},
            "audiences": (SCHOOLS,),
            "languages": (Term("français", "francais"),),
        },
        values=frozenset(),
        contacts=contacts,
        website="",
        consent_day=Day("2026-02-12", "12 février 2026"),
        confirmed_day=Day("2026-02-12", "12 février 2026"),
    )


def read_card(one: PublicPerson) -> Any:
    return vobject.readOne(vcard(one, "Association ; TST").decode())


def test_an_address_book_reads_back_who_and_where() -> None:
    card = read_card(entry(city="Évry, dit « la ville »"))
    assert (card.n.value.family, card.n.value.given) == ("Quénault", "Zoé")
    assert card.adr.value.city == "Évry, dit « la ville »"
    assert card.adr.value.region == "Occitanie"
    assert card.org.value == ["Association ; TST"]
    assert card.url.value == "https://asso.example/annuaire/zoe/"


def test_a_card_without_agreed_details_has_neither_telephone_nor_address() -> None:
    card = read_card(entry())
    assert not hasattr(card, "tel")
    assert not hasattr(card, "email")
    assert "secrétariat" in card.note.value


def test_a_card_has_the_telephone_that_was_agreed_to() -> None:
    telephone = Contact("telephone", "tel:+33561000000", "+33 5 61 00 00 00", "Par téléphone.")
    assert read_card(entry(contacts=(telephone,))).tel.value == "+33 5 61 00 00 00"


def test_two_people_are_two_cards_and_the_same_person_is_the_same_card() -> None:
    read = list(vobject.readComponents((vcard(entry(), "TST") * 2).decode()))
    assert len(read) == 2
    assert read[0].uid.value == read[1].uid.value


texts = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(
    lambda text: text == " ".join(text.split())
)


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(texts, texts)
def test_any_name_and_sentence_come_back_whole_in_lines_of_75_octets(
    name: str, slogan: str
) -> None:
    octets = vcard(entry(family_name=name, slogan=slogan), "TST")
    assert all(len(line) <= 75 for line in octets.split(b"\r\n"))
    card = vobject.readOne(octets.decode())
    assert card.n.value.family == name
    assert card.note.value.startswith(slogan)


def test_a_spreadsheet_reads_back_every_column() -> None:
    text = people_csv([person_row(entry(city="Foix ; Ariège"))]).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text), delimiter=";")
    assert tuple(row) == COLUMNS
    assert row["ville"] == "Foix ; Ariège"
    assert row["certificats"] == "du 2022-06-18 au 2027-06-18"
    assert row["publics"] == "Équipes éducatives"


def test_no_cell_of_a_table_is_computed() -> None:
    text = people_csv([person_row(entry(family_name="=HYPERLINK(1)"))]).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text), delimiter=";")
    assert row["nom"] == "'=HYPERLINK(1)"


def test_the_data_say_no_more_than_the_dates_of_a_certificate() -> None:
    read = json.loads(
        people_json("Liste", "https://asso.example/annuaire/", [person_json(entry())])
    )
    [person] = read["people"]
    [certificate] = person["certificates"]
    assert certificate["granted"] == "2022-06-18"
    assert "state" not in certificate
    assert person["city"] is None
    assert person["audiences"] == [{"slug": "equipes-educatives", "name": "Équipes éducatives"}]
