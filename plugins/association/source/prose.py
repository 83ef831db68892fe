"""What Markdown would get wrong without a word: found in the lines that it takes for text.

Pure: a body in, findings out; lines count from 1 within the body.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..core.words import fold
from ..problems.findings import Finding, Replacement, Severity, Span
from . import inline
from .block_lines import block_findings
from .body import Body
from .prose_line import Line
from .stray_signs import stray_in_text

_FENCE = re.compile(r"`{3,}|~{3,}")
_ITEM = re.compile(r"^( *)([-*+]|\d{1,3}[.)])( +)\S")
_HEADING = re.compile(r"^( {0,3})(#{1,6})(\s*)(.*)$")
_RULE = re.compile(r"^ {0,3}([-*_])( *\1){2,} *$")
_BOLD = re.compile(r"(\*\*|__)(?P<words>[^*_]+)\1")
_UNDERLINE = re.compile(r"^(-+|=+) *$")
_LETTERS = re.compile(r"[\w«“\"(\[*_]")


def prose_lines(body: Body) -> list[Line]:
    """Return the lines of a body, those of fenced code empty, code within lines blanked out."""
    fenced = body.fenced_lines()
    blanked = _without_code(body).split("\n") if body.code_spans else body.text.split("\n")
    return [
        Line(number, "", "") if number in fenced else Line(number, text, prose)
        for number, (text, prose) in enumerate(
            zip(body.text.split("\n"), blanked, strict=True), start=1
        )
    ]


def _without_code(body: Body) -> str:
    """Return the text with blanks in the place of code within lines."""
    text = body.text
    for place in body.code_spans:
        blank = re.sub(r"[^\n]", " ", text[place.start : place.end])
        text = text[: place.start] + blank + text[place.end :]
    return text


def findings(body: Body, title: str = "") -> list[Finding]:
    """Return what editors would not see before publication, in the order of the text.

    ``title`` is that of the page, which stands above the text.
    """
    if body.tangles:
        return list(body.tangles)
    lines = prose_lines(body)
    found = [
        *_stray_signs(lines),
        *_headings(lines, title),
        *_underlined(lines, title),
        *_lone_dashes(lines),
        *_glued_lists(lines),
        *_shallow_nesting(lines),
        *_shallow_paragraphs(lines),
        *block_findings(body, lines),
        *inline.findings(body, lines),
        *_open_fences(body),
    ]
    return sorted(found, key=lambda finding: finding.span)


def _whole(line: Line) -> Span:
    start = len(line.text) - len(line.text.lstrip()) + 1
    return Span(line.number, start, len(line.text.rstrip()) + 1)


def _headings(lines: list[Line], title: str) -> Iterator[Finding]:
    """Find headings of a wrong depth or form; those of one depth stay together when mended."""
    found = [(line, heading) for line in lines if (heading := _heading(line))]
    tops = [line for line, heading in found if len(heading[2]) == 1 and not _says(heading, title)]
    # The depths of the headings around a heading: as they are written, as they should be.
    around: list[tuple[int, int]] = []
    first = next((line.number for line in lines if line.text.strip()), 0)
    yield from _repeated_in_bold(lines, first, title)
    for line, heading in found:
        depth = len(heading[2])
        if (depth == 1 or line.number == first) and _says(heading, title):
            yield _repeated_title(line)
            continue
        written = depth if depth > 1 or len(tops) > 1 else 2
        around = [outer for outer in around if outer[0] < written]
        meant = around[-1][1] + 1 if around else 2
        around.append((written, meant))
        yield from _wrong_heading(line, heading, "#" * meant)


def _repeated_in_bold(lines: list[Line], first: int, title: str) -> Iterator[Finding]:
    """Find the title of the page in bold, alone above its text."""
    line = lines[first - 1] if first else None
    bold = _BOLD.fullmatch(line.text.strip()) if line else None
    is_apart = first == len(lines) or (0 < first < len(lines) and not lines[first].text.strip())
    if line and bold and is_apart and _same_words(bold["words"], title):
        yield _repeated_title(line)


def _heading(line: Line) -> re.Match[str] | None:
    return _HEADING.match(line.text) if line.prose.lstrip().startswith("#") else None


def _words_of(heading: re.Match[str]) -> str:
    return heading[4].rstrip(" #")


def _says(heading: re.Match[str], title: str) -> bool:
    words = _words_of(heading)
    return bool(words and heading[3]) and _same_words(words, title)


def _same_words(one: str, other: str) -> bool:
    """Return whether two lines say the same, whatever their marks and quotes."""
    return bool(other) and _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(sign for sign in fold(text) if sign.isalnum())


def _repeated_title(line: Line) -> Finding:
    return Finding(
        _whole(line),
        "titre-de-niveau-1",
        "cette ligne redit le titre de la page, que donne déjà le champ « titre »",
        "effacez cette ligne",
        replacements=(Replacement(Span(line.number, 1, len(line.text) + 1), ""),),
    )


def _wrong_heading(line: Line, heading: re.Match[str], mark: str) -> Iterator[Finding]:
    """Find what is wrong with one heading, which should begin with ``mark``."""
    depth, words = len(heading[2]), _words_of(heading)
    span = Span(line.number, heading.start(2) + 1, heading.end(2) + 1)
    fix = f"écrivez « {mark} {words} »"
    if depth == 1 and words and not heading[3]:
        fix = f"{fix}, ou « \\#{words} » si c’est un mot-dièse"
    if words and (heading[1] or not heading[3]):
        yield Finding(
            _whole(line),
            "titre-decale" if heading[1] else "titre-colle",
            "ce titre ne commence pas au bord gauche"
            if heading[1]
            else "il manque une espace après le dièse",
            fix,
            replacements=_at_the_margin(line, heading) if heading[2] == mark else (),
        )
    elif not words:
        yield Finding(span, "titre-vide", "ce titre est vide", "écrivez-le, ou effacez la ligne")
    elif depth == 1:
        yield Finding(
            span,
            "titre-de-niveau-1",
            "le titre de la page est déjà donné par le champ « titre »",
            fix,
        )
    elif depth > len(mark):
        yield Finding(span, "titre-saute", "ce titre saute un niveau", fix)
    elif depth < len(mark):
        yield Finding(
            span,
            "titre-saute",
            "ce titre dépend d’un titre qui descend lui-même d’un niveau",
            fix,
        )


def _at_the_margin(line: Line, heading: re.Match[str]) -> tuple[Replacement, ...]:
    """Return the mend of a heading that only begins too far right."""
    if not heading[1] or not heading[3]:
        return ()
    return (Replacement(Span(line.number, 1, len(heading[1]) + 1), ""),)


def _underlined(lines: list[Line], title: str) -> Iterator[Finding]:
    """Find dashes right under a paragraph: Markdown takes its line for a heading."""
    for before, line in pairwise(lines):
        if not _UNDERLINE.match(line.text) or not before.prose.strip():
            continue
        if before.prose.startswith((" ", "#", ">", "|", "/")) or _ITEM.match(before.text):
            continue
        words = before.text.strip()
        if _is_lone_dash(line, lines) or len(_LETTERS.findall(words)) == 0:
            continue
        is_heading = line.prose.startswith("=") or _is_as_long(line.text, words)
        is_heading = is_heading and not words.startswith("<")
        if _same_words(words, title):
            fix = "effacez ces deux lignes : le titre de la page est déjà donné par « titre »"
        elif is_heading:
            fix = f"écrivez « ## {words} » à la place de ces deux lignes"
        else:
            fix = "laissez une ligne vide avant elle, ou écrivez le titre après « ## »"
        yield Finding(
            _whole(line),
            "titre-souligne",
            "cette ligne de traits ferait un titre du texte qui la précède",
            fix,
            related=_whole(before),
            related_label="ce texte",
            severity=Severity.ADVICE
            if is_heading and line.prose.startswith("-")
            else Severity.ERROR,
        )


def _is_as_long(dashes: str, words: str) -> bool:
    """Return whether dashes were drawn under words to make a heading of them."""
    count = len(dashes.strip())
    return count > 3 and count >= len(words) / 2 and not words.endswith((".", ",", ";", "…"))


def _lone_dashes(lines: list[Line]) -> Iterator[Finding]:
    """Find a dash parted from its text by the end of the line, as copies from some programs do."""
    is_in_list = True
    for line in lines:
        if not line.prose.strip():
            is_in_list = True
        elif _is_lone_dash(line, lines):
            apart = "" if is_in_list else ", après une ligne vide"
            is_in_list = True
            yield Finding(
                _whole(line),
                "liste-collee",
                "ce tiret est seul sur sa ligne, et ne ferait pas une liste",
                f"réunissez les deux lignes{apart} : « - {lines[line.number].text.strip()} »",
                related=_whole(lines[line.number]),
                related_label="son texte",
            )
        elif line.number < 2 or not _is_lone_dash(lines[line.number - 2], lines):
            is_in_list = bool(_ITEM.match(line.text))


def _is_lone_dash(line: Line, lines: list[Line]) -> bool:
    """Return whether a line is a dash alone, whose text is on the next line."""
    below = lines[line.number] if line.number < len(lines) else None
    return bool(
        below
        and line.prose.strip() == "-"
        and _LETTERS.match(below.text.strip())
        and not _FENCE.match(below.text)
    )


def _stray_signs(lines: list[Line]) -> Iterator[Finding]:
    for line in lines:
        if stray := stray_in_text(line.text, line.number):
            yield stray


def _glued_lists(lines: list[Line]) -> Iterator[Finding]:
    """Find a list whose first item follows a line of paragraph: Markdown keeps one paragraph."""
    for before, line in pairwise(lines):
        item = _ITEM.match(line.text) if line.prose else None
        above = before.text.strip() if before.prose else ""
        if not item or item[1] or not above or _ITEM.match(before.text) or _RULE.match(line.prose):
            continue
        if above.startswith(("#", ">", "/", "|", "<", "[^", "-")) or before.text.startswith("  "):
            continue
        if item[2][0].isdigit() and not item[2].startswith("1"):
            continue
        if before.number > 1 and _is_lone_dash(lines[before.number - 2], lines):
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
    """Find items indented by two or three spaces under another: they would not be nested.

    One space is a slip, and Markdown takes it so. What lies under such an item moves with it.
    """
    # The indents of the items around an item: as they are written, as they should be.
    around: list[tuple[int, int]] = []
    for line in lines:
        item = _ITEM.match(line.text) if line.prose and not _RULE.match(line.prose) else None
        if not item:
            if line.prose and not line.prose.startswith(" "):
                around = []
            continue
        indent = len(item[1])
        while around and around[-1][0] > indent:
            around.pop()
        if around and indent - around[-1][0] < 2:
            meant = around[-1][1]
            moved = around[-1][0] != meant
        else:
            outer = around[-1] if around else None
            moved = outer is not None and (outer[0] != outer[1] or indent < outer[1] + 4)
            meant = outer[1] + 4 if outer and moved else indent
            around.append((indent, meant))
        if moved:
            yield Finding(
                Span(line.number, 1, len(line.text.rstrip()) + 1),
                "liste-imbriquee",
                "cette sous-liste n’est pas assez décalée et ne s’afficherait pas comme telle",
                f"commencez la ligne par {meant} espaces",
                replacements=(Replacement(Span(line.number, 1, indent + 1), " " * meant),),
            )


def _shallow_paragraphs(lines: list[Line]) -> Iterator[Finding]:
    """Find a paragraph below an item, after a blank line, that would end the list."""
    margin: int | None = None
    for before, line in pairwise(lines):
        item = _ITEM.match(before.text) if before.prose else None
        if item:
            margin = len(item[1])
        elif before.prose and not before.prose.startswith(" "):
            margin = None
        indent = len(line.text) - len(line.text.lstrip(" "))
        is_lower = margin is not None and margin + 2 <= indent < margin + 4
        is_text = bool(line.prose.strip()) and not _ITEM.match(line.text)
        if margin is not None and is_lower and is_text and not before.text.strip():
            meant = margin + 4
            yield Finding(
                _whole(line),
                "liste-imbriquee",
                "ce paragraphe n’est pas assez décalé pour rester dans la liste",
                f"commencez la ligne par {meant} espaces",
                replacements=(Replacement(Span(line.number, 1, indent + 1), " " * meant),),
            )


def _open_fences(body: Body) -> Iterator[Finding]:
    lines = body.text.split("\n")
    for fence in body.fences:
        mark = None if fence.is_closed else _FENCE.search(lines[fence.first - 1])
        above = lines[fence.first - 2].strip() if fence.first > 1 else ""
        if mark and above and lines[fence.first - 1].strip("~") == "":
            yield Finding(
                Span(fence.first, mark.start() + 1, mark.end() + 1),
                "titre-souligne",
                "cette ligne de tildes ouvrirait un bloc de code",
                f"écrivez « ## {above} » à la place de ces deux lignes",
            )
        elif mark:
            yield Finding(
                Span(fence.first, mark.start() + 1, mark.end() + 1),
                "code-ouvert",
                "ce bloc de code n’est jamais refermé",
                f"ajoutez une ligne « {mark[0]} » là où finit le code",
            )
