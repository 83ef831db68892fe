"""A link leads where it seems to: what passes for another site is told, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.content.policy import USUAL, policy
from association.problems.findings import Severity
from association.problems.report import Problem
from association.source.hosts import authority
from tests.builders import EVENT, NEWS, TODAY, content_folder, corrected, damaged

TEXT = "Nous étions quarante, venus de toute l'Occitanie."
CODE = "lien-trompeur"
OWN = ("therapie-sociale.example",)


def _told(folder: Path, text: str) -> list[Problem]:
    root = content_folder(folder, damaged(NEWS, TEXT, text))
    found = verified(root, TODAY, replace(USUAL, own_hosts=OWN)).problems
    return [one for one in found if one.code == CODE]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://banque.fr@autre.example/", "autre.example"),
        ("https://banque.fr%2F@autre.example", "autre.example"),
        ("https://banque.fr:mot@autre.example", "autre.example"),
        ("https:\\\\banque.fr@autre.example", "autre.example"),
        ("https:banque.fr@autre.example", "autre.example"),
        ("ht\ttps://banque.fr@autre.example", "autre.example"),
        ("https&#58;//banque.fr&#64;autre.example", "autre.example"),
        ("//banque.fr@autre.example", "autre.example"),
        ("https://autre.example\\@banque.fr/", "autre.example"),
        ("https://autre.example/@banque.fr", "autre.example"),
        ("https://AUTRE.example:443/", "autre.example"),
        ("https://ａutre．example/", "autre.example"),
        ("https://xn--crdit-agricole-ckb.example/", "crédit-agricole.example"),
        ("https://autre。example", "autre.example"),
    ],
)
def test_a_host_is_read_as_browsers_do(address: str, host: str) -> None:
    found = authority(address)
    assert found is not None
    assert found.host == host


@pytest.mark.parametrize(
    "address",
    [
        "https://banque.fr@autre.example/",
        "https://jean:secret@autre.example/page",
        "https://secretariat@autre.example",
        "https://www.hellоasso.com/",
        "https://xn--hellasso-b7g.com/",
        "https://www.xn--80ak6aa92e.com/",
        "https://аррӏе.com/",
        "https://paypa1.com/",
        "https://www.paypaI.com/",
        "https://rnicrosoft.com/",
        "https://lınkedin.com/",
        "https://ɡoogle.com/",
        "https://gõogle.com/",
        "https://impots.gouv.fr.autre.example/",
        "https://therapie-socia1e.example/",
        "https://thérapie-sociale.example/",
        "https://3232235777/",
        "https://0x7f.1/",
        "https://203.0.113.5/",
        "https://[::ffff:1.2.3.4]/",
    ],
)
@pytest.mark.parametrize("form", ["[leur page]({})", "<{}>", "[leur page][1]\n\n[1]: {}"])
def test_an_address_that_passes_for_another_is_told(
    tmp_path: Path, address: str, form: str
) -> None:
    assert len(_told(tmp_path, f"Voyez {form.format(address)}")) == 1


@pytest.mark.parametrize(
    "link",
    [
        "[www.banque.fr](https://autre.example/)",
        "[https://banque.fr/compte](https://autre.example/)",
        "[banque.fr](https://banque.fr.autre.example/)",
        "[banque.fr](https://autre-banque.fr/)",
        "[**banque.fr**](https://autre.example/)",
        "[Le site https://banque.fr](https://autre.example/)",
        "[bаnque.fr](https://banque.fr/)",
        "[jean@asso.example](mailto:javert@asso.example)",
        "[jean@asso.example](mailto:javert@asso.example,fantine@asso.example)",
        "[www.paypal.com](https://impots.gouv.fr/)",
        "[impots.gouv.fr](https://ants.gouv.fr/)",
        "[banque.fr](https://bànque.fr/)",
        "[05 61 00 00 00](tel:+33561000001)",
    ],
)
def test_words_that_show_another_address_are_told(tmp_path: Path, link: str) -> None:
    assert len(_told(tmp_path, f"Voyez {link}.")) == 1


@pytest.mark.parametrize(
    "link",
    [
        "[www.banque.fr](https://banque.fr/compte)",
        "[banque.fr](https://www.banque.fr/)",
        "[espace.banque.fr](https://banque.fr/)",
        "[BANQUE.FR](https://www.banque.fr/)",
        "[le-programme.pdf](https://autre.example/1)",
        "[M.Valjean](https://autre.example/)",
        "[le site de l'association](https://autre.example/)",
        "[banque.fr et autre.example](https://autre.example/)",
        "[jean@asso.example](mailto:Jean@asso.example?subject=Bonjour)",
        "[05 61 00 00 00](tel:+33561000000)",
        "[ici même, sur Mastodon](https://mamot.example/@jean)",
        "[le plan](https://www.openstreetmap.org/#map=1/2@3)",
        "[la mairie](https://www.müllheim.example/)",
        "[Łódź](https://łódź.example/)",
        "[leur page](https://россия.рф/)",
        "[leur page](https://日本語サイト.example/)",
        "[Google au Brésil](https://www.google.com.br/)",
        "[les impôts](https://www.impots.gouv.fr/accueil)",
        "[la nôtre](https://agenda.therapie-sociale.example/)",
        "[crédits](https://crédit-agricole.example/)",
        "[Réfugiés.info](https://refugies.info/)",
        "[Santé.fr](https://www.sante.fr/)",
        "[https://Santé.fr](https://www.sante.fr/)",
        "[service-public.fr](https://www.service-public.gouv.fr/)",
        "[www.service-public.fr](https://www.service-public.gouv.fr/)",
        "[jean@asso.example, fantine@asso.example](mailto:jean@asso.example,fantine@asso.example)",
        "[jean@asso.example](mailto:fantine@asso.example,%20jean@asso.example?subject=Oui)",
    ],
)
def test_an_address_that_is_only_itself_is_left_alone(tmp_path: Path, link: str) -> None:
    assert _told(tmp_path, f"Voyez {link}.") == []


@pytest.mark.parametrize(
    ("link", "severity"),
    [
        ("[d.school](https://autre.example/)", Severity.ADVICE),
        ("[banque.fr](https://autre.example/)", Severity.ADVICE),
        ("[www.banque.fr](https://autre.example/)", Severity.ERROR),
        ("[paypal.com](https://autre.example/)", Severity.ERROR),
        ("[paypal.com](https://sites.google.com/view/autre)", Severity.ERROR),
        ("[impots.gouv.fr](https://autre.example/)", Severity.ERROR),
        ("[therapie-sociale.example](https://autre.example/)", Severity.ERROR),
    ],
)
def test_a_name_that_may_be_no_address_is_an_advice(
    tmp_path: Path, link: str, severity: Severity
) -> None:
    assert [one.severity for one in _told(tmp_path, f"Voyez {link}.")] == [severity]


def test_the_advice_can_be_silenced_and_the_error_cannot(tmp_path: Path) -> None:
    for name, left in (("d.school", []), ("www.d.school", [CODE])):
        text = damaged(NEWS, TEXT, f"Voyez [{name}](https://autre.example/).")
        silent = {NEWS: text[NEWS].replace("---\n", f"---\nsans_conseil: [{CODE}]\n", 1)}
        root = content_folder(tmp_path / name, silent)
        found = [one.code for one in verified(root, TODAY).problems]
        assert [code for code in found if code == CODE] == left


def test_an_address_that_a_service_hides_comes_back(tmp_path: Path) -> None:
    wrapped = "https://l.facebook.example/l.php?u=https%3A%2F%2Fwww.banque.fr%2Fcompte&h=AT"
    root = content_folder(tmp_path, damaged(NEWS, TEXT, f"Voyez [www.banque.fr]({wrapped})."))
    assert "[www.banque.fr](https://www.banque.fr/compte)" in corrected(root)[NEWS]


def test_the_fields_of_an_entry_are_read_too(tmp_path: Path) -> None:
    files = damaged(EVENT, "https://example.org/", "https://helloasso.com@autre.example/")
    root = content_folder(tmp_path, files)
    assert CODE in [one.code for one in verified(root, TODAY).problems]


def test_the_sites_of_the_association_are_known_from_its_settings() -> None:
    settings = {"SITEURL": "https://www.asso.example", "SECRETARIAT": "bureau@poste.example"}
    assert policy(settings).own_hosts == ("asso.example", "poste.example")
    assert policy({"SITEURL": "http://localhost:8000"}).own_hosts == ()
