"""A file's bytes to front matter with places, and to HTML; what goes wrong on the way. Pure.

- ``source``: bytes to a front matter and a body; ``clean_writing`` is how they should be written;
- ``frontmatter``: YAML to values that remember their place; ``yaml_lines``, ``yaml_lists``,
  ``yaml_repair`` and ``yaml_errors`` find what YAML would refuse or misread;
- ``tree``: a ``body`` read once, by ``markdown``, with the place of every part, which
  ``lent_letters`` remember; ``fences`` and ``inline_rules`` are read as this site means them;
  ``prose``, ``inline``, ``tangles`` and
  ``stray_signs`` find what Markdown would get wrong without a word; ``inert`` lets nothing act.
"""
