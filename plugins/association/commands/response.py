"""``invoke reponse``: what a reader sent becomes the file of a response, once somebody has read it.

What a message says is ``editing.responses``'s; here are the questions, and the file written. The
address that it came from is thrown away before anything is.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from ..checks.check_context import CheckContext
from ..checks.response_checks import unfit_responses
from ..content import reading
from ..content.entry import AnyEntry, title_of
from ..content.policy import policy_of_file
from ..content.reading import Content
from ..content.response import WrittenResponse
from ..content.responses import ResponseName, response
from ..core.clock import asof
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..core.zone import today
from ..editing.guide.json_schema import json_schema
from ..editing.new.conversation import refusal_text
from ..editing.new.new_file import write_new
from ..editing.new.terminal import Terminal, terminal_of_this_process
from ..editing.paste.given_bytes import STANDARD_INPUT, given_bytes
from ..editing.paste.pasted import NotTakenError
from ..editing.responses.message import Message, message
from ..editing.responses.response_file import name_of_response, page_answered, text_of_response
from ..problems.report import Problem, problem_of
from ..source import source

_SETTINGS = "pelicanconf.py"
_PROMPT = "Collez le message, puis tapez Ctrl-D sur une ligne vide (sous Windows : Ctrl-Z, Entrée)."
_NOTHING = "Rien n’a été écrit."
_YES, _NO = frozenset({"oui", "o"}), frozenset({"non", "n"})


class _RefusedError(Exception):
    """What was asked for cannot be done as it is, and why, in French."""


@dataclass(frozen=True)
class Options:
    """What the command line asks for.

    ``source`` is a file, or « - » for what is typed or piped in; ``page`` and ``name`` say what the
    message does not. ``sure`` asks nothing: what lacks is refused.
    """

    source: str = STANDARD_INPUT
    page: str = ""
    name: str = ""
    sure: bool = False


def main(
    root: Path,
    options: Options,
    *,
    terminal: Terminal | None = None,
    read: Callable[[], bytes] | None = None,
    environ: Mapping[str, str] = os.environ,
) -> ExitCode:
    """Write the response that a message makes, after it was shown and agreed to.

    ``read`` returns what standard input holds. Returns FINE when it is written, CONTENT when it was
    given up, USAGE when the message cannot be taken or something lacks.
    """
    terminal = terminal or terminal_of_this_process()
    try:
        now = asof(environ, datetime.now(UTC))
        content = reading.read(content_folder(root))
        received = _received(options.source, read)
        page = _page(options.page or received.page, content, terminal, sure=options.sure)
        _refuse_without_consent(received, terminal, sure=options.sure)
        author = _author(options.name or received.name, terminal, sure=options.sure)
        day = min(received.day or today(now), today(now))
        name = name_of_response(page, day, author, content)
        parent = _parent(received.parent, name, content)
        schema = json_schema(WrittenResponse, content.vocabulary)
        text = text_of_response(author, day, parent, received.text, schema)
        context = CheckContext(content, now, now, policy_of_file(root / _SETTINGS))
        for line in _shown(received, page, name, parent, text, _problems(text, name, context)):
            terminal.say(line)
        if not options.sure and not _is_agreed(
            terminal, f"\nÉcrire content/{name.path} ? Répondez « oui » ou « non » : "
        ):
            terminal.say(_NOTHING)
            return ExitCode.CONTENT
        write_new(content.root / name.path, text)
    except (_RefusedError, NotTakenError, ValueError) as refusal:
        terminal.say(f"{refusal}\n{_NOTHING}")
        return ExitCode.USAGE
    except (KeyboardInterrupt, EOFError):
        terminal.say(f"\n\n{_NOTHING} Pour écrire sans question, ajoutez --oui.")
        return ExitCode.CONTENT
    terminal.say(f"\nÉcrit : content/{name.path}. Vérifiez : « invoke verifier »")
    return ExitCode.FINE


def _received(source_name: str, read: Callable[[], bytes] | None) -> Message:
    received = message(given_bytes(source_name, _PROMPT, read))
    if not received.text:
        raise _RefusedError("Ce message ne contient aucun mot à publier.")
    return received


def _page(written: str, content: Content, terminal: Terminal, *, sure: bool) -> AnyEntry:
    """Return the page that is answered, asked for where the message does not say it."""
    page = page_answered(written, content) if written else None
    if page is None and written:
        terminal.say(f"« {written} » n’est l’adresse d’aucune page du site.")
    while page is None:
        if sure:
            raise _RefusedError("Dites à quelle page on répond : --page praticiens/jean-valjean")
        terminal.say(
            "\nÀ quelle page répond-on ?\n   Par exemple : praticiens/jean-valjean, ou son adresse"
        )
        page = page_answered(terminal.ask("   page : "), content)
    return page


def _refuse_without_consent(received: Message, terminal: Terminal, *, sure: bool) -> None:
    if received.is_trap:
        trap = "Le champ que personne ne voit est rempli : c’est sans doute un envoi automatique."
        if sure:
            raise _RefusedError(trap)
        terminal.say(f"\n{trap}")
    if received.agreed:
        return
    if sure:
        raise _RefusedError("Rien ne dit que la personne accepte de voir paraître son texte.")
    asked = "\nLa personne accepte-t-elle que son nom et ce texte paraissent ?\n   oui ou non : "
    if not _is_agreed(terminal, asked):
        raise _RefusedError("Alors rien ne paraît : demandez-lui d’abord son accord.")


def _author(known: str, terminal: Terminal, *, sure: bool) -> str:
    if sure and not known:
        raise _RefusedError('Dites le nom à publier : --nom "Marius Pontmercy"')
    if sure:
        return known
    terminal.say(
        "\nSous quel nom la réponse paraît-elle ? Entrée accepte ce qui est entre crochets."
    )
    proposed = f" [{known}]" if known else ""
    while not (answer := terminal.ask(f"   nom{proposed} : ").strip() or known):
        pass
    return " ".join(answer.split())


def _parent(written: str, name: ResponseName, content: Content) -> str:
    """Return the name of the response that is answered, if it is one to the same page."""
    return written if replace(name, name=written).path in content.responses else ""


def _problems(text: str, name: ResponseName, context: CheckContext) -> list[Problem]:
    """Return what the checker says of a response that is not there yet."""
    content, read = context.content, source.read(text.encode("utf-8", "surrogatepass"))
    source_name = f"{content.root.name}/{name.path}"
    found = response(name, source_name, read)
    said = [problem_of(finding, source_name, read.lines) for finding in found.findings]
    if found.response is not None:
        among = replace(content, responses={**content.responses, name.path: found.response})
        checked = unfit_responses(replace(context, content=among))
        said += [problem for problem in checked if problem.source == source_name]
    return said


def _shown(
    received: Message,
    page: AnyEntry,
    name: ResponseName,
    parent: str,
    text: str,
    problems: list[Problem],
) -> Iterator[str]:
    yield f"\nSous « {title_of(page)} », dans content/{name.path} :\n"
    yield "\n".join(f"  {line}".rstrip() for line in text.rstrip().split("\n"))
    if received.parent != parent:
        yield f"\nLa réponse « {received.parent} » n’est plus là : celle-ci répond à la page."
    if received.left_out:
        yield f"\nLaissé de côté : {', '.join(received.left_out)}."
    yield from (refusal_text(problem) for problem in problems)


def _is_agreed(terminal: Terminal, prompt: str) -> bool:
    while True:
        answer = terminal.ask(prompt).strip().lower()
        if answer in _YES | _NO:
            return answer in _YES
