"""``invoke nouveau``: what was given as options, the conversation for the rest, the file written.

The file is written in one piece once everything is known, and never over another one.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path as FilePath

from ..checks.entry_checks import TO_WRITE
from ..content import reading
from ..content.addresses import path_of as address_of
from ..content.french_dates import day_in_words
from ..core.clock import asof as day_of
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..core.words import slug_of, suggestion
from ..editing.new.answers import Refusal, record_answer
from ..editing.new.conversation import converse, refusal_text
from ..editing.new.draft import Draft, DraftContext, copy_of, text_of
from ..editing.new.examination import problems_of
from ..editing.new.file_names import is_free, slug_of_draft
from ..editing.new.kinds import CONSENT, HOURS, KINDS, SAME, SURE, TEXT, Kind, Path, kind_called
from ..editing.new.new_file import write_new
from ..editing.new.options import option_of, paths_by_option
from ..editing.new.proposals import proposal
from ..editing.new.questions import Question, next_question, question
from ..editing.new.terminal import Terminal, terminal_of_this_process
from ..problems.report import as_text, errors_among

# What stands for a text brought from elsewhere while the questions are asked.
_BROUGHT = "Le texte apporté."
PREVIEW = "http://127.0.0.1:8000/"


class _RefusedError(Exception):
    """What was asked for cannot be done as it is, and why, in French."""


@dataclass(frozen=True)
class Options:
    """What the command line asks for: a kind of file, and what is known of it already.

    ``fields`` are the texts given for each option, ``model`` is the name of a file to copy,
    ``slug`` the name the new one shall have; ``is_silent`` asks nothing. ``body`` is a text
    brought from elsewhere: it is written as it stands, whatever the checker says of it.
    """

    kind: str
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    model: str = ""
    slug: str = ""
    is_silent: bool = False
    body: str = ""

    @property
    def texts(self) -> dict[Path, Sequence[str]]:
        """What was given, by the path that it answers."""
        paths = paths_by_option()
        return {paths[name]: texts for name, texts in self.fields.items() if texts}


def main(
    root: FilePath,
    options: Options,
    *,
    terminal: Terminal | None = None,
    is_answered: bool | None = None,
    environ: Mapping[str, str] = os.environ,
) -> ExitCode:
    """Write a new file of the content, after asking what ``options`` do not say.

    ``is_answered`` says whether somebody is there to answer, ``terminal`` where; else this
    process's own terminal decides. Returns FINE when the file is written, CONTENT when it was given
    up, USAGE when something given is wrong or missing.
    """
    terminal = terminal or terminal_of_this_process()
    content = content_folder(root)
    is_answered = sys.stdin.isatty() if is_answered is None else is_answered
    try:
        kind = _kind(options.kind)
        asof = day_of(environ, datetime.now(UTC))
        draft_context = DraftContext(reading.read(content), asof, kind.folder)
        draft = _with_options(_begin(kind, options, draft_context), options, draft_context)
        if options.body:
            draft = draft.with_answers({TEXT: _BROUGHT})
        whole = _complete(draft, options, draft_context, terminal, is_answered=is_answered)
        if whole is None:
            return ExitCode.CONTENT
        if options.body:
            whole = whole.with_answers({TEXT: options.body})
        slug = _slug(whole, options, draft_context)
        write_new(content / kind.folder / f"{slug}.md", text_of(whole, draft_context))
    except (_RefusedError, ValueError) as refusal:
        terminal.say(str(refusal))
        return ExitCode.USAGE
    except (KeyboardInterrupt, EOFError):
        terminal.say("\n\nAbandonné : rien n’a été écrit.")
        return ExitCode.CONTENT
    for line in _report_of(whole, slug, draft_context, brought=bool(options.body)):
        terminal.say(line)
    return ExitCode.FINE


def _kind(name: str) -> Kind:
    if kind := kind_called(name):
        return kind
    near = suggestion(name, KINDS) if name else None
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    unknown = f"« {name} » n’est pas un genre de fichier.{meant}\n" if name else ""
    raise _RefusedError(f"{unknown}Écrivez « invoke nouveau » et l’un de : {', '.join(KINDS)}")


def _begin(kind: Kind, options: Options, draft_context: DraftContext) -> Draft:
    """Return the empty draft, or that of a copy."""
    if not options.model:
        return Draft(kind)
    if not kind.again:
        raise _RefusedError(
            "Une fiche ne se copie pas : chaque personne donne son propre accord.\n"
            "Lancez « invoke nouveau praticien »."
        )
    slug = options.model.rpartition("/")[2].removesuffix(".md")
    if slug in draft_context.entries:
        return copy_of(kind, draft_context.entries[slug])
    if f"{draft_context.folder}/{slug}.md" in draft_context.content.unread:
        raise _RefusedError(f"« {slug} » ne peut pas être lu : lancez « invoke verifier ».")
    near = suggestion(slug, draft_context.entries)
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    raise _RefusedError(
        f"Aucun fichier de content/{draft_context.folder} ne s’appelle « {slug} ».{meant}"
    )


def _with_options(draft: Draft, options: Options, draft_context: DraftContext) -> Draft:
    """Return the draft with what the command line says; raise with all that is wrong in it."""
    wrong = []
    ranks = {path: rank for rank, path in enumerate(draft.kind.questions)}
    texts = options.texts
    for path in sorted(texts, key=lambda path: ranks.get(path, len(ranks))):
        if path not in draft_context.fields and path != TEXT:
            wrong.append(f"--{option_of(path)} : ce champ n’existe pas pour « {draft.kind.name} »")
            continue
        after = _with_option(draft, path, texts[path], draft_context)
        if isinstance(after, Refusal):
            said = [refusal_text(problem) for problem in after.problems]
            wrong.append("\n".join([f"--{option_of(path)}", *said]))
        else:
            draft = after
    if wrong:
        raise _RefusedError("\n".join(wrong))
    return draft


def _with_option(
    draft: Draft, path: Path, texts: Sequence[str], draft_context: DraftContext
) -> Draft | Refusal:
    asked = question(path, draft, draft_context)
    if path == ("consentement", "le"):
        draft = draft.with_answers({CONSENT: "oui"})
    if path == ("debut",):
        draft = draft.with_answers({SURE: "oui", HOURS: None})
    typed = ("\n" if asked.one_a_line or path == TEXT else ",").join(texts)
    return record_answer(asked, typed, draft, draft_context)


def _complete(
    draft: Draft,
    options: Options,
    draft_context: DraftContext,
    terminal: Terminal,
    *,
    is_answered: bool,
) -> Draft | None:
    """Return the draft with nothing left to ask; None when it was given up."""
    silent, missing = _without_asking(draft, draft_context)
    is_complete = bool(options.texts) and not missing
    if is_complete or options.is_silent or not is_answered:
        if missing:
            raise _RefusedError("\n".join(_missing(missing, is_answered=is_answered)))
        _refuse_errors(silent, draft_context)
        return _with_rank(silent, draft_context)
    whole = converse(draft, draft_context, terminal)
    return _with_rank(whole, draft_context) if whole else None


def _without_asking(draft: Draft, draft_context: DraftContext) -> tuple[Draft, list[Question]]:
    """Return the draft with proposals where an answer is needed, and what only somebody knows."""
    missing = []
    while asked := next_question(draft, draft_context):
        answer = asked.proposal if asked.is_required else None
        if asked.is_required and not answer:
            missing.append(asked)
        draft = draft.with_answers({asked.path: "non" if asked.path == SAME else answer})
    return draft, missing


def _missing(missing: Sequence[Question], *, is_answered: bool) -> Iterator[str]:
    yield "Il manque :"
    yield from (f"  --{option_of(asked.path):<24} {asked.prompt}" for asked in missing)
    if not is_answered:
        yield "Personne ne peut répondre ici : lancez cette commande dans un terminal,"
        yield "ou donnez ces réponses en options (la liste : invoke --help nouveau)."


def _refuse_errors(draft: Draft, draft_context: DraftContext) -> None:
    """Raise with what the checker would refuse, the file not being written."""
    found = problems_of(
        text_of(draft, draft_context), slug_of_draft(draft, draft_context), draft_context
    )
    if errors := errors_among(found):
        raise _RefusedError("\n\n".join(map(as_text, errors)))


def _with_rank(draft: Draft, draft_context: DraftContext) -> Draft:
    """Return the draft with its place in a list, which nobody needs to be asked."""
    path = ("ordre",)
    if path not in draft_context.fields or path in draft.answers:
        return draft
    return draft.with_answers({path: proposal(path, draft, draft_context)})


def _slug(draft: Draft, options: Options, draft_context: DraftContext) -> str:
    if not options.slug:
        return slug_of_draft(draft, draft_context)
    slug = options.slug.removesuffix(".md")
    if slug != slug_of(slug):
        raise _RefusedError(
            f"« {slug} » ne peut pas devenir une adresse : écrivez « {slug_of(slug) or 'nom'} »."
        )
    if not is_free(slug, draft_context):
        raise _RefusedError(f"Le nom « {slug} » est déjà pris dans content/{draft_context.folder}.")
    return slug


def _report_of(
    draft: Draft, slug: str, draft_context: DraftContext, *, brought: bool
) -> Iterator[str]:
    """Yield what was written, what to do next and where to see it."""
    text = text_of(draft, draft_context)
    path = f"{draft_context.content.root.name}/{draft_context.folder}/{slug}.md"
    yield f"\nÉcrit : {path}\n"
    yield from (f"  {line}" for line in text.rstrip().split("\n"))
    yield ""
    for problem in problems_of(text, slug, draft_context):
        yield as_text(problem) + "\n"
    yield "Et maintenant"
    if TO_WRITE in text:
        yield f"  - Ouvrez ce fichier et remplacez la ligne « {TO_WRITE} » par votre texte, puis"
        yield "    retirez la ligne « statut: brouillon » : la page pourra paraître."
    elif draft.model:
        yield "  - Relisez le texte : c’est encore celui de l’original."
    elif brought:
        yield "  - Relisez le texte, et suivez ce qui en est dit plus haut."
    else:
        yield "  - Ouvrez ce fichier pour compléter le texte."
    yield from _reminders(draft, slug, draft_context)
    address = f"{PREVIEW}{address_of(draft_context.folder, slug)}"
    yield f"  - Voyez la page : « invoke serve », puis {address}"
    yield "  - Vérifiez le tout : « invoke verifier »"


def _reminders(draft: Draft, slug: str, draft_context: DraftContext) -> Iterator[str]:
    if "portrait" in draft.list_at("consentement", "pour"):
        yield "  - Ajoutez son portrait (champ « photo ») : docs/redacteurs/praticien.md"
    day = draft.text_at("date")
    if day and date.fromisoformat(day) > draft_context.today:
        words = day_in_words(date.fromisoformat(day), weekday=True)
        yield f"  - Elle paraîtra le {words} : d’ici là, l’aperçu seul la montre."
    if draft_context.folder == "praticiens" and slug != slug_of(_name(draft)):
        yield f"  - Une autre fiche porte le même nom ; celle-ci s’appelle « {slug} »."


def _name(draft: Draft) -> str:
    return f"{draft.text_at('prenom')} {draft.text_at('nom')}".strip()
