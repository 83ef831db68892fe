"""What is shown of readers' responses, and of how to answer."""

from dataclasses import dataclass

from markupsafe import Markup

from ..content.response import LONGEST_NAME
from ..content.response_mail import FIELDS, LONGEST_TEXT, WORDS_OF_CONSENT, FieldNames
from .common import Day


@dataclass(frozen=True)
class PublishedResponse:
    """A response and those to it, oldest first; ``mail_url`` prepares a mail that answers it.

    ``mail_url`` is ``""`` where a form is sent instead; ``name`` is that of its file.
    """

    anchor: str
    name: str
    author: str
    day: Day
    html: Markup
    lang: str
    is_example: bool
    mail_url: str
    replies: tuple["PublishedResponse", ...] = ()


@dataclass(frozen=True)
class ResponseForm:
    """A form that answers a page: where it is sent, to whose host if not the site's, what page.

    ``answered`` are the responses that can be answered: the names of their files, and words.
    ``consent`` is what the writer agrees to; the longest of a name and a text are in characters.
    """

    action: str
    host: str
    page: str
    answered: tuple[tuple[str, str], ...]
    fields: FieldNames = FIELDS
    consent: str = WORDS_OF_CONSENT
    longest_name: int = LONGEST_NAME
    longest_text: int = LONGEST_TEXT


@dataclass(frozen=True)
class Responses:
    """The responses to a page, and how to add one: ``form``, or ``mail_url`` where it is None."""

    threads: tuple[PublishedResponse, ...]
    mail_url: str
    form: ResponseForm | None
    privacy_url: str
    feed_url: str
