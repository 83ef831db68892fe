"""From entries to what is published: links followed both ways, dates in words, consent applied.

``house`` holds what all of it needs; one module a kind of page. Pure but for the pictures,
which ``album`` reads.
"""
