"""Pictures: what a file holds, and the files that visitors get instead of it.

``opening`` reads any picture there may be, ``sizes`` its sides, ``recipe`` says what is made of it
(pure), ``making`` makes it, ``workshop`` keeps what was made. No original leaves: what
visitors get is drawn anew, without a word about where, when and by what it was taken. Which
pictures a page shows, and where, is ``pages.album``'s.
"""
