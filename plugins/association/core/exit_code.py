"""What a command answers to the shell."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command answers to the shell: fine, content to mend, wrong use, our own fault."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    FAULT = 3
