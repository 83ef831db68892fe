"""Pelican's side: one generator that reads, checks and writes all that is the association's.

Only this room knows Pelican. It gives Pelican a content object an entry, so that ``{filename}`` and
``{static}`` links resolve as everywhere else in Pelican, and writes the pages and the files that
``site`` lists. When Pelican too has written its part, it has the whole
folder finished.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import NoReturn

from jinja2 import StrictUndefined
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.contents import Content as PelicanContent
from pelican.generators import Generator

from typographie import Options, TypesetHtml, typeset_html

from .checks import publication
from .checks.all_checks import verified
from .checks.former_agenda import read_former_agenda
from .checks.redirection_checks import against
from .content.addresses import addresses_of, path_of, save_as
from .content.badge_keys import NAME as KEY_OF_BADGES
from .content.badge_keys import badge_keys
from .content.entry import AnyEntry, title_of
from .content.forge import forge_of
from .content.identity import identity_of
from .content.left_addresses import addresses_left
from .content.policy import policy
from .content.reading import read_vocabulary
from .content.response_settings import response_settings
from .content.waiting import without_what_waits
from .core.cached_page import cached_page, shared_inputs
from .core.clock import asof
from .core.compiled_templates import CompiledTemplates
from .core.output_folder import OutputFolder, holds
from .core.page_environment import prepare
from .core.results_cache import FOLDER as RESULTS
from .core.results_cache import TEXTS, ResultsCache
from .core.zone import today
from .editing.fixes.corrections import has_corrections
from .editing.forms.site_files import bundle_of, forms_files
from .events.addresses import NEXT_CHANGE
from .events.agenda import Agenda
from .events.next_change import next_change_json
from .hosting.finish import STEPS, Step, finish
from .hosting.finished_site import Copies, FinishedSite
from .hosting.hosts import HOSTS
from .pages.body_pictures import insert_pictures, mark_pictures
from .pages.common import Body, Image
from .pages.context import Context, SiteSettings
from .pages.page import OutputPage
from .pages.picture_places import TEXT
from .pages.published_pictures import PublishedPictures
from .pages.trimmed_page import trim
from .people.retention import published_on
from .pictures.drawing import read_drawing
from .pictures.rendition_cache import RenditionCache
from .problems.report import as_text, errors_among, verdict
from .runner.first_pages import REPLIES, announce, wanted_pages
from .runner.former_site import IN_PLACE
from .runner.outdated_build import leave_if_outdated
from .runner.report import report
from .site.all_files import all_files, for_files, without_files
from .site.all_pages import all_pages, some_pages
from .site.names_in_texts import named_places, with_linked_names
from .site.next_change import next_change
from .site.site import site
from .site.text_blocks import Shown, with_text_blocks
from .site.theme import served_theme, values_sheet

# In Pelican's context, which all generators share; no template shows it.
_DAMAGED_TEMPLATES = "_damaged_templates"
# In Pelican's settings: what is read from texts, opened once; a second time tells no damage.
_TEXTS_CACHE = "_texts_cache"


class AssociationContent(PelicanContent):  # type: ignore[misc]
    """An entry as Pelican knows it: its HTML, its address, where it was read."""

    default_template = "page"

    @property
    def html(self) -> str:
        """The HTML as it was handed over, before typography."""
        return str(self._content)

    def with_links(self, html: str, siteurl: str) -> str:
        """Return HTML of this entry with its links resolved."""
        resolved: str = self._update_content(html, siteurl)
        return resolved

    def get_relative_source_path(self, source_path: str | None = None) -> str:
        """Return a path from the content's folder; this entry's own is known."""
        path: str = super().get_relative_source_path(source_path) if source_path else self.path
        return path


class AssociationGenerator(Generator):  # type: ignore[misc]
    """Reads and checks ``content/``, then writes every page and file of the association."""

    def generate_context(self) -> None:
        """Read everything; leave with exit code 1 and all problems when anything is wrong.

        What the environment or the settings ask and cannot be done is said with exit code 2.
        """
        now = datetime.now(UTC)
        try:
            self.asof = asof(os.environ, now)
            self.policy = policy(self.settings)
            self.forge = forge_of(self.settings)
            self.forms = bundle_of(self.settings)
            self.identity = identity_of(self.settings)
            self.responses = response_settings(self.settings)
        except ValueError as error:
            _end(str(error))
        if self.settings["PRODUCTION"]:
            refused = publication.refusals(
                self.settings, Path(self.path), _signing_key(), _badge_key()
            )
            if refused:
                _end(publication.in_words(refused))
        self.addresses = addresses_of(self.settings)
        self.with_drafts = os.environ.get("BROUILLONS") == "1" or self.settings["APERCU"]
        self.texts_cache = texts = self.settings[_TEXTS_CACHE]
        # Builds of several kinds, each of which keeps its own.
        kind = f"{self.settings['PRODUCTION']:d}{self.with_drafts:d}"
        self.pages_cache = _results(self.settings, f"pages-{kind}")
        self.rendition_cache = RenditionCache(Path(self.settings["CACHE_PATH"]) / "images")
        self.pictures = PublishedPictures(
            Path(self.path), self.addresses.base, self.rendition_cache, self.pages_cache
        )
        in_place = os.environ.get(IN_PLACE) or self.output_path
        self.output = OutputFolder(Path(self.output_path), _site_to_link(Path(in_place)))
        former = read_former_agenda(Path(in_place), Path(self.settings["CACHE_PATH"]))
        self.verified = verified(
            Path(self.path),
            self.asof,
            self.policy,
            self.rendition_cache,
            texts,
            now=now,
            former_agenda=former,
        )
        read, problems = self.verified.content, self.verified.problems
        self.has_sure_fixes = has_corrections(read, problems, self.asof)
        if errors_among(problems):
            self._refuse()
        self.content = published_on(self.verified.content, self.policy, self.asof)
        if not self.with_drafts:
            self.content = without_what_waits(self.content, today(self.asof))
        self.left, _ = addresses_left(self.content)
        whole, shown = self.verified.content.without_places(), self.content.without_places()
        self.verified, self.content = replace(self.verified, content=whole), shown
        self.rendered: dict[str, AssociationContent] = {}
        for entry in self.content.all_entries():
            self._hand_to_pelican(entry)
        self.rendition_cache.damaged_files.extend(texts.damaged_files)

    def _refuse(self) -> None:
        """End the build; nothing takes the place of the site in place."""
        self.texts_cache.save()
        problems, files = self.verified.problems, self.verified.content.files
        said = report(problems, files, Counter(), None, has_sure_fixes=self.has_sure_fixes)
        if not _write_report(said):
            for problem in problems:
                print(as_text(problem), end="\n\n", file=sys.stderr)  # noqa: T201
            words = verdict(problems, files, building=True, has_sure_fixes=self.has_sure_fixes)
            print(words, file=sys.stderr)  # noqa: T201
        raise SystemExit(1)

    def _hand_to_pelican(self, entry: AnyEntry) -> None:
        """Give Pelican the content object of an entry, so that links to it resolve."""
        path = path_of(entry.folder, entry.slug)
        content = AssociationContent(
            # It is typeset when it is shown: a build may begin with a few pages.
            TypesetHtml(mark_pictures(entry.body.html, entry.path)),
            metadata={
                "path": entry.path,
                "title": title_of(entry),
                "slug": entry.slug,
                "lang": entry.written.lang,
                "url": path,
                "save_as": save_as(path),
            },
            settings=self.settings,
            source_path=str(Path(self.path) / entry.path),
            context=self.context,
        )
        self.rendered[entry.path] = content
        self.add_source_path(content)
        if "static" in content.html or "attach" in content.html:
            self.add_static_links(content)

    def _typeset(self, html: str, lang: str) -> str:
        options: Options = self.settings["TYPOGRAPHIE"]
        return self.pages_cache.get_or_compute(
            ("typeset", html, lang, repr(options)),
            lambda: typeset_html(html, lang, options=options),
        )

    def generate_output(self, _writer: object) -> None:
        """Write every page, then the files for machines."""
        prepare(self.env)
        theme = served_theme(Path(self.theme) / "static", immutable=self.settings["PRODUCTION"])
        settings = SiteSettings(
            self.identity,
            forge=self.forge,
            has_forms=self.forms is not None,
            offline=self.settings["HORS_LIGNE"],
            theme=theme.names,
            host=HOSTS.get(self.settings["HEBERGEMENT"]),
            tokens="" if self.settings["PRODUCTION"] else values_sheet(Path(self.theme) / "static"),
            badge_keys=(
                badge_keys(self.settings, _badge_key()) if self.settings["PRODUCTION"] else None
            ),
            responses=self.responses,
            typography=self.settings["TYPOGRAPHIE"],
        )
        context = Context(
            self.content,
            settings,
            self.addresses,
            self.asof,
            self._body,
            self.pictures,
            self.with_drafts,
            self.pages_cache,
        )
        self.agenda = agenda = Agenda(context, self.verified.history)
        self.known_site = site(context)
        self.shared_inputs = shared_inputs(self.env, self.context, repr(self.known_site))
        first: set[str] = set()
        if wanted := wanted_pages(os.environ):
            for page in map(self._as_found, some_pages(context, agenda, self.known_site, wanted)):
                self._write_page(page)
                first.add(page.path)
            self._announce(first, theme.files)
        self.texts_cache.save()
        pages, moved = [], []
        for page in map(self._as_found, all_pages(context, agenda, self.known_site)):
            leave_if_outdated(os.environ)
            if page.head.kind == "deplacee":
                moved.append(page)
            elif page.path not in first:
                self._write_page(page)
            pages.append(for_files(page))
        written = {page.path for page in pages if page.head.kind != "deplacee"}
        for page in moved:
            # A page that leads on from an address of the site is refused below.
            if page.path not in written:
                self._write_page(page)
        for file in all_files(context, agenda, pages):
            leave_if_outdated(os.environ)
            self.output.write(file.path, file.content)
            written.add(file.path)
        for file in forms_files(context, self.policy, self.forms) if self.forms else ():
            self.output.write(file.path, file.content)
        self._check_addresses_left(written)
        self.pages_cache.save()
        self.rendition_cache.damaged_files.extend(
            (*self.context[_DAMAGED_TEMPLATES], *self.pages_cache.damaged_files)
        )
        for name, content in theme.files.items():
            self.output.write(f"theme/{name}", content)
        counts = Counter(page.summary_label for page in pages)
        due = next_change(agenda, self.policy, self.verified.content)
        self.output.write(NEXT_CHANGE, next_change_json(due, self.asof))
        read = self.verified.content.files
        cache_was_repaired = bool(self.rendition_cache.damaged_files)
        _write_report(
            report(
                self.verified.problems,
                read,
                counts,
                due,
                cache_was_repaired=cache_was_repaired,
                has_sure_fixes=self.has_sure_fixes,
            )
        )

    def _announce(self, pages: Iterable[str], theme: Mapping[str, bytes]) -> None:
        """Tell the preview what is new of some pages that are written, and of what they load."""
        site, in_place = Path(self.output_path), Path(os.environ[IN_PLACE])
        files = {name: (site / name).read_bytes() for name in map(save_as, pages)}
        files |= {f"theme/{name}": content for name, content in theme.items()}
        files |= self.pictures.files()
        new = []
        for name, content in files.items():
            # As ``hosting`` publishes them.
            shown = read_drawing(content).copy if name.endswith(".svg") else content
            if not holds(str(in_place / name), shown):
                self.output.write(name, shown)
                new.append(name)
        announce(site, new, os.environ)

    def _as_found(self, page: OutputPage) -> OutputPage:
        """Return a page as search engines may find it: nothing of a preview."""
        if not self.settings["APERCU"]:
            return page
        return replace(page, head=replace(page.head, index=False))

    def _check_addresses_left(self, written: set[str]) -> None:
        """Leave with exit code 1 when an address that was left is one of the site's."""
        found = tuple(against(self.left, written))
        if found:
            self.verified = replace(self.verified, problems=(*self.verified.problems, *found))
            self._refuse()

    def _body(self, entry: AnyEntry) -> Body:
        """Return an entry's text with its links resolved, root-relative."""
        content = self.rendered[entry.path]
        html = self._typeset(content.html, entry.written.lang)
        html = content.with_links(html, self.addresses.base)
        html = insert_pictures(html, self._picture)
        context = self.agenda.context
        names = context.once(named_places)
        html = with_linked_names(html, context.url(entry), names)
        html = with_text_blocks(html, entry.text_blocks, self.agenda, self._block)
        return Body(Markup(html), entry.body.headings)

    def _block(self, name: str, shown: Shown) -> str:
        """Return the HTML of what a block of a text shows."""
        return str(self.env.get_template("components/blocs.html").module.bloc(name, shown))

    def _picture(self, file: str, alt: str) -> Image:
        return self.pictures.picture(file, alt, TEXT)

    def _write_page(self, page: OutputPage) -> None:
        """Write a page, and tell Pelican's other plugins so, as its own writer does."""
        kind, file = page.head.kind, save_as(page.path)
        values = {"page": page.head, **without_files(page)}
        shown = self.context | {"site": self.known_site, **values, "output_file": file}

        def rendered() -> str:
            html = str(self.get_template(kind).render(shown))
            return trim(html) if self.settings["PRODUCTION"] else html

        content = cached_page(kind, values, self.shared_inputs, self.pages_cache, rendered)
        self.output.write(file, content)
        signals.content_written.send(str(Path(self.output_path, file)), context=shown)


def _site_to_link(in_place: Path) -> Path | None:
    """Return the site whose files the new one may share: none where others may change them.

    Plugins that hear of each page, or of the end, often write over what they find.
    """
    hear_more = signals.content_written.receivers or len(signals.finalized.receivers) > 1
    return None if hear_more else in_place


def _results(settings: Mapping[str, str], name: str) -> ResultsCache:
    """Return the results of a kind that earlier builds made."""
    file = Path(settings["CACHE_PATH"]) / RESULTS / name
    return ResultsCache(file, lasting=REPLIES in os.environ)


def _end(words: str) -> NoReturn:
    """End a build that cannot begin; a blank line parts the words from Pelican's own."""
    print(f"\n{words}", file=sys.stderr)  # noqa: T201
    raise SystemExit(2)


def _write_report(text: str) -> bool:
    """Write the report where ``RAPPORT`` says; return whether somebody asked for it."""
    path = os.environ.get("RAPPORT")
    if path:
        Path(path).write_text(text, "utf-8")
    return bool(path)


def _generators(_pelican: object) -> type[AssociationGenerator]:
    return AssociationGenerator


def _signing_key() -> str:
    """Return what signs the site: in no setting, which templates and logs could show."""
    return os.environ.get("SIGNATURE_CLE", "")


def _badge_key() -> str:
    return os.environ.get(KEY_OF_BADGES, "")


def _finish(pelican: Pelican) -> None:
    """Finish the folder that all generators have written to."""
    settings = pelican.settings
    base = addresses_of(settings).base
    folder = Path(pelican.output_path)
    public, offline = settings["PRODUCTION"], settings["HORS_LIGNE"]
    host = HOSTS.get(settings["HEBERGEMENT"])
    copies = host.copies if host else Copies.NONE
    results = _results(settings, f"finished-{public:d}")
    site = FinishedSite(folder, base, public, offline, _signing_key(), copies, results)
    finish(site, [_unless_outdated(step) for step in STEPS])


def _unless_outdated(step: Step) -> Step:
    @wraps(step)
    def run(site: FinishedSite) -> None:
        leave_if_outdated(os.environ)
        step(site)

    return run


def _refuse_unknown_names(pelican: Pelican) -> None:
    """End the build where a template asks for a name that nothing has.

    The settings do not say so themselves: ``invoke verifier`` reads them, and need not load Jinja.
    """
    pelican.settings["JINJA_ENVIRONMENT"]["undefined"] = StrictUndefined


def _keep_templates(generator: Generator) -> None:
    """Let a generator keep its compiled templates: Pelican's own loads some that show nothing."""
    # No template changes during a build: Jinja need not look at each file again.
    generator.env.auto_reload = False
    damaged = generator.context.setdefault(_DAMAGED_TEMPLATES, [])
    compiled = Path(generator.settings["CACHE_PATH"]) / "templates"
    generator.env.bytecode_cache = CompiledTemplates(compiled, damaged)


def _keep_own_names(pelican: Pelican) -> None:
    """Tell the typographer the names that the site writes its own way, before anything is built."""
    choices = Options.from_settings(pelican.settings.get("TYPOGRAPHIE"))
    texts = pelican.settings[_TEXTS_CACHE] = _results(pelican.settings, TEXTS)
    names = read_vocabulary(Path(pelican.settings["PATH"]), texts).own_names
    pelican.settings["TYPOGRAPHIE"] = replace(choices, names=(*choices.names, *names))


def connect() -> None:
    """Connect the generator and what comes after it; connecting twice is harmless."""
    signals.initialized.connect(_refuse_unknown_names)
    signals.initialized.connect(_keep_own_names)
    signals.get_generators.connect(_generators)
    signals.generator_init.connect(_keep_templates)
    signals.finalized.connect(_finish)
