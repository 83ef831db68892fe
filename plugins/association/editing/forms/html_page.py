"""The pages below ``/redaction/``: of a program each, with a policy of its own, out of search."""

from html import escape

_PAGE = """\
<!DOCTYPE html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="same-origin">
    <title>{title}</title>
    <link rel="icon" href="{emblem}" type="image/svg+xml">
    {head}
  </head>
{body}
</html>
"""


def html_page(policy: str, title: str, emblem: str, head: str, body: str) -> bytes:
    """Return a page of this title, whose icon is at the address ``emblem``.

    ``head`` and ``body`` are finished HTML: what else the head holds, and the body's element.
    """
    page = _PAGE.format(
        policy=policy, title=escape(title), emblem=escape(emblem), head=head, body=body
    )
    return page.encode()
