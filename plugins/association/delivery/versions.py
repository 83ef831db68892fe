"""What a published site is made of, and the chain of versions that a host keeps. Pure.

A version names the content of each path by its SHA-256, so that contents are kept once, whatever
the number of versions and of paths that hold them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from ..hosting.gone import is_gone


class Content(NamedTuple):
    """The bytes of a file, as far as one must know them: hexadecimal SHA-256, size in bytes."""

    digest: str
    size: int


Files = Mapping[str, Content]
"""A whole site: the content of each path, from the site's root, with « / »."""


@dataclass(frozen=True)
class Version:
    """A site once published: its number, the UTC instant in ISO form, the one that it replaced."""

    number: int
    made: str
    previous: int | None
    files: Files

    def text(self) -> bytes:
        """Return the version as it is kept on the host."""
        return sealed(
            {
                "numero": self.number,
                "le": self.made,
                "precedente": self.previous,
                "fichiers": {path: list(content) for path, content in self.files.items()},
            }
        )


def version_of(text: bytes | None) -> Version | None:
    """Return the version written in ``text``, or None when it is missing or damaged."""
    said = unsealed(text)
    if said is None:
        return None
    files = {path: Content(*content) for path, content in said["fichiers"].items()}
    return Version(said["numero"], said["le"], said["precedente"], files)


def sealed(said: Mapping[str, Any]) -> bytes:
    """Return JSON that carries its own checksum: a file cut short or edited is recognised."""
    body = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return f"{sha256(body.encode()).hexdigest()}\n{body}\n".encode()


def unsealed(text: bytes | None) -> dict[str, Any] | None:
    """Return what ``sealed`` was given, or None when a byte of it is not as it was."""
    checksum, _, body = (text or b"").partition(b"\n")
    body = body.removesuffix(b"\n")
    if sha256(body).hexdigest().encode() != checksum:
        return None
    said: dict[str, Any] = json.loads(body)
    return said


def people_lost(before: Iterable[str], after: Files) -> list[str]:
    """Return the paths made of people's names that ``before`` has and ``after`` has no more.

    ``people.gone`` says which; a page of a list counts too: privacy prefers one too many.
    """
    return sorted(path for path in before if is_gone(path) and path not in after)


def brings_back(version: Version, every: Iterable[Version]) -> list[str]:
    """Return the paths of people whom ``version`` has and a later one had no more."""
    later = [other for other in every if other.number > version.number]
    return sorted({path for other in later for path in people_lost(version.files, other.files)})


def kept(current: Version, every: Mapping[int, Version], count: int) -> list[Version]:
    """Return the current version and up to ``count`` before it, the latest first.

    The chain ends at a version that would bring back somebody who left since.
    """
    chain = [current]
    while len(chain) <= count:
        before = every.get(chain[-1].previous or 0)
        if before is None or brings_back(before, chain):
            break
        chain.append(before)
    return chain


def contents_of(versions: Sequence[Version]) -> dict[str, int]:
    """Return the size of every content that these versions need, by its digest."""
    return {c.digest: c.size for version in versions for c in version.files.values()}
