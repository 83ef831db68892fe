"""What is published of a news item."""

from dataclasses import dataclass

from ..pages.common import Body, Day, Image, Link
from ..pages.video_view import Video
from ..people.view import PublicPerson


@dataclass(frozen=True)
class NewsCard:
    """A news item in a list; only previews show drafts, and items dated in the future.

    ``large`` is the picture for the leading item of a list.
    """

    url: str
    title: str
    summary: str
    date: Day
    image: Image | None
    large: Image | None
    is_example: bool
    is_draft: bool
    lang: str = "fr"
    is_to_come: bool = False


@dataclass(frozen=True)
class NewsPage:
    """Everything the page of a news item shows.

    ``event`` is the event that it reports on, ``author`` the practitioner who signed it.
    """

    card: NewsCard
    image: Image | None
    video: Video | None
    body: Body
    event: Link | None
    event_dates: str
    people: tuple[PublicPerson, ...]
    keywords: tuple[str, ...]
    author: Link | None = None


@dataclass(frozen=True)
class NewsOfYear:
    """The news of one year, latest first; ``url`` is the page of that year."""

    year: str
    url: str
    items: tuple[NewsCard, ...]
