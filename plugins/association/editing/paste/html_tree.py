"""A tree of HTML as its writer meant it: without what pages and programs add to a text. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from ...source.detours import without_detour
from .html_lists import make_lists
from .html_notes import make_notes
from .html_tables import flatten_tables

_DROPPED = (
    *("script", "style", "template", "noscript", "svg", "math", "canvas", "object", "embed"),
    *("head", "nav", "form", "button", "input", "select", "textarea", "dialog"),
)
_FOREIGN = ("iframe", "video", "audio")
_EMPHASIS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em"}
_BLOCKS = frozenset(
    ["p", "div", "ul", "ol", "li", "table", "blockquote", "details", "pre", "hr", "dl", "figure"]
    + ["section", "article", "header", "footer", "aside", "main", "figcaption", "address", "center"]
    + [f"h{level}" for level in range(1, 7)]
)
_HEADINGS = [f"h{level}" for level in range(1, 7)]
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_SLANTED = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_UNSEEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.I)
_WITHOUT_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f]")
_HARD_SPACE = re.compile("[\u00a0\u202f\u2007]")


@dataclass
class Meant:
    """A tree set right, the title that it began with, and what of it no text can hold."""

    tree: BeautifulSoup
    title: str = ""
    pictures: list[str] = field(default_factory=list)
    embedded: int = 0


def meant(html: str) -> Meant:
    """Return the tree of an HTML text, a whole page or what a clipboard holds."""
    tree = BeautifulSoup(html, "html.parser")
    page_title = tree.title.get_text(" ", strip=True) if tree.title else ""
    _drop_comments(tree)
    found = Meant(_body(tree))
    tree = found.tree
    found.embedded = len(tree.find_all(_FOREIGN))
    _keep_words_of_buttons(tree)
    for element in tree.find_all([*_DROPPED, *_FOREIGN]):
        element.decompose()
    for element in [one for one in tree.find_all(True) if _is_unseen(one)]:
        if not element.decomposed:
            element.decompose()
    found.pictures = [" ".join(str(img.get("alt") or "").split()) for img in tree.find_all("img")]
    for picture in tree.find_all("img"):
        picture.decompose()
    _plain_spaces(tree)
    make_lists(tree)
    _name_emphasis(tree)
    make_notes(tree)
    _unwrap(tree)
    flatten_tables(tree)
    _part_paragraphs(tree)
    _tidy_emphasis(tree)
    _true_addresses(tree)
    found.title = _take_title(tree) or page_title
    _order_headings(tree)
    return found


def _keep_words_of_buttons(tree: BeautifulSoup) -> None:
    """Unwrap the buttons that are a link's frame or a heading's: others belong to the page."""
    for button in tree.find_all("button"):
        if button.find("a", href=True) or button.find_parent(_HEADINGS):
            button.unwrap()


def _drop_comments(tree: BeautifulSoup) -> None:
    for text in tree.find_all(string=lambda text: isinstance(text, PreformattedString)):
        text.extract()


def _body(tree: BeautifulSoup) -> BeautifulSoup:
    """Return the part of a page that is its text, all of what is no page."""
    mains = tree.find_all("main") or tree.find_all("article") or tree.find_all("body")
    if len(mains) != 1:
        return tree
    only = BeautifulSoup("", "html.parser")
    for child in list(mains[0].children):
        only.append(child.extract())
    return only


def _is_unseen(element: Tag) -> bool:
    if element.decomposed:
        return False
    style = str(element.get("style") or "")
    return element.has_attr("hidden") or bool(_UNSEEN.search(style))


def _plain_spaces(tree: BeautifulSoup) -> None:
    """Leave no sign without width and no hard space: the site sets these itself."""
    for text in list(tree.find_all(string=True)):
        plain = _HARD_SPACE.sub(" ", _WITHOUT_WIDTH.sub("", text))
        if plain != text:
            text.replace_with(NavigableString(plain))


def _name_emphasis(tree: BeautifulSoup) -> None:
    """Name what is bold or slanted by its style, and what only seems to be."""
    for element in tree.find_all(["span", "font", *_EMPHASIS]):
        style = str(element.get("style") or "")
        name = _EMPHASIS.get(element.name, "")
        if name == "strong" and _LIGHT.search(style):
            name = ""
        if not name and _BOLD.search(style):
            name = "strong"
        if name != "em" and _SLANTED.search(style):
            if name:
                element.wrap(tree.new_tag("em"))
            name = name or "em"
        element.name = name or "span"
        element.attrs = {}


def _unwrap(tree: BeautifulSoup) -> None:
    """Take away the elements that say nothing."""
    for element in tree.find_all(["span", "font", "u", "ins", "small", "big", "center", "label"]):
        element.unwrap()
    for element in [one for one in tree.find_all(True) if ":" in one.name]:
        element.unwrap()
    for element in tree.find_all(["figure", "header", "main", "aside", "address", "hgroup"]):
        element.name = "div"
    for element in tree.find_all("figcaption"):
        element.name = "p"
    for item in tree.find_all("li"):
        paragraphs = item.find_all("p", recursive=False)
        if len(paragraphs) == 1:
            paragraphs[0].unwrap()
    for footer in tree.find_all("footer"):
        footer.name = "footer" if footer.find_parent("blockquote") else "div"


def _part_paragraphs(tree: BeautifulSoup) -> None:
    """Make paragraphs of what two line breaks part, and drop those before and after blocks."""
    tree.smooth()
    for br in tree.find_all("br"):
        _drop_spaces_around(br)
    for br in list(tree.find_all("br")):
        if br.parent is None or br.find_parent(["td", "th", "pre"]):
            continue
        run = [br]
        while isinstance(run[-1].next_sibling, Tag) and run[-1].next_sibling.name == "br":
            run.append(run[-1].next_sibling)
        before, after = br.previous_sibling, run[-1].next_sibling
        if _is_edge(before) or _is_edge(after):
            for one in run:
                one.extract()
        elif len(run) > 1:
            _split(tree, run)


def _drop_spaces_around(br: Tag) -> None:
    for text in (br.previous_sibling, br.next_sibling):
        if isinstance(text, NavigableString):
            if not text.strip():
                text.extract()
            else:
                text.replace_with(
                    NavigableString(text.rstrip() if text is br.previous_sibling else text.lstrip())
                )


def _is_edge(sibling: object) -> bool:
    return sibling is None or (isinstance(sibling, Tag) and sibling.name in _BLOCKS)


def _split(tree: BeautifulSoup, run: list[Tag]) -> None:
    """Part the element around line breaks in two, up to the block that holds it."""
    first = run[0]
    for one in run[1:]:
        one.extract()
    parent = first.parent
    while parent is not None and parent.name not in {*_BLOCKS, "[document]"}:
        copy = tree.new_tag(parent.name)
        for sibling in list(first.next_siblings):
            copy.append(sibling.extract())
        parent.insert_after(first.extract())
        first.insert_after(copy)
        parent = first.parent
    if parent is None:
        return
    if parent.name == "p":
        copy = tree.new_tag("p")
        for sibling in list(first.next_siblings):
            copy.append(sibling.extract())
        first.extract()
        parent.insert_after(copy)
        return
    _wrapped(tree, list(first.previous_siblings), before=True)
    _wrapped(tree, list(first.next_siblings), before=False)
    first.extract()


def _wrapped(tree: BeautifulSoup, siblings: Sequence[PageElement], *, before: bool) -> None:
    """Put the run of inline siblings next to a line break into a paragraph of its own."""
    run = []
    for sibling in siblings:
        if _is_edge(sibling):
            break
        run.append(sibling)
    if not run:
        return
    ordered = run[::-1] if before else run
    paragraph = tree.new_tag("p")
    ordered[0].insert_before(paragraph)
    for one in ordered:
        paragraph.append(one.extract())


def _tidy_emphasis(tree: BeautifulSoup) -> None:
    """Leave emphasis once, around words only, and joined where it goes on."""
    for element in tree.find_all(["strong", "em"]):
        if element.parent is None:
            continue
        is_heading = element.find_parent(["h1", "h2", "h3", "h4", "h5", "h6", "th", "summary"])
        has_words = any(sign.isalnum() for sign in element.get_text())
        holds_blocks = element.find(list(_BLOCKS)) is not None
        if (
            not has_words
            or holds_blocks
            or element.find_parent(element.name)
            or (is_heading and element.name == "strong")
        ):
            element.unwrap()
    tree.smooth()
    for element in tree.find_all(["strong", "em"]):
        following = element.next_sibling
        while isinstance(following, Tag) and following.name == element.name:
            for child in list(following.children):
                element.append(child.extract())
            following.extract()
            following = element.next_sibling
    tree.smooth()


def _true_addresses(tree: BeautifulSoup) -> None:
    """Give each link the address that it leads to, none to what leads nowhere outside."""
    for link in tree.find_all("a"):
        address = without_detour(str(link.get("href") or "").strip())
        is_link = re.match(r"(?:https?://|mailto:|tel:|/|\{|\.\.?/|[\w-]+[./])", address, re.I)
        if not is_link or not link.get_text().strip() or link.find_parent("a"):
            link.unwrap()
        else:
            link.attrs = {"href": address}


def _take_title(tree: BeautifulSoup) -> str:
    """Take the title out of a text that begins with it; return its words.

    It is what a document names so, or else the one heading of level 1.
    """
    heading = tree.find(re.compile("^h[1-6]$"))
    if not isinstance(heading, Tag) or heading.name != "h1":
        return ""
    if "titre" not in (heading.get("class") or []) and len(tree.find_all("h1")) > 1:
        return ""
    before = "".join(
        text for text in heading.find_all_previous(string=True) if isinstance(text, str)
    )
    if before.strip():
        return ""
    words = " ".join(heading.get_text().split())
    heading.decompose()
    return words


def _order_headings(tree: BeautifulSoup) -> None:
    """Let headings begin at level 2 and go down one level at a time."""
    open_levels: list[int] = []
    for heading in _headings(tree):
        if not heading.get_text().strip():
            heading.decompose()
            continue
        if heading.find_parent(["li", "td", "th", "blockquote"]):
            heading.name = "p"
            continue
        level = int(heading.name[1])
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        heading.name = f"h{min(len(open_levels) + 1, 6)}"
        for br in heading.find_all("br"):
            br.replace_with(" ")


def _headings(tree: BeautifulSoup) -> Iterable[Tag]:
    return list(tree.find_all(re.compile("^h[1-6]$")))
