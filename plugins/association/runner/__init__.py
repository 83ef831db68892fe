"""The course of a build, and the preview that repeats it.

``build`` runs one as a process of its own, in a ``fresh_folder`` that takes the site's place when
it is complete; ``report`` is what that process says of itself, ``report_reader`` reads it;
``summary`` has the words and ``console`` the terminal. ``preview`` shows the site at home.
"""
