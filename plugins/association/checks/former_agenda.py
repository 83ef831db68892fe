"""The agenda of the published site, as far as it is known here. Reads files, or asks the site."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..events.published_agenda import PublishedAgenda, published_agenda
from ..runner import former_site
from ..runner.former_site import UnreachableSiteError


@dataclass(frozen=True)
class FormerAgenda:
    """What the published site announces; ``unknown`` is why it cannot be known, in few words."""

    agenda: PublishedAgenda = field(default_factory=PublishedAgenda)
    unknown: str = ""


NOTHING_PUBLISHED = FormerAgenda()


def read_former_agenda(
    output: Path, cache: Path, environ: Mapping[str, str] = os.environ
) -> FormerAgenda:
    """Return the agenda that the site built next will replace; never raises."""
    try:
        found = former_site.former_files(output, cache, environ)
        if former_site.AGENDA not in found:
            return NOTHING_PUBLISHED
        due = found.get(former_site.NEXT_CHANGE, b"")
        return FormerAgenda(published_agenda(found[former_site.AGENDA], due))
    except UnreachableSiteError as error:
        return FormerAgenda(unknown=str(error))
    except ValueError:
        return FormerAgenda(unknown=f"« {former_site.AGENDA} » n’y est pas lisible")
    except OSError as error:
        return FormerAgenda(unknown=error.strerror or "fichier illisible")
