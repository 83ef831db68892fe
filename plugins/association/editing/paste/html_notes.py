"""Notes at the foot of a page, found by their links to and fro. Pure."""

from bs4 import BeautifulSoup, Tag

from .markdown_writer import NOTE


def make_notes(tree: BeautifulSoup) -> None:
    """Turn the calls of notes into signs of Markdown, and put the notes at the end."""
    targets = {
        str(name): element
        for element in tree.find_all(True)
        for name in (element.get("id"), element.get("name"))
        if name
    }
    written: list[tuple[int, Tag]] = []
    numbers: dict[int, int] = {}
    for call in tree.find_all("a", href=True):
        address = str(call["href"])
        target = targets.get(address[1:]) if address.startswith("#") else None
        note = _note(call, target) if target is not None else None
        if note is None:
            continue
        number = numbers.setdefault(id(note), len(numbers) + 1)
        if number == len(written) + 1:
            written.append((number, note))
        around = call.parent if call.parent and call.parent.name == "sup" else call
        around.replace_with(NOTE.format(number))
    for number, note in written:
        _put_at_end(tree, number, note)


def _names(element: Tag) -> set[str]:
    around = [element, *element.find_parents(["sup", "span"], limit=2)]
    return {str(one.get(key)) for one in around for key in ("id", "name") if one.get(key)}


def _note(call: Tag, target: Tag) -> Tag | None:
    """Return the element that holds a note, when it leads back to its call, which precedes it."""
    own = {f"#{name}" for name in _names(call)}
    is_block = target.name in {"li", "p", "div", "aside", "dd", "td"}
    holder = target if is_block else target.find_parent(["li", "p", "div"])
    if holder is None or call in holder.find_all("a"):
        return None
    back = [link for link in holder.find_all("a", href=True) if link["href"] in own]
    comes_after = call in target.find_all_previous("a")
    return holder if back and comes_after else None


def _put_at_end(tree: BeautifulSoup, number: int, note: Tag) -> None:
    paragraph = tree.new_tag("p")
    paragraph.append(f"{NOTE.format(number)}: ")
    for link in note.find_all("a", href=True):
        if str(link["href"]).startswith("#"):
            link.decompose()
    blocks = note.find_all(["p", "div"])
    for block in blocks:
        block.unwrap()
    for child in list(note.children):
        paragraph.append(child.extract())
    around = note.parent
    note.extract()
    while around is not None and around.name in {"ol", "ul", "div", "section"}:
        emptied, around = around, around.parent
        if emptied.get_text(strip=True):
            break
        emptied.extract()
    tree.append(paragraph)
