"""The editors' page: a new file of each kind on the forge, the forms. Only where a forge is set."""

from collections.abc import Iterator
from dataclasses import replace

from ..content.addresses import FORMS
from ..content.forge import Forge
from ..editing.guide.blank_file import NewFile, new_files
from ..pages.page import OutputPage, PageBuilder, Placement
from .contribute_view import ContributePage, NewFileLink
from .site import CONTRIBUTE

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
        forms_url=context.addresses.href(FORMS) if context.settings.has_forms else "",
    )


def _link(file: NewFile, forge: Forge) -> NewFileLink:
    return NewFileLink(
        file.label,
        forge.new_url(file.folder, file.name, file.text),
        "/".join(part for part in (forge.folder, file.folder) if part),
        file.name,
        "" if forge.takes_content else file.text,
    )
