"""A PDF with its objects packed: the same document, a third of the bytes. Pure.

Typst writes each object apart, as plain text; in a tagged document, whose tags are thousands of
small ones, they are four bytes of five. Packed, they stand in object streams, and their places in a
cross-reference stream. The libraries that do this (qpdf's) weigh more than all that prints.
Source: ISO 32000-1 §7.5.7, §7.5.8.
"""

import re
import zlib
from collections.abc import Sequence
from itertools import pairwise

_TABLE = re.compile(rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf][ \r]\n)+)trailer\n<<(.*?)>>\n", re.S)
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\s*", re.S)
_SIZE = re.compile(rb"/Size \d+")
# A reader unpacks a whole stream for one of its objects.
_OBJECTS_A_STREAM = 200
_WIDTH_OF_TABLE = (1, 4, 2)


def packed(pdf: bytes) -> bytes:
    """Return a document of Typst's packed; one that is written in another way, as it is."""
    end = pdf.rfind(b"xref\n0 ")
    table = _TABLE.match(pdf, end)
    if end < 0 or table is None:
        return pdf
    starts = sorted(int(line[:10]) for line in table[2].splitlines() if line[17:18] == b"n")
    objects = [_OBJECT.fullmatch(pdf[here:there]) for here, there in pairwise((*starts, end))]
    written = bytearray(pdf[: starts[0]])
    places: dict[int, tuple[int, int, int]] = {}
    small: list[tuple[int, bytes]] = []
    for found in objects:
        if found is None:
            return pdf
        number, content = int(found[1]), found[2]
        if content.endswith(b"endstream"):
            places[number] = (1, len(written), 0)
            written += found[0]
        else:
            small.append((number, content))
    size = int(table[1])
    for at in range(0, len(small), _OBJECTS_A_STREAM):
        group = small[at : at + _OBJECTS_A_STREAM]
        places |= {number: (2, size, rank) for rank, (number, _) in enumerate(group)}
        places[size] = (1, len(written), 0)
        written += _object_stream(size, group)
        size += 1
    places[size] = (1, len(written), 0)
    start = len(written)
    written += _stream(
        size,
        b"/Type/XRef/W[%d %d %d]" % _WIDTH_OF_TABLE + _SIZE.sub(b"/Size %d" % (size + 1), table[3]),
        b"".join(_place(places.get(number, (0, 0, 0))) for number in range(size + 1)),
    )
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % start)


def _object_stream(number: int, group: Sequence[tuple[int, bytes]]) -> bytes:
    numbers, content = b"", b""
    for inner, text in group:
        numbers += b"%d %d " % (inner, len(content))
        content += text + b"\n"
    head = b"/Type/ObjStm/N %d/First %d" % (len(group), len(numbers))
    return _stream(number, head, numbers + content)


def _stream(number: int, head: bytes, content: bytes) -> bytes:
    small = zlib.compress(content, 9)
    start = b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\n" % (number, head, len(small))
    return start + b"stream\n" + small + b"\nendstream\nendobj\n"


def _place(place: tuple[int, int, int]) -> bytes:
    return b"".join(
        part.to_bytes(width) for part, width in zip(place, _WIDTH_OF_TABLE, strict=True)
    )
