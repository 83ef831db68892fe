"""The directory: who is found by what, and where. Pure but for the gazetteer, read once.

- ``facets``: what people are found by, and the address of each value;
- ``listing``: people as facets see them; which lists and pairs of lists exist;
- ``gazetteer``: towns and postal codes to positions; ``distances`` between them;
- ``cartogram``: regions and countries as cells of one map.

What is shown of a person is decided in ``publishing``, never here; what the browser's filter reads
is in ``outputs.filter_index``.
"""
