"""What ``invoke build`` and ``invoke serve`` write in a terminal: results out, problems aside.

Here live the streams and the line that shows progress; the sentences are ``summary``'s.
"""

import os
import sys
from dataclasses import dataclass
from typing import TextIO

from . import summary
from .build import Outcome

_LONG = 2.0
_SAME_LINE = "\r\x1b[K"


@dataclass(frozen=True)
class Console:
    """A terminal's two streams; texts are whole, without their final newline."""

    out: TextIO
    err: TextIO

    @classmethod
    def of_this_process(cls) -> "Console":
        """Return the console of the running program."""
        return cls(sys.stdout, sys.stderr)

    def say(self, text: str) -> None:
        """Write what went as it should."""
        _write(self.out, text)

    def complain(self, text: str) -> None:
        """Write what somebody has to mend or to know first."""
        _write(self.err, text)

    def progress(self, seconds: float) -> None:
        """Show, on a terminal only, that a build of more than two seconds is still alive."""
        if seconds >= _LONG and self.err.isatty():
            self.err.write(_SAME_LINE + summary.progress(seconds))
            self.err.flush()

    def passing(self, text: str) -> None:
        """Show, on a terminal only, a line that the next one replaces; ``""`` takes it away."""
        if self.err.isatty():
            self.err.write(_SAME_LINE + text)
            self.err.flush()

    def show_outcome(self, outcome: Outcome, complaint: str | None = None) -> None:
        """Write what came of a build: its problems, and its summary when the site is in place.

        ``complaint`` is what to say of the problems, all of them when it is None.
        """
        if self.err.isatty():
            self.err.write(_SAME_LINE)
        if complaint := summary.complaint(outcome) if complaint is None else complaint:
            self.complain(complaint)
        if outcome.is_success and outcome.report:
            self.say(summary.success(outcome.report, outcome.seconds))


def _write(stream: TextIO, text: str) -> None:
    """Write a text and its newline at once; a reader that has left (« | head ») is no failure."""
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except BrokenPipeError:
        # What the stream still holds would be written, and fail, at the end of the program.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
