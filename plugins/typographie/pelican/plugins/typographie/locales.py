"""What differs from one French-speaking country to another, and how a `lang` finds its country."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from .marks import NARROW, NO_BREAK


@dataclass(frozen=True)
class Locale:
    """The spaces of one country; an empty string means: the sign touches the word."""

    code: str
    high: str
    """Before `;`, `!` and `?`."""
    colon: str
    guillemet: str
    """Inside « and »."""
    thousands: str
    phone: str
    percent_added: bool
    """Whether `50%` gets its space; in Switzerland both ways of writing live on."""
    apostrophe_groups: bool
    """Whether `10'000` is a number written with apostrophes."""


FRANCE = Locale(
    code="fr-FR",
    high=NARROW,
    colon=NO_BREAK,
    guillemet=NO_BREAK,
    thousands=NARROW,
    phone=NARROW,
    percent_added=True,
    apostrophe_groups=False,
)
BELGIUM = replace(FRANCE, code="fr-BE")
SWITZERLAND = replace(
    FRANCE,
    code="fr-CH",
    colon=NARROW,
    guillemet="",
    percent_added=False,
    apostrophe_groups=True,
)
CANADA = replace(
    FRANCE,
    code="fr-CA",
    high="",
    thousands=NO_BREAK,
    phone=NO_BREAK,
)

LOCALES: Mapping[str, Locale] = MappingProxyType(
    {locale.code: locale for locale in (FRANCE, BELGIUM, SWITZERLAND, CANADA)}
)
_BY_COUNTRY = {code[3:].lower(): locale for code, locale in LOCALES.items()}


def is_french(lang: str) -> bool:
    """Whether a BCP 47 tag (`fr`, `fr-CH`, `FR_be`) names French."""
    return _subtags(lang)[0] == "fr"


def locale_of(lang: str, default: str = FRANCE.code) -> Locale:
    """The locale of a French `lang`; `default`, a key of LOCALES, when it names no country here."""
    for subtag in _subtags(lang)[1:]:
        if subtag in _BY_COUNTRY:
            return _BY_COUNTRY[subtag]
    return LOCALES[default]


def _subtags(lang: str) -> list[str]:
    return lang.strip().lower().replace("_", "-").split("-")
