"""The state of the preview for browsers, and the channel on which they wait for changes.

No HTTP, no files.
"""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class State:
    """``version`` changes with every new site and is ``""`` while there is none at all.

    ``panel`` is finished HTML, ``""`` when there is nothing to say. While the next site is being
    written, ``first_files`` are those of it that are ready, by their paths; ``next_version`` is
    what its version will be.
    """

    version: str
    panel: str = ""
    next_version: str = ""
    first_files: Mapping[str, bytes] = field(default_factory=dict)

    def version_of(self, file: str) -> str:
        """Return the version of the site that a file is shown of."""
        return self.next_version if file in self.first_files else self.version

    def with_first_files(self, files: Mapping[str, bytes], version: str) -> "State":
        """Return the state once ``files`` of a site of this ``version`` are ready.

        They take the place of those of a build that gave way to the next. It is the same state
        where nothing is to be shown, or taken away, and while there is no site at all.
        """
        if not self.version or not (files or self.first_files):
            return self
        return replace(self, next_version=version, first_files=files)

    def as_event(self, page: str) -> bytes:
        """Return the state as one server-sent event (WHATWG HTML, § 9.2.6).

        ``page`` is the file of the page that is told.
        """
        written = json.dumps({"version": self.version_of(page), "panel": self.panel})
        return f"event: etat\ndata: {written}\n\n".encode()


class StateChannel:
    """Broadcasts the latest state; a slow reader may miss all but the latest of several changes."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._rendition = 0
        self._is_closed = False
        self._news = threading.Condition()

    @property
    def state(self) -> State:
        """The latest state."""
        return self._state

    @property
    def is_closed(self) -> bool:
        """Whether no state will be posted any more."""
        return self._is_closed

    def post(self, state: State) -> None:
        """Replace the state and wake all waiting readers."""
        with self._news:
            self._state = state
            self._rendition += 1
            self._news.notify_all()

    def close(self) -> None:
        """Wake all waiting readers for the last time."""
        with self._news:
            self._is_closed = True
            self._news.notify_all()

    def after(self, number: int, patience: float) -> tuple[int, State] | None:
        """Wait at most ``patience`` seconds for a state later than ``edition``; -1 is before all.

        Returns the state with its edition, or None when there was no news or there will be none.
        """
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._rendition > number, patience)
            if self._is_closed or self._rendition <= number:
                return None
            return self._rendition, self._state
