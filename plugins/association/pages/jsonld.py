"""Structured data of the pages, in the vocabulary of schema.org (JSON-LD). Pure.

Text stays raw: typography is for the eye. What one kind of page says is in its room's ``jsonld``.
"""

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ..content.vocabulary import Entity
from .common import Link

Node = dict[str, object]


def script(nodes: Sequence[Node]) -> Markup:
    """Return the nodes as the text of one ``application/ld+json`` script.

    ``<`` is escaped, so that no text of an editor can end the script.
    """
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def organization(name: str, url: str, email: str, telephone: str) -> Node:
    """Return the association itself, the one ``@id`` that all other nodes refer to.

    Without an address or a number (``""``), nothing is said of it.
    """
    node: Node = {"@type": "NGO", "@id": organization_id(url), "name": name, "url": f"{url}/"}
    reached = {"email": email, "telephone": telephone}
    return node | {name: value for name, value in reached.items() if value}


def organization_id(site_url: str) -> str:
    """Return the identifier of the association under ``site_url``."""
    return f"{site_url}/#association"


def named(name: str, usual_type: str, entities: Mapping[str, Entity]) -> Node:
    """Return somebody known by name: of ``usual_type``, unless the vocabulary knows better."""
    entity = entities.get(name)
    if entity is None:
        return {"@type": usual_type, "name": name}
    node: Node = {"@type": entity.schema_type, "name": name, "sameAs": entity.url}
    return node | {"description": entity.description} if entity.description else node


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
