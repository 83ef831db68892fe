"""What checks look at."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from ..content.history import History
from ..content.policy import USUAL, Policy
from ..content.reading import Content
from ..core.cache import digest
from ..core.results_cache import NO_CACHE, ResultsCache, inputs_of
from .former_agenda import NOTHING_PUBLISHED, FormerAgenda

if TYPE_CHECKING:
    # A text is checked where no picture can be opened.
    from ..pictures.rendition_cache import RenditionCache


@dataclass(frozen=True)
class CheckContext:
    """The content, on a day, as the settings want it.

    ``asof`` is the instant that is shown, ``now`` the real one. ``rendition_cache`` remembers which
    pictures were read before, ``cache`` which texts. ``former_agenda`` is the published one.
    """

    content: Content
    asof: datetime
    now: datetime
    policy: Policy = USUAL
    rendition_cache: "RenditionCache | None" = None
    cache: ResultsCache = NO_CACHE
    history: History = field(default_factory=History)
    former_agenda: FormerAgenda = NOTHING_PUBLISHED

    @cached_property
    def vocabulary_key(self) -> bytes:
        """What the vocabulary is in the key of a result."""
        return digest(inputs_of(self.content.vocabulary))
