"""The HTML of a text as Typst: a table of elements, and what each is in print. Pure.

The HTML is that of the page, finished, so paper says what the screen says. Words go as strings of
Typst: nothing that is written can be a command. An element that the table does not know is refused
with its place among its like, never left out.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from .printed_signs import printed
from .table_grid import Cell, GridError, grid_of
from .typst_text import Refusal, TypstText

Write = Callable[["_Writer", Tag], str]
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LANGUAGE = re.compile(r"(?P<code>[a-z]{2,3})(?:-.*)?", re.IGNORECASE)
# Typst refuses longer ones, and so do browsers.
_LONGEST_ADDRESS = 8000
# A longer one is no word that French can divide: an address, which could leave the sheet.
_NO_WORD = re.compile(r"[^\s-]{31,}")
_PIECE = re.compile(r"[^\s-]{1,10}")
# Signs that say where a line may end, which Typst knows by itself; others end it to Typst alone.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), "")
_UNSEEN |= dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
_HIGHEST_NUMBER = 10**9


def typst_text(html: str, page_url: str) -> TypstText:
    """Return the text of a page as Typst; ``page_url`` is what its addresses are relative to.

    The expression calls the functions that ``text_pdf.typ`` defines. Where there are refusals, it
    lacks those elements.
    """
    tree = BeautifulSoup(html, "html.parser")
    writer = _Writer(tree, page_url)
    code = writer.blocks(tree) or "[]"
    return TypstText(code, tuple(dict.fromkeys(writer.pictures)), tuple(writer.refusals))


def string(text: str) -> str:
    """Return a text as a string of Typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Writer:
    """Writes the elements of one text."""

    def __init__(self, tree: BeautifulSoup, page_url: str) -> None:
        self.page_url = page_url
        self.pictures: list[str] = []
        self.refusals: list[Refusal] = []
        self.level = 0
        self._met: Counter[str] = Counter()
        ids = Counter(str(found["id"]) for found in tree.find_all(id=True))
        asked = {str(found["href"])[1:] for found in tree.find_all("a", href=re.compile("^#."))}
        self.targets = {name for name, count in ids.items() if count == 1 and name in asked}

    def blocks(self, element: Tag) -> str:
        """Return what a block holds: its blocks, and paragraphs of what stands between them."""
        parts: list[str] = []
        for is_block, group in groupby(element.children, _is_block):
            if is_block:
                parts += map(self.node, group)
            elif (line := _joined(map(self.node, group))) not in ("", "[ ]"):
                parts.append(f"par({line})")
        return _joined(parts)

    def content(self, element: Tag) -> str:
        """Return what an item or a cell holds: its line, or its blocks."""
        return self.blocks(element) if _holds_blocks(element) else self.line(element)

    def line(self, element: Tag) -> str:
        """Return what an element holds, as a part of a line: Typst would lose a block in it."""
        return _joined(
            _joined(("[ ]", self.line(node), "[ ]"))
            if isinstance(node, Tag) and _is_block(node)
            else self.node(node)
            for node in element.children
        )

    def node(self, node: PageElement) -> str:
        """Return a part of a text: an element, or words."""
        if isinstance(node, Tag):
            return self.element(node)
        is_words = isinstance(node, NavigableString) and not isinstance(node, PreformattedString)
        return _words(str(node)) if is_words else ""

    def element(self, element: Tag) -> str:
        """Return an element, in its language, where a link finds it."""
        self._met[element.name] += 1
        if element.has_attr("hidden"):
            return ""
        write = _write_of(element)
        if write is None:
            says = f"l’élément « {element.name} » n’a pas de forme imprimée"
            return self.refuse(element, says, "écrivez ce passage autrement")
        code = write(self, element)
        language = _LANGUAGE.fullmatch(str(element.get("lang") or ""))
        if language and code:
            code = f"text(lang: {string(language['code'].lower())}, {code})"
        if element.get("id") in self.targets:
            place = f"[#metadata(none)#label({string(str(element['id']))})]"
            code = f"{{{place};{code or '[]'}}}"
        return code

    def refuse(self, element: Tag, says: str, fix: str) -> str:
        """Return nothing, and remember that an element cannot be printed."""
        self.refusals.append(Refusal(element.name, self._met[element.name] - 1, says, fix))
        return ""


def _joined(parts: Iterable[str]) -> str:
    found = [part for part in parts if part]
    return found[0] if len(found) == 1 else "{" + ";".join(found) + "}" if found else ""


def _words(text: str) -> str:
    """Return words as strings, the blanks around them as spaces that may fall together."""
    first, *rest = _BLANKS.split(_sayable(text))
    words = [first, *rest]
    inner = string(" ".join(filter(None, words))) if any(words) else ""
    before = "[ ]" if rest and not first else ""
    after = "[ ]" if inner and rest and not rest[-1] else ""
    return _joined((before, inner, after))


def _sayable(text: str) -> str:
    """Return words with a sign for each that can be set, long ones breakable."""
    words = printed(text.translate(_UNSEEN))
    return _NO_WORD.sub(lambda long: "\u200b".join(_PIECE.findall(long[0])), words)


def _write_of(element: Tag) -> Write | None:
    """Return what writes an element: by its tag and a class of it, or by its tag."""
    names = [*(f"{element.name}.{one}" for one in element.get("class") or ()), element.name]
    known = {**LINES, **BLOCKS}
    found = next((known[name] for name in names if name in known), None)
    # No line may hold a block.
    return _blocks if found and element.name in LINES and _holds_blocks(element) else found


def _is_block(node: PageElement) -> bool:
    return isinstance(node, Tag) and (node.name not in LINES or _holds_blocks(node))


def _holds_blocks(element: Tag) -> bool:
    return any(inner.name not in LINES for inner in element.find_all(True))


def _line(writer: _Writer, element: Tag) -> str:
    return writer.line(element)


def _blocks(writer: _Writer, element: Tag) -> str:
    return writer.blocks(element)


def _content(writer: _Writer, element: Tag) -> str:
    return writer.content(element)


def _given_to(function: str, read: Write) -> Write:
    """Return what gives what ``read`` finds to a function of Typst."""

    def write(writer: _Writer, element: Tag) -> str:
        inner = read(writer, element)
        return f"{function}({inner})" if inner not in ("", "[ ]") else ""

    return write


def _as(function: str) -> Write:
    return _given_to(function, _line)


def _as_blocks(function: str) -> Write:
    return _given_to(function, _blocks)


def _as_content(function: str) -> Write:
    return _given_to(function, _content)


def _nothing(_writer: _Writer, _element: Tag) -> str:
    return ""


def _quoted(writer: _Writer, element: Tag) -> str:
    return _joined((string("«\u00a0"), writer.line(element), string("\u00a0»")))


def _link(writer: _Writer, element: Tag) -> str:
    line, address = writer.line(element), str(element.get("href") or "").strip()
    if not address or not (_is_seen(element) or element.find("img")):
        return line
    if address[1:] in writer.targets and address.startswith("#"):
        return f"link(label({string(address[1:])}), {line})"
    try:
        whole = urljoin(writer.page_url, address)
    except ValueError:
        whole = address
    return f"link({string(whole)}, {line})" if len(whole) < _LONGEST_ADDRESS else line


def _is_seen(element: Tag) -> bool:
    """Return whether a word of an element is seen: of none, Typst makes neither link nor title."""
    signs = (sign for sign in printed(element.get_text()) if not sign.isspace())
    return any(unicodedata.category(sign) != "Cf" for sign in signs)


def _picture(writer: _Writer, element: Tag) -> str:
    address, alt = str(element.get("src") or ""), printed(str(element.get("alt") or ""))
    writer.pictures.append(address)
    wide, high = (_number(element, name) for name in ("width", "height"))
    link = element.find_parent("a")
    # PDF/UA wants words for all of a link.
    spoken = "" if alt or link is None else f", spoken: {string(str(link.get('href') or '-'))}"
    return f"picture({string(address)}, {string(alt)}, {wide}, {high}{spoken})"


def _number(element: Tag, name: str, otherwise: int = 0) -> int:
    """Return a whole number that an attribute says."""
    said = str(element.get(name) or "")
    is_number = re.fullmatch("[0-9]{1,12}", said)
    return min(int(said), _HIGHEST_NUMBER) if is_number else otherwise


def _heading(writer: _Writer, element: Tag) -> str:
    line = writer.line(element)
    if not _is_seen(element):
        return f"par({line})" if line else ""
    # The title of the document is that of level 1; PDF/UA lets none be skipped.
    writer.level = max(1, min(int(element.name[1]) - 1, writer.level + 1))
    return f"heading(level: {writer.level}, {line})"


def _items(writer: _Writer, element: Tag) -> str:
    """Return the items of a list; what stands between them is one too."""
    found = [
        (writer.node(node) or "[]") if isinstance(node, Tag) else writer.node(node)
        for node in element.children
    ]
    return ", ".join(item for item in found if item not in ("", "[ ]"))


def _list(writer: _Writer, element: Tag) -> str:
    return _apart(element, f"list({_items(writer, element)})")


def _numbered(writer: _Writer, element: Tag) -> str:
    start = _number(element, "start", 1)
    return _apart(element, f"enum(start: {start}, {_items(writer, element)})")


def _apart(element: Tag, code: str) -> str:
    """Return a list with space around it, but within another's item."""
    is_within = element.parent is not None and element.parent.name == "li"
    return code if is_within else f"block({code})"


def _terms(writer: _Writer, element: Tag) -> str:
    """Return terms with what they mean: several may share it, as one may mean several things."""
    found: list[tuple[list[str], list[str]]] = []
    for node in element.children:
        part = writer.node(node)
        if part in ("", "[ ]"):
            continue
        is_term = isinstance(node, Tag) and node.name == "dt"
        if not found or (is_term and found[-1][1]):
            found.append(([], []))
        found[-1][not is_term].append(part)
    return f"terms({', '.join(map(_term, found))})" if found else ""


def _term(parts: tuple[list[str], list[str]]) -> str:
    names, meanings = (parts[0] or ["[]"]), (parts[1] or ["[]"])
    return f"terms.item({_joined(_between('linebreak()', names))}, {_joined(_pars(meanings))})"


def _between(sign: str, parts: list[str]) -> Iterator[str]:
    for number, part in enumerate(parts):
        yield from (sign, part) if number else (part,)


def _pars(parts: list[str]) -> list[str]:
    return parts if len(parts) < 2 else [f"block({part})" for part in parts]


def _preformatted(_writer: _Writer, element: Tag) -> str:
    words = _sayable(element.get_text().removesuffix("\n"))
    return f"raw(block: true, {string(words)})" if words.strip() else ""


def _table(writer: _Writer, element: Tag) -> str:
    caption = next((child for child in element.find_all("caption", recursive=False)), None)
    said = f"caption({writer.content(caption)})" if caption else ""
    try:
        grid = grid_of(element)
    except GridError as error:
        return writer.refuse(element, error.says, error.fix)
    if not grid.columns:
        return said
    head = [_cell(writer, cell) for cell in grid.head]
    body = [_cell(writer, cell) for cell in grid.body]
    header = [f"table.header({', '.join(head)})"] if head else []
    table = f"table(columns: {grid.columns}, {', '.join((*header, *body))})"
    return _joined((said, table))


def _cell(writer: _Writer, cell: Cell) -> str:
    if cell.element is None:
        return "[]"
    inner = writer.content(cell.element) or "[]"
    if cell.element.name == "th":
        inner = f"strong({inner})"
    aligned = str(cell.element.get("align") or "")
    more = f", align: {aligned}" if aligned in ("left", "center", "right") else ""
    return f"table.cell(colspan: {cell.columns}, rowspan: {cell.rows}{more}, {inner})"


# What stands in a line.
LINES: Mapping[str, Write] = {
    "a": _link,
    "abbr": _line,
    "b": _as("strong"),
    "br": lambda _writer, _element: "linebreak()",
    "cite": _as("emph"),
    "code": _as("typewritten"),
    "del": _as("strike"),
    "dfn": _as("emph"),
    "em": _as("emph"),
    "i": _as("emph"),
    "img": _picture,
    "ins": _as("underline"),
    "kbd": _as("typewritten"),
    "picture": _line,
    "q": _quoted,
    "source": _nothing,
    "span": _line,
    "strong": _as("strong"),
    "sub": _as("sub"),
    "sup": _as("super"),
    "time": _line,
    "wbr": lambda _writer, _element: string("\u200b"),
    # The way back of a note, which paper has no need of.
    "a.footnote-backref": _nothing,
}
# What stands by itself. A class after its dot is told apart from its like.
BLOCKS: Mapping[str, Write] = {
    "aside": _as_blocks("framed"),
    "blockquote": _as_blocks("quotation"),
    "dd": _content,
    "details": _as_blocks("framed"),
    "div": _blocks,
    "div.admonition": _as_blocks("framed"),
    "div.exercice": _as_blocks("exercise"),
    "dl": _terms,
    "dt": _content,
    "figcaption": _as_content("caption"),
    "figure": _as_blocks("block"),
    "footer": _as_content("attribution"),
    **{f"h{level}": _heading for level in range(1, 7)},
    "hr": lambda _writer, _element: "divider()",
    "li": _content,
    "ol": _numbered,
    "p": _as("par"),
    "p.admonition-title": _as("titled"),
    "p.bloc-titre": _as("titled"),
    "pre": _preformatted,
    "summary": _as("titled"),
    "table": _table,
    "ul": _list,
}
