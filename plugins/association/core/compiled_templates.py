"""Jinja's compiled templates, kept between builds: a tenth of a build's time."""

from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from .cache import read_kept, write_kept


class CompiledTemplates(BytecodeCache):
    """Compiled templates by what Jinja calls them; it checks them against their source.

    ``discarded`` is told of those that were damaged.
    """

    def __init__(self, folder: Path, discarded: list[Path]) -> None:
        """Keep them in ``folder``."""
        self._folder = folder
        self._discarded = discarded

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = read_kept(self._folder / bucket.key, self._discarded)
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        write_kept(self._folder / bucket.key, bucket.bytecode_to_string())
