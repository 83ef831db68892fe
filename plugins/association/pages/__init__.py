"""What any page is made of: what it shows, its head and its neighbours, pictures, addresses.

``context`` holds what all pages need, ``page`` makes one. ``common`` and the ``…view`` modules,
here and in other rooms, are what templates and files receive, finished: an editor's field that
none of them names cannot leave. Pure but for the pictures, which ``published_pictures`` reads.
"""
