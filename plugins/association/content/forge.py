"""The forge that keeps the files, and the addresses at which one edits them in a browser. Pure.

Here live the setting ``FORGE`` and the addresses of the three kinds of forge. What a page makes of
them is ``site``'s; what the forms of ``/redaction/`` make of them ``editing.forms``'.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from ..core.words import suggestion

SETTING = "FORGE"
KINDS = ("github", "gitlab", "forgejo")
_USUAL = {"github": "https://github.com", "gitlab": "https://gitlab.com"}
_KEYS = {
    *("type", "adresse", "depot", "branche", "dossier"),
    *("application", "authentification"),
}
_ADDRESS = re.compile(r"https://[^\s/?#]+(/[^\s?#]+)?")
_REPOSITORY = re.compile(r"[\w.-]+(/[\w.-]+)+")
# What each forge puts between the repository and the branch of a page that edits or creates.
_EDIT = {"github": "edit", "gitlab": "-/edit", "forgejo": "_edit"}
_NEW = {"github": "new", "gitlab": "-/new", "forgejo": "_new"}


@dataclass(frozen=True)
class Forge:
    """A repository on a forge: ``kind`` is one of ``KINDS``, ``folder`` the content's.

    ``folder`` is ``""`` where the repository holds the content alone. ``application`` is the OAuth
    application of the forms, ``sign_in`` the address of a service that signs in for them; both are
    ``""`` where editors sign in with a token of their own.
    """

    kind: str
    address: str
    repository: str
    branch: str = "main"
    folder: str = "content"
    application: str = ""
    sign_in: str = ""

    @property
    def origin(self) -> str:
        """The scheme and the host of the forge."""
        return _origin(self.address)

    @property
    def takes_content(self) -> bool:
        """Whether an address may carry the text of a new file: GitLab's cannot."""
        return self.kind != "gitlab"

    def edit_url(self, path: str) -> str:
        """Return where a file is edited; ``path`` is from the content's folder."""
        return self._url(_EDIT, path)

    def new_url(self, folder: str, name: str, text: str) -> str:
        """Return where a file ``name`` of a folder of the content is created, filled with ``text``.

        Sources: pull request 16556 of go-gitea/gitea for Forgejo, which takes GitHub's own
        parameters; issue 532221 of gitlab-org/gitlab for what GitLab takes no longer.
        """
        asked = {"filename": name, "value": text} if self.takes_content else {"file_name": name}
        return f"{self._url(_NEW, folder)}?{urlencode(asked, quote_via=quote)}"

    def _url(self, actions: Mapping[str, str], path: str) -> str:
        place = quote("/".join(part for part in (self.branch, self.folder, path) if part))
        return f"{self.address}/{self.repository}/{actions[self.kind]}/{place}"


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def forge_of(settings: Mapping[str, object]) -> Forge | None:
    """Return the forge that the settings name, None when they name none.

    Raises ValueError in French when ``FORGE`` is not written as expected.
    """
    written = settings.get(SETTING)
    if not written:
        return None
    if not isinstance(written, Mapping):
        raise _wrong("écrivez {'type': 'forgejo', 'adresse': 'https://…', 'depot': 'nom/site'}")
    return _checked({str(key): str(value).strip() for key, value in written.items()})


def _checked(said: Mapping[str, str]) -> Forge:
    for key in said:
        _check_key(key)
    kind = said.get("type", "")
    if kind not in KINDS:
        raise _wrong(f"« type » est {', '.join(KINDS[:-1])} ou {KINDS[-1]}")
    repository = said.get("depot", "").strip("/")
    if not _REPOSITORY.fullmatch(repository):
        raise _wrong("« depot » dit qui tient le dépôt, puis son nom : association/site")
    return Forge(
        kind,
        _address("adresse", said.get("adresse", _USUAL.get(kind, ""))),
        repository,
        said.get("branche") or "main",
        said.get("dossier", "content").strip("/"),
        said.get("application", ""),
        _address("authentification", said["authentification"])
        if said.get("authentification")
        else "",
    )


def _check_key(key: str) -> None:
    if key not in _KEYS:
        near = suggestion(key, sorted(_KEYS))
        fix = f" ; vouliez-vous dire « {near} » ?" if near else ""
        raise _wrong(f"« {key} » est inconnu{fix}")


def _address(name: str, text: str) -> str:
    if not _ADDRESS.fullmatch(text.rstrip("/")):
        raise _wrong(f"« {name} » commence par https://, par exemple https://codeberg.org")
    return text.rstrip("/")


def _wrong(message: str) -> ValueError:
    return ValueError(f"{SETTING} : {message}")
