"""The association's site: from what editors write to what visitors read.

The way of the data, which is also the order to read it in:

- ``text``: a file's bytes to front matter whose values remember their place, and to HTML; what
  YAML and Markdown would get wrong without a word;
- ``schema``: those values to typed entries, the one bridge between French keys and English code;
- ``reading``: all files to all entries, ``translations`` beside them; ``history``: what git knows
  of the events' past;
- ``checks``: what must hold between fields, files and people, all run by ``verification``;
- ``agenda``, ``directory``: what the entries mean on a given day;
- ``pictures``: what visitors get instead of a picture's file, made once;
- ``publishing`` makes, and ``published`` holds, what leaves the house, finished for templates;
- ``outputs``: calendars, feeds, cards, structured data and the booklet as bytes;
- ``hosting``: how a host is to serve it: one table of headers, its form for each kind of host;
- ``finishing``: what is done to the whole folder once everything is written;
- ``pages``: Pelican's generator, the one room that knows Pelican.

Beside it: ``build`` and ``preview``, the commands around a build; ``delivery``, the way to a
host; ``finishing``, what is done to the finished folder, ``control``, what is checked there;
``people``, what is owed to those in the directory; ``guide``, what editors look things up in;
``scaffolds``, the questions that a new file is made from; ``photos``, which brings pictures in.
``findings``, ``problems`` and ``codes`` say what is wrong; ``asof`` alone looks at the clock.
"""


def register() -> None:
    """Connect the generator to Pelican (called by Pelican, twice with ``pelican -lr``)."""
    from .pelican_plugin import connect  # noqa: PLC0415 — checking content must not load Pelican

    connect()
