"""Small sites that link their own files, what a visitor checks, and terms to publish."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from association.delivery.delivery import Site, Terms
from association.delivery.folder_target import FolderTarget
from association.delivery.guard import Consent
from association.delivery.inventory import Kind
from association.delivery.lock import Holder
from association.delivery.place import Place
from association.delivery.site_files import files_of

IN_PLACE = Place("www", "www.publication")
SWITCH = Place("www", "www.publication", switch=True)
INSIDE = Place("www", "www/.publication")

_LINK = re.compile(rb'(?:href|src)="/([^"]+)"')


def page(words: str, *assets: str) -> str:
    """A page whose assets are named in it."""
    return f"<p>{words}</p>" + "".join(f'<img src="/{asset}">' for asset in assets)


# Every kind of change between two sites: an asset's new name, a page more, less and changed, a
# file that becomes a folder, a feed, accents and spaces, one content under two paths.
BEFORE = {
    "index.html": page("accueil", "theme/site.11111111.css", "images/été à Évry.svg"),
    "a-propos/index.html": page("à propos", "theme/site.11111111.css"),
    "ancienne/index.html": page("ancienne", "theme/site.11111111.css", "images/vieux.svg"),
    "theme/site.11111111.css": "p { color: red }",
    "images/été à Évry.svg": "<svg>1</svg>",
    "images/vieux.svg": "<svg>2</svg>",
    "agenda.ics": "BEGIN:VCALENDAR 1",
    "sitemap.xml": "<urlset>1</urlset>",
    "documents/note": "une note",
    "copie.txt": "le même",
    "autre-copie.txt": "le même",
    "vide.txt": "",
}
AFTER = {
    "index.html": page("accueil", "theme/site.22222222.css", "images/été à Évry.svg"),
    "a-propos/index.html": page("à propos de nous", "theme/site.22222222.css"),
    "nouvelle/index.html": page("nouvelle", "theme/site.22222222.css", "images/neuf.svg"),
    "theme/site.22222222.css": "p { color: green }",
    "images/été à Évry.svg": "<svg>1</svg>",
    "images/neuf.svg": "<svg>3</svg>",
    "agenda.ics": "BEGIN:VCALENDAR 2",
    "sitemap.xml": "<urlset>2</urlset>",
    "documents/note": "une note",
    "copie.txt": "le même",
    "autre-copie.txt": "un autre",
    "vide.txt": "",
}


def site(folder: Path, texts: Mapping[str, str]) -> Site:
    """Write a built site into a new folder."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    return Site(files_of(folder), folder)


def terms(versions: int = 3, process: int = 1, machine: str = "ici", **consent: bool) -> Terms:
    """Terms of a publication by somebody of a machine."""
    holder = Holder("marie@portable", "à 9 h", machine, process)
    return Terms(holder, "2026-11-21T09:00:00+00:00", "www", versions, Consent(**consent))


def served(host: Any, place: Place = IN_PLACE) -> dict[str, str]:
    """What visitors are led to: the text of every file, by its path.

    A style sheet that no page names is left out: ``test_former_assets`` says which there may be.
    """
    every = everything_served(host, place)
    return {path: text for path, text in every.items() if not _is_left_over(path, every)}


def everything_served(host: Any, place: Place = IN_PLACE) -> dict[str, str]:
    """The text of every file that visitors can read, by its path."""
    within = place.state_within_site
    return {
        path: (host.read(f"{place.site}/{path}") or b"").decode()
        for path, entry in host.listing(place.site).items()
        if entry.kind is Kind.FILE and not (within and path.startswith(f"{within}/"))
    }


def _is_left_over(path: str, shown: Mapping[str, str]) -> bool:
    named = {path.decode() for text in shown.values() for path in _LINK.findall(text.encode())}
    return ".css" in path and path not in named


def seen(place: Place) -> dict[str, str]:
    """What visitors can read of a site in a folder of this machine."""
    return served(FolderTarget(Path("/")), place)


def quiet(_text: str) -> None:
    """Nobody looks."""


def broken_for_visitors(
    shown: Mapping[str, str], *whole: Mapping[str, str], always: bool = True
) -> list[str]:
    """What a visitor would complain of: a page neither old nor new, one that lacks an asset.

    With ``always``, a page that all the sites have may at no moment be missing.
    """
    complaints = []
    for path, text in shown.items():
        known = [one[path] for one in whole if path in one]
        if text not in known and not _is_left_over(path, shown):
            complaints.append(f"{path} is of no version: {text!r}")
        complaints += [
            f"{path} lacks {asset.decode()}"
            for asset in _LINK.findall(text.encode())
            if asset.decode() not in shown
        ]
    if always:
        common = set.intersection(*(set(one) for one in whole))
        complaints += [f"{path} is missing" for path in sorted(common - shown.keys())]
    return complaints
