"""The commands of ``tasks.py``, one a module: arguments, words, the question, the exit code.

What a command does is in the room of its subject. ``misuse`` says what a command line has wrong.
"""
