"""The published site that the next build is compared with: two of its files. Reads files, asks.

In this order: where ``SITE_PUBLIE`` says (a folder, or the address of the site), the site in place
in the output, the copy that is kept when a preview takes the place of a site built for the public.
"""

import http.client
import json
import os
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from ..core.public_address import is_public

AGENDA = "agenda.json"
NEXT_CHANGE = "agenda/prochain-changement.json"
FILES = (AGENDA, NEXT_CHANGE)
SETTING = "SITE_PUBLIE"
# Tells the generator, which writes elsewhere, whose place its site takes.
IN_PLACE = "SITE_EN_PLACE"
KEPT = "site-publie"
_PATIENCE = 20.0
# Ten times what ten thousand events take: no file of such a site.
_LARGEST = 100_000_000
_NOT_THERE = {404, 410}
_AGENT = {"User-Agent": "association-tst"}


class UnreachableSiteError(Exception):
    """The published site was named and cannot be asked; the message says why."""


def former_files(
    output: Path, cache: Path, environ: Mapping[str, str] = os.environ
) -> Mapping[str, bytes]:
    """Return those of FILES that the published site has; none when nothing was published.

    Raises UnreachableSiteError when the site that was named cannot be asked.
    """
    named = environ.get(SETTING, "").strip()
    if named.startswith(("https://", "http://")):
        return _fetched(named)
    if named:
        return _in_folder(Path(named))
    in_place = (_in_folder(folder) for folder in (output, cache / KEPT))
    return next((found for found in in_place if _is_of_public_site(found)), {})


def keep_former(output: Path, cache: Path) -> None:
    """Keep the files of a public site in the output, whose place another is about to take."""
    found = _in_folder(output)
    if _is_of_public_site(found):
        write_files(found, cache / KEPT)


def _is_of_public_site(found: Mapping[str, bytes]) -> bool:
    """Return whether a site was built for the public, and not for a preview."""
    try:
        return is_public(str(json.loads(found[AGENDA])["url"]))
    except (ValueError, KeyError, TypeError):
        return False


def write_files(found: Mapping[str, bytes], folder: Path) -> None:
    """Write a published site's files into a folder; those that it lacks leave it."""
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name in found:
            path.write_bytes(found[name])
        else:
            path.unlink(missing_ok=True)


def _in_folder(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES if (folder / name).is_file()}


def _fetched(site: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in FILES:
        request = urllib.request.Request(f"{site.rstrip('/')}/{name}", headers=_AGENT)
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
                found[name] = answer.read(_LARGEST)
        except urllib.error.HTTPError as error:
            if error.code not in _NOT_THERE:
                raise UnreachableSiteError(f"{site} : {error.code}") from error
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise UnreachableSiteError(f"{site} : {error}") from error
    return found
