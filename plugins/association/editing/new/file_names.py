"""The name of a new file: from its title, free, and fit to be an address. Pure."""

import re
from collections.abc import Iterator

from ...content.addresses import OWN_PAGES, OWN_PAGES_OF_THE_AGENDA
from ...content.content_types import CONTENT_TYPES
from ...content.portable_names import is_of_a_device
from ...core.words import slug_of
from ...core.zone import today
from .draft import Draft, DraftContext

_RESERVED = {"agenda": OWN_PAGES_OF_THE_AGENDA, "pages": OWN_PAGES}
_LONGEST = 60
_SHORTEST = 12


def slug_of_draft(draft: Draft, draft_context: DraftContext) -> str:
    """Return the name of the draft's file without « .md »: the first that no other file has."""
    return next(slug for slug in _candidates(draft, draft_context) if is_free(slug, draft_context))


def is_free(slug: str, draft_context: DraftContext) -> bool:
    """Return whether no file has this name, and no other page of the site this address."""
    path = f"{draft_context.folder}/{slug}.md"
    is_reserved = slug in _RESERVED.get(draft_context.folder, ()) or bool(
        re.fullmatch(r"\d{4}", slug)
    )
    return (
        slug not in draft_context.entries
        and path not in draft_context.content.unread
        and not is_reserved
        and not is_of_a_device(slug)
    )


def _candidates(draft: Draft, draft_context: DraftContext) -> Iterator[str]:
    if metier := slug_of(draft.text_at("masculin")):
        # As the others are named: « intervenant », not « intervenante-en-therapie-sociale ».
        yield metier.partition("-")[0]
    base = metier or _from_title(_title(draft)) or draft.kind.name
    yield base
    if CONTENT_TYPES[draft_context.folder].is_by_year:
        day = (
            draft.text_at("debut") or draft.text_at("date") or today(draft_context.asof).isoformat()
        )
        base = f"{base}-{day[:4]}"
        yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _title(draft: Draft) -> str:
    name = f"{draft.text_at('prenom')} {draft.text_at('nom')}".strip()
    return draft.text_at("titre") or name


def _from_title(title: str) -> str:
    """Return the slug of a title: what precedes its colon when that says enough, cut at a word."""
    before = slug_of(re.split(r"\s+:\s", title)[0])
    slug = before if len(before) >= _SHORTEST else slug_of(title)
    if len(slug) <= _LONGEST:
        return slug
    return slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
