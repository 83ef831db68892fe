"""A file's bytes to front matter with places, and to HTML; what goes wrong on the way. Pure.

- ``source``: bytes to a front matter and a body; ``clean_writing`` is how they should be written;
- ``frontmatter``: YAML to values that remember their place; ``yaml_lines``, ``yaml_lists``,
  ``yaml_repair`` and ``yaml_errors`` find what YAML would refuse or misread;
- ``markdown``: a body to HTML and ``headings``; ``prose``, ``inline``, ``tangles`` and
  ``stray_signs`` find what Markdown would get wrong without a word; ``inert`` lets nothing act.
"""
