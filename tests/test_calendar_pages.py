"""What the pages of the agenda say: months, years, selections, programme, subscriptions."""

from pathlib import Path
from xml.etree.ElementTree import Element

import icalendar
import pytest

from association.pages.context import Context
from tests.built_site import Page, words
from tests.calendar_context import Press, content_with, context_of, event_file, files_of, pages_of

STATES = {
    "prevu": ("statut: prévu\n", ""),
    "a-confirmer": ("statut: à confirmer\n", "à confirmer"),
    "annule": ("statut: annulé\nmotif: La salle ferme.\n", "annulé"),
    "reporte": ("statut: reporté\n", "reporté, nouvelle date à venir"),
    "deplace": ("date_initiale: 2027-01-21\n", "nouvelle date"),
    "en-ligne": ("mode: en ligne\nmode_initial: sur place\n", "passe en ligne"),
}
LED = "intervenants: [zephyrine]\nserie: Ateliers de pratique\n"
PLACE = "lieu:\n  nom: La Halle\n  adresse: 3, rue Haute\n  code_postal: '35000'\n  ville: Rennes\n"
PRESS = Press()


def context(root: Path, asof: str = "2026-11-21", **events: str) -> Context:
    files = {slug.replace("_", "-"): event_file(lines) for slug, lines in events.items()}
    return context_of(content_with(root, files), asof)


def page(of: Context, path: str) -> Page:
    """Return one page as HTML."""
    return PRESS.page(of, path)


def said(of: Context, path: str) -> str:
    """Return the words of a page's main part."""
    return words(next(page(of, path).all("main"))).replace("\u202f", " ").replace("\xa0", " ")


def cells(of: Context, path: str) -> list[list[tuple[str, int]]]:
    """Return the rows of the month's table: the words of each cell, the columns it takes."""
    body = next(page(of, path).all("tbody"))
    return [
        [(words(cell), int(cell.attrib.get("colspan", "1"))) for cell in row.iter("td")]
        for row in body.iter("tr")
    ]


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """One event in each of the six states."""
    events = {
        slug.replace("-", "_"): f"debut: 2027-03-{10 + n}\n{LED}{lines}"
        + (PLACE if slug != "en-ligne" else "")
        for n, (slug, (lines, _)) in enumerate(STATES.items())
    }
    return context(tmp_path_factory.mktemp("six"), **events)


@pytest.mark.parametrize("slug", STATES)
def test_every_page_that_shows_an_event_says_its_state(six: Context, slug: str) -> None:
    url, label = f"/agenda/{slug}/", STATES[slug][1]
    showing = []
    for shown in PRESS.printed(six):
        main = next(shown.all("main"))
        items = _items(main, url)
        showing += [shown.path] if items else []
        assert [words(item) for item in items if label not in words(item).lower()] == []
    lists = {"", "agenda/", "agenda/2027/", "agenda/2027/03/", "agenda/programme/"}
    selections = {
        "agenda/categories/formation/",
        "agenda/praticiens/zephyrine/",
        "agenda/series/ateliers-de-pratique/",
        "annuaire/zephyrine/",
        "plan-du-site/",
    }
    assert (lists - {""}) | selections <= set(showing)


def _links(element: Element, url: str) -> bool:
    return any(a.attrib.get("href", "").split("#")[0] == url for a in element.iter("a"))


def _items(main: Element, url: str) -> list[Element]:
    """Return the smallest pieces of a page that show an event: items of lists, entries of cells."""
    found = [e for e in main.iter() if e.tag in ("li", "td", "a") and _links(e, url)]
    neighbours = [e for e in found if e.tag == "a" and e.attrib.get("rel") in ("prev", "next")]
    return [e for e in found if e.tag != "a"] + neighbours


def test_the_page_of_an_event_says_its_state(six: Context) -> None:
    for slug, (_, label) in STATES.items():
        assert label in said(six, f"agenda/{slug}/").lower()


def test_a_month_is_a_table_with_a_caption_and_headed_days(tmp_path: Path) -> None:
    of = context(tmp_path, une="debut: 2027-06-08 19:00\nfin: 2027-06-08 20:30\n")
    month = page(of, "agenda/2027/06/")
    [table] = month.all("table")
    assert words(next(table.iter("caption"))) == "juin 2027"
    heads = [(words(th), th.attrib.get("scope")) for th in table.iter("th")]
    names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    assert heads == [(name, "col") for name in names]


def test_a_date_stands_under_its_weekday_with_its_hour(tmp_path: Path) -> None:
    of = context(tmp_path, une="debut: 2027-06-08 19:00\nfin: 2027-06-08 20:30\n")
    row = cells(of, "agenda/2027/06/")[1]
    assert [text.split()[0] for text, _ in row] == ["7", "8", "9", "10", "11", "12", "13"]
    assert "19 h Une rencontre" in row[1][0].replace("\u202f", " ").replace("\xa0", " ")


def test_a_date_of_several_days_spans_their_columns(tmp_path: Path) -> None:
    of = context(tmp_path, deux="debut: 2027-06-03\nfin: 2027-06-04\n")
    lane = cells(of, "agenda/2027/06/")[1]
    assert [columns for _, columns in lane] == [1, 1, 1, 2, 1, 1]
    assert "Une rencontre" in lane[3][0]


def test_every_row_of_a_month_is_seven_columns_wide(tmp_path: Path) -> None:
    of = context(
        tmp_path,
        a="debut: 2027-06-03\nfin: 2027-06-20\n",
        b="debut: 2027-06-05\nfin: 2027-06-08\n",
        c="debut: 2027-06-09\nfin: 2027-06-10\n",
    )
    rows = cells(of, "agenda/2027/06/")
    assert {sum(columns for _, columns in row) for row in rows} == {7}
    said_of_weeks = [text for row in rows for text, columns in row if columns > 1]
    assert any(text.startswith("Suite") for text in said_of_weeks)
    assert any(text.endswith("continue ensuite") for text in said_of_weeks)


def test_every_date_of_the_table_is_in_the_list_before_it(six: Context) -> None:
    shown = page(six, "agenda/2027/03/")
    main = next(shown.all("main"))
    order = [e for e in main.iter() if e.tag == "table" or e.attrib.get("class") == "brefs"]
    assert [e.tag for e in order] == ["ul", "table"]
    listed, table = ({a.attrib["href"] for a in e.iter("a")} for e in order)
    assert table
    assert table <= listed


def test_a_month_leads_to_the_months_that_hold_something(tmp_path: Path) -> None:
    of = context(tmp_path, a="debut: 2026-12-08\n", b="debut: 2027-03-19\n", c="debut: 2027-09\n")
    hrefs = {a.attrib.get("rel"): a.attrib["href"] for a in page(of, "agenda/2027/03/").all("a")}
    assert (hrefs["prev"], hrefs["next"]) == ("/agenda/2026/12/", "/agenda/2027/09/")
    assert "agenda/2027/04/" not in pages_of(of)


def test_a_year_has_twelve_months_and_its_neighbours(tmp_path: Path) -> None:
    of = context(tmp_path, a="debut: 2021-12-08\n", b="debut: 2027-03-19\n")
    year = page(of, "agenda/2027/")
    captions = [words(caption) for caption in year.all("caption")]
    assert len(captions) == 12
    assert captions[2] == "mars 2027"
    assert [a.attrib["href"] for a in year.all("a") if a.attrib.get("rel") == "prev"] == [
        "/agenda/2021/"
    ]


TWO_DAYS = {
    "seul": "debut: 2027-03-05\n",
    "matin": "debut: 2027-03-12 09:00\nfin: 2027-03-12 11:00\n",
    "soir": "debut: 2027-03-12 18:00\nfin: 2027-03-12 20:00\n",
    "sejour": "debut: 2027-02-27\nfin: 2027-03-02\n",
    "atelier": "debut: 2027-03-02 09:00\nfin: 2027-03-02 11:00\n",
}


def test_days_of_a_small_month_lead_to_what_they_hold_and_say_it(tmp_path: Path) -> None:
    agenda = context(tmp_path, **TWO_DAYS)
    small = [
        {link.attrib["href"]: words(link).replace("\xa0", " ") for link in days}
        for path in ("agenda/2027/", "agenda/categories/formation/")
        for table in page(agenda, path).all("table")
        for days in [list(table.iter("a"))]
        if words(next(table.iter("caption"))).startswith("mars")
    ]
    expected = {
        "/agenda/sejour/": "11er mars : 1 date",
        "/agenda/2027/03/#jour-2027-03-01": "22 mars : 2 dates",
        "/agenda/seul/": "55 mars : 1 date",
        "/agenda/2027/03/#jour-2027-03-12": "1212 mars : 2 dates",
    }
    assert small == [expected, expected]
    anchors = [
        item.attrib["id"]
        for item in page(agenda, "agenda/2027/03/").all("li")
        if "id" in item.attrib
    ]
    assert anchors == [f"jour-2027-03-{day}" for day in ("01", "02", "05", "12")]


@pytest.mark.parametrize("path", ["categories/formation", "series/ateliers-de-pratique"])
def test_a_list_shows_the_month_of_its_next_date(tmp_path: Path, path: str) -> None:
    lines = "serie: Ateliers de pratique\n"
    agenda = context(
        tmp_path, un=f"debut: 2027-03-05\n{lines}", autre=f"debut: 2027-06-05\n{lines}"
    )
    months = [
        it for it in page(agenda, f"agenda/{path}/").all("div") if it.get("class") == "mois-apercu"
    ]
    shown = [words(next(it.iter("h3"))) for it in months if "hidden" not in it.attrib]
    assert shown == ["mars 2027"]
    assert len(months) == 2


def test_links_of_the_month_say_their_day(tmp_path: Path) -> None:
    agenda = context(
        tmp_path, seul="debut: 2027-03-05\n", long="debut: 2027-03-08\nfin: 2027-03-10\n"
    )
    table = next(page(agenda, "agenda/2027/03/").all("table"))
    said = [words(link).replace("\xa0", " ") for link in table.iter("a")]
    assert said == [
        "Une rencontre, 5 mars",
        "Une rencontre, du lundi 8 mars au mercredi 10 mars 2027",
    ]


def test_a_series_is_numbered_and_its_gaps_are_explained(tmp_path: Path) -> None:
    events = {
        f"r{number}": event_file(
            f"debut: {year}-03-01\nserie: Journées de rencontre\nnumero: {number}\n",
            titre=f"Rencontre {number}",
        )
        for number, year in {4: 2017, 5: 2018, 8: 2020, 12: 2027}.items()
    }
    of = context_of(content_with(tmp_path, events), "2026-11-21")
    text = said(of, "agenda/series/journees-de-rencontre/")
    order = ["Rencontre 12", "9e à 11e", "Rencontre 8", "6e et 7e", "Rencontre 5", "Rencontre 4"]
    places = [text.index(part) for part in [*order, "1re à 3e"]]
    assert places == sorted(places)
    assert "Les journées absentes de cette liste" in text


def test_a_region_holds_what_takes_place_there(tmp_path: Path) -> None:
    of = context(tmp_path, la=f"debut: 2027-03-01\n{PLACE}", ailleurs="debut: 2027-03-01\n")
    assert [path for path in pages_of(of) if path.startswith("agenda/regions/")] == [
        "agenda/regions/",
        "agenda/regions/bretagne/",
    ]


def test_a_selection_offers_its_own_calendar(six: Context) -> None:
    files = files_of(six)
    for path, shown in pages_of(six).items():
        if shown.head.kind == "agenda-liste":
            addresses = {a.attrib["href"] for a in page(six, path).all("a")}
            calendar = f"{path.removesuffix('/')}.ics"
            assert calendar in files
            assert f"webcal://asso.example/{calendar}" in addresses
            assert f"https://asso.example/{calendar}" in addresses


def test_every_calendar_can_be_subscribed_to(six: Context) -> None:
    subscribing = page(six, "agenda/abonnement/")
    hrefs = [a.attrib["href"].replace("://asso.example", "") for a in subscribing.all("a")]
    offered = {href.partition("/")[2] for href in hrefs}
    of_events = {
        f"agenda/{slug}/{slug}{twin}.ics"
        for slug in six.content.events
        for twin in ("", "-rappels")
    }
    calendars = {path for path in files_of(six) if path.endswith(".ics")}
    assert calendars - of_events <= offered
    assert "une fois par jour pour Google Agenda" in said(six, "agenda/abonnement/")


def test_a_subscription_holds_a_year_and_what_is_to_come_and_one_file_everything(
    tmp_path: Path,
) -> None:
    of = context(
        tmp_path,
        asof="2026-11-21",
        ancienne="debut: 2025-11-20 09:30\nfin: 2025-11-20 17:00\n",
        recente=f"debut: 2025-11-21 09:30\nfin: 2025-11-21 17:00\n{LED}{PLACE}",
        cycle="debut: 2024-03-04\ndates:\n  - debut: 2025-06-04\n  - debut: 2027-06-04\n",
        lundis="debut: 2025-01-06\nrecurrence:\n  frequence: hebdomadaire\n  nombre: 60\n",
    )
    files = files_of(of)

    def names(path: str) -> set[str]:
        found = icalendar.Calendar.from_ical(files[path]).walk("VEVENT")
        return {str(one["UID"]).partition("@")[0] for one in found}

    all_of_them = {"ancienne", "recente", "cycle", "cycle.2025-06-04", "cycle.2027-06-04", "lundis"}
    recent = {"recente", "cycle.2027-06-04", "lundis"}
    assert names("agenda/tout.ics") == all_of_them
    assert names("agenda.ics") == names("agenda/categories/formation.ics") == recent
    assert names("agenda/regions/bretagne.ics") == names("agenda/praticiens/zephyrine.ics")
    assert names("agenda/ancienne/ancienne.ics") == {"ancienne"}
    assert b"2024" not in files["agenda.ics"]


def test_a_subscription_of_more_than_a_megabyte_holds_the_nearest_and_says_so(
    tmp_path: Path,
) -> None:
    dates = "".join(
        f"  - debut: 202{year}-{month:02}-{day:02}\n"
        for year in (6, 7)
        for month in range(1, 13)
        for day in range(1, 29)
    )
    text = "Écouter et se comprendre. " * 11
    events = {
        slug: event_file(f"debut: 2025-12-{day}\ndates:\n{dates}").replace("Une rencontre.", text)
        for slug, day in {"une": 29, "deux": 30, "trois": 31}.items()
    }
    of = context_of(content_with(tmp_path, events), "2027-01-01")
    files = files_of(of)
    assert len(files["agenda/tout.ics"]) > 1_200_000
    for path in ("agenda.ics", "agenda/rappels.ics", "agenda/categories/formation.ics"):
        assert 800_000 < len(files[path]) < 1_000_000
        whole = icalendar.Calendar.from_ical(files[path])
        days = sorted(str(one.decoded("DTSTART")) for one in whole.walk("VEVENT"))
        assert days[-1] == "2027-12-28"
        assert "2026-01-01" < days[0] < "2026-12-28"
        assert "https://asso.example/agenda/tout.ics" in str(whole["DESCRIPTION"])
        assert "douze derniers mois" not in str(whole["DESCRIPTION"])


def test_every_calendar_has_a_twin_that_reminds_of_the_same_dates(six: Context) -> None:
    files = files_of(six)
    calendars = {path for path in files if path.endswith(".ics")} - {"agenda/tout.ics"}
    twins = {path for path in calendars if path.endswith("rappels.ics")}
    assert len(twins) == len(calendars) / 2 > 8
    for path in twins - {"agenda/rappels.ics"}:
        plain = icalendar.Calendar.from_ical(files[path.replace("-rappels", "")])
        reminding = icalendar.Calendar.from_ical(files[path])
        assert not plain.walk("VALARM")
        dates = [one for one in reminding.walk("VEVENT") if one["STATUS"] != "CANCELLED"]
        held = [one for one in dates if not str(one["SUMMARY"]).startswith("REPORTÉ")]
        assert len(reminding.walk("VALARM")) == len(held), path
        assert [one["UID"] for one in reminding.walk("VEVENT")] == [
            one["UID"] for one in plain.walk("VEVENT")
        ]


def test_the_page_of_an_event_offers_its_calendar_its_code_and_its_reminder(six: Context) -> None:
    links = {a.attrib["href"] for a in page(six, "agenda/prevu/").all("a")}
    assert "webcal://asso.example/agenda/prevu/prevu.ics" in links
    assert "webcal://asso.example/agenda/prevu/prevu-rappels.ics" in links
    codes = [it for it in page(six, "agenda/prevu/").all("div") if it.get("class") == "qr"]
    assert len(codes) == 1
    assert not [it for it in page(six, "agenda/annule/").all("div") if it.get("class") == "qr"]


def many(root: Path, asof: str = "2026-11-21", each: str = "") -> Context:
    """Two hundred dates a year for three years past, and this one to come."""
    weeks = "debut: {}-01-01 09:30\nfin: {}-01-01 17:00\nrecurrence:\n  frequence: hebdomadaire\n"
    events = {
        f"cycle_{year}_{n}": weeks.format(year, year) + f"  nombre: 50\n{each}"
        for year in (2024, 2025, 2026, 2027)
        for n in range(4)
    }
    return context(root, asof, **events)


def test_what_is_past_has_a_page_a_year_and_old_links_still_lead_there(tmp_path: Path) -> None:
    of = many(tmp_path)
    paths = pages_of(of)
    assert {f"agenda/passe/{year}/" for year in (2024, 2025, 2026, 2027)} <= set(paths)
    index = page(of, "agenda/passe/")
    by_id = {e.attrib["id"]: e for e in index.all("li") if "id" in e.attrib}
    for year in (2024, 2025, 2026):
        item = by_id[f"annee-{year}"]
        assert _links(item, f"/agenda/passe/{year}/")
        assert "hidden" not in item.attrib
    assert "hidden" in by_id["annee-2027"].attrib
    of_2025 = page(of, "agenda/passe/2025/")
    items = [e for e in of_2025.all("li") if "rdv" in e.attrib.get("class", "").split()]
    assert len(items) == 200
    assert "janvier 2025" in said(of, "agenda/passe/2025/")


def test_a_year_of_more_dates_than_a_page_holds_names_its_months_which_have_them(
    tmp_path: Path,
) -> None:
    said_in_march = "---\ntitre: Ce qui s’est dit\ndate: 2025-03-09\nresume: Un récit.\n"
    weeks = (
        "debut: 2025-01-01 09:30\nfin: 2025-01-01 17:00\nrecurrence:\n  frequence: hebdomadaire\n"
    )
    events = {f"cycle-{n}": event_file(f"{weeks}  nombre: 50\n") for n in range(4)}
    one_more = {"une-de-plus": event_file("debut: 2025-03-02\n", titre="La deux cent unième")}
    report = {"actualites__recit": f"{said_in_march}evenement: une-de-plus\n---\n\nTexte.\n"}
    whole = context_of(content_with(tmp_path / "whole", events), "2026-11-21")
    long = context_of(content_with(tmp_path / "long", events | one_more, **report), "2026-11-21")
    assert rdvs(page(whole, "agenda/passe/2025/")) == brefs(page(whole, "agenda/2025/")) == 200
    assert brefs(page(long, "agenda/2025/")) == 0
    assert "17 rendez-vous" in said(long, "agenda/2025/")
    assert "Aucun rendez-vous" not in said(long, "agenda/2025/")
    of_2025 = page(long, "agenda/passe/2025/")
    assert rdvs(of_2025) == 0
    march = next(e for e in of_2025.all("section") if e.attrib.get("id") == "mois-2025-03")
    # A page of the past is not told how many of its dates are still to come.
    assert words(march).replace("\xa0", " ") == "mars 2025"
    assert _links(march, "/agenda/2025/03/")
    assert {e.attrib["id"] for e in of_2025.all("section") if "id" in e.attrib} == {
        f"mois-2025-{month:02}" for month in range(1, 13)
    }
    assert "La deux cent unième" in said(long, "agenda/2025/03/")
    assert "Compte rendu : Ce qui s’est dit" in said(long, "agenda/2025/03/")


def test_the_past_of_a_small_agenda_is_on_one_page(tmp_path: Path) -> None:
    of = context(tmp_path, a="debut: 2025-03-01\n", b="debut: 2024-03-01\n")
    index = page(of, "agenda/passe/")
    anchors = [e.attrib["id"] for e in index.all("section") if "id" in e.attrib]
    assert anchors == ["annee-2025", "annee-2024"]
    assert "1 mars 2024" in said(of, "agenda/passe/").replace("1er", "1")


def brefs(shown: Page) -> int:
    """Return how many dates a page has in its short lists."""
    return sum("bref" in e.attrib.get("class", "").split() for e in shown.all("li"))


def rdvs(shown: Page) -> int:
    """Return how many dates a page has in its lists, hidden ones too."""
    return sum("rdv" in e.attrib.get("class", "").split() for e in shown.all("li"))


def test_pages_of_an_agenda_that_grows_are_bounded_and_say_where_the_rest_is(
    tmp_path: Path,
) -> None:
    of = many(tmp_path, asof="2026-06-01", each="serie: Ateliers de pratique\n")
    assert rdvs(page(of, "agenda/")) < 200
    assert "Les mois suivants ont chacun leur page" in said(of, "agenda/")
    for path in ("agenda/categories/formation/", "agenda/series/ateliers-de-pratique/"):
        assert rdvs(page(of, path)) == 100 + 100 + 50
        assert "Les dates suivantes sont rangées mois par mois" in said(of, path)
        assert "Les dates plus anciennes sont rangées année par année" in said(of, path)
    assert "La suite du programme" in said(of, "agenda/programme/")
    assert "asso.example/agenda/" in said(of, "agenda/programme/")


def test_the_plan_leads_to_years_beyond_its_first_events(tmp_path: Path) -> None:
    events = {f"jour_{n}": f"debut: 2025-{n % 12 + 1:02}-{n % 28 + 1:02}\n" for n in range(90)}
    plan = page(context(tmp_path, **events), "plan-du-site/")
    main = next(plan.all("main"))
    hrefs = [a.attrib["href"] for a in main.iter("a") if a.attrib["href"].startswith("/agenda/")]
    assert len([href for href in hrefs if "jour" in href]) == 60
    assert hrefs[-1] == "/agenda/2025/"


def test_what_dates_are_chosen_by_has_an_index(six: Context) -> None:
    for kind, one in (
        ("series", "ateliers-de-pratique"),
        ("categories", "formation"),
        ("regions", "bretagne"),
        ("praticiens", "zephyrine"),
    ):
        index = page(six, f"agenda/{kind}/")
        assert _links(next(index.all("main")), f"/agenda/{kind}/{one}/")
        crumbs = {a.attrib["href"] for a in page(six, f"agenda/{kind}/{one}/").all("a")}
        assert f"/agenda/{kind}/" in crumbs


def test_an_index_of_nothing_says_so(tmp_path: Path) -> None:
    of = context(tmp_path, seul="debut: 2027-03-01\n")
    assert "Aucune date" in said(of, "agenda/series/")


def test_an_event_leads_to_its_category_series_region_and_calendars(six: Context) -> None:
    addresses = {a.attrib["href"] for a in page(six, "agenda/prevu/").all("a")}
    assert {
        "/agenda/categories/formation/",
        "/agenda/series/ateliers-de-pratique/",
        "/agenda/regions/bretagne/",
        "webcal://asso.example/agenda/prevu/prevu.ics",
        "https://asso.example/agenda/prevu/prevu.ics",
        "/agenda/abonnement/",
        "webcal://asso.example/agenda/series/ateliers-de-pratique.ics",
    } <= addresses


def test_the_programme_says_on_paper_what_the_site_says_by_links(tmp_path: Path) -> None:
    of = context(tmp_path, une=f"debut: 2027-03-01 09:30\nfin: 2027-03-01 17:00\n{PLACE}")
    text = said(of, "agenda/programme/")
    assert "lundi 1er mars 2027, de 9 h 30 à 17 h" in text.replace("1er", "1er")
    assert "La Halle, 3, rue Haute, 35000 Rennes" in text
    assert "asso.example/agenda/une/" in text


@pytest.mark.parametrize(
    ("state", "day", "kind"),
    [
        ("", "2027-03-05", "Compte rendu :"),
        ("", "2027-02-05", "Annonce :"),
        ("statut: annulé\n", "2027-02-05", "Annonce de l’annulation :"),
        ("statut: reporté\n", "2027-02-05", "Annonce du report :"),
    ],
)
def test_news_of_an_event_is_named_for_what_it_is(
    tmp_path: Path, state: str, day: str, kind: str
) -> None:
    news = (
        f"---\ntitre: La suite\nresume: Ce qui s’est dit.\ndate: {day}\nevenement: une\n---\n\nT.\n"
    )
    events = {"une": event_file(f"debut: 2027-03-01\n{state}")}
    of = context_of(content_with(tmp_path, events, actualites__suite=news), "2027-04-01")
    assert f"{kind} La suite" in said(of, "agenda/une/")
    assert f"{kind} La suite" in said(of, "agenda/passe/")


def test_an_agenda_without_events_says_so_everywhere(tmp_path: Path) -> None:
    of = context(tmp_path)
    for path in ("", "agenda/", "agenda/programme/"):
        [sentence] = [p for p in page(of, path).all("p") if _empty(p)]
        assert "Aucune date n’est annoncée" in words(sentence)
        assert "hidden" not in sentence.attrib


def _empty(p: Element) -> bool:
    return "vide" in p.attrib.get("class", "").split() and "date" in words(p)


TWO_PLACES = (
    "debut: 2027-05-14\nlieux:\n"
    "  - code_postal: '35000'\n    ville: Rennes\n    acces: De plain-pied.\n"
    "  - nom: Le Quai\n    code_postal: '44000'\n    ville: Nantes\n"
)


def test_an_event_of_several_places_is_in_the_region_of_each(tmp_path: Path) -> None:
    of = context(tmp_path, balade=TWO_PLACES)
    regions = [path for path in pages_of(of) if path.startswith("agenda/regions/")]
    shown = [path for path in regions if "Rennes et Nantes" in said(of, path)]
    assert len(shown) == 2
    text = said(of, "agenda/balade/")
    assert "Lieux 35000 Rennes Accès : De plain-pied. Le Quai 44000 Nantes" in text


def test_a_date_elsewhere_is_in_its_own_region_only(tmp_path: Path) -> None:
    nantes = "    lieu:\n      code_postal: '44000'\n      ville: Nantes\n"
    of = context(
        tmp_path, cycle=f"debut: 2027-05-14\n{PLACE}dates:\n  - debut: 2027-05-21\n{nantes}"
    )
    texts = [said(of, path) for path in pages_of(of) if path.startswith("agenda/regions/")]
    texts = [text for text in texts if "2027" in text]
    assert sorted(("Rennes" in text, "Nantes" in text) for text in texts) == [
        (False, True),
        (True, False),
    ]


def test_a_date_elsewhere_says_how_to_get_there(tmp_path: Path) -> None:
    there = (
        "    lieu:\n      adresse: 3, quai Vert\n      ville: Nantes\n      acces: De plain-pied.\n"
    )
    lines = f"debut: 2027-05-14\n{PLACE}dates:\n  - debut: 2027-05-21\n{there}"
    of = context(tmp_path, cycle=lines)
    assert "Nantes Voir le lieu sur OpenStreetMap Accès : De plain-pied." in said(
        of, "agenda/cycle/"
    )


def test_each_date_that_moved_says_where_it_was_and_no_other(tmp_path: Path) -> None:
    lines = (
        "debut: 2027-05-14 19:00\nfin: 2027-05-14 20:00\nrecurrence:\n  frequence: hebdomadaire\n"
        "  nombre: 3\n  deplacees:\n    - date: 2027-05-21\n      debut: 2027-05-22 19:00\n"
    )
    text = said(context(tmp_path, cycle=lines), "agenda/cycle/")
    assert text.count("Date annoncée d’abord : vendredi 21 mai 2027 à 19 h.") == 2
    assert text.count("Date annoncée") == 2


def test_a_rule_that_changes_says_it_in_a_sentence(tmp_path: Path) -> None:
    lines = (
        "debut: 2027-05-14 19:00\nfin: 2027-05-14 20:00\nrecurrence:\n  frequence: hebdomadaire\n"
        "  nombre: 6\n  changements:\n    - a_partir_du: 2027-05-26 20:00\n"
        "    - a_partir_du: 2027-06-09 20:00\n      lieu:\n        ville: Nantes\n"
    )
    text = said(context(tmp_path, cycle=lines), "agenda/cycle/")
    assert "À partir du mercredi 26 mai 2027 : le mercredi, de 20 h à 21 h." in text
    assert "À partir du mercredi 9 juin 2027 : Nantes." in text


def test_the_filter_finds_an_event_by_each_of_its_places(tmp_path: Path) -> None:
    nantes = "  latitude: 47.218\n    longitude: -1.553\n"
    places = TWO_PLACES.replace("ville: Nantes\n", f"ville: Nantes\n  {nantes}")
    lines = list(page(context(tmp_path, balade=places, autre=places), "agenda/").all("li"))
    shown = [line.attrib for line in lines if "data-lieux" in line.attrib]
    assert {one["data-lieux"] for one in shown} == {"35000;4722 -155"}
    assert {one["data-regions"] for one in shown} == {"bretagne pays-de-la-loire"}
