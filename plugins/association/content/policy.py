"""What the settings ask of the content, beyond being well written.

Every check and every build is given a ``Policy``; this is where settings become one.
"""

import re
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from .response_settings import response_settings


@dataclass(frozen=True)
class Policy:
    """How long profiles stay unconfirmed, in months, and whether examples may be published.

    A profile that nobody confirmed for ``asked_after`` months is announced to the editors; after
    ``leaves_after`` months it leaves the site. ``own_contacts`` are the addresses and numbers of
    the association, as ``canonical_contact`` gives them, ``own_hosts`` its sites;
    ``response_folders`` are the types that readers may answer.
    """

    asked_after: int = 18
    leaves_after: int = 24
    with_examples: bool = True
    own_contacts: frozenset[str] = frozenset()
    own_hosts: tuple[str, ...] = ()
    response_folders: tuple[str, ...] = ("actualites", "capsules", "praticiens")


USUAL = Policy()
# How people write « @ » so that robots do not see it.
_AT = re.compile(r"\s?(?:@|[(\[](?:at|arobase|chez)[)\]]|\s(?:arobase|chez)\s)\s?", re.IGNORECASE)


def policy(settings: Mapping[str, object]) -> Policy:
    """Return the policy that settings ask for; those they lack keep their usual value.

    Without ``REPONSES`` nothing is answered, though. Raises ValueError in French when the months
    make no sense, or ``response_settings`` does.
    """
    asked = _months(settings, "FICHE_A_CONFIRMER_APRES", USUAL.asked_after)
    leaves = _months(settings, "FICHE_RETIREE_APRES", USUAL.leaves_after)
    if leaves <= asked:
        raise ValueError("FICHE_RETIREE_APRES doit dépasser FICHE_A_CONFIRMER_APRES")
    with_examples = bool(settings.get("EXEMPLES_PUBLIES", True))
    contacts = frozenset(_own_contacts(settings))
    hosts = tuple(_own_hosts(settings))
    folders = response_settings(settings).folders
    return Policy(asked, leaves, with_examples, contacts, hosts, folders)


def canonical_contact(written: str) -> str:
    """Return an address in small letters, a number as its last nine digits."""
    if re.search(r"@|[a-z]{2}", written, re.IGNORECASE):
        return _AT.sub("@", written).lower()
    return re.sub(r"\D", "", written.replace("(0)", ""))[-9:]


def _own_contacts(settings: Mapping[str, object]) -> Iterator[str]:
    legal, further = settings.get("MENTIONS_LEGALES"), settings.get("COORDONNEES_PUBLIQUES")
    for name in ("SECRETARIAT", "SECRETARIAT_TELEPHONE"):
        if contact := settings.get(name):
            yield canonical_contact(str(contact))
    for value in legal.values() if isinstance(legal, Mapping) else ():
        yield canonical_contact(str(value))
    for value in further if isinstance(further, (list, tuple, set)) else ():
        yield canonical_contact(str(value))


def _own_hosts(settings: Mapping[str, object]) -> Iterator[str]:
    """Yield the host of the site, and that of its mail."""
    site = urlsplit(str(settings.get("SITEURL") or "")).hostname or ""
    mail = str(settings.get("SECRETARIAT") or "").rpartition("@")[2]
    for host in dict.fromkeys((site.removeprefix("www."), mail)):
        if "." in host:
            yield host.lower()


def _months(settings: Mapping[str, object], name: str, usual: int) -> int:
    value = settings.get(name, usual)
    if not isinstance(value, int) or value < 1:
        raise ValueError(f"{name} : « {value} » n’est pas un nombre de mois")
    return value


def policy_of_file(path: Path) -> Policy:
    """Return the policy of a settings file, the usual one when there is no such file."""
    return policy(runpy.run_path(str(path))) if path.is_file() else USUAL
