"""What a public site cannot go without, besides its content: settings, and git's whole history.

Everything is said at once, each with the name of its setting and an example. Pure but for asking
git whether the clone is whole, and for the files of the keys.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..content import badge_keys, legal_notice
from ..content.values import parse_email
from ..core.git_log import NoGitError, has_all_commits
from ..core.public_address import is_public
from ..core.signing_keys import UnreadableKeyError, private_key
from ..core.words import suggestion
from ..hosting.hosts import HOSTS

# Names that are nobody's, kept for examples (RFC 2606).
_RESERVED = re.compile(r"(^|[@.])(example\.(com|net|org)|[\w-]+\.(example|test|invalid))$")


def refusals(
    settings: Mapping[str, Any], content: Path, signing_key: str = "", badge_key: str = ""
) -> list[str]:
    """Return all that keeps a production build from being published, in French; [] when nothing.

    ``signing_key`` signs the site, ``badge_key`` the badges: ``""`` where nothing is signed.
    """
    with_examples = bool(settings["EXEMPLES_PUBLIES"])
    return [
        *_address(str(settings["SITEURL"]), with_examples),
        *_host(str(settings["HEBERGEMENT"])),
        *_secretariat(str(settings["SECRETARIAT"]), with_examples),
        *_legal(settings[legal_notice.NAME]),
        *_history(content),
        *_signature(signing_key),
        *badge_keys.refusals(settings, badge_key),
    ]


def in_words(refused: list[str]) -> str:
    """Return the refusals as one text for a terminal."""
    return "\n".join(
        [
            "Le site public ne peut pas être construit sans ce qui suit "
            "(à écrire dans publishconf.py ; les clés secrètes, dans l’environnement seul) :",
            *(f"- {words}" for words in refused),
        ]
    )


def _address(url: str, with_examples: bool) -> Iterator[str]:
    example = "par exemple SITEURL=https://www.votre-association.fr"
    if not is_public(url):
        yield f"SITEURL : l’adresse du site, en https ; {example}"
    elif not with_examples and _RESERVED.search(url.split("/")[2]):
        yield f"SITEURL : « {url} » n’est qu’une adresse d’exemple ; {example}"


def _host(name: str) -> Iterator[str]:
    if name not in HOSTS:
        known = " ; ".join(f"{host.name} ({host.where})" for host in HOSTS.values())
        near = suggestion(name, HOSTS)
        meant = f"vouliez-vous dire « {near} » ? " if near else ""
        yield f"HEBERGEMENT : où le site est publié ; {meant}valeurs possibles : {known}"


def _secretariat(address: str, with_examples: bool) -> Iterator[str]:
    example = 'par exemple SECRETARIAT = "contact@votre-association.fr"'
    try:
        parse_email(address)
    except ValueError:
        yield f"SECRETARIAT : l’adresse de courriel du secrétariat ; {example}"
        return
    if not with_examples and _RESERVED.search(address):
        yield f"SECRETARIAT : « {address} » n’est qu’une adresse d’exemple ; {example}"


def _legal(written: Mapping[str, str]) -> Iterator[str]:
    name = legal_notice.NAME
    for field in legal_notice.lacks(written):
        yield f'{name} : « {field.key} » manque ; par exemple "{field.key}": "{field.example}"'
    known = [field.key for field in legal_notice.FIELDS]
    for key in written:
        if key not in known:
            near = suggestion(key, known)
            meant = f"vouliez-vous dire « {near} » ?" if near else f"champs : {', '.join(known)}"
            yield f"{name} : « {key} » n’est pas un champ des mentions légales ; {meant}"


def _history(content: Path) -> Iterator[str]:
    """The calendars count revisions by the whole history: a cut one would announce false ones."""
    try:
        if has_all_commits(content):
            return
        yield (
            "Historique git : cette copie du dépôt n’a pas tout l’historique, que comptent les "
            "calendriers ; lancez « git fetch --unshallow » (sur une forge : fetch-depth: 0)"
        )
    except NoGitError:
        yield (
            "Historique git : ce dossier n’est pas un clone du dépôt, et les calendriers "
            "comptent sur son historique ; clonez-le avec « git clone »"
        )


def _signature(key: str) -> Iterator[str]:
    try:
        if key:
            private_key(key)
    except UnreadableKeyError as error:
        yield (
            f"SIGNATURE_CLE : {error} ; la clé privée qui signe le site, le chemin de son fichier "
            "ou son texte entier ; elle se fait par « ssh-keygen -t ed25519 », sans phrase"
        )
