"""From what a reader sent to the file of a response, without any address of theirs.

``message`` reads what arrived; ``response_file`` makes the file. ``commands.response`` asks and
writes.
"""
