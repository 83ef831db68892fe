"""What a host is to know of this site: the path it lives under, what moved, whether people left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import gone
from .headers import expression


@dataclass(frozen=True)
class Moved:
    """An address that was left: ``before`` from the site's root, ``after`` from the host's root.

    ``before`` may have a question mark and what follows it, as in « /spip.php?article12 »;
    ``after`` may be a full address of another site.
    """

    before: str
    after: str

    @property
    def variants(self) -> tuple[str, ...]:
        """The address with and without its final slash, when it is no file and no question."""
        bare = self.before.rstrip("/")
        is_page = "." not in bare.rpartition("/")[2] and "?" not in bare
        return (f"{bare}/", bare) if is_page and bare else (self.before,)


@dataclass(frozen=True)
class Serving:
    """The site as a host serves it: ``base`` is « /tst », or ``""`` at a host's root.

    ``moved`` holds what is redirected for good (301); ``people_left`` says whether somebody
    withdrew, so that the spaces of ``gone`` answer 410 where nothing is.
    """

    base: str
    moved: tuple[Moved, ...] = ()
    people_left: bool = False

    def expression(self, patterns: tuple[str, ...]) -> str:
        """Return the regular expression of patterns' addresses on the host, its ends marked."""
        return f"^{re.escape(self.base)}{expression(patterns)}$"

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield the addresses that moved, on the host, each with where to; base included."""
        for moved in self.moved:
            for before in moved.variants:
                yield f"{self.base}{before}", moved.after

    @property
    def spaces(self) -> tuple[str, ...]:
        """The spaces that answer « gone », on the host; none while nobody left."""
        return tuple(f"{self.base}/{space}" for space in gone.SPACES) if self.people_left else ()
