"""What must hold of pictures: nothing hidden in them, portraits fit to show and agreed to.

Reads the pictures; what people write is checked in ``people_checks``.
"""

from collections.abc import Iterator

from ..findings import Finding, Severity, Span
from ..problems import Problem, of_file
from ..reading import PICTURES, Content
from .hidden_data import FORMATS, Picture, picture

# Published by what each person agreed to, not as it lies there: see ``publishing.portraits``.
PORTRAITS = "images/praticiens/"
LARGEST_PORTRAIT = 2_000_000
LONGEST_SIDE = 4000
SHORTEST_SIDE = 240


def problems(content: Content) -> Iterator[Problem]:
    """Yield what pictures hide, and portraits of nobody; unreadable ones are said elsewhere."""
    for path, weight in content.static.items():
        if not path.lower().endswith(PICTURES):
            continue
        try:
            found = picture(content.root / path)
        except (OSError, ValueError):
            continue
        for finding in _of_picture(path, weight, found):
            yield of_file(finding, f"{content.root.name}/{path}", ())
    yield from _portraits_of_nobody(content)


def _of_picture(path: str, weight: int, found: Picture) -> Iterator[Finding]:
    suffix = path[path.rfind(".") :].lower()
    if found.format != FORMATS.get(suffix, "SVG"):
        yield Finding(
            Span(),
            "image-mal-nommee",
            f"cette image est en {found.format}, pas en {suffix.removeprefix('.').upper()}",
            "enregistrez-la de nouveau dans le format que dit son nom",
        )
    if found.has_place:
        yield Finding(
            Span(),
            "image-localisee",
            "cette photographie dit où elle a été prise (données GPS)",
            "enregistrez-en une copie sans ses métadonnées",
            "sous Windows : Propriétés, Détails, « Supprimer les informations personnelles » ; "
            "ou exportez-la depuis un logiciel d’image sans les métadonnées",
        )
    if found.is_active:
        yield Finding(
            Span(),
            "image-active",
            "ce dessin contient un programme ou va chercher quelque chose ailleurs",
            "enregistrez-le en « SVG simple », ou en PNG",
        )
    if path.startswith(PORTRAITS):
        yield from _of_portrait(weight, found)


def _of_portrait(weight: int, found: Picture) -> Iterator[Finding]:
    if found.format == "GIF":
        yield Finding(
            Span(),
            "portrait-format",
            "un portrait ne s’enregistre pas en GIF",
            "enregistrez-le en JPEG, PNG ou WebP",
        )
    if weight > LARGEST_PORTRAIT or max(found.width, found.height) > LONGEST_SIDE:
        yield Finding(
            Span(),
            "portrait-trop-grand",
            f"ce portrait est trop grand ({weight // 1000} ko, {found.width} × {found.height} px)",
            f"réduisez-le : {LARGEST_PORTRAIT // 1000} ko et {LONGEST_SIDE} px de côté au plus",
            "800 px de côté suffisent à l’écran comme sur le papier",
        )
    if found.format != "SVG" and min(found.width, found.height) < SHORTEST_SIDE:
        yield Finding(
            Span(),
            "portrait-petit",
            f"ce portrait est petit ({found.width} × {found.height} px) : il sera flou",
            f"choisissez-en un d’au moins {SHORTEST_SIDE} px de côté",
            severity=Severity.ADVICE,
        )


def _portraits_of_nobody(content: Content) -> Iterator[Problem]:
    """A portrait that no profile names has nobody's agreement: it is kept back and said."""
    photos = [person.written.photo for person in content.practitioners.values()]
    shown = {photo.file for photo in photos if photo}
    unread = any(path.startswith("praticiens/") for path in content.unread)
    for path in content.static:
        if path.startswith(PORTRAITS) and path not in shown and not unread:
            unknown = Finding(
                Span(),
                "portrait-sans-fiche",
                "aucune fiche ne nomme ce portrait : il n’est pas publié",
                "supprimez-le, ou nommez-le dans la fiche de la personne",
                severity=Severity.ADVICE,
            )
            yield of_file(unknown, f"{content.root.name}/{path}", ())
