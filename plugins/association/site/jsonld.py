"""Structured data of what ``site`` makes pages of, in the vocabulary of schema.org. Pure."""

from ..core.media_types import media_type
from ..pages.common import Link
from ..pages.jsonld import Node, organization_id
from .capsule_view import CapsulePage, Work
from .document_view import DocumentPage
from .group_view import GroupPage, Member
from .metier_view import MetierPage
from .news_view import NewsPage


def news_article(item: NewsPage, url: str, origin: str, site_url: str) -> Node:
    """Return a news item (NewsArticle), or an Article that somebody signed.

    ``url`` is its full address.
    """
    card = item.card
    node: Node = {
        "@type": "Article" if item.author else "NewsArticle",
        "@id": url,
        "headline": card.title,
        "description": card.summary,
        "datePublished": card.date.iso,
        "inLanguage": card.lang,
        "publisher": {"@id": organization_id(site_url)},
        "author": _person(item.author, origin)
        if item.author
        else {"@id": organization_id(site_url)},
    }
    if card.image:
        node["image"] = f"{origin}{card.image.url}"
    if item.event:
        node["about"] = {"@type": "Event", "@id": f"{origin}{item.event.url}#event"}
    if item.keywords:
        node["keywords"] = list(item.keywords)
    return node


def _person(profile: Link, origin: str) -> Node:
    """Return the person of a profile."""
    url = f"{origin}{profile.url}"
    return {"@type": "Person", "@id": f"{url}#person", "name": profile.label, "url": url}


def occupation(metier: MetierPage, url: str) -> Node:
    """Return a métier (Occupation)."""
    return {
        "@type": "Occupation",
        "@id": url,
        "name": metier.card.title,
        "description": metier.card.summary,
        "educationRequirements": ". ".join(
            words.rstrip(".")
            for words in (
                *(words for _, words in metier.training),
                *([metier.provider.label] if metier.provider else []),
            )
        ),
    }


def learning_resource(capsule: CapsulePage, path: Link, url: str, origin: str) -> Node:
    """Return a capsule (LearningResource), part of the ``path`` that the capsules make.

    ``url`` and that of the path are full addresses.
    """
    node: Node = {
        "@type": "LearningResource",
        "@id": url,
        "name": capsule.card.title,
        "description": capsule.card.summary,
        "learningResourceType": "capsule auto-formative",
        "educationalUse": "auto-formation",
        "audience": [
            {"@type": "Audience", "audienceType": term.name} for term in capsule.audiences
        ],
        "isAccessibleForFree": True,
        "inLanguage": capsule.card.lang,
        "isPartOf": {"@type": "CreativeWorkSeries", "@id": path.url, "name": path.label},
        "position": capsule.rank,
    }
    if capsule.minutes is not None:
        node["timeRequired"] = iso_duration(capsule.minutes)
    if capsule.goals:
        node["teaches"] = list(capsule.goals)
    if capsule.themes:
        node["about"] = [term.name for term in capsule.themes]
    if capsule.works:
        node["citation"] = [_citation(work) for work in capsule.works]
    if capsule.author:
        node["author"] = _person(capsule.author, origin)
    return node


def iso_duration(minutes: int) -> str:
    """Return a duration of ISO 8601: ``PT1H35M``."""
    hours, rest = divmod(minutes, 60)
    parts = (f"{hours}H" if hours else "", f"{rest}M" if rest or not hours else "")
    return f"PT{''.join(parts)}"


def _citation(work: Work) -> Node:
    """Return a work that is cited: its kind is not known, a report may be one."""
    said: Node = {
        "author": [{"@type": "Person", "name": name} for name in work.authors],
        "publisher": {"@type": "Organization", "name": work.publisher} if work.publisher else None,
        "datePublished": str(work.year) if work.year else "",
        "url": work.url,
    }
    node: Node = {"@type": "CreativeWork", "name": work.title}
    return node | {key: value for key, value in said.items() if value}


def digital_document(document: DocumentPage, url: str, origin: str, site_url: str) -> Node:
    """Return a document (DigitalDocument); ``url`` is the full address of its page."""
    card = document.card
    node: Node = {
        "@type": "DigitalDocument",
        "@id": url,
        "name": card.title,
        "description": card.summary,
        "genre": card.genre,
        "datePublished": card.date.iso,
        "inLanguage": card.lang,
        "publisher": {"@id": organization_id(site_url)},
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": f"{origin}{card.file.url}",
            "encodingFormat": media_type(card.file.url),
        },
    }
    if document.event:
        node["about"] = {"@type": "Event", "@id": f"{origin}{document.event.url}#event"}
    return node


def group_node(group: GroupPage, url: str, origin: str, site_url: str) -> Node:
    """Return a group (Organization) with its members; ``url`` is the full address of its page."""
    card = group.card
    node: Node = {
        "@type": "Organization",
        "@id": f"{url}#group",
        "name": card.title,
        "description": card.summary,
        "url": url,
        "parentOrganization": {"@id": organization_id(site_url)},
    }
    if group.since:
        node["foundingDate"] = group.since.iso
    if group.members:
        node["member"] = [_role(member, origin) for member in group.members]
    return node


def _role(member: Member, origin: str) -> Node:
    """Return a member for the time of the mandate (OrganizationRole)."""
    person: Node = {"@type": "Person", "name": member.name}
    if member.url:
        person["@id"] = f"{origin}{member.url}#person"
    said = {"roleName": member.function, "startDate": member.first, "endDate": member.last}
    role: Node = {"@type": "OrganizationRole", "member": person}
    return role | {name: value for name, value in said.items() if value}
