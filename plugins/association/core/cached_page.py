"""Pages that are kept between builds, by all that they are made from."""

import zlib
from collections.abc import Callable, Mapping

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


def cached_page(
    kind: str,
    values: Mapping[str, object],
    shared: bytes,
    cache: ResultsCache,
    render: Callable[[], str],
) -> bytes:
    """Return a page in UTF-8: what ``render`` gives, unless the same page was rendered before.

    ``kind`` is the name of its template, ``values`` are its own, ``shared`` is a digest of what all
    pages share (``shared_inputs``).
    """
    inputs = ("page", kind, shared, inputs_of(values))
    return zlib.decompress(
        cache.get_or_compute(inputs, lambda: zlib.compress(render().encode(), _LEVEL))
    )


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
