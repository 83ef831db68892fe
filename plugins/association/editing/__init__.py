"""What helps a person write: ``new`` begins a file, ``fixes`` mends it, ``photos`` bring pictures.

``guide`` is what editors look things up in, ``forms`` the forms at ``/redaction/``: both made from
the schema.
"""
