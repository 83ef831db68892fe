"""A page built long ago and mended by the browser says what one built at that instant says.

Every page that changes with time is walked through every instant of two years at which something
changes, and through the instant just before. What differs by design, and is left out here:

- the day of the build, which every page names;
- the home page once its reserve of dates is used up: it then sends to the agenda;
- the next dates of a métier once those it knows are over, when there are more;
- beside a list, the small month once the dates it knows are over: it goes;
- what must not be known before its day or is gone after it, a news item to come and a profile that
  was not confirmed: only a build can add or remove a page;
- the structured data of a profile and of a group, which name the certificates and the mandates in
  force on the day of the build, each with its last day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from association.content.addresses import path_of
from association.content.entry import Metier
from association.content.policy import Policy
from association.events.occurrences import upcoming
from association.pages.context import Context, metiers
from association.pages.page import OutputPage
from association.printing.press import Pdf
from association.site.lists import KNOWN_EVENTS, NEXT_EVENTS
from association.site.metiers import KNOWN_DATES, holders_known_until
from association.site.next_change import next_change
from association.site.site import site
from association.site.theme import bundle_js
from tests.builders import agenda_of
from tests.built_site import ROOT
from tests.calendar_context import (
    SITE,
    Press,
    content_with,
    context_of,
    event_file,
    pages_of,
    shipped_context,
)
from tests.test_time_travel import EVENTS

pytestmark = pytest.mark.browser

BUILT = "2026-11-21"
YEARS = timedelta(days=2 * 365)

# What a visitor meets: words and addresses in the order of the page, but what is hidden and the day
# of the build; and what machines read.
WALK = """
([instants, fresh, at]) => {
  const established = /(établie?) le \\d[^.]*?\\d{4}/g;
  const seen = (root) => {
    const said = [];
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE || node.hidden) return;
      if (node.matches("script, noscript, style, template")) return;
      if (node.href) said.push(` <${node.getAttribute("href")}> `);
      node.childNodes.forEach(visit);
      said.push(" ");
    };
    visit(root.body);
    const words = said.join("").replace(/\\s+/g, " ").replace(established, "$1 le …");
    if (root.body.matches(".page-praticien, .page-groupe")) return words;
    return words + (root.querySelector("script[type='application/ld+json']")?.textContent ?? "");
  };
  const documents = fresh.map(html => new DOMParser().parseFromString(html, "text/html"));
  const expected = documents.map(seen);
  const withoutMonth = documents.map(root => {
    for (const month of root.querySelectorAll(".mois-apercu")) month.remove();
    return seen(root);
  });
  const mayLackMonth = !document.body.matches(".page-accueil");
  const differences = [];
  instants.forEach((instant, n) => {
    Date.now = () => instant;
    document.dispatchEvent(new Event("visibilitychange"));
    const mended = seen(document);
    if (mended === expected[at[n]]) return;
    const lacksMonth = mayLackMonth && !document.querySelector(".mois-apercu:not([hidden])");
    if (lacksMonth && mended === withoutMonth[at[n]]) return;
    differences.push([instant, mended, expected[at[n]]]);
  });
  return differences;
}
"""


# Lists of the directory repeat the cards of the whole one.
LEFT_OUT = {"annuaire-liste", "annuaire-facette"}
_NEVER = datetime.max.replace(tzinfo=UTC)
# No profile is taken away: see above.
POLICY = Policy(leaves_after=1200)


@dataclass(frozen=True)
class Moments:
    """What a site says from each instant on: ``pages`` are its HTML by path."""

    instants: list[datetime]
    pages: list[Mapping[str, str]]


@pytest.fixture
def _without_costly_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do without what costs most and does not speak of dates."""
    monkeypatch.setattr("association.people.booklets.booklet_pdf", lambda *_: Pdf(b"", 1))


def moments_of(context: Context) -> Moments:
    """Return the site as it is built on its day, and at each change of the two years after it."""
    press, instants = Press(), [context.asof]
    pages: list[Mapping[str, str]] = []
    before: dict[str, OutputPage] = {}
    printed: dict[str, str] = {}
    while True:
        there = replace(context, asof=instants[-1])
        known = site(there)
        for path, page in pages_of(there).items():
            if page.head.kind not in LEFT_OUT and before.get(path) != page:
                printed[path] = press.html(page, known)
            before[path] = page
        pages.append(dict(printed))
        due = next_change(agenda_of(there), POLICY, there.content)
        if due is None or due > context.asof + YEARS:
            return Moments(instants, pages)
        instants.append(due)


def contexts(folder: Path) -> dict[str, Context]:
    """Return the shipped content, and one of events of many kinds, on the day of the build."""
    events = {slug: event_file(lines, titre=f"Titre {slug}") for slug, lines in EVENTS.items()}
    return {
        "shipped": shipped_context(folder / "shipped", BUILT),
        "many kinds": context_of(content_with(folder / "kinds", events), BUILT),
    }


def home_is_known_until(context: Context) -> datetime:
    """Return the instant from which the home page has fewer dates in reserve than it shows."""
    known = upcoming(agenda_of(context).all_occurrences, asof=context.asof)[:KNOWN_EVENTS]
    if len(known) < KNOWN_EVENTS:
        return _NEVER
    return sorted(item.slot.over_at.astimezone(UTC) for item in known)[-NEXT_EVENTS]


def metier_is_known_until(metier: Metier, context: Context) -> datetime:
    """Return the instant from which a métier lacks a number of holders or a date to show."""
    events = context.content.events
    coming = [
        item.slot.over_at
        for item in upcoming(agenda_of(context).all_occurrences, asof=context.asof)
        if item.state.takes_place and events[item.slug].written.metier == metier.slug
    ]
    dates = max(coming[:KNOWN_DATES]) if len(coming) > KNOWN_DATES else _NEVER
    return min(holders_known_until(metier, context) or _NEVER, dates)


def known_until(context: Context, path: str) -> datetime:
    """Return the instant up to which a page is compared: what it says less of then is by design."""
    if not path:
        return home_is_known_until(context)
    ends = {
        path_of("metiers", metier.slug): metier_is_known_until(metier, context)
        for metier in metiers(context)
    }
    return ends.get(path, _NEVER)


@pytest.mark.usefixtures("_without_costly_parts")
@pytest.mark.parametrize("name", ["shipped", "many kinds"])
def test_a_page_mended_in_the_browser_says_what_one_built_at_that_instant_says(
    browser: Any, tmp_path: Path, name: str, record_property: Callable[[str, object], None]
) -> None:
    context = contexts(tmp_path)[name]
    moments = moments_of(context)
    page = browser.new_context(timezone_id="Europe/Paris").new_page()
    page.route("**/*", lambda route: answer(route, moments.pages[0]))
    pairs, differences = 0, []
    for path in moments.pages[0]:
        instants, fresh, versions = walk(moments, path, known_until(context, path))
        if len(fresh) == 1:
            continue
        page.goto(f"{SITE}/{path}")
        found = page.evaluate(WALK, [instants, fresh, versions])
        differences += [(path, *one) for one in found]
        pairs += len(instants)
    record_property(
        f"pairs of a page and an instant compared ({name})",
        f"{pairs:,}, {len(differences):,} differ",
    )
    assert pairs > 1000
    assert not differences


def walk(moments: Moments, path: str, until: datetime) -> tuple[list[float], list[str], list[int]]:
    """Return the instants to visit a page at, each change and the millisecond before it.

    They are in milliseconds as scripts count them; then come the versions of the page built at
    these instants, and which of them each instant should show.
    """
    built = [of[path] for of in moments.pages if path in of]
    fresh = list(dict.fromkeys(built))
    versions = [fresh.index(html) for html in built]
    visits = [
        visit
        for instant, (before, after) in zip(moments.instants[1:], pairwise(versions), strict=True)
        if instant < until
        for visit in ((instant.timestamp() * 1000 - 1, before), (instant.timestamp() * 1000, after))
    ]
    return [instant for instant, _ in visits], fresh, [version for _, version in visits]


def answer(route: Any, pages: Mapping[str, str]) -> None:
    """Serve the pages as they were built first, and their script."""
    path = route.request.url.removeprefix(f"{SITE}/")
    script = ROOT / "theme" / "static" / path.removeprefix("theme/")
    if path in pages:
        route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")
    elif path.startswith("theme/js/page"):
        route.fulfill(body=bundle_js(script), content_type="text/javascript")
    else:
        route.abort()
