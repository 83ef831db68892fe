"""The words by which people are found besides their facets, for the browser. Pure.

« annuaire/mots.json »: for each audience, theme and form, the key of its facet, its slug, its name
and what visitors say for it, between bars. « annuaire/textes.json »: ``stems``, all the words of
the profiles by their stems, and ``people``, for each person of the filter's index the places of
theirs. Read by ``theme/static/js/vocabulaire.js``.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape

from ..content.entry import Practitioner
from ..content.vocabulary import Vocabulary
from ..core.french_stems import stem, tokens
from ..core.results_cache import NO_CACHE, ResultsCache
from .facets import ROOT, SUBJECTS

WORDS = f"{ROOT}mots.json"
TEXTS = f"{ROOT}textes.json"
_TAG = re.compile(r"<[^>]+>")
# Shorter words say nothing of what somebody works on.
_SHORTEST = 3


def visitors_words(vocabulary: Vocabulary) -> bytes:
    """Return what visitors say for each value of the facets that have such words."""
    return _as_json(
        [
            [facet.key, word.slug, word.name, "|".join(vocabulary.words_for(facet.field, word))]
            for facet in SUBJECTS
            for word in vocabulary.of_kind(facet.field).values()
        ]
    )


def profile_words(people: Iterable[Practitioner], results: ResultsCache = NO_CACHE) -> bytes:
    """Return the words of the profiles of ``people``, in their order."""
    of_people = [_stems(tuple(_texts(person)), results) for person in people]
    known = sorted(set().union(*of_people))
    place = {word: at for at, word in enumerate(known)}
    listed = [sorted(place[word] for word in words) for words in of_people]
    return _as_json({"stems": " ".join(known), "people": listed})


def _stems(texts: tuple[str, ...], results: ResultsCache) -> frozenset[str]:
    def made() -> frozenset[str]:
        words = (token for text in texts for token in tokens(text))
        return frozenset(stem(word) for word in words if len(word) >= _SHORTEST)

    return results.get_or_compute(("stems", *texts), made)


def _texts(person: Practitioner) -> Iterator[str]:
    """Yield what the page of a person says in its own words."""
    written = person.written
    yield from (written.slogan, written.practice or "")
    yield unescape(_TAG.sub(" ", person.body.html))
    yield written.supervision or ""
    for step in written.career:
        yield step.text
    for project in written.projects:
        yield from (project.title, project.summary or "", project.funding or "", *project.partners)


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
