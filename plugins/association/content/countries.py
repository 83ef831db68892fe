"""Every country and territory of ISO 3166 by its French name, and other names that people write.

Names are those of the Unicode CLDR, but for a few that nobody writes so. Pure.
"""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from ..core.words import fold, suggestion

# What the CLDR names besides, which has a code for other uses only: parts, unions, tests.
_NO_COUNTRIES = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ"
# Names that people write, where the CLDR's are longer or say what tells two apart.
_USUAL_NAMES = {
    "CD": "République démocratique du Congo",
    "CG": "République du Congo",
    "HK": "Hong Kong",
    "MM": "Birmanie",
    "MO": "Macao",
    "PS": "Palestine",
    "VA": "Vatican",
}
# Usual in French too, as ``_bare`` writes them; codes are known besides.
_OTHER_NAMES = {
    "angleterre": "GB",
    "ecosse": "GB",
    "grandebretagne": "GB",
    "irlandedunord": "GB",
    "paysdegalles": "GB",
    "royaumeunidegrandebretagneetdirlandedunord": "GB",
    "usa": "US",
    "etatsunisdamerique": "US",
    "amerique": "US",
    "francemetropolitaine": "FR",
    "republiquefrancaise": "FR",
    "royaumedebelgique": "BE",
    "confederationsuisse": "CH",
    "grandducheduluxembourg": "LU",
    "grandduchedeluxembourg": "LU",
    "principautedemonaco": "MC",
    "republiquefederaledallemagne": "DE",
    "rfa": "DE",
    "hollande": "NL",
    "republiquetcheque": "CZ",
    "belarus": "BY",
    "bosnie": "BA",
    "macedoine": "MK",
    "republiquedemoldavie": "MD",
    "federationderussie": "RU",
    "saintsiege": "VA",
    "republiquedirlande": "IE",
    "eire": "IE",
    "rdc": "CD",
    "congo": "CG",
    "zaire": "CD",
    "centrafrique": "CF",
    "rca": "CF",
    "caboverde": "CV",
    "swaziland": "SZ",
    "ilemaurice": "MU",
    "guyane": "GF",
    "emirats": "AE",
    "emiratsarabes": "AE",
    "republiquepopulairedechine": "CN",
    "coreesud": "KR",
    "timorleste": "TL",
    "myanmar": "MM",
    "etatdepalestine": "PS",
    "cisjordanie": "PS",
    "polynesie": "PF",
    "saintdomingue": "DO",
    "puertorico": "PR",
}
# Languages of neighbours whose names are understood, to say the French one.
_FOREIGN = ("en", "de", "nl", "it", "es", "pt")
_ARTICLE = re.compile(r"(?:le|la|les|the) |l['’]", re.IGNORECASE)
# How one says to be there, where it is not « en »: by the gender and the number of the name.
_WORDS_BEFORE = {
    "au": "BD BF BI BJ BN BR BT BW BZ CA CL CM CR CV DK EH GA GB GH GL GT GY HN JP KE KG KH KW KZ"
    " LA LB LI LK LR LS LU MA ME ML MW MX MZ NE NG NI NP PA PE PK PT PY QA RW SD SJ SN SR SS SV TD"
    " TG TJ TL TM VA VE VN VU XK YE ZW",
    "aux": "AE AS BM BQ BS FJ KM MV NL PH PW SC TK TO US",
    "à": "AG AI AW BH BL CU CW CY DJ GG GI GU HK IM JE KI KN LC MC MF MG MO MS MT MU NR NU OM PM PR"
    " RE SG SH SM ST SX TT TV TW VC WF WS YT",
    "à la": "BB DM GD",
}
_BY_FIRST_WORD = {"Îles": "aux", "Île": "à l’", "Territoire": "dans le", "Terres": "dans les"}


@cache
def country_names() -> Mapping[str, str]:
    """Return the French name of every country and territory by its code, in order of names."""
    known = {
        code: _USUAL_NAMES.get(code, name)
        for code, name in Locale("fr").territories.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRIES.split()
    }
    return dict(sorted(known.items(), key=lambda country: fold(country[1])))


def country_code(text: str) -> str:
    """Return the code of the country that a French text, or a code, names, or ``""``.

    Capitals, accents, hyphens and an article before the name make no difference.
    """
    aliases = get_global("territory_aliases").get(text.upper(), [])
    code = str(aliases[0]) if len(aliases) == 1 else text.upper()
    return code if code in country_names() else _codes_by_name().get(_bare(text), "")


def country_in_another_language(text: str) -> str:
    """Return the code of the country that a neighbouring language calls so, or ``""``."""
    named = (
        str(code)
        for language in _FOREIGN
        for code, name in Locale(language).territories.items()
        if code in country_names() and _bare(name) == _bare(text)
    )
    return next(named, "")


def near_country(text: str) -> str:
    """Return the code of the country that a misspelt text most likely names, or ``""``."""
    by_name = _codes_by_name()
    near = suggestion(_bare(text), by_name)
    return by_name[near] if near else ""


def in_country(code: str, name: str) -> str:
    """Return the French words for being in a country: « au Japon », « en Italie »."""
    first = name.partition(" ")[0]
    by_code = (words for words, codes in _WORDS_BEFORE.items() if code in codes.split())
    before = _BY_FIRST_WORD.get(first) or next(by_code, "en")
    return f"{before}{'' if before.endswith('’') else ' '}{name}"


@cache
def _codes_by_name() -> Mapping[str, str]:
    names = {_bare(name): code for code, name in Locale("fr").territories.items()}
    known = {name: code for name, code in names.items() if code in country_names()}
    usual = {_bare(name): code for code, name in country_names().items()}
    return {**known, **usual, **_OTHER_NAMES}


def _bare(name: str) -> str:
    """Return the letters of a name without its article: « L’Île de Man » is « iledeman »."""
    return re.sub("[^a-z]", "", fold(_without_article(name.strip())))


def _without_article(name: str) -> str:
    article = _ARTICLE.match(name)
    return name[article.end() :] if article else name
