"""What editors wrote, typed, and what git knows of its past. Reads files; no Pelican, no clock.

- ``schema``: what may be written, one model a content type, the one bridge between French keys and
  English code; ``values`` and ``vocabulary`` are what its fields are made of, ``validation`` turns
  a front matter into a model or into findings;
- ``reading``: all files to all entries (``entry``), ``translations`` beside them, ``withdrawn`` and
  ``left_addresses`` from their own files;
- ``history``: what git knows of the events' past, as ``revisions``;
- ``addresses``: which page is where; ``identity``, ``legal_notice``, ``policy`` and ``forge``: what
  the settings say; ``event_states``, ``times`` and ``french_dates``: what a state and a stretch
  of time mean, and their words.
"""
