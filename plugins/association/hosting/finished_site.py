"""The folder of a site in which everything is written, as the finishing steps are given it."""

from dataclasses import dataclass, field
from pathlib import Path

from ..core.results_cache import NO_CACHE, ResultsCache


@dataclass(frozen=True)
class FinishedSite:
    """A site that is complete but not yet in place.

    ``folder`` holds its files; ``base`` is the path that its addresses begin with (« /tst », or
    ``""`` at a host's root); ``production`` says whether it is the public site, ``offline`` whether
    browsers keep its offline page. ``signing_key`` is the association's private key, or ``""``;
    ``serves_copies``: its host serves compressed copies that stand beside the files. ``results``
    are those of earlier builds.
    """

    folder: Path
    base: str
    production: bool
    offline: bool = False
    signing_key: str = field(default="", repr=False)
    serves_copies: bool = True
    results: ResultsCache = field(default=NO_CACHE, repr=False, compare=False)
