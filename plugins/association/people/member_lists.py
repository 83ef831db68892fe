"""The members of a group without somebody, in the front matter as it is written. Pure."""

import re
from collections.abc import Iterator, Sequence

from .name_in_text import Name, whole_names

# A key that begins a line, a comment, a dash at the margin: all that « membres » holds.
_MEMBERS = re.compile(r"(?m)^membres:[^\n]*\n(?:(?![^\s#-])[^\n]*\n)*")
_DASH = re.compile(r"([ \t]*)-(?=\s|$)")
_NOTHING = re.compile(r"[ \t]*(?:#.*)?\r?\n?$")
_IN_BRACES = re.compile(r"\{[^{}]*\}\s*,?\s*")
# What follows is another field, or a comment.
_NAME = re.compile(r"\bnom:[^,}:#]*")


def without_members(head: str, slug: str, name: Name | None) -> str:
    """Return a front matter without the members whose profile is ``slug``, or whose name it is."""
    found = _MEMBERS.search(head)
    if found is None:
        return head
    profile = re.compile(rf"praticien:\s*[\"']?{re.escape(slug)}[\"']?[ \t]*(?:[,}}#\r\n]|$)")

    def is_theirs(item: str) -> bool:
        names = "\n".join(_NAME.findall(item))
        return bool(profile.search(item) or (name and whole_names(names, name)))

    parts = _parts(found[0].splitlines(keepends=True))
    members = "".join(text for text, is_item in parts if not (is_item and is_theirs(text)))
    members = _IN_BRACES.sub(lambda item: "" if is_theirs(item[0]) else item[0], members)
    return head[: found.start()] + members + head[found.end() :]


def _parts(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield the items of a list, and each line between them, with whether it is an item."""
    at = 0
    while at < len(lines):
        end = _end_of_item(lines, at)
        yield "".join(lines[at : max(end, at + 1)]), end > at
        at = max(end, at + 1)


def _end_of_item(lines: Sequence[str], at: int) -> int:
    """Return the line after the item of a list that begins at a line; that line for none.

    Blank lines and comments after the last field are of what follows.
    """
    dash = _DASH.match(lines[at])
    if dash is None:
        return at
    end = at + 1
    for number, line in enumerate(lines[at + 1 :], at + 1):
        other = _DASH.match(line)
        if other and len(other[1]) <= len(dash[1]):
            break
        if not _NOTHING.match(line):
            end = number + 1
    return end
