"""Practitioners, as the directory and their pages show them: consent decides what leaves."""

from collections.abc import Callable
from urllib.parse import quote

from ..content.entry import Practitioner, name_of
from ..content.french_dates import month_in_words, when_in_words
from ..content.practitioner import WrittenProject
from ..content.schema import WrittenPractitioner
from ..content.times import Slot
from ..content.values import Month, When, first_day
from ..core.zone import today
from ..pages.common import Body, Image
from ..pages.context import Context, iso_utc, shown_day
from ..pages.picture_places import ShownAt, portrait_in_a_list, portrait_on_top
from ..pictures.recipe import Focus
from ..source.headings import Heading
from .certificates import certification
from .facets import AUDIENCE, COUNTRY, FORM, LANGUAGE, REGION, THEME
from .values import countries_of, facet_term, home_region
from .view import Contact, PractitionerCard, PractitionerPage, Project, Step

# A page with fewer parts needs no table of contents.
_MANY = 5


def place_in_words(person: WrittenPractitioner, context: Context) -> str:
    """Return « Lyon, Auvergne-Rhône-Alpes », or the region alone without consent for the town."""
    region = home_region(person, context).name
    if "ville" not in person.consent.covers:
        return region
    return f"{person.base.city}, {region}" if person.base.city != region else region


def card(person: Practitioner, context: Context) -> PractitionerCard:
    """Return a practitioner as lists show them."""
    written = person.written
    return PractitionerCard(
        slug=person.slug,
        url=context.url(person),
        name=name_of(written),
        slogan=written.slogan,
        portrait=_portrait(written, context, portrait_in_a_list),
        initials=written.given_name[0] + written.family_name[0],
        place=place_in_words(written, context),
        certifications=tuple(certification(held, person, context) for held in written.metiers),
        audiences=tuple(word.name for word in written.audiences),
        languages=tuple(word.name for word in written.languages),
        is_remote=written.remote,
        is_example=written.example,
        lang=written.lang,
    )


def _portrait(
    person: WrittenPractitioner, context: Context, place: Callable[[Focus], ShownAt]
) -> Image | None:
    """Return a portrait around its focus, or None when the person did not agree to show it."""
    if person.photo is None or "portrait" not in person.consent.covers:
        return None
    return context.image(person.photo, place(person.photo.focus))


def page(person: Practitioner, context: Context) -> PractitionerPage:
    """Return everything a practitioner's page shows."""
    written = person.written
    projects = sorted(written.projects, key=lambda item: first_day(item.start), reverse=True)
    shown = [_project(item, context) for item in projects]
    leads = person.slug in context.events_of
    body = context.body(person)
    return PractitionerPage(
        card=card(person, context),
        portrait=_portrait(written, context, portrait_on_top),
        body=body,
        contents=_contents(body, bool(shown), leads, bool(written.career)),
        supervision=written.supervision or "",
        regions=tuple(facet_term(REGION, word, context) for word in written.regions),
        countries=tuple(
            facet_term(COUNTRY, word, context) for word in countries_of(written, context)
        ),
        languages=tuple(facet_term(LANGUAGE, word, context) for word in written.languages),
        audiences=tuple(facet_term(AUDIENCE, word, context) for word in written.audiences),
        themes=tuple(facet_term(THEME, word, context) for word in written.themes),
        forms=tuple(facet_term(FORM, word, context) for word in written.forms),
        contact=contact(written, context.identity.secretariat),
        website=written.website or "",
        career=tuple(Step(step.period, step.text) for step in written.career),
        projects_current=tuple(item for item in shown if item.state == "current"),
        projects_coming=tuple(item for item in shown if item.state == "coming"),
        projects_done=tuple(item for item in shown if item.state == "done"),
        memberships=written.memberships,
        capsules=tuple(context.link(item) for item in context.capsules_of.get(person.slug, ())),
        news=tuple(context.link(item) for item in context.news_of.get(person.slug, ())),
        consented=shown_day(written.consent.day),
    )


def _contents(body: Body, projects: bool, meetings: bool, career: bool) -> tuple[Heading, ...]:
    """Return the contents of a page: its text's headings, then the lists it has; none when few."""
    lists = (
        (projects, Heading("Projets", "liste-projets")),
        (meetings, Heading("Rencontres animées", "liste-rencontres")),
        (career, Heading("Parcours", "liste-parcours")),
    )
    found = (*body.headings, *(heading for is_there, heading in lists if is_there))
    return found if len(found) >= _MANY else ()


def contact(person: WrittenPractitioner, secretariat: str) -> Contact:
    """Return how to reach a practitioner: by the mode chosen, showing only what was agreed."""
    chosen, consents = person.contact, person.consent.covers
    name = name_of(person)
    if chosen.mode == "téléphone" and chosen.telephone and "téléphone" in consents:
        number = chosen.telephone
        return Contact("telephone", f"tel:{number.replace(' ', '')}", number, "Par téléphone.")
    if chosen.mode == "courriel" and chosen.email and "courriel" in consents:
        return Contact("email", f"mailto:{chosen.email}", chosen.email, "Par courriel.")
    if chosen.mode == "site" and person.website:
        return Contact("site", person.website, f"Le site de {name}", "Par son propre site.")
    subject = quote(f"Prise de contact avec {name}")
    return Contact(
        "secretariat",
        f"mailto:{secretariat}?subject={subject}",
        f"Écrire à {name} par le secrétariat",
        "Le secrétariat transmet votre message ; il ne communique aucune adresse personnelle.",
    )


def _project(written: WrittenProject, context: Context) -> Project:
    slot = Slot(written.start, written.end)
    day = today(context.asof)
    if day < slot.first_day:
        state = "coming"
    else:
        state = "done" if written.end and day > slot.last_day else "current"
    return Project(
        title=written.title,
        period=_period(written.start, written.end),
        state=state,
        partners=written.partners,
        funding=written.funding or "",
        summary=written.summary or "",
        over_at=iso_utc(slot.over_at) if written.end else "",
    )


def _period(start: When, end: When | None) -> str:
    """Return « septembre 2024 à juin 2026 » or « depuis septembre 2024 »."""
    if end is None:
        return f"depuis {_month_or_day(start)}"
    if start == end:
        return _month_or_day(start)
    return f"{_month_or_day(start)} à {_month_or_day(end)}"


def _month_or_day(when: When) -> str:
    if isinstance(when, Month):
        return month_in_words(when.year, when.month)
    return when_in_words(when)
