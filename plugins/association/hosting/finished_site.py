"""The folder of a site in which everything is written, as the finishing steps are given it."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from ..core.results_cache import NO_CACHE, ResultsCache


class Copies(Enum):
    """Which files have a compressed copy beside them, by what the host does.

    ``OFTEN``: what most visits load, for hosts that compress the rest as they send it; ``ALL``:
    every text, for those that send nothing compressed but copies; ``NONE``: they read no copy.
    """

    NONE = "none"
    OFTEN = "often"
    ALL = "all"


@dataclass(frozen=True)
class FinishedSite:
    """A site that is complete but not yet in place.

    ``folder`` holds its files; ``base`` is the path that its addresses begin with (« /tst », or
    ``""`` at a host's root); ``production`` says whether it is the public site, ``offline`` whether
    browsers keep its offline page. ``signing_key`` is the association's private key, or ``""``;
    ``copies`` are those that its host serves, ``results`` those of earlier builds.
    """

    folder: Path
    base: str
    production: bool
    offline: bool = False
    signing_key: str = field(default="", repr=False)
    copies: Copies = Copies.ALL
    results: ResultsCache = field(default=NO_CACHE, repr=False, compare=False)
