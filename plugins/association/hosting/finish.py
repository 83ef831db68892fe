"""The steps that finish a site, in their order. Each one's work is in a module of its own."""

from collections.abc import Callable, Sequence

from .compression import compress_site
from .finished_site import FinishedSite
from .offline import write_service_worker
from .published_drawings import publish_drawings
from .search_index import write_search_index
from .signed_manifest import sign_site

Step = Callable[[FinishedSite], None]

STEPS: Sequence[Step] = (
    publish_drawings,
    write_search_index,
    write_service_worker,
    compress_site,
    sign_site,
)
"""What is done to every finished site: what reads files first, then what compresses them.

Nothing may change once it is signed.
"""


def finish(site: FinishedSite, steps: Sequence[Step] = STEPS) -> None:
    """Run the steps one after the other.

    What a step raises ends the build: the site in place stays, and the log names the step.
    """
    for step in steps:
        try:
            step(site)
        except Exception as error:
            error.add_note(f"while finishing the site: {step.__module__}.{step.__qualname__}")
            raise
    site.results.save()
