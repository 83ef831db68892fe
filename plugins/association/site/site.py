"""The site as every page knows it: names, menus, legal identity, the day it was built for."""

from ..content.addresses import WORKER, path_of
from ..core.zone import today
from ..pages.common import Link
from ..pages.context import House, metiers, shown_day
from ..pages.site_view import MenuItem, PlanGroup, Site

CONTRIBUTE = "contribuer/"
"""The path of the editors' page."""

# The lists whose pages are entries too, in the order of the plan.
_SECTIONS = ("metiers", "annuaire", "agenda", "actualites", "capsules")


def site(house: House) -> Site:
    """Return the site as pages know it."""
    addresses, identity = house.addresses, house.identity
    return Site(
        name=identity.name,
        short_name=identity.short_name,
        description=identity.description,
        url=addresses.site_url,
        base=addresses.base,
        theme={name: addresses.href(f"theme/{served}") for name, served in house.theme.items()},
        lang="fr",
        main_menu=_menu(house, "principal"),
        footer_menu=_menu(house, "pied"),
        secretariat=Link(identity.secretariat, f"mailto:{identity.secretariat}"),
        legal=tuple(identity.legal.items()),
        built_for=shown_day(today(house.asof)),
        feed_url=addresses.href("actualites.atom"),
        calendar_url=addresses.href("agenda.ics"),
        contribute_url=addresses.href(CONTRIBUTE) if house.forge else "",
        service_worker=addresses.href(WORKER) if house.offline else "",
    )


def _menu(house: House, name: str) -> tuple[MenuItem, ...]:
    pages = [page for page in house.content.pages.values() if page.written.menu == name]
    pages.sort(key=lambda page: (page.written.rank, page.slug))
    return tuple(
        MenuItem(page.written.menu_title or page.written.title, house.url(page), page.slug)
        for page in pages
    )


def plan(house: House) -> tuple[PlanGroup, ...]:
    """Return the whole site, group by group."""
    pages = house.content.pages
    links = {
        "metiers": tuple(house.link(item) for item in metiers(house)),
        "annuaire": tuple(house.link(item) for item in house.practitioners),
        "agenda": _events(house),
        "actualites": tuple(house.link(item) for item in house.news),
        "capsules": tuple(house.link(item) for item in house.capsules),
    }
    others = sorted(
        (page for slug, page in pages.items() if slug not in (*_SECTIONS, "404", "accueil")),
        key=lambda page: (page.written.menu != "principal", page.written.rank, page.slug),
    )
    return (
        PlanGroup(
            "L’association et le site",
            house.addresses.href(path_of("pages", "accueil")),
            tuple(house.link(page) for page in others),
        ),
        *(
            PlanGroup(pages[slug].written.title, house.url(pages[slug]), links[slug])
            for slug in _SECTIONS
        ),
    )


def _events(house: House) -> tuple[Link, ...]:
    """Return the events, the one that ends last first."""
    events = sorted(
        house.content.events.values(),
        key=lambda event: (house.occurrences[event.slug][-1].slot.first_day, event.slug),
        reverse=True,
    )
    return tuple(house.link(event) for event in events)
