"""The links of a text to people's profiles, taken out when a profile is no more. Pure."""

import re
from collections.abc import Collection

_WORDS = r"\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]"


def without_links_to(markdown: str, slugs: Collection[str]) -> str:
    """Return the text with its links to the profiles ``slugs`` reduced to their words."""
    if not slugs:
        return markdown
    names = "|".join(re.escape(slug) for slug in sorted(slugs))
    link = re.compile(
        rf"(?<!!){_WORDS}\(\{{filename\}}(?:[^()\s]*/)?(?:{names})\.md(?:#[^()\s]*)?"
        r"(?:\s+\"[^\"]*\")?\)"
    )
    return link.sub(lambda match: match["words"], markdown)
