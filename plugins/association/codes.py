"""The stable code of every problem and what it means: the source of the catalogue for editors.

A code never changes its meaning: members learn it, the guide links to it. Pure data.
"""

CODES: dict[str, str] = {}
