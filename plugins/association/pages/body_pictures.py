"""Pictures within texts: replaces the result of ``![words](file)`` by responsive HTML. Pure.

They are hidden from Pelican, which would publish the originals that it finds links to.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from .common import Image

_MARK = "image-du-contenu:"
_TO_STATIC = re.compile(r'\b(?P<name>src|href)="\{static\}(?P<path>[^"#?]*)(?:[#?][^"]*)?"')
_MARKED_IMG = re.compile(
    rf'<img(?P<before>[^>]*?) src="{_MARK}(?P<file>[^"]+)"(?P<after>[^>]*?)\s*/?>'
)
_MARKED_LINK = re.compile(rf'\b(?:src|href)="{_MARK}(?P<file>[^"]+)"')
_ALT = re.compile(r' ?\balt="(?P<alt>[^"]*)"')


def mark_pictures(html: str, entry_path: str) -> str:
    """Return a text whose links to pictures are marked, so that only ``insert_pictures`` sees them.

    ``entry_path`` is the path of the text from the content's folder, for relative links.
    """

    def mark(link: re.Match[str]) -> str:
        path = unquote(unescape(link["path"]))
        file = normpath(path[1:] if path.startswith("/") else join(dirname(entry_path), path))
        return f'{link["name"]}="{_MARK}{escape(file)}"' if is_picture(file) else link[0]

    return _TO_STATIC.sub(mark, html) if "{static}" in html else html


def is_picture(file: str) -> bool:
    """Return whether a path in the content's folder is that of a picture."""
    return file.startswith("images/")


def insert_pictures(html: str, picture: Callable[[str, str], Image]) -> str:
    """Return a marked text with its pictures.

    ``picture`` returns the image for a file in the content's folder and its alternative text.
    """

    def insert(tag: re.Match[str]) -> str:
        others = tag["before"] + tag["after"]
        alt = _ALT.search(others)
        image = picture(unescape(tag["file"]), unescape(alt["alt"]) if alt else "")
        return picture_html(image, _ALT.sub("", others, count=1).strip())

    def link_to_file(link: re.Match[str]) -> str:
        name = link[0].partition("=")[0]
        return f'{name}="{escape(picture(unescape(link["file"]), "").url)}"'

    return _MARKED_LINK.sub(link_to_file, _MARKED_IMG.sub(insert, html))


def picture_html(image: Image, attributes: str = "") -> str:
    """Return the HTML of a picture that browsers load when the reader comes near it."""
    img = (
        f'<img src="{escape(image.url)}" alt="{escape(image.alt)}" width="{image.width}" '
        f'height="{image.height}" loading="lazy" decoding="async"'
        f"{' ' + attributes if attributes else ''}>"
    )
    if not image.sources:
        return img
    sources = "".join(
        f'<source type="{source.type}" srcset="{escape(source.srcset)}" sizes="{source.sizes}">'
        for source in image.sources
    )
    return f"<picture>{sources}{img}</picture>"
