"""People as published: the one place where consent decides what leaves."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from ..content.company import WrittenInsurance, WrittenQualiopi
from ..content.entry import Practitioner, name_of
from ..content.practitioner import agreed_contacts
from ..content.schema import Word, WrittenPractitioner
from ..content.starting_price import WrittenStartingPrice
from ..core.person_names import initials
from ..core.results_cache import ResultsCache
from ..core.zone import today
from ..pages.common import Image, Term
from ..pages.context import Context, day_view
from ..pages.picture_places import PicturePlace, portrait_in_a_list
from ..pictures.recipe import Focus
from .certificates import certification
from .dated_claims import window_of_claim
from .distances import Position
from .facets import COUNTRY, REGION
from .gazetteer import gazetteer
from .retention import confirmed_on
from .values import facet_term, home_country, home_region, terms_of, values_of
from .view import (
    Company,
    Contact,
    Insurance,
    Photo,
    PublicPerson,
    Qualiopi,
    Reference,
    Requests,
    StartingPrice,
)

_MODES = {"téléphone": "telephone", "courriel": "email", "site": "site"}


def public_person(person: Practitioner, context: Context) -> PublicPerson:
    """Return a practitioner as published."""
    written = person.written
    region = home_region(written, context)
    country = context.content.vocabulary.of_kind("countries")[home_country(written)]
    may_say_town = agrees_to("ville", written)
    city = written.base.city if may_say_town else ""
    photo = written.photo if agrees_to("portrait", written) else None
    return PublicPerson(
        slug=person.slug,
        url=context.url(person),
        page_url=context.absolute(person),
        name=name_of(written),
        given_name=written.given_name,
        family_name=written.family_name,
        slogan=written.slogan,
        photo=Photo(photo.file, photo.alt, photo.focus) if photo else None,
        portrait=portrait(written, context, portrait_in_a_list),
        initials=initials(written.family_name, written.given_name),
        place=region.name if city in ("", region.name) else f"{city}, {region.name}",
        city=city,
        region=facet_term(REGION, region, context),
        country=facet_term(COUNTRY, country, context),
        country_code=country.code,
        position=(
            _town(written, country, context)
            if may_say_town
            else middle_of_region(region, context.results)
        ),
        certifications=tuple(
            certification(certificate, person, context) for certificate in written.metiers
        ),
        terms=terms_of(written, context),
        values=frozenset(values_of(written, context)),
        is_remote=written.remote,
        contacts=contacts(written, context.settings.identity.secretariat),
        website=written.website or "",
        consent_day=day_view(written.consent.day),
        confirmed_day=day_view(confirmed_on(written)),
        is_example=written.example,
        lang=written.lang,
        requests=_requests(written, context),
        company=_company(written, context),
        price=_price(written.price, context),
        accessibility=written.base.accessibility or "",
        references=tuple(_references(written, context)),
        sectors=tuple(Term(word.name, word.slug) for word in written.sectors),
        colleagues=tuple(_colleagues(person, context)),
        practice=written.practice or "",
    )


def agrees_to(what: str, person: WrittenPractitioner) -> bool:
    """Return whether a person agreed to have something published: « ville », « badge »."""
    return what in person.consent.covers


def portrait(
    person: WrittenPractitioner, context: Context, place: Callable[[Focus], PicturePlace]
) -> Image | None:
    """Return a portrait around its focus, or None when the person did not agree to show it."""
    if person.photo is None or not agrees_to("portrait", person):
        return None
    return context.image(person.photo, place(person.photo.focus))


def _requests(person: WrittenPractitioner, context: Context) -> Requests | None:
    """Return whether a person takes on new requests, None when that is not known any more."""
    said = person.requests
    shown = window_of_claim(said.until, context.asof) if said else None
    if said is None or shown is None:
        return None
    until = day_view(said.until)
    takes = "Prend" if said.accepts else "Ne prend pas"
    words = f"{takes} de nouvelles demandes jusqu’au {until.label}"
    return Requests(said.accepts, words, until, shown)


def _company(person: WrittenPractitioner, context: Context) -> Company | None:
    company = person.company
    if company is None or not agrees_to("entreprise", person):
        return None
    return Company(
        legal_form=company.legal_form,
        siret=company.siret or "",
        foreign_number=company.foreign_number or "",
        declaration=company.declaration or "",
        qualiopi=_qualiopi(company.qualiopi, context),
        insurance=_insurance(company.insurance, context),
    )


def _qualiopi(written: WrittenQualiopi | None, context: Context) -> Qualiopi | None:
    shown = window_of_claim(written.expires, context.asof) if written else None
    if written is None or shown is None:
        return None
    return Qualiopi(written.actions, day_view(written.expires), shown)


def _insurance(written: WrittenInsurance | None, context: Context) -> Insurance | None:
    shown = window_of_claim(written.expires, context.asof) if written else None
    if written is None or shown is None:
        return None
    expires = day_view(written.expires) if written.expires else None
    return Insurance(written.insurer, expires, shown)


def _price(written: WrittenStartingPrice | None, context: Context) -> StartingPrice | None:
    if written is None or written.day > today(context.asof):
        return None
    return StartingPrice(
        label=written.in_words(),
        amount=f"{written.amount}",
        currency=written.currency,
        unit=written.unit,
        conditions=written.conditions or "",
        day=day_view(written.day),
    )


def _references(person: WrittenPractitioner, context: Context) -> Iterator[Reference]:
    for one in person.references:
        if one.agreed <= today(context.asof):
            mission, period = one.mission or "", one.period or ""
            yield Reference(one.organization, mission, period, one.agreed_by, day_view(one.agreed))


def _colleagues(person: Practitioner, context: Context) -> Iterator[Term]:
    """Yield the people one works with who say it too: each agrees for themselves."""
    people = context.content.practitioners
    for slug in mutual_colleagues(person, people):
        yield Term(name_of(people[slug].written), slug, context.url(people[slug]))


def mutual_colleagues(person: Practitioner, people: Mapping[str, Practitioner]) -> tuple[str, ...]:
    """Return the slugs of the people one works with who say it too, of all ``people``."""
    return tuple(
        slug
        for slug in person.written.colleagues
        if slug != person.slug and slug in people and person.slug in people[slug].written.colleagues
    )


def contacts(person: WrittenPractitioner, secretariat: str) -> tuple[Contact, ...]:
    """Return how to reach a practitioner, the way chosen first, then what else was agreed to."""
    agreed = {one.mode: one for one in _agreed_contacts(person)}
    name = name_of(person)
    if person.website:
        agreed["site"] = Contact(
            "site", person.website, f"Le site de {name}", "Par son propre site."
        )
    subject = quote(f"Prise de contact avec {name}")
    office = Contact(
        "secretariat",
        f"mailto:{secretariat}?subject={subject}",
        f"Écrire à {name} par le secrétariat",
        "Le secrétariat transmet votre message ; il ne communique aucune adresse personnelle.",
        secretariat,
    )
    chosen = agreed.pop(_MODES.get(person.contact.mode, ""), office)
    agreed.pop("site", None)
    return (chosen, *agreed.values())


def _agreed_contacts(person: WrittenPractitioner) -> Iterator[Contact]:
    agreed = agreed_contacts(person)
    if number := agreed.get("téléphone"):
        yield Contact("telephone", f"tel:{number.replace(' ', '')}", number, "Par téléphone.")
    if address := agreed.get("courriel"):
        yield Contact("email", f"mailto:{address}", address, "Par courriel.", address)


def _town(person: WrittenPractitioner, country: Word, context: Context) -> Position | None:
    place = country.code, person.base.postal_code, person.base.city
    return context.results.get_or_compute(("town", *place), lambda: gazetteer().locate(*place))


def middle_of_region(region: Word, results: ResultsCache) -> Position | None:
    """Return the middle of a region, or None when no place of it is known."""
    key = "middle", region.slug, *region.postal_prefixes
    return results.get_or_compute(
        key, lambda: gazetteer().middle_of(region.slug, region.postal_prefixes)
    )
