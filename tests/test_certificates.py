"""The register of certificates, their pages and their badges, as others read them."""

import json
from datetime import date

import pytest

from association.content.practitioner import WrittenCertification
from association.people import open_badge
from association.people.certificates import is_in_force


def certificate(granted: str | None, expires: str | None = None) -> WrittenCertification:
    written = {"metier": "intervenant", "certifie_le": granted, "valable_jusqu_au": expires}
    return WrittenCertification.model_validate({k: v for k, v in written.items() if v})


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2022, 6, 17), False),
        (date(2022, 6, 18), True),
        (date(2027, 6, 18), True),
        (date(2027, 6, 19), False),
    ],
)
def test_a_certificate_counts_from_its_grant_to_its_last_day(day: date, counts: bool) -> None:
    assert is_in_force(certificate("2022-06-18", "2027-06-18"), day) is counts


def test_a_certificate_without_an_end_stays_in_force() -> None:
    assert is_in_force(certificate("2022-06-18"), date(2099, 1, 1))


def test_somebody_in_training_holds_no_certificate() -> None:
    assert not is_in_force(certificate(None), date(2099, 1, 1))


ASSERTION = open_badge.Assertion(
    id="https://tst.example/certification/x-intervenant-2022/badge.json",
    recipient="https://tst.example/annuaire/x/",
    badge="https://tst.example/certification/badges/intervenant.json",
    image="https://tst.example/certification/x-intervenant-2022/badge.svg",
    issued_on="2022-06-18T00:00:00+02:00",
    expires="2027-06-19T00:00:00+02:00",
    evidence="https://tst.example/certification/x-intervenant-2022/",
    narrative="Certificat inscrit au registre.",
)


def test_a_badge_names_its_holder_by_the_public_profile_and_by_nothing_else() -> None:
    written = json.loads(open_badge.assertion_json(ASSERTION))
    assert written["recipient"] == {
        "type": "url",
        "hashed": False,
        "identity": "https://tst.example/annuaire/x/",
    }
    assert "@" not in json.dumps({k: v for k, v in written.items() if k != "@context"})


def test_the_proof_of_a_badge_lies_where_its_issuer_may_vouch_for_it() -> None:
    issuer = open_badge.Issuer(
        id="https://tst.example/certification/badges/emetteur.json",
        name="Association",
        url="https://tst.example/",
        email="secretariat@example.org",
        origin="https://tst.example/certification/",
    )
    [start] = json.loads(open_badge.issuer_json(issuer))["verification"]["startsWith"]
    assert ASSERTION.id.startswith(start)
    assert json.loads(open_badge.assertion_json(ASSERTION))["verification"] == {
        "type": "HostedBadge"
    }


def test_a_badge_that_never_lapses_says_no_end() -> None:
    endless = open_badge.Assertion(**{**vars(ASSERTION), "expires": ""})
    assert "expires" not in json.loads(open_badge.assertion_json(endless))


def test_the_picture_of_a_badge_holds_the_address_of_its_proof() -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(open_badge.picture("Médiateur & <facilitateur>", ASSERTION.id))
    baked = root.find("{http://openbadges.org}assertion")
    assert baked is not None
    assert baked.attrib["verify"] == ASSERTION.id
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Médiateur & <facilitateur>"


def test_a_long_title_is_broken_into_lines_that_fit_the_badge() -> None:
    written = open_badge.picture("Facilitatrice de conflit et de coopération TST").decode()
    assert written.count("<tspan") == 2
