"""The addresses of the site: which page is where. Pure.

A page's ``url`` is root-relative with the site's base path; ``save_as`` is its file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from .content_types import CONTENT_TYPES

FORMS = "redaction/"
"""The path of the editors' forms, which is no page of the site's own."""

# Pages that the site makes itself, at addresses that no page of ``content/pages`` may take.
# The script that keeps the offline page; it governs the addresses below its own folder.
WORKER = "service-worker.js"

SEARCH, OFFLINE = "recherche/", "hors-ligne/"
OWN_PAGES = frozenset(path.rstrip("/") for path in (SEARCH, OFFLINE))
# The names below /agenda/ that no event may bear; a year's four digits are one more.
OWN_PAGES_OF_THE_AGENDA = frozenset(
    {"abonnement", "categories", "passe", "praticiens", "programme", "regions", "series"}
)


def path_of(folder: str, slug: str) -> str:
    """Return the path of an entry from the site's root: « agenda/journee-2027/ ».

    The home page is ``""``; the page of errors is ``404.html``, as hosts expect. A translation,
    whose slug is « x.de », is below its text: « x/de/ ».
    """
    slug, _, lang = slug.partition(".")
    if lang:
        return f"{path_of(folder, slug)}{lang}/"
    if folder == "pages":
        return {"accueil": "", "404": "404.html"}.get(slug, f"{slug}/")
    return f"{CONTENT_TYPES[folder].section}/{slug}/"


def save_as(path: str) -> str:
    """Return the file that a path of the site is written to."""
    return path if path and not path.endswith("/") else f"{path}index.html"


def printed_path(folder: str, slug: str) -> str:
    """Return the path on the site of what is printed of an entry; ``""`` of other content types."""
    noun = CONTENT_TYPES[folder].printed_as
    return f"documents/{noun}-{slug}.pdf" if noun else ""


@dataclass(frozen=True)
class Addresses:
    """Addresses under a site: ``site_url`` is « https://example.org/tst », no final slash."""

    site_url: str

    @property
    def base(self) -> str:
        """The path that all links begin with, without a final slash."""
        after_scheme = self.site_url.partition("://")[2]
        path = after_scheme.partition("/")[2]
        return f"/{path}".rstrip("/")

    @property
    def domain(self) -> str:
        """The name of the host, without its port; empty while developing."""
        return (urlsplit(self.site_url).hostname or "") if self.site_url else ""

    @property
    def origin(self) -> str:
        """The scheme and the host, to put before root-relative addresses."""
        return self.site_url.removesuffix(self.base)

    def href(self, path: str) -> str:
        """Return the root-relative address of a path of the site."""
        return f"{self.base}/{path}"

    def absolute(self, path: str) -> str:
        """Return the full address of a path of the site."""
        return f"{self.site_url}/{path}"


def addresses_of(settings: Mapping[str, object]) -> Addresses:
    """Return the addresses under the ``SITEURL`` of the settings."""
    return Addresses(str(settings["SITEURL"]).rstrip("/"))
