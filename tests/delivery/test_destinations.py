"""Targets as written in the settings: what is wrong is said at once, what is secret is refused."""

from pathlib import Path
from typing import Any

import pytest

from association.delivery.destinations import destination
from association.delivery.place import Place
from association.delivery.ssh_connection import Secrets, fingerprints
from association.delivery.target import DeliveryError

FINGERPRINT = "SHA256:uNiVztksCsDhcc0u9e8BrmcuQV0TqO8GlvBjeFI+QBk"
# What ssh-keyscan says of github.com, whose fingerprint is published (docs.github.com).
LINE = "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
SFTP = {
    "vers": "sftp",
    "hote": "ftp.example.org",
    "utilisateur": "asso",
    "cle_hote": FINGERPRINT,
    "chemin": "www",
}


def read(written: Any, name: str = "", **environ: str) -> Any:
    return destination({"PUBLICATION": written}, name, environ)


def test_a_target_by_sftp_is_complete_in_five_lines() -> None:
    found = read({"site": SFTP})
    assert found.place == Place("www", "www.publication")
    assert (found.login.host, found.login.port, found.login.user) == ("ftp.example.org", 22, "asso")
    assert found.where == "ftp.example.org:www"


def test_a_line_of_ssh_keyscan_gives_the_fingerprint_that_ssh_keygen_shows() -> None:
    assert fingerprints(LINE) == {"SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU"}
    assert fingerprints(f"# comment\n{LINE}\n{FINGERPRINT}=") >= {FINGERPRINT}


def test_every_mistake_is_said_at_once() -> None:
    wrong = {
        **SFTP,
        "hote": "",
        "port": "vingt-deux",
        "cle_hote": "oui",
        "bascule": "peut-être",
        "versions": "-1",
        "chemn": "www",
    }
    with pytest.raises(DeliveryError) as show_progress:
        read({"site": wrong})
    for word in (
        "« hote »",
        "« port »",
        "« cle_hote »",
        "« bascule »",
        "« versions »",
        "« chemin »",
    ):
        assert word in str(show_progress.value)


@pytest.mark.parametrize("key", ["mot_de_passe", "cle", "phrase", "password"])
def test_a_secret_in_the_settings_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(DeliveryError) as show_progress:
        read({"site": {**SFTP, key: "tres-secret"}})
    assert "l’environnement" in str(show_progress.value)
    assert "tres-secret" not in str(show_progress.value)


def test_secrets_come_from_the_environment_the_target_s_own_first() -> None:
    environ = {"PUBLICATION_MOT_DE_PASSE": "commun", "PUBLICATION_CLE_ESSAI": "/cle"}
    assert read({"essai": SFTP}, **environ).login.secrets == Secrets("/cle", "", "commun")


def test_secrets_do_not_show_where_a_login_is_printed() -> None:
    found = read({"site": SFTP}, PUBLICATION_MOT_DE_PASSE="tres-secret", PUBLICATION_CLE="cle-text")
    assert "tres-secret" not in repr(found)
    assert "cle-text" not in repr(found)


def test_of_several_targets_one_is_named() -> None:
    two = {"site": SFTP, "essai": {"vers": "dossier", "chemin": "/srv/essai"}}
    assert read(two, "essai").kind == "dossier"
    with pytest.raises(DeliveryError, match=r"--cible \(« site », « essai »\)"):
        read(two)
    with pytest.raises(DeliveryError, match="« essai » \\?"):
        read(two, "esai")


@pytest.mark.parametrize("settings", [{}, {"PUBLICATION": {}}, {"PUBLICATION": "sftp"}])
def test_without_a_target_the_documentation_is_named(settings: dict[str, Any]) -> None:
    with pytest.raises(DeliveryError, match=r"docs/publier\.md"):
        destination(settings, "", {})


def test_an_unknown_kind_lists_the_kinds() -> None:
    with pytest.raises(DeliveryError, match="« dossier », « pages », « rsync », « sftp »"):
        read({"site": {"vers": "ftp"}})


@pytest.mark.parametrize("path", [".", "/"])
def test_at_the_root_of_a_host_the_state_goes_within(path: str) -> None:
    found = read({"site": {**SFTP, "chemin": path}})
    assert found.place.state_within_site == ".publication"
    with pytest.raises(DeliveryError, match="la racine"):
        read({"site": {**SFTP, "chemin": path, "bascule": "oui"}})


def test_a_key_left_empty_is_as_one_left_out() -> None:
    written = {"vers": "dossier", "chemin": "/srv/site", "hote": "", "cle_hote": ""}
    assert read({"site": written}).login is None


def test_a_branch_is_pages_of_origin_unless_said() -> None:
    assert read({"site": {"vers": "pages"}}).where == "la branche pages de origin"


@pytest.mark.parametrize(
    ("site", "state", "target"),
    [
        ("www", "www.publication", "www.publication/a"),
        ("asso/www", "etat", "../etat/a"),
        ("/srv/www", "/srv/etat", "etat/a"),
        ("www", "/srv/etat", "/srv/etat/a"),
        ("/srv/www", "etat", "etat/a"),
    ],
)
def test_a_served_link_owes_nothing_to_the_folder_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: str, state: str, target: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Place(site, state, switch=True).link_target("a") == target
