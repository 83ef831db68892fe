"""Readers' responses: read beside the page they answer, shown in threads, able to do nothing."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from selectolax.lexbor import LexborHTMLParser

from association.content.response_mail import WORDS_OF_CONSENT
from association.content.response_settings import ResponseSettings, response_settings
from association.editing.responses.message import message
from association.hosting.headers import headers_of
from association.hosting.hosts import HOSTS
from association.hosting.policies import policy_in_page
from association.hosting.serving import Serving
from association.pages.context import Context
from association.pages.response_text import sanitised
from association.pages.response_view import Responses
from association.pages.responses import response_nodes, responses_to
from association.people.retention import without_people
from association.site.response_feed import response_feed
from association.source.tree import read_body
from tests.builders import NEWS, content_folder, context, damaged, problems_of, with_settings
from tests.built_site import ROOT
from tests.html_tree import html_tree

FOLDER = "reponses/actualites/compte-rendu"
FIRST, SECOND = f"{FOLDER}/2027-02-16-marius.md", f"{FOLDER}/2027-02-17-cosette.md"


def response(text: str = "Merci à tous.", nom: str = "Marius", more: str = "") -> str:
    return f"---\nnom: {nom}\ndate: 2027-02-16\n{more}---\n\n{text}\n"


THREAD = {
    FIRST: response(),
    SECOND: response("Moi aussi.", "Cosette", "en_reponse_a: 2027-02-16-marius\n"),
}


def open_to(found: Context, *folders: str, endpoint: str = "") -> Context:
    return with_settings(found, responses=ResponseSettings(folders, endpoint))


def shown(found: Context, slug: str = "compte-rendu") -> Responses:
    under = responses_to(found.content.news[slug], found)
    assert under is not None
    return under


@pytest.fixture
def answered(tmp_path: Path) -> Context:
    return open_to(context(tmp_path, THREAD), "actualites")


def test_an_answer_stands_below_the_response_that_it_answers(answered: Context) -> None:
    [first] = shown(answered).threads
    assert (first.author, [reply.author for reply in first.replies]) == ("Marius", ["Cosette"])


def test_a_response_shows_from_the_day_it_was_written(answered: Context) -> None:
    eve = replace(answered, asof=answered.asof - timedelta(days=30))
    assert shown(eve).threads == ()


def test_what_is_closed_shows_no_response(tmp_path: Path, answered: Context) -> None:
    item = answered.content.news["compte-rendu"]
    assert responses_to(item, open_to(answered, "capsules")) is None
    closed = damaged(NEWS, "date:", "reponses: non\ndate:")
    (tmp_path / "b").mkdir()
    found = open_to(context(tmp_path / "b", THREAD | closed), "actualites")
    assert responses_to(found.content.news["compte-rendu"], found) is None
    assert next(response_feed(found)).content.count(b"<entry>") == 0


def test_responses_leave_the_feed_with_the_person_they_answer(tmp_path: Path) -> None:
    path = "reponses/praticiens/jeanne-martin/2027-02-16-marius.md"
    found = open_to(context(tmp_path, {path: response()}), "praticiens")
    [feed] = response_feed(found)
    assert [(entry.title, entry.author) for entry in feedparser.parse(feed.content).entries] == [
        ("Marius, à propos de « Jeanne Martin »", "Marius")
    ]
    left = replace(found, content=without_people(found.content, frozenset({"jeanne-martin"})))
    [feed] = response_feed(left)
    assert b"Marius" not in feed.content


def test_search_engines_read_who_answers_what(answered: Context) -> None:
    first, second = response_nodes(answered.content.news["compte-rendu"], answered)
    page = "https://asso.example/tst/actualites/compte-rendu/"
    assert first["parentItem"] == {"@id": page}
    assert second["parentItem"] == {"@id": first["@id"]}
    assert json.loads(json.dumps(second))["author"] == {"@type": "Person", "name": "Cosette"}


def test_a_prepared_mail_goes_to_the_secretariat_and_says_what_it_answers(
    answered: Context,
) -> None:
    url = urlsplit(shown(answered).threads[0].mail_url)
    written = parse_qs(url.query)["body"][0].split("\r\n")
    assert (url.scheme, unquote(url.path)) == ("mailto", "secretariat@asso.example")
    assert "Page : https://asso.example/tst/actualites/compte-rendu/" in written
    assert "En réponse à : 2027-02-16-marius" in written
    assert f"Accord : {WORDS_OF_CONSENT}" in written


def test_a_form_is_sent_where_the_settings_and_every_policy_say(answered: Context) -> None:
    there = open_to(answered, "actualites", endpoint="https://forms.example/f/1")
    form = shown(there).form
    assert form
    assert (form.action, form.host) == ("https://forms.example/f/1", "forms.example")
    assert not shown(there).threads[0].mail_url
    origin = there.settings.responses.origin
    allowed = "form-action 'self' https://forms.example;"
    assert allowed in policy_in_page("agenda/", origin)
    assert allowed in headers_of("/agenda/", origin)["Content-Security-Policy"]
    assert "forms.example" not in headers_of("/recherche/", origin)["Content-Security-Policy"]
    for host in HOSTS.values():
        told = Serving("", form_origin=origin)
        files = "".join(host.files(told).values())
        configured = files + (host.configuration(told) if host.configuration else "")
        assert allowed in configured or not (host.configuration or "_headers" in host.files(told))


def test_what_the_form_sends_is_read_whatever_its_fields_are_called(answered: Context) -> None:
    form = shown(open_to(answered, "actualites", endpoint="https://forms.example/f/1")).form
    environment = Environment(
        loader=FileSystemLoader(ROOT / "theme" / "templates"), extensions=["jinja2.ext.i18n"]
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    component = environment.get_template("components/reponses.html").module
    html = html_tree(f"<body>{component.formulaire_de_reponse(form)}</body>")  # type: ignore[attr-defined]
    assert WORDS_OF_CONSENT in " ".join("".join(html.itertext()).split())
    given = {
        "reponse-a": "2027-02-16-marius",
        "reponse-nom": "Cosette",
        "reponse-texte": "Moi aussi.",
        "reponse-accord": "oui",
        "reponse-site": "http://z.example",
    }
    sent = [
        f"{field.get('name')}: {given.get(field.get('id', ''), field.get('value'))}"
        for field in html.iter()
        if field.get("name")
    ]
    told = message("\n".join(sorted(sent, key=lambda line: "Moi" in line)).encode())
    assert (told.page, told.parent) == (
        "https://asso.example/tst/actualites/compte-rendu/",
        "2027-02-16-marius",
    )
    assert (told.name, told.text) == ("Cosette", "Moi aussi.")
    assert told.agreed
    assert told.is_trap


def test_settings_that_nobody_can_follow_are_refused() -> None:
    for wrong in (
        {"REPONSES": ["praticien"]},
        {"REPONSES_ADRESSE": "http://forms.example/"},
        {"REPONSES_ADRESSE": "forms.example"},
        {"REPONSES_ADRESSE": "https://moi:secret@forms.example/"},
    ):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            response_settings(wrong)
    assert response_settings({}) == ResponseSettings()


def test_a_sanitised_response_keeps_its_words_and_follows_nothing() -> None:
    html = sanitised(
        '<p onclick="x()">Un <strong>mot</strong>, <a href="https://x.example" title="t">là</a>'
        '<img src="/x.png"><script>alert(1)</script> <a href="javascript:y()">ici</a></p>'
    )
    tree = html_tree(f"<body>{html}</body>")
    assert "".join(tree.itertext()).split() == ["Un", "mot,", "là", "ici"]
    [first, second] = [link.attrib for link in tree.iter("a")]
    assert first == {"href": "https://x.example", "rel": "nofollow ugc"}
    assert "href" not in second
    assert "alert" not in html


@pytest.mark.parametrize("target", ["../praticiens/x.md", "/x/", "x", "#x", "?x", "//x.example/"])
def test_a_response_links_to_the_web_alone(target: str) -> None:
    assert "href" not in sanitised(f'<p><a href="{target}">là</a></p>')


@pytest.mark.parametrize("html", ["<svg>un</svg> mot", "<math><mtext>un</mtext></math> mot"])
def test_words_among_foreign_marks_stay(html: str) -> None:
    assert {"un", "mot"} <= set(re.findall(r"\w+", sanitised(html).striptags()))
    assert "<svg" not in sanitised(html)


# What a stranger may write: words, and what would act, in any order.
_PARTS = st.sampled_from(
    [
        *("<script>", "</script>", "<style>", "<img src=x onerror=alert(1)>", "<svg/onload=a()>"),
        *(
            "[a](javascript:b)",
            "[a](https://b.example)",
            "[a](../x.md)",
            "[a](//b.example)",
            "![a](b.png)",
            "<a href='data:x'>",
        ),
        *("&lt;", "&#x3c;", "<!--", "-->", "<![CDATA[", "`", "```\n", "**", "_", "> ", "- "),
        *("<iframe srcdoc='<script>'>", "<math><mtext>", "<textarea>", "\\", "\x00", "\n\n"),
    ]
)
_TEXTS = st.lists(st.one_of(_PARTS, st.text(max_size=8)), max_size=14).map("".join)
_ALLOWED = {"a", "blockquote", "br", "em", "li", "ol", "p", "strong", "ul"}


def faults_of(text: str) -> list[str]:
    """Return what an independent reader finds in a response that is shown and may not be."""
    html = sanitised(read_body(text).html)
    found = []
    body = LexborHTMLParser(f"<body>{html}</body>").body
    assert body is not None
    for node in body.traverse():
        if node.tag not in _ALLOWED | {"body"}:
            found.append(f"<{node.tag}>")
        for name, value in node.attributes.items():
            if (node.tag, name) not in {("a", "href"), ("a", "rel")}:
                found.append(name)
            if name == "href" and not re.match(r"https?:", value or "", re.IGNORECASE):
                found.append(str(value))
    return found


@given(_TEXTS)
def test_whatever_a_response_holds_it_does_nothing(text: str) -> None:
    assert faults_of(text) == []


_WORDS = st.lists(st.text("abcéœß漢ё", min_size=1, max_size=9), min_size=1, max_size=12)


@given(st.lists(_WORDS, min_size=1, max_size=5))
def test_no_word_of_a_response_is_lost(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    assert sanitised(read_body(text).html).striptags().split() == text.split()


@pytest.mark.parametrize(
    ("page", "more", "codes"),
    [
        ("pages/contact", "", ["reponse-cachee"]),
        ("pages/contact", "sans_conseil: [reponse-cachee]\n", []),
        ("actualites/compte-rendu", "", []),
    ],
)
def test_an_editor_hears_of_a_response_that_no_page_shows_unless_it_is_meant(
    tmp_path: Path, page: str, more: str, codes: list[str]
) -> None:
    path = f"reponses/{page}/2027-02-16-marius.md"
    found = problems_of(content_folder(tmp_path, {path: response(more=more)}))
    assert [problem.code for problem in found] == codes


def test_a_response_under_a_page_of_errors_is_never_invited(tmp_path: Path) -> None:
    found = open_to(context(tmp_path), "pages")
    assert responses_to(found.content.pages["404"], found) is None
    assert responses_to(found.content.pages["accueil"], found) is None
    assert responses_to(found.content.pages["contact"], found) is not None
