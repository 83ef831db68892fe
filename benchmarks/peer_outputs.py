"""Settings that make no more than other generators make: for ``peers.py``, which copies them.

A page an entry, the lists by kind and by year, feeds and a plan for search engines. Left out are
the calendars and their grids, the lists, files, booklets and certificates of the directory, the
index of search and what completes the folder.
"""

from pathlib import Path

from pelicanconf import *

from association import pelican_plugin
from association.people import directory_pages
from association.site import all_files, all_pages

OUTPUT_PATH = str(Path(__file__).resolve().parent / "of-peers")

_LEFT_OUT = (
    (all_files, "calendar_files directory_files printed_files badge_files host_files"),
    (directory_pages, "_list_pages words_pages printed_booklets"),
    (pelican_plugin, "finish"),
)


def _nothing(*_asked: object) -> dict[object, object]:
    return {}


for _module, _names in _LEFT_OUT:
    for _name in _names.split():
        getattr(_module, _name)
        setattr(_module, _name, _nothing)
all_pages._OF_CONTENT = tuple(
    (folder, pages)
    for folder, pages in all_pages._OF_CONTENT
    if pages is not all_pages.calendar_pages and folder != "certification/"
)
all_pages._OF_SITE = (all_pages.gone_pages, all_pages.redirect_pages)
