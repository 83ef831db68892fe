"""The signed manifest of a site: what each of its files holds, and that the association says so.

Whoever reads the site as a visitor can tell by it, with the public key alone, that not a byte was
changed on the host. Nothing in it changes unless the site does. Signatures are Ed25519 (RFC 8032),
keys those of ``ssh-keygen``; what is signed begins with words of its own, so that no signature of
the same key on anything else can be taken for one of a site.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from cryptography.exceptions import InvalidSignature

from ..core.signing_keys import private_key, public_key
from .finished_site import FinishedSite

PATH = "manifeste-signe.json"
_PURPOSE = b"manifeste d'un site, 1\n"
_COPIES = (".br", ".gz")


@dataclass(frozen=True)
class Manifest:
    """The SHA-256 of each file by its path; ``copies`` are those that are sent compressed."""

    files: Mapping[str, str]
    copies: frozenset[str]


NOTHING = Manifest({}, frozenset())


def sign_site(site: FinishedSite) -> None:
    """Write the signed manifest of a public site that has a key; the last step of all.

    Raises UnreadableKeyError.
    """
    if not (site.production and site.signing_key):
        return
    digests = {
        path.relative_to(site.folder).as_posix(): _digest(path)
        for path in sorted(site.folder.rglob("*"))
        if path.is_file()
    }
    file = site.folder / PATH
    file.write_bytes(signed(digests, site.signing_key))


def signed(digests: Mapping[str, str], key: str) -> bytes:
    """Return the manifest of files, by their path, signed with a private key."""
    text = json.dumps(digests, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    signature = private_key(key).sign(_PURPOSE + text.encode())
    return json.dumps({"fichiers": text, "signature": b64encode(signature).decode()}).encode()


def read_signed(content: bytes, key: str) -> Manifest | None:
    """Return a manifest that the key's owner signed; None for anything else.

    Raises UnreadableKeyError.
    """
    public = public_key(key)
    try:
        said = json.loads(content)
        text = said["fichiers"].encode()
        public.verify(b64decode(said["signature"], validate=True), _PURPOSE + text)
        digests = json.loads(text)
    except (InvalidSignature, ValueError, KeyError, TypeError, AttributeError):
        return None
    plain = {path: digest for path, digest in digests.items() if not path.endswith(_COPIES)}
    copies = frozenset(path for path in plain if any(path + end in digests for end in _COPIES))
    return Manifest(plain, copies)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
