"""The site as every page knows it: names, menus, legal identity, the day it was built for."""

from ..content.addresses import WORKER
from ..core.zone import today
from ..pages.common import Link
from ..pages.context import Context, day_view
from ..pages.site_view import MenuItem, Site

CONTRIBUTE = "contribuer/"
"""The path of the editors' page."""


def site(context: Context) -> Site:
    """Return the site as pages know it."""
    addresses, identity = context.addresses, context.settings.identity
    return Site(
        name=identity.name,
        short_name=identity.short_name,
        description=identity.description,
        url=addresses.site_url,
        base=addresses.base,
        theme={
            name: addresses.href(f"theme/{served}")
            for name, served in context.settings.theme.items()
        },
        lang="fr",
        main_menu=_menu(context, "principal"),
        footer_menu=_menu(context, "pied"),
        secretariat=Link(identity.secretariat, f"mailto:{identity.secretariat}"),
        telephone=_telephone(identity.telephone),
        telephone_hours=identity.telephone_hours,
        legal=tuple(identity.legal.items()),
        built_for=day_view(today(context.asof)),
        feed_url=addresses.href("actualites.atom"),
        calendar_url=addresses.href("agenda.ics"),
        contribute_url=addresses.href(CONTRIBUTE) if context.settings.forge else "",
        service_worker=addresses.href(WORKER) if context.settings.offline else "",
    )


def _telephone(number: str) -> Link | None:
    return Link(number, f"tel:{number.replace(' ', '')}") if number else None


def _menu(context: Context, name: str) -> tuple[MenuItem, ...]:
    pages = [page for page in context.content.pages.values() if page.written.menu == name]
    pages.sort(key=lambda page: (page.written.rank, page.slug))
    return tuple(
        MenuItem(page.written.menu_title or page.written.title, context.url(page), page.slug)
        for page in pages
    )
