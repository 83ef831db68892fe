"""What somebody typed among choices, to the values that are meant. Pure.

Numbers, names, and the words by which people answer a list: « 1 à 3 », « tout sauf le portrait ».
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...core.words import fold, suggestion
from .draft import Answer
from .questions import Choice, Question

_NUMBERS = re.compile(r"[0-9]+(?:(?:\s*[-–,;/+&]\s*|\s+(?:et|à|a)\s+|\s+)[0-9]+)*")
_RANGE = re.compile(r"([0-9]+)(?:\s*[-–]\s*|\s+[àa]\s+)([0-9]+)|([0-9]+)")
_BETWEEN = re.compile(r"[,;\n\t]")
# What may stand between two values, or inside one.
_PERHAPS_BETWEEN = (re.compile(r"\s+et\s+|\s*[/+&]\s*"), re.compile(r"\s+"))
_ALL = re.compile(r"(?:tout|tous|toutes)(?: les \w+)?(?: (?:sauf|hors|moins) (?P<but>.+))?")
_ARTICLE = re.compile(r"(?i)(?:le|la|les|un|une|son|sa|ses|en|de|du|des) |[ld]['’]")


@dataclass(frozen=True)
class Guess:
    """The value that a word stands for, ``""`` for none, and whether that needs no asking."""

    value: str = ""
    is_sure: bool = False


# What a word that is no choice stands for.
Guesser = Callable[[str], Guess]


def read_choices(question: Question, input_text: str, guess: Guesser) -> list[str]:
    """Return the values named by what was typed; what surely names none stays, to be told."""
    values = [choice.value for choice in question.choices]
    if all_but := _ALL.fullmatch(fold(input_text).rstrip(" .!")):
        left_out = read_choices(question, all_but["but"], guess) if all_but["but"] else []
        if set(left_out) <= set(values):
            return [value for value in values if value not in left_out]
    if numbered := _by_numbers(input_text, values):
        return numbered
    items = (piece.strip() for piece in _BETWEEN.split(input_text))
    named = (value for item in items if item for value in _values_of(question, item, guess))
    return list(dict.fromkeys(named)) or [input_text]


def _by_numbers(input_text: str, values: list[str]) -> list[str]:
    """Return the values of « 1, 3 », « 1 et 3 » or « 1 à 3 », none when a number has no value."""
    if not _NUMBERS.fullmatch(input_text.strip(" .")):
        return []
    ranks: dict[int, None] = {}
    for first, last, alone in _RANGE.findall(input_text):
        bounds = (int(first or alone), int(last or alone))
        if not 0 < bounds[0] <= bounds[1] <= len(values):
            return []
        ranks |= dict.fromkeys(range(bounds[0], bounds[1] + 1))
    return [values[rank - 1] for rank in ranks]


def _values_of(question: Question, item: str, guess: Guesser) -> list[str]:
    """Return the value that an item names, or the values when it names several and nothing else."""
    if value := chosen(question, item, guess):
        return [value]
    for between in _PERHAPS_BETWEEN:
        several = [chosen(question, piece, guess) for piece in between.split(item)]
        named = [value for value in several if value]
        if len(named) == len(several) > 1:
            return named
    return [item]


def chosen(question: Question, input_text: str, guess: Guesser) -> str:
    """Return the value surely named by its number, its label or itself, or ``""``."""
    values = [choice.value for choice in question.choices]
    if input_text in values:
        return input_text
    if numbered := _by_numbers(input_text, values):
        return numbered[0] if len(numbered) == 1 else ""
    names = {fold(name): choice.value for choice in question.choices for name in _names(choice)}
    for said in _with_and_without_article(input_text):
        if value := names.get(fold(said)):
            return value
        if (guessed := guess(said)).is_sure:
            return guessed.value
    return ""


def _with_and_without_article(input_text: str) -> Iterator[str]:
    plain = input_text.rstrip(" .!")
    yield plain
    if _ARTICLE.match(plain):
        yield _ARTICLE.sub("", plain, count=1)


def _names(choice: Choice) -> tuple[str, str]:
    return choice.label, choice.value


def near_choices(question: Question, items: list[str], guess: Guesser) -> Answer:
    """Return what was most likely meant by ``items`` among the choices, or None."""
    by_name = {name: choice.value for choice in question.choices for name in _names(choice)}
    meant: list[str] = []
    for item in items:
        guesses = (guess(said).value for said in _with_and_without_article(item))
        near = by_name.get(item) or next(filter(None, guesses), "") or suggestion(item, by_name)
        if not near:
            return None
        meant.append(by_name.get(near, near))
    return list(dict.fromkeys(meant)) if question.is_list else meant[0]
