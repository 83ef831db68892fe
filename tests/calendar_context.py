"""A small association with an agenda of its own, on any day, without a whole build."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from association.content import reading
from association.content.addresses import Addresses
from association.content.identity import Identity
from association.content.reading import Content
from association.pages.common import Body
from association.pages.context import Context, SiteSettings
from association.pages.page import OutputPage
from association.pages.published_pictures import PublishedPictures
from association.pages.site_view import Site
from association.pictures.rendition_cache import RenditionCache
from association.site.all_files import all_files, for_files
from association.site.all_pages import all_pages
from association.site.site import site
from association.site.theme import served_theme
from tests.builders import agenda_of
from tests.built_site import ROOT, Page
from tests.people_builders import SHIPPED, profile
from tests.texts_read_before import TEXTS
from typographie import Options
from typographie.plugin import typographie_filter

SITE = "https://asso.example"
EVENT = (
    "---\ntitre: {titre}\nresume: Une rencontre.\ncategorie: {categorie}\n{champs}---\n\nTexte.\n"
)


def event_file(champs: str, *, titre: str = "Une rencontre", categorie: str = "Formation") -> str:
    """Return the file of an event; ``champs`` are lines of its front matter."""
    return EVENT.format(titre=titre, categorie=categorie, champs=champs)


def content_with(root: Path, events: Mapping[str, str], **files: str) -> Content:
    """Write and read a content with these events by slug, one practitioner, the shipped pages.

    ``actualites__x`` names a further file, ``actualites/x.md``.
    """
    folder = root / "content"
    for name in ("pages", "metiers", "documents", "images"):
        # The documents of the archive name events that are not there.
        ignored = shutil.ignore_patterns("*.md" if name == "documents" else "")
        shutil.copytree(SHIPPED / name, folder / name, ignore=ignored)
    shutil.copy(SHIPPED / "vocabulaire.yml", folder)
    further = {f"agenda__{slug}": text for slug, text in events.items()}
    people = {"praticiens__zephyrine": profile(accord_le="2020-01-01")}
    for name, text in {**people, **further, **files}.items():
        place, _, slug = name.partition("__")
        (folder / place).mkdir(exist_ok=True)
        (folder / place / f"{slug}.md").write_text(text, "utf-8")
    content = reading.read(folder, TEXTS)
    assert not content.problems, content.problems
    return content


def context_of(content: Content, asof: str) -> Context:
    """Return the context of a content on a day, or at an instant (in Paris without offset)."""
    instant = datetime.fromisoformat(asof)
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=ZoneInfo("Europe/Paris"))
    return Context(
        content,
        SiteSettings(
            Identity("Association", "Asso", "Une association.", "secretariat@asso.example", {}),
            theme=served_theme(ROOT / "theme" / "static", immutable=False).names,
        ),
        Addresses(SITE),
        instant,
        body=lambda entry: Body(Markup("<p>Texte.</p>")),
        pictures=PublishedPictures(content.root, "", RenditionCache(content.root.parent / "cache")),
    )


def shipped_context(folder: Path, asof: str) -> Context:
    """Return the context of the shipped content, copied below ``folder`` with its pictures."""
    return context_of(reading.read(shutil.copytree(SHIPPED, folder / "content"), TEXTS), asof)


# The pages of the last context that was asked for: a test looks at several.
_LAST: list[tuple[Context, dict[str, OutputPage]]] = []


def pages_of(context: Context) -> dict[str, OutputPage]:
    """Return every page by its path."""
    if not any(of is context for of, _ in _LAST):
        pages = all_pages(context, agenda_of(context), site(context))
        _LAST[:] = [(context, {page.path: page for page in pages})]
    return dict(_LAST[0][1])


def files_of(context: Context) -> dict[str, bytes]:
    """Return every file by its path, as a build makes them: of what is kept of the pages."""
    agenda = agenda_of(context)
    pages = [for_files(page) for page in all_pages(context, agenda, site(context))]
    return {file.path: file.content for file in all_files(context, agenda, pages)}


class Press:
    """Prints pages with the templates of the theme."""

    def __init__(self) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(ROOT / "theme" / "templates"),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        self.environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
        self.environment.filters["typographie"] = typographie_filter(Options(), "fr")

    def printed(self, context: Context, *kinds: str) -> Iterator[Page]:
        """Yield the pages of these kinds as HTML, of all kinds when none is named."""
        known = site(context)
        for page in pages_of(context).values():
            if not kinds or page.head.kind in kinds:
                yield Page(page.path, self.html(page, known))

    def page(self, context: Context, path: str) -> Page:
        """Return the page at a path as HTML."""
        return Page(path, self.html(pages_of(context)[path], site(context)))

    def html(self, page: OutputPage, known: Site) -> str:
        """Return one page as HTML."""
        template = self.environment.get_template(f"{page.head.kind}.html")
        return template.render({"site": known, "page": page.head, **page.values})
