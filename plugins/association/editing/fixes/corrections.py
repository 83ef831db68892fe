"""All files of a content with their sure mends, beside what they hold now. Reads files.

Which mend is sure is ``trial``'s; here each file is checked as ``all_checks`` checks it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from ...checks.check_context import CheckContext
from ...checks.entry_in_content import of_entry
from ...checks.former_agenda import NOTHING_PUBLISHED, FormerAgenda
from ...content.history import History, history
from ...content.reading import VOCABULARY, Content, entry_of
from ...content.schema import TYPES, Vocabulary
from ...content.translations import translation_name
from ...content.validation import validated
from ...content.vocabulary import WrittenVocabulary
from ...problems.report import Problem
from ...source import frontmatter, source
from ...source.clean_writing import clean_writing
from .trial import Check, Findings, mended, steps


@dataclass(frozen=True)
class Correction:
    """A file to be rewritten: its path from the content's folder, its bytes now, both its texts.

    ``unseen`` says in French what differs in the bytes and not in the text.
    """

    path: str
    content: bytes
    before: str
    after: str
    unseen: tuple[str, ...]


def corrections(
    content: Content, asof: datetime, former_agenda: FormerAgenda = NOTHING_PUBLISHED
) -> Iterator[Correction]:
    """Yield what can be mended in a content without judgement, file by file."""
    yield from _corrections(_texts(content), content, asof, former_agenda)


def has_corrections(
    content: Content,
    problems: Iterable[Problem],
    asof: datetime,
    former_agenda: FormerAgenda = NOTHING_PUBLISHED,
) -> bool:
    """Return whether any of the files that have these problems can be mended without judgement."""
    sources = {problem.source for problem in problems if problem.is_fixable}
    texts = _texts(content) if sources else ()
    paths = [path for path in texts if f"{content.root.name}/{path}" in sources]
    return any(True for _ in _corrections(paths, content, asof, former_agenda, _first_step))


def _corrections(
    paths: Iterable[str],
    content: Content,
    asof: datetime,
    former_agenda: FormerAgenda,
    mend: Callable[[str, Check], str] = mended,
) -> Iterator[Correction]:
    past = history(content) if former_agenda.agenda.events else History()
    context = CheckContext(content, asof, asof, history=past, former_agenda=former_agenda)
    for path in paths:
        held = _bytes_of(content.root / path)
        clean = clean_writing(held) if held is not None else None
        if held is None or clean is None:
            continue
        plain = clean.text if path == VOCABULARY else _without_html(clean.text)
        after = mend(plain, partial(_findings, path, context))
        if after != clean.text or clean.unseen:
            yield Correction(path, held, clean.text, after, clean.unseen)


def _without_html(text: str) -> str:
    from .pasted_html import without_html  # noqa: PLC0415 — as in ``content.reading``

    return without_html(text)


def _first_step(text: str, check: Check) -> str:
    """Return the text after the first mend that is sure, the same text without any."""
    return next(steps(text, check), text)


def _texts(content: Content) -> list[str]:
    """Return the paths of the vocabulary and of all entries, readable or not, but translations.

    What is sure in French is not so in another language.
    """
    paths = {entry.path for entry in content.all_entries()}
    for path in content.unread:
        folder, _, name = path.partition("/")
        if folder in TYPES and name.endswith(".md") and "/" not in name:
            paths.add(path)
    texts = (path for path in paths if translation_name(Path(path)) is None)
    return [VOCABULARY, *sorted(texts)]


def _bytes_of(path: Path) -> bytes | None:
    """Return the bytes of a plain file that is not too large for a text, or None."""
    try:
        is_text = path.is_file() and not path.is_symlink()
        return path.read_bytes() if is_text and path.stat().st_size <= source.LARGEST_FILE else None
    except OSError:
        return None


def _findings(path: str, context: CheckContext, text: str) -> Findings:
    """Return what is wrong with a text at a path, the other files being as they are."""
    if path == VOCABULARY:
        front = frontmatter.read(text, 1)
        _, wrong = validated(WrittenVocabulary, front, Vocabulary())
        return Findings((*front.findings, *wrong))
    folder, _, name = path.partition("/")
    read = source.read(text.encode())
    vocabulary = context.content.vocabulary
    found = entry_of(folder, name.removesuffix(".md"), path, read, vocabulary)
    if found.entry is None:
        return Findings(found.findings)
    return Findings(found.findings, tuple(of_entry(found.entry, context)))
