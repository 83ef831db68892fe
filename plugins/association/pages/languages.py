"""The languages that a text can be read in, as each of their pages says it."""

from ..content.addresses import path_of
from ..content.entry import AnyEntry
from .context import Context
from .translation_view import Version

# How a reader of each language looks for it.
_IN = {
    "fr": "En français",
    "en": "In English",
    "de": "Auf Deutsch",
    "it": "In italiano",
    "es": "En español",
    "nl": "In het Nederlands",
}


def versions(entry: AnyEntry, context: Context) -> tuple[Version, ...]:
    """Return every version of the text that an entry is one of: none when there is but one."""
    slug = entry.slug.partition(".")[0]
    original = context.content.entries[entry.folder][slug]
    translations = [
        translated.entry
        for translated in context.content.translations.values()
        if (translated.name.folder, translated.name.slug) == (entry.folder, slug)
    ]
    return tuple(
        Version(
            lang=lang,
            label=_IN[lang],
            url=context.url(version),
            canonical=context.addresses.absolute(path_of(version.folder, version.slug)),
            is_original=version is original,
            is_this=version.slug == entry.slug,
        )
        for version in ([original, *translations] if translations else ())
        for lang in (version.written.lang,)
    )
