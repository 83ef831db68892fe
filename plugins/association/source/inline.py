"""What is wrong within lines of Markdown: links, pictures, notes, tags. Pure.

Whether a page or a file that a link names exists is checked in ``references``.
"""

import re
from collections.abc import Collection, Iterator

from ..core.words import slug_of
from ..problems.findings import Finding, Replacement, Span
from .body import Body, Link, Place
from .inline_tags import name_on_the_site, tag_findings
from .prose_line import Line
from .schemes import is_admitted, scheme_of

# A picture of this site, without what says so.
_OWN_PICTURE = re.compile(r"/?(?:content/)?(images/[\w./-]+)")
_OWN_MACHINE = re.compile(r"file:|[A-Za-z]:[\\/]|\\|~/")
# « htps:// », « http:/ », « https:/// » and the like; an address with commas in its host.
_SLIP = re.compile(
    r"(?!https?://[^/\\])(?:h+t+p*s*|t+ps?):[/\\]*(?P<rest>[\w-]+\.[\w-].*)", re.IGNORECASE
)
_HOST = re.compile(r"(?P<host>https?://[\w.,-]+)(?P<rest>[/?#].*)?")
_TELEPHONE = re.compile(r"(?:\+\d|0)[\d .()\u00a0-]{8,}")
_FILE = re.compile(
    r"(?P<name>.+)\.(?P<ending>pdf|docx?|odt|xlsx?|ods|pptx?|jpe?g|png)", re.IGNORECASE
)
# « `les mots <https://example.org>`_ », as reStructuredText writes a link.
_LINK_OF_RST = re.compile(r"`(?P<words>[^`<>]+?)\s*<(?P<target>https?://[^<>`\s]+)>`__?")
_PARTED_LINK = re.compile(r"\[[^\[\]]+\](?P<gap>\s+)\((?:https?://|www\.|\{\w+\})")
_BY_NAME = re.compile(r"\[(?P<words>[^\[\]^]+)\]\[(?P<name>[^\[\]]*)\]")
# What other programs write between brackets; it is told where their signs are.
_SHORTCODE = re.compile(r"/.*|[a-z]+[_-][\w-]+|[a-z][\w-]*\s+\w+=.*|\*")
_NOTE = re.compile(r"\[\^(?P<name>[^\[\]\s]+)\](?P<is_text>:?)")
_OPEN_ATTRIBUTES = re.compile(r"\{\s*[:.#][^{}]*$")
_ATTRIBUTE_LIST = re.compile(r"(?<!\{)\{:?[^{}]*=[^{}]*\}")
_ATTRIBUTE = re.compile(r"(?P<name>[\w:-]+)=(\"[^\"]*\"|'[^']*'|[^\s}]+)")
_ADMITTED = frozenset({"class", "dir", "id", "lang", "title"})
_VAGUE = {"ici", "cliquez ici", "lire la suite", "en savoir plus", "lien", "plus", "suite"}


def findings(body: Body, lines: list[Line]) -> Iterator[Finding]:
    """Yield what is wrong within the lines of a text."""
    pictures = [link for link in body.links if link.is_picture]
    for link in body.links:
        if link.is_picture:
            yield from _of_picture(link, body)
        else:
            is_shown = any(_meet(link.place, picture.place) for picture in pictures)
            yield from () if link.is_bare or is_shown else _words_of(link, body)
            yield from _target_of(link, body)
    read = {(span.line, span.column) for span in (body.span(link.place) for link in body.links)}
    for line in lines:
        yield from _unread_links(line, read)
        yield from tag_findings(line)
        yield from _attributes(line)
    yield from _notes(lines)


def _meet(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


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
        name = name_on_the_site(picture.target)
        put_away = f"rangez-la dans images/, puis écrivez {{static}}/images/{name}"
        yield Finding(
            span,
            "chemin",
            "une image se range dans le dossier images du site",
            f"écrivez {{static}}/{own[1]}" if own else put_away,
            replacements=(Replacement(span, f"{{static}}/{own[1]}"),) if own else (),
        )


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
    for link in _LINK_OF_RST.finditer(line.text) if "`" in line.text else ():
        meant = f"[{link['words']}]({link['target']})"
        span = line.span(*link.span())
        yield Finding(
            span,
            "lien-a-l-envers",
            "ce lien s’écrit autrement ici",
            f"écrivez « {meant} »",
            replacements=(Replacement(span, meant),),
        )
    for named in _BY_NAME.finditer(line.prose):
        is_code = any(map(_SHORTCODE.fullmatch, named.group("words", "name")))
        if (line.number, named.start() + 1) not in read and not is_code:
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
    if not address or re.fullmatch(r"https?:/*", address):
        yield Finding(
            body.span(link.place),
            "lien-vide",
            "ce lien ne mène nulle part",
            "écrivez l’adresse entre les parenthèses",
        )
    elif address.startswith(("{{", "{%")):
        yield Finding(
            span,
            "code-d-ailleurs",
            "cette adresse est du code d’un autre logiciel",
            "écrivez par exemple {filename}/pages/contact.md",
        )
    elif _OWN_MACHINE.match(address):
        yield _unopened(span, address)
    elif meant := _meant(address):
        yield Finding(
            span,
            "adresse-web",
            "cette adresse ne s’ouvrirait pas",
            f"écrivez {meant}",
            replacements=(Replacement(span, meant),),
        )
    elif address.startswith("mailto:") and not re.search(r"[^:]@[\w-]+\.\w", address):
        message = "cette adresse de courriel n’est pas entière"
        yield Finding(span, "adresse-web", message, "écrivez par exemple mailto:nom@example.org")
    elif " " in _written(link, body) and not _is_of_the_web(address):
        yield Finding(span, "adresse-web", "ces mots ne sont pas une adresse", _put_in(address))
    elif " " in _written(link, body) and not address.startswith("{"):
        yield Finding(
            span,
            "adresse-web",
            "une adresse ne contient pas d’espace",
            f"écrivez {address.replace(' ', '%20')}",
        )
    elif not is_admitted(address):
        yield _unopened(span, address)


def _meant(address: str) -> str:
    """Return the address that was clearly meant by another one, ``""`` where nobody can tell."""
    bare = re.sub(r"^[(<]+(.*?)[)>]*$", r"\1", address).strip()
    if scheme_of(bare) in {"mailto", "tel"} or _TELEPHONE.fullmatch(bare):
        return _without_spaces(bare)
    if titled := re.fullmatch(r"(?P<bare>\S+)\s+\"(?P<title>[^\"]*)", bare):
        return f'{titled["bare"]} "{titled["title"]}"'
    if slip := _SLIP.fullmatch(bare):
        return f"https://{slip['rest']}"
    if host := _HOST.fullmatch(bare.rstrip(",;")):
        bare = host["host"].replace(",", ".") + (host["rest"] or "")
    return bare if bare != address and is_admitted(bare) and scheme_of(bare) else ""


def _without_spaces(address: str) -> str:
    """Return the address of a mail or a telephone with spaces in it, ``""`` for one without."""
    if _TELEPHONE.fullmatch(address):
        digits = re.sub(r"(?!^\+)\D", "", address.replace("(0)", ""))
        is_french = re.fullmatch(r"0[1-9]\d{8}", digits)
        return f"tel:+33{digits[1:]}" if is_french else f"tel:{digits}"
    person, mark, rest = address.partition("?")
    whole = re.sub(r"\s", "", person) + mark + rest.replace(" ", "%20")
    return whole if whole != address else ""


def _is_of_the_web(address: str) -> bool:
    return bool(scheme_of(address)) or address.startswith(("{", "/", "#", "www."))


def _put_in(address: str) -> str:
    """Return what to do with words, or the name of a file, in the place of an address."""
    file = _FILE.fullmatch(address)
    if file is None or not slug_of(file["name"]):
        return "écrivez l’adresse à leur place, par exemple https://example.org"
    name = f"{slug_of(file['name'])}.{file['ending'].lower()}"
    return f"rangez le fichier dans documents/, puis écrivez {{static}}/documents/{name}"


def _unopened(span: Span, address: str) -> Finding:
    path = address.replace("\\", "/")
    name = slug_of(path.rpartition(".")[0].rpartition("/")[2])
    if _OWN_MACHINE.match(address) and name:
        file = f"{name}.{address.rpartition('.')[2].lower()}"
        _, ours, of_the_site = path.partition("/content/")
        what = "filename" if path.endswith(".md") else "static"
        return Finding(
            span,
            "lien-incomplet",
            "ce lien mène à un fichier de votre ordinateur, que les visiteurs n’ont pas",
            f"écrivez {{{what}}}/{of_the_site}"
            if ours
            else f"rangez le fichier dans documents/, puis écrivez {{static}}/documents/{file}",
        )
    return Finding(
        span,
        "lien-incomplet",
        f"un lien « {scheme_of(address)}: » ne s’ouvre pas chez les visiteurs",
        "écrivez une adresse https://…, mailto:… ou tel:…",
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
            f"écrivez {open_[0].rstrip()} }}" if line.text.startswith("#") else "effacez-la",
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
