# ruff: noqa: ARG001, ARG002 — Markdownify calls its methods with these names.
"""A tree of HTML as Markdown in the dialect of this site.

Markdownify does the work; what differs here: lists are indented by four spaces, tables have no
merged cells and keep their lines, fold-outs are blocks, only what would act is escaped.
"""

import re
from collections.abc import Callable
from itertools import takewhile

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from ...source.tables import CAPTION

# What stands for the call of a note in the tree: nothing of it may be escaped.
NOTE = "\ue001{}\ue002"
_NOTES = re.compile("\ue001(\\w+)\ue002")
_CELL, _ROW = "\x1f", "\x1e"
_SIGNS = re.compile(
    r"""(?P<slash>\\(?=[\\`*_{}\[\]()>#+.!|-]))
    | (?P<star>\*(?=\S)|(?<=\S)\*) | (?P<bar>(?<!\w)_(?=\w)|(?<=\w)_(?!\w)|__)
    | (?P<tick>`) | (?P<bracket>\[(?=[^\[\]]*\](?:\s?[(\[]|:)|\^)) | (?P<brace>\{(?=[^{}]*=))
    | (?P<less><(?=[A-Za-z/!?])) | (?P<and>&(?=\#?\w+;))""",
    re.VERBOSE,
)
_ENTITIES = {"less": "&lt;", "and": "&amp;", "brace": "&#123;"}
_AT_START = re.compile(r"\A(?:\#{1,6}(?=\s)|>|[+](?=\s)|\|)")
_NUMBERED = re.compile(r"\A\d{1,9}(?=[.](?:\s|$))")
_ITEM = re.compile(r"\n+(?=(?:-|\d+\.) )")
_BLANK_LINES = re.compile(r"\n{3,}")


def _inline(tag: str) -> Callable[[object, Tag, str, set[str]], str]:
    """Return the conversion to one of the tags that a text may hold."""

    def convert(self: object, el: Tag, text: str, parent_tags: set[str]) -> str:
        inner = text.strip()
        return text.replace(inner, f"<{tag}>{inner}</{tag}>") if inner else text

    return convert


class _Writer(MarkdownConverter):
    """Markdownify with the differences of this site."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        return _SIGNS.sub(_escaped, text)

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip(" \t\r\n")
        if parent_tags & {"td", "th", "_inline"}:
            return f" {text} "
        # What stands there as text, and is no sign that this writer has put there.
        own = el.get_text().lstrip()
        start = _AT_START.match(text)
        is_quotation = text.count("\n>") > 0
        if start and own.startswith(start[0]) and not is_quotation:
            text = f"\\{text}"
        number = _NUMBERED.match(text)
        is_text = number and own.startswith(number[0]) and "li" not in parent_tags
        if number and is_text and not _is_in_sequence(el):
            text = f"{number[0]}\\{text[number.end() :]}"
        return f"\n\n{text}\n\n" if text else ""

    convert_div = convert_p

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip()
        if not text:
            return "\n"
        bullet = "-"
        if el.parent is not None and el.parent.name == "ol":
            start = str(el.parent.get("start") or "1")
            before = len(el.find_previous_siblings("li"))
            bullet = f"{(int(start) if start.isdigit() else 1) + before}."
        lines = text.split("\n")
        # Python-Markdown takes an indented line for code when the item begins with a quotation.
        quoted = list(takewhile(lambda line: line.startswith(">"), lines))[1:]
        rest = lines[1 + len(quoted) :]
        below = [*quoted, *(f"    {line}" if line.strip() else "" for line in rest)]
        return "\n".join([f"{bullet} {lines[0]}", *below]) + "\n"

    def convert_blockquote(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lines = text.strip().split("\n")
        quoted = "\n".join(
            f"> {line}".rstrip(" ") if not line.endswith("  ") else f"> {line}" for line in lines
        )
        return f"\n\n{quoted}\n\n" if text.strip() else ""

    def convert_list(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "\n\n" in text.strip():
            # After an item of several paragraphs, the next one needs an empty line.
            text = _ITEM.sub("\n\n", text)
        return f"\n{text.rstrip()}" if "li" in parent_tags else f"\n\n{text}\n"

    convert_ul = convert_list
    convert_ol = convert_list

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = str(el.get("href") or "").strip()
        words = " ".join(text.split())
        if "_noformat" in parent_tags or not words or not address:
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        shown = el.get_text().strip()
        if address in {shown, f"mailto:{shown}"} and re.match(r"https?://|mailto:", address):
            return f"{before}<{shown}>{after}"
        address = address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        return f"{before}[{words}]({address}){after}"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if parent_tags & {"td", "th"}:
            return "<br>"
        return " " if "_inline" in parent_tags else f"  \n{text}"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return ""

    def convert_q(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"« {text.strip()} »"

    convert_sub = _inline("sub")
    convert_sup = _inline("sup")
    convert_del = _inline("del")
    convert_s = _inline("del")
    convert_strike = _inline("del")
    convert_kbd = _inline("kbd")

    def convert_footer(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        words = text.strip()
        dash = "— " if "blockquote" in parent_tags and not words.startswith(("—", "–")) else ""
        return f"\n\n{dash}{words}\n\n" if words else ""

    def convert_details(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        summary = el.find("summary", recursive=False)
        words = " ".join(summary.get_text().split()) if summary else ""
        return f"\n\n/// details | {words or 'Détails'}\n\n{text.strip()}\n\n///\n\n"

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return ""

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{' '.join(text.split())}\n"

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lines = text.strip().split("\n")
        below = [f"    {line}" if line.strip() else "" for line in lines[1:]]
        return "\n".join([f":   {lines[0]}", *below]) + "\n"

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return " ".join(text.replace("|", "\\|").split()) + _CELL

    convert_th = convert_td

    def convert_tr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return text + _ROW

    def convert_caption(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return ""

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        rows = [row.split(_CELL)[:-1] for row in text.split(_ROW)]
        rows = [[cell.strip() for cell in row] for row in rows if any(map(str.strip, row))]
        if not rows:
            return ""
        width = max(map(len, rows))
        full = [[*row, *[""] * (width - len(row))] for row in rows]
        head, *body = (f"| {' | '.join(row)} |" for row in full)
        caption = " ".join(el.caption.get_text().split()) if el.caption else ""
        if caption and not CAPTION.match(caption):
            caption = f"Tableau : {caption}"
        above = f"{caption}\n\n" if caption else ""
        return "\n\n" + above + "\n".join([head, f"|{'---|' * width}", *body]) + "\n\n"


def _escaped(match: re.Match[str]) -> str:
    assert match.lastgroup
    return _ENTITIES.get(match.lastgroup) or f"\\{match[0]}"


def _is_in_sequence(el: Tag) -> bool:
    """Return whether a numbered paragraph is one of several in a row: a list, typed by hand."""

    def number(other: Tag | None) -> int | None:
        match = re.match(r"\s*(\d{1,3})[.]\s", other.get_text()) if other else None
        return int(match[1]) if match else None

    own = number(el)
    if own is None:
        return False
    before = number(el.find_previous_sibling(True))
    after = number(el.find_next_sibling(True))
    return (before == own - 1 and own > 1) or (after == own + 1)


def written(tree: BeautifulSoup) -> str:
    """Return a tree as Markdown, without blank lines at its ends."""
    # Wrapped: line breaks of the source are spaces; no width: no line is cut.
    writer = _Writer(heading_style="atx", bullets="-", wrap=True, wrap_width=None)
    text = writer.convert_soup(tree)
    text = "\n".join(
        line if line.endswith("  ") and line.strip() else line.rstrip() for line in text.split("\n")
    )
    text = _NOTES.sub(r"[^\1]", text)
    return _BLANK_LINES.sub("\n\n", text).strip("\n")
