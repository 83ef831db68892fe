"""The numbers by which French buyers know a company, from text to type. Pure.

Either is kept as its digits alone, and shown in the groups that people read it by.
"""

import re
from typing import Annotated

from pydantic import WithJsonSchema

from .values import reads, wrong

_SIREN_LENGTH, _VAT_LENGTH, _DECLARATION_LENGTH, _SIRET_LENGTH = 9, 11, 11, 14
_LA_POSTE = "356000000"
# A number among words, whatever people put between its groups; the second may name Corsica.
_BETWEEN = r"[\s.\-/_·]*"
_RUN = re.compile(f"[0-9](?:{_BETWEEN}[0-9])*")
_SIGN = r"(?:2\s?[AB](?![A-Z])|[0-9])"
_RUN_OF_SIGNS = re.compile(f"{_SIGN}(?:{_BETWEEN}{_SIGN})*")
# Letters that are taken for figures.
_LOOK_ALIKE = str.maketrans("OoIl", "0011")
_FOREIGN = re.compile(r"(?:BE|BCE|KBO|CHE|IDE|LU|RCSL|DE|HRB)\W*[B\d]", re.IGNORECASE)
_DEPARTMENT = "(?:[0-9]{2}|2[AB])"
_VAT = re.compile(r"\bFR\W*[0-9]", re.IGNORECASE)
_DECLARATION = re.compile(f"[0-9]{{2}}{_DEPARTMENT}[0-9]{{5}}{_DEPARTMENT}")


def parse_siret(text: str) -> str:
    """Return the 14 digits of a SIRET, whose keys must be right; spaces may stand anywhere."""
    digits = re.sub(r"\s", "", text)
    is_written_so = re.fullmatch(r"[0-9]{14}", digits)
    if not is_written_so:
        digits = "" if _FOREIGN.match(text) else _number_in(text)
    if len(digits) == _SIRET_LENGTH and not _has_keys(digits):
        at = "quatorze" if _fits_luhn(digits[:_SIREN_LENGTH]) else "neuf premiers"
        raise wrong(
            "siret",
            f"une erreur de frappe s’est glissée dans les {at} chiffres de ce SIRET",
            "corrigez-le d’après l’avis de situation de l’Insee",
            "le dernier chiffre d’un SIRET, et le neuvième, se calculent d’après les autres",
        )
    if not is_written_so:
        raise wrong("siret", f"« {text} » n’est pas un SIRET", *_mend_of_siret(text))
    return digits


def _has_keys(digits: str) -> bool:
    """Return whether both keys of a SIRET are right; the offices of La Poste have another one."""
    siren = digits[:_SIREN_LENGTH]
    if siren == _LA_POSTE and sum(map(int, digits)) % 5 == 0:
        return True
    return int(siren) > 0 and _fits_luhn(siren) and _fits_luhn(digits)


def _fits_luhn(digits: str) -> bool:
    """Return whether the last digit is the key of those before it (ISO/IEC 7812-1, annex B)."""
    doubled = (int(digit) * (1 + rank % 2) for rank, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _mend_of_siret(text: str) -> tuple[str, str, str]:
    """Return the mend of what is no SIRET, a help, and the SIRET when there is no doubt of it."""
    digits = _number_in(text)
    if len(digits) == _SIRET_LENGTH and _has_keys(digits):
        return f"écrivez {spaced_siret(digits)}", "", spaced_siret(digits)
    likely = _number_in(text.translate(_LOOK_ALIKE))
    if len(likely) == _SIRET_LENGTH and _has_keys(likely):
        return f"écrivez {spaced_siret(likely)} si c’est bien lui", "", ""
    if other := _mend_of_another_number(text):
        return (*other, "")
    if digits:
        return "vérifiez-le : un SIRET a quatorze chiffres", f"celui-ci en a {len(digits)}", ""
    return (
        "écrivez ses quatorze chiffres, par exemple 123 456 782 00010, ou retirez ce champ",
        "",
        "",
    )


def _mend_of_another_number(text: str) -> tuple[str, str] | None:
    """Return the mend of a company's number of another kind where a SIRET is due, and a help."""
    if _FOREIGN.match(text):
        return f"remplacez cette ligne par « numero_etranger: {text} »", "un SIRET est français"
    declaration = "" if _VAT.search(text) else _declaration_in(text)
    # Its last nine digits may fit the key of a SIREN by chance.
    if declaration and names_one_department(declaration):
        line = f"declaration_activite: {spaced_declaration(declaration)}"
        fix = f"remplacez cette ligne par « {line} »"
        return fix, "c’est un numéro de déclaration d’activité"
    digits = _number_in(text)
    siren = digits[-_SIREN_LENGTH:]
    if len(digits) in (_SIREN_LENGTH, _VAT_LENGTH) and _fits_luhn(siren):
        fix = f"ajoutez les cinq chiffres de l’établissement après {spaced_siren(siren)}"
        return fix, "ces neuf chiffres sont le SIREN de l’entreprise"
    return None


def _number_in(text: str) -> str:
    """Return the digits of the longest number in a text, its groups joined; ``""`` without any."""
    runs = (re.sub(r"[^0-9]", "", found) for found in _RUN.findall(text))
    return max(runs, key=len, default="")


def numbers_of_firm(siret: str) -> tuple[str, str]:
    """Return the other numbers that a SIRET gives away: the number for VAT, the SIREN."""
    siren = siret[:_SIREN_LENGTH]
    return f"FR{(12 + 3 * int(siren)) % 97:02}{siren}", siren


def _signs_in(text: str) -> list[str]:
    """Return the numbers in a text, their groups joined, where « 2A » is two signs."""
    return [re.sub(r"[^0-9AB]", "", found) for found in _RUN_OF_SIGNS.findall(text.upper())]


def _declaration_in(text: str) -> str:
    """Return the first number in a text that is written as a training body's, or ``""``."""
    return next(filter(_DECLARATION.fullmatch, _signs_in(text)), "")


def spaced_siren(digits: str) -> str:
    """Return a SIREN as it is read: « 123 456 782 »."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:9]}"


def spaced_siret(digits: str) -> str:
    """Return a SIRET as it is read: « 123 456 782 00010 »."""
    return f"{spaced_siren(digits)} {digits[9:]}"


def parse_declaration(text: str) -> str:
    """Return the 11 signs of a training body's number; spaces may stand anywhere."""
    signs = re.sub(r"\s", "", text).upper()
    if _DECLARATION.fullmatch(signs):
        return signs
    found = _declaration_in(text)
    digits, sure = _number_in(text), spaced_declaration(found) if found else ""
    if found:
        fix, help = f"écrivez {sure}", ""
    elif len(digits) == _SIRET_LENGTH and _has_keys(digits):
        fix, help = f"remplacez cette ligne par « siret: {text} »", "c’est un SIRET"
    elif digits:
        fix = "vérifiez-le sur le récépissé de la préfecture : il a onze chiffres"
        length = max(map(len, _signs_in(text)))
        help = f"celui-ci en a {length}" if length != _DECLARATION_LENGTH else ""
    else:
        fix = "écrivez ses onze chiffres, par exemple 32 62 01234 62, ou retirez ce champ"
        help = ""
    message = f"« {text} » n’est pas un numéro de déclaration d’activité"
    raise wrong("declaration-activite", message, fix, help, instead=sure)


def names_one_department(signs: str) -> bool:
    """Return whether the department is the same at both places of a training body's number."""
    return signs[2:4] == signs[-2:]


def spaced_declaration(signs: str) -> str:
    """Return a training body's number as it is read: « 32 62 01234 62 »."""
    return f"{signs[:2]} {signs[2:4]} {signs[4:9]} {signs[9:]}"


def _number(title: str, example: str, pattern: str) -> WithJsonSchema:
    # A tool that reads YAML takes bare digits for a number; here they are text like any other.
    kinds = ["string", "number"]
    return WithJsonSchema(
        {"type": kinds, "title": title, "examples": [example], "pattern": f"^({pattern})$"}
    )


Siret = Annotated[
    str,
    reads(parse_siret),
    _number("les 14 chiffres d’un SIRET", "123 456 782 00010", r"\d( ?\d){13}"),
]
DeclarationNumber = Annotated[
    str,
    reads(parse_declaration),
    _number(
        "les 11 chiffres d’une déclaration d’activité",
        "32 62 01234 62",
        r"\d ?\d ?(\d ?\d|2 ?[AB])( ?\d){5} ?(\d ?\d|2 ?[AB])",
    ),
]
