"""The preview of ``invoke serve``: the built site on this machine, reloading by itself.

- ``state``: what browsers are to know, and how they come to know it;
- ``panel``: the problems and the day, as HTML inside the page;
- ``answers``: an address to bytes, type and status, as a real host would give them;
- ``server``: those answers and the events over HTTP;
- ``client``: the script and the style sheet of the panel.

Nothing here is ever written into the site. Building and watching are ``serving``'s.
"""
