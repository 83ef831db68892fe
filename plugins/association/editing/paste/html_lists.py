"""The lists of Word, which are paragraphs in its HTML, made lists. Pure."""

import re
from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag

_LEVEL = re.compile(r"mso-list:\s*(?P<list>l\d+)\s+level(?P<level>\d)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
_MARKER = re.compile(r"\s*(?P<sign>[^\w\s]|[o§üØv](?=\s)|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)])\s*")
_ORDERED = re.compile(r"\(?\w+[.)]")


def make_lists(tree: BeautifulSoup) -> None:
    """Turn each run of Word's list paragraphs into a list, nested as they are."""
    for paragraph in tree.find_all(["p", "h1", "h2", "h3", "h4", "h5", "h6"]):
        if paragraph.parent is not None and _is_item(paragraph):
            run = [paragraph]
            while isinstance(following := _next(run[-1]), Tag) and _is_item(following):
                run.append(following)
            _nest(tree, run)
    # Some programs put a list beside the item it belongs to.
    for inner in tree.find_all(["ul", "ol"]):
        before = inner.find_previous_sibling(True)
        if inner.parent and inner.parent.name in {"ul", "ol"} and before and before.name == "li":
            before.append(inner.extract())


def _next(element: Tag) -> object:
    sibling = element.next_sibling
    while sibling is not None and not isinstance(sibling, Tag) and not str(sibling).strip():
        sibling = sibling.next_sibling
    return sibling


def _is_item(element: Tag) -> bool:
    style = str(element.get("style") or "")
    if _LEVEL.search(style):
        return element.name == "p"
    names: list[str] = [*(element.get("class") or [])]
    named = any("ListParagraph" in name or "ListBullet" in name for name in names)
    return element.name == "p" and named and bool(_MARKER.match(element.get_text()))


def _nest(tree: BeautifulSoup, run: Sequence[Tag]) -> None:
    place = tree.new_tag("div")
    run[0].insert_before(place)
    open_lists: list[tuple[int, Tag]] = []
    for paragraph in run:
        match = _LEVEL.search(str(paragraph.get("style") or ""))
        level = int(match["level"]) if match else 1
        name = "ol" if _ORDERED.fullmatch(_take_marker(paragraph)) else "ul"
        while open_lists and open_lists[-1][0] > level:
            open_lists.pop()
        if open_lists and open_lists[-1][0] == level and open_lists[-1][1].name != name:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < level:
            made = tree.new_tag(name)
            parent = open_lists[-1][1].find_all("li", recursive=False)[-1] if open_lists else place
            parent.append(made)
            open_lists.append((level, made))
        item = tree.new_tag("li")
        for child in list(paragraph.children):
            item.append(child.extract())
        paragraph.extract()
        open_lists[-1][1].append(item)
    place.unwrap()


def _take_marker(paragraph: Tag) -> str:
    """Take the bullet or the number out of a paragraph; return it."""
    ignored = paragraph.find(style=_IGNORED)
    if isinstance(ignored, Tag):
        sign = ignored.get_text().strip()
        ignored.decompose()
        return sign
    match = _MARKER.match(paragraph.get_text())
    if match is None:
        return ""
    left = match.end()
    for text in list(paragraph.find_all(string=True)):
        kept = text[left:] if left < len(text) else ""
        left -= min(left, len(text))
        text.replace_with(kept)
        if not left:
            break
    return match["sign"]
