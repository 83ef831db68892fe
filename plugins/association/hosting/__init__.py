"""The finished folder: what is done to it at last, and how a host is to serve it.

``finish`` lists the steps that complete a folder, functions of a ``FinishedSite`` that run within
the build before the new site takes the former one's place: ``search_index``, ``offline``,
``compressed``. ``headers`` is the table of how files are served, ``serving`` what a host is to know
of this site, ``gone`` where people left, ``hosts`` the kinds of host and what each is given: files
within the public folder, or a configuration beside it. The table and all made of it are pure.
"""
