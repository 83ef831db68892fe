"""How near the problems are to the mistake: shipped files damaged at random, then checked.

    python benchmarks/degats.py [damages per type] [--montrer N]

Each damage is one slip of an editor: characters dropped, swapped or doubled, a line indented, a
key misspelt, a value of another kind. A damage is met when the file is still valid, or when every
problem stands within one line of it. The seed is fixed.
"""

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = ROOT / "plugins"
sys.path[:0] = [str(PLUGINS), str(PLUGINS / "typographie/pelican/plugins")]

from association.checks.all_checks import of_entry  # noqa: E402
from association.checks.check_context import CheckContext  # noqa: E402
from association.content.entry import Entry  # noqa: E402
from association.content.reading import Content, read  # noqa: E402
from association.content.schema import TYPES  # noqa: E402
from association.content.validation import validated  # noqa: E402
from association.core.zone import PARIS  # noqa: E402
from association.problems.findings import Finding, Severity  # noqa: E402
from association.source import prose, source  # noqa: E402

SEED = 20270314
TODAY = datetime(2027, 3, 14, tzinfo=PARIS)
Damage = Callable[[str, random.Random], tuple[str, int] | None]


def _at(text: str, chance: random.Random) -> int:
    """Return a place, more often in the front matter, where a slip costs most."""
    end = text.index("\n---\n") + 4
    return chance.randrange(end if chance.random() < 0.7 else len(text) - 4)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def dropped(text: str, chance: random.Random) -> tuple[str, int]:
    at, size = _at(text, chance), chance.randint(1, 3)
    return text[:at] + text[at + size :], _line(text, at)


def swapped(text: str, chance: random.Random) -> tuple[str, int]:
    at = _at(text, chance)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :], _line(text, at)


def doubled(text: str, chance: random.Random) -> tuple[str, int]:
    at = _at(text, chance)
    return text[:at] + text[at] + text[at:], _line(text, at)


def indented(text: str, chance: random.Random) -> tuple[str, int] | None:
    at = text.rfind("\n", 0, _at(text, chance)) + 1
    line = text[at:].partition("\n")[0]
    shift = chance.choice((-2, -1, 1, 2, 4))
    if not line.strip() or (shift < 0 and not line.startswith(" " * -shift)):
        return None
    shifted = text[at - shift :] if shift < 0 else " " * shift + text[at:]
    return text[:at] + shifted, _line(text, at)


def misspelt(text: str, chance: random.Random) -> tuple[str, int] | None:
    lines = text[: text.index("\n---\n")].split("\n")
    number = chance.randrange(1, len(lines))
    key, colon, rest = lines[number].partition(":")
    name = key.strip(" -")
    if not colon or len(name) < 3:
        return None
    at = chance.randrange(1, len(name))
    wrong = chance.choice((name[:at] + name[at + 1 :], name + "s", name.title(), name[::-1]))
    lines[number] = key.replace(name, wrong) + colon + rest
    return "\n".join(lines) + text[text.index("\n---\n") :], number + 1


def retyped(text: str, chance: random.Random) -> tuple[str, int] | None:
    """Give a field a value of another kind."""
    lines = text[: text.index("\n---\n")].split("\n")
    number = chance.randrange(1, len(lines))
    key, colon, rest = lines[number].partition(": ")
    if not colon or not rest:
        return None
    lines[number] = (
        key
        + ": "
        + chance.choice(
            (
                "oui",
                "12",
                "[a, b]",
                "",
                "peut-être",
                "2027-02-30",
                "{a: b}",
                "14/03/2027",
                "x: y",
                "# x",
            )
        )
    )
    return "\n".join(lines) + text[text.index("\n---\n") :], number + 1


DAMAGES: tuple[Damage, ...] = (dropped, swapped, doubled, indented, misspelt, retyped)


def problems_in(text: str, entry: Entry, content: Content) -> list[Finding]:  # type: ignore[type-arg]
    """Return what is wrong with a file, the rest of the content being as it is."""
    found = source.read(text.encode())
    findings = list(found.findings)
    if found.body_line > 1:
        written, wrong = validated(TYPES[entry.folder], found.front, content.vocabulary)
        findings += wrong
        findings += [f.down(found.body_line - 1) for f in prose.findings(found.body)]
        if written is not None:
            new = Entry(
                entry.folder, entry.slug, entry.source, written,
                found.body, found.body_line, found.front, found.lines,
            )  # fmt: skip
            findings += of_entry(new, CheckContext(content, TODAY, TODAY))
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    number, shown = (numbers + [1000, 0][len(numbers) :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        shutil.copytree(ROOT / "content", root)
        content = read(root)
    for kind in TYPES:
        _measure(kind, content, number, shown)


def _measure(kind: str, content: Content, number: int, shown: int) -> None:
    chance = random.Random(f"{SEED} {kind}")
    entries = list(content.entries[kind].values())
    valid, near, far = 0, 0, Counter[str]()
    done = 0
    while done < number:
        entry, damage = chance.choice(entries), chance.choice(DAMAGES)
        text = "\n".join(entry.lines)
        damaged = damage(text, chance)
        if damaged is None or damaged[0] == text:
            continue
        done += 1
        problems = problems_in(damaged[0], entry, content)
        wide = [problem for problem in problems if not _is_near(problem, damaged[1])]
        valid += not problems
        near += bool(problems) and not wide
        far.update({f"{damage.__name__}/{p.code}" for p in wide})
        if wide and shown > 0:
            shown -= 1
            lines = damaged[0].split("\n")
            print(f"--- {damage.__name__} line {damaged[1]}: {lines[damaged[1] - 1]!r}")
            for p in problems:
                print(f"    {p.span.line}: [{p.code}] {p.message} / {p.fix}")
    share = 100 * (valid + near) / number
    print(f"{kind:12} {share:5.1f} % ({valid} valides, {near} tout près) {far.most_common(6)}")


def _is_near(problem: Finding, line: int) -> bool:
    """Return whether a problem shows the damaged line or a neighbour, as either of its places."""
    places = [problem.span] + ([problem.related] if problem.related else [])
    return any(abs(place.line - line) <= 1 for place in places)


if __name__ == "__main__":
    main()
