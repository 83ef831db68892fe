"""Templates whose text is kept between builds, by all that it is made from."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from jinja2 import Environment

from .cache import digest
from .results_cache import ResultsCache, inputs_of

# Packed faster than it is written to a disk, and five times smaller.
_LEVEL = 1
# Where a machine has the site's files, what differs from page to page, and Pelican's own tables,
# which hold objects: no template shows them.
_NOT_SHOWN = frozenset(
    {
        *("PATH", "THEME", "PLUGIN_PATHS", "CACHE_PATH", "OUTPUT_PATH"),
        *("output_file", "localsiteurl", "filenames"),
        *("generated_content", "static_content", "static_links", "staticfiles"),
    }
)


class Template(Protocol):
    """What renders a page: Jinja's template."""

    def render(self, values: Mapping[str, object], /) -> str:
        """Return the page."""


@dataclass(frozen=True)
class CachedTemplate:
    """A template that renders a page, unless the same page was rendered before.

    ``kind`` is its name, ``shared`` a digest of what all pages share (``shared_inputs``), ``names``
    are those of the page's own values. Pelican's writer calls ``render``.
    """

    template: Template
    kind: str
    shared: bytes
    names: frozenset[str]
    cache: ResultsCache

    def render(self, values: Mapping[str, object]) -> str:
        """Return the page made from ``values``, as the template or an earlier build rendered it."""
        own = {name: value for name, value in values.items() if name in self.names}
        packed = self.cache.get_or_compute(
            ("page", self.kind, self.shared, inputs_of(own)),
            lambda: zlib.compress(self.template.render(values).encode(), _LEVEL),
        )
        return zlib.decompress(packed).decode()


def shared_inputs(environment: Environment, context: Mapping[str, object], *more: str) -> bytes:
    """Return a digest of what all pages share: templates, settings, and ``more`` in words.

    A value of the context that is no data makes a digest of its own for each run.
    """
    loader = environment.loader
    if loader is None:
        raise ValueError("an environment without a loader has no templates")
    templates = [
        part
        for name in loader.list_templates()
        for part in (name, loader.get_source(environment, name)[0])
    ]
    settings = [
        part
        for name, value in sorted(context.items())
        if name not in _NOT_SHOWN and not name.startswith("_")
        for part in (name, _data_of(value))
    ]
    return digest(*templates, *settings, *more)


def _data_of(value: object) -> bytes:
    try:
        return inputs_of(value)
    except Exception:
        return repr(value).encode()
