"""The keys that sign badges, as the settings and the environment give them.

That of today is a secret: the variable ``BADGES_CLE`` holds it, or the path of its file. Those of
before are public lines of the setting ``BADGES_ANCIENNES_CLES``. Reads the key's file.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..core.data_integrity import Keys
from ..core.did_web import did_of
from ..core.signing_keys import UnreadableKeyError, key_file, private_key, public_key

NAME, FORMER = "BADGES_CLE", "BADGES_ANCIENNES_CLES"
COMMAND = "invoke cle-badges"
_READ_BY_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def badge_keys(settings: Mapping[str, object], written: str) -> Keys | None:
    """Return the keys, None when ``written``, the variable's value, is empty.

    Raises UnreadableKeyError for what ``refusals`` tells.
    """
    if not written:
        return None
    return Keys(private_key(written), tuple(map(public_key, _former(settings))))


def refusals(settings: Mapping[str, object], written: str) -> Iterator[str]:
    """Yield, in French, what keeps badges from being signed; nothing when none are to be."""
    if not written:
        return
    try:
        private_key(written)
    except UnreadableKeyError as error:
        yield f"{NAME} : {error} ; cette clé se fait par « {COMMAND} », et se garde hors du dépôt"
    file = key_file(written)
    # Path.is_file raises for a name that is too long, as a key's text is.
    if file is not None and os.path.isfile(file):  # noqa: PTH113
        yield from (f"{NAME} : {words}" for words in exposures(file))
    for rank, line in enumerate(_former(settings), start=1):
        try:
            public_key(line)
        except UnreadableKeyError as error:
            yield (
                f"{FORMER}, clé {rank} : {error} ; recopiez la ligne « ssh-ed25519 AAAA… » du "
                "fichier en « .pub »"
            )
    try:
        did_of(str(settings["SITEURL"]))
    except ValueError:
        yield f"{NAME} : des badges signés demandent un site en https, à un nom de domaine"


def exposures(file: Path) -> Iterator[str]:
    """Yield why somebody else could read a private key's file, each with its mend."""
    if os.name == "posix" and file.stat().st_mode & _READ_BY_OTHERS:
        yield f"d’autres que vous peuvent lire « {file} » ; lancez « chmod 600 {file} »"
    if is_in_repository(file):
        yield f"« {file} » est dans un dépôt git ; rangez-la ailleurs, où rien ne la publie"


def is_in_repository(file: Path) -> bool:
    """Return whether a file is below a folder that git keeps."""
    return any((folder / ".git").exists() for folder in file.absolute().parents)


def _former(settings: Mapping[str, object]) -> tuple[str, ...]:
    lines = settings.get(FORMER) or ()
    return tuple(map(str, lines)) if isinstance(lines, (list, tuple)) else (str(lines),)
