"""The text of a response as HTML that can do nothing but be read. Pure.

The checks refuse more than this takes away: it holds whatever they miss.
"""

import re

import nh3
from markupsafe import Markup

_TAGS = {"a", "blockquote", "br", "em", "li", "ol", "p", "strong", "ul"}
# Of drawings, formulas and what is kept for scripts, ammonia would take words away with the marks.
_FOREIGN = re.compile(
    r"<(?=/?(?:svg|math|mtext|mglyph|malignmark|m[ions]|annotation-xml|foreignobject|desc|template"
    r"|noscript)(?![\w-]))",
    re.IGNORECASE,
)


def sanitised(html: str) -> Markup:
    """Return HTML with nothing but paragraphs, lists, quotations, emphasis and links to the web.

    Words stay, but those of scripts and style sheets; a relative address goes, as it
    would lead elsewhere from the feed. Search engines follow no link.
    """
    return Markup(
        nh3.clean(
            _FOREIGN.sub("&lt;", html),
            tags=_TAGS,
            attributes={"*": set(), "a": {"href"}},
            url_schemes={"http", "https"},
            url_relative="deny",
            link_rel="nofollow ugc",
        )
    )
