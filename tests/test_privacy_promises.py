"""What the privacy page promises is true of the site."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
import vobject  # type: ignore[import-untyped]
from dateutil.relativedelta import relativedelta

from association.content.policy import policy
from association.content.response import WrittenResponse
from association.people.retention import confirmed_on, findings, published_on
from association.people.withdrawal import withdrawal_of
from tests.built_site import BuiltSite, Page, words
from tests.people_builders import noon, shipped
from tests.promises import (
    DIRECTORIES,
    NUMERIC_DATE,
    SETTINGS,
    Promise,
    every_response_shown_is_a_file,
    hold,
    pages_that_are_answered,
)

PRIVACY = "donnees-personnelles/"


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
    assert not NUMERIC_DATE.search(offline)


def people() -> Iterator[str]:
    return (
        f"{person.written.given_name} {person.written.family_name}".strip()
        for person in shipped().practitioners.values()
    )


def only_agreed_addresses_show(site: BuiltSite) -> None:
    agreed = {
        person.written.contact.email
        for person in shipped().practitioners.values()
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
    rule = policy(SETTINGS)
    for slug, person in shipped().practitioners.items():
        for months, codes in ((17, []), (19, ["fiche-a-confirmer"]), (25, ["fiche-sortie"])):
            day = confirmed_on(person.written) + relativedelta(months=months)
            then = noon(day.isoformat())
            assert [found.code for found in findings(person, rule, then)] == codes, slug
            shown = published_on(shipped(), rule, then).practitioners
            assert (slug in shown) == (months < 24), slug


def answers_are_prepared_mails(site: BuiltSite) -> None:
    assert set(SETTINGS["REPONSES"]) == set(DIRECTORIES)
    assert not SETTINGS["REPONSES_ADRESSE"]
    answered = [page for _, _, page in pages_that_are_answered(site)]
    for page in answered:
        [section] = [one for one in page.all("section") if one.get("class") == "reponses"]
        mails = [link.get("href", "") for link in section.iter("a")]
        assert any(one.startswith(f"mailto:{SETTINGS['SECRETARIAT']}?") for one in mails)
    others = {path: page for path, page in site.pages.items() if page not in answered}
    assert not [path for path, page in others.items() if 'class="reponses"' in page.source]


def a_response_has_no_address(site: BuiltSite) -> None:
    assert not {"email", "courriel", "adresse"} & {
        str(field.alias) for field in WrittenResponse.model_fields.values()
    }
    for answered in shipped().responses.values():
        assert "@" not in "\n".join(answered.entry.lines)


def responses_leave_with_a_profile(site: BuiltSite) -> None:
    [answered] = [one for one in shipped().responses.values() if one.name.folder == "praticiens"]
    assert answered.name.path in withdrawal_of(shipped(), answered.name.slug).removed


def events_stay_without_the_name(site: BuiltSite) -> None:
    leaders = {slug for event in shipped().events.values() for slug in event.written.speakers}
    gone = withdrawal_of(shipped(), min(leaders))
    assert not [path for path in gone.removed if path.startswith("agenda/")]
    assert [path for path in gone.rewritten if path.startswith("agenda/")]


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
        "Aucune autre page n'est gardée par ce site dans votre appareil sans que vous "
        "le demandiez.",
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
)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.sentence[:40])
def test_a_promise_is_made_and_kept(promise: Promise, production_site: BuiltSite) -> None:
    hold(promise, production_site)
