"""What six calendar programs show of each thing that happens to an event, as the docs say it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from tests.built_site import ROOT
from tests.clients.calendar_programs import (
    Program,
    Shown,
    calcurse,
    ical_js,
    icalendar,
    khal,
    libical,
)
from tests.clients.subscription import Agenda, on_line

# The columns of the table, as they are headed.
PROGRAMS: dict[str, Program] = {
    "khal": khal,
    "calcurse": calcurse,
    "icalendar": icalendar,
    "ical.js": ical_js,
    "libical": libical,
}
DAY = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 17:00"}
AT = "2027-03-14 09:30"
JOIN = "https://example.org/visio"
REGISTER = "https://example.org/inscription"
WAIT = "https://example.org/attente"
PLACE = "\n  nom: Salle Bellecour\n  adresse: 3, rue Haute\n  ville: Lyon"
ONLINE = {"mode": "en ligne", "visio": JOIN}
FULL = f"\n  lien: {REGISTER}\n  liste_attente: {WAIT}"
RULE = (
    "\n  frequence: hebdomadaire\n  nombre: 5"
    "\n  annulees:\n    - date: 2027-03-21\n      motif: La salle est inondée."
    "\n  deplacees:\n    - date: 2027-03-28\n      debut: 2027-03-30 08:00"
    "\n  completes: [2027-04-11]"
)
LIST = (
    "\n  - debut: 2027-04-02 09:30\n    statut: annulé"
    "\n  - debut: 2027-05-02 09:30\n    date_initiale: 2027-04-30 09:30"
    "\n  - debut: 2027-05-09 09:30\n    complet: oui"
)
HOURS = (
    '\n  - heure: "09:30"\n    titre: Accueil et café'
    '\n  - heure: "10:00"\n    titre: Le récit de Gervaise\n    salle: Grande salle'
)
PLACES = (
    "\n  - nom: Salle Bellecour\n    ville: Lyon\n  - nom: Salle du Rhône\n    ville: Villeurbanne"
)


@dataclass(frozen=True)
class Case:
    """What happens to the event ``slug``, whose title is the row of the table.

    ``dates`` are its dates in a calendar, with what stands before the title of each, and no other;
    ``placed`` and ``told`` are words of the place and of the description of its last date,
    ``hidden`` words that nobody may read at any.
    """

    slug: str
    front: Mapping[str, str]
    dates: tuple[tuple[str, str], ...]
    placed: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


MOVED = {"debut": "2027-06-20 14:00", "fin": "2027-06-20 18:00", "date_initiale": AT}
ONCE = ((AT, ""),)
CASES = {
    "prévu": Case("prevu", {**DAY, "lieu": PLACE}, ONCE, placed=("Salle Bellecour", "Lyon")),
    "à confirmer": Case(
        "a-confirmer", {**DAY, "statut": '"à confirmer"'}, ((AT, "À CONFIRMER – "),)
    ),
    "à une nouvelle date": Case(
        "deplace", MOVED, (("2027-06-20 14:00", ""),), told=("d’abord annoncé",)
    ),
    "reporté, sans nouvelle date": Case(
        "reporte",
        {**DAY, **ONLINE, "statut": "reporté", "motif": "Une grève."},
        ((AT, "REPORTÉ – "),),
        told=("Reporté", "Une grève."),
        hidden=(JOIN,),
    ),
    "annulé": Case(
        "annule",
        {**DAY, **ONLINE, "statut": "annulé", "inscription": f"\n  lien: {REGISTER}"},
        ((AT, "ANNULÉ – "),),
        told=("Annulé.",),
        hidden=(JOIN, REGISTER),
    ),
    "une répétition dont des dates changent": Case(
        "regle",
        {**DAY, "recurrence": RULE},
        (
            (AT, ""),
            ("2027-03-21 09:30", "ANNULÉ – "),
            ("2027-03-30 08:00", ""),
            ("2027-04-04 09:30", ""),
            ("2027-04-11 09:30", ""),
        ),
        told=("Complet.",),
    ),
    "une liste dont des dates changent": Case(
        "liste",
        {**DAY, "dates": LIST},
        (
            (AT, ""),
            ("2027-04-02 09:30", "ANNULÉ – "),
            ("2027-05-02 09:30", ""),
            ("2027-05-09 09:30", ""),
        ),
        told=("Complet.",),
    ),
    "complet": Case(
        "complet",
        {**DAY, "complet": "oui", "inscription": FULL},
        ONCE,
        told=("Complet.", WAIT),
        hidden=(REGISTER,),
    ),
    "en ligne seulement": Case(
        "en-ligne", {**DAY, **ONLINE}, ONCE, placed=(JOIN,), told=("Rejoindre", JOIN)
    ),
    "passé en ligne": Case(
        "passe-en-ligne",
        {**DAY, **ONLINE, "mode_initial": "sur place", "lieu": PLACE},
        ONCE,
        placed=(JOIN,),
        told=("Passe en ligne",),
        hidden=("rue Haute",),
    ),
    "sur place et en ligne": Case(
        "mixte",
        {**DAY, **ONLINE, "mode": "mixte", "lieu": PLACE},
        ONCE,
        placed=("3, rue Haute", "Lyon", "et en ligne"),
        told=(JOIN,),
    ),
    "à plusieurs endroits": Case(
        "lieux", {**DAY, "lieux": PLACES}, ONCE, placed=("Salle Bellecour", "Villeurbanne")
    ),
    "avec un programme par heure": Case(
        "programme",
        {**DAY, "programme": HOURS},
        ONCE,
        told=("– 9 h 30, Accueil et café", "– 10 h, Le récit de Gervaise (Grande salle)"),
    ),
    "renommé avant d’être publié": Case(
        "journee", DAY, ONCE, told=("/agenda/journee/",), hidden=("journe/",)
    ),
    "en brouillon": Case("brouillon", {**DAY, "statut": "brouillon"}, ()),
}


def table() -> Iterator[tuple[str, str, str]]:
    """Yield what the docs say: what happens, the program, whether it shows it."""
    docs = (ROOT / "docs" / "agenda.md").read_text("utf-8")
    head, _, *rows = (
        docs.partition("Ce qu’en font les programmes")[2]
        .partition("\n\n|")[2]
        .split("\n\n")[0]
        .splitlines()
    )
    programs = [cell.strip() for cell in head.strip("|").split("|")][1:]
    for row in rows:
        case, *cells = (cell.strip() for cell in row.strip("|").split("|"))
        yield from ((case, program, cell) for program, cell in zip(programs, cells, strict=True))


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    agenda = Agenda(tmp_path_factory.mktemp("agenda"))
    agenda.content.committed("journe", titre="renommé avant d’être publié", **DAY)
    agenda.content.git("mv", "content/agenda/journe.md", "content/agenda/journee.md")
    for title, case in CASES.items():
        agenda.publish(case.slug, titre=title, **case.front)
    return agenda


@pytest.fixture(scope="module", params=PROGRAMS)
def shown(
    request: pytest.FixtureRequest, agenda: Agenda, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, list[Shown]]:
    """A program and all that it shows of the whole agenda."""
    with on_line(agenda) as url:
        return request.param, PROGRAMS[request.param](url, tmp_path_factory.mktemp("home"))()


@pytest.mark.parametrize("title", CASES)
def test_a_program_shows_what_the_docs_say(title: str, shown: tuple[str, list[Shown]]) -> None:
    program, everything = shown
    said = {(case, name): cell for case, name, cell in table()}
    faults = list(_faults(title, CASES[title], everything))
    assert said[title, program] == ("non" if faults else "oui"), faults


def test_the_table_has_each_case_and_each_program_once() -> None:
    assert [(case, program) for case, program, _ in table()] == [
        (case, program) for case in CASES for program in PROGRAMS
    ]


def _faults(title: str, case: Case, everything: list[Shown]) -> Iterator[str]:
    """Yield what a program shows otherwise than it should."""
    dates = sorted(one for one in everything if title == one.title.rpartition("– ")[2])
    if [(one.start, one.title) for one in dates] != [
        (start, before + title) for start, before in case.dates
    ]:
        yield f"dates: {dates}"
    for one in dates[-1:]:
        place = one.place or one.text
        yield from (f"no place {word}: {one}" for word in case.placed if word not in place)
        yield from (f"not told {word}: {one}" for word in case.told if word not in one.text)
    yield from (
        f"not hidden {word}: {one}"
        for one in dates
        for word in case.hidden
        if any(word in text for text in one)
    )
