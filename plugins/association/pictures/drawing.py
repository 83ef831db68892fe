"""Drawings (SVG): what they are made of, their size, and the copy that can be published.

A drawing is a document that browsers run. It is read by a parser that expands no entity and
fetches nothing; only shapes, texts, paints and effects go into the copy, and what would act or
fetch is told at its place. What drawing programs keep for themselves is left out without a word.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces

from defusedxml.common import DefusedXmlException, DTDForbidden
from defusedxml.expatreader import DefusedExpatParser

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# https://www.w3.org/TR/SVG2/eltindex.html without what acts.
_SHOWN = re.compile(
    r"""
    circle|clipPath|defs|desc|ellipse|feBlend|feColorMatrix|feComponentTransfer|feComposite|
    feConvolveMatrix|feDiffuseLighting|feDisplacementMap|feDistantLight|feDropShadow|feFlood|
    feFuncA|feFuncB|feFuncG|feFuncR|feGaussianBlur|feImage|feMerge|feMergeNode|feMorphology|
    feOffset|fePointLight|feSpecularLighting|feSpotLight|feTile|feTurbulence|filter|g|image|
    line|linearGradient|marker|mask|path|pattern|polygon|polyline|radialGradient|rect|stop|
    style|svg|switch|symbol|text|textPath|title|tspan|use|view
    """,
    re.VERBOSE,
)
_ACTING = re.compile(
    r"""
    animate|animateColor|animateMotion|animateTransform|audio|discard|embed|foreignObject|
    form|handler|iframe|img|input|link|listener|meta|object|script|set|source|video
    """,
    re.VERBOSE,
)
_XHTML = "http://www.w3.org/1999/xhtml"
# A picture that the drawing itself holds.
_HELD_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]*")
_ACTING_STYLE = re.compile(
    r"@import|@font-face|\\|expression|behavior|javascript|image-set|url\((?!['\"]?#)",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]+")
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)\s*(px|mm|cm|in|pt|pc)?\s*")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "pt": 4 / 3,
    "pc": 16.0,
}
_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,6})?")

for _prefix, _namespace in (("", _SVG), ("xlink", _XLINK)):
    ElementTree.register_namespace(_prefix, _namespace)


@dataclass(frozen=True)
class Act:
    """What a drawing would do or fetch, as written there, at a line and column from 1."""

    line: int
    column: int
    what: str


@dataclass(frozen=True)
class Drawing:
    """A drawing: its size in pixels, what it would do, and its copy without any of that."""

    size: tuple[int, int]
    acts: tuple[Act, ...]
    copy: bytes


# A build asks for its size, for what it would do, and for its copy.
@lru_cache(maxsize=256)
def read_drawing(content: bytes) -> Drawing:
    """Return the drawing that a file holds.

    Raises ValueError when it is no drawing, or has neither a size nor a ``viewBox``.
    """
    reader = _Reader()
    parser = _Parser(forbid_dtd=True)
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(reader)
    try:
        parser.parse(BytesIO(content))
    except DefusedXmlException:
        # A document type names entities: what it holds cannot be known.
        act = Act(max(parser.getLineNumber(), 1), parser.getColumnNumber() + 1, "<!DOCTYPE")
        return Drawing((0, 0), (act,), b"")
    except (SAXException, LookupError, RecursionError) as error:
        raise ValueError("not a well-formed drawing") from error
    root = reader.root
    if root is None or root.tag != f"{{{_SVG}}}svg":
        raise ValueError("not a drawing")
    copy = ElementTree.tostring(root, encoding="utf-8", xml_declaration=False)
    return Drawing(_size(root), tuple(reader.acts), copy + b"\n")


class _Parser(DefusedExpatParser):  # type: ignore[misc]
    """A parser that reads no document type but SVG's own, which many programs write."""

    def defused_start_doctype_decl(
        self, name: str, sysid: str | None, pubid: str | None, has_internal_subset: int
    ) -> None:
        if has_internal_subset or not (pubid or "").startswith("-//W3C//DTD SVG"):
            raise DTDForbidden(name, sysid, pubid)

    def defused_external_entity_ref_handler(
        self, _context: str | None, _base: str, _sysid: str | None, _pubid: str | None
    ) -> int:
        # Only SVG's own document type is left: it is passed over, and nothing is fetched.
        return 1


class _Reader(ContentHandler):
    """Build the tree of what is shown, and note what would act."""

    def __init__(self) -> None:
        super().__init__()
        self.root: ElementTree.Element | None = None
        self.acts: list[Act] = []
        self._open: list[ElementTree.Element | None] = []
        self._locator: Any = None

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802 — SAX's name
        self._locator = locator

    def _note(self, what: str) -> None:
        line, column = self._locator.getLineNumber(), self._locator.getColumnNumber() + 1
        self.acts.append(Act(line, column, what))

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802, ARG002 — SAX's
        self._note(f"<?{target}")

    def startElementNS(self, name: Any, qname: str | None, attrs: Any) -> None:  # noqa: N802, ARG002
        namespace, local = name
        if _ACTING.fullmatch(local) or namespace == _XHTML:
            self._note(f"<{local}")
        is_shown = namespace in (None, _SVG) and (local == "a" or _SHOWN.fullmatch(local))
        parent = self._open[-1] if self._open else None
        if not is_shown or (self._open and parent is None):
            self._open.append(None)
            self._examine(local, attrs)
            return
        # A link leads nowhere from a picture: what it holds is drawn.
        element = ElementTree.Element(f"{{{_SVG}}}{'g' if local == 'a' else local}")
        element.attrib.update(self._examine(local, attrs))
        if parent is None:
            self.root = element
        else:
            parent.append(element)
        self._open.append(element)

    def _examine(self, local: str, attrs: Any) -> dict[str, str]:
        """Return the attributes of the copy, in their order; note those that act."""
        kept = {}
        for (namespace, name), value in attrs.items():
            if _acts(local, name, value):
                self._note(name)
            elif namespace is None and (local, name) != ("a", "href") and "-" not in name[:1]:
                kept[name] = value
            elif namespace == _XLINK and name == "href" and local != "a":
                kept[f"{{{_XLINK}}}href"] = value
            elif namespace == _XML and name in ("lang", "space"):
                kept[f"{{{_XML}}}{name}"] = value
        return kept

    def endElementNS(self, name: Any, qname: str | None) -> None:  # noqa: N802, ARG002 — SAX's
        element = self._open.pop()
        if element is not None and name[1] == "style" and _ACTING_STYLE.search(_seen(element.text)):
            self._note("<style")
            element.text = ""

    def characters(self, content: str) -> None:
        element = self._open[-1] if self._open else None
        if element is None:
            return
        if len(element):
            element[-1].tail = (element[-1].tail or "") + content
        else:
            element.text = (element.text or "") + content


def _seen(value: str | None) -> str:
    """Return a value without what browsers pass over in the middle of a word."""
    return _UNSEEN.sub("", value or "")


def _acts(element: str, name: str, value: str) -> bool:
    """Return whether an attribute runs a program or fetches something."""
    seen = _seen(value)
    if name.lower().startswith("on"):
        return True
    if name in ("href", "src", "base"):
        if element == "a":
            return not seen.lower().startswith(("http://", "https://", "#", "mailto:"))
        is_held = element in ("image", "feImage") and _HELD_PICTURE.fullmatch(seen)
        return not (seen.startswith("#") or not seen or is_held)
    return _ACTING_STYLE.search(seen) is not None


def _size(root: ElementTree.Element) -> tuple[int, int]:
    """Return the width and height in pixels: the attributes, else those of the ``viewBox``."""
    lengths = [*map(_pixels, (root.get("width", ""), root.get("height", "")))]
    box = _NUMBER.findall(root.get("viewBox", ""))
    if not all(lengths):
        lengths = [float(number) for number in box[2:4]] if len(box) == 4 else []
    if len(lengths) != 2 or min(lengths) <= 0:
        raise ValueError("the drawing has neither a size nor a viewBox")
    return max(round(lengths[0]), 1), max(round(lengths[1]), 1)


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _PIXELS[match[2] or ""] if match else 0.0
