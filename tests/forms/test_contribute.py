"""The editors' page and the links of the footer: only where a forge is set, and to exact files."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from association.content import reading
from association.content.common import LANGUAGES_OF_ENTRIES
from association.content.forge import Forge
from association.content.schema import TYPES
from association.content.translations import FOLDERS
from association.editing.guide.blank_file import blank_file, new_files
from association.editing.guide.json_schema import json_schema
from association.pages.context import Context
from association.site.contribute_view import ContributePage, NewFileLink
from association.site.site import site
from association.site.theme import served_theme
from tests.builders import content_folder, context, problems_of, with_settings
from tests.built_site import ROOT, words
from tests.calendar_context import Press, pages_of
from tests.people_builders import shipped

WORDS = shipped().vocabulary
FORGE = Forge("forgejo", "https://forge.example", "asso/site")


def _with_forge(tmp_path: Path, forge: Forge = FORGE) -> Context:
    theme = served_theme(ROOT / "theme" / "static", immutable=False).names
    return with_settings(context(tmp_path), forge=forge, theme=theme)


def test_nothing_tells_of_a_forge_that_is_not_set(tmp_path: Path) -> None:
    plain = context(tmp_path)
    assert site(plain).contribute_url == ""
    assert {page.head.edit_url for page in pages_of(plain).values()} == {""}
    assert "contribuer/" not in pages_of(plain)


def test_every_page_made_from_a_file_leads_to_it(tmp_path: Path) -> None:
    made = _with_forge(tmp_path)
    urls = {page.head.edit_url for page in pages_of(made).values()} - {""}
    assert urls == {FORGE.edit_url(entry.path) for entry in made.content.all_entries()}


def test_the_editors_page_is_kept_from_search_engines(tmp_path: Path) -> None:
    assert not pages_of(_with_forge(tmp_path))["contribuer/"].head.index


@pytest.mark.parametrize(("kind", "shown"), [("forgejo", 0), ("gitlab", len(TYPES))])
def test_the_text_of_a_new_file_is_shown_where_no_address_can_carry_it(
    kind: str, shown: int, tmp_path: Path
) -> None:
    made = _with_forge(tmp_path, replace(FORGE, kind=kind))
    [page] = Press().printed(made, "contribuer")
    assert page.parse_errors == []
    # The translations have theirs too, folded away.
    assert len(list(page.all("pre"))) == (shown and shown + len(_translations(made)))


def test_the_editors_page_names_each_language_to_translate_into(tmp_path: Path) -> None:
    [page] = Press().printed(_with_forge(tmp_path), "contribuer")
    [told] = [words(it) for it in page.all("p") if words(it).startswith("Choisissez le texte")]
    named = told.rpartition("(")[2].rstrip(").").split(", ")
    assert {*named, "fr", "de"} == set(LANGUAGES_OF_ENTRIES)


@pytest.mark.parametrize("has_forms", [True, False])
def test_the_editors_page_leads_to_the_checker_where_there_is_one(
    has_forms: bool, tmp_path: Path
) -> None:
    made = with_settings(_with_forge(tmp_path), has_forms=has_forms)
    [page] = Press().printed(made, "contribuer")
    links = {words(element): element.get("href") for element in page.all("a")}
    leads = links.get("Vérifier un texte avant de l’enregistrer")
    assert leads == ("/tst/redaction/verifier/" if has_forms else None)


def test_the_footer_corrects_the_page_that_is_read(tmp_path: Path) -> None:
    made = _with_forge(tmp_path)
    for page in Press().printed(made, "evenement", "praticien"):
        links = {words(element): element.get("href") for element in page.all("a")}
        assert links["Corriger cette page"] == pages_of(made)[page.path].head.edit_url
        assert links["Espace de rédaction"] == "/tst/contribuer/"


@pytest.mark.parametrize("folder", TYPES)
def test_a_new_file_asks_for_all_that_is_required_and_nothing_is_made_up(
    folder: str, tmp_path: Path
) -> None:
    root = content_folder(tmp_path, {f"{folder}/nouveau.md": blank_file(folder, WORDS)})
    content = reading.read(root)
    found = [problem for problem in content.problems if problem.source.endswith("nouveau.md")]
    assert {problem.code for problem in found} <= {"champ-manquant"}
    required = json_schema(TYPES[folder], WORDS)["required"]
    text = blank_file(folder, WORDS)
    assert all(f"\n{key}:" in text for key in required)


def test_what_a_new_file_holds_fits_in_an_address() -> None:
    # Servers take addresses of 8,000 signs.
    for file in new_files(WORDS):
        assert len(FORGE.new_url(file.folder, file.name, file.text)) < 7500, file.folder


def _translations(made: Context) -> tuple[NewFileLink, ...]:
    contribute = pages_of(made)["contribuer/"].values["contribute"]
    assert isinstance(contribute, ContributePage)
    return contribute.translations


def test_a_translation_begun_on_the_forge_knows_its_text_and_waits_for_its_words(
    tmp_path: Path,
) -> None:
    made = _with_forge(tmp_path)
    links = {f"{link.folder}/{link.name}": link for link in _translations(made)}
    link = links["content/pages/contact.de.md"]
    text = parse_qs(urlsplit(link.url).query)["value"][0]
    root = content_folder(tmp_path / "begun", {"pages/contact.de.md": text})
    assert [found.code for found in problems_of(root)] == ["texte-a-ecrire"]
    done = {"pages/contact.de.md": text.replace("[à traduire]", "")}
    assert problems_of(content_folder(tmp_path / "done", done)) == []


def test_only_what_can_be_translated_is_offered(tmp_path: Path) -> None:
    links = _translations(_with_forge(tmp_path))
    assert {link.folder for link in links} == {f"content/{folder}" for folder in FOLDERS}
    assert not [link for link in links if link.name.startswith("404.")]
    assert max(len(link.url) for link in links) < 2000
