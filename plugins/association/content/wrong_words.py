"""Words that the vocabulary has twice, and regions of a country that there is not. Pure."""

from collections.abc import Iterator

from ..core.words import fold, slug_of, suggestion
from ..problems.findings import Finding
from ..source.frontmatter import FrontMatter
from .countries import country_code
from .vocabulary import KINDS, Vocabulary, WrittenVocabulary, WrittenWord
from .written import Path


def wrong_words(
    written: WrittenVocabulary, front: FrontMatter, words: Vocabulary
) -> Iterator[Finding]:
    """Yield what is wrong between the words of ``vocabulaire.yml``, each fault once."""
    for kind, noun in KINDS.items():
        key = WrittenVocabulary.model_fields[kind].alias or kind
        yield from _repeated_words(getattr(written, kind), key, noun, front)
    names: dict[str, Path] = {}
    for rank, name in enumerate(written.own_names):
        path = ("noms_propres", rank)
        if names.setdefault(name, path) != path:
            yield _repeated(names[name], path, "nom propre", front)
    yield from _repeated_terms(written, front)
    known: dict[str, Path] = {}
    for rank, entity in enumerate(written.entities):
        of_entity: Path = ("personnes_et_organismes", rank, "nom")
        if (first := known.setdefault(fold(entity.name), of_entity)) != of_entity:
            yield _repeated(first, of_entity, "personne ou organisme", front)
    for rank, region in enumerate(written.regions):
        if region.country not in words.of_kind("countries"):
            yield _unknown_country(region.country, front, ("regions", rank, "pays"), words)


def _repeated_words(
    listed: tuple[WrittenWord, ...], key: str, noun: str, front: FrontMatter
) -> Iterator[Finding]:
    """Yield the words of a list that have the name or the address of one before."""
    names: dict[str, Path] = {}
    addresses: dict[str, Path] = {}
    for rank, word in enumerate(listed):
        path = (key, rank, "nom")
        known = names.setdefault(fold(word.name), path)
        known = addresses.setdefault(word.slug or slug_of(word.name), known)
        if known != path:
            yield _repeated(known, path, noun, front)


def _repeated_terms(written: WrittenVocabulary, front: FrontMatter) -> Iterator[Finding]:
    """Yield the names and forms of the glossary that another of its terms has."""
    names: dict[str, tuple[Path, int]] = {}
    for rank, term in enumerate(written.glossary):
        forms = enumerate(term.other_forms)
        paths = [(term.name, ("terme",)), *((form, ("autres_formes", n)) for n, form in forms)]
        for name, last in paths:
            path: Path = ("glossaire", rank, *last)
            known, of_rank = names.setdefault(fold(name), (path, rank))
            if known != path and (of_rank != rank or last == ("terme",)):
                yield _repeated(known, path, "terme du glossaire", front)


def _repeated(known: Path, path: Path, noun: str, front: FrontMatter) -> Finding:
    return Finding(
        front.span_of(path),
        "valeur-en-double",
        f"ce mot est déjà dans la liste, ou un autre de même adresse ({noun})",
        "effacez l’un des deux",
        related=front.span_of(known),
        related_label="déjà écrit ici",
    )


def _unknown_country(text: str, front: FrontMatter, path: Path, words: Vocabulary) -> Finding:
    code = country_code(text)
    near = words.country(code).name if code else suggestion(text, words.of_kind("countries"))
    return Finding(
        front.span_of(path),
        "valeur-inconnue",
        f"« {text} » n’est le nom d’aucun pays, tel que le site l’écrit",
        f"vouliez-vous dire « {near} » ?" if near else "corrigez le nom du pays",
        replacements=front.instead(path, near) if code and near else (),
    )
