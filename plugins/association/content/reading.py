"""All files of the content's folder to entries, and what is wrong with each. Reads files.

Nothing is dropped without a word: a file that is none of an entry, the vocabulary, a picture or a
document is a problem. What several files say of each other is checked in ``references``.
"""

import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from ..core.cache import digest
from ..core.file_stamps import Stamp, stamp_of
from ..core.results_cache import NO_CACHE, ResultsCache
from ..core.words import slug_of
from ..problems.findings import Finding, Span
from ..problems.report import Problem, problem_of
from ..source import frontmatter, source
from ..source.clean_writing import clean_writing
from ..source.source import Source
from ..source.tangles import TANGLE
from .drawn_summary import drawn_summary, no_summary
from .entry import Entry
from .kind_meant import another_kind, folder_meant
from .misplaced import (
    CAMERA_ENDINGS,
    DOCUMENTS,
    PICTURES,
    STATIC_FOLDERS,
    TEXT_ENDINGS,
    bare_stem,
    lang_of,
    misplaced,
    not_addressable,
)
from .portable_names import unportable_name
from .responses import (
    FoundResponse,
    Response,
    ResponseName,
    is_among_responses,
    response,
    response_name,
)
from .schema import (
    TYPES,
    TitledEntry,
    Vocabulary,
    WrittenCapsule,
    WrittenDigitalDocument,
    WrittenEntry,
    WrittenEvent,
    WrittenGroup,
    WrittenMetier,
    WrittenNews,
    WrittenPage,
    WrittenPractitioner,
    WrittenVocabulary,
    vocabulary,
)
from .silenced_advice import heard
from .text_blocks import text_blocks
from .translations import (
    FoundTranslation,
    Translation,
    TranslationName,
    translation,
    translation_name,
)
from .validation import validated
from .wrong_words import wrong_words

VOCABULARY = "vocabulaire.yml"
# The withdrawals that were asked for; ``withdrawn`` reads them.
RETIRED = "retires.yml"
# Where the addresses of the former site lead; ``left_addresses`` reads them.
REDIRECTIONS = "redirections.yml"
_KNOWN_FILES = {"LICENCE", VOCABULARY, RETIRED, REDIRECTIONS}
_LITTER = {"Thumbs.db", "desktop.ini"}
# Beyond this, a picture was not prepared for the web.
LARGEST_STATIC_FILE = 8_000_000
# What an address can hold as it is, on any host.
_ADDRESSABLE = re.compile(r"[A-Za-z0-9._/-]+")


@dataclass(frozen=True)
class Content:
    """Everything editors wrote, by type and slug, and the problems found so far.

    ``translations`` and ``responses`` are known by their paths from the content's folder, and are
    none of the ``entries``. ``static`` holds the paths of pictures and documents from the content's
    folder, with their sizes in bytes. ``unread`` holds the paths of entries with problems, so that
    a link to one is not reported as broken on top.
    """

    root: Path
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    entries: Mapping[str, Mapping[str, Entry[WrittenEntry]]] = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)
    static: Mapping[str, int] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    files: int = 0
    responses: Mapping[str, Response] = field(default_factory=dict)

    @property
    def news(self) -> Mapping[str, Entry[WrittenNews]]:
        """The news items by slug."""
        return cast("Mapping[str, Entry[WrittenNews]]", self.entries["actualites"])

    @property
    def events(self) -> Mapping[str, Entry[WrittenEvent]]:
        """The events by slug."""
        return cast("Mapping[str, Entry[WrittenEvent]]", self.entries["agenda"])

    @property
    def capsules(self) -> Mapping[str, Entry[WrittenCapsule]]:
        """The capsules by slug."""
        return cast("Mapping[str, Entry[WrittenCapsule]]", self.entries["capsules"])

    @property
    def documents(self) -> Mapping[str, Entry[WrittenDigitalDocument]]:
        """The documents of the archive by slug."""
        return cast("Mapping[str, Entry[WrittenDigitalDocument]]", self.entries["documents"])

    @property
    def groups(self) -> Mapping[str, Entry[WrittenGroup]]:
        """The groups by slug."""
        return cast("Mapping[str, Entry[WrittenGroup]]", self.entries["groupes"])

    @property
    def metiers(self) -> Mapping[str, Entry[WrittenMetier]]:
        """The métiers by slug."""
        return cast("Mapping[str, Entry[WrittenMetier]]", self.entries["metiers"])

    @property
    def pages(self) -> Mapping[str, Entry[WrittenPage]]:
        """The pages by slug."""
        return cast("Mapping[str, Entry[WrittenPage]]", self.entries["pages"])

    @property
    def practitioners(self) -> Mapping[str, Entry[WrittenPractitioner]]:
        """The practitioners by slug."""
        return cast("Mapping[str, Entry[WrittenPractitioner]]", self.entries["praticiens"])

    def all_entries(self) -> Iterator[Entry[WrittenEntry]]:
        """Yield every entry, type by type, in the order of their slugs; then the translations."""
        for of_type in self.entries.values():
            yield from of_type.values()
        yield from (translated.entry for translated in self.translations.values())

    def all_texts(self) -> Iterator[Entry[WrittenEntry]]:
        """Yield every entry, then the texts of the responses, which have no page of their own."""
        yield from self.all_entries()
        yield from (answered.entry for answered in self.responses.values())

    def without_places(self) -> "Content":
        """Return the content as pages need it, once nothing more is said of where words stand.

        Of thousands of entries, what tells that is half of the memory.
        """
        return replace(
            self,
            entries={
                folder: {slug: entry.without_places() for slug, entry in entries.items()}
                for folder, entries in self.entries.items()
            },
            responses={
                path: replace(answered, entry=answered.entry.without_places())
                for path, answered in self.responses.items()
            },
        )


def read(root: Path, cache: ResultsCache = NO_CACHE) -> Content:
    """Return everything in the content's folder ``root``. Never raises for what a file holds.

    ``cache`` holds what was read from the same bytes before.
    """
    words, problems = _read_vocabulary(root, cache)
    reader = _Reader(root, words, problems, cache)
    for path in _walk(root):
        reader.take(path)
    reader.translate()
    if cache.is_lasting:
        _FROM_UNCHANGED_FILES[root] = reader.words, reader.from_files
    return Content(
        root,
        words,
        reader.entries,
        reader.translations,
        reader.static,
        frozenset(reader.unread),
        tuple(reader.problems),
        reader.files,
        reader.responses,
    )


def _walk(folder: Path) -> Iterator[Path]:
    """Yield what lies below ``folder`` in a stable order, hidden files and litter left out.

    Folders come too when they cannot be opened, or have the name of a file.
    """
    left = [folder]
    while left:
        path = left.pop()
        if path != folder and not _is_plain_folder(path):
            yield path
            continue
        try:
            inside = sorted(path.iterdir(), reverse=True)
        except OSError:
            yield path
            continue
        left += [below for below in inside if not _is_litter(below.name)]


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith(("~", ".swp")) or name in _LITTER


def _is_plain_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode) and path.suffix != ".md"
    except OSError:
        return False


def read_vocabulary(root: Path, cache: ResultsCache = NO_CACHE) -> Vocabulary:
    """Return the words of the vocabulary in ``root``: none when it cannot be read."""
    words, _problems = _read_vocabulary(root, cache)
    return words


def _read_vocabulary(root: Path, cache: ResultsCache) -> tuple[Vocabulary, list[Problem]]:
    path = root / VOCABULARY
    name = _source_name(root, path)
    try:
        text = plain_text(path)
    except (OSError, ValueError):
        missing = Finding(
            Span(),
            "vocabulaire",
            "la liste des mots contrôlés est absente ou illisible",
            "remettez le fichier vocabulaire.yml, enregistré en UTF-8",
        )
        return Vocabulary(), [problem_of(missing, name, ())]
    words, findings = cache.get_or_compute(("vocabulary", text), lambda: _vocabulary_of(text))
    return words, [problem_of(finding, name, text.split("\n")) for finding in findings]


def _vocabulary_of(text: str) -> tuple[Vocabulary, tuple[Finding, ...]]:
    front = frontmatter.read(text, 1)
    written, findings = validated(WrittenVocabulary, front, Vocabulary())
    if written is None or front.findings:
        # Words may be missing: their fault is said here, and not in every file that has them.
        return Vocabulary(), (*front.findings, *findings)
    words = vocabulary(written)
    return words, tuple(wrong_words(written, front, words))


def plain_text(path: Path) -> str:
    """Return the text of a file that is no entry. Raises OSError, or ValueError for no text."""
    if not stat.S_ISREG(path.lstat().st_mode) or path.stat().st_size > source.LARGEST_FILE:
        raise ValueError(f"{path.name} is no plain text")
    clean = clean_writing(path.read_bytes())
    if clean is None or any("UTF-8" in words for words in clean.unseen):
        raise ValueError(f"{path.name} is not in UTF-8")
    return clean.text


def _source_name(root: Path, path: Path) -> str:
    """Return a path from the project's root; a name that is no text shows where it is not."""
    name = f"{root.name}/{path.relative_to(root).as_posix()}"
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class _Reader:
    """Takes one path after another and sorts it into entries, static files and problems."""

    def __init__(
        self, root: Path, words: Vocabulary, problems: list[Problem], cache: ResultsCache
    ) -> None:
        self.cache = cache
        self.words = digest(repr(words))
        self.root = root
        self.vocabulary = words
        digest_then, known = _FROM_UNCHANGED_FILES.get(root, (b"", {}))
        self.known = known if digest_then == self.words else {}
        self.from_files: dict[str, _Taken] = {}
        self.problems = problems
        self.entries: dict[str, dict[str, Entry[WrittenEntry]]] = {name: {} for name in TYPES}
        self.translations: dict[str, Translation] = {}
        self.responses: dict[str, Response] = {}
        self.to_translate: list[tuple[Path, TranslationName]] = []
        self.static: dict[str, int] = {}
        # The name of each static file by what is left of it where capitals do not count.
        self.names: dict[str, str] = {}
        self.unread: set[str] = set()
        self.files = 0

    def take(self, path: Path) -> None:
        """Read one path, unless it is the file of an entry that has not changed."""
        stamp = stamp_of(path) if self.cache.is_lasting else None
        known = self.known.get(str(path)) if stamp else None
        if known and known.stamp == stamp and self.cache.keep(known.key):
            self._add(known, path)
            return
        relative = path.relative_to(self.root)
        finding = _of_its_kind(path)
        if finding is None:
            try:
                finding = self._take_file(path, relative, stamp)
            except OSError:
                finding = _UNREADABLE
        if finding:
            self.unread.add(relative.as_posix())
            self.problems.append(problem_of(finding, _source_name(self.root, path), ()))

    def _take_file(self, path: Path, relative: Path, stamp: Stamp | None) -> Finding | None:
        """Read one plain file; return what is wrong with its place, its name or its weight.

        What it gives is remembered by its ``stamp``. An entry of a wrong name is read all the same:
        its name hides no other mistake.
        """
        if relative.as_posix() in _KNOWN_FILES:
            self.files += 1
            return None
        if _is_static(relative):
            return self._take_static(path, relative)
        if is_among_responses(relative):
            return self._take_response(path, relative)
        named = translation_name(relative)
        wrong_place = None if named else misplaced(relative, path)
        if named:
            self.to_translate.append((path, named))
        elif wrong_place is None or _is_entry(relative, path):
            self._take_entry(path, relative, None if wrong_place else stamp)
        return wrong_place

    def translate(self) -> None:
        """Read the translations, now that all that they can be of is known."""
        for path, named in self.to_translate:
            self.files += 1
            found = self._translation(path, named)
            if found.translation is None or found.findings:
                self.unread.add(named.path)
            if found.translation is not None:
                self.translations[named.path] = found.translation

    def _translation(self, path: Path, named: TranslationName) -> FoundTranslation:
        """Read one translation; of a text with problems, those are enough."""
        if named.original in self.unread:
            return FoundTranslation(None, ())
        name = _source_name(self.root, path)
        try:
            content = path.read_bytes()
        except OSError:
            self.problems.append(problem_of(_UNREADABLE, name, ()))
            return FoundTranslation(None, ())
        original = self.entries[named.folder].get(named.slug)

        def made() -> tuple[Source, FoundTranslation]:
            read_source = source.read(content)
            return read_source, translation(named, name, read_source, original, self.vocabulary)

        of_original = original.text_key if original else b""
        key = "translation", named.path, name, self.words, of_original, content
        read_source, found = self.cache.get_or_compute(key, made)
        self.problems += [problem_of(said, name, read_source.lines) for said in found.findings]
        return found

    def _take_response(self, path: Path, relative: Path) -> Finding | None:
        """Read one response; return what is wrong with its place or its name."""
        self.files += 1
        named = response_name(relative)
        if isinstance(named, Finding):
            return named
        name = _source_name(self.root, path)
        content, size = _content_of(path)
        if size and not content:
            read_source = source.too_large(size)
            found = response(named, name, read_source)
        else:
            read_source, found = self.cache.get_or_compute(
                ("response", named.path, name, content),
                lambda: self._made_response(content, named, name),
            )
        self.problems += [problem_of(said, name, read_source.lines) for said in found.findings]
        if found.response is None:
            self.unread.add(named.path)
        else:
            self.responses[named.path] = found.response
        return None

    def _made_response(
        self, content: bytes, named: ResponseName, name: str
    ) -> tuple[Source, FoundResponse]:
        read_source = source.read(content)
        return read_source, response(named, name, read_source)

    def _take_static(self, path: Path, relative: Path) -> Finding | None:
        size = path.stat().st_size
        name = unicodedata.normalize("NFC", relative.as_posix())
        if not _ADDRESSABLE.fullmatch(name):
            self.unread.add(name)
            return not_addressable(relative)
        if unportable := unportable_name(relative):
            self.unread.add(name)
            return unportable
        same = self.names.setdefault(name.casefold(), name)
        if same != name:
            return Finding(
                Span(),
                "noms-confondus",
                f"seules des majuscules distinguent ce fichier de « {same} »",
                "renommez l’un des deux",
            )
        self.static[name] = size
        known = PICTURES if relative.parts[0] == "images" else DOCUMENTS
        if path.suffix.lower() not in known:
            is_photo = path.suffix.lower() in CAMERA_ENDINGS and known is PICTURES
            return Finding(
                Span(),
                "format-de-fichier",
                f"un fichier « {path.suffix or path.name} » n’a pas sa place ici",
                f"faites-en une image pour le web : invoke photos {_source_name(self.root, path)}"
                if is_photo
                else f"formats admis : {', '.join(known)}",
                f"formats admis : {', '.join(known)}" if is_photo else "",
            )
        if size > LARGEST_STATIC_FILE:
            return Finding(
                Span(),
                "fichier-trop-gros",
                f"ce fichier pèse {size / 1e6:.0f} Mo",
                f"réduisez-le : {LARGEST_STATIC_FILE / 1e6:.0f} Mo au plus",
                "« invoke photos » réduit les photographies" if known is PICTURES else "",
            )
        return None

    def _take_entry(self, path: Path, relative: Path, stamp: Stamp | None) -> None:
        folder = relative.parts[0]
        slug = slug_of(bare_stem(relative)) or "nom"
        name = _source_name(self.root, path)
        content, size = _content_of(path)
        if size and not content:
            read_source = source.too_large(size)
            found = entry_of(folder, slug, name, read_source, self.vocabulary)
            stamp = None
        inputs = ("entry", folder, slug, name, self.words, content)
        if not size or content:
            read_source, found = self.cache.get_or_compute(
                inputs, lambda: self._made(content, folder, slug, name)
            )
        said = (problem_of(finding, name, read_source.lines) for finding in found.findings)
        is_read = found.entry is not None and not read_source.front.findings
        key = self.cache.key(inputs) if stamp else b""
        self._add(_Taken(folder, slug, found.entry, tuple(said), is_read, stamp, key), path)

    def _add(self, taken: "_Taken", path: Path) -> None:
        """Add an entry to those that were read."""
        if taken.stamp:
            self.from_files[str(path)] = taken
        self.files += 1
        self.problems += taken.problems
        if not taken.is_read:
            self.unread.add(f"{taken.folder}/{taken.slug}.md")
        if taken.entry is not None:
            self.entries[taken.folder].setdefault(taken.slug, taken.entry)

    def _made(
        self, content: bytes, folder: str, slug: str, name: str
    ) -> tuple[Source, "FoundEntry"]:
        read_source = source.read(content)
        return read_source, entry_of(folder, slug, name, read_source, self.vocabulary)


@dataclass(frozen=True)
class _Taken:
    """What the file of an entry gave.

    ``stamp`` is that of the file, None where nothing tells that it changes; ``key`` is that of its
    result.
    """

    folder: str
    slug: str
    entry: Entry[WrittenEntry] | None
    problems: tuple[Problem, ...]
    is_read: bool
    stamp: Stamp | None
    key: bytes


# By root, the digest of the vocabulary and what each file gave: a process that builds again and
# again need not open what has not changed.
_FROM_UNCHANGED_FILES: dict[Path, tuple[bytes, dict[str, _Taken]]] = {}


def _content_of(path: Path) -> tuple[bytes, int]:
    """Return a text's bytes, none of one too large to be read, and how many it has."""
    size = path.stat().st_size
    return (path.read_bytes() if size <= source.LARGEST_FILE else b""), size


@dataclass(frozen=True)
class FoundEntry:
    """An entry, None when it cannot be relied on, and what is wrong within its file."""

    entry: Entry[WrittenEntry] | None
    findings: tuple[Finding, ...]


def entry_of(folder: str, slug: str, name: str, read: Source, words: Vocabulary) -> FoundEntry:
    """Return the entry of a file of ``folder`` that was read; ``name`` is its ``source``. Pure."""
    # What reads a text loads slowly, and most texts are cached.
    from ..source import prose  # noqa: PLC0415
    from ..source.pasted.findings import with_passages  # noqa: PLC0415
    from ..source.tree import read_body  # noqa: PLC0415

    findings = list(read.findings)
    written = None
    body = read_body(read.body)
    blocks, wrong_blocks = text_blocks(body, words)
    if read.body_line > 1:
        meant = folder_meant(folder, read.front)
        written, wrong = validated(TYPES[meant or folder], read.front, words)
        findings += [another_kind(folder, meant, read.front), *wrong] if meant else wrong
        written = None if meant else written
        if isinstance(written, TitledEntry) and not written.summary:
            drawn = drawn_summary(body)
            if not drawn:
                findings.append(no_summary(read.front.span_of_key(("resume",))))
            written = written.model_copy(update={"summary": drawn}) if drawn else None
        title = read.front.text_of("titre")
        said = with_passages(body, [*prose.findings(body, title), *wrong_blocks])
        findings += [found.down(read.body_line - 1) for found in said]
    findings = [*heard(findings, written.silenced_advice if written else ())]
    if written is None or any(found.code == TANGLE for found in findings):
        return FoundEntry(None, tuple(findings))
    is_drawn = isinstance(written, TitledEntry) and not read.front.is_given(("resume",))
    entry = Entry(
        folder, slug, name, written, body, read.body_line, read.front, read.lines, is_drawn, blocks
    )
    return FoundEntry(entry, tuple(findings))


_UNREADABLE = Finding(
    Span(), "illisible", "ce fichier ne peut pas être lu", "vérifiez ses droits d’accès"
)


def _of_its_kind(path: Path) -> Finding | None:
    """Say when a path is no plain file."""
    if path.is_symlink():
        return Finding(
            Span(),
            "lien-symbolique",
            "ce fichier n’est qu’un renvoi vers un autre",
            "remplacez-le par le fichier lui-même",
        )
    try:
        mode = path.stat().st_mode
    except OSError:
        return _UNREADABLE
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode) and path.suffix != ".md":
        return _UNREADABLE
    return Finding(
        Span(),
        "pas-un-fichier",
        "un dossier porte un nom de fichier"
        if stat.S_ISDIR(mode)
        else "ceci n’est pas un fichier ordinaire",
        "renommez-le ou supprimez-le",
    )


def _is_static(relative: Path) -> bool:
    """Return whether a file is kept as it is: a document lies beside the text that presents it."""
    folder, *below = relative.parts
    is_text = folder in TYPES and len(below) == 1 and relative.suffix == ".md"
    return folder in STATIC_FOLDERS and bool(below) and not is_text


def _is_entry(relative: Path, path: Path) -> bool:
    """Return whether a file is that of an entry, but for its name. Raises OSError."""
    is_in_folder = len(relative.parts) == 2 and relative.parts[0] in TYPES
    is_text = is_in_folder and relative.suffix in TEXT_ENDINGS and not lang_of(relative)
    if not is_text or relative.suffix == ".md":
        return is_text
    with path.open("rb") as file:
        return file.read(3) == b"---"
