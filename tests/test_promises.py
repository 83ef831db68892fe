"""What the legal pages promise is true of the site: each sentence, and what proves it.

A sentence that is changed or gone fails here, and whoever changed it says what holds now.
"""

import re
import runpy
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element

import pytest
import vobject  # type: ignore[import-untyped]
from pypdf import PdfReader

from association.content import reading
from association.content.response import WrittenResponse
from association.people.withdrawal import withdrawal_of
from tests.built_site import ROOT, SHIPPED, BuiltSite, Page, words

PRIVACY, LEGAL, ACCESS = "donnees-personnelles/", "mentions-legales/", "accessibilite/"
SETTINGS = runpy.run_path(str(ROOT / "tests" / "publishconf_exemple.py"))
CONTENT = reading.read(SHIPPED)
_NUMERIC_DATE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")
_DIRECTORIES = {"actualites": "actualites", "capsules": "capsules", "praticiens": "annuaire"}

Proof = Callable[[BuiltSite], None]


@dataclass(frozen=True)
class Promise:
    """A sentence of a page, as visitors read it, and what fails when it is not true."""

    page: str
    sentence: str
    proof: Proof


def scripts(site: BuiltSite) -> dict[str, str]:
    """Return every script that the site serves, by its path."""
    return {
        path: file.read_text("utf-8")
        for path, file in site.files.items()
        if path.endswith(".js") and not path.startswith(("pagefind/", "redaction/"))
    }


def all_scripts(site: BuiltSite) -> str:
    return "\n".join(scripts(site).values())


def nothing_follows_visitors(site: BuiltSite) -> None:
    known = r"document\.cookie|cookieStore|sendBeacon|sessionStorage|indexedDB|[Mm]atomo|gtag\("
    assert not re.findall(known, all_scripts(site))
    assert "set-cookie" not in site.files[".htaccess"].read_text("utf-8").lower()


def loads_of(page: Page) -> Iterator[str]:
    """Yield the addresses that a browser fetches by itself to show a page."""
    for element, address in page.addresses:
        is_followed = element.tag in {"a", "area", "form"}
        is_told = element.tag == "link" and element.get("rel") in {"canonical", "alternate"}
        if not is_followed and not is_told:
            yield address
    for element in page.root.iter():
        for candidate in element.get("srcset", "").split(","):
            yield from candidate.split()[:1]


def pages_ask_no_other_server(site: BuiltSite) -> None:
    for page in site.pages.values():
        for address in loads_of(page):
            assert address.startswith("data:") or site.inside(address, page), (page.path, address)
    for path, file in site.files.items():
        if path.endswith(".css"):
            assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", file.read_text("utf-8")), path
    policy = site.files[".htaccess"].read_text("utf-8")
    assert "default-src 'none'" in policy
    assert "connect-src 'self';" in policy


def nothing_is_embedded(site: BuiltSite) -> None:
    for page in site.pages.values():
        if not page.path.startswith("redaction/"):
            assert not [*page.all("iframe", "video", "audio", "object", "embed")], page.path


def sent_forms(page: Page) -> Iterator[Element]:
    """Yield the forms that a browser shows without a script: those of no template."""
    hidden = {form for template in page.all("template") for form in template.iter("form")}
    return (form for form in page.all("form") if form not in hidden)


def what_is_typed_is_sent_by_no_form(site: BuiltSite) -> None:
    for page in site.pages.values():
        for form in sent_forms(page):
            assert form.get("method", "get") == "get", page.path
            assert not [field for field in form.iter() if field.get("name")], page.path
    # The forms that scripts put there are answered by scripts.
    for name in ("chercher", "annuaire", "agenda"):
        [script] = [text for path, text in scripts(site).items() if f"js/{name}." in path]
        assert re.search(r'addEventListener\("submit".{0,80}preventDefault', script, re.S), name


def one_word_is_kept(site: BuiltSite) -> None:
    """On every page, that is: what a capsule keeps has a sentence of its own."""
    [page] = [text for path, text in scripts(site).items() if re.search(r"js/page\.", path)]
    used = re.findall(r"localStorage\.(?:get|set|remove)Item\(([^,)]*)", page)
    assert used
    assert set(used) == {'"apparence"'}
    what_is_kept_is_never_sent(site)


def what_is_kept_is_never_sent(site: BuiltSite) -> None:
    for path, text in scripts(site).items():
        if "localStorage" in text:
            assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|\.submit\(", text), path


def the_offline_page_is_all_that_is_kept(site: BuiltSite) -> None:
    worker = site.files["service-worker.js"].read_text("utf-8")
    [kept] = re.findall(r"const KEPT = \[(.*?)\];", worker)
    addresses = re.findall(r'"([^"]+)"', kept)
    assert [one for one in addresses if not one.startswith("/theme/")] == ["/hors-ligne/"]
    offline = words(site.pages["hors-ligne/"].root)
    assert not [name for name in people() if name in offline]
    assert not _NUMERIC_DATE.search(offline)


def people() -> Iterator[str]:
    return (
        f"{person.written.given_name} {person.written.family_name}".strip()
        for person in CONTENT.practitioners.values()
    )


def who_spares_data_is_spared(site: BuiltSite) -> None:
    [page] = [text for path, text in scripts(site).items() if re.search(r"js/page\.", path)]
    assert "saveData" in page
    assert "effectiveType" in page


def only_agreed_addresses_show(site: BuiltSite) -> None:
    agreed = {
        person.written.contact.email
        for person in CONTENT.practitioners.values()
        if "courriel" in person.written.consent.covers
    }
    known = {*filter(None, agreed), SETTINGS["SECRETARIAT"]}
    for page in site.pages.values():
        for link in page.all("a"):
            address = link.get("href", "")
            if address.startswith("mailto:") and (to := address[7:].partition("?")[0]):
                assert to in known, (page.path, to)


def no_card_has_a_street(site: BuiltSite) -> None:
    cards = [path for path in site.files if path.startswith("annuaire/") and path.endswith(".vcf")]
    assert cards
    for path in cards:
        for card in vobject.readComponents(site.files[path].read_text("utf-8")):
            for address in card.contents.get("adr", ()):
                assert not address.value.street, path
    for page in site.pages.values():
        if page.path.startswith("annuaire/"):
            assert "streetAddress" not in page.source, page.path


def profiles_are_asked_for_and_leave(site: BuiltSite) -> None:
    assert SETTINGS["FICHE_A_CONFIRMER_APRES"] == 18
    assert SETTINGS["FICHE_RETIREE_APRES"] == 24


def pages_that_are_answered(site: BuiltSite) -> Iterator[tuple[str, str, Page]]:
    """Yield the folder, the slug and the page of each entry that readers may answer."""
    for folder, section in _DIRECTORIES.items():
        for slug in CONTENT.entries[folder]:
            if page := site.pages.get(f"{section}/{slug}/"):
                yield folder, slug, page


def answers_are_prepared_mails(site: BuiltSite) -> None:
    assert set(SETTINGS["REPONSES"]) == set(_DIRECTORIES)
    assert not SETTINGS["REPONSES_ADRESSE"]
    answered = [page for _, _, page in pages_that_are_answered(site)]
    for page in answered:
        [section] = [one for one in page.all("section") if one.get("class") == "reponses"]
        mails = [link.get("href", "") for link in section.iter("a")]
        assert any(one.startswith(f"mailto:{SETTINGS['SECRETARIAT']}?") for one in mails)
    others = {path: page for path, page in site.pages.items() if page not in answered}
    assert not [path for path, page in others.items() if 'class="reponses"' in page.source]


def every_response_shown_is_a_file(site: BuiltSite) -> None:
    """So somebody has read it and put it there: no script adds one."""
    shown = 0
    for folder, slug, page in pages_that_are_answered(site):
        found = [one.get("id", "") for one in page.all("article") if one.get("class") == "reponse"]
        for anchor in found:
            name = anchor.removeprefix("reponse-")
            assert (SHIPPED / "reponses" / folder / slug / f"{name}.md").is_file()
        shown += len(found)
    assert shown == len(CONTENT.responses) > 0
    assert "reponses.atom" in site.files


def a_response_has_no_address(site: BuiltSite) -> None:
    assert not {"email", "courriel", "adresse"} & {
        str(field.alias) for field in WrittenResponse.model_fields.values()
    }
    for answered in CONTENT.responses.values():
        assert "@" not in "\n".join(answered.entry.lines)


def responses_leave_with_a_profile(site: BuiltSite) -> None:
    [answered] = [one for one in CONTENT.responses.values() if one.name.folder == "praticiens"]
    assert answered.name.path in withdrawal_of(CONTENT, answered.name.slug).removed


def events_stay_without_the_name(site: BuiltSite) -> None:
    leaders = {slug for event in CONTENT.events.values() for slug in event.written.speakers}
    gone = withdrawal_of(CONTENT, min(leaders))
    assert not [path for path in gone.removed if path.startswith("agenda/")]
    assert [path for path in gone.rewritten if path.startswith("agenda/")]


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
    sections = {**_DIRECTORIES, "agenda": "agenda"}
    for folder, section in sections.items():
        for slug, entry in CONTENT.entries[folder].items():
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
            assert not _NUMERIC_DATE.search(words(day)), (page.path, words(day))


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
        PRIVACY,
        "Aucun cookie, aucun traceur, aucune mesure d'audience.",
        nothing_follows_visitors,
    ),
    Promise(
        PRIVACY,
        "Les polices, les images, les programmes viennent tous de ce site : votre navigateur "
        "n'appelle aucun autre serveur pour afficher une page.",
        pages_ask_no_other_server,
    ),
    Promise(
        PRIVACY,
        "Les vidéos et documents extérieurs sont de simples liens, que vous suivez si vous le "
        "voulez.",
        nothing_is_embedded,
    ),
    Promise(
        PRIVACY,
        "Ce que vous tapez pour chercher ou pour filtrer l'annuaire est traité sur votre appareil.",
        what_is_typed_is_sent_by_no_form,
    ),
    Promise(
        PRIVACY,
        "Aucune des pages que vous visitez n'est gardée par ce site dans votre appareil.",
        the_offline_page_is_all_that_is_kept,
    ),
    Promise(
        PRIVACY,
        "Si vous choisissez une apparence, claire ou sombre, au pied d'une page, votre navigateur "
        "retient ce seul mot, qui n'est jamais envoyé ; reprenez « celle de l'appareil » et il "
        "l'oublie.",
        one_word_is_kept,
    ),
    Promise(
        PRIVACY,
        "Les étapes que vous cochez et les réponses que vous écrivez dans une capsule sont gardées "
        "par votre navigateur, et par lui seul : elles ne sont jamais envoyées, et l'association "
        "ne peut pas les lire.",
        what_is_kept_is_never_sent,
    ),
    Promise(
        PRIVACY,
        "Elle ne l'est pas si votre appareil économise les données ou si la connexion est lente.",
        who_spares_data_is_spared,
    ),
    Promise(
        PRIVACY,
        "Sous les actualités, les capsules et les fiches des praticiens, un bouton prépare un "
        "courriel au secrétariat ; rien ne part tant que vous ne l'envoyez pas.",
        answers_are_prepared_mails,
    ),
    Promise(
        PRIVACY,
        "Chaque réponse est lue avant de paraître.",
        every_response_shown_is_a_file,
    ),
    Promise(
        PRIVACY,
        "Votre adresse électronique n'est pas publiée, et n'entre pas dans les fichiers du site.",
        a_response_has_no_address,
    ),
    Promise(
        PRIVACY,
        "Celles qui se lisent sous une fiche quittent le site avec elle.",
        responses_leave_with_a_profile,
    ),
    Promise(
        PRIVACY,
        "Ce que vous n'avez pas autorisé n'est pas publié ; à défaut d'autre choix, les messages "
        "passent par le secrétariat.",
        only_agreed_addresses_show,
    ),
    Promise(PRIVACY, "L'adresse postale n'apparaît jamais.", no_card_has_a_street),
    Promise(
        PRIVACY,
        "Une fiche n'est pas éternelle : vous êtes invité à la relire au bout de dix-huit mois ; "
        "sans nouvelles de vous, elle quitte le site au bout de deux ans.",
        profiles_are_asked_for_and_leave,
    ),
    Promise(
        PRIVACY, "Les événements passés restent, sans votre nom.", events_stay_without_the_name
    ),
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


def _plain(text: str) -> str:
    """Return a text without what the typography makes of its signs."""
    return " ".join(text.replace("’", "'").replace("\u2060", "").split())


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.sentence[:40])
def test_a_promise_is_made_and_kept(promise: Promise, production_site: BuiltSite) -> None:
    said = _plain(words(production_site.pages[promise.page].root))
    assert _plain(promise.sentence) in said
    promise.proof(production_site)
