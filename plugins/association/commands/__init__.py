"""The commands of ``tasks.py``, one a module: options, words, the question, the exit code.

Each has a ``main(root, options, …) -> ExitCode``: the project's root, what was asked on the command
line, then what tests replace. What a command does is in the room of its subject; ``fix`` is
the half of ``verify`` that corrects, ``misuse`` says what a command line has wrong.
"""
