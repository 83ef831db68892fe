"""Structured data of news, métiers and capsules, in the vocabulary of schema.org. Pure."""

from ..pages.jsonld import Node, organization_id
from .capsule_view import CapsulePage
from .metier_view import MetierPage
from .news_view import NewsPage


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
