"""How the time of reading a text grows with its length, over what is known to explode in Markdown.

    python benchmarks/growth.py [signs]

Each run of signs is read and checked as a news item of some length, of twice and four times that:
seconds of processor, which a busy machine does not stretch, and the growth at each doubling (2 is
linear). A text that is refused as too tangled says so; one over a limit of seconds is given up.
"""

import signal
import sys
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "plugins/typographie/pelican/plugins")]

from association.checks.file_checks import OF_FILE  # noqa: E402
from association.checks.typographic_advice import typographic_advice  # noqa: E402
from association.content.reading import entry_of, read  # noqa: E402
from association.content.schema import Vocabulary  # noqa: E402
from association.source import source  # noqa: E402

_LIMIT = 20.0
_GIVEN_UP = "abandonné"
_HEAD = "---\ntitre: Un titre\ndate: 2027-02-15\nresume: Un résumé.\n{}---\n\n"
# What a text repeats, and a front matter; « {} » is the number of the repetition.
BODIES = (
    "[", "]", "![", "[a](", "[a](b", "[[a]", "[^a", "[^{}] ", "(", "*", "**a ", "*a ", "_a",
    "a_b", "*a_ ", "***a", "`", "`a", "` ``", "```\n", "~~a", ">", "> ", ">\n", "- ", "- a\n",
    "1. a\n", "<", "<a", "<a ", "</", "<!--", "<!-- -", "<?", "<![CDATA[", "<b>", "&", "&#",
    "&amp", "|", "|a", "|a|\n", "|-|", "[a{}]: b\n", "[a]: b 'c", "[a](b \"c", "*[a{}]: b\n",
    "« ", "« a » ", "\"a ", "'", "l’", "...", "-", "--a ", "://", "www.", "http://a", "a@",
    "a@b.", "a.", "0", "01 ", "0-", "12 h ", "mot ", " ", "  .", "\t", " \t", "\u00a0", "*  ",
    "\n", "a  \n", "\\", "{", "{: ", "{: a=b ", "# ", "# a\n", "a\n=\n", "a\n-\n", "/// ",
    "/// details | a\n", "a\n/// details | a\n///\n", "7. /// details | a\nb\n///\n",
    "> /// details | a\n> b\n> ///\n", "- /// details | a\n", "> a\n/// details | a\n",
    "/// details | a\n    b: c\n", "a\n: b\n", "é", "Ã©", "\u200b", "e\u0301", "👩", ":a: ",
    "+33 ",
)  # fmt: skip
HEADS = (
    "champ{}: a\n", "a{}: &a{} [*a]\n", "resume: >\n  a\n", "# a\n", "- a\n", "{", "[", "&a ",
    "\"", "a: ",
)  # fmt: skip


class _GivenUpError(Exception):
    """A text took longer than the limit."""


def _give_up(_signal: int, _frame: object) -> None:
    raise _GivenUpError


def seconds(text: str) -> tuple[float, str]:
    """Return the seconds of processor that a text takes, and the code that refuses it, if one."""
    words = _vocabulary()
    signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, _LIMIT)
    start = time.process_time()
    refused = ""
    try:
        file = source.read(text.encode())
        found = entry_of("actualites", "a", "content/actualites/a.md", file, words)
        if any(one.code == "imbrication" for one in found.findings):
            refused = "refusé"
        if found.entry:
            for check in OF_FILE:
                list(check(found.entry))
            list(typographic_advice(found.entry, ()))
    except _GivenUpError:
        refused = _GIVEN_UP
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start, refused


@lru_cache
def _vocabulary() -> Vocabulary:
    return read(ROOT / "content").vocabulary


def text_of(unit: str, signs: int, line: int = 0, *, in_head: bool = False) -> str:
    """Return a news item whose body, or head, repeats some signs, to so many.

    With ``line``, a paragraph begins after so many: each stays below what is refused.
    """
    held = "".join(unit.replace("{}", str(n)) for n in range(signs // len(unit)))
    if in_head:
        return _HEAD.format(held if "\n" in unit else f"autre: {held}\n") + "Un texte.\n"
    if line:
        held = "\n\n".join(held[at : at + line] for at in range(0, len(held), line))
    return f"{_HEAD.format('')}{held}\n"


def growths(
    units: Iterable[str], signs: int, line: int = 0, *, in_head: bool = False
) -> Iterator[tuple[float, str]]:
    """Yield for each unit the seconds of its longest text, and a line that says all three."""
    for unit in units:
        taken: list[float] = []
        refused = ""
        for length in (signs, signs * 2, signs * 4):
            spent, refused = seconds(text_of(unit, length, line, in_head=in_head))
            taken.append(spent)
            if refused == _GIVEN_UP:
                break
        growth = [after / max(before, 0.001) for before, after in pairwise(taken)]
        times = " ".join(f"{one:7.3f}" for one in taken)
        yield taken[-1], f"{unit!r:16} {times} s   × {growth_in_words(growth)} {refused}"


def growth_in_words(growth: list[float]) -> str:
    """Return the factors of a growth, with one figure after the point."""
    return " ".join(f"{one:.1f}" for one in growth)


def main(signs: int) -> None:
    """Print the units that take longest: as one line, in a front matter, as paragraphs."""
    for title, rows in (
        ("D’un trait", growths(BODIES, signs)),
        ("En-têtes", growths(HEADS, signs, in_head=True)),
        ("Par paragraphes de 450 signes", growths(BODIES, signs, 450)),
    ):
        print(title)
        for _, row in sorted(rows, reverse=True)[:20]:
            print(f"  {row}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
