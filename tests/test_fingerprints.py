"""A file whose name carries a digest may be kept for good: another content has another name."""

import re

import pytest

from association.core.fingerprints import fingerprint_files
from association.site.theme import served_theme
from tests.built_site import ROOT

THEME = {
    "css/site.css": b'a { src: url("../fonts/a.woff2"); mask: url("data:image/svg+xml,%3Cg/%3E") }',
    "fonts/a.woff2": b"letters",
    "fonts/OFL.txt": b"licence",
    "images/favicon.svg": b"<svg/>",
    "js/page.js": b'import { x } from "./parts/x.js";\nconst { y } = await import("./y.js");',
    "js/parts/x.js": b'export { y as x } from "../y.js";',
    "js/y.js": b"export const y = 1;",
}


def test_a_name_carries_a_digest_of_what_the_file_holds() -> None:
    _, names = fingerprint_files(THEME)
    assert re.fullmatch(r"css/site\.[0-9a-f]{8}\.css", names["css/site.css"])
    _, others = fingerprint_files(THEME | {"css/site.css": b"b {}"})
    assert others["css/site.css"] != names["css/site.css"]
    assert others["js/page.js"] == names["js/page.js"]


def test_what_others_remember_keeps_its_name() -> None:
    _, names = fingerprint_files(THEME)
    assert names["images/favicon.svg"] == "images/favicon.svg"
    assert names["fonts/OFL.txt"] == "fonts/OFL.txt"


def test_files_name_each_other_by_their_new_names() -> None:
    files, names = fingerprint_files(THEME)
    sheet = files[names["css/site.css"]].decode()
    assert f'url("../{names["fonts/a.woff2"]}")' in sheet
    assert 'url("data:image/svg+xml,%3Cg/%3E")' in sheet
    page = files[names["js/page.js"]].decode()
    assert f'from "./{names["js/parts/x.js"].removeprefix("js/")}"' in page
    assert f'import("./{names["js/y.js"].removeprefix("js/")}")' in page


def test_a_change_reaches_every_name_above_it() -> None:
    _, before = fingerprint_files(THEME)
    _, after = fingerprint_files(THEME | {"js/y.js": b"export const y = 2;"})
    changed = {name for name in THEME if before[name] != after[name]}
    assert changed == {"js/y.js", "js/parts/x.js", "js/page.js"}


def test_a_file_that_names_what_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match=r"js/a\.js names \./b\.js"):
        fingerprint_files({"js/a.js": b'import "./b.js";'})


def test_two_files_that_name_each_other_are_refused() -> None:
    circle = {"js/a.js": b'import "./b.js";', "js/b.js": b'import "./a.js";'}
    with pytest.raises(ValueError, match=r"js/a\.js → js/b\.js → js/a\.js"):
        fingerprint_files(circle)


def test_the_preview_serves_plain_names_and_the_public_site_lasting_ones() -> None:
    static = ROOT / "theme" / "static"
    plain, lasting = (served_theme(static, immutable=lasting) for lasting in (False, True))
    assert plain.names["js/annuaire.js"] == "js/annuaire.js"
    assert plain.names.keys() == lasting.names.keys()
    assert lasting.names["js/annuaire.js"] in lasting.files
    assert "js/annuaire.js" not in lasting.files
