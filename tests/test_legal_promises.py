"""What the legal notice and the declaration of accessibility promise is true of the site."""

import tomllib
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.built_site import ROOT, SHIPPED, BuiltSite, Page, words
from tests.people_builders import shipped
from tests.promises import (
    DIRECTORIES,
    NUMERIC_DATE,
    SETTINGS,
    Promise,
    every_response_shown_is_a_file,
    hold,
)

LEGAL, ACCESS = "mentions-legales/", "accessibilite/"


def the_notice_names_who_publishes(site: BuiltSite) -> None:
    shown = words(site.pages[LEGAL].root)
    for key, said in SETTINGS["MENTIONS_LEGALES"].items():
        assert " ".join(str(said).split()) in shown, key


def the_program_is_free(site: BuiltSite) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "AGPL-3.0-or-later"
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in licence


def the_content_has_its_licence(site: BuiltSite) -> None:
    assert "CC BY-SA 4.0" in (SHIPPED / "LICENCE").read_text("utf-8").replace("-SA-", "-SA ")


def examples_say_so(site: BuiltSite) -> None:
    sections = {**DIRECTORIES, "agenda": "agenda"}
    for folder, section in sections.items():
        for slug, entry in shipped().entries[folder].items():
            page = site.pages.get(f"{section}/{slug}/")
            if page and entry.written.example:
                marked = [one for one in page.all("span") if one.get("class") == "exemple"]
                assert marked, page.path


def own_pages(site: BuiltSite) -> Iterator[Page]:
    return (page for page in site.pages.values() if page.kind)


def a_link_leads_to_the_contents_first(site: BuiltSite) -> None:
    for page in own_pages(site):
        first = next(page.all("a"))
        assert (first.get("class"), first.get("href")) == ("evitement", "#contenu"), page.path
        assert "contenu" in page.ids, page.path


def pictures_have_words(site: BuiltSite) -> None:
    for page in own_pages(site):
        for picture in page.all("img"):
            assert "alt" in picture.attrib, page.path


def texts_need_no_script(site: BuiltSite) -> None:
    for page in own_pages(site):
        [main] = page.all("main")
        assert len(words(main)) > 20, page.path
        assert len([*main.iter("h1")]) == 1, page.path


def days_are_in_words(site: BuiltSite) -> None:
    for page in own_pages(site):
        for day in page.all("time"):
            assert not NUMERIC_DATE.search(words(day)), (page.path, words(day))


def documents_are_tagged(site: BuiltSite) -> None:
    documents = [path for path in site.files if path.endswith(".pdf")]
    assert documents
    for path in documents:
        catalogue = PdfReader(BytesIO(site.files[path].read_bytes())).root_object
        assert catalogue["/MarkInfo"]["/Marked"], path  # type: ignore[index]


def every_change_is_tried_in_browsers(site: BuiltSite) -> None:
    assert (ROOT / "tests" / "browser" / "test_accessibility.py").is_file()
    assert "readme-line 2" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "invoke test" in (ROOT / ".ci" / "readme-line").read_text("utf-8")


PROMISES = (
    Promise(
        LEGAL,
        "Le tableau d'identité de cette page donne le nom de l'éditeur, son siège, son téléphone, "
        "le directeur ou la directrice de la publication, ainsi que le nom, l'adresse et le "
        "téléphone de l'hébergeur.",
        the_notice_names_who_publishes,
    ),
    Promise(
        LEGAL,
        "Les réponses des lecteurs, sous certaines pages, ne paraissent qu'après lecture.",
        every_response_shown_is_a_file,
    ),
    Promise(
        LEGAL,
        "Sauf indication contraire, les textes et les dessins de ce site sont publiés sous licence "
        "Creative Commons Attribution – Partage dans les mêmes conditions 4.0 International "
        "(CC BY-SA 4.0).",
        the_content_has_its_licence,
    ),
    Promise(
        LEGAL,
        "Le programme qui fabrique le site est un logiciel libre, publié sous licence GNU AGPL, "
        "version 3 ou ultérieure.",
        the_program_is_free,
    ),
    Promise(
        LEGAL,
        "Une fiche, un événement ou une capsule qui porte la mention « exemple » met en scène un "
        "personnage de roman ou une date imaginaire.",
        examples_say_so,
    ),
    Promise(
        ACCESS,
        "toute page se parcourt au clavier, avec un repère visible, et commence par un lien vers "
        "le contenu ;",
        a_link_leads_to_the_contents_first,
    ),
    Promise(
        ACCESS,
        "chaque image porte un texte de remplacement, que la fabrication du site exige ;",
        pictures_have_words,
    ),
    Promise(
        ACCESS,
        "les pages se lisent sans JavaScript, sans images, et s'impriment ;",
        texts_need_no_script,
    ),
    Promise(
        ACCESS,
        "les dates sont écrites en toutes lettres, l'agenda est d'abord une liste, et aucune carte "
        "n'est seule à porter une information ;",
        days_are_in_words,
    ),
    Promise(
        ACCESS,
        "les documents à télécharger sont des PDF balisés, et l'essentiel de leur contenu figure "
        "aussi dans une page.",
        documents_are_tagged,
    ),
    Promise(
        ACCESS,
        "Ces essais sont automatiques et repris à chaque changement du site.",
        every_change_is_tried_in_browsers,
    ),
)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.sentence[:40])
def test_a_promise_is_made_and_kept(promise: Promise, production_site: BuiltSite) -> None:
    hold(promise, production_site)
