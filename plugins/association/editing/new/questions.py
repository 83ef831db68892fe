"""The next thing to ask of a draft: the words of the schema, what Enter accepts, the choices. Pure.

There is no list of questions made beforehand: each answer may make another one needless.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ...content.entry import Entry, order_of, title_of
from ...content.event_states import state_of
from ...content.french_dates import day_in_words, listed, slot_in_words, when_in_words
from ...content.moments import first_day
from ...content.schema import WrittenEntry, WrittenEvent, WrittenPractitioner
from ...content.times import Slot
from ...content.values import parse_when
from ...core.words import fold
from ...events.occurrences import occurrences
from .draft import Answer, Draft, DraftContext
from .fields import Field
from .kinds import CONSENT, HOURS, PAUSE, SAME, SURE, TEXT, Path
from .proposals import model_of, proposal, series_values
from .towns import countries_of, is_french

_MOST_REPORTS = 9


@dataclass(frozen=True)
class Choice:
    """A value that may be chosen, with the words that name it beside its number."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """``prompt`` is the sentence, ``key`` the name of the field in files; Enter takes ``proposal``.

    ``field`` is None for what is asked beside the schema. ``one_a_line`` asks for a list of
    sentences, each on its line.
    """

    path: Path
    prompt: str
    key: str
    is_required: bool = True
    proposal: Answer = None
    proposal_label: str = ""
    example: str = ""
    choices: tuple[Choice, ...] = ()
    field: Field | None = None

    @property
    def is_list(self) -> bool:
        """Whether it takes several values."""
        return self.field is not None and self.field.is_list

    @property
    def one_a_line(self) -> bool:
        """Whether its values are sentences, which hold commas."""
        return self.is_list and not self.choices

    @property
    def is_yes_no(self) -> bool:
        """Whether the answer is oui or non."""
        return self.path in (CONSENT, SAME, SURE) or self.words_are(("oui", "non"))

    def words_are(self, words: tuple[str, ...]) -> bool:
        """Return whether its values are exactly these."""
        return self.field is not None and self.field.words == words


def next_question(draft: Draft, draft_context: DraftContext) -> Question | None:
    """Return the next thing to ask, or None when the draft is complete."""
    return next(open_questions(draft, draft_context), None)


def open_questions(draft: Draft, draft_context: DraftContext) -> Iterator[Question]:
    """Yield the open questions, as far as the answers so far determine them."""
    for path in _order(draft, draft_context):
        if path not in draft.answers and _applies(path, draft, draft_context):
            yield question(path, draft, draft_context)


def _order(draft: Draft, draft_context: DraftContext) -> list[Path]:
    """Return the paths to ask in order: those of the kind, then what the schema needs besides."""
    kind = draft.kind
    asked = list(kind.again if draft.model else kind.questions)
    needed = [
        path
        for path, field in draft_context.fields.items()
        if field.is_always and path not in asked and path[0] not in draft.copied_values
    ]
    rank = asked.index(("resume",)) if ("resume",) in asked else len(asked)
    needed = [path for path in needed if path != ("ordre",)]
    return [*asked[:rank], *needed, *asked[rank:]]


def is_required(path: Path, draft: Draft, draft_context: DraftContext) -> bool:
    """Return whether a question must be answered."""
    if path in (CONSENT, SAME, SURE) or path in draft.kind.required_fields:
        return True
    field = draft_context.fields.get(path)
    if field is None:
        return False
    begun = any(other[0] == path[0] and answer for other, answer in draft.answers.items())
    return field.is_always or (field.is_required and begun)


def _applies(path: Path, draft: Draft, draft_context: DraftContext) -> bool:
    condition = _CONDITIONS.get(path)
    return condition is None or condition(draft, draft_context)


def _is_in_a_place(draft: Draft, _draft_context: DraftContext) -> bool:
    return draft.text_at("mode") != "en ligne"


def _has_town(draft: Draft, _draft_context: DraftContext) -> bool:
    return bool(draft.text_at("lieu", "ville"))


def _has_company(draft: Draft, _draft_context: DraftContext) -> bool:
    return bool(draft.text_at("entreprise", "forme"))


def _is_in_a_numbered_series(draft: Draft, draft_context: DraftContext) -> bool:
    return proposal(("numero",), draft, draft_context) is not None


def _may_be_abroad(draft: Draft, draft_context: DraftContext) -> bool:
    """Return whether no French town has the name, or some town abroad has it too."""
    town = draft.text_at("lieu", "ville")
    return bool(town) and (not is_french(town) or bool(countries_of(town, draft_context)))


_CONDITIONS: Mapping[Path, Callable[[Draft, DraftContext], bool]] = {
    ("numero",): _is_in_a_numbered_series,
    HOURS: lambda draft, _draft_context: len(draft.text_at("debut")) == len("2027-03-14"),
    SURE: lambda draft, _draft_context: bool(draft.text_at("debut")),
    SAME: lambda draft, draft_context: bool(series_values(draft, draft_context)),
    ("lieu", "ville"): _is_in_a_place,
    ("lieu", "nom"): _has_town,
    ("lieu", "adresse"): _has_town,
    ("lieu", "code_postal"): _has_town,
    ("lieu", "pays"): _may_be_abroad,
    ("visio",): lambda draft, _draft_context: draft.text_at("mode") in ("en ligne", "mixte"),
    ("inscription", "avant_le"): lambda draft, _draft_context: (
        draft.model is not None
        and "avant_le" in str(draft.model.front.plain().get("inscription", ""))
    ),
    ("metiers", "valable_jusqu_au"): lambda draft, _draft_context: bool(
        draft.text_at("metiers", "certifie_le")
    ),
    ("contact", "telephone"): lambda draft, _draft_context: (
        "téléphone" in draft.list_at("consentement", "pour")
    ),
    ("contact", "courriel"): lambda draft, _draft_context: (
        "courriel" in draft.list_at("consentement", "pour")
    ),
    ("entreprise", "forme"): lambda draft, _draft_context: (
        "entreprise" in draft.list_at("consentement", "pour")
    ),
    ("entreprise", "siret"): _has_company,
    ("entreprise", "declaration_activite"): _has_company,
    ("titre_menu",): lambda draft, _draft_context: draft.text_at("menu") == "principal",
    ("evenement",): lambda draft, _draft_context: (
        draft.model is None or "evenement" in draft.model.front.plain()
    ),
}


def question(path: Path, draft: Draft, draft_context: DraftContext) -> Question:
    """Return what is asked at a path."""
    proposed = proposal(path, draft, draft_context)
    field = draft_context.fields.get(path)
    required = is_required(path, draft, draft_context)
    if field is None:
        says = _SENTENCES[path](draft, draft_context)
        said = proposed if isinstance(proposed, str) else ""
        return Question(path, says, path[0], required, proposed, _hours_said(path, said))
    choices = _choices(path, field, draft_context)
    if not required and proposed is None and "default" in field.node:
        proposed = str(field.node["default"])
    return Question(
        path,
        str(field.node["description"]),
        ".".join(path),
        required,
        proposed,
        in_words(proposed, choices),
        "" if choices or proposed else field.example,
        choices,
        field,
    )


def _hours_said(path: Path, hours: str) -> str:
    if path != HOURS or not hours:
        return hours
    start, _, end = hours.partition("–")
    return f"de {_hour(start)} à {_hour(end)}" if end else f"à {_hour(start)}"


def _hour(text: str) -> str:
    hour, _, minute = text.partition(":")
    return f"{int(hour)} h {minute}" if minute != "00" else f"{int(hour)} h"


def in_words(answer: Answer, choices: tuple[Choice, ...] = ()) -> str:
    """Return an answer in words: a day with its weekday, a file by what it is about."""
    labels = {choice.value: choice.label for choice in choices}
    if isinstance(answer, list):
        return listed([labels.get(item, item) for item in answer])
    if not answer:
        return ""
    return labels.get(answer) or _day_said(answer)


def _day_said(text: str) -> str:
    if len(text) < len("2027-03") or not text[:4].isdigit() or text[4] != "-":
        return text
    try:
        return when_in_words(parse_when(text), weekday=True)
    except ValueError:
        return text


def _choices(path: Path, field: Field, draft_context: DraftContext) -> tuple[Choice, ...]:
    if path == ("evenement",):
        return tuple(Choice(event.slug, _dated(event)) for event in _to_report(draft_context))
    if field.folder:
        entries = draft_context.content.entries[field.folder].values()
        return tuple(
            Choice(entry.slug, title_of(entry)) for entry in sorted(entries, key=_order_of)
        )
    return tuple(Choice(word, word) for word in field.words)


def _order_of(entry: Entry[WrittenEntry]) -> tuple[str, ...]:
    """Return what entries are sorted by where one is chosen: people as in the directory."""
    written = entry.written
    if isinstance(written, WrittenPractitioner):
        return order_of(written)
    return (fold(title_of(entry)), entry.slug)


def _dated(event: Entry[WrittenEvent]) -> str:
    return f"{title_of(event)} ({day_in_words(first_day(event.written.start))})"


def _to_report(draft_context: DraftContext) -> list[Entry[WrittenEvent]]:
    """Return the events that took place, those without a report first, latest first."""
    content = draft_context.content
    told = {item.written.event for item in content.news.values()}
    past = [
        event
        for event in content.events.values()
        if state_of(event.written).takes_place
        and any(item.slot.is_over(draft_context.asof) for item in occurrences(event))
    ]
    past.sort(key=lambda event: first_day(event.written.start), reverse=True)
    return sorted(past, key=lambda event: event.slug in told)[:_MOST_REPORTS]


def slot_of(draft: Draft) -> Slot:
    """Return when the event of a draft takes place, as answered."""
    end = draft.text_at("fin")
    return Slot(parse_when(draft.text_at("debut")), parse_when(end) if end else None)


def _begin(sentence: str) -> str:
    """Return a sentence with its capital."""
    return sentence[:1].upper() + sentence[1:]


def _pause(draft: Draft) -> str:
    pause = draft.text_at(*PAUSE)
    return f"La pause, {pause}, s’écrit dans le texte. " if pause else ""


def _same_as(draft: Draft, draft_context: DraftContext) -> str:
    model = model_of(draft, draft_context)
    answers = {
        path: answer for path, answer in series_values(draft, draft_context).items() if answer
    }
    known = [
        f"{_SAID_WITH.get(path, '')}{in_words(answer)}"
        for path, answer in answers.items()
        if path not in _NOT_SAID
    ]
    return f"Comme « {_title_of(model)} » : {', '.join(known)} ?"


_SAID_WITH: Mapping[Path, str] = {("inscription", "tarif"): "tarif "}
_NOT_SAID = {
    *(("lieu", "latitude"), ("lieu", "longitude"), ("lieu", "code_postal"), ("lieu", "acces")),
    ("organisateurs",),
}


def _title_of(model: Entry[WrittenEntry] | None) -> str:
    return title_of(model) if model else ""


_SENTENCES: Mapping[Path, Callable[[Draft, DraftContext], str]] = {
    TEXT: lambda _draft, draft_context: (
        "La première phrase du texte ; la suite s’écrit dans le fichier."
        + (" Entrée : tout plus tard, en brouillon." if draft_context.has_drafts else "")
    ),
    CONSENT: lambda _draft, _draft_context: (
        "La personne a-t-elle donné par écrit son accord pour paraître dans l’annuaire ?"
    ),
    SAME: _same_as,
    HOURS: lambda draft, _draft_context: (
        (
            "De quelle heure le premier jour à quelle heure le dernier ? Exemple : de 14 h à 12 h."
            if draft.text_at("fin")
            else "À quelles heures ? Par exemple : de 9 h 30 à 17 h."
        )
        + " « - » : toute la journée."
    ),
    SURE: lambda draft, _draft_context: (
        f"{_begin(slot_in_words(slot_of(draft)))}. {_pause(draft)}Est-ce bien cela ?"
    ),
}
