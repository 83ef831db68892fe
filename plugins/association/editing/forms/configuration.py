"""The whole configuration of the forms: collections, forge, pictures, words. Pure.

Source: sveltiacms.app/en/docs, and the JSON Schema in the package, which a test checks it against.
"""

from dataclasses import dataclass
from typing import Any

from ...content.forge import Forge
from ...content.reading import LARGEST_STATIC_FILE
from ...content.schema import Vocabulary
from .collections import collections

# Beyond this, no screen shows more; in pixels.
_LARGEST_SIDE = 2048
_SAID = {
    "create": "Ajoute {{collection}}/{{slug}}",
    "update": "Modifie {{collection}}/{{slug}}",
    "delete": "Retire {{collection}}/{{slug}}",
    "uploadMedia": "Ajoute {{path}}",
    "deleteMedia": "Retire {{path}}",
}
# tools/redaction/editor-branch.mjs puts the branch of the editor in its place.
_STAND_IN = "redaction"
_PICTURE = {"format": "webp", "quality": 85, "width": _LARGEST_SIDE, "height": _LARGEST_SIDE}


@dataclass(frozen=True)
class Front:
    """What the forms show of the site: its name, its address, its emblem."""

    name: str
    url: str
    emblem: str


def configuration(words: Vocabulary, forge: Forge | None, front: Front) -> dict[str, Any]:
    """Return the configuration; without a forge, of files on the machine that serves the forms."""
    folder = forge.folder if forge else "content"
    root = f"{folder}/" if folder else ""
    return {
        "load_config_file": False,
        "backend": _backend(forge),
        **_proposals(forge),
        "app_title": f"Rédaction – {front.name}",
        "site_url": front.url,
        "logo": {"src": front.emblem},
        "show_preview_links": False,
        "media_folder": f"{root}images",
        "public_folder": "/images",
        "media_libraries": {
            "all": {
                "max_file_size": LARGEST_STATIC_FILE,
                "slugify_filename": True,
                # A picture that is drawn again has neither its camera's data nor its place.
                "transformations": {"raster_image": _PICTURE},
            },
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"indent_size": 2, "indent_sequences": True, "quote": "none"},
        },
        "editor": {"preview": False},
        "collections": collections(words, root),
    }


def _proposals(forge: Forge | None) -> dict[str, Any]:
    """Return how a save becomes a proposal.

    The program makes one of each file for GitHub and GitLab. For Forgejo the page keeps a branch
    for each editor; the branch that the program is told of does not exist, so that nothing can
    reach the published one. « publication » is of the page, not of the program.
    """
    if forge is None:
        return {}
    page = {"branch": forge.branch, "by_editor": forge.kind == "forgejo"}
    mode = {} if page["by_editor"] else {"publish_mode": "editorial_workflow"}
    return {"publication": page, **mode}


def _backend(forge: Forge | None) -> dict[str, Any]:
    if forge is None:
        # Only so that the program offers the folder on this machine; nobody signs in to it.
        return {"name": "gitea", "repo": "local/local", "auth_methods": ["token"]}
    backend: dict[str, Any] = {
        "name": "gitea" if forge.kind == "forgejo" else forge.kind,
        "repo": forge.repository,
        "branch": _STAND_IN if forge.kind == "forgejo" else forge.branch,
        "commit_messages": _SAID,
        **_programming_interface(forge),
    }
    if forge.kind == "github":
        backend |= {"base_url": forge.sign_in} if forge.sign_in else {"auth_methods": ["token"]}
    elif forge.application:
        backend |= {"base_url": forge.address, "app_id": forge.application, "auth_type": "pkce"}
    else:
        backend |= {"base_url": forge.address, "auth_methods": ["token"]}
    if forge.kind == "forgejo":
        backend.pop("auth_type", None)
    return backend


def _programming_interface(forge: Forge) -> dict[str, str]:
    """Return where programs speak to the forge, when it is not where they expect."""
    if forge.kind == "forgejo":
        return {"api_root": f"{forge.address}/api/v1"}
    if forge.kind == "gitlab":
        return {"api_root": f"{forge.address}/api/v4"}
    is_public = forge.address == "https://github.com"
    return {} if is_public else {"api_root": f"{forge.address}/api/v3"}
