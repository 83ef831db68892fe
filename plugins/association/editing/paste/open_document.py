"""A document of LibreOffice, text or sheet, as HTML.

Odfpy has had no release since 2020 and writes pages that look like paper; odfdo brings lxml, and in
lists, quotations and notes it loses what this reader keeps. Pure.
"""

import html
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

_LARGEST = 30_000_000
_MOST_EMPTY = 200
_NAMESPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "http://www.w3.org/1999/xlink": "xlink",
}
# What a reader of the page does not see, or sees made anew by the site.
_SKIPPED = frozenset(
    [
        "office:annotation",
        "office:change-info",
        "office:forms",
        "table:calculation-settings",
        "table:covered-table-cell",
        "table:database-ranges",
        "table:named-expressions",
        "table:table-columns",
        "text:alphabetical-index",
        "text:change",
        "text:page-count",
        "text:page-number",
        "text:sequence-decls",
        "text:table-of-content",
        "text:tracked-changes",
        "text:user-field-decls",
        "text:variable-decls",
    ]
)
_SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "<br>", "draw:image": "<img>"}
_QUOTES = {"Quotations", "Quote", "Intense_20_Quote", "Block_20_Text"}
_TITLES = {"Title"}


@dataclass
class _Look:
    """What a style says: of letters their tags, of a paragraph what it is."""

    parent: str = ""
    tags: set[str] = field(default_factory=set)
    unset: set[str] = field(default_factory=set)
    level: str = ""


@dataclass
class _Reading:
    """A document while it is read: its styles by name, its notes as HTML."""

    looks: Mapping[str, _Look]
    ordered: Mapping[str, Mapping[int, bool]]
    notes: list[str] = field(default_factory=list)
    # How many items the last list of each style and depth has.
    counts: dict[tuple[str, int], int] = field(default_factory=dict)


def html_of_open_document(content: bytes) -> str:
    """Return the HTML of an .odt or .ods file. Raises ValueError when it is damaged."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            trees = [
                ElementTree.fromstring(_read(archive, name))
                for name in ("content.xml", "styles.xml")
                if name in archive.namelist()
            ]
    except (
        BadZipFile,
        KeyError,
        ElementTree.ParseError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise ValueError("damaged document") from error
    looks: dict[str, _Look] = {}
    ordered: dict[str, dict[int, bool]] = {}
    for tree in trees:
        for element in tree.iter():
            _learn(element, looks, ordered)
    body = next((one for one in trees[0].iter() if _name(one) == "office:body"), None)
    if body is None:
        raise ValueError("damaged document")
    reading = _Reading(looks, ordered)
    text = "".join(_blocks(body, reading))
    notes = "".join(f"<li id='note{n}'>{note}</li>" for n, note in enumerate(reading.notes, 1))
    return f"{text}<ol>{notes}</ol>" if notes else text


def _read(archive: ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST:
        raise ValueError("too large a document")
    return archive.read(name)


def _short(name: str) -> str:
    space, _, local = name.removeprefix("{").rpartition("}")
    return f"{_NAMESPACES.get(space, '')}:{local}"


def _name(element: ElementTree.Element) -> str:
    return _short(element.tag) if isinstance(element.tag, str) else ""


def _attributes(element: ElementTree.Element) -> dict[str, str]:
    return {_short(name): value for name, value in element.attrib.items()}


def _learn(
    element: ElementTree.Element,
    looks: dict[str, _Look],
    ordered: dict[str, dict[int, bool]],
) -> None:
    """Take note of a style."""
    name, attributes = _name(element), _attributes(element)
    own = attributes.get("style:name", "")
    if name == "style:style" and own not in looks:
        look = looks[own] = _Look(attributes.get("style:parent-style-name", ""))
        look.level = attributes.get("style:default-outline-level", "")
        for part in element:
            if _name(part) == "style:text-properties":
                _learn_letters(_attributes(part), look)
    elif name == "text:list-style" and own not in ordered:
        ordered[own] = {
            int(_attributes(level).get("text:level", "1")): (
                _name(level) == "text:list-level-style-number"
                and bool(_attributes(level).get("style:num-format"))
            )
            for level in element
        }


def _learn_letters(says: Mapping[str, str], look: _Look) -> None:
    for key, yes, tag in (
        ("fo:font-weight", ("bold", "600", "700", "800", "900"), "strong"),
        ("fo:font-style", ("italic", "oblique"), "em"),
    ):
        if key in says:
            (look.tags if says[key] in yes else look.unset).add(tag)
    if says.get("style:text-line-through-style", "none") != "none":
        look.tags.add("del")
    position = says.get("style:text-position", "")
    if position.startswith(("super", "sub")):
        look.tags.add("sup" if position.startswith("super") else "sub")


def _tags_of(style: str, looks: Mapping[str, _Look]) -> list[str]:
    """Return the tags of the letters in a style, its parents' too."""
    tags: set[str] = set()
    unset: set[str] = set()
    seen: set[str] = set()
    while style in looks and style not in seen:
        seen.add(style)
        look = looks[style]
        tags |= look.tags - unset
        unset |= look.unset | look.tags
        style = look.parent
    return sorted(tags)


def _lineage(style: str, looks: Mapping[str, _Look]) -> list[str]:
    names: list[str] = []
    while style and style not in names:
        names.append(style)
        style = looks[style].parent if style in looks else ""
    return names


def _blocks(
    parent: ElementTree.Element, reading: _Reading, lists: str = "", level: int = 0
) -> Iterator[str]:
    """Yield the HTML of what stands in an element, block by block."""
    for element in parent:
        name = _name(element)
        if name in _SKIPPED:
            continue
        if name in {"text:p", "text:h"}:
            yield _paragraph(element, reading)
        elif name == "text:list":
            yield _list(element, reading, lists, level)
        elif name == "table:table":
            yield _table(element, reading)
        elif name.startswith(("office:", "text:", "draw:", "table:")):
            yield from _blocks(element, reading, lists, level)


def _paragraph(element: ElementTree.Element, reading: _Reading) -> str:
    attributes = _attributes(element)
    style = attributes.get("text:style-name", "")
    lineage = _lineage(style, reading.looks)
    aside: list[str] = []
    inner = _inline(element, reading, aside)
    if _name(element) == "text:h" or _TITLES & set(lineage):
        level = attributes.get("text:outline-level", "1") if _name(element) == "text:h" else "1"
        tag = f"h{min(int(level) if level.isdigit() else 1, 6)}"
        named = ' class="titre"' if _TITLES & set(lineage) else ""
        whole = f"<{tag}{named}>{inner}</{tag}>"
    else:
        for letters in _tags_of(style, reading.looks):
            inner = f"<{letters}>{inner}</{letters}>"
        whole = f"<p>{inner}</p>"
        if _QUOTES & set(lineage):
            whole = f"<blockquote>{whole}</blockquote>"
    return whole + "".join(aside)


def _list(element: ElementTree.Element, reading: _Reading, above: str, level: int) -> str:
    attributes = _attributes(element)
    style = attributes.get("text:style-name", "") or above
    depth = level + 1
    tag = "ol" if reading.ordered.get(style, {}).get(depth, False) else "ul"
    items = []
    for item in element:
        inner = "".join(_blocks(item, reading, style, depth))
        is_header = _name(item) == "text:list-header"
        if inner:
            items.append(inner if is_header else f"<li>{inner}</li>")
    goes_on = attributes.get("text:continue-numbering") == "true" or (
        "text:continue-list" in attributes
    )
    before = reading.counts.get((style, depth), 0) if goes_on else 0
    reading.counts[style, depth] = before + len(items)
    return f'<{tag} start="{before + 1}">{"".join(items)}</{tag}>'


def _table(table: ElementTree.Element, reading: _Reading) -> str:
    rows = [row for row in table.iter() if _name(row) == "table:table-row"]
    written = []
    for row in rows:
        cells = "".join(_cells(row, reading))
        times = _times(row, "table:number-rows-repeated")
        written += [f"<tr>{cells}</tr>"] * (times if "<p>" in cells else min(times, 1))
    return f"<table>{''.join(_without_empty_ends(written))}</table>"


def _cells(row: ElementTree.Element, reading: _Reading) -> Iterator[str]:
    cells = []
    for cell in row:
        if _name(cell) != "table:table-cell":
            continue
        attributes = _attributes(cell)
        spans = "".join(
            f" {name}='{attributes[f'table:number-{what}-spanned']}'"
            for name, what in (("colspan", "columns"), ("rowspan", "rows"))
            if attributes.get(f"table:number-{what}-spanned", "1").isdigit()
            and f"table:number-{what}-spanned" in attributes
        )
        inner = "".join(_blocks(cell, reading))
        times = _times(cell, "table:number-columns-repeated")
        cells += [f"<td{spans}>{inner}</td>"] * min(times, _MOST_EMPTY)
    while cells and cells[-1] == "<td></td>":
        cells.pop()
    yield from cells


def _times(element: ElementTree.Element, name: str) -> int:
    value = _attributes(element).get(name, "1")
    return min(int(value), _MOST_EMPTY) if value.isdigit() else 1


def _without_empty_ends(rows: list[str]) -> list[str]:
    return [row for row in rows if "<p>" in row or "<h" in row or "<ul>" in row or "<ol>" in row]


def _inline(element: ElementTree.Element, reading: _Reading, aside: list[str]) -> str:
    """Return the HTML within a paragraph; what stands beside it in a frame goes to ``aside``."""
    parts = [html.escape(element.text or "", quote=False)]
    for child in element:
        parts.append(_piece(child, reading, aside))
        parts.append(html.escape(child.tail or "", quote=False))
    return "".join(parts)


def _piece(child: ElementTree.Element, reading: _Reading, aside: list[str]) -> str:
    name, attributes = _name(child), _attributes(child)
    if name in _SIGNS or name in _SKIPPED:
        return _SIGNS.get(name, "") * min(int(attributes.get("text:c", "1") or 1), 100)
    if name == "text:note":
        return _note(child, reading)
    if name == "draw:frame":
        return _frame(child, reading, aside)
    if name == "draw:text-box":
        aside += _blocks(child, reading)
        return ""
    inner = _inline(child, reading, aside)
    if name == "text:a":
        return f'<a href="{html.escape(attributes.get("xlink:href", ""))}">{inner}</a>'
    if name == "text:span":
        for tag in _tags_of(attributes.get("text:style-name", ""), reading.looks):
            inner = f"<{tag}>{inner}</{tag}>"
    return inner


def _frame(frame: ElementTree.Element, reading: _Reading, aside: list[str]) -> str:
    """Return a picture with what describes it; what else a frame holds goes to ``aside``."""
    names = {_name(part): part for part in frame}
    if "draw:image" not in names:
        return _inline(frame, reading, aside)
    words = [part.text or "" for key, part in names.items() if key in {"svg:desc", "svg:title"}]
    return f'<img alt="{html.escape(" ".join(words))}">'


def _note(note: ElementTree.Element, reading: _Reading) -> str:
    reading.notes.append("")
    number = len(reading.notes)
    body = next((part for part in note if _name(part) == "text:note-body"), None)
    inner = "".join(_blocks(body, reading)) if body is not None else ""
    reading.notes[number - 1] = f"{inner} <a href='#appel{number}'>↑</a>"
    return f"<sup><a id='appel{number}' href='#note{number}'>{number}</a></sup>"
