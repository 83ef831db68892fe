"""``invoke coller``: a text from elsewhere, as Markdown, into a new file or a standing one.

What the text is and how it becomes Markdown is ``editing.paste``'s; a new file is begun as
``invoke nouveau`` begins it. Without a file to go to, the Markdown is printed.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..core.atomic_write import replace_file
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..editing.new.terminal import Terminal, terminal_of_this_process
from ..editing.paste.given_bytes import STANDARD_INPUT, given_bytes
from ..editing.paste.insertion import inserted
from ..editing.paste.pasted import NotTakenError, Pasted, pasted
from . import new

_PROMPT = "Collez le texte, puis tapez Ctrl-D sur une ligne vide (sous Windows : Ctrl-Z, Entrée)."
_QUESTION = "\nÉcrire ce texte dans {} ? Répondez « oui » ou « non » : "
_UNCHANGED = "Rien n’a été changé."


class _RefusedError(Exception):
    """What was asked for cannot be done as it is, and why, in French."""


@dataclass(frozen=True)
class Options:
    """What the command line asks for.

    ``source`` is a file, or « - » for what is typed or piped in; ``kind`` a kind of new file with
    its ``fields`` and its ``slug``, as ``invoke nouveau`` takes them; ``entry`` a standing file.
    ``sure`` writes into it without a question.
    """

    source: str = STANDARD_INPUT
    kind: str = ""
    entry: str = ""
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    slug: str = ""
    sure: bool = False


def main(
    root: Path,
    options: Options,
    *,
    terminal: Terminal | None = None,
    read: Callable[[], bytes] | None = None,
    environ: Mapping[str, str] = os.environ,
) -> ExitCode:
    """Bring a text into the content, or print it as Markdown.

    ``read`` returns what standard input holds. Returns FINE when it was brought or printed, CONTENT
    when it was given up, USAGE when it cannot be taken or the file to go to is none.
    """
    terminal = terminal or terminal_of_this_process()
    try:
        if options.kind and options.entry:
            raise _RefusedError(
                "« --genre » et « --dans » ne vont pas ensemble : donnez l’un des deux."
            )
        entry = _entry(content_folder(root), options.entry)
        taken = _taken(options.source, read)
        if entry is not None:
            return _into(entry, taken, options, terminal)
        if options.kind:
            return _into_new(root, taken, options, terminal, environ)
    except (_RefusedError, NotTakenError) as refusal:
        terminal.say(str(refusal))
        return ExitCode.USAGE
    except KeyboardInterrupt:
        terminal.say(f"\n\n{_UNCHANGED}")
        return ExitCode.CONTENT
    terminal.say(_with_title(taken))
    for words in taken.left:
        print(f"À part : {words}.", file=sys.stderr)  # noqa: T201
    return ExitCode.FINE


def _taken(source: str, read: Callable[[], bytes] | None) -> Pasted:
    content = given_bytes(source, _PROMPT, read)
    name = "Ce texte" if source == STANDARD_INPUT else f"« {Path(source).name} »"
    try:
        taken = pasted(content)
    except NotTakenError as refusal:
        raise _RefusedError(f"{name} ne peut pas être collé : {refusal}") from None
    if not taken.markdown.strip():
        raise _RefusedError(f"{name} ne contient aucun mot.")
    return taken


def _entry(content: Path, name: str) -> Path | None:
    """Return the file of an entry: « actualites/x », with or without « content/ » and « .md »."""
    if not name:
        return None
    path = name.replace("\\", "/").removeprefix("./").removeprefix("content/").removesuffix(".md")
    entry = content / f"{path}.md"
    if entry.is_file() and entry.resolve().is_relative_to(content.resolve()):
        return entry
    raise _RefusedError(f"« {name} » est introuvable dans content/. Écrivez : actualites/nom")


def _into_new(
    root: Path, taken: Pasted, options: Options, terminal: Terminal, environ: Mapping[str, str]
) -> ExitCode:
    _tell_left(taken, terminal)
    fields = {**options.fields}
    if taken.title and not fields.get("titre") and options.kind != "praticien":
        fields["titre"] = [taken.title]
    begun = new.Options(options.kind, fields, slug=options.slug, body=taken.markdown)
    return new.main(root, begun, terminal=terminal, environ=environ)


def _into(entry: Path, taken: Pasted, options: Options, terminal: Terminal) -> ExitCode:
    """Put the text into a standing file, after it was shown and agreed to."""
    name = f"{entry.parent.name}/{entry.name}"
    try:
        before = entry.read_bytes()
        after = inserted(before.decode("utf-8"), taken)
    except (OSError, UnicodeDecodeError):
        raise _RefusedError(
            f"« {name} » ne peut pas être lu : lancez « invoke verifier »."
        ) from None
    terminal.say(f"Dans {name} :\n")
    terminal.say("\n".join(f"  {line}".rstrip() for line in taken.markdown.split("\n")))
    _tell_left(taken, terminal)
    if not options.sure:
        try:
            answer = terminal.ask(_QUESTION.format(name)).strip().lower()
        except EOFError:
            terminal.say(f"\n{_UNCHANGED} Pour écrire sans question, ajoutez --oui.")
            return ExitCode.CONTENT
        if answer not in {"oui", "o"}:
            terminal.say(_UNCHANGED)
            return ExitCode.CONTENT
    try:
        if entry.read_bytes() != before:
            terminal.say(f"{name} a changé entre-temps : il est laissé tel quel.")
            return ExitCode.CONTENT
        replace_file(entry, after.encode())
    except OSError as error:
        terminal.say(f"{name} n’a pas pu être écrit ({error.strerror}).")
        return ExitCode.CONTENT
    terminal.say(f"\nÉcrit : content/{name}. Relisez-le, puis vérifiez : « invoke verifier »")
    return ExitCode.FINE


def _with_title(taken: Pasted) -> str:
    return f"# {taken.title}\n\n{taken.markdown}" if taken.title else taken.markdown


def _tell_left(taken: Pasted, terminal: Terminal) -> None:
    for words in taken.left:
        terminal.say(f"\nÀ part : {words}.")
