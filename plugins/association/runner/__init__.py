"""Running a build, and the preview that repeats it.

``build`` runs one as a process of its own, in a ``fresh_folder`` that takes the site's place when
it is complete; ``report`` is written by that process, ``report_reader`` reads it;
``summary`` has the words and ``console`` the terminal. ``preview`` shows the site at home.
"""
