"""The preview over HTTP, on this machine only: the site's answers and the stream of events.

What is answered is ``answers``'s; when the state changes is ``serving``'s.
"""

import contextlib
import threading
from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from ...content.addresses import save_as
from .answers import Answer, answer
from .panel import CLIENT
from .state import StateChannel

HOST = "127.0.0.1"
EVENTS = f"{CLIENT}events"
_PAGE = f"{EVENTS}?page="


class NoPortError(Exception):
    """No port could be had, and why, in French."""


class PreviewServer(ThreadingHTTPServer):
    """Serves ``output`` with the state in ``channel`` until it is shut down.

    ``heartbeat`` is how many seconds a silent stream of events waits before it makes sure that
    its browser is still there.
    """

    daemon_threads = True

    def __init__(
        self, port: int, output: Path, channel: StateChannel, heartbeat: float = 15.0
    ) -> None:
        self.output = output
        self.channel = channel
        self.heartbeat = heartbeat
        self._pages: Counter[str] = Counter()
        self._latest = ""
        self._lock = threading.Lock()
        super().__init__((HOST, port), _Handler)

    @property
    def port(self) -> int:
        """The port that was had in the end."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """The address of the preview's home page."""
        return f"http://{HOST}:{self.port}/"

    def open_pages(self) -> frozenset[str]:
        """Return the paths of the pages that browsers show, and of the one that was opened last.

        What another window hides lets go of its connection, and is looked at again.
        """
        with self._lock:
            return frozenset({*+self._pages, self._latest})

    @contextlib.contextmanager
    def opened(self, page: str) -> Iterator[None]:
        """Count the page at a path among those that are open."""
        with self._lock:
            self._pages[page] += 1
            self._latest = page
        try:
            yield
        finally:
            with self._lock:
                self._pages[page] -= 1

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: what a browser breaks off is no news to an editor."""


def listen(port: int, output: Path, channel: StateChannel, *, tries: int = 20) -> PreviewServer:
    """Return a server at ``port`` or, where it is taken, at one of the next; 0 is any free one."""
    for candidate in range(port, min(port + tries, 65536)):
        try:
            return PreviewServer(candidate, output, channel)
        except PermissionError as error:
            raise NoPortError(
                f"Le port {candidate} est réservé au système : choisissez-en un à partir de 1024."
            ) from error
        except OSError:
            continue
    raise NoPortError(f"Aucun port n’est libre à partir de {port}.")


class _Handler(BaseHTTPRequestHandler):
    """Answers one browser; a connection stays open from one request to the next."""

    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer with the whole file, or with the stream of events."""
        if self.path == EVENTS or self.path.startswith(_PAGE):
            page = unquote(self.path[len(_PAGE) :]).removeprefix("/")
            with self.server.opened(page):
                self._stream(save_as(page))
        else:
            self._send(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with what GET would say of the same address, without its body."""
        self._send(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for problems."""

    def _send(self, *, with_body: bool) -> None:
        server = self.server
        found = answer(self.path, server.output, server.channel.state)
        self._send_head(found)
        if with_body:
            self.wfile.write(found.body)

    def _send_head(self, found: Answer) -> None:
        self.send_response(found.status)
        self.send_header("Content-Type", found.content_type)
        self.send_header("Content-Length", str(len(found.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if found.location:
            self.send_header("Location", found.location)
        self.end_headers()

    def _stream(self, page: str) -> None:
        """Send the state at once, then each new one, until either side has had enough.

        ``page`` is the file of the page that listens.
        """
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        channel, number = self.server.channel, -1
        with contextlib.suppress(ConnectionError):
            while not channel.is_closed:
                news = channel.after(number, self.server.heartbeat)
                if news is None:
                    self.wfile.write(b":\n\n")
                else:
                    number, state = news
                    self.wfile.write(state.as_event(page))
