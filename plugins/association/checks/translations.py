"""Translations that their text has left behind. Pure."""

from collections.abc import Iterator

from ..content.translations import Translation, fingerprint
from ..problems.findings import Finding, Severity
from ..problems.report import Problem
from .check_context import CheckContext


def translations_behind(context: CheckContext) -> Iterator[Problem]:
    """Find the translations whose text is no longer the one that was translated."""
    content = context.content
    for translated in content.translations.values():
        name = translated.name
        if translated.made_from != fingerprint(content.entries[name.folder][name.slug]):
            yield translated.entry.problem(_finding(translated))


def _finding(translated: Translation) -> Finding:
    name = translated.name
    return Finding(
        translated.entry.front.span_of(("traduit_du",)),
        "traduction-en-retard",
        f"content/{name.original} a changé depuis cette traduction"
        if translated.made_from
        else "rien ne dit de quel état du texte cette traduction part",
        "relisez-la d’après le texte d’aujourd’hui",
        f"puis lancez : invoke traduire {name.folder}/{name.slug} {name.lang} --relue",
        severity=Severity.ADVICE,
    )
