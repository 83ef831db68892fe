"""Signs that visitors would see in the words of a page, where something else was meant. Pure.

What Markdown could make nothing of stays in the words of the page: these are read here, not the
source, so what is code or was escaped is left alone.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry
from ..core.words import slug_of
from ..problems.findings import Finding, Replacement, Severity, Span
from ..source.body import Passage, Place, Role
from ..source.detours import without_detour
from .entry_checks import TO_WRITE
from .signs import SIGNS, Sign

_LOOKS = tuple((sign, re.compile(sign.look, re.MULTILINE)) for sign in SIGNS)
_NOTE = re.compile(r"(?P<mark>\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹])\s?:?\s?(?=[^\W\d_]|[«“\"])")
_NOTE_CALL = re.compile(r"(?<=[\w.!?»)’'])\s?(?P<mark>\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹])(?!\d)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = re.compile(r"(\*\*|__)(?P<words>[^*_]+)\1")
_LONGEST_HEADING = 60
# What blank files hold, here and in other systems, by a word that is in all of it: looking for the
# word takes a tenth of the time.
_LEFT = tuple(
    (word, re.compile(look, re.IGNORECASE))
    for word, look in (
        (
            " ici",
            r"Le texte vient ici\.|\bVotre (?:texte|titre|contenu) (?:vient |va )?ici\b"
            r"|\b(?:Ajoutez|Saisissez|Écrivez|Tapez|Insérez) (?:ici )?(?:votre|un|du)"
            r" (?:texte|titre|contenu) ici\b",
        ),
        (
            " here",
            r"\b(?:Your|Add|Insert|Type|Enter)(?: your| some)? (?:content|text|title)"
            r"(?: goes)? here\b",
        ),
        (
            "cliquez",
            r"\bCliquez (?:ici )?pour (?:ajouter|modifier) (?:un|du|ce|le) (?:titre|texte)\b",
        ),
        ("lorem ipsum", r"\blorem ipsum\b"),
        ("wordpress", r"\bBienvenue (?:sur|dans) WordPress\b"),
    )
)
PREVIEW = re.compile(
    r"https?://(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1\]|(?P<private>192\.168(?:\.\d+){2}"
    r"|10(?:\.\d+){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|[\w-]+\.(?:local|lan)(?![\w.-]))"
    r"|[\w.-]+\.(?:gitpod\.io|app\.github\.dev|githubpreview\.dev|ngrok(?:-free)?\.(?:io|app|dev)"
    r"|trycloudflare\.com|loca\.lt|csb\.app|webcontainer\.io)|deploy-preview-\d+--[\w.-]+)"
    r"(?::\d+)?(?P<path>/[^?#]*)?",
    re.IGNORECASE,
)
_MAILBOX = re.compile(
    r"https?://(?:mail\.(?:google\.com|yahoo\.\w+|proton\.me|ovh\.net|orange\.fr)"
    r"|(?:webmail|messagerie|roundcube|zimbra|zimbra\d+)\.[\w.-]+"
    r"|outlook\.(?:office|office365|live)\.com/(?:mail|owa)|[^/?#]+/[^?#]*\?_task=mail)(?![\w.-])",
    re.IGNORECASE,
)
_OF_PROSE = r"(?:[^;{}=<>$\\]|(?<=\s)=(?=\s))*"
_PROSE = re.compile(rf"\s*[«“\"(]?\s?[A-ZÀ-ÖØ-ÞŒ]{_OF_PROSE}\s{_OF_PROSE}")
_LINE_OF_PROSE = re.compile(rf"\s*[^\W_]{_OF_PROSE}")


def remaining_signs(entry: AnyEntry) -> Iterator[Finding]:
    """Find signs of Markdown and of other programs that would show on the page."""
    texts = [passage for passage in entry.body.passages if passage.role is Role.TEXT]
    # Most signs are nowhere in a text: looked for once, not in each of its passages.
    whole = "\0".join(passage.words for passage in texts)
    looks = [(sign, look) for sign, look in _LOOKS if _may_be_in(whole, sign)]
    for passage in texts if looks else ():
        yield from _of_passage(passage, entry, looks)


def _may_be_in(words: str, sign: Sign) -> bool:
    return any(part in words for part in sign.parts)


def _of_passage(
    passage: Passage, entry: AnyEntry, looks: Sequence[tuple[Sign, re.Pattern[str]]]
) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for sign, look in looks:
        if not _may_be_in(passage.words, sign):
            continue
        for match in look.finditer(passage.words):
            start, end = match.span("at" if "at" in match.re.groupindex else 0)
            place = passage.place(start, end)
            is_taken = any(start < stop and first < end for first, stop in taken)
            if not is_taken and not _is_meant(sign, place, entry):
                taken.append((start, end))
                yield _finding(sign, match, place, entry)


def numbered_notes(entry: AnyEntry) -> Iterator[Finding]:
    """Find notes that are called « [1] » or « ¹ », and written in a paragraph that begins so."""
    texts: dict[str, Passage] = {}
    for passage in entry.body.passages:
        if passage.role is Role.TEXT and (own := _NOTE.match(passage.words)):
            texts.setdefault(own["mark"], passage)
    for passage in entry.body.passages if texts else ():
        for call in _NOTE_CALL.finditer(passage.words):
            mark = call["mark"]
            if mark in texts and texts[mark] is not passage:
                yield Finding(
                    entry.span(passage.place(*call.span("mark"))),
                    "note",
                    "cet appel de note ne mène pas à sa note",
                    _fix_of_note(_number(mark)),
                    severity=Severity.ADVICE,
                )


def _fix_of_note(number: str) -> str:
    return f"écrivez « [^{number}] » ici, et « [^{number}]: » devant la note"


def _number(mark: str) -> str:
    return unicodedata.normalize("NFKC", mark.strip("[]"))


def false_headings(entry: AnyEntry) -> Iterator[Finding]:
    """Find lines in bold or in capitals that stand for headings, where there are several."""
    blocks = [block for block in entry.body.blocks if len(block.tags) == 1 and block.words]
    lines = entry.markdown.split("\n")
    found = [
        (block, _heading_meant(lines[block.first - 1]))
        for block, below in pairwise(blocks)
        if block.tag == "p" and block.first == block.last and below.tag not in _HEADINGS
    ]
    headings = [(block, words) for block, words in found if words]
    for block, words in headings if len(headings) > 1 else ():
        number = block.first + entry.body_line - 1
        yield Finding(
            Span(number, 1, len(lines[block.first - 1].rstrip()) + 1),
            "faux-titre",
            "cette ligne a l’air d’un intertitre, et n’en serait pas un",
            f"écrivez « ## {words} »",
            severity=Severity.ADVICE,
        )


def _heading_meant(line: str) -> str:
    """Return the words of a line that stands for a heading, ``""`` for any other."""
    bold = _BOLD.fullmatch(line.strip())
    words = (bold["words"] if bold else line).strip()
    is_long = len(words) > _LONGEST_HEADING or words[-1:] in ".,;:!?…»"
    is_loud = words.isupper() and len(words) > 3 and not words.startswith(("#", "|", "-"))
    return words if (bold or is_loud) and not is_long else ""


def words_of_the_model(entry: AnyEntry) -> Iterator[Finding]:
    """Find the words that a blank file holds instead of a text; a draft may wait."""
    if getattr(entry.written, "status", "") == "brouillon":
        return
    for passage in entry.body.passages:
        small = passage.words.lower()
        searches = (look.search(passage.words) for word, look in _LEFT if word in small)
        found = next(filter(None, searches), None)
        if found and not passage.words.startswith(TO_WRITE):
            yield Finding(
                entry.span(passage.place(*found.span())),
                "texte-a-ecrire",
                "ces mots du modèle sont restés",
                "écrivez votre texte à leur place",
            )


def _is_meant(sign: Sign, place: Place, entry: AnyEntry) -> bool:
    """Return whether a place is code, begins with an escaped sign, or is a link's words."""
    is_code = any(
        place.start < span.end and span.start < place.end for span in entry.body.code_spans
    )
    is_linked = sign.outside_links and any(
        link.label.start <= place.start < link.label.end for link in entry.body.links
    )
    return is_code or is_linked or entry.markdown[place.start - 1 : place.start] == "\\"


def _finding(sign: Sign, match: re.Match[str], place: Place, entry: AnyEntry) -> Finding:
    span = entry.span(place)
    better = sign.better(match) if sign.better else match[0]
    # What is written over several lines, or with other signs, is left to people.
    is_sure = better != match[0] and entry.markdown[place.start : place.end] == match[0]
    is_sure = is_sure and "\n" not in match[0] and not (sign.at_margin and span.column > 1)
    return Finding(
        span,
        sign.code,
        sign.message,
        sign.fix(match),
        severity=sign.severity,
        replacements=(Replacement(span, better),) if is_sure else (),
    )


def links_to_the_preview(entry: AnyEntry) -> Iterator[Finding]:
    """Find links to the site as its writer saw it at home."""
    for link in entry.body.links:
        if found := PREVIEW.match(link.target):
            span = entry.span(link.target_place)
            page = "" if found["private"] else _file_of((found["path"] or "/").strip("/"))
            link_to_page = f"[les mots du lien]({page})" if link.is_bare else page
            is_sure = bool(page) and not link.is_bare and not link.is_picture
            yield Finding(
                span,
                "adresse-de-l-apercu",
                "cette adresse ne s’ouvre que sur votre réseau"
                if found["private"]
                else "cette adresse est celle de l’aperçu : elle n’existe que sur votre ordinateur",
                f"écrivez {link_to_page}" if page else "écrivez l’adresse du site, ou {filename}…",
                replacements=(Replacement(span, page),) if is_sure else (),
            )


def detours(entry: AnyEntry) -> Iterator[Finding]:
    """Find links through a service that sees each visit, and links into somebody's mail."""
    for link in entry.body.links:
        span = entry.span(link.target_place)
        straight = without_detour(link.target)
        if straight != link.target:
            is_whole = entry.markdown[link.target_place.start : link.target_place.end]
            is_sure = is_whole == link.target and " " not in straight
            yield Finding(
                span,
                "adresse-web",
                "cette adresse passe par un service qui voit chaque visite",
                f"écrivez {straight}",
                severity=Severity.ADVICE,
                replacements=(Replacement(span, straight),) if is_sure else (),
            )
        elif _MAILBOX.match(link.target):
            yield Finding(
                span,
                "adresse-web",
                "cette adresse ouvre une boîte à lettres, où personne d’autre n’entre",
                "effacez ce lien, ou donnez l’adresse du document lui-même",
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
        begun, *others = [line for line in written if line.strip()]
        if not _PROSE.fullmatch(begun) or not all(map(_LINE_OF_PROSE.fullmatch, others)):
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
