"""Signs that visitors would see in the words of a page, where something else was meant. Pure.

What Markdown could make nothing of stays in the words of the page: these are read here, not the
source, so what is code or was escaped is left alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry
from ..core.words import slug_of
from ..problems.findings import Finding, Replacement, Severity, Span
from ..source.body import Passage, Place, Role
from .entry_checks import TO_WRITE

_ADDRESS = r"(?:https?://|www\.|mailto:|\{\w+\})"
_EMOJI = {
    "+1": "👍",
    "bulb": "💡",
    "calendar": "📅",
    "clap": "👏",
    "heart": "❤️",
    "point_right": "👉",
    "rocket": "🚀",
    "slightly_smiling_face": "🙂",
    "smile": "😄",
    "smiley": "😃",
    "star": "⭐",
    "tada": "🎉",
    "thumbsup": "👍",
    "warning": "⚠️",
    "wave": "👋",
    "wink": "😉",
}
Match = re.Match[str]


@dataclass(frozen=True)
class _Sign:
    """A sign of no use here: how it looks, what is said of it, what to do.

    ``part`` is some of it, to pass over quickly the words that have none; ``better`` returns what
    to write for it where that is sure.
    """

    part: str
    look: str
    code: str
    message: str
    fix: Callable[[Match], str]
    better: Callable[[Match], str] | None = None
    severity: Severity = Severity.ERROR


def _write(form: str) -> Callable[[Match], str]:
    return lambda match: f"écrivez « {match.expand(form)} »"


def _as(form: str) -> Callable[[Match], str]:
    return lambda match: match.expand(form)


def _always(fix: str) -> Callable[[Match], str]:
    return lambda _match: fix


# The first that fits a place says what is wrong there.
_SIGNS = (
    _Sign(
        ")[",
        r"\((?P<words>[^()\[\]]+)\)\[(?P<target>" + _ADDRESS + r"[^\]\s]*)\]",
        "lien-a-l-envers",
        "les crochets et les parenthèses de ce lien sont échangés",
        _write(r"[\g<words>](\g<target>)"),
        _as(r"[\g<words>](\g<target>)"),
    ),
    _Sign(
        "->",
        r"\[(?P<words>[^\[\]]+?)\s*->\s*(?P<target>" + _ADDRESS + r"[^\]\s]*)\]",
        "lien-a-l-envers",
        "ce lien s’écrit autrement ici",
        _write(r"[\g<words>](\g<target>)"),
        _as(r"[\g<words>](\g<target>)"),
    ),
    _Sign(
        "[[",
        r"\[\[(?P<target>[^\[\]|]+?)(?:\|(?P<words>[^\[\]]+))?\]\]",
        "lien-a-l-envers",
        "un lien ne s’écrit pas entre doubles crochets",
        lambda match: f"écrivez [{match['words'] or match['target']}]({_page(match['target'])})",
    ),
    _Sign(
        "[",
        r"\[(?P<words>[^\[\]]+)\]\s?\((?P<target>" + _ADDRESS + r"[^\s()]*)(?=\s|$)(?![^()]*\))",
        "lien-ouvert",
        "la parenthèse de ce lien n’est jamais refermée",
        _write(r"[\g<words>](\g<target>)"),
        _as(r"[\g<words>](\g<target>)"),
    ),
    _Sign(
        "[",
        r"\[(?P<words>[^\[\]()]+)(?<!\s)\((?P<target>" + _ADDRESS + r"[^\s()]+)\)",
        "lien-ouvert",
        "le crochet de ce lien n’est jamais refermé",
        _write(r"[\g<words>](\g<target>)"),
        _as(r"[\g<words>](\g<target>)"),
    ),
    _Sign(
        "**",
        r"\*\*(?=\s|(?:[^*]*\S)?\s+\*\*)\s*(?P<words>[^*\s](?:[^*]*[^*\s])?)\s*\*\*",
        "gras-ouvert",
        "une espace empêche ce gras",
        _write(r"**\g<words>**"),
        _as(r"**\g<words>**"),
    ),
    _Sign(
        "**",
        r"\*\*\s*\*\*",
        "gras-ouvert",
        "ces astérisques n’entourent rien",
        _always("effacez-les"),
    ),
    # Alone between spaces or brackets, or after a word, two asterisks may call a note.
    _Sign(
        "**",
        r"(?<![*\w])\*\*(?=[^\W_]|[«“\"(])",
        "gras-ouvert",
        "ces deux astérisques ouvrent un gras qui n’est jamais refermé",
        _always("ajoutez « ** » après les mots en gras, ou effacez-les"),
    ),
    _Sign(
        "**",
        r"(?<=[\w.!?»])\*\*(?!\*)",
        "gras-ouvert",
        "ces deux astérisques n’ont pas leur pareil",
        _always("ajoutez « ** » de l’autre côté des mots en gras, ou effacez-les"),
        severity=Severity.ADVICE,
    ),
    _Sign(
        "*",
        r"(?<=\s)\*(?=[^\W_])(?![^*\n]*\*)",
        "gras-ouvert",
        "cet astérisque ouvre un italique qui n’est jamais refermé",
        _always("ajoutez « * » après les mots en italique, ou effacez-le"),
        severity=Severity.ADVICE,
    ),
    _Sign(
        "'''",
        r"'''(?P<words>[^']+)'''",
        "signe-d-ailleurs",
        "le gras s’écrit autrement ici",
        _write(r"**\g<words>**"),
        _as(r"**\g<words>**"),
    ),
    _Sign(
        "~~",
        r"~~(?P<words>[^~\n]+)~~",
        "signe-d-ailleurs",
        "ces tildes ne barrent rien",
        _write(r"<del>\g<words></del>"),
    ),
    _Sign(
        "==",
        r"==(?P<words>[^=\s](?:[^=\n]*[^=\s])?)==",
        "signe-d-ailleurs",
        "ces signes ne surlignent rien",
        _write(r"**\g<words>**"),
    ),
    _Sign(
        "[/",
        r"\[(?P<tag>b|i|u|url|quote|color|size|center|img)(?:=[^\[\]]*)?\](?P<words>[^\[\]]*)"
        r"\[/(?P=tag)\]",
        "signe-d-ailleurs",
        "cette balise d’un forum ne fait rien ici",
        _always("écrivez ces mots seuls, ou en Markdown"),
    ),
    _Sign(
        "h",
        r"^h[1-6]\.\s+\S",
        "signe-d-ailleurs",
        "un intertitre s’écrit autrement ici",
        _always("commencez la ligne par « ## »"),
    ),
    _Sign(
        "",
        r"\{\{[<%{]?.*?[>%}]?\}\}|\{%.*?%\}"
        r"|\[/?(?:gallery|caption|embed|video|audio|playlist|youtube|vimeo|contact-form-7|toc"
        r"|TOC|vc_\w+|et_pb_\w+|su_\w+)(?=[\s\]])[^\[\]]*\]"
        r"|^:::+ ?\w.*|^!!! ?\w.*|%%\w+%%",
        "code-d-ailleurs",
        "ce code est celui d’un autre logiciel : il s’afficherait tel quel",
        _always("effacez-le, et écrivez ce qu’il montrait"),
    ),
    _Sign(
        ":",
        r"(?<![\w:/])(?P<sign>:(?P<name>[a-z][a-z_]+[a-z0-9]|\+1):)(?![\w:])",
        "emoji-code",
        "ce nom d’émoji s’afficherait en lettres",
        lambda match: f"écrivez {_EMOJI.get(match['name'], 'l’émoji lui-même')}, ou effacez-le",
        lambda match: _EMOJI.get(match["name"], match["sign"]),
        Severity.ADVICE,
    ),
)
_BOX = re.compile(r"\[[ xX]\](?=\s)")
_OPEN_BRACKET = re.compile(r"\[(?!\s*(?:…|\.\.\.))[^\[\]]*$")
_LEFT = re.compile(r"Le texte vient ici\.|\blorem ipsum\b", re.IGNORECASE)
_PREVIEW = re.compile(
    r"https?://(?:127\.0\.0\.1|localhost|0\.0\.0\.0)(?::\d+)?(?P<path>/[^?#]*)?", re.IGNORECASE
)
_PROSE = re.compile(r"\s*[«“\"(]?\s?[A-ZÀ-ÖØ-ÞŒ][^;{}=<>$\\]*\s[^;{}=<>$\\]*")


def remaining_signs(entry: AnyEntry) -> Iterator[Finding]:
    """Find signs of Markdown and of other programs that would show on the page."""
    for passage in entry.body.passages:
        if passage.role is Role.TEXT:
            yield from _of_passage(passage, entry)


def _of_passage(passage: Passage, entry: AnyEntry) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for sign in _SIGNS:
        if sign.part not in passage.words:
            continue
        for match in re.finditer(sign.look, passage.words, re.MULTILINE):
            start, end = match.span()
            place = passage.place(start, end)
            is_taken = any(start < stop and first < end for first, stop in taken)
            if not is_taken and not _is_meant(place, entry):
                taken.append((start, end))
                yield _finding(sign, match, place, entry)
    for look, code, message, fix in _OTHERS:
        if found := look.search(passage.words):
            place = passage.place(*found.span())
            is_taken = any(found.start() < stop and first < found.end() for first, stop in taken)
            if not is_taken and not _is_meant(place, entry):
                severity = Severity.ADVICE if look is _OPEN_BRACKET else Severity.ERROR
                yield Finding(entry.span(place), code, message, fix, severity=severity)


_OTHERS = (
    (
        _BOX,
        "signe-d-ailleurs",
        "une case à cocher s’afficherait en signes",
        "effacez les crochets, et dites en mots ce qui est fait",
    ),
    (
        _OPEN_BRACKET,
        "lien-ouvert",
        "ce crochet n’est jamais refermé",
        "fermez-le, ou effacez-le",
    ),
)


def words_of_the_model(entry: AnyEntry) -> Iterator[Finding]:
    """Find the words that a blank file holds instead of a text; a draft may wait."""
    if getattr(entry.written, "status", "") == "brouillon":
        return
    for passage in entry.body.passages:
        found = _LEFT.search(passage.words)
        if found and not passage.words.startswith(TO_WRITE):
            yield Finding(
                entry.span(passage.place(*found.span())),
                "texte-a-ecrire",
                "ces mots du modèle sont restés",
                "écrivez votre texte à leur place",
            )


def _is_meant(place: Place, entry: AnyEntry) -> bool:
    """Return whether a place is code, or begins with a sign that was escaped."""
    is_code = any(
        place.start < span.end and span.start < place.end for span in entry.body.code_spans
    )
    return is_code or entry.markdown[place.start - 1 : place.start] == "\\"


def _finding(sign: _Sign, match: Match, place: Place, entry: AnyEntry) -> Finding:
    span = entry.span(place)
    better = sign.better(match) if sign.better else match[0]
    # What is written over several lines, or with other signs, is left to people.
    is_sure = better != match[0] and entry.markdown[place.start : place.end] == match[0]
    replacements = (Replacement(span, better),) if is_sure and "\n" not in match[0] else ()
    return Finding(
        span,
        sign.code,
        sign.message,
        sign.fix(match),
        severity=sign.severity,
        replacements=replacements,
    )


def _page(name: str) -> str:
    return f"{{filename}}/pages/{slug_of(name)}.md"


def links_to_the_preview(entry: AnyEntry) -> Iterator[Finding]:
    """Find links to the site as its writer saw it at home."""
    for link in entry.body.links:
        if found := _PREVIEW.match(link.target):
            span = entry.span(link.target_place)
            page = _file_of((found["path"] or "/").strip("/"))
            is_sure = bool(page) and not link.is_bare and not link.is_picture
            yield Finding(
                span,
                "adresse-de-l-apercu",
                "cette adresse est celle de l’aperçu : elle n’existe que sur votre ordinateur",
                f"écrivez {page}" if page else "écrivez l’adresse du site, ou {filename}…",
                replacements=(Replacement(span, page),) if is_sure else (),
            )


def _file_of(path: str) -> str:
    """Return the file of a page of the preview, ``""`` when its address tells none."""
    section, _, slug = path.rpartition("/")
    folders = [folder for folder, kind in CONTENT_TYPES.items() if kind.section == section]
    if not section:
        return f"{{filename}}/pages/{slug or 'accueil'}.md"
    is_plain = bool(folders) and slug == slug_of(slug)
    return f"{{filename}}/{folders[0]}/{slug}.md" if is_plain else ""


def indented_text(entry: AnyEntry) -> Iterator[Finding]:
    """Find text so far right that it would be shown as code."""
    fenced = {line for one in entry.body.fences for line in range(one.first, one.last + 1)}
    lines = entry.markdown.split("\n")
    for block in entry.body.blocks:
        if block.tag != "pre" or block.first in fenced or len(block.tags) > 1:
            continue
        written = lines[block.first - 1 : block.last]
        if not all(_PROSE.fullmatch(line) for line in written if line.strip()):
            continue
        first = block.first + entry.body_line - 1
        text = "\n".join(line.lstrip() for line in written)
        start = len(written[0]) - len(written[0].lstrip()) + 1
        whole = Span(first, 1, len(written[-1]) + 1)
        yield Finding(
            Span(first, start, max(len(written[0]), start) + 1),
            "texte-decale",
            "ce texte est si décalé qu’il s’afficherait comme du code",
            "commencez la ligne au bord gauche",
            severity=Severity.ADVICE,
            replacements=(Replacement(whole, text, len(written) - 1),),
        )
