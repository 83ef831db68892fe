"""The kinds of host, by the name that the setting ``HEBERGEMENT`` gives them. Pure.

A host reads files within the public folder, or a configuration that its administrator includes,
or nothing: there the pages carry their policy themselves, and a page stands at each old address.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import apache, caddy, netlify, nginx
from .finished_site import Copies
from .serving import Serving

CNAME, DOMAINS = "CNAME", ".domains"
"""The files that tell GitHub and Codeberg which domain a branch is served at."""


@dataclass(frozen=True)
class Host:
    """A kind of host: where it is met, the files it reads, the configuration it includes.

    Besides files it may send the headers that it is told, redirect, and answer « gone » (410).
    ``copies`` are the compressed ones that it serves.
    """

    name: str
    where: str
    files: Callable[[Serving], Mapping[str, str]] = lambda _serving: {}
    configuration: Callable[[Serving], str] | None = None
    sends_headers: bool = True
    redirects: bool = True
    answers_gone: bool = True
    copies: Copies = Copies.NONE


def _apache(serving: Serving) -> dict[str, str]:
    return {".htaccess": apache.htaccess(serving)}


def _cloudflare(serving: Serving) -> dict[str, str]:
    return {
        "_headers": netlify.headers(serving, detaching=True),
        "_redirects": netlify.redirects(serving, forcing=False),
    }


def _netlify(serving: Serving) -> dict[str, str]:
    return {
        "_headers": netlify.headers(serving, detaching=False),
        "_redirects": netlify.redirects(serving, forcing=True),
    }


def _gitlab(serving: Serving) -> dict[str, str]:
    return {"_redirects": netlify.redirects(serving, forcing=False)}


def _github(serving: Serving) -> dict[str, str]:
    # Without it a site published from a branch loses « .well-known ».
    files = {".nojekyll": ""}
    if domain := serving.own_domain("github.io"):
        files[CNAME] = f"{domain}\n"
    return files


def _forgejo(serving: Serving) -> dict[str, str]:
    domain = serving.own_domain("codeberg.page")
    return {DOMAINS: f"{domain}\n"} if domain else {}


_FILES_ALONE = (False, False, False)
_ALL = (
    Host("apache", "OVH et la plupart des hébergements mutualisés", _apache, copies=Copies.OFTEN),
    Host("caddy", "un serveur Caddy", configuration=caddy.caddy, copies=Copies.OFTEN),
    Host("cloudflare", "Cloudflare Pages", _cloudflare, answers_gone=False),
    Host("forgejo", "Codeberg Pages, Forgejo", _forgejo, None, *_FILES_ALONE),
    Host("github", "GitHub Pages", _github, None, *_FILES_ALONE),
    Host(
        "gitlab",
        "GitLab Pages",
        _gitlab,
        sends_headers=False,
        answers_gone=False,
        copies=Copies.ALL,
    ),
    Host("netlify", "Netlify", _netlify, answers_gone=False),
    Host("nginx", "un serveur nginx", configuration=nginx.nginx, copies=Copies.OFTEN),
)
HOSTS = {host.name: host for host in _ALL}
CONTROL_FILES = frozenset({".htaccess", ".nojekyll", "_headers", "_redirects", CNAME, DOMAINS})
"""What a host reads and does not show."""
