"""What must hold of pictures: readable, nothing hidden in them, portraits fit and agreed to.

Reads the pictures; what people write is checked in ``people_checks``.
"""

from collections.abc import Iterator
from pathlib import Path

from ..content.misplaced import PICTURES
from ..content.practitioner import PORTRAITS
from ..content.reading import LARGEST_STATIC_FILE, Content
from ..pictures.decoding import MOST_PIXELS, TooLargePictureError, decode_picture, is_raster
from ..pictures.rendition_cache import RenditionCache
from ..pictures.sizes import picture_size
from ..problems.findings import Finding, Severity, Span
from ..problems.report import Problem, problem_of
from .check_context import CheckContext
from .hidden_data import FORMATS, Picture, is_heic, picture

LARGEST_PORTRAIT = 2_000_000
LONGEST_SIDE = 4000
SHORTEST_SIDE = 240


def unfit_pictures(context: CheckContext) -> Iterator[Problem]:
    """Find pictures that cannot be read, that hide something, or that are no fit portraits.

    A picture that a cache knows is not read again.
    """
    content = context.content
    for path, weight in content.static.items():
        if path.lower().endswith(PICTURES) and weight <= LARGEST_STATIC_FILE:
            for finding in _of_file(path, weight, context):
                yield problem_of(
                    finding, f"{content.root.name}/{path}", _lines(content, finding, path)
                )


def _lines(content: Content, finding: Finding, path: str) -> list[str]:
    """Return the lines of a drawing that a finding has a place in."""
    if finding.span == Span():
        return []
    return (content.root / path).read_text("utf-8", errors="replace").splitlines()


def _of_file(path: str, weight: int, context: CheckContext) -> Iterator[Finding]:
    file = context.content.root / path
    try:
        data = file.read_bytes()
        found = context.cache.get_or_compute(
            ("picture", file.suffix.lower(), data),
            lambda: _read(file, data, context.rendition_cache),
        )
    except TooLargePictureError:
        yield _too_large()
        return
    except (OSError, ValueError):
        if is_heic(file):
            yield _in_heic(path)
            return
        yield Finding(
            Span(),
            "image-illisible",
            "cette image ne peut pas être lue, ou pas jusqu’au bout",
            "reprenez-la de l’appareil ou du logiciel d’où elle vient",
            "un envoi interrompu laisse souvent un fichier incomplet",
        )
        return
    yield from _of_picture(path, weight, found)


def _read(file: Path, data: bytes, rendition_cache: RenditionCache | None) -> Picture:
    """Read a picture of this ``data`` to its end. Raises OSError or ValueError for what is none."""
    found = picture(file)
    if is_raster(file.name):
        picture_size(file)
        _decode(data, rendition_cache)
    return found


def _decode(data: bytes, rendition_cache: RenditionCache | None) -> None:
    """Decode a picture, unless that was done before."""
    if rendition_cache and rendition_cache.was_decoded(data):
        return
    # An eighth of a JPEG tells as much as the whole.
    decode_picture(data, 1 / 8)
    if rendition_cache:
        rendition_cache.mark_decoded(data)


def _too_large() -> Finding:
    return Finding(
        Span(),
        "image-trop-grande",
        f"cette image a plus de {MOST_PIXELS // 1_000_000} millions de points",
        "réduisez-la dans un logiciel d’image, puis passez-la par « invoke photos »",
    )


def _in_heic(path: str) -> Finding:
    name = path.rpartition("/")[2]
    photo = f"{name.rpartition('.')[0]}.heic"
    return Finding(
        Span(),
        "image-mal-nommee",
        "cette image est en HEIC, le format de certains téléphones, quoi que dise son nom",
        f"sortez-la de content/, renommez-la « {photo} », puis : invoke photos {photo}",
    )


def _of_picture(path: str, weight: int, found: Picture) -> Iterator[Finding]:
    suffix = path[path.rfind(".") :].lower()
    if found.format == "HEIF":
        yield _in_heic(path)
    elif found.format != FORMATS.get(suffix, "SVG"):
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
            "passez l’originale par « invoke photos », qui en fait une copie sans ces données",
            "sans la commande, sous Windows : Propriétés, Détails, « Supprimer les informations "
            "personnelles » ; ou exportez-la depuis un logiciel d’image sans les métadonnées",
        )
    for act in found.acts:
        yield Finding(
            Span(act.line, act.column, act.column + 1),
            "image-active",
            f"« {act.what} » : ce dessin agirait, ou irait chercher quelque chose ailleurs",
            "enregistrez-le en « SVG simple », ou en PNG",
        )
    if found.is_animated:
        yield Finding(
            Span(),
            "image-animee",
            "cette image est animée : le site n’en montre que la première vue",
            "enregistrez la vue qui compte en JPEG ou en PNG",
            severity=Severity.ADVICE,
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
            "passez-le par « invoke photos », qui le réduit",
            f"sans la commande : {LARGEST_PORTRAIT // 1000} ko et {LONGEST_SIDE} px de côté au "
            "plus ; 800 px suffisent à l’écran comme sur le papier",
        )
    if found.format != "SVG" and min(found.width, found.height) < SHORTEST_SIDE:
        yield Finding(
            Span(),
            "portrait-petit",
            f"ce portrait est petit ({found.width} × {found.height} px) : il sera flou",
            f"choisissez-en un d’au moins {SHORTEST_SIDE} px de côté",
            severity=Severity.ADVICE,
        )


def portraits_of_nobody(context: CheckContext) -> Iterator[Problem]:
    """Find portraits that no profile names: nobody agreed to them, and they are kept back."""
    content = context.content
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
            yield problem_of(unknown, f"{content.root.name}/{path}", ())
