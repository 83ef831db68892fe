"""What somebody typed, to the answer it means, or to what the checker would say of it. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError

from ...content.french_dates import hour_in_words
from ...content.french_hours import read_hours
from ...content.french_times import SaidTime, at_hours, read_time
from ...content.moments import first_day, last_day, written
from ...content.reading_error import ReadingError
from ...content.values import parse_when, parse_yes_no
from ...core.words import fold
from ...problems.findings import Finding, Span
from ...problems.report import Problem, problem_of
from .choices import Guess, Guesser, chosen, near_choices, read_choices
from .draft import Answer, Draft, DraftContext
from .examination import objections
from .kinds import HOURS, PAUSE, POSTAL_CODE, SAME, SURE, TEXT, TOWN, Path
from .proposals import series_values
from .questions import Question
from .towns import town_meant

_YES = (
    *("oui", "o", "y", "yes", "ok", "okay", "ouais", "exact", "parfait", "vrai", "d'accord"),
    *("bien sur", "tout a fait", "c'est cela", "c'est ca", "c'est bon", "oui merci"),
)
_NO = ("non", "n", "no", "nan", "faux", "non merci", "pas du tout", "jamais")
_YES_NO = {**dict.fromkeys(_YES, "oui"), **dict.fromkeys(_NO, "non")}
# What is only written in another way than in files: the mend is taken, and said back.
_WRITING = {"date", "heure", "prix", "nombre", "telephone", "adresse-web", "adresse-courriel"}
_NOTHING = {"-", "–", "—"}
# The same in words, where an answer may be left out.
_NOTHING_IN_WORDS = re.compile(
    r"rien|aucune?|neant|vide|non|plus tard|je ne sais pas|(?:pas|aucune?|sans) (?:d[e'] ?)?\S+"
)

Answers = Mapping[Path, Answer]


@dataclass(frozen=True)
class Refusal:
    """Why an answer is refused, and the most likely intended one, which Enter accepts."""

    problems: tuple[Problem, ...]
    suggested_answer: Answer = None


def record_answer(
    question: Question, input_text: str, draft: Draft, draft_context: DraftContext
) -> Draft | Refusal:
    """Return the draft with what was ``typed`` to a question; nothing typed takes the proposal.

    « - » leaves out what may be left out. The values of a list of sentences stand on their lines.
    """
    plain = _strip_quotes(input_text.strip())
    if _is_left_out(question, plain, draft, draft_context):
        return _left_out(question, draft)
    if question.field is None and question.is_yes_no:
        return _decide(question, plain or str(question.proposal or ""), draft, draft_context)
    return _interpret(question, plain, draft, draft_context)


def _is_left_out(question: Question, plain: str, draft: Draft, draft_context: DraftContext) -> bool:
    if not plain:
        return question.proposal is None
    if plain in _NOTHING:
        return True
    is_sentence = question.path == TEXT or question.one_a_line
    if question.is_required or question.is_yes_no or is_sentence:
        return False
    is_said = _NOTHING_IN_WORDS.fullmatch(fold(plain).rstrip(" .!")) is not None
    return is_said and not chosen(question, plain, _guesser(question, draft, draft_context))


def _yes_or_no(input_text: str) -> str:
    """Return « oui » or « non » for the words that mean it, else what was typed."""
    return _YES_NO.get(fold(input_text).rstrip(" .!"), input_text)


def _strip_quotes(input_text: str) -> str:
    """Return what was typed without the straight quotes around it that files ask for."""
    inside = input_text[1:-1]
    return inside if input_text == f'"{inside}"' and '"' not in inside else input_text


def _left_out(question: Question, draft: Draft) -> Draft | Refusal:
    if not question.is_required:
        return draft.with_answers({question.path: None})
    if question.path == TEXT:
        return _refusal("texte-a-ecrire", "le texte manque", "écrivez-en la première phrase")
    return _refusal(
        "champ-manquant",
        "il faut une réponse à cette question",
        "tapez-la, puis Entrée ; « ? » dit ce qui est attendu",
    )


def _interpret(
    question: Question, plain: str, draft: Draft, draft_context: DraftContext
) -> Draft | Refusal:
    """Return the draft with the answer of a field, or of hours, that is not left out."""
    if not plain and question.path != HOURS:
        return _check(question, {question.path: question.proposal or ""}, draft, draft_context)
    try:
        meaning = _meaning(question, plain or str(question.proposal), draft, draft_context)
    except ReadingError as error:
        code = "heure" if question.path == HOURS else "date"
        refusal = _refusal(code, error.says, error.fix)
        return replace(refusal, suggested_answer=error.likely or None)
    taken = _check(question, meaning, draft, draft_context)
    if isinstance(taken, Draft) or not question.choices:
        return taken
    typed = meaning.get(question.path) or []
    items = [typed] if isinstance(typed, str) else typed
    near = near_choices(question, items, _guesser(question, draft, draft_context))
    return Refusal(taken.problems, near) if near else _not_offered(question, plain)


def _guesser(question: Question, draft: Draft, draft_context: DraftContext) -> Guesser:
    """Return what takes a word for a choice as the checker's mend of a file would."""
    values = {choice.value for choice in question.choices}

    def guess(said: str) -> Guess:
        alone: Answers = {question.path: [said] if question.is_list else said}
        problem = next(iter(_new_objections(alone, draft, draft_context)), None)
        quoted = re.search("« (.+?) »", problem.fix) if problem else None
        if problem is None or quoted is None or quoted[1] not in values:
            return Guess()
        return Guess(quoted[1], problem.fix.startswith("écrivez "))

    return guess


def _not_offered(question: Question, plain: str) -> Refusal:
    """Refuse what is none of the choices, in the words of a list: the checker speaks of a file."""
    if question.is_yes_no:
        return _refusal("oui-non", f"« {plain} » n’est ni oui ni non", "tapez oui ou non")
    message = f"« {plain} » n’est pas dans la liste"
    numbers = "des numéros de la liste, séparés par des virgules"
    one = "un numéro de la liste ; « ? » la montre de nouveau"
    return _refusal("valeur-inconnue", message, f"tapez {numbers if question.is_list else one}")


def _refusal(code: str, message: str, fix: str) -> Refusal:
    return Refusal((problem_of(Finding(Span(), code, message, fix), "", ()),))


def _check(
    question: Question, meaning: Answers, draft: Draft, draft_context: DraftContext
) -> Draft | Refusal:
    """Return the draft with an answer that the checker has nothing against, mended if need be."""
    found = _new_objections(meaning, draft, draft_context)
    if not found:
        return draft.with_answers(meaning)
    mend = found[0].fix.removeprefix("écrivez ")
    mended = {question.path: mend}
    if found[0].code in _WRITING and not _new_objections(mended, draft, draft_context):
        return draft.with_answers(mended)
    return Refusal(found)


def _new_objections(
    meaning: Answers, draft: Draft, draft_context: DraftContext
) -> tuple[Problem, ...]:
    """Return what the checker says of an answer and did not say before."""
    after = objections(draft.with_answers(meaning), draft_context)
    before = objections(draft, draft_context) if after else []
    known = {(problem.code, problem.message) for problem in before}
    return tuple(problem for problem in after if (problem.code, problem.message) not in known)


def _decide(
    question: Question, input_text: str, draft: Draft, draft_context: DraftContext
) -> Draft | Refusal:
    """Return the draft once oui or non was said to what is no field."""
    try:
        is_yes = parse_yes_no(_yes_or_no(input_text))
    except PydanticCustomError as error:
        words = error.context or {}
        return _refusal(error.type, str(words["message"]), str(words["fix"]))
    if question.path == SURE and not is_yes:
        return draft.without(("debut",), ("fin",), HOURS, PAUSE)
    more = series_values(draft, draft_context) if question.path == SAME and is_yes else {}
    return draft.with_answers({**more, question.path: "oui" if is_yes else "non"})


def _meaning(
    question: Question, input_text: str, draft: Draft, draft_context: DraftContext
) -> Answers:
    """Return the answers that what was typed gives, in the form of files where it is understood."""
    path = question.path
    if path == HOURS:
        return _with_hours(input_text, draft)
    if is_time(question):
        return _when(path, input_text, draft_context)
    if question.one_a_line:
        return {path: [" ".join(line.split()) for line in input_text.splitlines() if line.strip()]}
    guess = _guesser(question, draft, draft_context)
    if question.is_list:
        return {path: read_choices(question, input_text, guess)}
    if question.is_yes_no:
        return {path: _yes_or_no(input_text)}
    plain = " ".join(input_text.split())
    return (
        _of_town(plain, draft_context)
        if path == TOWN
        else {path: chosen(question, plain, guess) or plain}
    )


def _of_town(input_text: str, draft_context: DraftContext) -> dict[Path, Answer]:
    """Return the town as it is spelt, with the postal code that was typed or meant with it."""
    town, code = town_meant(input_text)
    answers: dict[Path, Answer] = {TOWN: town}
    if code and POSTAL_CODE in draft_context.fields:
        answers[POSTAL_CODE] = code
    return answers


def is_time(question: Question) -> bool:
    """Return whether a day, an hour or a month is expected."""
    field = question.field
    return field is not None and str(field.item.get("pattern", "")).startswith(r"^(\d{4}-\d{2}")


def _when(path: Path, input_text: str, draft_context: DraftContext) -> Answers:
    """Return the answers that a time gives. Raises ReadingError."""
    said = read_time(input_text, draft_context.today)
    if path == ("debut",):
        return _of_time(said)
    if said.end is not None:
        raise ReadingError("un seul jour est attendu ici", example="19 mars 2027")
    return {path: written(said.start)}


def _of_time(said: SaidTime) -> dict[Path, Answer]:
    """Return the answers of an event's time; a pause has no field, and is only told."""
    answers: dict[Path, Answer] = {("debut",): written(said.start)}
    if said.end is not None:
        answers[("fin",)] = written(said.end)
    if said.pause is not None:
        first, last = said.pause
        answers[PAUSE] = f"de {hour_in_words(first)} à {hour_in_words(last)}"
    return answers


def _with_hours(input_text: str, draft: Draft) -> Answers:
    """Return the answers of an event of one day or several whose hours are said.

    Raises ReadingError.
    """
    first = first_day(parse_when(draft.text_at("debut")))
    end = draft.text_at("fin")
    last = last_day(parse_when(end)) if end else None
    span = read_hours(input_text, is_of_several_days=last is not None)
    return {**_of_time(at_hours(first, last, span)), HOURS: input_text}
