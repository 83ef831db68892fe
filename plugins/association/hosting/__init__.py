"""The finished folder: the last steps that complete it, and how a host has to serve it.

``finish`` lists the steps, functions of a ``FinishedSite`` that run within the build before the new
site replaces the former one: ``search_index``, ``offline``, ``compression``. ``headers`` is the
table of how files are served, ``serving`` what a host has to know of this site, ``gone`` the
addresses of people who left, ``hosts`` the kinds of host and what each is given: files within the
public folder, or a configuration beside it. The table and all that is made from it are pure.
"""
