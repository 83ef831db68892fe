"""Lists whose bullets or numbers are signs that Markdown does not know."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...problems.findings import Severity
from .passage import Lines, Passage, blocks, is_blank, passage

_ROUND = "•●○◦▪▫■□‣⁃∙·➢➤►▸▶✓✔❖◆◇★☆✦✱›➥▷◾◽→➔➜➝⇒\uf020-\uf0ff"
# Of these, what may begin a line for its own sake: alone, it makes no list.
_POINTING = "§›➢➤►▸▶▷→➔➜➝⇒★☆✓✔"
_BOXES = "☐☑☒"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_DEEPER = "◦○▪▫■□"
_MARKER = re.compile(
    rf"""(?P<margin>[ \t\u00a0\u200b\ufeff]*)
    (?: (?P<round>[{_ROUND}])(?!\ufe0f)[ \t\u00a0\u2007\u202f]*
      | (?P<word>[o§üØv])(?:\t[ \t]*|[ \u00a0]{{3,}}|(?<=[ ]{{2}}o)[ ]|(?<=§)[ \u00a0])
      | (?P<long>[–—―−]|--(?=[ ]))[ \t\u00a0\u202f]*
      | (?P<spip>-\*{{1,4}})[ \t\u00a0]*
      | (?P<stuck>[-+](?=[^\W\d_])|\*(?=[^\W\d_][^*]*$)|[-*+][\u00a0\u202f]+)
      | (?P<arrow>[-=]>|~)[ \t\u00a0]+
      | (?P<emoji>[{_BOXES}\u2700-\u27bf\U0001f300-\U0001faff]\ufe0f?)[ \t\u00a0]+
      | (?P<plain>[-*+])[ \t]+
      | \(?(?P<number>\d{{1,2}})
        (?P<stop>[°.]?\s?[)/]|°|\s?[-–—](?=[ \t])|\.|(?=\t[^\t]*$))[ \t\u00a0\u202f]*
      | (?P<circled>[{_CIRCLED}])[ \t\u00a0]*
      | \(?(?P<roman>[IVX]{{1,4}}|[ivx]{{1,4}})(?:[.)/]|\s?[-–](?=[ ]))[ \t\u00a0]+
      | \(?(?P<letter>[a-zA-Z])(?:[.)/]|\s?[-–](?=[ ]))[ \t\u00a0]+
    )(?=[^\s:])""",
    re.VERBOSE,
)
_ALONE = re.compile(rf"[ \t\u00a0]*(?P<sign>[{_ROUND}–—*-])[ \t\u00a0]*")
# Only signs that part nothing else in a sentence.
_WITHIN = re.compile("[•●▪■]\\s+")
# The markers of one list: letters and numbers are never mixed with bullets.
_SIGNS = ("round", "word", "long", "spip", "stuck", "arrow", "plain")
# « alone »: a sign that the end of its line parts from its text.
_BULLETS = (*_SIGNS, "alone")
_OF_WIKI = re.compile(r"# +\S.*")
_YEAR = re.compile(r"(\d{3,4})\. ")
_SENTENCE_END = re.compile(r"[.!?…][»”\")\s]*$")
# Where lines are turned by hand, they are as long as this.
_WRAPPED = 72
_HELP = "une liste s’écrit avec un tiret et une espace au début de chaque ligne"


@dataclass(frozen=True)
class _Item:
    """An item of a list: the kind and the sign of its marker, how far right, and its lines."""

    kind: str
    sign: str
    margin: int
    text: tuple[str, ...]
    line: int


def false_lists(lines: Lines) -> Iterator[Passage]:
    """Find lists with foreign bullets, or with numbers and letters that make no list."""
    runs = _runs(lines)
    while runs:
        start, stop = runs[0]
        found, first = None, start
        while first < stop and found is None:
            found, first = _from(lines, first, runs)
        if found is not None:
            yield found
            first = found.stop
        # What follows in the same block is looked at again, as a block of its own.
        runs = [(max(run[0], first), run[1]) for run in runs if run[1] > first]


def numbered_by_mistake(lines: Lines) -> Iterator[Passage]:
    """Find « # un, # deux, # trois », a wiki's numbers, and a year that would number a list."""
    for start, stop in blocks(lines):
        block = [line or "" for line in lines[start:stop]]
        if len(block) > 2 and all(map(_OF_WIKI.fullmatch, block)):
            written = [f"{n}. {line.lstrip('# ')}" for n, line in enumerate(block, start=1)]
            yield passage(
                lines,
                start,
                stop,
                written,
                code="fausse-liste",
                message="ces dièses feraient des titres, non une liste",
                fix=f"écrivez « {_cut(written[0])} »",
                help="une liste numérotée s’écrit avec un nombre, un point et une espace",
            )
        elif year := _YEAR.match(block[0]):
            yield passage(
                lines,
                start,
                start + 1,
                [f"{year[1]}\\{block[0][year.end(1) :]}"],
                code="fausse-liste",
                message="ce nombre et son point feraient une liste numérotée",
                fix=f"écrivez « {year[1]}\\. »",
                severity=Severity.ADVICE,
            )


def _runs(lines: Lines) -> list[tuple[int, int]]:
    """Return the blocks, a sign alone in its block together with the next one."""
    runs: list[tuple[int, int]] = []
    for start, stop in blocks(lines):
        last = runs[-1] if runs else None
        if last and last[1] == start - 1 and _ALONE.fullmatch(lines[last[1] - 1] or ""):
            runs[-1] = (last[0], stop)
        else:
            runs.append((start, stop))
    return runs


def _from(lines: Lines, first: int, runs: Sequence[tuple[int, int]]) -> tuple[Passage | None, int]:
    """Return the list that begins on a line, or None, and where to look on."""
    line = lines[first] or ""
    begins = _MARKER.match(line) or _ALONE.fullmatch(line)
    items, stop = _items(lines, first, runs) if begins else ([], first)
    if not items:
        return _on_one_line(lines, first), first + 1
    if items[0].kind == "number":
        found = _numbered(lines, first, stop, items)
    elif items[0].kind in {"letter", "roman"}:
        found = _lettered(lines, first, stop, items)
    elif items[0].kind == "emoji":
        found = _with_emoji(lines, first, stop, items)
    else:
        found = _bulleted(lines, first, stop, items)
    return found, max(stop, first + 1)


def _on_one_line(lines: Lines, number: int) -> Passage | None:
    """Return the list whose items follow each other on a line, after a colon."""
    line = lines[number] or ""
    if line.isascii() or ":" not in line:
        return None
    words, *items = [part.strip() for part in _WITHIN.split(line)]
    if len(items) < 2 or not words.endswith(":") or not all(items):
        return None
    after = [] if is_blank(lines, number + 1) else [""]
    return passage(
        lines,
        number,
        number + 1,
        [words, "", *(f"- {item}" for item in items), *after],
        code="fausse-liste",
        message="ces signes ne feraient pas une liste",
        fix=f"écrivez chaque point sur sa ligne : « - {_cut(items[0])} »",
        help=_HELP,
    )


def _items(lines: Lines, first: int, runs: Sequence[tuple[int, int]]) -> tuple[list[_Item], int]:
    """Return the items from a line on, over blank lines too, and the line where they end."""
    items: list[_Item] = []
    stop = first
    for start, end in runs:
        begin = max(start, first)
        found, reached = _items_of_block(lines, begin, end)
        if not found or (items and not _goes_on(items, found, lines, begin)):
            break
        items += found
        stop = reached
        if reached < end:
            break
    return items, stop


def _items_of_block(lines: Lines, start: int, end: int) -> tuple[list[_Item], int]:
    """Return the items that a block begins with, and the line after the last of them."""
    items: list[_Item] = []
    number = start
    width = max(_WRAPPED, *(len(line or "") for line in lines[start:end]))
    while number < end:
        line = lines[number] or ""
        item, number = _item(lines, line, number, end)
        if item is not None and (not items or _same_list(items[0], item)):
            items.append(item)
        elif (
            not items
            or item is not None
            or not line.strip()
            or (line[:1].isupper() and line.rstrip().endswith(":"))
            or (_are_plain(items) and _begins_anew(line, lines[number - 2] or "", width))
        ):
            number -= 1
            break
        else:
            items[-1] = replace(items[-1], text=(*items[-1].text, line.strip()))
    return _without_paragraph(items, number)


def _item(lines: Lines, line: str, number: int, end: int) -> tuple[_Item | None, int]:
    """Return the item that begins on a line, its sign alone there or not, and the next line."""
    alone = _ALONE.fullmatch(line)
    beyond = number + (2 if is_blank(lines, number + 1) else 1)
    below = lines[beyond] if beyond < end else None
    if alone and below and not _ALONE.fullmatch(below) and not _MARKER.match(below):
        return _Item("alone", alone["sign"], 0, (below.strip(),), number), beyond + 1
    match = _MARKER.match(line)
    if match is None:
        return None, number + 1
    kinds = (*_SIGNS, "emoji", "number", "circled", "roman", "letter")
    kind = next(name for name in kinds if match[name])
    sign, text = match[kind], line[match.end() :].strip()
    if kind == "circled":
        kind, sign = "number", str(_CIRCLED.index(sign) + 1)
    elif kind == "emoji":
        # It says something of its item, and stays.
        text = f"{sign} {text}"
    margin = len(match["margin"].expandtabs(4))
    return _Item(kind, sign, margin, (text,), number), number + 1


def _same_list(first: _Item, other: _Item) -> bool:
    """Return whether an item may follow the first one: bullets may lie below numbers."""
    if "emoji" in {first.kind, other.kind}:
        return other.sign == first.sign or {first.sign, other.sign} <= {*_BOXES}
    return other.kind == first.kind or (
        other.kind in _BULLETS and first.kind in {*_BULLETS, "number"}
    )


def _without_paragraph(items: list[_Item], stop: int) -> tuple[list[_Item], int]:
    """Return the items without a paragraph that is glued to the last one, and where they end.

    Where every other item is one line, so is the last one.
    """
    if len(items) < 2 or any(len(item.text) > 1 for item in items[:-1]):
        return items, stop
    last = items[-1]
    extra = len(last.text) - 1
    if extra and not last.text[1][:1].islower() and not _is_open(last.text[0]):
        return [*items[:-1], replace(last, text=last.text[:1])], stop - extra
    return items, stop


def _goes_on(items: Sequence[_Item], found: Sequence[_Item], lines: Lines, start: int) -> bool:
    """Return whether the items after a blank line belong to the list before it."""
    if not _same_list(items[0], found[0]) or not is_blank(lines, start - 1):
        return False
    if found[0].kind == "emoji":
        return found[0].sign in _BOXES
    if found[0].kind == "number":
        return int(found[0].sign) == len(_numbers(items)) + 1
    if items[0].kind == "number":
        return found[0].margin > items[0].margin
    return found[0].kind not in {"plain", "long"} or found[0].kind == items[-1].kind


def _numbered(lines: Lines, start: int, stop: int, items: Sequence[_Item]) -> Passage | None:
    numbers = _numbers(items)
    marks = [(lines[item.line] or "").rstrip() for item in numbers]
    below = [item for item in items if item.kind != "number"]
    is_known = all(re.match(r" {0,3}\d+\.[ \t]", mark) for mark in marks)
    if is_known and all(item.kind == "plain" for item in below):
        return None
    if len(items) < 2 or [int(item.sign) for item in numbers] != [*range(1, len(numbers) + 1)]:
        return None
    if any(re.match(r"\s*\d+\.\d", mark) for mark in marks):
        return None
    depths, width = iter(_levels(below)), _width(items)
    written = [
        _written(f"{item.sign}.", 0, item, width)
        if item.kind == "number"
        else _written("-", next(depths) + 1, item, width)
        for item in items
    ]
    return passage(
        lines,
        start,
        stop,
        _apart(lines, start, stop, "\n".join(written).split("\n")),
        code="fausse-liste",
        message="ces lignes numérotées ne feraient pas une liste",
        fix=f"écrivez « {_cut(written[0].strip())} »",
        help="une liste numérotée s’écrit avec un nombre, un point et une espace",
    )


def _numbers(items: Sequence[_Item]) -> list[_Item]:
    return [item for item in items if item.kind == "number"]


def _lettered(lines: Lines, start: int, stop: int, items: Sequence[_Item]) -> Passage | None:
    signs = [item.sign.lower() for item in items]
    known = _ROMAN if items[0].kind == "roman" else tuple("abcdefghijklmnopqrstuvwxyz")
    if len(items) < 2 or tuple(signs) != known[: len(items)]:
        return None
    first = _cut(items[0].text[0])
    return _in_one_paragraph(
        lines,
        start,
        stop,
        fix=f"écrivez « 1. {first} », ou « - {first} »",
        help="une liste ne se compte pas en lettres : numérotez-la, ou mettez des tirets",
    )


def _with_emoji(lines: Lines, start: int, stop: int, items: Sequence[_Item]) -> Passage | None:
    if len(items) < 2:
        return None
    return _list_of(lines, start, stop, items, [0] * len(items))


def _list_of(
    lines: Lines, start: int, stop: int, items: Sequence[_Item], levels: Sequence[int]
) -> Passage:
    width = _width(items)
    written = [_written("-", level, item, width) for item, level in zip(items, levels, strict=True)]
    return passage(
        lines,
        start,
        stop,
        _apart(lines, start, stop, "\n".join(written).split("\n")),
        code="fausse-liste",
        message="ce signe ne fait pas une liste"
        if len(items) == 1
        else "ces lignes ne feraient pas une liste",
        fix=f"écrivez « {_cut(written[0].strip())} »",
        help=_HELP,
    )


def _in_one_paragraph(lines: Lines, start: int, stop: int, *, fix: str, help: str) -> Passage:
    """Return the advice on lines that Markdown would run together; a person has to choose."""
    return passage(
        lines,
        start,
        stop,
        (),
        code="fausse-liste",
        message="ces lignes se suivraient dans un même paragraphe",
        fix=fix,
        help=help,
        severity=Severity.ADVICE,
    )


def _bulleted(lines: Lines, start: int, stop: int, items: Sequence[_Item]) -> Passage | None:
    if _are_plain(items):
        return _followed(lines, start, stop, items)
    foreign = [item for item in items if item.kind != "plain"]
    outer = 1 if _is_below_item(lines, start) and _depth(items[0]) else 0
    if all(item.kind in {"long", "stuck"} for item in foreign) and not _is_list(
        lines, start, items
    ):
        return _dialogue(lines, start, stop, items)
    levels = [level + outer for level in _levels(items)]
    found = _list_of(lines, start, stop, items, levels)
    if len(items) > 1 or items[0].kind == "alone" or _announced(lines, start):
        return found
    if items[0].sign in _POINTING or items[0].kind in {"arrow", "spip"}:
        return None
    finding = replace(found.finding, severity=Severity.ADVICE, replacements=())
    return replace(found, instead=(), finding=finding)


def _followed(lines: Lines, start: int, stop: int, items: Sequence[_Item]) -> Passage | None:
    """Return a list of Markdown's own with the text below it that would be part of it."""
    below = "" if is_blank(lines, stop) else (lines[stop] or "")
    width = max(_WRAPPED, *(len(lines[at] or "") for at in range(start, stop)))
    if not below or len(items) < 2 or not _begins_anew(below, lines[stop - 1] or "", width):
        return None
    return passage(
        lines,
        start,
        stop,
        _apart(lines, start, stop, [line or "" for line in lines[start:stop]]),
        code="fausse-liste",
        message="le texte qui suit cette liste est collé à elle, et en ferait partie",
        fix="laissez une ligne vide après la liste",
        severity=Severity.ADVICE,
    )


def _are_plain(items: Sequence[_Item]) -> bool:
    return all(item.kind == "plain" for item in items)


def _begins_anew(line: str, above: str, width: int) -> bool:
    """Return whether a line goes on with nothing: its first word had room above."""
    has_room = len(above.rstrip()) + 1 + len(line.split(maxsplit=1)[0]) <= width
    begins = line[:1].isupper() or line[:1].isdigit()
    return has_room and begins and not _is_open(above)


def _is_open(text: str) -> bool:
    """Return whether a line cannot end what it says: in a link, in bold, after a comma."""
    is_in_link = text.count("[") > text.count("]") or text.count("(") > text.count(")")
    return is_in_link or text.count("**") % 2 == 1 or text.rstrip().endswith(",")


def _is_list(lines: Lines, start: int, items: Sequence[_Item]) -> bool:
    """Return whether dashes begin items rather than the turns of a conversation, or an aside."""
    if len(items) < 2:
        return items[0].kind == "stuck" and _announced(lines, start)
    if all(item.kind != "long" for item in items):
        return True
    if _announced(lines, start):
        return True
    if all(item.text[0][:1].islower() for item in items):
        return True
    texts = [item.text[-1] for item in items]
    return any(item.sign == "–" for item in items) and not all(map(_SENTENCE_END.search, texts))


def _dialogue(lines: Lines, start: int, stop: int, items: Sequence[_Item]) -> Passage | None:
    """Return the advice on turns that stand on lines of one paragraph."""
    if len(items) < 2 or any(is_blank(lines, item.line - 1) for item in items[1:]):
        return None
    return _in_one_paragraph(
        lines,
        start,
        stop,
        fix="laissez une ligne vide entre deux, ou commencez-les par « - »",
        help="un dialogue garde ses tirets longs, une liste prend des tirets courts",
    )


def _line_above(lines: Lines, start: int) -> str:
    """Return the nearest line before one that is not blank, ``""`` for none and for code."""
    return next((lines[at] or "" for at in range(start - 1, -1, -1) if not is_blank(lines, at)), "")


def _is_below_item(lines: Lines, start: int) -> bool:
    """Return whether the text before a line is an item of Markdown's own."""
    return bool(re.match(r"[-*+] ", _line_above(lines, start)))


def _announced(lines: Lines, start: int) -> bool:
    """Return whether the text before a line ends by a colon."""
    return _line_above(lines, start).rstrip(" *_\u00a0").endswith(":")


def _width(items: Sequence[_Item]) -> int:
    return max(len(line) for one in items for line in one.text)


def _written(marker: str, level: int, item: _Item, width: int) -> str:
    """Return an item; a line that the next word had room on, of ``width``, begins anew."""
    margin = "    " * level
    text = f"{margin}{marker} {item.text[0]}"
    for before, line in pairwise(item.text):
        has_room = len(before) + 1 + len(line.split(maxsplit=1)[0]) <= width
        text += f"  \n{margin}    {line}" if has_room and not line[0].islower() else f" {line}"
    return text


def _levels(items: Sequence[_Item]) -> Iterator[int]:
    """Yield how deep each item lies: by its sign, as Word writes them, and by its margin."""
    margins: list[int] = []
    depth_of_first = _depth(items[0])
    before = -1
    for item in items:
        while margins and item.margin < margins[-1]:
            margins.pop()
        if not margins or item.margin > margins[-1] + 1:
            margins.append(item.margin)
        level = max(len(margins) - 1, _depth(item) - depth_of_first, 0)
        before = min(level, before + 1)
        yield before


def _depth(item: _Item) -> int:
    if item.kind == "word":
        return 1 if item.sign == "o" else 2 if item.sign == "§" else 0
    if item.kind == "spip":
        return len(item.sign) - 2
    if item.kind == "round":
        return 1 if item.sign in _DEEPER else 0
    return 0


def _apart(lines: Lines, start: int, stop: int, written: Sequence[str]) -> list[str]:
    """Return the lines of a list, with an empty one where text is glued to it."""
    above = "" if is_blank(lines, start - 1) else (lines[start - 1] or "").lstrip()
    before = [""] if above and not above.startswith(("#", "///")) else []
    after = [] if is_blank(lines, stop) else [""]
    return [*before, *written, *after]


def _cut(text: str) -> str:
    text = text.partition("\n")[0].strip()
    return text if len(text) <= 40 else f"{text[:40].rpartition(' ')[0] or text[:40]}…"
