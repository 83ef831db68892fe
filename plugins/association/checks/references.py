"""What files say of each other: every name of another file must exist. Pure.

The links themselves are followed both ways in ``pages``; here they are only checked.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from urllib.parse import unquote

from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry
from ..content.entry_links import path_from_root, path_of_link
from ..content.named_entries import named_entries
from ..content.reading import Content
from ..content.schema import WrittenDigitalDocument, WrittenDocument, WrittenImage, WrittenVideo
from ..content.text_blocks import WrittenDownload
from ..content.waiting import waits
from ..content.written import Path, Written
from ..core.words import fold, suggested_path, suggestion
from ..core.zone import today
from ..problems.findings import Finding, Replacement, Severity, Span
from ..problems.report import Problem, problem_of
from ..source.frontmatter import FrontMatter
from ..source.inline_tags import name_on_the_site
from ..source.schemes import scheme_of
from .check_context import CheckContext

# The pages that the site cannot do without: its home, its lists, its legal pages.
REQUIRED_PAGES = (
    *("404", "accueil", "accessibilite", "certification", "contact"),
    *("donnees-personnelles", "mentions-legales", "plan-du-site"),
    *(content_type.section for content_type in CONTENT_TYPES.values() if content_type.section),
)
_OF_A_DOCUMENT = re.compile(
    r"\.(?:txt|rtf|pdf|epub|docx?|odt|xlsx?|ods|csv|pptx?|odp|jpe?g|png|gif|svg|webp|heic|mp[34]"
    r"|gpx|kml|ics|vcf|zip)$",
    re.IGNORECASE,
)
_OF_A_PAGE = re.compile(r"\.(?:md|html?|php)$", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}(/|$)")
# What is said of an address by its form alone.
_NO_PATH = re.compile(r"\s|^[(<\\~]|^[\d.+()-]{8,}$")
# The page that also shows the terms of the vocabulary, each at its anchor.
_GLOSSARY = "pages/glossaire.md"
_NAMED = re.compile(r"\{(?P<what>\w+)\}(?P<path>[^#?]*)(?:[^#]*#(?P<anchor>.*))?")


def missing_pages(context: CheckContext) -> Iterator[Problem]:
    """Find the pages that the site cannot do without, and that are not there."""
    content = context.content
    for slug in REQUIRED_PAGES:
        path = f"pages/{slug}.md"
        if slug not in content.pages and path not in content.unread:
            missing = Finding(
                Span(),
                "page-manquante",
                f"la page « {slug} » manque : le site ne peut pas s’en passer",
                "remettez ce fichier, par exemple depuis une version précédente",
            )
            yield problem_of(missing, f"{content.root.name}/{path}", ())


def unknown_entries(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Find the names of entries, in a front matter or a block, that no entry has."""
    for written, front, lines_above in _told(entry):
        for path, folder, slug in named_entries(written):
            for found in _unknown_entry(front.span_of(path), slug, folder, context.content):
                yield found.down(lines_above)


def unknown_files(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Find the names of files, in a front matter or a block, that no file has."""
    for written, front, lines_above in _told(entry):
        for path, file in files_named(written):
            mend = partial(front.instead, path)
            for found in _unknown_file(front.span_of(path), file, context.content, mend):
                yield found.down(lines_above)


def _told(entry: AnyEntry) -> Iterator[tuple[Written, FrontMatter, int]]:
    """Yield the front matter and the options of each block, with the lines above the latter."""
    yield entry.written, entry.front, 0
    for block in entry.text_blocks:
        if block:
            yield block.options, block.front, entry.body_line - 1


def _unknown_entry(span: Span, slug: str, folder: str, content: Content) -> Iterator[Finding]:
    known: Mapping[str, object] = content.entries[folder]
    if slug in known or f"{folder}/{slug}.md" in content.unread:
        return
    near = suggestion(slug, known)
    yield Finding(
        span,
        "reference-inconnue",
        f"« {slug} » n’est pas {CONTENT_TYPES[folder].one} du site",
        f"vouliez-vous dire « {near} » ?" if near else f"créez content/{folder}/{slug}.md",
    )


def files_named(written: Written) -> Iterator[tuple[Path, str]]:
    """Yield the files that fields name: French path and path in the content's folder."""
    for name in ("image", "photo"):
        image = getattr(written, name, None)
        if isinstance(image, WrittenImage):
            yield (name, "fichier"), image.file
    video = getattr(written, "video", None)
    if isinstance(video, WrittenVideo) and video.image:
        yield ("video", "image", "fichier"), video.image.file
    if isinstance(written, WrittenDigitalDocument):
        yield ("fichier",), written.file
    for number, document in enumerate(getattr(written, "documents", ())):
        if isinstance(document, WrittenDocument):
            yield ("documents", number, "fichier"), document.file
    if isinstance(written, WrittenDownload):
        yield ("fichier",), written.file


def _unknown_file(
    span: Span, file: str, content: Content, mend: Callable[[str], tuple[Replacement, ...]]
) -> Iterator[Finding]:
    """Say that no file has this name; ``mend`` writes another name in its place."""
    if file in content.static or file in content.unread:
        return
    alike = [path for path in content.static if fold(path) == fold(file)]
    same = alike[0] if alike else None
    near = same or suggested_path(file, content.static)
    yield Finding(
        span,
        "fichier-introuvable",
        f"le fichier « {file} » n’existe pas dans content/",
        f"vouliez-vous dire « {near} » ?" if near else "ajoutez ce fichier, ou corrigez son nom",
        "les majuscules comptent dans les noms de fichiers" if same else "",
        replacements=mend(alike[0]) if len(alike) == 1 else (),
    )


def broken_links(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Find the links of a text that lead nowhere on the site."""
    content = context.content
    for link in entry.body.links:
        span, target = entry.span(link.target_place), link.target
        if target.startswith("{") and "\\" in target:
            yield _turned_strokes(span, target)
        elif named := _NAMED.match(target):
            path = path_from_root(unquote(named["path"]), entry.path)
            match named["what"]:
                case "filename":
                    yield from _unknown_target(span, path, named["anchor"], content)
                case "static":
                    yield from _unknown_file(span, path, content, partial(_static_link, span))
                case other:
                    yield Finding(
                        span,
                        "lien-interne",
                        f"un lien « {{{other}}} » n’existe pas ici",
                        f"écrivez {{filename}}{named['path']}"
                        if path.endswith(".md")
                        else f"écrivez {{static}}{named['path']}",
                    )
        elif link.is_picture or scheme_of(target) or not target or _NO_PATH.search(target):
            continue
        elif target.startswith("#"):
            yield from _own_anchor(span, target[1:], entry)
        else:
            yield from _bare_link(span, target, content)


def _turned_strokes(span: Span, target: str) -> Finding:
    """Return the finding for a link whose path is written as Windows writes one."""
    turned = target.replace("\\", "/")
    return Finding(
        span,
        "lien-casse",
        "dans un lien, les dossiers sont séparés par « / »",
        f"écrivez {turned}",
        replacements=(Replacement(span, turned),),
    )


def links_to_what_waits(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Find the links of a published entry to one that nobody sees yet."""
    content, day = context.content, today(context.asof)
    if waits(entry.path, content, day):
        return
    for link in entry.body.links:
        path = path_of_link(link.target, entry.path)
        if path is not None and waits(path, content, day):
            yield Finding(
                entry.span(link.target_place),
                "lien-en-attente",
                "cette page ne se voit pas encore : ce lien se réduit à ses mots",
                "attendez qu’elle paraisse, ou retirez ce lien",
                severity=Severity.ADVICE,
            )


def _static_link(span: Span, file: str) -> tuple[Replacement, ...]:
    return (Replacement(span, f"{{static}}/{file}"),)


def _entry_at(path: str, content: Content) -> AnyEntry | None:
    if path in content.translations:
        return content.translations[path].entry
    folder, _, name = path.partition("/")
    return content.entries.get(folder, {}).get(name.removesuffix(".md"))


def _unknown_target(
    span: Span, path: str, anchor: str | None, content: Content
) -> Iterator[Finding]:
    if path in content.unread:
        return
    target = _entry_at(path, content) if path.endswith(".md") else None
    if target is None:
        known = [entry.path for entry in content.all_entries()]
        near = suggested_path(path, known)
        yield Finding(
            span,
            "lien-casse",
            f"« {path} » n’existe pas",
            f"vouliez-vous dire {{filename}}/{near} ?" if near else "corrigez ce lien",
        )
    elif anchor:
        anchors = target.body.anchors
        if path == _GLOSSARY:
            anchors += tuple(term.anchor for term in content.vocabulary.glossary)
        if anchor not in anchors:
            near = suggestion(anchor, anchors)
            yield Finding(
                span,
                "ancre-cassee",
                f"aucun titre de « {path} » ne porte l’ancre « {anchor} »",
                f"vouliez-vous dire « #{near} » ?" if near else "retirez « #… » du lien",
            )


def _own_anchor(span: Span, anchor: str, entry: AnyEntry) -> Iterator[Finding]:
    anchors = entry.body.anchors
    if anchor in anchors:
        return
    near = suggestion(anchor, anchors)
    yield Finding(
        span,
        "ancre-cassee",
        f"aucun titre de ce texte ne porte l’ancre « {anchor} »",
        f"vouliez-vous dire « #{near} » ?" if near else "corrigez l’ancre, ou retirez le lien",
    )


def _bare_link(span: Span, target: str, content: Content) -> Iterator[Finding]:
    """Find links that work in an editor's window and not on the site: « contact.md », « x.pdf »."""
    files = [path for path in content.static if path.endswith(f"/{target.rpartition('/')[2]}")]
    path = _entry_meant(target, content)
    host = _HOST.match(target)
    is_file = bool(_OF_A_DOCUMENT.search(target) or _OF_A_PAGE.search(target))
    instead = ""
    if "@" in target:
        fix = f"écrivez mailto:{target}"
        instead = f"mailto:{target}" if re.fullmatch(r"[\w.+-]+@[\w.-]+\.\w{2,}", target) else ""
    elif target.startswith("http"):
        fix = f"écrivez https://{target.lstrip('htps').lstrip('/')}"
    elif files:
        fix = f"écrivez {{static}}/{files[0]}"
    elif host and (host[0].endswith("/") or not is_file):
        fix = f"écrivez https://{target}"
        instead = f"https://{target}" if target.startswith("www.") else ""
    elif _OF_A_DOCUMENT.search(target) and not path:
        name = name_on_the_site(target)
        fix = f"rangez le fichier dans documents/, puis écrivez {{static}}/documents/{name}"
    else:
        fix = (
            f"écrivez {{filename}}/{path}"
            if path
            else "écrivez par exemple {filename}/pages/contact.md"
        )
    message = f"« {target} » ne mène nulle part sur le site"
    replacements = (Replacement(span, instead),) if instead else ()
    yield Finding(span, "lien-incomplet", message, fix, replacements=replacements)


def _entry_meant(target: str, content: Content) -> str | None:
    """Return the path of the entry that a path of a file, or of a page, most likely means."""
    bare = target.partition("#")[0].strip("/")
    name = bare.rpartition("/")[2].removesuffix(".md").removesuffix(".html")
    names = {entry.slug: entry.path for entry in content.all_entries()}
    near = suggestion(name, names) if name else "accueil"
    return names.get(near) if near else None
