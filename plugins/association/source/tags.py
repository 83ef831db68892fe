"""The tags that say what Markdown cannot: the language of words, keys, indices. Pure."""

import re

TAGS = frozenset(["abbr", "b", "br", "cite", "del", "i", "ins", "kbd", "q", "span", "sub", "sup"])
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^<>]*)>")
_PLAIN_ATTRIBUTES = re.compile(r"(\s+(lang|title|class|id|dir)=(\"[^\"]*\"|'[^']*'))*\s*/?")


def has_plain_attributes(text: str) -> bool:
    """Return whether what stands in a tag after its name is nothing but admitted attributes."""
    return _PLAIN_ATTRIBUTES.fullmatch(text) is not None


def plain_tag(text: str) -> bool:
    """Return whether a text is one of the admitted tags, and nothing more."""
    tag = _TAG.fullmatch(text.strip())
    return bool(tag and tag["name"].lower() in TAGS and has_plain_attributes(tag["rest"]))
