"""E-mail addresses and telephone numbers in texts, however people write them. Pure."""

import re
from collections.abc import Iterator
from itertools import pairwise

EMAIL_GONE, TELEPHONE_GONE = "(adresse retirée)", "(numéro retiré)"
"""What stands in a text for an address, and for a number, that was taken out of it."""

_HOST = r"\w[\w-]*(?:\.[\w-]+)*\.[a-z]{2,}"
# « chez » without brackets is a word: an address only before it, with its full stop, tells.
_EMAIL = re.compile(
    rf"(?<![@\w])[\w.+%-]+\s?(?:@|\((?:at|arobase|chez)\)|\[(?:at|arobase|chez)\]|\sarobase\s)\s?"
    rf"{_HOST}|\b[a-z][\w-]*[._](?!(?:[ens]|euse|rice|trice|ne|le|ère)s?\s)[\w.-]*\w\schez\s{_HOST}",
    re.I,
)
# What is needed for one of either, to pass over quickly the texts without.
_AT = re.compile(r"@|\b(?:at|arobase|chez)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d\W{0,2}\d")
_BLANK = r"[ .\-\u00a0\u202f]?"
_TELEPHONE = re.compile(
    rf"(?<![\w+])(?:\(?(?:\+|00)[1-9]\d{{0,2}}\)?(?:{_BLANK}\(0\))?(?:{_BLANK}\d){{7,11}}"
    rf"|(?:0[1-9]|\(0[1-9]\)|\(0\)[1-9])(?:{_BLANK}\d\d){{4}}"
    r"|(?:0[1-9]\d{0,2}|\(0[1-9]\d{0,2}\))(?P<sep>[ ./\u00a0\u202f])\d{2,3}(?:(?P=sep)\d{2,3}){2,3}"
    r")(?![^\W_])"
)
# Fewer digits are a list of days or a code.
_FEWEST_DIGITS = 9
_DIGITS_OF_NUMBER = 10
_DIGITS_BEFORE = re.compile(r"\d[\d .\-/\u00a0\u202f]*$")
_ADDRESS_BEFORE = re.compile(r"(?:://|www\.)\S*$")
_DIGITS_AFTER = re.compile(r"[ .\-\u00a0\u202f]\d")
# What stands before digits that call nobody.
_NUMBER_OF = re.compile(
    r"\b(?:rpps|adeli|finess|siret|siren|rna|iban|isbn|issn|doi|r[ée]f(?:[ée]rence)?\.?|dossier"
    r"|facture|licence|agr[ée]ment|uai|naf|tva)(?:\sn[°o])?\s?:?\s*[\w-]*$",
    re.IGNORECASE,
)


def emails_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the e-mail addresses of a text, however people write « @ »."""
    return _EMAIL.finditer(text) if _AT.search(text) else iter(())


def telephones_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the telephone numbers of a text: not its days, nor numbers that call nobody."""
    for found in _TELEPHONE.finditer(text) if _DIGITS.search(text) else ():
        digits = re.sub(r"\D", "", found[0])
        is_long = len(digits) >= _FEWEST_DIGITS
        if is_long and not _are_days(found[0]) and not _calls_nobody(text, found):
            yield found


def _are_days(found: str) -> bool:
    """Return whether numbers follow one another as days do: « les 05 06 07 08 09 mars »."""
    numbers = [int(number) for number in re.findall(r"\d+", found)]
    return len(numbers) > 2 and all(after == before + 1 for before, after in pairwise(numbers))


def _calls_nobody(text: str, found: re.Match[str]) -> bool:
    """Return whether digits belong to a longer number, or to one of another kind."""
    before = _DIGITS_BEFORE.search(text, max(found.start() - 40, 0), found.start())
    others = len(re.sub(r"\D", "", before[0])) if before else 0
    goes_on = _DIGITS_AFTER.match(text, found.end()) and not _TELEPHONE.match(text, found.end() + 1)
    is_named = _NUMBER_OF.search(text[max(found.start() - 40, 0) : found.start()])
    is_in_address = _ADDRESS_BEFORE.search(text, 0, found.start())
    return others % _DIGITS_OF_NUMBER != 0 or bool(goes_on or is_named or is_in_address)
