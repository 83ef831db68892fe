"""A sentence of a text shown again in the margin is for the eye only."""

from tests.built_site import BuiltSite, SharedSites, words


def test_a_pull_quote_is_neither_read_aloud_nor_found_twice(shared_sites: SharedSites) -> None:
    site = BuiltSite(shared_sites.built(asof="2026-11-21"), "")
    quoted = 0
    # The page of styles shows one that nobody wrote.
    for page in (page for path, page in site.pages.items() if path != "styles/"):
        texts = " ".join(
            words(one) for one in page.all("div") if "prose" in one.get("class", "").split()
        )
        for quote in page.all("p"):
            if "exergue" in quote.get("class", ""):
                quoted += 1
                assert quote.get("aria-hidden") == "true", page.path
                assert "data-pagefind-ignore" in quote.attrib, page.path
                assert words(quote) in texts, page.path
    assert quoted >= 2
