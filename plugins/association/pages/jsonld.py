"""Structured data of the pages, in the vocabulary of schema.org (JSON-LD). Pure.

Text stays raw: typography is for the eye. What one kind of page says is in its room's ``jsonld``.
"""

import json
from collections.abc import Sequence

from markupsafe import Markup

from ..published.capsule import CapsulePage
from ..published.metier import MetierPage
from ..published.news import NewsPage
from .common import Link

Node = dict[str, object]


def script(nodes: Sequence[Node]) -> Markup:
    """Return the nodes as the text of one ``application/ld+json`` script.

    ``<`` is escaped, so that no text of an editor can end the script.
    """
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def organization(name: str, url: str, email: str) -> Node:
    """Return the association itself, the one ``@id`` that all other nodes refer to."""
    node: Node = {"@type": "NGO", "@id": organization_id(url), "name": name, "url": f"{url}/"}
    return node | ({"email": email} if email else {})


def organization_id(site_url: str) -> str:
    """Return the identifier of the association under ``site_url``."""
    return f"{site_url}/#association"


def breadcrumbs(links: Sequence[Link], title: str, origin: str) -> Node:
    """Return the path from the home page to this page (BreadcrumbList).

    ``origin`` is put before the root-relative addresses; the last item is the page itself.
    """
    items: list[Node] = [
        {
            "@type": "ListItem",
            "position": position,
            "name": link.label,
            "item": f"{origin}{link.url}",
        }
        for position, link in enumerate(links, start=1)
    ]
    items.append({"@type": "ListItem", "position": len(items) + 1, "name": title})
    return {"@type": "BreadcrumbList", "itemListElement": items}


def news_article(item: NewsPage, url: str, origin: str, site_url: str) -> Node:
    """Return a news item (NewsArticle); ``url`` is its full address."""
    card = item.card
    node: Node = {
        "@type": "NewsArticle",
        "@id": url,
        "headline": card.title,
        "description": card.summary,
        "datePublished": card.date.iso,
        "inLanguage": card.lang,
        "publisher": {"@id": organization_id(site_url)},
        "author": {"@id": organization_id(site_url)},
    }
    if card.image:
        node["image"] = f"{origin}{card.image.url}"
    if item.event:
        node["about"] = {"@type": "Event", "@id": f"{origin}{item.event.url}#event"}
    if item.keywords:
        node["keywords"] = list(item.keywords)
    return node


def occupation(metier: MetierPage, url: str) -> Node:
    """Return a métier (Occupation)."""
    return {
        "@type": "Occupation",
        "@id": url,
        "name": metier.card.title,
        "description": metier.card.summary,
        "educationRequirements": ". ".join(words.rstrip(".") for _, words in metier.training),
    }


def learning_resource(capsule: CapsulePage, url: str, origin: str) -> Node:
    """Return a capsule (LearningResource)."""
    node: Node = {
        "@type": "LearningResource",
        "@id": url,
        "name": capsule.card.title,
        "description": capsule.card.summary,
        "teaches": list(capsule.goals),
        "audience": [
            {"@type": "Audience", "audienceType": term.name} for term in capsule.audiences
        ],
        "about": [term.name for term in capsule.themes],
        "isAccessibleForFree": True,
        "inLanguage": capsule.card.lang,
    }
    if capsule.author:
        node["author"] = {
            "@type": "Person",
            "@id": f"{origin}{capsule.author.url}#person",
            "name": capsule.author.label,
        }
    return node
