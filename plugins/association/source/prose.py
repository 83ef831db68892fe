"""What Markdown would get wrong without a word: found in the text, before it is rendered.

Pure: Markdown text in, findings out; lines count from 1 within the body.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..core.words import suggestion
from ..problems.findings import Finding, Replacement, Span
from . import inline
from .inline import Line
from .stray_signs import stray_in_text
from .tangles import tangles

BLOCKS = ("details", "admonition", "caption", "figure-caption")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_BLOCK_OPEN = re.compile(r"^ {0,3}(/{3,})\s*([\w-]+)(.*)$")
_BLOCK_CLOSE = re.compile(r"^ {0,3}(/{3,})\s*$")
_BLOCK_BROKEN = re.compile(r"^ {0,3}/{3,}\s*\S")
_ITEM = re.compile(r"^( *)([-*+]|\d{1,3}[.)])( +)\S")
_HEADING = re.compile(r"^( {0,3})(#{1,6})(\s*)(.*)$")
_RULE = re.compile(r"^ {0,3}([-*_])( *\1){2,} *$")
_UNDERLINE = re.compile(r"^(-+|=+) *$")
_CODE = re.compile(r"`+[^`]+`+")


def prose_lines(markdown: str) -> list[Line]:
    """Return the lines that are outside fenced code, code spans blanked out, columns kept."""
    kept: list[Line] = []
    fence = ""
    for number, text in enumerate(markdown.split("\n"), start=1):
        opening = _FENCE.match(text)
        if fence:
            if opening and opening[1].startswith(fence):
                fence = ""
            kept.append(Line(number, "", ""))
        elif opening:
            fence = opening[1]
            kept.append(Line(number, "", ""))
        else:
            kept.append(Line(number, text, _CODE.sub(lambda m: " " * len(m[0]), text)))
    return kept


def findings(markdown: str) -> list[Finding]:
    """Return what editors would not see before publication, in the order of the text."""
    if found := tangles(markdown):
        return found
    lines = prose_lines(markdown)
    found = [
        *_stray_signs(lines),
        *_headings(lines),
        *_underlined(lines),
        *_glued_lists(lines),
        *_shallow_nesting(lines),
        *_blocks(lines),
        *inline.findings(lines),
        *_open_fences(markdown),
    ]
    return sorted(found, key=lambda finding: finding.span)


def _whole(line: Line) -> Span:
    start = len(line.text) - len(line.text.lstrip()) + 1
    return Span(line.number, start, len(line.text.rstrip()) + 1)


def _headings(lines: list[Line]) -> Iterator[Finding]:
    level = 1
    for line in lines:
        heading = _HEADING.match(line.prose)
        if not heading:
            continue
        depth, words = len(heading[2]), heading[4].rstrip(" #")
        span = Span(line.number, heading.start(2) + 1, heading.end(2) + 1)
        mark = "#" * max(2, min(depth, level + 1))
        if words and (heading[1] or not heading[3]):
            yield Finding(
                _whole(line),
                "titre-decale" if heading[1] else "titre-colle",
                "ce titre ne commence pas au bord gauche"
                if heading[1]
                else "il manque une espace après le dièse",
                f"écrivez « {mark} {words} »",
                replacements=_at_the_margin(line, heading) if heading[2] == mark else (),
            )
        elif not words:
            yield Finding(
                span, "titre-vide", "ce titre est vide", "écrivez-le, ou effacez la ligne"
            )
        elif depth == 1:
            yield Finding(
                span,
                "titre-de-niveau-1",
                "le titre de la page est déjà donné par le champ « titre »",
                f"écrivez « ## {words} »",
            )
        elif depth > level + 1:
            yield Finding(
                span, "titre-saute", "ce titre saute un niveau", f"écrivez « {mark} {words} »"
            )
        level = len(mark)


def _at_the_margin(line: Line, heading: re.Match[str]) -> tuple[Replacement, ...]:
    """Return the mend of a heading that only begins too far right."""
    if not heading[1] or not heading[3]:
        return ()
    return (Replacement(Span(line.number, 1, len(heading[1]) + 1), ""),)


def _underlined(lines: list[Line]) -> Iterator[Finding]:
    """Find dashes right under a paragraph: Markdown takes its line for a heading."""
    for before, line in pairwise(lines):
        if not _UNDERLINE.match(line.prose) or not before.prose.strip():
            continue
        if before.prose.startswith((" ", "#", ">", "|", "/")) or _ITEM.match(before.prose):
            continue
        yield Finding(
            _whole(line),
            "titre-souligne",
            "cette ligne de traits ferait un titre du texte qui la précède",
            "laissez une ligne vide avant elle, ou écrivez le titre après « ## »",
            related=_whole(before),
            related_label="ce texte",
        )


def _stray_signs(lines: list[Line]) -> Iterator[Finding]:
    for line in lines:
        if stray := stray_in_text(line.text, line.number):
            yield stray


def _glued_lists(lines: list[Line]) -> Iterator[Finding]:
    """Find a list whose first item follows a line of paragraph: Markdown keeps one paragraph."""
    for before, line in pairwise(lines):
        item = _ITEM.match(line.prose)
        above = before.prose.strip()
        if not item or item[1] or not above or _ITEM.match(before.prose) or _RULE.match(line.prose):
            continue
        if above.startswith(("#", ">", "/", "|", "<", "[^", "-")) or before.prose.startswith("  "):
            continue
        if item[2][0].isdigit() and not item[2].startswith("1"):
            continue
        yield Finding(
            Span(line.number, 1, len(line.text.rstrip()) + 1),
            "liste-collee",
            "cette liste est collée au paragraphe et ne s’afficherait pas comme une liste",
            "laissez une ligne vide avant elle",
            related=_whole(before),
            related_label="le paragraphe",
            replacements=(Replacement(Span(line.number, 1, 1), "\n"),),
        )


def _shallow_nesting(lines: list[Line]) -> Iterator[Finding]:
    """Find items indented by one to three spaces under another: they would not be nested."""
    parent = None
    for line in lines:
        item = _ITEM.match(line.prose)
        if not item:
            if line.prose and not line.prose.startswith(" "):
                parent = None
            continue
        indent = len(item[1])
        if parent is not None and parent < indent < parent + 4:
            yield Finding(
                Span(line.number, 1, len(line.text.rstrip()) + 1),
                "liste-imbriquee",
                "cette sous-liste n’est pas assez décalée et ne s’afficherait pas comme telle",
                f"commencez la ligne par {parent + 4} espaces",
            )
        else:
            parent = indent


def _blocks(lines: list[Line]) -> Iterator[Finding]:
    opened: list[tuple[Line, str, bool]] = []
    for line in lines:
        start = _BLOCK_OPEN.match(line.prose)
        end = _BLOCK_CLOSE.match(line.prose)
        if start and start[2] in BLOCKS:
            opened.append((line, start[1], True))
            yield from _without_bar(line, start)
        elif end and opened and opened[-1][1] == end[1]:
            opened.pop()
        elif end:
            yield Finding(
                _whole(line),
                "bloc-ferme",
                "cette ligne referme un bloc qui n’est pas ouvert",
                "effacez-la, ou ouvrez le bloc par « /// details | Titre »",
            )
        elif start or _BLOCK_BROKEN.match(line.prose):
            if start:
                opened.append((line, start[1], False))
            yield Finding(
                _whole(line),
                "bloc-inconnu",
                "ce bloc n’existe pas",
                _block_mend(line.text),
                f"blocs possibles : {', '.join(BLOCKS)}",
            )
    for line, _, is_known in opened:
        if not is_known:
            continue
        yield Finding(
            _whole(line),
            "bloc-ouvert",
            "ce bloc n’est jamais refermé : il avalerait la suite du texte",
            "ajoutez une ligne « /// » à sa fin",
        )


def _without_bar(line: Line, start: re.Match[str]) -> Iterator[Finding]:
    title = start[3].strip()
    if start[2] in ("details", "admonition") and not title.lstrip("|").strip():
        yield Finding(
            _whole(line),
            "bloc-sans-titre",
            "ce bloc n’a pas de titre",
            f"écrivez « /// {start[2]} | Titre »",
        )
    elif title and not title.startswith("|"):
        yield Finding(
            _whole(line),
            "bloc-sans-barre",
            "il manque la barre « | » avant le titre du bloc",
            f"écrivez « /// {start[2]} | {title} »",
            replacements=(Replacement(_whole(line), f"{start[1]} {start[2]} | {title}"),),
        )


def _block_mend(text: str) -> str:
    word = re.sub(r"^[\s/]+", "", text).split("|")[0].split()
    near = suggestion(word[0], BLOCKS) if word else None
    return f"vouliez-vous dire « /// {near} » ?" if near else "choisissez un bloc de la liste"


def _open_fences(markdown: str) -> Iterator[Finding]:
    fence: tuple[int, str] | None = None
    for number, text in enumerate(markdown.split("\n"), start=1):
        mark = _FENCE.match(text)
        if not mark:
            continue
        if fence is None:
            fence = (number, mark[1])
        elif mark[1].startswith(fence[1]):
            fence = None
    if fence:
        yield Finding(
            Span(fence[0], 1, len(fence[1]) + 1),
            "code-ouvert",
            "ce bloc de code n’est jamais refermé",
            f"ajoutez une ligne « {fence[1]} » à sa fin",
        )
