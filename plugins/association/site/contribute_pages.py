"""The editors' page: a new file of each kind on the forge, the forms. Only where a forge is set."""

from collections.abc import Iterator
from dataclasses import replace

from ..content.addresses import FORMS
from ..content.common import LANGUAGES_OF_ENTRIES
from ..content.entry import title_of
from ..content.forge import Forge
from ..content.translations import FOLDERS, TranslationName, refusal
from ..editing.guide.blank_file import NewFile, new_files
from ..editing.new.new_translation import new_translation
from ..pages.context import Context
from ..pages.page import OutputPage, PageBuilder, Placement
from .contribute_view import ContributePage, NewFileLink
from .site import CONTRIBUTE

# The name of a translation to begin; the page tells how to change it.
_TO_BEGIN_WITH = "de"
_OTHERS = tuple(sorted(set(LANGUAGES_OF_ENTRIES) - {"fr", _TO_BEGIN_WITH}))
# Older news is translated by who knows how to add a file.
_LATEST_NEWS = 10
_NAMES = {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"}
_WORDS = (
    "Espace de rédaction",
    "Ajouter une nouvelle, un rendez-vous ou une fiche, avec un compte sur la forge.",
)


def contribute_pages(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield the editors' page, out of the index of search engines, when there is a forge."""
    if builder.context.settings.forge is None:
        return
    values = {"contribute": _contribute_page(builder, builder.context.settings.forge)}
    page = builder.page(
        "contribuer", CONTRIBUTE, _WORDS, values, Placement((builder.home,)), section=""
    )
    yield replace(page, head=replace(page.head, index=False))


def _contribute_page(builder: PageBuilder, forge: Forge) -> ContributePage:
    context = builder.context
    return ContributePage(
        forge_name=_NAMES[forge.kind],
        forge_url=f"{forge.address}/{forge.repository}",
        new_files=tuple(_link(file, forge) for file in new_files(context.content.vocabulary)),
        translations=tuple(_link(file, forge) for file in _translations(context)),
        other_languages=_OTHERS,
        forms_url=context.addresses.href(FORMS) if context.settings.has_forms else "",
    )


def _translations(context: Context) -> Iterator[NewFile]:
    """Yield a translation to begin of each text that has any, and of the latest news."""
    for folder in FOLDERS:
        entries = context.content.entries[folder].values()
        shown = context.news[:_LATEST_NEWS] if folder == "actualites" else entries
        for entry in shown:
            name = TranslationName(folder, entry.slug, _TO_BEGIN_WITH)
            if refusal(name, entry) is None:
                text = new_translation(entry, with_text=False)
                yield NewFile(title_of(entry), folder, name.path.rpartition("/")[2], text)


def _link(file: NewFile, forge: Forge) -> NewFileLink:
    return NewFileLink(
        file.label,
        forge.new_url(file.folder, file.name, file.text),
        "/".join(part for part in (forge.folder, file.folder) if part),
        file.name,
        "" if forge.takes_content else file.text,
    )
