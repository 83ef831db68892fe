"""What one file says of another shows on both pages."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser

from association.content.policy import Policy
from association.events.jsonld import event_nodes
from association.events.page import event_page
from association.events.selections import of_practitioner
from association.pages.common import Link
from association.pages.context import metiers
from association.people.badge_files import badge_files
from association.people.certificate_pages import certificate_page
from association.people.certificates import grants
from association.people.jsonld_certificate import certificate_node
from association.people.lists import directory
from association.people.page import page
from association.site.all_pages import all_pages
from association.site.capsules import capsule_page
from association.site.documents import document_list, document_page
from association.site.jsonld import learning_resource, news_article, occupation
from association.site.metiers import compared_metiers, metier_card, metier_page
from association.site.news import latest_years, news_card, news_feed, news_page, years_of_news
from association.site.next_change import next_change
from association.site.sections import sitemap_groups
from association.site.site import site
from tests.builders import (
    CAPSULE,
    EVENT,
    METIER,
    NEWS,
    PRACTITIONER,
    agenda_of,
    base,
    content_folder,
    context,
    damaged,
    problems_of,
)


def _labels(links: object) -> list[str]:
    return [link.label for link in links]  # type: ignore[attr-defined]


def test_a_practitioner_shows_the_events_led_and_the_capsules_written(tmp_path: Path) -> None:
    made = context(tmp_path)
    shown = page(made.content.practitioners["jeanne-martin"], made)
    dates = of_practitioner(made.content.practitioners["jeanne-martin"], agenda_of(made))
    assert [line.occurrence and line.occurrence.title for line in dates.past] == [
        "Journée de rencontre à Toulouse"
    ]
    assert _labels(shown.capsules) == ["Porter un projet"]
    assert _labels(shown.news) == ["Retour sur la journée de Toulouse"]


def test_an_event_shows_its_report_and_its_speakers(tmp_path: Path) -> None:
    made = context(tmp_path)
    shown = event_page(made.content.events["journee-de-toulouse"], agenda_of(made))
    assert [report.link.url for report in shown.reports] == ["/tst/actualites/compte-rendu/"]
    assert _labels(shown.speakers) == ["Jeanne Martin"]
    assert shown.speakers[0].url == "/tst/annuaire/jeanne-martin/"
    assert shown.public.ordinal == "1re journée de rencontre"
    assert shown.past.is_open


# The document of the base.
KIT = "documents/programme.md"
MINUTES = """---
titre: Compte rendu de la journée
genre: compte rendu
date: 2027-02-13
fichier: documents/programme.pdf
evenement: journee-de-toulouse
resume: Ce qui a été dit.
lang: de
---
"""


def test_a_document_and_the_event_it_is_of_lead_to_one_another(tmp_path: Path) -> None:
    made = context(tmp_path, {"documents/compte-rendu.md": MINUTES})
    event = event_page(made.content.events["journee-de-toulouse"], agenda_of(made))
    minutes, programme = event.documents
    assert (minutes.title, minutes.about) == ("Compte rendu de la journée", "PDF, 1 page, 1 ko")
    assert minutes.url == programme.url == "/tst/documents/programme.pdf"
    assert (minutes.page, programme.page) == ("/tst/documents/compte-rendu/", "")
    page = document_page(made.digital_documents[0], made)
    assert page.event is not None
    assert page.event.url == "/tst/agenda/journee-de-toulouse/"
    assert (page.card.genre, page.card.language) == ("Compte rendu", "allemand")


def test_the_archive_lists_a_document_by_its_year_and_by_its_genre(tmp_path: Path) -> None:
    others = {
        "documents/statuts.md": MINUTES.replace("compte rendu\n", "statuts\n").replace(
            "27-", "17-"
        ),
        "documents/bilan.md": MINUTES.replace("compte rendu\n", "rapport d'activité\n"),
    }
    made = context(tmp_path, {KIT: None, "documents/compte-rendu.md": MINUTES, **others})
    shown: Any = document_list(agenda_of(made))
    by_year = [(year.title, [item.url for item in year.documents]) for year in shown["years"]]
    assert by_year == [
        ("2027", ["/tst/documents/compte-rendu/", "/tst/documents/bilan/"]),
        ("2017", ["/tst/documents/statuts/"]),
    ]
    genres = [(group.title, group.url, len(group.documents)) for group in shown["genres"]]
    assert genres == [
        ("Comptes rendus", "/tst/documents/genres/comptes-rendus/", 1),
        ("Rapports d’activité", "/tst/documents/genres/rapports-d-activite/", 1),
        ("Statuts", "/tst/documents/genres/statuts/", 1),
    ]
    pages = {page.path: page for page in all_pages(made, agenda_of(made), site(made))}
    lists: Any = {
        path: [(found.title, len(found.items)) for found in page.values["lists"]]  # type: ignore[attr-defined]
        for path, page in pages.items()
        if page.head.kind == "documents-liste"
    }
    assert lists == {
        "documents/2027/": [("Comptes rendus", 1), ("Rapports d’activité", 1)],
        "documents/2017/": [("Statuts", 1)],
        "documents/genres/comptes-rendus/": [("2027", 1)],
        "documents/genres/rapports-d-activite/": [("2027", 1)],
        "documents/genres/statuts/": [("2017", 1)],
    }
    assert pages["documents/2017/"].head.title == "Documents de 2017"


def test_no_document_takes_the_address_of_a_year(tmp_path: Path) -> None:
    root = content_folder(tmp_path, {"documents/2027.md": MINUTES})
    assert "nom-reserve" in {problem.code for problem in problems_of(root)}


def test_an_archive_without_documents_has_no_year_and_no_genre(tmp_path: Path) -> None:
    assert document_list(agenda_of(context(tmp_path, {KIT: None}))) == {"years": (), "genres": ()}


def test_a_report_shows_its_event_and_a_capsule_its_author(tmp_path: Path) -> None:
    made = context(tmp_path)
    report = news_page(made.news[0], made)
    assert report.event is not None
    assert report.event.label == "Journée de rencontre à Toulouse"
    assert report.event_dates == "vendredi 12 février 2027, de 9 h 30 à 17 h"
    author = capsule_page(made.capsules[0], directory(made)).author
    assert author is not None
    assert author.label == "Jeanne Martin"


def test_an_article_is_signed_and_listed_with_the_texts_of_its_author(tmp_path: Path) -> None:
    made = context(tmp_path, damaged(NEWS, "praticiens:", "auteur: jeanne-martin\npraticiens:"))
    item = news_page(made.news[0], made)
    assert item.author == Link("Jeanne Martin", "/tst/annuaire/jeanne-martin/")
    node = news_article(item, "u", "https://asso.example", "s")
    page_url = "https://asso.example/tst/annuaire/jeanne-martin/"
    person = {"@type": "Person", "@id": f"{page_url}#person", "name": "Jeanne Martin"}
    assert (node["@type"], node["author"]) == ("Article", person | {"url": page_url})
    [entry] = feedparser.parse(news_feed(made).content).entries
    assert (entry.author, entry.author_detail.href) == ("Jeanne Martin", page_url)
    shown = page(made.content.practitioners["jeanne-martin"], made)
    assert (_labels(shown.texts), shown.news) == (["Retour sur la journée de Toulouse"], ())


def test_a_draft_shows_nowhere_but_in_the_preview(tmp_path: Path) -> None:
    draft = base(NEWS).replace("date: 2027-02-15", "date: 2027-02-15\nstatut: brouillon")
    made = context(tmp_path, {NEWS: draft})
    assert made.news == []
    assert made.reports == {}
    assert years_of_news(made) == ()


def test_the_list_of_news_shows_sixty_of_the_latest_years(tmp_path: Path) -> None:
    written = base(NEWS)
    days = [f"2026-12-{day:02}" for day in range(1, 32)] + [
        f"2025-{month}-{day:02}" for month in ("10", "12") for day in range(1, 32)
    ]
    others = {
        f"actualites/du-{day}.md": written.replace("date: 2027-02-15", f"date: {day}")
        for day in days
    }
    years = years_of_news(context(tmp_path, others))
    shown = latest_years(years)
    assert [(year.year, len(year.items)) for year in shown] == [
        ("2027", 1),
        ("2026", 31),
        ("2025", 28),
    ]
    assert shown[-1].items == years[2].items[:28]
    assert latest_years(years[:2]) == years[:2]


def test_a_series_lists_its_other_events(tmp_path: Path) -> None:
    second = base(EVENT).replace("numero: 1", "numero: 2").replace("à Toulouse", "à Lyon")
    made = context(tmp_path, {"agenda/lyon.md": second})
    shown = event_page(made.content.events["journee-de-toulouse"], agenda_of(made))
    assert _labels(shown.siblings) == ["Journée de rencontre à Lyon"]


def test_a_metier_counts_who_holds_its_certificate_today(tmp_path: Path) -> None:
    made = context(tmp_path)
    holders = metier_card(metiers(made)[0], made).holders
    assert [(timed.value, timed.window.is_open) for timed in holders] == [
        ("1 personne certifiée", True)
    ]


def test_a_page_left_unbuilt_for_years_stops_counting_rather_than_counting_wrong(
    tmp_path: Path,
) -> None:
    written = base(PRACTITIONER).replace("valable_jusqu_au: 2027-06-18", "valable_jusqu_au: {end}")
    others = {
        f"praticiens/praticienne-{number}.md": written.format(end=f"20{27 + number}-06-18")
        for number in range(1, 7)
    }
    made = context(tmp_path, others)
    [metier] = metiers(made)
    holders = metier_page(metier, agenda_of(made)).card.holders
    assert [timed.value for timed in holders] == [
        f"{count} personnes certifiées" for count in (7, 6, 5, 4)
    ]
    assert holders[-1].window.until == "2030-06-18T22:00:00Z"
    # The list, which weighs less, counts on.
    assert metier_card(metier, made).holders[-1].value == "1 personne certifiée"


def test_the_plan_names_every_page_once_but_the_page_of_errors(tmp_path: Path) -> None:
    made = context(tmp_path)
    urls = [link.url for group in sitemap_groups(made) for link in group.links]
    assert len(urls) == len(set(urls))
    assert "/tst/404.html" not in urls


def test_the_plan_follows_the_menu(tmp_path: Path) -> None:
    first = base("pages/capsules.md").replace("---\n", "---\nmenu: principal\nordre: 1\n", 1)
    _, led, *_ = sitemap_groups(context(tmp_path, {"pages/capsules.md": first}))
    assert led.links[0].label == "Porter un projet"


def test_every_page_knows_the_site_it_belongs_to(tmp_path: Path) -> None:
    shown = site(context(tmp_path))
    assert (shown.base, shown.url) == ("/tst", "https://asso.example/tst")
    assert shown.secretariat.url == "mailto:secretariat@asso.example"


def test_a_news_item_of_a_day_to_come_waits_for_it(tmp_path: Path) -> None:
    later = base(NEWS).replace("date: 2027-02-15", "date: 2027-03-02")
    made = context(tmp_path, {NEWS: later})
    assert made.news == []
    assert made.reports == {}
    due = next_change(agenda_of(made), Policy(), made.content)
    assert due is not None
    assert due.isoformat() == "2027-03-01T23:00:00+00:00"
    assert len(replace(made, asof=due).news) == 1


def test_the_preview_says_when_a_news_item_will_appear(tmp_path: Path) -> None:
    later = base(NEWS).replace("date: 2027-02-15", "date: 2027-03-02")
    made = replace(context(tmp_path, {NEWS: later}), with_drafts=True)
    assert news_card(made.news[0], made).is_to_come
    pages = {page.path: page.head for page in all_pages(made, agenda_of(made), site(made))}
    assert pages["actualites/compte-rendu/"].publication_day == "mardi 2 mars 2027"
    assert pages["actualites/"].publication_day == ""


def test_what_is_not_known_of_a_capsule_or_a_metier_is_said_nowhere(tmp_path: Path) -> None:
    known = re.compile(r"^(objectifs|duree|themes|  certification|  organisme):.*\n", re.M)
    made = context(tmp_path, {name: known.sub("", base(name)) for name in (CAPSULE, METIER)})
    capsule = capsule_page(made.capsules[0], directory(made))
    assert (capsule.card.duration, capsule.goals, capsule.themes) == ("", (), ())
    node = learning_resource(capsule, Link("Capsules", ""), "", "")
    assert {"teaches", "about", "timeRequired"}.isdisjoint(node)
    [metier] = metiers(made)
    shown = metier_page(metier, agenda_of(made))
    assert shown.provider is None
    assert shown.training == (("Durée", "3 ans, 25 jours par an"),)
    assert occupation(shown, "")["educationRequirements"] == "3 ans, 25 jours par an"
    [certificate] = [certificate_page(grant, made) for grant in grants(made)]
    assert certificate.meaning == (("Formation suivie", "3 ans, 25 jours par an"),)
    assert certificate.granted_by is None
    assert "recognizedBy" not in certificate_node(certificate, "", {})
    files = repr([file.content for file in badge_files(made)])
    assert "None" not in files
    assert "». " not in files


def test_metiers_are_compared_by_what_one_of_them_says(tmp_path: Path) -> None:
    unknown = re.sub("  (certification|organisme):.*\n", "", base(METIER))
    for first, shown in ((base(METIER), {"Certification", "Organisme"}), (unknown, set())):
        files = {METIER: first, "metiers/facilitateur.md": unknown}
        compared = compared_metiers(context(tmp_path / f"{len(shown)}", files))
        assert compared is not None
        rows = dict(compared.rows)
        assert rows.keys() - {"Formation"} == shown
        assert all(rows[name][0] == "" != rows[name][1] for name in shown)


def test_who_has_no_page_here_is_known_by_one_entry_of_the_vocabulary(tmp_path: Path) -> None:
    known = (
        "personnes_et_organismes:\n  - nom: Institut Charles Rojzman\n    sorte: organisme\n"
        "    site: https://institut.example\n    description: Il certifie.\n"
        "  - nom: Ada Amie\n    sorte: personne\n    site: https://ada.example\n"
        "    accord_le: 2026-03-14\n"
    )
    invited = "organisateurs: [Institut Charles Rojzman, Une ville]\ninvites: [Ada Amie]\n"
    event = base(EVENT).replace("intervenants:", f"{invited}intervenants:", 1)
    files = {"vocabulaire.yml": base("vocabulaire.yml") + known, EVENT: event}
    made = context(tmp_path, files)
    entities = made.content.vocabulary.entities
    assert repr(site(made)) == repr(site(context(tmp_path / "without")))
    institute = Link("Institut Charles Rojzman", "https://institut.example")
    [metier] = metiers(made)
    assert metier_page(metier, agenda_of(made)).provider == institute
    assert made.link_of_name("Personne") == Link("Personne", "")
    [certificate] = [certificate_page(grant, made) for grant in grants(made)]
    assert certificate.granted_by == institute
    assert certificate_node(certificate, "", entities)["recognizedBy"] == {
        "@type": "Organization",
        "name": "Institut Charles Rojzman",
        "sameAs": "https://institut.example",
        "description": "Il certifie.",
    }
    [public] = agenda_of(made).public_events.values()
    [node] = event_nodes(public, "https://asso.example", entities)
    shown = event_page(made.content.events["journee-de-toulouse"], agenda_of(made))
    assert shown.organizers == (institute, Link("Une ville", ""))
    assert shown.guests == (Link("Ada Amie", "https://ada.example"),)
    ada = {"@type": "Person", "name": "Ada Amie", "sameAs": "https://ada.example"}
    assert ada in node["performer"]  # type: ignore[operator]
