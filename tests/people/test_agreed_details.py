"""What two built sites show of people by their consent can be compared without holding it."""

import json
from collections.abc import Mapping

from association.people.agreed_details import agreed_details

SHOWN = {
    "city": "Saint-Étienne",
    "telephone": "+33 6 98 76 54 32",
    "email": "Zoe@Ornee.example",
    "website": "https://ornee.example/",
}


COMPANY = {
    "legal_form": "Entreprise individuelle",
    "siret": "12345678200010",
    "foreign_number": "BCE 0123.456.749",
    "training_body": "32620123462",
}


def marks(*people: Mapping[str, object]) -> frozenset[str]:
    return agreed_details(json.dumps({"people": people}).encode())


def test_each_detail_has_a_mark_of_its_own() -> None:
    every = marks({"slug": "zoe", **SHOWN})
    assert len(every) == len(SHOWN)
    for field in SHOWN:
        assert len(every - marks({"slug": "zoe", **SHOWN, field: None})) == 1, field
        assert len(every - marks({"slug": "zoe", **SHOWN, field: "autre 7"})) == 1, field


def test_the_same_detail_of_somebody_else_is_another() -> None:
    zoe, ali = ({"slug": slug, **SHOWN} for slug in ("zoe", "ali"))
    assert not marks(zoe) & marks(ali)
    assert marks(zoe, ali) == marks(zoe) | marks(ali)


def test_another_way_to_write_it_is_the_same() -> None:
    again = {
        "city": "saint étienne",
        "telephone": "06.98.76.54.32",
        "email": "zoe@ornee.example",
        "website": "https://ornee.example",
    }
    assert marks({"slug": "zoe", **SHOWN}) == marks({"slug": "zoe", **again})


def test_a_mark_does_not_say_what_it_is_of() -> None:
    said = " ".join(marks({"slug": "zoe", **SHOWN}))
    assert not any(word in said for word in ("zoe", "698765432", "Étienne"))


def test_each_detail_of_a_company_has_a_mark_of_its_own() -> None:
    every = marks({"slug": "zoe", "company": COMPANY})
    assert len(every) == len(COMPANY)
    for field in COMPANY:
        assert len(every - marks({"slug": "zoe", "company": {**COMPANY, field: None}})) == 1, field
    assert not marks({"slug": "zoe", "company": None})


def test_what_ends_by_its_own_day_has_no_mark() -> None:
    dated = {"qualiopi": {"expires": "2027-05-14"}, "insurance": {"insurer": "Mutuelle"}}
    again = {**COMPANY, **dated, "siret": "123 456 782 00010"}
    assert marks({"slug": "zoe", "company": COMPANY}) == marks({"slug": "zoe", "company": again})


def test_a_reference_and_a_colleague_end_one_by_one() -> None:
    references = [{"organization": "Ville d’Ailleurs", "mission": None}, {"organization": "Lycée"}]
    works_with = [{"slug": "ali", "name": "Ali"}, {"slug": "luc", "name": "Luc"}]
    every = marks({"slug": "zoe", "references": references, "works_with": works_with})
    fewer = marks({"slug": "zoe", "references": references[1:], "works_with": works_with[:1]})
    assert (len(every), len(fewer), len(every - fewer)) == (4, 2, 2)


def test_a_site_of_before_with_other_fields_ends_nothing() -> None:
    before = {"slug": "zoe", **SHOWN, "company": "SCOP", "references": ["Lycée"], "works_with": 2}
    assert marks(before) == marks({"slug": "zoe", **SHOWN})
    assert marks(before) <= marks({"slug": "zoe", **SHOWN, "company": COMPANY})
