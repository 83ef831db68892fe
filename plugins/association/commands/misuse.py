"""What is wrong with a command line: said in French, with a guess.

What each command does is in ``tasks.py``. The options of ``invoke nouveau`` come from the schema.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from inspect import Parameter, Signature
from itertools import pairwise
from pathlib import Path
from typing import Any

from invoke.collection import Collection
from invoke.exceptions import Exit, ParseError
from invoke.parser.argument import Argument
from invoke.parser.context import ParserContext
from invoke.parser.parser import Parser
from invoke.program import Program
from invoke.tasks import Task

from ..core.words import suggestion

_PROGRAMS = frozenset({"invoke", "inv"})
_USAGE = 2


def refuse_misuse(commands: Collection) -> None:
    """End the program, when it is invoke, if its command line cannot be understood.

    Invoke itself would say so in English, and with the status of content to mend.
    """
    program = Path(sys.argv[0])
    if _PROGRAMS.isdisjoint({program.name, program.parent.name}):
        return
    _take_no_option_for_an_answer(commands, sys.argv)
    # Invoke uses up the help of a command as it reads it.
    if trouble := misuse(sys.argv[1:], deepcopy(commands).to_contexts()):
        raise Exit(trouble, _USAGE)


def _take_no_option_for_an_answer(commands: Collection, line: Sequence[str]) -> None:
    """Let « invoke nouveau --help » tell the options, which invoke would take for the answer."""
    for name, following in pairwise(line):
        if following in ("--help", "-h") and name in commands.tasks:
            commands.tasks[name].positional = ()


def misuse(line: Sequence[str], commands: Sequence[ParserContext]) -> str:
    """Return in French what is wrong with a command line, ``""`` when nothing is."""
    try:
        core = Parser(initial=Program().initial_context, ignore_unknown=True).parse_argv(list(line))
        about = core[0].args["help"].value
        names = [str(command.name) for command in commands]
        if isinstance(about, str) and about not in names:
            return _unknown_command(about, names)
        Parser(initial=core[0], contexts=commands).parse_argv(core.unparsed)
    except ParseError as error:
        return _in_french(str(error), error.context, commands)
    except ValueError as error:
        value = str(error).rpartition(": ")[2].strip("'")
        return f"« {value} » n’est pas un nombre."
    return ""


def _in_french(
    message: str, command: ParserContext | None, commands: Sequence[ParserContext]
) -> str:
    """Return what a message of invoke means, with the name that was likely meant."""
    name = command.name if command else ""
    if unknown := re.match(r"No idea what '(.*)' is!", message, re.DOTALL):
        word = unknown[1]
        if word.startswith("-") and command and name:
            return _unknown_option(word, name, command.flags)
        return _unknown_command(word, [str(known.name) for known in commands])
    if missing := re.match(r"'(.*)' did not receive required positional arguments: (.*)", message):
        wanted = [arg for arg in command.positional_args if arg.value is None] if command else []
        told = "\n".join(f"  {arg.name} : {arg.help}" for arg in wanted)
        return f"Il manque quelque chose à « invoke {missing[1]} » :\n{told}"
    if flag := re.match(r"Flag <Argument: ([\w-]+)", message):
        return f"L’option « --{flag[1]} » attend une valeur."
    return f"Cette ligne ne peut pas être comprise ({message}).\nLa liste des commandes : invoke"


def _unknown_command(word: str, names: Iterable[str]) -> str:
    near = suggestion(word, names)
    meant = f" Vouliez-vous dire « invoke {near} » ?" if near else ""
    return f"La commande « {word} » n’existe pas.{meant}\nLa liste des commandes : invoke"


def _unknown_option(word: str, command: str, flags: Iterable[str]) -> str:
    near = suggestion(word.lstrip("-"), [flag[2:] for flag in flags if flag.startswith("--")])
    meant = f" Vouliez-vous dire « --{near} » ?" if near else ""
    return (
        f"L’option « {word} » n’existe pas pour « invoke {command} ».{meant}\n"
        f"Les options : invoke --help {command}"
    )


class ScaffoldTask(Task[Callable[..., Any]]):
    """A command with an option for each field of the schema, given to it as further keywords."""

    def argspec(self, body: Callable[..., Any]) -> Signature:
        """Return the parameters that are written out, those from the schema apart."""
        signature = super().argspec(body)
        written = [p for p in signature.parameters.values() if p.kind is not Parameter.VAR_KEYWORD]
        return signature.replace(parameters=written)

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """Return the options; those of the schema only where this command is named."""
        options: list[Argument] = super().get_arguments(ignore_unknown_help)
        if self.name not in sys.argv:
            return options
        from ..editing.new.options import help_by_option  # noqa: PLC0415 — takes 0.2 s to load

        told = help_by_option().items()
        return [*options, *(Argument(name=name, kind=list, help=says) for name, says in told)]


class SourceTask(Task[Callable[..., Any]]):
    """A command whose first word, a file, may be left out."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """Return the options, the first of them by its place where a word follows the command."""
        arguments: list[Argument] = super().get_arguments(ignore_unknown_help)
        line = sys.argv[sys.argv.index(self.name) + 1 :] if self.name in sys.argv else []
        for argument in arguments:
            if argument.names[0] == "source" and line and not line[0].startswith("-"):
                # To invoke, what has a default never stands by its place.
                argument.positional, argument.default = True, None
        return arguments


class PasteTask(SourceTask, ScaffoldTask):
    """A command whose first word may be left out, with the options of the schema."""
