"""What stays of the version before until the next publication, so that no page is left naked. Pure.

A page that a visitor opened just before, or that a cache holds, still asks for its style sheet and
scripts, and a search page for its index. Their names change with their bytes, so they hide nothing
of the new version. Pictures and what results show (fragments) may be about people, and do not stay;
the index does unless a page about somebody changed, as it holds the words of all pages.
"""

import re

from ..hosting.gone import is_gone
from .versions import Files

_THEME = re.compile(r"theme/(?:.+/)?[^/]+\.[0-9a-f]{8,}\.(?:css|js|mjs|woff2)(?:\.(?:br|gz))?")
_INDEX = re.compile(r"pagefind/(?:index/)?[^/]+\.(?:pf_index|pf_meta)(?:\.(?:br|gz))?")


def is_lasting_asset(path: str) -> bool:
    """Return whether a file is of the kinds that may stay a version longer."""
    return bool(_THEME.fullmatch(path) or _INDEX.fullmatch(path))


def former_assets(before: Files, after: Files, *, forget: bool = False) -> Files:
    """Return the files of ``before`` that stay beside ``after``.

    With ``forget``, nothing stays that holds words of pages.
    """
    about_people = [path for path in before if is_gone(path) and path.endswith(".html")]
    unchanged = all(before[path] == after.get(path) for path in about_people)
    kept = [_THEME] if forget or not unchanged else [_THEME, _INDEX]
    return {
        path: content
        for path, content in before.items()
        if path not in after and any(kind.fullmatch(path) for kind in kept)
    }
