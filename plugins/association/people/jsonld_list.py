"""Lists of pages as structured data (schema.org CollectionPage, ItemList). Pure."""

from collections.abc import Iterable

from ..pages.jsonld import Node


def collection(name: str, url: str, origin: str, listed: Iterable[tuple[str, str]]) -> Node:
    """Return a page that lists others, each by its name and its address, in the order given.

    ``url`` is its full address; ``origin`` is put before the root-relative addresses of the others.
    """
    items: list[Node] = [
        {
            "@type": "ListItem",
            "position": place,
            "name": called,
            "url": f"{origin}{address}",
        }
        for place, (called, address) in enumerate(listed, start=1)
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
