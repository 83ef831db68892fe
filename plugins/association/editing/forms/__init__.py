"""The forms at ``/redaction/``: Sveltia CMS, set up from the schema.

``fields`` turns a node of the JSON Schema into a field of a form, ``collections`` gathers them by
content type, ``configuration`` adds the forge: all pure, checked against the JSON Schema that
Sveltia CMS ships. ``site_files`` is what the site then holds.
``invoke redaction`` makes the program itself out of its npm package.
"""
