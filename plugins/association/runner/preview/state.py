"""What browsers are to know of the preview, and the place where they wait for news of it.

Pure but for the lock: no HTTP, no files.
"""

import json
import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """``version`` changes with every new site and is ``""`` while there is none at all.

    ``panel`` is finished HTML, ``""`` when there is nothing to say.
    """

    version: str
    panel: str = ""

    def as_event(self) -> bytes:
        """Return the state as one server-sent event (WHATWG HTML, § 9.2.6)."""
        written = json.dumps({"version": self.version, "panel": self.panel})
        return f"event: etat\ndata: {written}\n\n".encode()


class Noticeboard:
    """Holds the latest state; each reader gets every change once, or the latest of several."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._rendition = 0
        self._closed = False
        self._news = threading.Condition()

    @property
    def state(self) -> State:
        """The latest state."""
        return self._state

    @property
    def closed(self) -> bool:
        """Say whether nothing will ever be posted again."""
        return self._closed

    def post(self, state: State) -> None:
        """Replace the state and wake those who wait."""
        with self._news:
            self._state = state
            self._rendition += 1
            self._news.notify_all()

    def close(self) -> None:
        """Wake those who wait for the last time."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def after(self, edition: int, patience: float) -> tuple[int, State] | None:
        """Wait at most ``patience`` seconds for a state later than ``edition``; -1 is before all.

        Returns the state with its edition, or None when there was no news or there will be none.
        """
        with self._news:
            self._news.wait_for(lambda: self._closed or self._rendition > edition, patience)
            if self._closed or self._rendition <= edition:
                return None
            return self._rendition, self._state
