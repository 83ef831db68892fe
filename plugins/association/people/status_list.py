"""Which badges are in force, as a Bitstring Status List that tells nothing of anybody else. Pure.

Every bit is set but those of the badges that the site gives today: one that was withdrawn cannot
be told from one that never was, and no list of those who left is needed. The place of a badge
comes from the number of its certificate alone, so that it outlasts builds and keys. Two badges
may share a place, one chance in ``SIZE``: no list of the places that were taken can prevent that,
for it would be the list of those who left.
Source: w3.org/TR/vc-bitstring-status-list (§2.2, §3).
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from hashlib import sha256

from ..hosting.compression import gzip_bytes

SIZE = 1 << 24
"""The number of bits: 128 times the least that the source allows, two kilobytes compressed."""
PURPOSE = "suspension"
"""What a bit that is set means. The source has no other whose bit may be cleared again, and people
come back: they confirm their profile, or agree again."""
_PLACES = b"place d'un badge dans la liste, 1\n"


def place_of(number: str) -> int:
    """Return the place of the badge of a certificate, by its number."""
    return int.from_bytes(sha256(_PLACES + number.encode()).digest()[:8], "big") % SIZE


def encoded_list(in_force: Iterable[str]) -> str:
    """Return the list in which the badges of these certificates are in force, and no other."""
    bits = bytearray(b"\xff" * (SIZE // 8))
    for number in in_force:
        place = place_of(number)
        # The first place is the left-most bit.
        bits[place // 8] &= ~(0x80 >> place % 8)
    return f"u{urlsafe_b64encode(gzip_bytes(bytes(bits))).decode().rstrip('=')}"
