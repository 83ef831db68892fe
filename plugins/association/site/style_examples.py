"""Example values of the page of styles, frozen: nothing here is about anybody."""

from dataclasses import replace

from markupsafe import Markup

from ..content.event_states import EventState
from ..events.calendar_view import GridDay, GridSpan, GridWeek
from ..events.view import AgendaLine, Dates, Registration, Report
from ..pages.common import Body, Day, Document, Image, Link, Subscription, Term
from ..pages.site_view import PlanGroup
from ..pages.video_view import Video
from ..people.address_card import AddressCard
from ..people.directory_view import (
    CountedLink,
    DirectoryMap,
    Downloads,
    FilterStart,
    LinkGroup,
    MapCell,
    PeopleGroup,
    PeopleSection,
    Sheet,
)
from ..people.qr import qr_code
from ..people.view import Certification, Contact, Project, PublicPerson
from ..source.headings import Heading
from ..source.tree import read_body
from .capsule_view import CapsuleCard
from .metier_view import MetierCard
from .news_view import NewsCard

# Addresses lead to the top of the page itself.
_HERE = "#contenu"
_NEVER = "9999-12-31T00:00:00Z"
_LONG_AGO = "2000-01-01T00:00:00Z"

link = Link("Un lien", _HERE)
links = (link, Link("Un lien dont les mots sont nombreux et passent à la ligne", _HERE))
day = Day("2027-03-01", "1er mars 2027")
dates = Dates(
    "lundi 1er mars 2027, de 9 h 30 à 17 h",
    "2027-03-01T09:30+01:00",
    "2027-03-01T17:00+01:00",
    _NEVER,
    "lundi",
    "1",
    "mars",
    "2027",
    "9 h 30",
)
month_only = replace(dates, label="mars 2027", start="2027-03", weekday="", day="", hour="")
far = replace(dates, zone="heure de La Réunion", in_paris="lundi 1er mars 2027, de 6 h 30 à 14 h")
states = tuple(EventState)
registration = Registration(_HERE, day, _NEVER, True, "30", "Gratuit", "Sur inscription.")
closed = replace(registration, open=False, closes_at=_LONG_AGO)
_term = Term("Journée de rencontre", "journee-de-rencontre", _HERE)


def _occurrence(number: int, state: EventState) -> AgendaLine:
    return AgendaLine(
        anchor=f"date-{number}",
        url=_HERE,
        title="Une rencontre dont le titre est assez long",
        summary="Une phrase.",
        dates=far if state.code == "moved-online" else dates,
        state=state,
        reason="La raison, en une phrase." if state.label else "",
        where="Paris",
        category=_term,
        series="",
        registration=None if state.label else registration,
        is_past=False,
        is_example=True,
        reports=(Report("Compte rendu", link),) if state.code == "cancelled" else (),
    )


occurrences = tuple(_occurrence(number, state) for number, state in enumerate(states))
calendar = Subscription("Journées de rencontre", _HERE, _HERE, _HERE)
terms = (_term, Term("Sans page", "sans-page"))
documents = (Document("Un document", _HERE, "PDF", "84 ko"),)
headings = tuple(Heading(f"Partie {name}", "contenu") for name in ("une", "deux", "trois"))
_certified = Certification(
    Link("Intervenante en Thérapie Sociale TST", _HERE),
    "in-force",
    "certificat valable jusqu’au 1er mars 2030",
    day,
    day,
    _NEVER,
    "Institut",
    _HERE,
)
certifications = (
    _certified,
    replace(_certified, state="expired", label="certificat échu"),
    replace(_certified, state="none", label="en formation", granted=None, expires=None),
)
image = Image("/theme/images/logo.svg", "L’emblème : cinq faisceaux", 100, 100, "Une légende.", "X")
video = Video("Une vidéo", _HERE, "Voir la vidéo (3 min) sur un autre site", None)
person = PublicPerson(
    slug="quelquun",
    url=_HERE,
    page_url=_HERE,
    name="Quelqu’un",
    given_name="Quelqu’un",
    family_name="",
    slogan="Une phrase qui dit comment.",
    photo=None,
    portrait=None,
    initials="QU",
    place="Lyon, Auvergne-Rhône-Alpes",
    city="Lyon",
    region=_term,
    country=_term,
    country_code="FR",
    position=None,
    certifications=certifications,
    terms={
        "audiences": (Term("Élus et collectivités", ""),),
        "languages": (Term("français", ""),),
    },
    values=frozenset(),
    is_remote=True,
    contact=Contact("site", _HERE, "", ""),
    website="",
    consented=day,
    is_example=True,
)
people = (
    PeopleSection(
        "Un pays", "pays", (PeopleGroup("Une région", "region", (replace(person, slug="autre"),)),)
    ),
)
_done = Project("Un projet", "2024 à 2026", "done", ("Une ville",), "Une fondation", "En bref.", "")
projects = (_done, replace(_done, state="current", over_at=_NEVER))
news = NewsCard(
    url=_HERE,
    title="Une nouvelle",
    summary="Son résumé.",
    date=day,
    image=None,
    large=None,
    is_example=True,
    is_draft=False,
)
news_cards = (replace(news, image=image, large=image), news, replace(news, is_draft=True))
capsule = CapsuleCard(_HERE, "Une capsule", "Son résumé.", "45 min", ("Jeunes",), True)
metiers = (
    MetierCard(_HERE, "Un métier", "Son résumé.", "12 personnes certifiées"),
    MetierCard(_HERE, "Un autre", "Son résumé.", ""),
)
counted = (CountedLink("Bretagne", _HERE, 2), CountedLink("Provence-Alpes-Côte d’Azur", _HERE, 12))
groups = (LinkGroup("France", _HERE, counted), LinkGroup("Ailleurs", "", counted[:1]))
downloads = Downloads(_HERE, _HERE, _HERE)
sheet = Sheet(2, 3, tuple(Link(str(number), _HERE) for number in (1, 2, 3)), _HERE, _HERE)
filter_start = FilterStart(_HERE, _HERE, _HERE, "")
_hexagon = "50,3 97,30 97,84 50,111 3,84 3,30"
map_of_cells = DirectoryMap(
    100, 114, (MapCell("Bretagne", ("Bretagne",), "BRE", _HERE, 12, 3, 50, 57, _hexagon),)
)
card = AddressCard(_HERE, qr_code("https://association.example/"), "Code QR")
weekdays = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_days = tuple(
    GridDay(
        str(number),
        f"2027-03-{number:02}",
        f"{number} mars",
        (occurrences[number % 6],) if number % 3 == 1 else (),
    )
    for number in range(1, 8)
)
weeks = (GridWeek(_days, ((GridSpan(2), GridSpan(3, occurrences[0], True, True), GridSpan(2)),)),)
plan_groups = (PlanGroup("Une partie", _HERE, links),)
_TEXT = """
Un paragraphe avec un [lien](#contenu), du **gras**, de l'*italique* et une note[^1].

## Un intertitre

> Une citation, assez longue pour passer à la ligne et montrer ce qu'elle devient alors.
>
> — Quelqu'un, *Un ouvrage*, 2015

- une liste ;
- son deuxième élément.

### Un plus petit

1. D'abord.
2. Ensuite.

| Repère | Valeur |
|---|---|
| Durée | 3 ans |

/// details | Ce qui se déplie

Le texte.

///

/// admonition | Un encadré

Le texte.

///

[^1]: La note.
"""
_rendered = read_body(_TEXT)
body = Body(Markup(_rendered.html), _rendered.headings)
