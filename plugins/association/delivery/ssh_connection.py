"""A connection by SSH to a host whose key is known beforehand, with what proves who we are.

The host's key is pinned: a publication never trusts a key because it was the first one shown. What
is secret comes from the environment and goes nowhere else.
"""

import os
import socket
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from io import StringIO
from pathlib import Path

import paramiko
from paramiko.ssh_exception import IncompatiblePeer

from ..core.exit_code import ExitCode
from .target import DeliveryError

_PATIENCE = 20
_FAMILIES = (
    ("ssh-ed25519",),
    ("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"),
    ("rsa-sha2-512", "rsa-sha2-256"),
)
_KEYS: tuple[type[paramiko.PKey], ...] = (
    paramiko.Ed25519Key,
    paramiko.ECDSAKey,
    paramiko.RSAKey,
)


@dataclass(frozen=True)
class Secrets:
    """What proves who we are: a private key, its text or its path; its passphrase; a password."""

    key: str = ""
    passphrase: str = ""
    password: str = ""

    @property
    def key_is_text(self) -> bool:
        """Say whether the key is given by its text rather than by its path."""
        return self.key.lstrip().startswith("-----BEGIN")

    def __repr__(self) -> str:
        """Return nothing of it: this may end up in a log."""
        return "Secrets(…)"


@dataclass(frozen=True)
class Login:
    """Where and as whom to connect; ``host_keys`` are the fingerprints that are trusted."""

    host: str
    port: int
    user: str
    host_keys: frozenset[str]
    secrets: Secrets


def secrets_of(environ: Mapping[str, str], name: str) -> Secrets:
    """Return the secrets of the target ``name``: its own variables, else those of every target."""

    def value(variable: str) -> str:
        own = f"{variable}_{name.upper().replace('-', '_')}"
        return environ.get(own) or environ.get(variable, "")

    return Secrets(
        value("PUBLICATION_CLE"), value("PUBLICATION_PHRASE"), value("PUBLICATION_MOT_DE_PASSE")
    )


def fingerprints(written: str) -> frozenset[str]:
    """Return the fingerprints in a setting: « SHA256:… », or lines as of ``ssh-keyscan``."""
    found = set()
    for word in written.split():
        if word.startswith("SHA256:"):
            found.add(word.rstrip("="))
        elif word.startswith("AAAA"):
            with suppress(ValueError):
                found.add(_fingerprint(b64decode(word, validate=True)))
    return frozenset(found)


class Connection(paramiko.Transport):
    """Paramiko's connection, which remembers whether the host ended it with a word of its own."""

    was_dismissed = False

    def _parse_disconnect(self, message: paramiko.Message) -> None:
        self.was_dismissed = True
        super()._parse_disconnect(message)  # type: ignore[misc]


def connect(login: Login) -> paramiko.Transport:
    """Return an authenticated connection; raise DeliveryError or OSError when there can be none.

    A connection that is cut raises ConnectionError, EOFError or paramiko's SSHException.
    """
    transport = _connect_to_pinned_host(login)
    try:
        _authenticate(transport, login)
    except BaseException:
        transport.close()
        raise
    # A firewall forgets a connection that says nothing.
    transport.set_keepalive(15)
    return transport


def known_hosts_line(transport: paramiko.Transport, login: Login) -> str:
    """Return the host's key as OpenSSH wants it in ``known_hosts``."""
    key = transport.get_remote_server_key()
    host = login.host if login.port == 22 else f"[{login.host}]:{login.port}"
    return f"{host} {key.get_name()} {key.get_base64()}\n"


def private_key(secrets: Secrets) -> paramiko.PKey:
    """Return the private key; raise DeliveryError when it cannot be read."""
    phrase = secrets.passphrase or None
    try:
        if not secrets.key_is_text:
            return paramiko.PKey.from_path(Path(secrets.key).expanduser(), phrase)
        return next(_read(secrets.key.strip() + "\n", phrase))
    except (OSError, ValueError, paramiko.SSHException, StopIteration) as error:
        raise DeliveryError(
            "La clé privée de PUBLICATION_CLE ne peut pas être lue : donnez le chemin du fichier, "
            "ou son contenu entier, et sa phrase dans PUBLICATION_PHRASE s’il en faut une."
        ) from error


def _read(text: str, phrase: str | None) -> Iterator[paramiko.PKey]:
    for kind in _KEYS:
        with suppress(paramiko.SSHException, ValueError):
            yield kind.from_private_key(StringIO(text), phrase)


def _fingerprint(key: bytes) -> str:
    return f"SHA256:{b64encode(sha256(key).digest()).decode().rstrip('=')}"


def _connect_to_pinned_host(login: Login) -> Connection:
    """Return a connection to a host that showed a pinned key.

    A host has keys of several families and shows one: each family is asked for in turn.
    """
    shown = []
    for family in _FAMILIES:
        transport = Connection(_socket(login))
        try:
            transport.get_security_options().key_types = family
            transport.start_client(timeout=_PATIENCE)
            fingerprint = _fingerprint(transport.get_remote_server_key().asbytes())
        except IncompatiblePeer:
            transport.close()
            continue
        except (paramiko.SSHException, EOFError) as error:
            transport.close()
            if transport.remote_version:
                raise ConnectionError(str(error)) from error
            raise _untrusted_host_error(login, []) from error
        if fingerprint in login.host_keys:
            return transport
        transport.close()
        shown.append(fingerprint)
    raise _untrusted_host_error(login, shown)


def _socket(login: Login) -> socket.socket:
    try:
        return socket.create_connection((login.host, login.port), timeout=_PATIENCE)
    except OSError as error:
        raise DeliveryError(
            f"L’hébergeur « {login.host} » ne répond pas sur le port {login.port} "
            f"({error.strerror or 'pas de réponse'}). Vérifiez le nom, le port et votre connexion. "
            "Le site en ligne n’a pas changé.",
            ExitCode.FAULT,
        ) from error


def _untrusted_host_error(login: Login, shown: list[str]) -> DeliveryError:
    if not shown:
        return DeliveryError(
            f"« {login.host} » répond, mais pas comme un serveur SSH : vérifiez le port.",
            ExitCode.FAULT,
        )
    return DeliveryError(
        f"« {login.host} » montre une clé qui n’est pas celle des réglages : rien n’a été envoyé, "
        "ni mot de passe ni fichier.\n"
        f"Clés montrées : {', '.join(shown)}\n"
        f"Clés attendues : {', '.join(sorted(login.host_keys))}\n"
        "Soit l’hébergeur a changé de clé : vérifiez auprès de lui (guide, assistance), puis "
        "écrivez la nouvelle dans « cle_hote ». Soit quelqu’un se fait passer pour lui : ne "
        "changez rien et prévenez-le."
    )


def _authenticate(transport: Connection, login: Login) -> None:
    attempts = [partial(transport.auth_publickey, login.user, key) for key in _keys(login.secrets)]
    if login.secrets.password:
        attempts.append(partial(transport.auth_password, login.user, login.secrets.password))
    for attempt in attempts:
        try:
            attempt()
        except paramiko.AuthenticationException as refusal:
            # Paramiko calls a connection that is cut a refusal too.
            if not transport.is_active() and not transport.was_dismissed:
                raise ConnectionError(str(refusal)) from refusal
        if transport.is_authenticated():
            return
        if not transport.is_active():
            break
    raise DeliveryError(
        f"« {login.host} » ne laisse pas entrer « {login.user} » : aucune clé ni aucun mot de "
        "passe donnés ne convient.\n"
        "Vérifiez « utilisateur » dans les réglages, et PUBLICATION_CLE ou "
        "PUBLICATION_MOT_DE_PASSE dans l’environnement."
    )


def _keys(secrets: Secrets) -> Sequence[paramiko.PKey]:
    """Return the keys to try: the one of the environment, else those of the agent."""
    if secrets.key:
        return [private_key(secrets)]
    return paramiko.Agent().get_keys() if os.environ.get("SSH_AUTH_SOCK") else ()
