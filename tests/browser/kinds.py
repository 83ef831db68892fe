"""A page of every kind: the heaviest that the shipped site has of each template."""

from pathlib import Path

from tests.built_site import ROOT, BuiltSite

# Pages without an occasion in the shipped site: nobody withdrew, no forge is named, nothing moved.
UNSHOWN = {"410", "contribuer", "deplacee"}
# No page: the values of the page of styles.
VALUES = {"styles-exemples"}


def kinds() -> list[str]:
    """Return every kind of page, as the templates are named."""
    templates = (ROOT / "theme" / "templates").glob("*.html")
    return sorted({path.stem for path in templates} - {"base"} - UNSHOWN - VALUES)


def page_of(kind: str, site: BuiltSite) -> str:
    """Return the address of the heaviest page of a kind."""
    pages = [path for path, page in site.pages.items() if page.kind == kind]
    return "/" + max(pages, key=lambda path: (len(site.pages[path].source), path))


def script(name: str) -> str:
    """Return the text of a program that npm brought for the tests."""
    return (Path(ROOT) / "tests" / "clients" / "node_modules" / name).read_text("utf-8")
