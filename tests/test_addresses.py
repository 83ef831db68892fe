"""Which page is where, whatever the path that the site lives under."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.content.addresses import Addresses, addresses_of, path_of, save_as
from association.core.public_address import is_public

_PARTS = st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True)


@pytest.mark.parametrize(
    ("folder", "slug", "path"),
    [
        ("actualites", "compte-rendu", "actualites/compte-rendu/"),
        ("agenda", "journee", "agenda/journee/"),
        ("praticiens", "jean-valjean", "annuaire/jean-valjean/"),
        ("pages", "contact", "contact/"),
        ("pages", "accueil", ""),
        ("pages", "404", "404.html"),
    ],
)
def test_an_entry_has_its_address_under_its_section(folder: str, slug: str, path: str) -> None:
    assert path_of(folder, slug) == path


@given(st.sampled_from(["actualites", "agenda", "capsules", "metiers", "pages"]), _PARTS)
def test_a_page_is_a_folder_with_an_index(folder: str, slug: str) -> None:
    path = path_of(folder, slug)
    assert save_as(path) == (path if path.endswith(".html") else f"{path}index.html")


def test_a_file_is_saved_under_its_own_name() -> None:
    assert save_as("agenda.ics") == "agenda.ics"
    assert save_as("") == "index.html"


@given(st.lists(_PARTS, max_size=3), _PARTS)
def test_a_link_begins_with_the_path_that_the_site_lives_under(under: list[str], path: str) -> None:
    site = Addresses("/".join(["https://example.org", *under]))
    assert site.href(path) == "/" + "/".join([*under, path])
    assert site.absolute(path) == f"https://example.org{site.href(path)}"


def test_a_final_slash_of_the_site_s_address_changes_nothing() -> None:
    production = addresses_of({"SITEURL": "https://example.org/tst/"})
    assert production.href("agenda/") == "/tst/agenda/"


@pytest.mark.parametrize("url", ["", "http://asso.org", "https://localhost", "asso.org"])
def test_what_is_not_whole_or_not_in_https_is_no_public_address(url: str) -> None:
    assert not is_public(url)
    assert is_public("https://www.asso.org/tst")
