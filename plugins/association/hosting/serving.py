"""What a host has to know of this site: its base path, redirects, and whether people left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import gone
from .headers import expression


@dataclass(frozen=True)
class Redirect:
    """A redirect: ``before`` is a path from the site's root, ``after`` one from the host's root.

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

    ``moved`` are the permanent redirects (301); ``domain`` is « www.association.example ». With
    ``has_withdrawals``, missing addresses under the prefixes of ``gone`` answer 410.
    ``form_origin`` is the host of somebody else that the pages' forms may send to, if any.
    """

    base: str
    moved: tuple[Redirect, ...] = ()
    has_withdrawals: bool = False
    domain: str = ""
    form_origin: str = ""

    def expression(self, patterns: tuple[str, ...]) -> str:
        """Return the regular expression of patterns' addresses on the host, its ends marked."""
        return f"^{re.escape(self.base)}{expression(patterns)}$"

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield the former and the new address of each redirect on the host, base included."""
        for moved in self.moved:
            for before in moved.variants:
                yield f"{self.base}{before}", moved.after

    def own_domain(self, of_the_forge: str) -> str:
        """Return the domain when the site is at its root and it is not below the forge's own."""
        own = not self.base and not f".{self.domain}".endswith(f".{of_the_forge}")
        return self.domain if own else ""

    @property
    def gone_prefixes(self) -> tuple[str, ...]:
        """The prefixes that answer « gone » on the host; none while nobody has left."""
        return (
            tuple(f"{self.base}/{space}" for space in gone.PREFIXES) if self.has_withdrawals else ()
        )
