"""Names that stay as written: those of a site, which no rule and no advice may touch."""

import re
from functools import lru_cache

from .marks import NARROW, NO_BREAK

_AS_TYPED = {
    " ": rf"[ \n{NO_BREAK}{NARROW}]",
    "&": "&(?:amp;|#38;)?",
    '"': '(?:"|&quot;|&#34;)',
    "'": "(?:['’]|&#39;)",
    "’": "(?:['’]|&#39;)",
}


@lru_cache(maxsize=16)
def names_pattern(names: tuple[str, ...]) -> str:
    """The pattern of these names as whole words, in text or in HTML, `""` without any.

    Of two that begin alike, the longer one is found.
    """
    written = (" ".join(name.split()) for name in sorted(names, key=len, reverse=True))
    patterns = (_as_typed(name) for name in written if name)
    alternatives = "|".join(patterns)
    return rf"(?<!\w)(?:{alternatives})(?!\w)" if alternatives else ""


def _as_typed(name: str) -> str:
    return "".join(_AS_TYPED.get(char) or re.escape(char) for char in name)
