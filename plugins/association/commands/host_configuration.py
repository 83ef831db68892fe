"""``invoke hebergement``: the configuration that a server's administrator includes, on stdout."""

import os
import runpy
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..content import reading
from ..content.addresses import addresses_of
from ..content.policy import policy
from ..content.response_settings import response_settings
from ..core.clock import asof
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..core.zone import today
from ..hosting.hosts import HOSTS
from ..people.retention import published_on
from ..problems.report import errors_among
from ..site.redirect_pages import serving


@dataclass(frozen=True)
class Options:
    """``host`` is the name of the host, ``""`` for the settings' own."""

    settings: str = "publishconf.py"
    host: str = ""


def main(root: Path, options: Options, *, environ: Mapping[str, str] = os.environ) -> ExitCode:
    """Print the configuration of a host.

    Returns FINE, or USAGE when there is no such host or the content cannot be read.
    """
    known = runpy.run_path(str(root / options.settings))
    host = HOSTS.get(options.host or str(known["HEBERGEMENT"]))
    if host is None or host.configuration is None:
        included = ", ".join(sorted(host.name for host in HOSTS.values() if host.configuration))
        print(f"Une configuration existe pour : {included}.", file=sys.stderr)  # noqa: T201
        return ExitCode.USAGE
    content = reading.read(content_folder(root))
    if errors_among(content.problems):
        print("Le contenu a des erreurs : « invoke verifier » les montre.", file=sys.stderr)  # noqa: T201
        return ExitCode.USAGE
    now = asof(environ, datetime.now(UTC))
    shown = published_on(content, policy(known), now)
    form_origin = response_settings(known).origin
    told = serving(shown, addresses_of(known), today(now), form_origin)
    print(host.configuration(told), end="")  # noqa: T201
    return ExitCode.FINE
