"""What typography cannot decide alone, said to editors as advice. Pure.

The finding is ``typographie``'s; here it gets its place in a file.
"""

from collections.abc import Iterator

from typographie import Advice, advise

from ..content.entry import Entry
from ..content.schema import WrittenEntry
from ..problems.findings import Finding, Replacement, Severity, Span

_TYPESET_FIELDS = ("titre", "resume", "accroche", "motif")


def typographic_advice(entry: Entry[WrittenEntry], own_names: tuple[str, ...]) -> Iterator[Finding]:
    """Advise on the typography of an entry's text and of the fields that visitors read.

    ``own_names`` are those of the site, which are left alone.
    """
    lang = entry.written.lang
    for advice in advise(entry.markdown, lang, names=own_names):
        span = _span(entry.markdown, advice).down(entry.body_line - 1)
        better = Replacement(span, advice.better)
        yield _finding(advice, span, (better,) if advice.better else ())
    for key in _TYPESET_FIELDS:
        value = entry.front.text_of(key)
        if value:
            span = entry.front.span_of((key,))
            for advice in advise(value, lang, names=own_names):
                text = value[: advice.start] + advice.better + value[advice.end :]
                mends = entry.front.instead((key,), text) if advice.better else ()
                yield _finding(advice, span, mends)


def _span(text: str, advice: Advice) -> Span:
    """Return the place of an advice in a text of several lines."""
    line = text.count("\n", 0, advice.start) + 1
    column = advice.start - text.rfind("\n", 0, advice.start)
    ends_here = "\n" not in text[advice.start : advice.end]
    return Span(line, column, column + (advice.end - advice.start if ends_here else 1))


def _finding(advice: Advice, span: Span, replacements: tuple[Replacement, ...]) -> Finding:
    return Finding(
        span,
        advice.code,
        advice.says,
        advice.fix,
        severity=Severity.ADVICE,
        replacements=replacements,
    )
