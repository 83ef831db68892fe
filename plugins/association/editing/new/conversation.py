"""The conversation on a terminal: one question at a time, what is wrong said, asked again.

Only words and their order live here; what to ask, and what an answer means, is decided elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from ...problems.report import Problem
from .answers import Refusal, is_time, record_answer
from .draft import Answer, Draft, DraftContext
from .kinds import CONSENT, POSTAL_CODE, SURE, TOWN
from .questions import Choice, Question, in_words, next_question
from .terminal import Terminal

_BACK = "<"
_HELP = "?"
_WIDTH = 78
# More choices than this are shown when asked for.
_MOST_SHOWN = 24
_NO_CONSENT = """
Alors rien n’est écrit : personne ne paraît sur le site sans son accord écrit.
Ce qu’il faut lui demander : docs/redacteurs/praticien.md"""


def converse(draft: Draft, draft_context: DraftContext, terminal: Terminal) -> Draft | None:
    """Return the draft once everything was asked; None when there is no consent to write it."""
    terminal.say(
        f"{draft.kind.title}. Entrée accepte ce qui est entre crochets ; « - » laisse de côté ; "
        "« ? » explique ;\n« < » revient en arrière ; Ctrl-C abandonne, et rien n’est écrit."
    )
    before: list[Draft] = []
    while question := next_question(draft, draft_context):
        after = _ask(question, draft, draft_context, terminal, len(before) + 1)
        if after is None:
            draft = before.pop() if before else draft
            continue
        if after.answers.get(CONSENT) == "non":
            terminal.say(_NO_CONSENT)
            return None
        before.append(draft)
        draft = after
    return draft


def _ask(
    question: Question, draft: Draft, draft_context: DraftContext, terminal: Terminal, number: int
) -> Draft | None:
    """Return the draft with one answer more, or None to go back."""
    for line in _question_lines(question, number):
        terminal.say(line)
    while True:
        input_text = _read_answer(question, terminal)
        if input_text.strip() == _BACK:
            return None
        if input_text.strip() == _HELP:
            for line in _explanation(question):
                terminal.say(line)
            continue
        after = record_answer(question, input_text, draft, draft_context)
        if isinstance(after, Draft):
            _said_back(question, input_text, after, terminal)
            return after
        for problem in after.problems[:1]:
            terminal.say(refusal_text(problem))
        question = _proposing(question, after)


def _read_answer(question: Question, terminal: Terminal) -> str:
    """Return what was typed; of sentences, all lines up to an empty one."""
    input_text = terminal.ask(_prompt(question))
    if not question.one_a_line or input_text.strip() in ("", _BACK, _HELP, "-"):
        return input_text
    lines = [input_text]
    while line := terminal.ask("   (une autre, ou Entrée) : ").strip():
        lines.append(line)
    return "\n".join(lines)


def _question_lines(question: Question, number: int) -> Iterator[str]:
    yield f"\n{number}. {question.prompt}"
    if question.example:
        yield f"   Par exemple : {question.example}"
    if 0 < len(question.choices) <= _MOST_SHOWN and not question.is_yes_no:
        yield from _choice_lines(question.choices)
    elif question.choices and not question.is_yes_no:
        yield "   (« ? » montre la liste)"
    if question.is_list and question.choices:
        yield "   Plusieurs réponses : séparez-les par des virgules."


def _choice_lines(choices: tuple[Choice, ...]) -> Iterator[str]:
    """Yield the numbered choices, in two columns where they fit."""
    cells = [f"{number:>3}  {choice.label}" for number, choice in enumerate(choices, start=1)]
    half = (len(cells) + 1) // 2
    left = max(map(len, cells[:half])) + 2
    right = max(map(len, cells[half:]), default=0)
    if len(cells) < 5 or left + right > _WIDTH:
        yield from cells
        return
    for row in range(half):
        other = cells[half + row] if half + row < len(cells) else ""
        yield f"{cells[row]:<{left}}{other}".rstrip()


def _prompt(question: Question) -> str:
    proposed = f" [{question.proposal_label}]" if question.proposal_label else ""
    if question.path == SURE or (question.field is None and question.is_yes_no):
        return f"   oui ou non{proposed} : "
    optional = "" if question.is_required or proposed else " (facultatif)"
    return f"   {question.key}{proposed}{optional} : "


def _explanation(question: Question) -> Iterator[str]:
    """Yield what « ? » tells: the form expected, all choices."""
    if question.field is not None:
        title = question.field.item.get("title")
        if title:
            yield f"   Ce qui est attendu : {title}."
        if question.field.example:
            yield f"   Par exemple : {question.field.example}"
        if is_time(question):
            yield "   Ou comme vous le dites : 14 mars 2027, samedi prochain, 14/03/2027."
    yield from _choice_lines(question.choices) if question.choices else ()
    if not question.is_required:
        yield "   Ce champ est facultatif : Entrée, ou « - », le laisse de côté."


def refusal_text(problem: Problem) -> str:
    """Return what is wrong with an answer, in the words of the checker."""
    lines = [f"   {problem.severity}[{problem.code}] : {problem.message}", f"     {problem.fix}"]
    return "\n".join([*lines, f"     aide : {problem.help}"] if problem.help else lines)


def _proposing(question: Question, refusal: Refusal) -> Question:
    """Return the question asked again, with what was most likely meant to accept."""
    if refusal.suggested_answer is None:
        return question
    words = in_words(refusal.suggested_answer, question.choices)
    return replace(question, proposal=refusal.suggested_answer, proposal_label=words)


def _said_back(question: Question, input_text: str, draft: Draft, terminal: Terminal) -> None:
    """Say what was understood, when it is not what was typed."""
    answer: Answer = draft.answers.get(question.path)
    words = in_words(answer, question.choices)
    is_plain = question.field is None or question.path == ("debut",)
    is_new = input_text.strip() not in ("", words)
    if not is_new or is_plain or question.one_a_line:
        return
    if question.path == TOWN and (code := draft.text_at(*POSTAL_CODE)):
        words = f"{words} ({code})"
    if words or not draft.answers.get(question.path):
        terminal.say(f"   → {words or 'laissé de côté'}")
