"""The site as every page knows it: names, menus, legal identity, the day it was built for."""

from ..content.addresses import WORKER, path_of
from ..core.zone import today
from ..events.occurrences import occurrences
from ..pages.common import Link
from ..pages.context import Context, metiers, shown_day
from ..pages.site_view import MenuItem, PlanGroup, Site

CONTRIBUTE = "contribuer/"
"""The path of the editors' page."""

# The lists whose pages are entries too, in the order of the plan.
_SECTIONS = ("metiers", "annuaire", "agenda", "actualites", "capsules")


def site(context: Context) -> Site:
    """Return the site as pages know it."""
    addresses, identity = context.addresses, context.identity
    return Site(
        name=identity.name,
        short_name=identity.short_name,
        description=identity.description,
        url=addresses.site_url,
        base=addresses.base,
        theme={name: addresses.href(f"theme/{served}") for name, served in context.theme.items()},
        lang="fr",
        main_menu=_menu(context, "principal"),
        footer_menu=_menu(context, "pied"),
        secretariat=Link(identity.secretariat, f"mailto:{identity.secretariat}"),
        legal=tuple(identity.legal.items()),
        built_for=shown_day(today(context.asof)),
        feed_url=addresses.href("actualites.atom"),
        calendar_url=addresses.href("agenda.ics"),
        contribute_url=addresses.href(CONTRIBUTE) if context.forge else "",
        service_worker=addresses.href(WORKER) if context.offline else "",
    )


def _menu(context: Context, name: str) -> tuple[MenuItem, ...]:
    pages = [page for page in context.content.pages.values() if page.written.menu == name]
    pages.sort(key=lambda page: (page.written.rank, page.slug))
    return tuple(
        MenuItem(page.written.menu_title or page.written.title, context.url(page), page.slug)
        for page in pages
    )


def plan(context: Context) -> tuple[PlanGroup, ...]:
    """Return the whole site, group by group."""
    pages = context.content.pages
    links = {
        "metiers": tuple(context.link(item) for item in metiers(context)),
        "annuaire": tuple(context.link(item) for item in context.practitioners),
        "agenda": _events(context),
        "actualites": tuple(context.link(item) for item in context.news),
        "capsules": tuple(context.link(item) for item in context.capsules),
    }
    others = sorted(
        (page for slug, page in pages.items() if slug not in (*_SECTIONS, "404", "accueil")),
        key=lambda page: (page.written.menu != "principal", page.written.rank, page.slug),
    )
    return (
        PlanGroup(
            "L’association et le site",
            context.addresses.href(path_of("pages", "accueil")),
            tuple(context.link(page) for page in others),
        ),
        *(
            PlanGroup(pages[slug].written.title, context.url(pages[slug]), links[slug])
            for slug in _SECTIONS
        ),
    )


def _events(context: Context) -> tuple[Link, ...]:
    """Return the events, the one that ends last first."""
    events = sorted(
        context.content.events.values(),
        key=lambda event: (occurrences(event)[-1].slot.first_day, event.slug),
        reverse=True,
    )
    return tuple(context.link(event) for event in events)
