"""Every page that is neither an event's nor a person's, and all pages and files of the site.

``all_pages`` and ``all_files`` are the two lists of what the site is made of; ``site`` is what
every page knows of it; ``due`` says when the same content gives another site.
"""
