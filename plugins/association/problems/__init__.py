"""What checks find, in words: told to editors in French, and shown by forges. Pure.

- ``findings``: what is wrong at a place in a file;
- ``codes``: the stable name of each kind of problem, with its explanation;
- ``report``: problems of files, in reading order, as text and as a verdict;
- ``annotations``, ``code_quality``, ``summary``: the same beside the lines of a change, as GitHub,
  Forgejo and GitLab show it.
"""
