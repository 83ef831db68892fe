"""The calendar whole: from what an event says to its pages, calendars, feeds and files.

In the order to read it in, all pure:

- ``occurrences``: the dates of events on a day, made by ``recurrence``, each in a state;
  ``series`` are numbered, ``grid`` puts dates into weeks and months;
- ``public_event``: what leaves of an event, by whatever way; ``places`` says where it is;
- ``view`` and ``calendar_view``: what pages add to it, and show of the agenda;
- ``page``: an event's page; ``calendar_pages``: those of the agenda, with ``grid_pages``,
  ``selections``, ``subscriptions``, ``programme``;
- ``ics``, ``feeds``, ``agenda_json``, ``agenda_csv`` and ``jsonld`` write it for programs,
  ``files`` says where.
"""
