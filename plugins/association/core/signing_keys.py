"""Ed25519 keys as ``ssh-keygen`` writes them: what signs for the association. Reads the key's file.

A private key is given by an environment variable, as its text or as the path of its file: never by
a setting, which templates and logs could show.
"""

from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    load_ssh_private_key,
    load_ssh_public_key,
)

_NO_KEY = "ce n’est pas une clé que « ssh-keygen » a écrite"
_NO_FILE = "elle ne nomme aucun fichier, et n’est pas le texte entier d’une clé"
_OTHER_KIND = "elle n’est pas du type Ed25519"


class UnreadableKeyError(ValueError):
    """A key is not one of Ed25519 as ``ssh-keygen`` writes it, without a passphrase.

    Its words are the reason, in French: « elle demande une phrase secrète ».
    """


def key_file(written: str) -> Path | None:
    """Return the file that a private key is read from, None when its text is written itself.

    Whatever else is written counts as a path: it may be a part of a key, and is never said.
    """
    if written.lstrip().startswith("-----BEGIN"):
        return None
    try:
        return Path(written).expanduser()
    except RuntimeError:
        return Path(written)


def private_key(written: str) -> Ed25519PrivateKey:
    """Return the key whose text, or whose file's path, is written.

    Raises UnreadableKeyError.
    """
    text = _text(written).strip()
    try:
        key = load_ssh_private_key(f"{text}\n".encode(), None)
    except TypeError as error:
        raise UnreadableKeyError("elle demande une phrase secrète") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UnreadableKeyError(_NO_KEY) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UnreadableKeyError(_OTHER_KIND)
    return key


def _text(written: str) -> str:
    file = key_file(written)
    if file is None:
        return written
    try:
        return file.read_text("ascii")
    except FileNotFoundError as error:
        raise UnreadableKeyError(_NO_FILE) from error
    except OSError as error:
        raise UnreadableKeyError("le fichier qu’elle nomme ne peut pas être lu") from error
    except ValueError as error:
        raise UnreadableKeyError(_NO_KEY) from error


def public_key(written: str) -> Ed25519PublicKey:
    """Return the public key of a line « ssh-ed25519 … ». Raises UnreadableKeyError."""
    try:
        key = load_ssh_public_key(written.strip().encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UnreadableKeyError(_NO_KEY) from error
    if not isinstance(key, Ed25519PublicKey):
        raise UnreadableKeyError(_OTHER_KIND)
    return key
