"""QR codes as inline SVG: dark on light whatever the colours of the page. Pure.

Level M of correction (15 % of the code may be hidden) and the four modules of margin that the
standard asks for (ISO/IEC 18004 §9.1).
"""

from functools import lru_cache

import segno
from markupsafe import Markup

_MARGIN = 4


@lru_cache(maxsize=1024)
def qr_code(text: str) -> Markup:
    """Return the code of a text; its size and its words for those who cannot see are the page's."""
    code = segno.make(text, error="m", boost_error=False, micro=False, encoding="utf-8")
    return Markup(
        code.svg_inline(
            border=_MARGIN, omitsize=True, dark="#000", light="#fff", svgclass="qr-dessin"
        )
    )
