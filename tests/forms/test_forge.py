"""Each forge is asked for the exact page that edits or creates a file."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from association.content.forge import Forge, forge_of

FILE = "agenda/journée d’été.md"


def _forge(kind: str, **more: str) -> Forge:
    said = {"type": kind, "adresse": "https://forge.example", "depot": "asso/site", **more}
    forge = forge_of({"FORGE": said})
    assert forge is not None
    return forge


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("github", "/asso/site/edit/main/content/agenda/journée d’été.md"),
        ("gitlab", "/asso/site/-/edit/main/content/agenda/journée d’été.md"),
        ("forgejo", "/asso/site/_edit/main/content/agenda/journée d’été.md"),
    ],
)
def test_a_page_is_corrected_at_the_exact_file(kind: str, expected: str) -> None:
    url = _forge(kind).edit_url(FILE)
    assert url.isascii()
    assert " " not in url
    assert unquote(urlsplit(url).path) == expected


@pytest.mark.parametrize(
    ("kind", "path", "asked"),
    [
        (
            "github",
            "/asso/site/new/main/content/agenda",
            {"filename": "x.md", "value": "---\n# é&?\n"},
        ),
        ("gitlab", "/asso/site/-/new/main/content/agenda", {"file_name": "x.md"}),
        (
            "forgejo",
            "/asso/site/_new/main/content/agenda",
            {"filename": "x.md", "value": "---\n# é&?\n"},
        ),
    ],
)
def test_a_new_file_comes_filled_where_the_forge_can(
    kind: str, path: str, asked: dict[str, str]
) -> None:
    parts = urlsplit(_forge(kind).new_url("agenda", "x.md", "---\n# é&?\n"))
    assert parts.path == path
    assert parse_qs(parts.query, strict_parsing=True) == {
        key: [text] for key, text in asked.items()
    }


def test_a_repository_of_the_content_alone_has_its_files_at_its_root() -> None:
    forge = _forge("forgejo", depot="asso/contenu", dossier="", branche="publié")
    assert (
        unquote(forge.edit_url(FILE)) == f"https://forge.example/asso/contenu/_edit/publié/{FILE}"
    )


def test_a_forge_under_a_path_and_a_content_in_a_deep_folder_are_followed() -> None:
    forge = _forge(
        "gitlab", adresse="https://asso.example/git/", depot="a/b/c", dossier="/site/content/"
    )
    assert forge.edit_url("x.md") == "https://asso.example/git/a/b/c/-/edit/main/site/content/x.md"
    assert forge.origin == "https://asso.example"


def test_the_two_great_forges_need_no_address() -> None:
    forge = forge_of({"FORGE": {"type": "github", "depot": "asso/site"}})
    assert forge is not None
    assert forge.edit_url("x.md").startswith("https://github.com/asso/site/edit/")


@pytest.mark.parametrize("settings", [{}, {"FORGE": None}, {"FORGE": {}}])
def test_without_a_forge_there_is_none(settings: dict[str, object]) -> None:
    assert forge_of(settings) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("https://github.com/asso/site", "'depot'"),
        ({"type": "svn", "depot": "asso/site"}, "github, gitlab ou forgejo"),
        ({"type": "forgejo", "depot": "asso/site"}, "« adresse » commence par https://"),
        ({"type": "forgejo", "adresse": "http://forge.example", "depot": "a/b"}, "https://"),
        ({"type": "github", "depot": "site"}, "association/site"),
        ({"type": "github", "depots": "asso/site"}, "vouliez-vous dire « depot » ?"),
        ({"type": "github", "depot": "a/b", "authentification": "moi"}, "« authentification »"),
    ],
)
def test_a_setting_written_otherwise_is_said_in_french(said: object, words: str) -> None:
    with pytest.raises(ValueError, match=r"^FORGE : ") as refusal:
        forge_of({"FORGE": said})
    assert words in str(refusal.value)
