"""``invoke cle-badges``: makes the key that signs badges, once, and says how it is kept.

Nothing else makes one: a key that comes by itself is a key that nobody keeps.
"""

import os
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from ..content.badge_keys import FORMER, NAME, is_in_repository
from ..core.exit_code import ExitCode

_MADE = """La clé qui signe les badges est faite :
  {file}
    la clé, que vous seul pouvez lire : un secret, comme un mot de passe
  {public}
    sa moitié publique

1. Copiez-la dès maintenant dans le coffre de mots de passe de l’association, ou sur un support
   gardé sous clé. Perdue, elle ne se retrouve pas ; jamais dans un dépôt, jamais dans un courriel.
2. Pour que la construction signe, donnez-la dans l’environnement :
     {name}={file}
   ou, sur une forge, en un secret {name} qui contient le texte du fichier.
3. Pour en changer, faites-en une autre, et écrivez la ligne publique de l’ancienne dans
   {former} (publishconf.py), sauf si elle a été volée.
Le détail : docs/badges.md"""


def main(path: str, *, say: Callable[[str], None] = print) -> ExitCode:
    """Write a new private key, and beside it its public one.

    Returns FINE, or USAGE where a file exists already, cannot be written, or git would keep it.
    """
    file = Path(path).expanduser().absolute()
    public = file.with_name(f"{file.name}.pub")
    if is_in_repository(file):
        say(f"« {file} » est dans un dépôt git : choisissez un endroit que rien ne publie.")
        return ExitCode.USAGE
    key = Ed25519PrivateKey.generate()
    line = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
    try:
        for there in (file, public):
            if there.exists():
                raise FileExistsError(there)
        _write(file, key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()), 0o600)
        _write(public, line + b"\n", 0o644)
    except FileExistsError:
        say(f"« {file} » ou « {public.name} » existe déjà : rien n’a été changé.")
        return ExitCode.USAGE
    except OSError:
        say(f"« {file} » ne peut pas être écrit : son dossier manque, ou refuse l’écriture.")
        return ExitCode.USAGE
    say(_MADE.format(file=file, public=public, name=NAME, former=FORMER))
    return ExitCode.FINE


def _write(file: Path, content: bytes, mode: int) -> None:
    """Write a file that does not exist, which nobody else can read at any instant."""
    with open(file, "xb", opener=lambda path, flags: os.open(path, flags, mode)) as stream:
        stream.write(content)
