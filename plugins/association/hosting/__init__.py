"""How the site is to be served: one table of headers, and its form for each kind of host.

``headers`` is the table, ``serving`` what a host is to know of this site, ``hosts`` the kinds of
host and what each is given: files within the public folder, or a configuration beside it. All
pure; ``hosting_command`` writes a configuration to the terminal.
"""
