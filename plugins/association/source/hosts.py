"""The host that a browser reads in an address, and what makes one host pass for another. Pure.

Which letters look alike: Unicode Technical Standard 39 (confusables, section 4; mixed scripts,
section 5), of which the letters that names of sites can hold are kept here.
"""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

# URL Standard: browsers take « \ » for « / », and any number of them, before a host.
_AUTHORITY = re.compile(r"(?:https?:[/\\]*|[/\\]{2,})(?P<authority>[^/\\?#]+)", re.IGNORECASE)
_UNREAD = re.compile("[\x00-\x20\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
# Scripts that are written together in one word.
_TOGETHER = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "LATIN"})
# The letters of languages that are written in Latin ones.
_PLAIN_LETTERS = re.compile("[a-zß-öø-žșț\u1e00-\u1eff]*")
_NUMBER = r"(?:0x[0-9a-f]+|\d+)"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\.{_NUMBER}){{0,3}}|\[.*\]")
# Letters of other alphabets, and odd Latin ones, by the plain letter that they pass for.
_LIKE = {
    "a": "аαɑ", "b": "ьƅ", "c": "сϲᴄ", "d": "ԁɗđ", "e": "еєҽɛ", "f": "ƒſ", "g": "ɡցɢ",
    "h": "һհħ", "i": "іιıɩӏⅼǀ", "j": "јϳ", "k": "кκĸ", "l": "łⅼ", "m": "м", "n": "поոռη",
    "o": "оοσօøᴏ", "p": "рρ", "q": "ԛզգ", "r": "гᴦ", "s": "ѕꜱ", "t": "тτŧ", "u": "υսц",
    "v": "νѵᴠ", "w": "ԝωա", "x": "хχ", "y": "уγүყ", "z": "ᴢʐ",
}  # fmt: skip
_PLAIN = str.maketrans({sign: letter for letter, signs in _LIKE.items() for sign in signs})
# What plain letters and digits are taken for one another.
_ALIKE = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "i"), ("l", "i"), ("3", "e"), ("5", "s"))


@dataclass(frozen=True)
class Authority:
    """Who answers at an address: its host as a person reads it, and what stands before « @ »."""

    host: str
    user: str = ""


def authority(address: str) -> Authority | None:
    """Return who answers at an address of the web, None for any other address."""
    found = _AUTHORITY.match(_UNREAD.sub("", html.unescape(address)))
    if found is None:
        return None
    user, _, host = found["authority"].rpartition("@")
    return Authority(readable_host(host), user)


def readable_host(host: str) -> str:
    """Return a host in small letters, its labels read, without its port."""
    plain = unicodedata.normalize("NFKC", unquote(host)).lower().replace("。", ".")
    bare = re.sub(r":\d*$", "", plain).strip(".")
    return ".".join(map(_read_label, bare.split(".")))


def _read_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


def is_same_site(one: str, other: str) -> bool:
    """Return whether two hosts are one, or one a part of the other: « www.x.fr » and « x.fr »."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def is_number(host: str) -> bool:
    """Return whether a host is the number of a machine, in any of the forms that browsers read."""
    return _NUMBERS.fullmatch(host) is not None


def mixes_alphabets(host: str) -> bool:
    """Return whether a label mixes letters of alphabets that no word mixes."""
    return any(
        len(scripts) > 1 and not scripts <= _TOGETHER for scripts in map(_scripts, host.split("."))
    )


def _scripts(label: str) -> set[str]:
    names = (unicodedata.name(sign, "?") for sign in label if sign.isalpha())
    return {re.split(r"[ -]", name)[0] for name in names}


def imitated_host(host: str, known: Iterable[str]) -> str:
    """Return the host that another one passes for, ``""`` for one that is only itself.

    ``known`` are hosts that people trust. What is written in letters that all look Latin, without
    being so, passes for the Latin word.
    """
    labels, trusted_hosts = host.split("."), tuple(known)
    if any(host == trusted or host.endswith(f".{trusted}") for trusted in trusted_hosts):
        return ""
    for trusted in trusted_hosts:
        count = trusted.count(".") + 1
        if _drawn(".".join(labels[-count:])) == _drawn(trusted):
            return trusted
        if _holds(labels[:-1], trusted.split(".")) and not _is_of_a_country(labels, count):
            return trusted
    letters = _in_plain_letters(host)
    is_odd = not all(map(_PLAIN_LETTERS.fullmatch, _letters(labels)))
    return letters if is_odd and letters.isascii() and labels[-1].isascii() else ""


def _letters(labels: list[str]) -> list[str]:
    return ["".join(filter(str.isalpha, label)) for label in labels]


def _holds(labels: list[str], trusted: list[str]) -> bool:
    """Return whether a host begins as a trusted one, and goes on."""
    width = len(trusted)
    return any(labels[at : at + width] == trusted for at in range(len(labels) - width + 1))


def _is_of_a_country(labels: list[str], count: int) -> bool:
    """Return whether a host is a trusted name in a country: « google.com.br »."""
    return len(labels) >= count + 1 and labels[-2] in ("com", "co", "org") and len(labels[-1]) == 2


def _in_plain_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _drawn(host: str) -> str:
    """Return what a hasty eye reads of a host."""
    seen = _in_plain_letters(host)
    for signs, instead in _ALIKE:
        seen = seen.replace(signs, instead)
    return seen
