"""QR codes as SVG: dark on light whatever the colours of the page. Pure.

Level M of correction (15 % of the code may be hidden) and the four modules of margin that the
standard asks for (ISO/IEC 18004 §9.1). The mask is always the same: any may be read, and to draw
all eight so as to compare them takes eight times as long.
"""

from functools import lru_cache
from io import BytesIO

import segno
from markupsafe import Markup

_MARGIN = 4
# Of a hundred cards and addresses, its penalty (§7.8.3) is 4 % above the best mask's, 17 % at most.
_MASK = 2


@lru_cache(maxsize=1024)
def qr_code(text: str) -> Markup:
    """Return the code of a text; its size and its words for those who cannot see are the page's."""
    return Markup(
        _code(text).svg_inline(
            border=_MARGIN, omitsize=True, dark="#000", light="#fff", svgclass="qr-dessin"
        )
    )


def qr_file(text: str) -> str:
    """Return the code of a text as a file of SVG."""
    drawing = BytesIO()
    _code(text).save(drawing, kind="svg", border=_MARGIN, dark="#000", light="#fff", xmldecl=False)
    return drawing.getvalue().decode()


def _code(text: str) -> segno.QRCode:
    return segno.make(text, error="m", boost_error=False, micro=False, encoding="utf-8", mask=_MASK)
