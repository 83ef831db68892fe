"""Which signs the fonts of the printed booklet have, and what stands in the place of the others.

Only the fonts that come with Typst are asked, by setting a sign with them: they are the same on
every machine.
"""

import re
from functools import cache

import typst

# What stands where a sign, or several on end, cannot be printed.
PLACEHOLDER = "□"
# Latin with all its accents stands in every font of text.
_USUAL = re.compile(r"[\n\x20-\x7e\xa0-\u024f]")
_JOINERS = "\u200d\ufe0e\ufe0f"
_LAYOUT = b"""#set document(title: "x")
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
    try:
        typst.compile(
            _LAYOUT,
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            sys_inputs={"sign": sign},
        )
    except typst.TypstError:
        return False
    return True
