"""What belongs to a number: its groups, its unit, its month, its century. No sum is reckoned."""

import re

from ..locales import Locale
from ..marks import GAP, INLINE, NO_BREAK, SPACES
from .rule import SPACED, AfterNumber, Pass, Rule, gap_replacement, substitution

_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|janv\.|févr\.|avr\.|juill\.|sept\.|oct\.|nov\.|déc\."
)
_CLEAR_UNITS = "km/h|km²|m²|m³|cm²|km|kg|cm|mm|mg|ml|mL|cl|cL|kWh|°C|°F"
"""Units that nothing else is written like: their missing space can be added."""
_UNITS = (
    f"{_CLEAR_UNITS}|cm³|hm|dm|dl|dL|hl|hL|ha|µm|µg|MWh|GWh|Wh|kW|MW|GW|kJ|kcal|kHz|MHz|GHz|Hz|mA|kV|kVA|kWc|lm|lx|µs"
    "|hPa|kPa|Pa|mbar|bar|dB|ko|Ko|Mo|Go|To|Po|Kio|Mio|Gio|Tio|Pio|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB"
    "|[kMG]bit/s|[kMG]bps|[kMG]b/s|[kMG]o/s|dpi|ppp|px|pt|min|mn|ms|m/s|m|g|t|s|l|L|W|V|j|°"
)
_SYMBOLS = r"(?:[kMG]?[€$£¥](?:US|CA)?|k€|M€)(?!\w)"
_CODES = r"(?:EUR|CHF|USD|CAD|GBP|FCFA|MAD|Fr\.|fr\.|frs)(?!\w)"
_SMALL_SPACE = f"[{SPACES}]"


def thousands(locale: Locale) -> Pass:
    number = re.compile(
        f"[1-9][0-9]{{0,2}}(?:{_SMALL_SPACE}[0-9]{{3}})+(?![0-9]|{_SMALL_SPACE}[0-9]|-[0-9]{{4}}(?![0-9]))"
    )
    space = locale.thousands

    def group(match: re.Match[str]) -> str:
        if _continues_a_number(match.string, match.start()):
            return match[0]
        return _set_spaces(match[0], space)

    if not locale.apostrophe_groups:
        return lambda text: number.sub(group, text)
    by_apostrophe = substitution("'(?<=[0-9]')(?=[0-9]{3}(?![0-9]))", "’")
    return lambda text: by_apostrophe(number.sub(group, text))


def _set_spaces(number: str, space: str) -> str:
    return re.sub(_SMALL_SPACE, space, number)


def _continues_a_number(text: str, start: int) -> bool:
    """Whether figures, a comma or a plus sign come just before: `2020 150`, `+33 123`."""
    before = text[max(0, start - 2) : start]
    touching, beyond = before[-1:], before[:1] if len(before) == 2 else ""
    if touching and touching in SPACES:
        return beyond.isdigit() or beyond in ("+", ")")
    return touching.isalnum() or touching in (".", ",", "+", "_", "/")


def phones(locale: Locale) -> Pass:
    space, gap = locale.phone, _SMALL_SPACE
    abroad = rf"(?<=\+)[0-9]{{1,3}}(?:{gap}?\(0\){gap}?[0-9]{{1,3}})?(?:{gap}[0-9]{{1,4}}){{1,5}}"
    at_home = rf"(?<=0)[0-9]{{0,3}}(?:{gap}[0-9]{{2,3}}){{2,4}}"
    american = rf"(?<=[2-9])[0-9]{{2}}{gap}[0-9]{{3}}(?=-[0-9]{{4}})"
    number = re.compile(rf"[+02-9](?:{abroad}|{at_home}|{american})(?:-[0-9]{{4}})?(?!{gap}?[0-9])")

    def group(match: re.Match[str]) -> str:
        figures = sum(character.isdigit() for character in match[0])
        if not 8 <= figures <= 15 or _continues_a_number(match.string, match.start()):
            return match[0]
        return _set_spaces(match[0], space)

    return lambda text: number.sub(group, text)


def percents(locale: Locale) -> AfterNumber:
    needed = "" if locale.percent_added else SPACED
    return AfterNumber(rf"{needed}[%‰](?![\w%])")


def currencies(_locale: Locale) -> AfterNumber:
    code_first = gap_replacement(rf"[ECUF](?:UR|HF|SD|AD|r\.)(?P<gap>[{GAP}]+)(?=[0-9])", NO_BREAK)
    return AfterNumber(f"{_SYMBOLS}|{SPACED}{_CODES}", also=code_first)


def units(_locale: Locale) -> AfterNumber:
    end = r"(?![\w'’])"
    return AfterNumber(f"(?:{_CLEAR_UNITS}){end}|{SPACED}(?:{_UNITS}){end}")


def hours(_locale: Locale) -> AfterNumber:
    minutes = gap_replacement(
        rf"h(?<=[0-9{GAP}]h)(?P<gap>[{GAP}]+)(?=[0-5][0-9](?![0-9]))", NO_BREAK
    )
    return AfterNumber(rf"{SPACED}h(?:eures?|[0-5][0-9])?(?![\w'’])", also=minutes)


def dates(_locale: Locale) -> AfterNumber:
    return AfterNumber(rf"{SPACED}(?i:{_MONTHS})(?!\w)")


def centuries(_locale: Locale) -> Pass:
    ordinal = f"{INLINE}?(?:er|re|ère|ème|e|è|ᵉʳ|ᵉ){INLINE}?"
    return gap_replacement(
        rf"[IVXL0-9][IVXL0-9]*+{ordinal}(?P<gap>[{GAP}]+)(?=(?:siècle|millénaire)s?(?!\w))",
        NO_BREAK,
        needs=("siècle", "millénaire"),
    )


NUMBERS = (
    Rule(
        "telephones",
        "+33 1 23 45 67 89 and 01 23 45 67 89: narrow no-break spaces (fr-CA: no-break).",
        "usage; ITU-T E.123 for the groups",
        phones,
    ),
    Rule(
        "milliers",
        "10 000: narrow no-break space (fr-CA: no-break); in Switzerland 10'000 → 10’000.",
        "Lexique, « Nombres »; OQLF, « Nombres »; Guide du typographe",
        thousands,
    ),
    Rule(
        "pourcentages",
        "20 %: no-break space, added where it is missing but in Switzerland.",
        "Lexique, « Pourcentage »; OQLF",
        percents,
    ),
    Rule(
        "monnaies",
        "50 €, 10 000 $, 50 CHF, CHF 50: no-break space, added before a symbol.",
        "Lexique, « Monnaies »; OQLF",
        currencies,
    ),
    Rule(
        "unites",
        "5 km, 20 °C, 3 min: no-break space; 5km → 5 km, 4x4 and 3D stay.",
        "Lexique, « Unités de mesure »; SI Brochure of the BIPM, 5.4.3",
        units,
    ),
    Rule(
        "heures",
        "9 h 30, 12 h: no-break spaces; 9h30 stays.",
        "Lexique, « Heure »",
        hours,
    ),
    Rule(
        "dates",
        "14 septembre, 1er mai: no-break space.",
        "Lexique, « Date »",
        dates,
    ),
    Rule(
        "siecles",
        "XXe siècle: no-break space.",
        "Lexique, « Siècle »",
        centuries,
    ),
)
