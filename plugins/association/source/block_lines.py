"""The lines that open and close a block: « /// details | Titre », « /// ». Pure.

Finds what would make Markdown show such a line as text, or take the rest of a text into a block.
"""

import re
from collections.abc import Iterable, Iterator

import yaml
from pymdownx.blocks.block import type_html_identifier

from ..core.words import slug_of, suggestion
from ..problems.findings import Finding, Replacement, Span
from .body import Body, Role
from .prose_line import Line

OWN_BLOCKS = (
    *("citation", "dates", "document", "figure", "galerie"),
    *("praticien", "praticiens", "terme", "video"),
)
"""The blocks that ``text_blocks`` makes, whose options ``content.text_blocks`` reads."""
HEAD = re.compile(
    r"^ {0,3}(?P<mark>/{3,})[ \t]*(?P<name>[\w-]+)"
    r"(?P<rest>[ \t]*(?:\|[ \t]*(?P<argument>.*?))?[ \t]*|.*)$"
)
"""The line that opens a block; what no bar announces is in the ``rest`` alone, and no argument."""
EXERCISE = "exercice"
"""The block that ``exercises`` makes."""
BLOCKS = ("details", "admonition", EXERCISE, "caption", "figure-caption", *OWN_BLOCKS)
# The options of the others, and the values that each takes if not any word.
_OPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "details": {"open": ("true", "false"), "type": ()},
    "admonition": {"type": ()},
    EXERCISE: {},
    "caption": {"type": ()},
    "figure-caption": {},
}
_CAPTIONS = ("caption", "figure-caption")
# What must follow the bar, and what is said where it is missing.
_NO_TITLE = "ce bloc n’a pas de titre"
_ARGUMENTS = {
    "details": ("Titre", _NO_TITLE),
    "admonition": ("Titre", _NO_TITLE),
    EXERCISE: ("Titre", _NO_TITLE),
    "document": ("Titre", _NO_TITLE),
    "video": ("Titre", _NO_TITLE),
    "figure": ("Légende", "cette figure n’a pas de légende"),
    "praticien": ("prenom-nom", "ce bloc ne dit pas quelle fiche il montre"),
    "terme": ("le terme", "ce bloc ne dit pas quel terme il explique"),
}
_NEVER_CLOSED = "ce bloc n’est jamais refermé : il avalerait la suite du texte"
_AT_LEFT = (
    "commencez-le au bord gauche, hors des listes et des citations, et refermez-le par une ligne "
    "« /// »"
)
_ANY_HEAD = re.compile(r"/{3,}[ \t]*\w")
_CLOSE = re.compile(r"^ {0,3}(/{3,})\s*$")
# One that begins or ends within lists, quotations and definitions.
_WITHIN = re.compile(
    r"^(?! {0,3}/)(?:[ \t]*(?:[-*+:]|\d{1,9}[.)])(?=[ \t])|[ \t]*>)*[ \t]*"
    r"(?P<mark>/{3,})[ \t]*(?P<name>[\w-]*)[ \t]*(?:\|.*)?$"
)
_BROKEN = re.compile(r"^ {0,3}/{3,}\s*\S")
_IN_TEXT = re.compile(r"(?m)^[ \t]*/{3,}[ ]*[\w-].*$")
_OPTION = re.compile(r"^(?P<before> {4,})(?P<name>[^\s:{]+)[ ]*:(?:[ ]+(?P<value>.*?))?[ ]*$")


def block_findings(body: Body, lines: list[Line]) -> list[Finding]:
    """Find blocks that nobody knows, that have no title, and that begin or end alone."""
    found = list(_of_lines(body, lines))
    # What lines do not show, Markdown knows: a mark in a note, in an item that ends too soon.
    if body.left_open and not any(one.code.startswith("bloc-") for one in found):
        found.append(_left_open(body.left_open[-1], lines))
    return found


def _left_open(name: str, lines: list[Line]) -> Finding:
    """Return what is said of a block that Markdown began somewhere, and nothing ends."""
    heads = [line for line in lines if _ANY_HEAD.search(line.prose)]
    its_own = [line for line in heads if name in line.prose.lower()]
    return Finding(_whole((its_own or heads or lines)[-1]), "bloc-ouvert", _NEVER_CLOSED, _AT_LEFT)


def _of_lines(body: Body, lines: list[Line]) -> Iterator[Finding]:
    misplaced = list(_misplaced(body, lines))
    yield from misplaced
    as_written = {finding.span.line for finding in misplaced} | body.code_lines()
    yield from _open_within(line for line in lines if line.number not in as_written)
    opened: list[tuple[Line, str, bool]] = []
    for rank, line in enumerate(lines):
        start = HEAD.match(line.prose)
        end = _CLOSE.match(line.prose)
        if start and start["name"] in BLOCKS:
            opened.append((line, start["mark"], True))
            yield from _without_argument(line, start)
            if start["name"] in _OPTIONS:
                yield from _unknown_options(start["name"], lines[rank + 1 :])
        elif end and opened and opened[-1][1] == end[1]:
            opened.pop()
        elif end:
            yield Finding(
                _whole(line),
                "bloc-ferme",
                "cette ligne referme un bloc qui n’est pas ouvert",
                "effacez-la, ou ouvrez le bloc par « /// details | Titre »",
            )
        elif start or _BROKEN.match(line.prose):
            if start:
                opened.append((line, start["mark"], False))
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
            _NEVER_CLOSED,
            "ajoutez une ligne « /// » là où il finit",
        )


def _misplaced(body: Body, lines: list[Line]) -> Iterator[Finding]:
    """Find blocks that begin where Markdown makes text of them."""
    numbers = {block.line for block in body.text_blocks if not block.is_placed}
    for passage in body.passages:
        for head in _IN_TEXT.finditer(passage.words if passage.role is Role.TEXT else ""):
            number = body.line(passage.place(*head.span()).start)
            if not _BROKEN.match(lines[number - 1].prose):
                numbers.add(number)
    for number in sorted(numbers):
        yield Finding(
            _whole(lines[number - 1]),
            "bloc-mal-place",
            "un bloc ne peut pas commencer ici : cette ligne s’afficherait telle quelle",
            "commencez-le au bord gauche, après une ligne vide, hors des listes et des citations",
        )


def _open_within(lines: Iterable[Line]) -> Iterator[Finding]:
    """Find blocks that begin within a list or a quotation, and do not end there."""
    opened: list[tuple[Line, str]] = []
    for line in lines:
        within = _WITHIN.match(line.prose)
        if within and within["name"].lower() in BLOCKS:
            opened.append((line, within["mark"]))
        elif within and not within["name"] and opened and opened[-1][1] == within["mark"]:
            opened.pop()
    for line, _ in opened:
        yield Finding(
            _whole(line),
            "bloc-ouvert",
            _NEVER_CLOSED,
            _AT_LEFT,
        )


def _whole(line: Line) -> Span:
    start = len(line.text) - len(line.text.lstrip()) + 1
    return Span(line.number, start, len(line.text.rstrip()) + 1)


def _without_argument(line: Line, start: re.Match[str]) -> Iterator[Finding]:
    # Whoever does not know the bar puts a colon or a dash.
    title = start["rest"].strip().lstrip(":–—- ")
    argument, message = _ARGUMENTS.get(start["name"], ("", ""))
    if argument and not title.lstrip("|").strip():
        example = "" if argument == "Titre" else "par exemple "
        fix = f"écrivez {example}« /// {start['name']} | {argument} »"
        yield Finding(_whole(line), "bloc-sans-titre", message, fix)
    elif title and start[2] in _CAPTIONS:
        yield Finding(
            _whole(line),
            "valeur-inconnue",
            "une légende ne prend rien après son nom",
            f"écrivez « /// {start[2]} », et la légende sur la ligne suivante",
        )
    elif title and not title.startswith("|"):
        yield Finding(
            _whole(line),
            "bloc-sans-barre",
            "il manque la barre « | » avant le titre du bloc",
            f"écrivez « /// {start['name']} | {title} »",
            replacements=(Replacement(_whole(line), f"{start['mark']} {start['name']} | {title}"),),
        )


def _unknown_options(block: str, below: list[Line]) -> Iterator[Finding]:
    """Find options, of a block that is not the site's own, that would make text of its head."""
    known = _OPTIONS[block]
    for line in below:
        option = _OPTION.match(line.prose)
        if option is None:
            return
        name, value = option["name"], option["value"] or ""
        span = line.span(option.start("name"), option.end("name"))
        if name not in known:
            near = suggestion(name, known)
            yield Finding(
                span,
                "champ-inconnu",
                f"un bloc « {block} » n’a pas d’option « {name} »",
                f"vouliez-vous dire « {near} » ?" if near else "effacez cette ligne",
                f"options possibles : {', '.join(known)}" if known else "",
            )
        elif value not in known[name] if known[name] else not _is_word(value):
            mend = (known[name] or (_mended(value),))[0]
            yield Finding(
                line.span(option.start("name"), len(line.text.rstrip())),
                "valeur-inconnue",
                f"« {value} » n’est pas une valeur possible pour « {name} »",
                f"écrivez « {name}: {mend} », ou effacez cette ligne",
            )


def _is_word(value: str) -> bool:
    """Return whether Markdown takes a value as a word: 2027 is a number, « yes » an answer."""
    try:
        type_html_identifier(yaml.safe_load(value or "null"))
    except (ValueError, yaml.YAMLError):
        return False
    return True


def _mended(value: str) -> str:
    """Return a word near a value: « note-2027 » for 2027."""
    word = slug_of(value)
    return word if _is_word(word) else f"note-{word}".rstrip("-")


def _block_mend(text: str) -> str:
    line = re.sub(r"^[\s/]+", "", text)
    word, _, title = line.partition("|")[0].strip().partition(" ")
    title = f"{title} {line.partition('|')[2]}".strip()
    near = suggestion(word, BLOCKS) if word else None
    meant = f"{near} | {title}" if title else near
    return f"vouliez-vous dire « /// {meant} » ?" if near else "choisissez un bloc de la liste"
