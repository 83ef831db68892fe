"""What every page shows of the site and of itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from .common import Body, Day, Link
from .response_view import Responses
from .search_result import SearchResult
from .translation_view import Version

# What is read from end to end, and has the typeface of long texts from its first view.
_TEXT_KINDS = frozenset(
    {"actualite", "capsule", "evenement", "metier", "page", "praticien", "traduction"}
)


@dataclass(frozen=True)
class MenuItem:
    """A link of a menu; ``section`` is compared with the page's to mark where one is."""

    label: str
    url: str
    section: str


@dataclass(frozen=True)
class Site:
    """The site: its names, menus, public addresses and the day it was built for.

    ``url`` is the origin with its path and no final slash (empty while developing), ``base`` the
    path alone, to put before « /agenda/ ». ``theme`` gives the address of each file of the theme's
    ``static`` folder: « css/site.css ». ``service_worker`` is the address of the script that keeps
    the offline page, ``""`` for none. ``legal`` pairs a heading with its words.
    """

    name: str
    short_name: str
    description: str
    url: str
    base: str
    theme: Mapping[str, str]
    lang: str
    main_menu: tuple[MenuItem, ...]
    footer_menu: tuple[MenuItem, ...]
    secretariat: Link
    telephone: Link | None
    telephone_hours: str
    legal: tuple[tuple[str, str], ...]
    built_for: Day
    feed_url: str
    calendar_url: str
    contribute_url: str
    service_worker: str


@dataclass(frozen=True)
class PageHead:
    """What the head and the frame of a page need, whatever its kind.

    ``kind`` names the template; ``section`` the menu entry it belongs to; ``previous`` and
    ``next`` follow the order of its list; ``breadcrumbs`` go from the home page to the parent;
    ``edit_url`` is where the forge edits the page's file, ``""`` when there is none. ``policy`` is
    what the page may load, said again for hosts that send no headers; ``search_result`` is None
    when it is not indexed; ``lead`` stands above the text of an entry, ``""`` where the text begins
    with the description; ``publication_day`` is the day, in words, before which only previews
    show the page. ``to_approve`` says that the association has not approved the text, ``approval``
    in words who did, and when. ``text_lang`` is the language of the title and the description where
    the page around them is in ``lang``, ``versions`` all languages the text can be read in.
    ``responses`` is None where readers cannot answer.
    ``has_blocks``: the text has blocks of the site's own, which a style sheet is for.
    """

    kind: str
    title: str
    description: str
    url: str
    canonical: str
    section: str
    lang: str
    breadcrumbs: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    json_ld: Markup
    social_image: str
    edit_url: str
    is_draft: bool
    index: bool
    policy: str
    search_result: SearchResult | None
    lead: str = ""
    publication_day: str = ""
    to_approve: bool = False
    approval: str = ""
    text_lang: str = ""
    versions: tuple[Version, ...] = ()
    responses: Responses | None = None
    has_blocks: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the page is a text to read, and not a list or a tool."""
        return self.kind in _TEXT_KINDS


@dataclass(frozen=True)
class TextPage:
    """A plain page: title, lead and text; ``pull_quote`` is a sentence of it, or ``""``."""

    title: str
    summary: str
    body: Body
    pull_quote: str = ""


@dataclass(frozen=True)
class SitemapGroup:
    """A group of links of the sitemap page."""

    label: str
    url: str
    links: tuple[Link, ...]
