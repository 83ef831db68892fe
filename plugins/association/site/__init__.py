"""The pages that are about neither events nor people, and the lists of all pages and files.

``all_pages`` and ``all_files`` list what the site consists of; ``site`` is what every page shows
of it; ``next_change`` says when the same content makes another site.
"""
