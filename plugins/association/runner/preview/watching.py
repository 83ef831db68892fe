"""Watching the sources of the site: content, theme, plugins, settings.

Here live what counts as a change and the wait for one; what a change sets off is ``serving``'s.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from watchfiles import BaseFilter, Change, DefaultFilter, watch

from ..build import Plan

_SETTINGS = ("pelicanconf.py", "publishconf.py")
_ROUND_MS = 100
# What editors' programs take to write a file: changes that follow one another so closely are one.
_PAUSE_MS = 10


class Watch:
    """Watches a plan's sources in the background; changes close together count as one.

    The settings have a watch of their own, on the root's folder without what is below: an editor's
    program replaces a file by another, and a watch of the file itself would follow the old one.
    ``when_changed`` is called at each change, in the background, before whoever waits is woken.
    """

    def __init__(self, plan: Plan, when_changed: Callable[[], None] = lambda: None) -> None:
        self._when_changed = when_changed
        folders = [plan.root / name for name in (plan.content, "theme", "plugins")]
        present = [folder for folder in folders if folder.is_dir()]
        self._changed = threading.Event()
        self._stopping = threading.Event()
        self._trouble = ""
        settings = _NamedFiles({*_SETTINGS, plan.settings})
        self._awake = [
            self._start(present, DefaultFilter(), below=True),
            self._start([plan.root], settings, below=False),
        ]

    def stop(self) -> None:
        """End the watch and whoever waits for a change."""
        self._stopping.set()
        self._changed.set()

    def wait_until_awake(self) -> str:
        """Return when every change from now on will be seen, with the trouble if there is any."""
        for awake in self._awake:
            awake.wait()
        return self._trouble

    def wait_for_a_change(self) -> bool:
        """Return True when something has changed since the last call, False at the end."""
        self._changed.wait()
        self._changed.clear()
        return not self._stopping.is_set()

    def _start(
        self, folders: Sequence[Path], counts: BaseFilter, *, below: bool
    ) -> threading.Event:
        """Follow the folders from now on, and return what is set once that is under way."""
        awake = threading.Event()
        following = (folders, counts, below, awake)
        threading.Thread(target=self._follow, args=following, daemon=True).start()
        return awake

    def _follow(
        self, folders: Sequence[Path], counts: BaseFilter, below: bool, awake: threading.Event
    ) -> None:
        try:
            for changes in watch(
                *folders,
                watch_filter=counts,
                stop_event=self._stopping,
                step=_PAUSE_MS,
                rust_timeout=_ROUND_MS,
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=below,
            ):
                awake.set()
                if changes:
                    self._when_changed()
                    self._changed.set()
        except (OSError, RuntimeError) as error:
            self._trouble = (
                f"Les changements des fichiers ne peuvent pas être suivis ({error}) : "
                "relancez « invoke serve » pour les voir."
            )
        finally:
            awake.set()


class _NamedFiles(BaseFilter):
    """Lets through the changes of files that bear one of these names."""

    def __init__(self, names: set[str]) -> None:
        super().__init__()
        self._names = names

    def __call__(self, change: Change, path: str) -> bool:  # noqa: ARG002 — watchfiles' signature
        return Path(path).name in self._names
