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


def marks(*people: Mapping[str, str | None]) -> frozenset[str]:
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
