"""``invoke publier --verifier``: does each visitor receive the site that the association made?"""

import os
import runpy
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..content import reading
from ..content.addresses import addresses_of
from ..content.policy import policy
from ..content.response_settings import response_settings
from ..core.clock import asof
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..core.signing_keys import UnreadableKeyError
from ..core.zone import today
from ..delivery.online_site import MOVED, Ask, OnlineSite, faults
from ..delivery.target import DeliveryError
from ..delivery.web import WebConnection, certificate_end
from ..delivery.words import with_french_spaces
from ..hosting.hosts import HOSTS
from ..hosting.serving import Serving
from ..hosting.signed_manifest import NOTHING, PATH, Manifest, read_signed
from ..people.retention import published_on
from ..problems.report import errors_among, pluralize
from ..runner.console import Console
from ..site.redirect_pages import serving

_MOST_SHOWN = 50
_FEW_DAYS = 14


@dataclass(frozen=True)
class Web:
    """How the site is reached: by requests for its paths, over http, and by its certificate."""

    ask: Ask
    ask_plainly: Ask
    certificate_end: Callable[[], datetime]


def main(
    root: Path,
    settings: str,
    *,
    console: Console | None = None,
    environ: Mapping[str, str] = os.environ,
    web: Web | None = None,
) -> ExitCode:
    """Read the site over HTTP and say what is not as it was made.

    Returns FINE, CONTENT when visitors receive something else, USAGE when a setting is missing or
    the content cannot be read, FAULT when the site does not answer.
    """
    console = console or Console.of_this_process()
    try:
        found, count = _check(runpy.run_path(str(root / settings)), root, environ, web)
    except DeliveryError as refusal:
        console.complain(with_french_spaces(str(refusal)))
        return refusal.code
    if not found:
        said = "chaque visiteur reçoit ce que l’association a signé"
        console.say(with_french_spaces(f"{pluralize(count, 'fichier')} : {said}."))
        return ExitCode.FINE
    for line in found[:_MOST_SHOWN]:
        console.complain(with_french_spaces(f"  {line}"))
    console.complain(
        with_french_spaces(
            f"{pluralize(len(found), 'défaut')} en ligne. « invoke publier » remet ce qui a été "
            "changé ; cherchez ensuite qui l’a changé, et changez le mot de passe chez l’hébergeur."
        )
    )
    return ExitCode.CONTENT


def _check(
    known: Mapping[str, Any], root: Path, environ: Mapping[str, str], web: Web | None
) -> tuple[Sequence[str], int]:
    """Return what is wrong online, and the number of files; raise DeliveryError."""
    address, host = str(known.get("SITEURL", "")), HOSTS.get(str(known.get("HEBERGEMENT", "")))
    public = environ.get("SIGNATURE_PUBLIQUE", "")
    if not address or host is None or not public:
        raise DeliveryError(
            "Il manque SITEURL, HEBERGEMENT ou SIGNATURE_PUBLIQUE (la clé publique de "
            "l’association : docs/publier.md dit comment la faire)."
        )
    now = asof(environ, datetime.now(UTC))
    promised = _serving(known, root, now)
    try:
        with nullcontext(web) if web else _web(address) as reached:
            return _read_online(reached, OnlineSite(NOTHING, address, promised, host), public, now)
    except UnreadableKeyError as error:
        raise DeliveryError(
            "SIGNATURE_PUBLIQUE n’est pas une clé « ssh-ed25519 AAAA… » : recopiez la ligne du "
            "fichier en « .pub »."
        ) from error
    except OSError as error:
        raise DeliveryError(f"« {address} » ne répond pas : {error}.", ExitCode.FAULT) from error


def _read_online(
    web: Web, site: OnlineSite, public: str, now: datetime
) -> tuple[Sequence[str], int]:
    """Return what is wrong with a site whose manifest is still to be read, and its files."""
    manifest = _manifest(web.ask, site.serving.base, public)
    if manifest is None:
        raise DeliveryError(
            f"« {site.address}/{PATH} » n’est pas un manifeste que l’association a signé : le site "
            "a été changé chez l’hébergeur, ou construit sans SIGNATURE_CLE.",
            ExitCode.CONTENT,
        )
    signed = replace(site, manifest=manifest)
    found = [*_connection_faults(site.address, web, now), *faults(signed, web.ask)]
    if found and _manifest(web.ask, site.serving.base, public) != manifest:
        raise DeliveryError(
            "Le site a été publié pendant la vérification : relancez-la.", ExitCode.FAULT
        )
    return found, len(manifest.files)


def _serving(known: Mapping[str, Any], root: Path, now: datetime) -> Serving:
    content = reading.read(content_folder(root))
    if errors_among(content.problems):
        raise DeliveryError("Le contenu a des erreurs : « invoke verifier » les montre.")
    shown = published_on(content, policy(known), now)
    origin = response_settings(known).origin
    return serving(shown, addresses_of(known), today(now), origin)


@contextmanager
def _web(address: str) -> Iterator[Web]:
    secure, plain = WebConnection(address), WebConnection(f"http://{urlsplit(address).hostname}")
    with closing(secure), closing(plain):
        yield Web(secure.ask, plain.ask, lambda: certificate_end(address))


def _manifest(ask: Ask, base: str, public: str) -> Manifest | None:
    answer = ask(f"{base}/{PATH}", "identity")
    return read_signed(answer.body, public) if answer.status == 200 else None


def _connection_faults(address: str, web: Web, now: datetime) -> Iterator[str]:
    """Yield what is wrong before any file is: plain http that stays, a certificate near its end."""
    if not address.startswith("https://"):
        yield f"SITEURL (« {address} ») n’est pas en https"
        return
    path = f"{urlsplit(address).path}/"
    answer = web.ask_plainly(path, "identity")
    to = answer.headers.get("location", "")
    if answer.status not in MOVED or not to.startswith("https://"):
        yield f"http://… répond {answer.status} au lieu de mener à https (301 ou 308)"
    days = (web.certificate_end() - now).days
    if days < _FEW_DAYS:
        when = f"expire dans {pluralize(days, 'jour')}" if days >= 0 else "a expiré"
        yield f"le certificat {when} : l’hébergeur aurait dû le renouveler"
