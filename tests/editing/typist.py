"""Somebody at a terminal who types prepared lines, and whose questions and keys are counted."""

import os
from collections.abc import Iterable
from pathlib import Path

from tools.terminal_picture import TYPED

from association.commands.new import Options, main
from association.editing.new.terminal import Terminal

DAY = "2027-03-01"


class Typist:
    """Types ``lines`` one after the other, then leaves; keeps what was told and asked.

    ``shown`` is all of it in order, as the terminal shows it, what was typed after ``TYPED``.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = iter(lines)
        self.said: list[str] = []
        self.prompts: list[str] = []
        self.shown: list[str] = []
        self.keys = 0

    def terminal(self) -> Terminal:
        return Terminal(self._ask, self._say)

    def _say(self, text: str) -> None:
        self.said.append(text)
        self.shown.append(text)

    def _ask(self, prompt: str) -> str:
        self.prompts.append(prompt)
        try:
            line = next(self._lines)
        except StopIteration:
            raise EOFError from None
        self.shown.append(f"{prompt}{TYPED}{line}")
        # Each line ends with Enter.
        self.keys += len(line) + 1
        return line

    @property
    def text(self) -> str:
        """Everything told, as one text."""
        return "\n".join(self.said)

    @property
    def questions(self) -> int:
        """How many questions were put, the same one twice counted twice."""
        return len(self.prompts)


def write(
    root: Path,
    order: Options | str,
    lines: Iterable[str] = (),
    *,
    is_answered: bool = True,
    day: str = DAY,
) -> tuple[int, Typist]:
    """Run the command on the content ``root`` with somebody who types ``lines`` on a ``day``."""
    typist = Typist(lines)
    options = Options(order) if isinstance(order, str) else order
    environ = os.environ | {"ASOF": day}
    terminal = typist.terminal()
    code = main(root.parent, options, terminal=terminal, is_answered=is_answered, environ=environ)
    return code, typist


def new_files(root: Path, before: set[Path]) -> list[Path]:
    """Return the files that were not there before, hidden ones too."""
    return sorted(set(files(root)) - before)


def files(root: Path) -> set[Path]:
    """Return all files below a folder."""
    return {path for path in root.rglob("*") if path.is_file()}
