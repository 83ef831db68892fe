"""Translations that their text has left behind."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from ..content.entry import AnyEntry
from ..content.french_dates import day_in_words
from ..content.translations import Translation, fingerprint
from ..core import git_log
from ..core.git_log import NoGitError, PartialCloneError, ShallowCloneError, VersionContents
from ..core.results_cache import ResultsCache
from ..core.zone import PARIS, today
from ..problems.findings import Finding, Severity
from ..problems.report import Problem
from ..source import source
from ..source.frontmatter import FrontMatter
from .check_context import CheckContext


def translations_behind(context: CheckContext) -> Iterator[Problem]:
    """Find the translations whose text is no longer the one that was translated.

    Reads the git history of the texts whose translations name a day.
    """
    content = context.content
    for translated in content.translations.values():
        original = content.entries[translated.name.folder][translated.name.slug]
        says = _says_of(translated, original, context)
        if says:
            yield translated.entry.problem(_finding(translated, says, today(context.now)))


def _says_of(translated: Translation, original: AnyEntry, context: CheckContext) -> str:
    """Say in French why a translation is to be read again, ``""`` when it is not."""
    made_from = translated.made_from
    if made_from is None:
        return "rien ne dit de quel état du texte cette traduction part"
    if isinstance(made_from, date):
        if made_from > today(context.now):
            return f"le {day_in_words(made_from)} n’est pas encore venu"
        folder = context.content.root / original.folder
        is_behind = made_from < today(context.now) and _has_changed(
            original, folder, made_from, context.cache
        )
    else:
        is_behind = made_from != fingerprint(original)
    return f"content/{original.path} a changé depuis cette traduction" if is_behind else ""


def _has_changed(original: AnyEntry, folder: Path, day: date, cache: ResultsCache) -> bool:
    """Return whether a text is another than at the end of a day, or than when it came later.

    Where git cannot tell, nothing is said: that the history lacks is the agenda's to say.
    """
    end = datetime.combine(day + timedelta(days=1), time(), PARIS)
    try:
        changes = git_log.log_of_file(folder, f"{original.slug}.md", cache).changes
        versions = [(change.commit.at, change.after.blob) for change in changes if change.after]
        known = [blob for at, blob in versions if at < end] or [blob for _, blob in versions[-1:]]
        read = partial(_parts_of_version, folder)
        then = [cache.get_or_compute(("translated", one), partial(read, one)) for one in known[:1]]
    except (NoGitError, PartialCloneError, ShallowCloneError):
        return False
    now = _translated_parts(original.front, original.markdown)
    return any(parts != now for parts in then)


def _parts_of_version(folder: Path, blob: str) -> tuple[object, ...]:
    """Return what there was to translate in a version of a text. Raises PartialCloneError."""
    then = source.read(VersionContents(folder, [blob]).content(blob))
    return _translated_parts(then.front, then.body)


def _translated_parts(front: FrontMatter, body: str) -> tuple[object, ...]:
    """Return what there is to translate in a text, as it is written."""
    said = front.plain()
    return said.get("titre"), said.get("resume"), body


def _finding(translated: Translation, says: str, day: date) -> Finding:
    name = translated.name
    return Finding(
        translated.entry.front.span_of(("traduit_du",)),
        "traduction-en-retard",
        says,
        "relisez-la d’après le texte d’aujourd’hui",
        f"puis écrivez « traduit_du: {day} », ou lancez : "
        f"invoke traduire {name.folder}/{name.slug} {name.lang} --relue",
        severity=Severity.ADVICE,
    )
