"""What a buyer is told: claims to a day leave every page and file at its end, stale pages too."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]

from association.content.policy import Policy
from association.pages.context import Context
from association.people.dated_claims import window_of_claim
from association.people.jsonld import profile_page
from association.people.page import page
from association.people.public_person import public_person
from association.people.retention import published_on, without_people
from association.people.vcard import short_vcard, vcard
from association.people.view import PublicPerson
from tests.calendar_context import files_of
from tests.people_context import context
from tests.test_windows import shows
from tests.theme_scripts import run_in_node, script_address

BUILT = datetime(2026, 11, 21, 11, tzinfo=UTC)
# A last day, an instant of a visit to a page built before it, and whether it is still claimed.
VISITS = [
    ("2026-11-21", "2026-11-21T12:00:00+00:00", True),
    ("2027-06-30", "2026-11-21T12:00:00+00:00", True),
    ("2027-06-30", "2027-06-30T21:59:00+00:00", True),
    ("2027-06-30", "2027-06-30T22:00:00+00:00", False),
    ("2027-01-31", "2027-01-31T22:59:00+00:00", True),
    ("2027-01-31", "2027-01-31T23:00:00+00:00", False),
    # The nights on which clocks change.
    ("2027-03-28", "2027-03-28T21:59:00+00:00", True),
    ("2027-03-28", "2027-03-28T22:00:00+00:00", False),
    ("2027-10-31", "2027-10-31T22:59:00+00:00", True),
    ("2027-10-31", "2027-10-31T23:00:00+00:00", False),
]
COMPANY = """{forme: Entreprise individuelle, siret: 123 456 782 00010,
  declaration_activite: 32 62 01234 62, numero_etranger: BCE 0123.456.749,
  qualiopi: {pour: [bilans de compétences], jusqu_au: 2027-05-14},
  assurance: {assureur: Mutuelle de Quiévrechain, jusqu_au: 2026-12-31}}"""


def requests(accepts: str, until: str) -> dict[str, str]:
    return {"demandes": f"{{acceptees: {accepts}, jusqu_au: {until}}}"}


def published(made: Context) -> PublicPerson:
    [person] = made.practitioners
    return public_person(person, made)


def files(made: Context) -> str:
    """Return every text that a directory of one person writes."""
    return "\n".join(
        content.decode("utf-8", errors="replace") for content in files_of(made).values()
    )


@pytest.mark.parametrize(("last_day", "visit", "is_claimed"), VISITS)
def test_a_page_left_unbuilt_claims_to_the_end_of_the_day_in_paris(
    last_day: str, visit: str, is_claimed: bool
) -> None:
    window = window_of_claim(datetime.fromisoformat(last_day).date(), BUILT)
    assert window is not None
    assert shows(window, datetime.fromisoformat(visit)) == is_claimed


def seen(index: dict[str, Any], visits: list[str]) -> list[Any]:
    """Return what the filter's script reads of the first person's requests at each instant."""
    address = json.dumps(script_address("annuaire-filtre.js"))
    read: list[Any] = run_in_node(
        f"await import({address}).then((filter) => given.visits.map((visit) => {{"
        " const [one] = filter.people(given.index, Date.parse(visit));"
        " return [one.requests?.accepts ?? null, one.requests?.ends ?? null,"
        " filter.TRAITS.demandes(one)]; }))",
        {"index": index, "visits": visits},
    )
    return read


def filter_index(made: Context) -> dict[str, Any]:
    of = files_of(made)
    [path] = [path for path in of if path.startswith("annuaire/index-")]
    read: dict[str, Any] = json.loads(of[path])
    return read


def test_the_filter_of_the_browser_lets_go_at_the_same_instants(tmp_path: Path) -> None:
    last_days = sorted({last_day for last_day, _, _ in VISITS})
    for last_day in last_days:
        index = filter_index(context(tmp_path / last_day, requests("oui", last_day)))
        visits = [(visit, claimed) for day, visit, claimed in VISITS if day == last_day]
        read = seen(index, [visit for visit, _ in visits])
        assert [is_open for _, _, is_open in read] == [claimed for _, claimed in visits]


def test_who_takes_on_nothing_for_now_is_not_among_those_who_do(tmp_path: Path) -> None:
    index = filter_index(context(tmp_path, requests("non", "2027-06-30")))
    visits = ["2027-06-30T12:00:00Z", "2027-07-01T12:00:00Z"]
    assert seen(index, visits) == [
        [False, "2027-06-30T21:59:00.000Z", False],
        [None, None, False],
    ]


def test_requests_are_said_until_their_day_and_then_in_no_file(tmp_path: Path) -> None:
    before = context(tmp_path / "avant", requests("oui", "2026-11-21"))
    said = published(before).requests
    assert said is not None
    assert said.label == "Prend de nouvelles demandes jusqu’au 21 novembre 2026"
    assert said.window.until == "2026-11-21T23:00:00Z"
    after = context(tmp_path / "apres", requests("oui", "2026-11-19"))
    assert published(after).requests is None
    assert "2026-11-19" not in files(after)
    assert "nouvelles demandes jusqu" not in files(after)


def test_a_company_is_shown_with_the_agreement_of_the_person(tmp_path: Path) -> None:
    made = context(tmp_path, {"entreprise": COMPANY, "pour": "ville, entreprise"})
    company = published(made).company
    assert company is not None
    assert (company.siret, company.declaration) == ("12345678200010", "32620123462")
    assert (company.siret_label, company.declaration_label) == (
        "123 456 782 00010",
        "32 62 01234 62",
    )
    assert company.qualiopi is not None
    assert company.qualiopi.window.until == "2027-05-14T22:00:00Z"
    assert company.insurance is not None
    assert company.insurance.expires is not None
    assert company.insurance.expires.iso == "2026-12-31"
    [person] = json.loads(files_of(made)["annuaire/annuaire.json"])["people"]
    row = files_of(made)["annuaire/annuaire.csv"].decode()
    assert ";123 456 782 00010;BCE 0123.456.749;32 62 01234 62;" in row
    assert person["company"] == {
        "legal_form": "Entreprise individuelle",
        "siret": "12345678200010",
        "foreign_number": "BCE 0123.456.749",
        "training_body": "32620123462",
        "qualiopi": {"actions": ["bilans de compétences"], "expires": "2027-05-14"},
        "insurance": {"insurer": "Mutuelle de Quiévrechain", "expires": "2026-12-31"},
    }


def test_without_the_agreement_nothing_of_the_company_leaves(tmp_path: Path) -> None:
    made = context(tmp_path, {"entreprise": COMPANY, "pour": "ville, entreprise"})
    [person] = made.practitioners
    consent = person.written.consent.model_copy(update={"covers": ("ville",)})
    written = person.written.model_copy(update={"consent": consent})
    assert public_person(replace(person, written=written), made).company is None


def test_what_a_company_claimed_to_a_day_is_in_no_file_after_it(tmp_path: Path) -> None:
    past = COMPANY.replace("2027-05-14", "2026-11-19").replace("2026-12-31", "2026-11-19")
    made = context(tmp_path, {"entreprise": past, "pour": "ville, entreprise"})
    company = published(made).company
    assert company is not None
    assert (company.qualiopi, company.insurance) == (None, None)
    text = files(made)
    assert "123 456 782 00010" in text
    for gone in ("bilans de compétences", "Mutuelle de Quiévrechain", "2026-11-19"):
        assert gone not in text


def test_a_price_is_told_with_its_day_and_not_before_it(tmp_path: Path) -> None:
    price = (
        "{a_partir_de: 1200, pour: demi-journée, indique_le: 2026-11-21, conditions: Hors taxes.}"
    )
    made = context(tmp_path, {"tarif": price})
    said = published(made).price
    assert said is not None
    assert said.label == "À partir de 1\u202f200\u00a0€ la demi-journée"
    assert said.day.label == "21 novembre 2026"
    [person] = json.loads(files_of(made)["annuaire/annuaire.json"])["people"]
    assert person["price"] == {
        "from": "1200",
        "currency": "EUR",
        "unit": "demi-journée",
        "conditions": "Hors taxes.",
        "told": "2026-11-21",
    }
    early = replace(made, asof=made.asof - timedelta(days=1))
    assert published(early).price is None


def test_a_price_of_nought_is_free(tmp_path: Path) -> None:
    made = context(tmp_path, {"tarif": "{a_partir_de: 0, pour: heure, indique_le: 2026-11-21}"})
    said = published(made).price
    assert said is not None
    assert said.label == "Gratuit"


def test_structured_data_tell_numbers_price_and_until_when(tmp_path: Path) -> None:
    told = {
        "entreprise": COMPANY,
        "pour": "ville, entreprise",
        "tarif": "{a_partir_de: 900, pour: journée, indique_le: 2026-11-21}",
        **requests("oui", "2027-06-30"),
    }
    made = context(tmp_path, told)
    [person] = made.practitioners
    node: Any = profile_page(page(person, made), "https://x/p/", "https://x", "https://x/", {})
    somebody = node["mainEntity"]
    assert [one["value"] for one in somebody["identifier"]] == ["12345678200010", "32620123462"]
    held = {one["name"]: one["expires"] for one in somebody["hasCredential"]}
    assert held["Qualiopi"] == "2027-05-14"
    [offer] = somebody["makesOffer"]
    assert offer["availabilityEnds"] == "2027-06-30"
    assert offer["priceSpecification"]["minPrice"] == "900"
    assert offer["priceSpecification"]["validFrom"] == "2026-11-21"


def test_people_work_together_where_both_say_so(tmp_path: Path) -> None:
    one = {"slug": "ada", "prenom": "Ada", "travaille_avec": "[luc, eve]"}
    luc = {"slug": "luc", "prenom": "Luc", "travaille_avec": "[ada]"}
    eve = {"slug": "eve", "prenom": "Ève"}
    made = context(tmp_path, one, luc, eve)
    named = {
        person.slug: [term.slug for term in public_person(person, made).colleagues]
        for person in made.practitioners
    }
    assert named == {"ada": ["luc"], "luc": ["ada"], "eve": []}
    left = published_on(without_people(made.content, frozenset({"luc"})), Policy(), made.asof)
    assert left.practitioners["ada"].written.colleagues == ("eve",)


def test_a_reference_shows_from_the_day_of_its_agreement(tmp_path: Path) -> None:
    reference = (
        "[{organisation: Ville d’Ailleurs, accord_de: direction générale, accord_le: 2026-11-21}]"
    )
    made = context(tmp_path, {"references": reference})
    [told] = published(made).references
    assert (told.organization, told.agreed_by) == ("Ville d’Ailleurs", "direction générale")
    early = replace(made, asof=made.asof - timedelta(days=1))
    assert published(early).references == ()


def test_sectors_are_offered_by_the_filter_and_add_no_list(tmp_path: Path) -> None:
    plain = context(tmp_path / "sans", {})
    made = context(tmp_path / "avec", {"secteurs": "[Santé, Transports]"})
    index = filter_index(made)
    [(place, facet)] = [pair for pair in enumerate(index["facets"]) if pair[1][0] == "secteur"]
    assert [facet[2][word][1] for word in index["values"][place][0]] == ["Santé", "Transports"]
    [person] = json.loads(files_of(made)["annuaire/annuaire.json"])["people"]
    assert person["sectors"] == [
        {"slug": "sante", "name": "Santé"},
        {"slug": "transports", "name": "Transports"},
    ]
    assert len(files_of(made)) == len(files_of(plain))


def test_a_practice_is_named_on_the_page_the_card_and_in_structured_data(tmp_path: Path) -> None:
    made = context(tmp_path / "a", {"cabinet": "Le Grand Cercle"})
    person = page(made.practitioners[0], made)
    card = vobject.readOne(vcard(person.person, "Association").decode())
    assert card.org.value == ["Le Grand Cercle"]
    assert "ORG:Le Grand Cercle" in short_vcard(person.person, "Association")
    main = profile_page(person, "", "", "", {})["mainEntity"]
    assert main["worksFor"] == {"@type": "Organization", "name": "Le Grand Cercle"}  # type: ignore[index]
    usual = context(tmp_path / "b", {})
    shown = page(usual.practitioners[0], usual)
    assert vobject.readOne(vcard(shown.person, "Asso").decode()).org.value == ["Asso"]
    assert "worksFor" not in profile_page(shown, "", "", "", {})["mainEntity"]  # type: ignore[operator]
