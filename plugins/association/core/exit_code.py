"""The exit codes of commands."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Success, errors in the content, wrong usage, failure of the program itself."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    FAULT = 3
