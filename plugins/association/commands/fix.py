"""``invoke verifier --corriger``: shows the sure mends, writes them once told to.

Which mends are sure is ``trial``'s; what is left to people is said by the check that follows.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from ..checks.former_agenda import NOTHING_PUBLISHED, FormerAgenda
from ..content import reading
from ..core.atomic_write import replace_file
from ..editing.fixes import shown
from ..editing.fixes.corrections import Correction, corrections

Ask = Callable[[str], str]
Say = Callable[[str], None]
_QUESTION = "\nÉcrire ces corrections ? Répondez « oui » ou « non » : "
_UNCHANGED = "Rien n’a été changé."
_UNASKED = "Rien n’a été changé. Pour écrire sans question, ajoutez --oui."


def correct(
    root: Path,
    asof: datetime,
    *,
    former_agenda: FormerAgenda = NOTHING_PUBLISHED,
    sure: bool = False,
    ask: Ask = input,
    say: Say = print,
    coloured: bool = False,
) -> None:
    """Mend the content below ``root`` where no judgement is needed, after asking unless ``sure``.

    All files are shown before any is written; each is then replaced whole, or left as it was.
    """
    found = tuple(corrections(reading.read(root), asof, former_agenda))
    if not found:
        say("Aucune correction sûre à faire.\n")
        return
    say(f"{shown.proposed(len(found))}\n")
    for correction in found:
        say("\n".join([*shown.shown(correction, root.name, coloured=coloured), ""]))
    refusal = "" if sure else _refusal(ask)
    say(f"{refusal or shown.written(_write(found, root, say))}\n")


def _refusal(ask: Ask) -> str:
    """Ask, and return what to say when the answer is not yes."""
    try:
        answer = ask(_QUESTION).strip().lower()
    except EOFError:
        return f"\n{_UNASKED}"
    return "" if answer in {"oui", "o"} else _UNCHANGED


def _write(found: Sequence[Correction], root: Path, say: Say) -> int:
    """Write the corrections; return how many, and say which could not be."""
    done = 0
    for correction in found:
        path = root / correction.path
        try:
            if path.read_bytes() != correction.content:
                say(f"{root.name}/{correction.path} a changé entre-temps : il est laissé tel quel.")
                continue
            replace_file(path, correction.after.encode())
        except OSError as error:
            say(f"{root.name}/{correction.path} n’a pas pu être écrit ({error.strerror}).")
            continue
        done += 1
    return done
