"""A document of Word as HTML. Mammoth does the work."""

import io
from typing import Any
from zipfile import BadZipFile

import mammoth

_STYLES = """
p[style-name='Title'] => h1.titre:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
"""


def html_of_word(content: bytes) -> str:
    """Return the HTML of a .docx file. Raises ValueError when it is damaged."""
    try:
        return str(
            mammoth.convert_to_html(
                io.BytesIO(content),
                style_map=_STYLES,
                convert_image=mammoth.images.img_element(_without_bytes),
            ).value
        )
    except (BadZipFile, KeyError, IndexError, AttributeError, ValueError, SyntaxError) as error:
        # Mammoth lets the errors of its readers through; ParseError is a SyntaxError.
        raise ValueError("damaged document") from error


def _without_bytes(_image: Any) -> dict[str, str]:
    return {"src": ""}
