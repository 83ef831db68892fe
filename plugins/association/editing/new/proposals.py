"""What Enter accepts: the next number, the place of last time, today, the region of a town. Pure.

A proposal comes from what the site already holds; there is none where a guess would be invented.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Any

from ...content.entry import Entry
from ...content.moments import first_day
from ...content.schema import WrittenEntry, WrittenEvent, WrittenPractitioner
from ...core.words import fold
from .draft import Answer, Draft, DraftContext
from .kinds import CONSENT, HOURS, SAME, SURE, Path
from .towns import countries_of, is_french, postal_codes_of

Event = Entry[WrittenEvent]

# What a copy proposes again, to be changed or not.
_KEPT_WORDS: frozenset[Path] = frozenset(
    {("titre",), ("resume",), ("masculin",), ("feminin",), ("evenement",)}
)


def proposal(path: Path, draft: Draft, draft_context: DraftContext) -> Answer:
    """Return the answer proposed for a question, or None."""
    maker = _MAKERS.get(path)
    found = maker(draft, draft_context) if maker else None
    if found is None and (model := model_of(draft, draft_context)):
        is_repeated = path in draft.kind.series_fields or (draft.model and path in _KEPT_WORDS)
        found = _of_model(path, model) if is_repeated else None
    return found or None


def model_of(draft: Draft, draft_context: DraftContext) -> Entry[WrittenEntry] | None:
    """Return what a draft takes after: what it copies, else the last event of its series."""
    if draft.model or not draft.text_at("serie"):
        return draft.model
    return next(iter(_latest_first(_series(draft, draft_context))), None)


def series_values(draft: Draft, draft_context: DraftContext) -> dict[Path, Answer]:
    """Return all that an event takes from the last one of its series, as answers."""
    model = model_of(draft, draft_context)
    if model is None:
        return {}
    return {path: _of_model(path, model) for path in draft.kind.series_fields}


def _of_model(path: Path, model: Entry[WrittenEntry]) -> Answer:
    value: Any = model.front.plain()
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    is_plain = isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )
    return value if is_plain else None


def _series(draft: Draft, draft_context: DraftContext) -> list[Event]:
    name = fold(draft.text_at("serie"))
    return [
        event
        for event in draft_context.content.events.values()
        if event.written.series and fold(event.written.series.name) == name
    ]


def _next_number(draft: Draft, draft_context: DraftContext) -> str | None:
    model = draft.model
    series = _series(draft, draft_context)
    if model and isinstance(model.written, WrittenEvent) and model.written.series:
        name = model.written.series
        series = [
            item for item in draft_context.content.events.values() if item.written.series == name
        ]
    numbers = [event.written.number for event in series if event.written.number is not None]
    return str(max(numbers) + 1) if numbers else None


def _title(draft: Draft, draft_context: DraftContext) -> str | None:
    if draft.kind.folder == "metiers":
        return both_genders(draft.text_at("masculin"), draft.text_at("feminin"))
    number = draft.text_at("numero")
    if draft.model and number:
        title = str(_of_model(("titre",), draft.model) or "")
        return re.sub(r"^\d+(?:re|er|e)\b", _ordinal(number, "f"), title)
    series = draft_context.content.vocabulary.of_kind("series").get(draft.text_at("serie"))
    if series is None or not number:
        return None
    return f"{_ordinal(number, series.gender)} {series.singular}"


def _ordinal(number: str, gender: str) -> str:
    return {"f": "1re", "m": "1er"}[gender] if number == "1" else f"{number}e"


def both_genders(masculine: str, feminine: str) -> str | None:
    """Return « Intervenant·e en… » from both names, when their first words tell them apart."""
    (him, _, rest), (her, _, other) = masculine.partition(" "), feminine.partition(" ")
    if not him or rest != other:
        return None
    if her == him:
        return masculine
    if her == f"{him}e":
        return f"{him}·e {rest}".strip()
    if him.endswith("teur") and her == f"{him[:-4]}trice":
        return f"{him}·trice {rest}".strip()
    return None


def _hours(draft: Draft, draft_context: DraftContext) -> str | None:
    """Return « 09:30–17:30 » of what is copied, or of the last event of the series with an hour."""
    models = [draft.model] if draft.model else _latest_first(_series(draft, draft_context))
    return next((hours for model in models if (hours := _hours_of(model))), None)


def _hours_of(model: Entry[WrittenEntry]) -> str:
    moments = (str(_of_model((key,), model) or "") for key in ("debut", "fin"))
    return "–".join(moment.partition(" ")[2] for moment in moments if " " in moment)


def _latest_first(events: list[Event]) -> list[Event]:
    return sorted(events, key=lambda event: first_day(event.written.start), reverse=True)


def _next_rank(draft: Draft, draft_context: DraftContext) -> str | None:
    """Return the place after the last one, among the pages of the same menu."""
    menu = draft.text_at("menu")
    if draft.kind.folder == "pages" and not menu:
        return None
    ranks = [
        int(entry.front.plain().get("ordre", 0))  # type: ignore[call-overload]
        for entry in draft_context.entries.values()
        if not menu or entry.front.plain().get("menu") == menu
    ]
    return str(max(ranks, default=0) + 1)


def _speakers(draft: Draft, draft_context: DraftContext) -> list[str] | None:
    event = draft_context.content.events.get(draft.text_at("evenement"))
    return list(event.written.speakers) if event and event.written.speakers else None


def _home_region(draft: Draft, draft_context: DraftContext) -> list[str] | None:
    country = draft.text_at("lieu", "pays") or "France"
    code = draft.text_at("lieu", "code_postal")
    region = draft_context.content.vocabulary.region_of(code, country)
    return [region.name] if region else None


def _postal_code(draft: Draft, _draft_context: DraftContext) -> str | None:
    """Return the first postal code of a town, unless it is said to be abroad."""
    is_abroad = draft.text_at("lieu", "pays") not in ("", "France")
    return None if is_abroad else next(iter(postal_codes_of(draft.text_at("lieu", "ville"))), None)


def _country(draft: Draft, draft_context: DraftContext) -> str | None:
    """Return the country of a town whose name no French town has."""
    town = draft.text_at("lieu", "ville")
    return None if is_french(town) else next(iter(countries_of(town, draft_context)), None)


def _place_of_town(key: str) -> Callable[[Draft, DraftContext], str | None]:
    """Return what proposes a detail of the place where the last event of the town was."""

    def make(draft: Draft, draft_context: DraftContext) -> str | None:
        town = fold(draft.text_at("lieu", "ville"))
        there = [
            event
            for event in draft_context.content.events.values()
            if event.written.place and fold(event.written.place.city) == town
        ]
        last = next(iter(_latest_first(there)), None)
        found = _of_model(("lieu", key), last) if last else None
        return found if isinstance(found, str) else None

    return make


def _expiry(draft: Draft, draft_context: DraftContext) -> str | None:
    """Return the end of a certificate as long as most others are."""
    granted = draft.text_at("metiers", "certifie_le")
    if not granted:
        return None
    years = _most_frequent(
        held.expires.year - held.granted.year
        for held in chain.from_iterable(
            _certifications_of(draft_context, person) for person in draft_context.entries
        )
        if held.granted and held.expires
    )
    start = date.fromisoformat(granted)
    try:
        return start.replace(year=start.year + years).isoformat() if years else None
    except ValueError:
        return (start + timedelta(days=365 * years + years // 4)).isoformat()


def _certifications_of(draft_context: DraftContext, slug: str) -> Iterable[Any]:
    written = draft_context.entries[slug].written
    return written.metiers if isinstance(written, WrittenPractitioner) else ()


def _most_frequent(numbers: Iterable[int]) -> int:
    known = list(numbers)
    return max(known, key=known.count, default=0)


_MAKERS: Mapping[Path, Callable[[Draft, DraftContext], Answer]] = {
    CONSENT: lambda _draft, _draft_context: None,
    SAME: lambda _draft, _draft_context: "oui",
    SURE: lambda _draft, _draft_context: "oui",
    HOURS: _hours,
    ("date",): lambda _draft, draft_context: draft_context.today.isoformat(),
    ("numero",): _next_number,
    ("titre",): _title,
    ("ordre",): _next_rank,
    ("praticiens",): _speakers,
    ("regions",): _home_region,
    ("langues",): lambda _draft, draft_context: [
        next(iter(draft_context.content.vocabulary.of_kind("languages")))
    ],
    ("contact", "mode"): lambda _draft, _draft_context: "secrétariat",
    ("lieu", "pays"): _country,
    ("lieu", "nom"): _place_of_town("nom"),
    ("lieu", "adresse"): _place_of_town("adresse"),
    ("lieu", "code_postal"): lambda draft, draft_context: (
        _place_of_town("code_postal")(draft, draft_context) or _postal_code(draft, draft_context)
    ),
    ("metiers", "valable_jusqu_au"): _expiry,
}
