"""Files that are not where an entry, a picture or a document should be, and what to do with each.

Their fields, their endings and their names tell what they are. Pure, but for the few lines that a
text begins with.
"""

import re
import unicodedata
from pathlib import Path

from ..core.words import slug_of, suggestion
from ..problems.findings import Finding, Span
from ..source import source
from .common import LANGUAGES_OF_ENTRIES
from .content_types import CONTENT_TYPES
from .kind_meant import folder_of_fields
from .portable_names import unportable_name
from .schema import TYPES

STATIC_FOLDERS = ("images", "documents")
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
DOCUMENTS = (".pdf", ".odt", ".ods", ".csv", ".txt")
# The endings that editors' programs give, or add, to a text; the first is the right one.
TEXT_ENDINGS = (".md", ".MD", ".Md", ".markdown", ".mdown", ".txt")
CAMERA_ENDINGS = (".heic", ".heif", ".tif", ".tiff", ".bmp")
# What ``invoke coller`` makes a text of, and what its program must save anew before.
_PASTED_ENDINGS = (".docx", ".odt", ".html", ".htm", ".eml")
_OTHER_TEXTS = (".doc", ".rtf", ".pages", ".wps")
_KNOWN_ENDINGS = frozenset(
    (*TEXT_ENDINGS, *CAMERA_ENDINGS, *_PASTED_ENDINGS, *_OTHER_TEXTS, *PICTURES, *DOCUMENTS)
)
# What systems and people add to the name of a copy: « copie de x », « x (1) », « x - Copie (2) ».
_COPY = re.compile(
    r"(?:copie|copy)[ _-](?:de|of)[ _-](?P<after>.+)"
    r"|(?P<before>.+?)"
    r"(?:[ _-]*\((?:copie|copy|\d+)\)|[ _-]+(?:copie|copy)(?:[ _-]*\(?\d+\)?)?|-\d)",
    re.IGNORECASE,
)


def misplaced(relative: Path, path: Path) -> Finding | None:
    """Say when a file is not where, or not named as, an entry should be.

    ``relative`` is its path from the content's folder.
    """
    if len(relative.parts) != 2 or relative.parts[0] not in TYPES:
        says = "ce fichier n’est dans aucun des dossiers du site"
        return Finding(Span(), "fichier-egare", says, *_where_to(relative, path))
    if relative.suffix != ".md":
        return Finding(
            Span(),
            "format-de-fichier",
            f"un fichier « {relative.suffix or relative.name} » n’a pas sa place ici",
            _elsewhere(relative),
        )
    if relative.stem == slug_of(relative.stem):
        return unportable_name(relative)
    # A text that is checked where it is written has no files beside it.
    folder = path.parent
    others = {other.name for other in folder.iterdir()} if folder.is_dir() else set()
    if (name := free_name(relative)) in others:
        return not_addressable(
            relative, f"« {name} » existe déjà : gardez un seul des deux, ou trouvez un autre nom"
        )
    original = copied_name(bare_stem(relative))
    if original and path.with_name(f"{original}.md").is_file():
        return not_addressable(
            relative, f"effacez cette copie de « {original}.md », ou donnez-lui un nom à elle"
        )
    return not_addressable(relative)


def copied_name(stem: str) -> str:
    """Return the name of the file that one named ``stem`` looks like a copy of, or ``""``."""
    copy = _COPY.fullmatch(stem)
    return slug_of(copy["after"] or copy["before"]) if copy else ""


def folder_for(path: Path) -> str:
    """Return the folder whose entries have the fields of a text, ``""`` for any other file."""
    try:
        if path.stat().st_size > source.LARGEST_FILE:
            return ""
        with path.open("rb") as file:
            content = file.read() if file.read(3) == b"---" else b""
    except OSError:
        return ""
    read = source.read(b"---" + content) if content else None
    return folder_of_fields(read.front) if read else ""


def _where_to(relative: Path, path: Path) -> tuple[str, str]:
    """Return what to do with a file in no folder of the site, and what helps."""
    folders = f"dossiers du site : {', '.join(dict.fromkeys((*TYPES, *STATIC_FOLDERS)))}"
    if relative.suffix.lower() in _KNOWN_ENDINGS.difference(map(str.lower, TEXT_ENDINGS)):
        return _elsewhere(relative), folders
    meant = folder_for(path) or _named_folder(relative)
    if meant and relative.suffix in TEXT_ENDINGS:
        return f"rangez-le dans content/{meant}/", folders
    return (
        f"rangez-le dans l’un des dossiers : {', '.join(TYPES)}",
        "les images vont dans images/, les documents à télécharger dans documents/",
    )


def _named_folder(relative: Path) -> str:
    """Return the folder of the site that those of a path are named like: « evenements »."""
    names = {folder: folder for folder in TYPES}
    names |= {slug_of(of_type.many): folder for folder, of_type in CONTENT_TYPES.items()}
    found = (suggestion(part, names) for part in relative.parts[:-1])
    near = next(filter(None, found), None)
    return names[near] if near else ""


def _elsewhere(relative: Path) -> str:
    """Return what to do with a file among the texts that is none."""
    suffix = relative.suffix.lower()
    name = slug_of(bare_stem(relative)) or "nom"
    file = f"content/{relative.as_posix()}"
    if suffix in TEXT_ENDINGS or not suffix:
        return f"renommez-le « {free_name(relative)} »"
    if suffix in PICTURES or suffix in CAMERA_ENDINGS:
        return f"rangez cette image dans images/ : invoke photos {file}"
    if suffix in _PASTED_ENDINGS:
        return f"sortez-le de content/, puis faites-en un texte : invoke coller {relative.name}"
    if suffix in _OTHER_TEXTS:
        return "ouvrez-le, enregistrez-le hors de content/ en .docx ou .odt, puis : invoke coller"
    if suffix in DOCUMENTS:
        return f"rangez ce document dans documents/, sous le nom « {name}{suffix} »"
    return f"écrivez un texte « {name}.md », ou rangez ce fichier dans documents/ ou images/"


def bare_stem(relative: Path) -> str:
    """Return a name without what it has of endings: « essai » for « essai.md.txt »."""
    name = unicodedata.normalize("NFC", relative.name)
    while "." in name and f".{name.rpartition('.')[2].lower()}" in _KNOWN_ENDINGS:
        name = name.rpartition(".")[0]
    return name


def lang_of(relative: Path) -> str:
    """Return the language that the name of a translation ends with, written somehow, or ``""``."""
    lang = bare_stem(relative).rpartition(".")[2].lower()
    return lang if "." in bare_stem(relative) and lang in LANGUAGES_OF_ENTRIES else ""


def free_name(relative: Path) -> str:
    """Return the name that a file should have, as near as can be to its own."""
    if relative.parts[0] in STATIC_FOLDERS:
        suffix = relative.suffix.lower()
        return f"{slug_of(bare_stem(relative)) or 'nom'}{suffix}"
    lang = lang_of(relative)
    stem = bare_stem(relative).rpartition(".")[0] if lang else bare_stem(relative)
    return f"{slug_of(stem) or 'nom'}{'.' if lang else ''}{lang}.md"


def not_addressable(relative: Path, fix: str = "") -> Finding:
    """Return the finding for a file whose name no address can have."""
    name = unicodedata.normalize("NFC", relative.name)
    return Finding(
        Span(),
        "nom-de-fichier",
        f"« {name.encode('utf-8', 'replace').decode()} » ne peut pas devenir une adresse",
        fix or f"renommez-le « {free_name(relative)} »",
        "minuscules sans accent, chiffres et traits d’union seulement",
    )
