"""Readers' responses under the page that they answer: threads, the way to answer, JSON-LD."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlsplit

from ..content.entry import AnyEntry, title_of
from ..content.response_mail import response_mail
from ..content.response_settings import is_open
from ..content.responses import Response
from ..core.zone import today
from . import jsonld
from .context import Context, day_view
from .response_text import sanitised
from .response_view import PublishedResponse, ResponseForm, Responses

FEED = "reponses.atom"
"""The path of the feed of all responses."""

_Replies = Mapping[str | None, Sequence[Response]]


def takes_responses(entry: AnyEntry, context: Context) -> bool:
    """Return whether readers may answer a page: what is shown there is open to responses."""
    is_its_own_page = entry.slug in context.content.entries[entry.folder]
    return is_its_own_page and is_open(entry, context.settings.responses.folders)


def written_responses(entry: AnyEntry, context: Context) -> list[Response]:
    """Return the responses to a page up to the day that is shown, oldest first."""
    if not takes_responses(entry, context):
        return []
    day = today(context.asof)
    found = context.once(_by_page).get(entry.path, [])
    return [answered for answered in found if answered.written.day <= day]


def _by_page(context: Context) -> dict[str, list[Response]]:
    pages: dict[str, list[Response]] = {}
    in_time = sorted(
        context.content.responses.values(), key=lambda one: (one.written.day, one.name.name)
    )
    for answered in in_time:
        pages.setdefault(answered.name.page, []).append(answered)
    return pages


def responses_to(entry: AnyEntry, context: Context) -> Responses | None:
    """Return what a page shows of responses to it; None where it takes none."""
    if not takes_responses(entry, context):
        return None
    found = written_responses(entry, context)
    addresses, settings = context.addresses, context.settings.responses
    form = None
    if settings.endpoint:
        host = urlsplit(settings.endpoint).netloc
        form = ResponseForm(
            settings.endpoint,
            host if host != addresses.domain else "",
            context.absolute(entry),
            tuple((one.name.name, _in_words(one, entry)) for one in found),
        )
    return Responses(
        _threads(None, _by_parent(found), entry, context),
        "" if form else _mail_url(entry, context),
        form,
        context.url(context.content.pages["donnees-personnelles"]),
        addresses.href(FEED),
    )


def _by_parent(found: Sequence[Response]) -> _Replies:
    """Return responses by the name of the one that they answer, None for the page's own."""
    known = {answered.name.name for answered in found}
    groups: dict[str | None, list[Response]] = {}
    for answered in found:
        parent = answered.written.parent
        groups.setdefault(parent if parent in known else None, []).append(answered)
    return groups


def _threads(
    parent: str | None, groups: _Replies, entry: AnyEntry, context: Context
) -> tuple[PublishedResponse, ...]:
    return tuple(
        PublishedResponse(
            anchor(answered),
            answered.name.name,
            answered.written.name,
            day_view(answered.written.day),
            sanitised(answered.entry.body.html),
            answered.written.lang,
            answered.written.example,
            ""
            if context.settings.responses.endpoint
            else _mail_url(entry, context, answered.name.name),
            _threads(answered.name.name, groups, entry, context),
        )
        for answered in groups.get(parent, ())
    )


def anchor(answered: Response) -> str:
    """Return the ``id`` of a response on its page."""
    return f"reponse-{answered.name.name}"


def _in_words(answered: Response, entry: AnyEntry) -> str:
    return f"{answered.written.name}, {day_view(answered.written.day, entry.written.lang).label}"


def _mail_url(entry: AnyEntry, context: Context, parent: str = "") -> str:
    """Return the address that prepares a mail to the secretariat (RFC 6068)."""
    subject, body = response_mail(title_of(entry), context.absolute(entry), parent)
    to = context.settings.identity.secretariat
    return f"mailto:{to}?subject={quote(subject)}&body={quote(body, safe='')}"


def response_nodes(entry: AnyEntry, context: Context) -> list[jsonld.Node]:
    """Return the responses to a page as structured data (Comment)."""
    page = context.absolute(entry)
    found = written_responses(entry, context)
    known = {answered.name.name: f"{page}#{anchor(answered)}" for answered in found}
    return [
        {
            "@type": "Comment",
            "@id": known[answered.name.name],
            "author": {"@type": "Person", "name": answered.written.name},
            "datePublished": answered.written.day.isoformat(),
            "inLanguage": answered.written.lang,
            "text": plain_text(answered),
            "parentItem": {"@id": known.get(answered.written.parent or "", page)},
        }
        for answered in found
    ]


def plain_text(answered: Response) -> str:
    """Return the words of a response on one line."""
    return sanitised(answered.entry.body.html).striptags()
