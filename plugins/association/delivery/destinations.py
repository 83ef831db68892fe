"""The targets named in the setting PUBLICATION, with what the environment adds. Pure.

Each is a mapping of French keys; all that is wrong in it is said at once. What is secret is never
in the settings: it would be committed with them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..core.words import suggestion
from .place import Place
from .ssh_connection import Login, fingerprints, secrets_of
from .target import DeliveryError

_KEYS = {
    "dossier": {"chemin", "etat"},
    "sftp": {"hote", "port", "utilisateur", "cle_hote", "chemin", "etat"},
    "pages": {"depot", "branche"},
}
_KEYS["rsync"] = _KEYS["sftp"]
_COMMON = {"vers", "versions", "bascule"}
_REQUIRED = {
    "dossier": ("chemin",),
    "sftp": ("hote", "utilisateur", "cle_hote", "chemin"),
    "rsync": ("hote", "utilisateur", "cle_hote", "chemin"),
    "pages": (),
}
_SECRET = {"mot_de_passe", "cle", "phrase", "password"}
_YES_NO = ("oui", "non")


@dataclass(frozen=True)
class Destination:
    """Where a site goes: its name in the settings, the kind of target, and what that kind needs.

    ``login`` is None for a folder or a branch; ``remote`` and ``branch`` are of a branch alone.
    """

    name: str
    kind: str
    place: Place
    versions: int
    login: Login | None
    remote: str
    branch: str

    @property
    def where(self) -> str:
        """How people are told where the site goes."""
        if self.kind == "pages":
            return f"la branche {self.branch} de {self.remote}"
        return f"{self.login.host}:{self.place.site}" if self.login else self.place.site


def destination(settings: Mapping[str, Any], name: str, environ: Mapping[str, str]) -> Destination:
    """Return the target asked for, or the only one when ``name`` is empty.

    Raises DeliveryError, in French, when the settings name none or are wrong.
    """
    named = settings.get("PUBLICATION")
    if not isinstance(named, Mapping) or not named:
        raise DeliveryError(
            "Aucune cible de publication : remplissez PUBLICATION dans publishconf.py "
            "(docs/publier.md donne un exemple pour chaque hébergeur)."
        )
    chosen = _choose(named, name)
    written = named[chosen]
    if not isinstance(written, Mapping):
        raise DeliveryError(f'PUBLICATION, cible « {chosen} » : écrivez {{ "vers": … }}.')
    if wrong := list(_mistakes(written)):
        lines = "\n".join(f"  - {one}" for one in wrong)
        raise DeliveryError(f"PUBLICATION, cible « {chosen} », dans publishconf.py :\n{lines}")
    return _destination(chosen, written, environ)


def _choose(named: Mapping[str, Any], name: str) -> str:
    listed = ", ".join(f"« {one} »" for one in named)
    if not name and len(named) > 1:
        raise DeliveryError(f"Plusieurs cibles : dites laquelle par --cible ({listed}).")
    if name and name not in named:
        near = suggestion(name, named)
        meant = f" Vouliez-vous dire « {near} » ?" if near else ""
        raise DeliveryError(f"Aucune cible ne s’appelle « {name} » : il y a {listed}.{meant}")
    return name or next(iter(named))


def _mistakes(written: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with one target, as sentences."""
    kind = written.get("vers")
    if kind not in _KEYS:
        yield f"« vers » : écrivez « {' », « '.join(sorted(_KEYS))} » (et non « {kind or ''} »)"
        return
    # A key left empty is as one left out: one target may serve several kinds of host.
    for key in sorted(key for key, value in written.items() if value not in ("", None)):
        if key not in {*_KEYS[kind], *_COMMON}:
            yield _unknown(key, kind)
    for key in _REQUIRED[kind]:
        if not str(written.get(key) or "").strip():
            yield f"« {key} » est vide (ou sa variable d’environnement n’est pas donnée)"
    if written.get("cle_hote") and not fingerprints(str(written["cle_hote"])):
        yield "« cle_hote » : écrivez « SHA256:… », ou la ligne que donne ssh-keyscan"
    if not str(written.get("port") or 22).isdigit():
        yield "« port » : écrivez un nombre, d’ordinaire 22"
    if not str(written.get("versions", 3)).isdigit():
        yield "« versions » : écrivez le nombre de versions d’avant à garder, 0 ou plus"
    if (written.get("bascule") or "non") not in (*_YES_NO, True):
        yield "« bascule » : écrivez « oui » ou « non »"
    elif _switches(written) and _is_root(str(written.get("chemin", ""))):
        yield "« bascule » demande un dossier qui ne soit pas la racine : changez « chemin »"


def _unknown(key: str, kind: str) -> str:
    if key in _SECRET:
        return (
            f"« {key} » n’a rien à faire dans un fichier : donnez PUBLICATION_CLE ou "
            "PUBLICATION_MOT_DE_PASSE par l’environnement, et changez ce secret s’il a été "
            "enregistré dans git"
        )
    near = suggestion(key, _KEYS[kind])
    return f"« {key} » n’est pas un réglage de « {kind} »" + (f" : « {near} » ?" if near else "")


def _destination(name: str, written: Mapping[str, Any], environ: Mapping[str, str]) -> Destination:
    kind = written["vers"]
    site = str(written.get("chemin", "")).rstrip("/") or "."
    beside = ".publication" if _is_root(site) else f"{site}.publication"
    login = None
    if kind in ("sftp", "rsync"):
        login = Login(
            str(written["hote"]).strip(),
            int(written.get("port") or 22),
            str(written["utilisateur"]).strip(),
            fingerprints(str(written["cle_hote"])),
            secrets_of(environ, name),
        )
    return Destination(
        name,
        kind,
        Place(site, str(written.get("etat") or beside).rstrip("/"), _switches(written)),
        int(written.get("versions", 3)),
        login,
        str(written.get("depot") or "origin"),
        str(written.get("branche") or "pages"),
    )


def _switches(written: Mapping[str, Any]) -> bool:
    return written.get("bascule") in ("oui", True)


def _is_root(path: str) -> bool:
    return path.strip("/") in ("", ".")
