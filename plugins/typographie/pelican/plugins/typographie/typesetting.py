"""The way of a text: cut, its markup hidden behind marks, the rules in turn, put together again.

Pure: text in, text out. What the rules are is in `rules`; what markup means is in `tags`.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain

from .foreign import typogrify_html, typogrify_text
from .locales import is_french, locale_of
from .marks import BLOCK, BREAK, HARD, INLINE, MARKS, OBJECT
from .options import AMPERSAND, ORDINALS, Options
from .ordinals import raise_ordinals
from .rules import RULES, merge_passes
from .runs import hide, show
from .tags import Meaning, Scope, element_end, pieces, tag_reader

_MARKUP = re.compile(f"[{INLINE}{BLOCK}{OBJECT}{BREAK}]")
_CONTROLS = re.compile(f"([{MARKS}]+)")
_MAY_NEED_A_RULE = re.compile(rf"[^\w\s,{MARKS}]|[0-9DILMPVX{HARD}]")
"""Without a sign, a figure, a no-break space, or the capital of a numeral or of a title, no rule
has work."""

ALL_RULES = Options()
_MAX_DEPTH = 40
"""Passages in another country's French, one within another: nobody writes more."""
_MOST_KNOWN = 10_000
"""Blocks that are remembered: a large site has more, most of which never come back."""


class TypesetHtml(str):
    """HTML that is typeset already: the plugin leaves such content as it is."""

    __slots__ = ()


def typeset_html(html: str, lang: str = "fr", *, options: Options = ALL_RULES) -> str:
    """HTML (a fragment or a page, malformed too) with the typography of `lang`, a BCP 47 tag.

    French gets the rules of its country; passages in another language, code, and whatever opts
    out come back byte for byte, as do tags, attributes and comments. Other languages get
    typogrify's filters. Typesetting twice changes nothing more.
    """
    return _typeset(html, lang, options, tags=True)


@lru_cache(maxsize=1024)
def typeset_text(text: str, lang: str = "fr", *, options: Options = ALL_RULES) -> str:
    """Plain text (a title) with the typography of `lang`; `<` and `&` are letters here."""
    if not is_french(lang):
        return typogrify_text(text, lang, options.names)
    parts = _CONTROLS.split(text)
    controls = parts[1::2]
    marked = _interleave(parts[::2], [INLINE] * len(controls))
    return _apply_rules(marked, controls, lang, options, html=False, tags=False)


def _typeset(html: str, lang: str, options: Options, *, tags: bool, depth: int = 0) -> str:
    runs, markup, marks = _runs_and_markup(pieces(html), lang, options, tags=tags, depth=depth)
    if not is_french(lang):
        spans = tags and AMPERSAND not in options.off
        return typogrify_html(runs, markup, lang, options.names, spans=spans)
    return _apply_rules(_interleave(runs, marks), markup, lang, options, html=True, tags=tags)


def _apply_rules(
    marked: str,
    markup: Sequence[str],
    lang: str,
    options: Options,
    *,
    html: bool,
    tags: bool,
) -> str:
    """Text with its marks, through the rules, with the markup back in the place of the marks."""
    typeset = _typesetter(lang, options, html=html, tags=tags)
    return _interleave(typeset(marked), markup)


@lru_cache(maxsize=64)
def _typesetter(
    lang: str, options: Options, *, html: bool, tags: bool
) -> Callable[[str], list[str]]:
    """The way of text with its marks through the rules, to the runs between the marks.

    It remembers blocks: the pages of a site have most of theirs in common. A straight quote is read
    with the blocks around it: a text that has one is typeset as a whole, and not remembered.
    """
    known: dict[str, list[str]] = {}
    locale = locale_of(lang, options.default_locale)
    passes = merge_passes(rule.build(locale) for rule in RULES if rule.name not in options.off)
    spans = tags and AMPERSAND not in options.off

    def typeset(marked: str) -> list[str]:
        if len(known) > _MOST_KNOWN:
            known.clear()
        first, *blocks = marked.split(BLOCK)
        inner, last = blocks[:-1], blocks[-1:]
        new = [block for block in dict.fromkeys(inner) if block not in known]
        text, hidden = hide(BLOCK.join([first, *new, *last]), html=html, names=options.names)
        if '"' in text:
            return _MARKUP.split(through_rules(*hide(marked, html=html, names=options.names)))
        made = [_MARKUP.split(block) for block in through_rules(text, hidden).split(BLOCK)]
        known.update(zip(new, made[1:], strict=False))
        woven = chain(made[:1], map(known.__getitem__, inner), made[1 + len(new) :])
        return list(chain.from_iterable(woven))

    def through_rules(text: str, hidden: list[str]) -> str:
        if _MAY_NEED_A_RULE.search(text):
            for apply in passes:
                text = apply(text)
            if tags and ORDINALS not in options.off:
                text = raise_ordinals(text)
        return show(text, hidden, spans=spans)

    return typeset


def _runs_and_markup(
    parts: list[str], lang: str, options: Options, *, tags: bool, depth: int
) -> tuple[list[str], list[str], list[str]]:
    """Runs of text in `lang`, the markup between them, and its marks.

    An element that is untouched, or typeset on its own, is one piece of markup.
    """
    tag_meanings = list(map(tag_reader(options, lang), parts[1::2]))
    all_marks = [meaning.mark for meaning in tag_meanings]
    runs: list[str] = []
    markup: list[str] = []
    marks: list[str] = []
    done = 0
    for place in [place for place, meaning in enumerate(tag_meanings) if meaning.scope]:
        at, meaning = 2 * place + 1, tag_meanings[place]
        if at < done or (meaning.scope is Scope.TEXT_ONLY and not tags):
            continue
        end = element_end(parts, at, meaning.name)
        piece = _typeset_element(
            parts[at : end + 1], meaning, lang, options, tags=tags, depth=depth
        )
        runs += parts[done:at:2]
        markup += *parts[done + 1 : at : 2], piece
        marks += all_marks[done // 2 : place + 1]
        done = end + 1
    runs += parts[done::2] or [""]
    markup += parts[done + 1 :: 2]
    marks += all_marks[done // 2 :]
    return runs, markup, marks


def _typeset_element(
    parts: list[str],
    meaning: Meaning,
    lang: str,
    options: Options,
    *,
    tags: bool,
    depth: int,
) -> str:
    """An element with a scope of its own; its closing tag, if any, ends `parts`."""
    if depth == _MAX_DEPTH:
        return "".join(parts)
    if meaning.scope is Scope.TEXT_ONLY:
        inner_lang, tags = lang, False
    elif meaning.scope is Scope.OTHER_LANG and is_french(meaning.lang):
        inner_lang = meaning.lang
    else:
        return "".join(parts)
    closing = parts[-1] if len(parts) % 2 else ""
    inner = "".join(parts[1:-1] if closing else parts[1:])
    inner = _typeset(inner, inner_lang, options, tags=tags, depth=depth + 1)
    return parts[0] + inner + closing


def _interleave(runs: Sequence[str], between: Sequence[str]) -> str:
    """The runs with what stands between them: one run more than pieces between."""
    woven = [""] * (len(runs) + len(between))
    woven[::2], woven[1::2] = runs, between
    return "".join(woven)
