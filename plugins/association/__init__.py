"""The association's site: from what editors write to what visitors read.

The way of the data, which is also the order to read the rooms in:

- ``source``: a file's bytes to front matter whose values remember their place, and to HTML; what
  YAML and Markdown would get wrong without a word;
- ``content``: those values to typed entries, the one bridge between French keys and English code;
  all files to all entries, their addresses, and what git knows of their past;
- ``pages``: what any page is made of, finished for templates: its context, its head, its pictures;
- ``events`` and ``people``: the calendar whole, and the directory whole, each from what its entries
  mean on a given day to its pages, calendars, tables, cards and structured data;
- ``site``: every other page, and the list of all pages and all files;
- ``pelican_plugin``: Pelican's generator, the one module that knows Pelican.

Along it: ``problems`` is what is wrong, in words, ``checks`` what must hold between fields, files
and people; ``pictures`` makes what visitors get instead of a picture's file, ``printing`` what they
print; ``hosting`` completes the finished folder and says how it is served, ``audit`` checks it,
``delivery`` takes it to a host.

Around it: ``runner`` is one build, and the preview that repeats it; ``editing`` helps a person
write; ``commands`` has one module a command; ``core`` knows nothing of the association.

Which room may import which stands in ``pyproject.toml``, lowest last.
"""


def register() -> None:
    """Connect the generator to Pelican (called by Pelican, twice with ``pelican -lr``)."""
    from .core.gc_pause import pause_gc  # noqa: PLC0415 — as below

    with pause_gc():
        from .pelican_plugin import connect  # noqa: PLC0415 — checking must not load Pelican

    connect()
