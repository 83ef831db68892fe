"""Practitioners, as the directory and their pages show them: consent decides what leaves."""

from itertools import groupby
from urllib.parse import quote

from ..agenda.occurrences import past, today, upcoming
from ..agenda.times import Slot
from ..french_dates import month_in_words, when_in_words
from ..published.common import Term
from ..published.practitioner import (
    Contact,
    CountryOfDirectory,
    PractitionerCard,
    PractitionerPage,
    Project,
    RegionOfDirectory,
    Step,
)
from ..schema import Word, WrittenPractitioner
from ..schema.practitioner import WrittenProject
from ..schema.values import Month, When, first_day
from ..words import folded
from .certificates import certification
from .events import occurrence
from .house import House, Practitioner, iso_utc, name_of, shown_day, term
from .subscriptions import practitioner_subscription

_FRANCE = "France"


def home_country(person: WrittenPractitioner) -> str:
    """Return the name of the country a practitioner is based in."""
    return person.base.country.name if person.base.country else _FRANCE


def home_region(person: WrittenPractitioner, house: House) -> Word:
    """Return the region a practitioner is based in, the first one served when it is unknown."""
    words = house.content.vocabulary
    found = words.region_of(person.base.postal_code, home_country(person))
    return found or person.regions[0]


def place_in_words(person: WrittenPractitioner, house: House) -> str:
    """Return « Lyon, Auvergne-Rhône-Alpes », or the region alone without consent for the town."""
    region = home_region(person, house).name
    if "ville" not in person.consent.covers:
        return region
    return f"{person.base.city}, {region}" if person.base.city != region else region


def card(person: Practitioner, house: House) -> PractitionerCard:
    """Return a practitioner as lists show them."""
    written = person.written
    consents = written.consent.covers
    return PractitionerCard(
        slug=person.slug,
        url=house.url(person),
        name=name_of(written),
        slogan=written.slogan,
        portrait=house.image(written.photo) if "portrait" in consents else None,
        initials=written.given_name[0] + written.family_name[0],
        place=place_in_words(written, house),
        certifications=tuple(certification(held, person, house) for held in written.metiers),
        audiences=tuple(word.name for word in written.audiences),
        languages=tuple(word.name for word in written.languages),
        is_remote=written.remote,
        is_example=written.example,
        lang=written.lang,
    )


def page(person: Practitioner, house: House) -> PractitionerPage:
    """Return everything a practitioner's page shows."""
    written = person.written
    projects = sorted(written.projects, key=lambda item: first_day(item.start), reverse=True)
    shown = [_project(item, house) for item in projects]
    countries = written.countries or _home_countries(written, house)
    theirs = house.events_of.get(person.slug, ())
    led = [item for event in theirs for item in house.occurrences[event.slug]]
    return PractitionerPage(
        card=card(person, house),
        body=house.body(person),
        supervision=written.supervision or "",
        regions=tuple(region_term(word, house) for word in written.regions),
        countries=tuple(term(word) for word in countries),
        languages=tuple(term(word) for word in written.languages),
        audiences=tuple(term(word) for word in written.audiences),
        themes=tuple(term(word) for word in written.themes),
        forms=tuple(term(word) for word in written.forms),
        contact=contact(written, house.identity.secretariat),
        website=written.website or "",
        career=tuple(Step(step.period, step.text) for step in written.career),
        projects_current=tuple(item for item in shown if item.state == "current"),
        projects_coming=tuple(item for item in shown if item.state == "coming"),
        projects_done=tuple(item for item in shown if item.state == "done"),
        memberships=written.memberships,
        capsules=tuple(house.link(item) for item in house.capsules_of.get(person.slug, ())),
        events_coming=tuple(occurrence(item, house) for item in upcoming(led, asof=house.asof)),
        events_past=tuple(occurrence(item, house) for item in past(led, asof=house.asof)),
        calendar=practitioner_subscription(person, house) if led else None,
        news=tuple(house.link(item) for item in house.news_of.get(person.slug, ())),
        consented=shown_day(written.consent.day),
    )


def _home_countries(person: WrittenPractitioner, house: House) -> tuple[Word, ...]:
    known = house.content.vocabulary.of_kind("countries")
    return (known[home_country(person)],)


def region_term(word: Word, house: House) -> Term:
    """Return a region with its place in the directory."""
    return Term(word.name, word.slug, house.addresses.href(f"annuaire/#{_anchor(word)}"))


def _anchor(region: Word) -> str:
    return f"region-{region.slug}"


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


def _project(written: WrittenProject, house: House) -> Project:
    slot = Slot(written.start, written.end)
    day = today(house.asof)
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


def directory(house: House) -> tuple[CountryOfDirectory, ...]:
    """Return the practitioners by country, region, then name; France first, as the page says."""
    words = house.content.vocabulary
    regions = list(words.of_kind("regions"))
    countries = list(words.of_kind("countries"))

    def order(person: Practitioner) -> tuple[int, int, str]:
        region = home_region(person.written, house)
        name = folded(f"{person.written.family_name} {person.written.given_name}")
        return countries.index(region.country), regions.index(region.name), name

    people = sorted(house.practitioners, key=order)
    result = []
    for country, of_country in groupby(people, lambda p: home_region(p.written, house).country):
        groups = tuple(
            RegionOfDirectory(
                region_term(region, house),
                _anchor(region),
                tuple(card(person, house) for person in of_region),
            )
            for region, of_region in groupby(of_country, lambda p: home_region(p.written, house))
        )
        country_term = term(words.of_kind("countries")[country])
        count = sum(len(group.people) for group in groups)
        result.append(CountryOfDirectory(country_term, groups, count))
    return tuple(result)
