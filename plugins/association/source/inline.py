"""What is wrong within lines of Markdown: links, pictures, notes, tags. Pure.

Whether a page or a file that a link names exists is checked in ``references``.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..core.words import slug_of
from ..problems.findings import Finding, Replacement, Span
from .body import Body, Link, Place
from .schemes import is_admitted, scheme_of
from .tags import TAGS, has_plain_attributes

# A picture of this site, without what says so.
_OWN_PICTURE = re.compile(r"/?(?:content/)?(images/[\w./-]+)")
_OWN_MACHINE = re.compile(r"file:|[A-Za-z]:[\\/]")
_PARTED_LINK = re.compile(r"\[[^\[\]]+\](?P<gap>\s+)\((?:https?://|www\.|\{\w+\})")
_BY_NAME = re.compile(r"\[(?P<words>[^\[\]^]+)\]\[(?P<name>[^\[\]]*)\]")
_NOTE = re.compile(r"\[\^(?P<name>[^\[\]\s]+)\](?P<is_text>:?)")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^<>]*)>?")
_COMMENT = re.compile(r"<!--(?:.*?-->)?")
_OPEN_ATTRIBUTES = re.compile(r"\{\s*[:.#][^{}]*$")
_ATTRIBUTE_LIST = re.compile(r"\{:?[^{}]*=[^{}]*\}")
_ATTRIBUTE = re.compile(r"(?P<name>[\w:-]+)=(\"[^\"]*\"|'[^']*'|[^\s}]+)")
_ADMITTED = frozenset({"class", "dir", "id", "lang", "title"})
_VAGUE = {"ici", "cliquez ici", "lire la suite", "en savoir plus", "lien", "plus", "suite"}
# What brings another site into the page.
_EMBEDDING = {"audio", "embed", "iframe", "object", "source", "video"}


@dataclass(frozen=True)
class Line:
    """A line of prose outside code: its number, its text, its text with code spans blanked."""

    number: int
    text: str
    prose: str

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters ``start`` to ``end`` of this line."""
        return Span(self.number, start + 1, max(end, start + 1) + 1)


def findings(body: Body, lines: list[Line]) -> Iterator[Finding]:
    """Yield what is wrong within the lines of a text."""
    pictures = [link for link in body.links if link.is_picture]
    for link in body.links:
        if link.is_picture:
            yield from _of_picture(link, body)
        else:
            is_shown = any(_holds(link.place, picture.place) for picture in pictures)
            yield from () if link.is_bare or is_shown else _words_of(link, body)
            yield from _target_of(link, body)
    read = {(span.line, span.column) for span in (body.span(link.place) for link in body.links)}
    for line in lines:
        yield from _unread_links(line, read)
        yield from _tags(line)
        yield from _attributes(line)
    yield from _notes(lines)


def _holds(outer: Place, inner: Place) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _of_picture(picture: Link, body: Body) -> Iterator[Finding]:
    if not picture.words.strip():
        yield Finding(
            body.span(picture.place),
            "image-sans-texte",
            "cette image n’a pas de texte de remplacement",
            "décrivez-la entre les crochets",
            "ce texte est lu à voix haute aux personnes qui ne voient pas l’image ; "
            "si elle n’apprend rien, écrivez « décor »",
        )
    if picture.target and not picture.target.startswith("{"):
        own = _OWN_PICTURE.fullmatch(picture.target.replace("\\", "/"))
        span = body.span(picture.target_place)
        put_away = f"rangez-la dans images/, puis écrivez {{static}}/images/{_put_away(picture)}"
        yield Finding(
            span,
            "chemin",
            "une image se range dans le dossier images du site",
            f"écrivez {{static}}/{own[1]}" if own else put_away,
            replacements=(Replacement(span, f"{{static}}/{own[1]}"),) if own else (),
        )


def _put_away(picture: Link) -> str:
    """Return the name that a picture from elsewhere would have on the site."""
    name = re.split(r"[\\/]", picture.target.partition("?")[0])[-1]
    stem, _, ending = name.rpartition(".")
    return f"{slug_of(stem)}.{ending.lower()}" if slug_of(stem) else "salle.jpg"


def _unread_links(line: Line, read: Collection[tuple[int, int]]) -> Iterator[Finding]:
    """Find what looks like a link and is none: ``read`` are the places of those that are."""
    for gap in _PARTED_LINK.finditer(line.prose):
        span = line.span(gap.start("gap"), gap.end("gap"))
        yield Finding(
            span,
            "lien-coupe",
            "une espace sépare les mots du lien de son adresse",
            "effacez-la",
            replacements=(Replacement(span, ""),),
        )
    for named in _BY_NAME.finditer(line.prose):
        if (line.number, named.start() + 1) not in read:
            yield Finding(
                line.span(named.start(), named.end()),
                "lien-incomplet",
                "l’adresse de ce lien n’est écrite nulle part",
                f"écrivez [{named['words']}](l’adresse)",
            )


def _words_of(link: Link, body: Body) -> Iterator[Finding]:
    words = link.words
    if not words.strip():
        yield Finding(
            body.span(link.place),
            "lien-sans-mots",
            "ce lien n’a pas de mots à lire",
            "dites entre les crochets où il mène",
        )
    elif words.strip(" .…!").lower() in _VAGUE:
        yield Finding(
            body.span(link.label),
            "lien-vague",
            f"« {words} » ne dit pas où mène le lien",
            "écrivez par exemple « le programme de la journée »",
        )


def _written(link: Link, body: Body) -> str:
    return body.text[link.target_place.start : link.target_place.end].strip()


def _target_of(link: Link, body: Body) -> Iterator[Finding]:
    address, span = link.target.strip(), body.span(link.target_place)
    if not address:
        yield Finding(
            body.span(link.place),
            "lien-vide",
            "ce lien ne mène nulle part",
            "écrivez l’adresse entre les parenthèses",
        )
    elif _OWN_MACHINE.match(address):
        yield _unopened(span, address)
    elif " " in _written(link, body) and not address.startswith("{"):
        yield Finding(
            span,
            "adresse-web",
            "une adresse ne contient pas d’espace",
            f"écrivez {address.replace(' ', '%20')}",
        )
    elif not is_admitted(address):
        yield _unopened(span, address)


def _unopened(span: Span, address: str) -> Finding:
    name = slug_of(re.split(r"[\\/]", address.rpartition(".")[0])[-1])
    if _OWN_MACHINE.match(address) and name:
        file = f"{name}.{address.rpartition('.')[2].lower()}"
        return Finding(
            span,
            "lien-incomplet",
            "ce lien mène à un fichier de votre ordinateur, que les visiteurs n’ont pas",
            f"rangez le fichier dans documents/, puis écrivez {{static}}/documents/{file}",
        )
    return Finding(
        span,
        "lien-incomplet",
        f"un lien « {scheme_of(address)}: » ne s’ouvre pas chez les visiteurs",
        "écrivez une adresse https://…, mailto:… ou tel:…",
    )


def _tags(line: Line) -> Iterator[Finding]:
    for comment in _COMMENT.finditer(line.prose):
        yield Finding(
            line.span(comment.start(), comment.end()),
            "balise",
            "un commentaire caché resterait lisible dans la page",
            "effacez-le : une note se garde ailleurs",
        )
    for tag in _TAG.finditer(line.prose):
        name, rest = tag["name"].lower(), tag["rest"]
        if rest[:1] in {":", "@", "."} or (tag["close"] and f"<{name}" in line.prose.lower()):
            continue
        if name in TAGS and has_plain_attributes(rest):
            continue
        if name in _EMBEDDING:
            yield _embedded(line.span(tag.start(), tag.end()), name)
            continue
        what = "les attributs de la balise" if name in TAGS else "la balise"
        are = "ne sont pas admis" if name in TAGS else "n’est pas admise"
        yield Finding(
            line.span(tag.start(), tag.end()),
            "balise",
            f"{what} « {name} » {are} dans un texte",
            "écrivez en Markdown, ou donnez un simple lien",
        )


def _embedded(span: Span, name: str) -> Finding:
    return Finding(
        span,
        "balise",
        f"rien d’un autre site ne s’intègre dans une page (balise « {name} »)",
        "effacez-la, et donnez l’adresse dans le champ « video » de l’en-tête",
        "l’autre site saurait qui lit cette page ; une image et un lien laissent le choix",
    )


def _attributes(line: Line) -> Iterator[Finding]:
    for list_ in _ATTRIBUTE_LIST.finditer(line.prose):
        for attribute in _ATTRIBUTE.finditer(line.prose, list_.start(), list_.end()):
            if attribute["name"] not in _ADMITTED:
                yield Finding(
                    line.span(attribute.start(), attribute.end()),
                    "balise",
                    f"l’attribut « {attribute['name']} » n’est pas admis dans un texte",
                    "retirez-le ; entre accolades s’écrivent un repère (#), une langue (lang=de)",
                )
    if open_ := _OPEN_ATTRIBUTES.search(line.prose):
        yield Finding(
            line.span(open_.start(), open_.end()),
            "accolade-ouverte",
            "cette accolade est ouverte et jamais refermée",
            f"écrivez {open_[0].rstrip()} }}",
        )


def _notes(lines: list[Line]) -> Iterator[Finding]:
    """Find notes that are called and not written, or the other way round."""
    found = [(line, note) for line in lines for note in _NOTE.finditer(line.prose)]
    texts = {note["name"] for line, note in found if _is_text_of_note(line, note)}
    calls = {note["name"] for line, note in found if not _is_text_of_note(line, note)}
    for line, note in found:
        name = note["name"]
        if _is_text_of_note(line, note):
            missing = name not in calls
            message, fix = "aucun appel ne mène à cette note", f"écrivez [^{name}] dans le texte"
        else:
            missing = name not in texts
            message = f"la note « {name} » n’est écrite nulle part"
            fix = f"ajoutez une ligne « [^{name}]: … » à la fin du texte"
        if missing:
            yield Finding(line.span(note.start(), note.end()), "note", message, fix)


def _is_text_of_note(line: Line, note: re.Match[str]) -> bool:
    return bool(note["is_text"]) and note.start() <= 3 and not line.prose[: note.start()].strip()
