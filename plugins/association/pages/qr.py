"""QR codes: dark on light whatever the colours of the page. Pure.

On a page a code is a picture of one pixel a module, within the page: a seventh of the bytes of its
drawing as SVG. The style sheet draws the pixels sharp at any size.

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
def qr_code(text: str, alternative: str) -> Markup:
    """Return the code of a text; ``alternative`` says what it is to those who do not see it."""
    code = _code(text)
    side, _ = code.symbol_size(border=_MARGIN)
    # Stored, for what deflate makes of it changes from one zlib to the next.
    address = code.png_data_uri(border=_MARGIN, compresslevel=0)
    return Markup('<img class="qr-dessin" src="{}" width="{}" height="{}" alt="{}">').format(
        address, side, side, str(alternative)
    )


def qr_file(text: str) -> str:
    """Return the code of a text as a file of SVG."""
    drawing = BytesIO()
    _code(text).save(drawing, kind="svg", border=_MARGIN, dark="#000", light="#fff", xmldecl=False)
    return drawing.getvalue().decode()


def _code(text: str) -> segno.QRCode:
    return segno.make(text, error="m", boost_error=False, micro=False, encoding="utf-8", mask=_MASK)
