"""What checks look at."""

from dataclasses import dataclass, field
from datetime import datetime

from ..content.history import History
from ..content.policy import USUAL, Policy
from ..content.reading import Content
from ..core.results_cache import NO_CACHE, ResultsCache
from ..pictures.workshop import Workshop


@dataclass(frozen=True)
class CheckContext:
    """The content, on a day, as the settings want it.

    ``asof`` is the instant that is shown, ``now`` the real one. ``workshop`` remembers which
    pictures were read before, ``cache`` which texts.
    """

    content: Content
    asof: datetime
    now: datetime
    policy: Policy = USUAL
    workshop: Workshop | None = None
    cache: ResultsCache = NO_CACHE
    history: History = field(default_factory=History)
