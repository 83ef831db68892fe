"""What a PDF would do besides being read, and whether it can be read: by pypdf's tree of objects.

Every object is looked at, whether a page leads to it or not: readers of PDF do not agree on which
objects of a damaged file there are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..core.pdf import pdf_reader

if TYPE_CHECKING:
    from pypdf import PdfReader

# ISO 32000-2, table 201: the actions that reach out of the document, in French.
_ACTIONS = {
    "/JavaScript": "il contient un programme (JavaScript)",
    "/Launch": "il lance un programme",
    "/SubmitForm": "il envoie ce que l’on y écrit",
    "/ImportData": "il prend des données d’un fichier",
    "/GoToR": "il ouvre un autre fichier",
    "/GoToE": "il ouvre un fichier caché en lui",
    "/Rendition": "il joue un son ou un film",
    "/RichMediaExecute": "il fait agir un contenu animé",
}
# The same of annotations (table 171), and of what a dictionary holds.
_ANNOTATIONS = {
    "/FileAttachment": "il contient un autre fichier",
    "/RichMedia": "il contient un contenu animé",
    "/Screen": "il joue un son ou un film",
    "/Movie": "il joue un film",
    "/Sound": "il joue un son",
    "/3D": "il contient un objet en trois dimensions",
}
_KEYS = {
    "/JS": _ACTIONS["/JavaScript"],
    "/EF": _ANNOTATIONS["/FileAttachment"],
    "/XFA": "il contient un formulaire qui se compose lui-même (XFA)",
}
_AUTOMATIC_ADDRESS = "il ouvre de lui-même une adresse"
# What the bytes may hold besides: objects that no table names, and that some programs find.
_NAMES = {
    b"JavaScript": _ACTIONS["/JavaScript"],
    b"Launch": _ACTIONS["/Launch"],
    b"SubmitForm": _ACTIONS["/SubmitForm"],
    b"ImportData": _ACTIONS["/ImportData"],
    b"EmbeddedFile": _ANNOTATIONS["/FileAttachment"],
    b"RichMedia": _ANNOTATIONS["/RichMedia"],
}
_NAME = rb"/([A-Za-z#][A-Za-z0-9#]{5,40})"
# ISO 32000-2, 7.2.4 and 7.3.4.2: a comment ends with its line; brackets balance in a string.
_TOKEN = re.compile(rb"\(|%[^\r\n]*|" + _NAME)
_TOKEN_OF_STRING = re.compile(rb"\\.|[()]|" + _NAME, re.DOTALL)
_CODED = re.compile(rb"#([0-9A-Fa-f]{2})")
# What of an annotation leads to other ones, or to how it looks.
_LEADS_BACK = frozenset({"/Parent", "/P", "/Popup", "/IRT", "/AP"})
# Far more than a document for visitors; more would only take time.
_MOST_OBJECTS = 100_000
_DEEPEST = 40


class UnreadablePdfError(Exception):
    """A PDF that cannot be read; the message says why, in French."""


class LockedPdfError(UnreadablePdfError):
    """A PDF that asks for a password."""


@dataclass(frozen=True, order=True)
class Act:
    """What a PDF does, and where: « page 3 », « objet 12 », « octet 5040 »."""

    what: str
    where: str


def acts_of_pdf(content: bytes) -> tuple[Act, ...]:
    """Return what a PDF does, each once, on a page where one leads to it.

    Raises UnreadablePdfError for one that is broken, LockedPdfError for one with a password.
    """
    if b"%PDF-" not in content[:1024]:
        raise UnreadablePdfError("ce fichier n’est pas un PDF, quoi que dise son nom")
    try:
        reader = pdf_reader(content)
        if reader.is_encrypted and not reader.decrypt(""):
            raise LockedPdfError("ce PDF demande un mot de passe")
        pages = _pages_of_objects(reader)
        found = dict(_of_objects(reader, pages))
    except UnreadablePdfError:
        raise
    except Exception as error:
        # Of a broken file, pypdf raises whatever its parts raise.
        raise UnreadablePdfError("ce PDF est abîmé : il ne peut pas être lu") from error
    return tuple(
        Act(what, where) for what, where in sorted({**_in_bytes(content), **found}.items())
    )


def _of_objects(reader: "PdfReader", pages: dict[int, int]) -> Iterator[tuple[str, str]]:
    """Yield what the objects of a file do, and where: those of the first page last."""
    numbers = {
        (number, generation) for generation in reader.xref for number in reader.xref[generation]
    }
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > _MOST_OBJECTS:
        raise UnreadablePdfError(f"ce PDF a plus de {_MOST_OBJECTS} objets")
    for what in _of_value(reader.trailer):
        yield what, "fin du fichier"
    # The last one said of an act is kept: the first page, else the first object.
    for number, generation in sorted(
        numbers, key=lambda one: (-pages.get(one[0], 1 << 30), -one[0])
    ):
        where = f"page {pages[number]}" if number in pages else f"objet {number}"
        for what in _of_value(_object(reader, number, generation)):
            yield what, where


def _object(reader: "PdfReader", number: int, generation: int) -> Any:
    from pypdf.generic import IndirectObject  # noqa: PLC0415 — slow to load

    try:
        return reader.get_object(IndirectObject(number, generation, reader))
    except Exception:
        # An object that cannot be read does nothing that its bytes do not say.
        return None


def _of_value(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield what an object does, of what it holds itself; references are objects of their own."""
    if depth > _DEEPEST or not isinstance(value, (dict, list)):
        return
    if isinstance(value, list):
        for item in list.__iter__(value):
            yield from _of_value(item, depth + 1)
        return
    kind = str(value.get("/Type", ""))
    action, annotation = str(value.get("/S", "")), str(value.get("/Subtype", ""))
    if action in _ACTIONS and kind != "/StructElem":
        yield _ACTIONS[action]
    if annotation in _ANNOTATIONS and "/Rect" in value:
        yield _ANNOTATIONS[annotation]
    if kind == "/EmbeddedFile":
        yield _ANNOTATIONS["/FileAttachment"]
    yield from (says for key, says in _KEYS.items() if value.get(key))
    if _opens_an_address(value):
        yield _AUTOMATIC_ADDRESS
    for held in dict.values(value):
        yield from _of_value(held, depth + 1)


def _opens_an_address(holder: dict[Any, Any]) -> bool:
    """Return whether what runs of itself in a document, a page or a field opens an address."""
    table = _resolved(holder.get("/AA"))
    waiting = [holder.get("/OpenAction"), *(dict.values(table) if isinstance(table, dict) else ())]
    known: set[int] = set()
    while waiting:
        action = _resolved(waiting.pop())
        if not isinstance(action, dict) or id(action) in known:
            continue
        known.add(id(action))
        if str(action.get("/S", "")) == "/URI":
            return True
        following = _resolved(action.get("/Next"))
        waiting += list.__iter__(following) if isinstance(following, list) else [following]
    return False


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _pages_of_objects(reader: "PdfReader") -> dict[int, int]:
    """Return on which page, from 1, an object stands: the page, its annotations, their actions."""
    pages: dict[int, int] = {}
    for rank, page in enumerate(reader.pages, start=1):
        if page.indirect_reference is not None:
            pages.setdefault(page.indirect_reference.idnum, rank)
    for rank, page in enumerate(reader.pages, start=1):
        for key in ("/Annots", "/AA"):
            _mark(dict.get(page, key), rank, pages)
    return pages


def _mark(value: Any, page: int, pages: dict[int, int], depth: int = 0) -> None:
    """Note the objects that a value of a page leads to."""
    number = getattr(value, "idnum", None)
    if depth > _DEEPEST or number in pages:
        return
    if number is not None:
        pages[number] = page
    value = _resolved(value)
    if isinstance(value, dict):
        for name, held in dict.items(value):
            if name not in _LEADS_BACK:
                _mark(held, page, pages, depth + 1)
    elif isinstance(value, list):
        for item in list.__iter__(value):
            _mark(item, page, pages, depth + 1)


def _in_bytes(content: bytes) -> dict[str, str]:
    """Return what is named outside the streams and strings of a file, each with its first place."""
    found: dict[str, str] = {}
    for start, end in _objects_outside_streams(content):
        for name in _names(content, start, end):
            plain = _CODED.sub(lambda code: bytes.fromhex(code[1].decode()), name[1])
            if plain in _NAMES:
                found.setdefault(_NAMES[plain], f"octet {name.start()}")
    return found


def _names(content: bytes, start: int, end: int) -> Iterator[re.Match[bytes]]:
    """Yield the names of a run of bytes that no string and no comment holds.

    Where a string does not end, its names may be those of the object: they count.
    """
    depth, held = 0, list[re.Match[bytes]]()
    while token := (_TOKEN_OF_STRING if depth else _TOKEN).search(content, start, end):
        start = token.end()
        if token[1] is not None:
            held.append(token)
        depth += {b"(": 1, b")": -1}.get(token[0], 0)
        if depth == 0:
            if token[0] != b")":
                yield from held
            held.clear()
    yield from held


def _objects_outside_streams(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield the runs of bytes that no stream holds, object by object: no string goes on."""
    for start, end in _outside_streams(content):
        at = start
        while (stop := content.find(b"endobj", at, end)) >= 0:
            yield at, stop
            at = stop + len(b"endobj")
        yield at, end


def _outside_streams(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield the runs of bytes that no stream holds."""
    start = 0
    while (stream := content.find(b"stream", start)) >= 0:
        end = content.find(b"endstream", stream + 6)
        if end < 0:
            break
        yield start, stream
        start = end + len(b"endstream")
    yield start, len(content)
