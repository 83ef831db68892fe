"""Pictures: reading what a file contains, and rendering the files that visitors get instead.

``decoding`` reads any picture, ``sizes`` its dimensions; ``recipe`` says how it is rendered (pure),
``rendering`` does it, ``rendition_cache`` keeps the results. No original is published, so that
nothing tells where, when and with what it was taken. Which pictures a page shows, and where, is in
``pages.published_pictures``.
"""
