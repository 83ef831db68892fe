"""Which signs the fonts of what is printed have, and what stands in the place of the others.

The fonts are asked by setting a sign with them.
"""

import re
from functools import cache

# What stands where a sign, or several on end, cannot be printed.
PLACEHOLDER = "□"
# Latin with all its accents stands in every font of text.
_USUAL = re.compile(r"[\n\x20-\x7e\xa0-\u024f]")
_JOINERS = "\u200d\ufe0e\ufe0f"
_LAYOUT = """#set document(title: "x", date: none)
#set text(lang: "fr", font: "Libertinus Serif")
= x
#sys.inputs.sign"""


def printed(text: str) -> str:
    """Return a text with a placeholder where the fonts have no sign."""
    signs = re.escape("".join(unprinted_signs(text)))
    return re.sub(f"[{signs}][{signs}{_JOINERS}]*", PLACEHOLDER, text) if signs else text


def unprinted_signs(text: str) -> tuple[str, ...]:
    """Return the signs of a text that no font has, each once, in their order."""
    unusual = dict.fromkeys(sign for sign in text if not _USUAL.match(sign))
    return tuple(sign for sign in unusual if not _has_glyph(sign))


@cache
def _has_glyph(sign: str) -> bool:
    import typst  # noqa: PLC0415 — slow to load, and most texts have usual signs only

    from .typst_program import compiled  # noqa: PLC0415 — as above

    try:
        compiled(_LAYOUT, {"sign": sign})
    except typst.TypstError:
        return False
    return True
