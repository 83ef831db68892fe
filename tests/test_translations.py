"""Translations: begun and read again by a command, read beside their text, shown apart."""

from pathlib import Path

import pytest

from association.checks.entry_checks import TO_TRANSLATE
from association.commands.translate import Options, main
from association.content.reading import read
from association.core.exit_code import ExitCode
from association.people.retention import without_people
from association.problems.report import errors_among
from association.runner.build import Plan, build
from association.site.all_pages import all_pages
from association.site.sections import sitemap_groups
from association.site.site import site
from tests.builders import NEWS, agenda_of, content_folder, context, damaged, lay_over, problems_of
from tests.built_site import ROOT, BuiltSite, Page, words

GERMAN = "actualites/compte-rendu.de.md"
TEXT = (
    "---\ntitre: Rückblick auf Toulouse\n---\n\n"
    "Wir waren: vierzig.\n\n[Kontakt]({filename}/pages/contact.md)\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content_folder(tmp_path)


def asked_for(root: Path, text: str, lang: str, *, again: bool = False) -> tuple[int, str]:
    said: list[str] = []
    code = main(root.parent, Options(text, lang, again), say=said.append)
    return code, "\n".join(said)


def _translated(root: Path) -> None:
    """Begin a translation and say that it is done."""
    assert asked_for(root, NEWS, "de")[0] == 0
    begun = (root / GERMAN).read_text("utf-8").split("\n")
    kept = [line for line in begun if not line.startswith(TO_TRANSLATE)]
    (root / GERMAN).write_text("\n".join(kept), "utf-8")


def _codes(root: Path) -> list[str]:
    return [found.code for found in problems_of(root)]


@pytest.mark.parametrize("name", ["content/actualites/compte-rendu.md", "compte-rendu"])
def test_a_translation_is_begun_and_waits_for_its_words(root: Path, name: str) -> None:
    code, said = asked_for(root, name, "de")
    assert code == 0
    assert "content/actualites/compte-rendu.de.md" in said
    assert _codes(root) == ["texte-a-ecrire"]
    _, front, body = (root / GERMAN).read_text("utf-8").split("---\n", 2)
    keys = [line.partition(":")[0] for line in front.strip().split("\n")]
    assert keys == ["titre", "resume", "traduit_du"]
    assert "Chacun a dit pourquoi il était là." in body


def test_a_translation_once_done_has_no_problem(root: Path) -> None:
    _translated(root)
    assert _codes(root) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("quarante", "cinquante"),
        ("titre: Retour", "titre: Un retour"),
        ("resume: Une", "resume: Toute une"),
    ],
)
def test_a_text_that_changes_leaves_its_translation_behind_until_it_is_read_again(
    root: Path, old: str, new: str
) -> None:
    _translated(root)
    lay_over(root, damaged(NEWS, old, new))
    assert _codes(root) == ["traduction-en-retard"]
    assert errors_among(problems_of(root)) == []
    before = (root / GERMAN).read_text("utf-8").split("\n")
    assert asked_for(root, "compte-rendu", "de", again=True)[0] == 0
    after = (root / GERMAN).read_text("utf-8").split("\n")
    assert _codes(root) == []
    assert [line for line in before if line not in after] == [before[3]]


def test_what_is_not_translated_does_not_leave_a_translation_behind(root: Path) -> None:
    _translated(root)
    lay_over(root, damaged(NEWS, "date: 2027-02-15", "date: 2027-02-16"))
    assert _codes(root) == []


def test_reading_again_a_translation_written_by_hand_keeps_its_line_ends(root: Path) -> None:
    lay_over(root, {GERMAN: TEXT.replace("\n", "\r\n")})
    assert "traduction-en-retard" in _codes(root)
    assert asked_for(root, "compte-rendu", "de", again=True)[0] == 0
    assert "traduction-en-retard" not in _codes(root)
    written = (root / GERMAN).read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") == TEXT.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "lang", "message"),
    [
        ("compte-rend", "de", "Vouliez-vous dire « actualites/compte-rendu »"),
        ("compte-rendu", "zz", "en, de, it, es, nl"),
        ("compte-rendu", "fr", "en, de, it, es, nl"),
        ("compte-rendu", "../../x", "en, de, it, es, nl"),
        ("agenda/journee-de-toulouse", "de", "actualites, capsules, metiers, pages"),
    ],
)
def test_what_cannot_be_translated_is_said_and_nothing_is_written(
    root: Path, text: str, lang: str, message: str
) -> None:
    before = sorted(root.rglob("*"))
    code, said = asked_for(root, text, lang)
    assert code == 2
    assert message in said
    assert sorted(root.rglob("*")) == before


def test_a_translation_is_never_written_over(root: Path) -> None:
    lay_over(root, {GERMAN: TEXT})
    code, said = asked_for(root, NEWS, "de")
    assert code == 2
    assert "existe déjà" in said
    assert (root / GERMAN).read_text("utf-8") == TEXT


def test_a_translation_that_does_not_exist_cannot_be_read_again(root: Path) -> None:
    assert asked_for(root, NEWS, "de", again=True)[0] == 2
    assert not (root / GERMAN).exists()


def test_what_a_translation_does_not_say_is_its_texts_own(root: Path) -> None:
    lay_over(root, {GERMAN: TEXT})
    entry = read(root).translations[GERMAN].entry
    assert entry.written.title == "Rückblick auf Toulouse"
    assert entry.written.summary.startswith("Une journée sur la confiance")
    assert entry.written.lang == "de"


def test_the_problems_of_a_text_are_not_said_of_its_translation_too(root: Path) -> None:
    lay_over(root, damaged(NEWS, "date: 2027-02-15", "date: hier") | {GERMAN: TEXT})
    assert {found.source for found in problems_of(root)} == {f"content/{NEWS}"}


def test_links_of_a_translation_are_checked_and_others_may_lead_to_it(root: Path) -> None:
    lay_over(root, {GERMAN: TEXT.replace("pages/contact.md", "pages/contakt.md")})
    assert "lien-casse" in _codes(root)
    english = TEXT.replace("pages/contact.md", GERMAN)
    lay_over(root, {GERMAN: TEXT, "actualites/compte-rendu.en.md": english})
    assert set(_codes(root)) == {"traduction-en-retard"}


def test_a_translation_keeps_no_link_to_somebody_who_left(root: Path) -> None:
    linked = TEXT.replace("pages/contact.md", "praticiens/jeanne-martin.md")
    lay_over(root, {GERMAN: linked})
    content = without_people(read(root), frozenset({"jeanne-martin"}))
    assert "jeanne-martin" not in content.translations[GERMAN].entry.markdown


def test_a_translation_is_in_no_french_list(tmp_path: Path) -> None:
    made = context(tmp_path, {GERMAN: TEXT})
    assert [item.slug for item in made.news] == ["compte-rendu"]
    assert not [
        link for group in sitemap_groups(made) for link in group.links if "/de/" in link.url
    ]


def test_the_translation_of_a_draft_waits_with_it(tmp_path: Path) -> None:
    draft = damaged(NEWS, "date:", "statut: brouillon\ndate:")
    made = context(tmp_path, draft | {GERMAN: TEXT})
    assert not [
        page for page in all_pages(made, agenda_of(made), site(made)) if "/de/" in page.path
    ]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The base with one translation, built."""
    folder = tmp_path_factory.mktemp("traduit")
    content = content_folder(folder, {GERMAN: TEXT})
    outcome = build(Plan(ROOT, str(folder / "site"), str(content), asof="2027-03-01"))
    assert outcome.exit_code is ExitCode.FINE, outcome
    return BuiltSite(folder / "site", "http://localhost:8000")


def _languages(page: Page) -> dict[str, str]:
    """Return what robots are told: the address in each language."""
    links = [link.attrib for link in page.all("link") if "hreflang" in link.attrib]
    return {link["hreflang"]: link["href"] for link in links}


def test_each_language_of_a_text_names_all_of_them(built: BuiltSite) -> None:
    french, german = (built.pages[f"actualites/compte-rendu/{end}"] for end in ("", "de/"))
    assert _languages(french) == _languages(german)
    assert set(_languages(french)) == {"fr", "de", "x-default"}
    assert _languages(french)["x-default"] == _languages(french)["fr"]
    assert _languages(built.pages["contact/"]) == {}


@pytest.mark.parametrize(
    ("end", "lang", "label"), [("", "de", "Auf Deutsch"), ("de/", "fr", "En français")]
)
def test_a_reader_finds_the_other_language_named_in_it(
    built: BuiltSite, end: str, lang: str, label: str
) -> None:
    page = built.pages[f"actualites/compte-rendu/{end}"]
    (link,) = (a for a in page.all("a") if a.attrib.get("hreflang") == lang)
    assert words(link) == label
    led_to = built.inside(link.attrib["href"], page)
    assert led_to is not None
    assert built.pages[led_to[0]]


def test_a_page_says_which_of_its_words_are_german(built: BuiltSite) -> None:
    page = built.pages["actualites/compte-rendu/de/"]
    (article,) = page.all("article")
    assert page.root.attrib["lang"] == "fr"
    assert article.attrib["lang"] == "de"
    assert "15. Februar 2027" in words(article)
    # French alone sets a space before a colon.
    assert "Wir waren: vierzig." in "".join(article.itertext())
    assert page.parse_errors == []


def test_robots_are_told_of_a_translation_and_subscribers_are_not(built: BuiltSite) -> None:
    address = "actualites/compte-rendu/de/"
    assert address in built.files["sitemap.xml"].read_text("utf-8")
    assert address not in built.files["actualites.atom"].read_text("utf-8")
