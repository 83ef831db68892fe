"""Where the pages of the agenda are, beside those of the events themselves."""

from ..content.addresses import Addresses
from ..content.moments import Month
from ..content.schema import Word
from ..pages.common import Term

PROGRAMME = "agenda/programme/"
PAST = "agenda/passe/"
SUBSCRIBE = "agenda/abonnement/"
NEXT_CHANGE = "agenda/prochain-changement.json"


def past_path(year: int | None = None) -> str:
    """Return the path of the page of what is past, or of what of it is of one year."""
    return PAST if year is None else f"{PAST}{year:04}/"


def year_path(year: int) -> str:
    """Return the path of the page of a year."""
    return f"agenda/{year:04}/"


def month_path(month: Month) -> str:
    """Return the path of the page of a month."""
    return f"agenda/{month.year:04}/{month.month:02}/"


def index_path(kind: str) -> str:
    """Return the path of the page of all categories, regions, series or practitioners."""
    return f"agenda/{kind}/"


def category_path(word: Word) -> str:
    """Return the path of the page of a category."""
    return f"agenda/categories/{word.slug}/"


def region_path(word: Word) -> str:
    """Return the path of the page of a region's events."""
    return f"agenda/regions/{word.slug}/"


def series_path(word: Word) -> str:
    """Return the path of the page of a series."""
    return f"agenda/series/{word.slug}/"


def practitioner_path(slug: str) -> str:
    """Return the path of the page of a practitioner's events."""
    return f"agenda/praticiens/{slug}/"


def category_term(word: Word, addresses: Addresses) -> Term:
    """Return a category with its page."""
    return Term(word.name, word.slug, addresses.href(category_path(word)))


def series_term(word: Word, addresses: Addresses) -> Term:
    """Return a series with its page."""
    return Term(word.name, word.slug, addresses.href(series_path(word)))


def event_region_term(word: Word, addresses: Addresses) -> Term:
    """Return a region with the page of its events."""
    return Term(word.name, word.slug, addresses.href(region_path(word)))
