"""The files of a published site, and the chain of versions that a host keeps. Pure.

A version identifies the content of each file by its SHA-256, so that each content is stored once,
in however many versions and files it is.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from ..hosting.gone import is_gone

# Data of the directory's filter: their names change with their bytes, and name nobody.
_NAMED_BY_CONTENT = re.compile(r"annuaire/[a-z]+-[0-9a-f]{10}\.(?:json|txt)(?:\.(?:br|gz))?")


class Content(NamedTuple):
    """The content of a file: its hexadecimal SHA-256, and its size in bytes."""

    digest: str
    size: int


Files = Mapping[str, Content]
"""A site: the content of each file by its path from the site's root, with « / »."""


@dataclass(frozen=True)
class Version:
    """A published site: its number, the UTC instant in ISO form, the version that it replaced.

    ``lasting`` are the files that stay of that version beside its own ``files``; ``details`` are
    the marks of what it shows of people by their consent, None when the host lost them.
    """

    number: int
    published_at: str
    previous: int | None
    files: Files
    lasting: Files = field(default_factory=dict)
    details: frozenset[str] | None = field(default=frozenset(), compare=False)

    @property
    def served(self) -> Files:
        """All files that a host serves while this version is online."""
        return {**self.lasting, **self.files}

    def text(self) -> bytes:
        """Return the version as a file for the host."""
        return with_checksum(
            {
                "numero": self.number,
                "le": self.published_at,
                "precedente": self.previous,
                "fichiers": _lists(self.files),
                "gardes": _lists(self.lasting),
            }
        )


def version_of(text: bytes | None) -> Version | None:
    """Return the version written in ``text``, or None when it is missing or damaged."""
    said = parse_with_checksum(text)
    if said is None:
        return None
    # Versions had nothing to keep until 2026.
    files, lasting = (
        {path: Content(*content) for path, content in said.get(key, {}).items()}
        for key in ("fichiers", "gardes")
    )
    return Version(said["numero"], said["le"], said["precedente"], files, lasting)


def _lists(files: Files) -> dict[str, list[str | int]]:
    return {path: list(content) for path, content in files.items()}


def with_checksum(said: Mapping[str, Any]) -> bytes:
    """Return JSON with a checksum, which reveals truncation and editing."""
    body = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return f"{sha256(body.encode()).hexdigest()}\n{body}\n".encode()


def parse_with_checksum(text: bytes | None) -> dict[str, Any] | None:
    """Return what ``with_checksum`` was given, or None if the checksum does not match."""
    checksum, _, body = (text or b"").partition(b"\n")
    body = body.removesuffix(b"\n")
    if sha256(body).hexdigest().encode() != checksum:
        return None
    said: dict[str, Any] = json.loads(body)
    return said


def people_lost(before: Iterable[str], after: Files) -> list[str]:
    """Return the addresses of people that are in ``before`` and not in ``after``.

    ``hosting.gone`` says which are; pages of lists count too, as privacy takes precedence.
    """
    return sorted(
        path
        for path in before
        if is_gone(path) and path not in after and not _NAMED_BY_CONTENT.fullmatch(path)
    )


def returning_people(version: Version, every: Iterable[Version]) -> list[str]:
    """Return the addresses of people in ``version`` that a later version removed."""
    later = [other for other in every if other.number > version.number]
    return sorted({path for other in later for path in people_lost(version.files, other.files)})


def has_ended_consents(before: Version, after: Version) -> bool:
    """Return whether some detail of a person is in ``before`` and no longer in ``after``.

    Where it cannot be known which ``before`` shows, there may be one.
    """
    return before.details is None or not before.details <= (after.details or frozenset())


def brings_consents_back(version: Version, every: Iterable[Version]) -> bool:
    """Return whether ``version`` shows a detail of a person that a later version removed."""
    later = (other for other in every if other.number > version.number)
    return any(has_ended_consents(version, other) for other in later)


def versions_to_keep(current: Version, every: Mapping[int, Version], count: int) -> list[Version]:
    """Return the current version and up to ``count`` before it, the latest first.

    The chain ends before a version with addresses of a person who has left since, or with a detail
    that somebody has agreed to no longer.
    """
    chain = [current]
    while len(chain) <= count:
        before = every.get(chain[-1].previous or 0)
        if before is None or returning_people(before, chain) or brings_consents_back(before, chain):
            break
        chain.append(before)
    return chain


def contents_of(versions: Sequence[Version]) -> dict[str, int]:
    """Return the size of each content in these versions, by its digest."""
    return {c.digest: c.size for version in versions for c in version.served.values()}
