"""Asking a web site as a browser does, without following redirects; and its certificate's end."""

import http.client
import socket
import ssl
from datetime import UTC, datetime
from urllib.parse import urlsplit

from .online_site import Answer

_PATIENCE = 30.0
_NAME = "invoke-publier-verifier"


class WebConnection:
    """A connection to the site's host that lasts; one that the host closed is opened again."""

    def __init__(self, address: str, **headers: str) -> None:
        parts = urlsplit(address)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        self._connection = kind(parts.hostname or "", parts.port, timeout=_PATIENCE)
        self._headers = {"User-Agent": _NAME, **headers}

    def ask(self, path: str, coding: str) -> Answer:
        """Return the answer to a request for a path in a coding; raise OSError."""
        try:
            return self._ask(path, coding)
        except (http.client.HTTPException, ConnectionError):
            self._connection.close()
        try:
            return self._ask(path, coding)
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _ask(self, path: str, coding: str) -> Answer:
        headers = {**self._headers, "Accept-Encoding": coding}
        self._connection.request("GET", path, headers=headers)
        answer = self._connection.getresponse()
        fields = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, fields, answer.read())


def certificate_end(address: str) -> datetime:
    """Return the instant when the certificate of an https address expires; raise OSError."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    with (
        socket.create_connection((host, parts.port or 443), timeout=_PATIENCE) as plain,
        ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secure,
    ):
        end = str((secure.getpeercert() or {})["notAfter"])
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(end), UTC)
