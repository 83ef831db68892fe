"""Lists of people as structured data (schema.org CollectionPage, ItemList). Pure."""

from collections.abc import Iterable

from ..pages.jsonld import Node
from .view import PublicPerson


def people_list(name: str, url: str, origin: str, people: Iterable[PublicPerson]) -> Node:
    """Return a page that lists people in the order given.

    ``url`` is its full address; ``origin`` is put before the root-relative addresses of pages.
    """
    items: list[Node] = [
        {
            "@type": "ListItem",
            "position": place,
            "name": person.name,
            "url": f"{origin}{person.url}",
        }
        for place, person in enumerate(people, start=1)
    ]
    return {
        "@type": "CollectionPage",
        "@id": url,
        "name": name,
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(items),
            "itemListElement": items,
        },
    }
