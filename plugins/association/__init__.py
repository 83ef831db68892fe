"""The association's site: from what editors write to what visitors read.

The way of the data, which is also the order to read the modules in:

- ``source``, ``frontmatter`` (with ``yaml_lines``, ``yaml_errors``): a file's bytes to text, to
  values that remember their place;
- ``schema``: those values to typed entries, the one bridge between French keys and English code;
- ``markdown``, ``prose``: the body to HTML, and what Markdown would get wrong without a word;
- ``reading``, ``references``: all files to all entries, links between them checked both ways;
- ``agenda``, ``directory``: what the entries mean on a given day;
- ``published``, ``publishing``: what leaves the house, finished for templates;
- ``outputs``: feeds, structured data, sitemap, calendars as bytes;
- ``pages``: Pelican's generator, the one room with ``build`` and ``serve`` that knows Pelican.

``findings``, ``problems`` and ``codes`` say what is wrong; ``words`` compares words.
"""


def register() -> None:
    """Connect the generator to Pelican (called by Pelican, twice with ``pelican -lr``)."""
    from .pages import connect  # noqa: PLC0415 — checking content must not load Pelican

    connect()
