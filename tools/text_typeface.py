# /// script
# dependencies = ["fonttools==4.68.0", "brotli==1.2.1"]
# ///
"""Make the typeface of long texts: Literata, cut to the signs of Western Europe.

    npm install --ignore-scripts --prefix FOLDER @fontsource-variable/literata@5.3.0
    uv run tools/text_typeface.py FOLDER/node_modules/@fontsource-variable/literata

Writes ``literata-texte.woff2`` and ``literata-italique.woff2`` in ``theme/static/fonts``: weight
400, the optical size of 14 points, kerning and no hinting. Bold words take the typeface of the
headings.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "theme" / "static" / "fonts"
STYLES = {"normal": "literata-texte.woff2", "italic": "literata-italique.woff2"}
AXES = {"opsz": 14, "wght": 400}
SIGNS = (*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "Œœ–—‘’“”•…€"))
# As narrow as in the headings; the original lacks it, and French has one in most sentences.
NARROW_NO_BREAK_SPACE, SHARE_OF_A_SPACE = 0x202F, 0.62


def text_typeface(source: Path) -> bytes:
    """Return the WOFF2 file that is served, made from the variable font in ``source``."""
    font = _saved(instantiateVariableFont(TTFont(source), AXES))
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += ["STAT", "gasp", "vhea", "vmtx"]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=SIGNS)
    cut.subset(font)
    _add_narrow_no_break_space(font)
    font.flavor = "woff2"
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _saved(font: TTFont) -> TTFont:
    """Return the font read back, with every table as it would be read from a file."""
    font.flavor = None
    file = BytesIO()
    font.save(file)
    file.seek(0)
    return TTFont(file)


def _add_narrow_no_break_space(font: TTFont) -> None:
    glyphs, metrics = font["glyf"], font["hmtx"]
    name = "uni202F"
    width, bearing = metrics["space"]
    metrics[name] = (round(width * SHARE_OF_A_SPACE), bearing)
    glyphs[name] = glyphs["space"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[NARROW_NO_BREAK_SPACE] = name


if __name__ == "__main__":
    files = Path(sys.argv[1]) / "files"
    for style, name in STYLES.items():
        (FONTS / name).write_bytes(text_typeface(files / f"literata-latin-standard-{style}.woff2"))
