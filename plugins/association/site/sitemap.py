"""The sitemap and robots.txt (sitemaps.org 0.9; RFC 9309). Pure."""

from collections.abc import Iterable
from xml.sax.saxutils import escape


def sitemap(urls: Iterable[str]) -> bytes:
    """Return the sitemap of full addresses, in their order."""
    lines = [f"<url><loc>{escape(url)}</loc></url>" for url in urls]
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        + "\n".join(lines)
        + "\n</urlset>\n"
    ).encode()


def robots(sitemap_url: str) -> bytes:
    """Return a robots.txt that lets everybody in and names the sitemap by its full address."""
    return f"User-agent: *\nAllow: /\nSitemap: {sitemap_url}\n".encode()
