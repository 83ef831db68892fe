"""What this process read of texts before, kept as ``invoke verifier`` keeps it, but in no file.

Most contents of tests are the same few texts but for one: each is read and checked once a process.
"""

from pathlib import Path

from association.core.results_cache import ResultsCache


class _UnwrittenCache(ResultsCache):
    def save(self) -> None:
        """Write nothing."""


TEXTS = _UnwrittenCache(Path("written-by-nobody"))
