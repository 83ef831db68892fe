"""Who asks for it reads all that the site says of them, and nothing of it enters the repository."""

from datetime import date
from pathlib import Path

from association.commands.personal_record import main
from association.content import reading
from association.content.policy import USUAL
from association.people.personal_record import Datum, personal_record
from tests.html_tree import html_tree
from tests.people_builders import folder, profile

DAY = {"ASOF": "2026-11-21"}
SLUG = "zephyrine-quenault"
NEWS = """---
titre: Une journée
date: 2026-11-01
resume: Le récit d'une journée.
exemple: oui
---

Zéphyrine Quénault ouvre la journée.

La rue Quénault est loin.
"""


def content(tmp_path: Path) -> Path:
    reached = profile(
        mode="courriel\n  courriel: zq@quenault.example",
        pour="courriel, entreprise",
        accroche="Aider & soutenir un groupe.",
        champs="demandes: {acceptees: oui, jusqu_au: 2027-01-10}\n"
        "entreprise: {forme: Association, siret: 123 456 782 00010}\n",
    )
    return folder(tmp_path, praticiens__zephyrine_quenault=reached, actualites__journee=NEWS)


def test_a_record_tells_what_is_published_and_by_which_agreement(tmp_path: Path) -> None:
    record = personal_record(reading.read(content(tmp_path)), SLUG, USUAL, date(2026, 11, 21))
    assert {
        Datum("Nom", "Quénault", is_published=True),
        Datum("Contact, Courriel", "zq@quenault.example", True, "courriel"),
        Datum("Entreprise, SIRET", "123 456 782 00010", True, "entreprise"),
        Datum("Nouvelles demandes, Jusqu’au", "2027-01-10", is_published=True),
        Datum("Lieu, Ville", "Quiévrechain", False, "ville"),
        Datum("Lieu, Code postal", "59920", is_published=False),
        Datum("Régions", "Hauts-de-France", is_published=True),
    } <= set(record.data)
    assert [datum for datum in record.data if datum.field.startswith("Métiers, 1, Certifié le")]


def test_a_record_tells_what_readers_said_below_the_profile(tmp_path: Path) -> None:
    root = content(tmp_path)
    answered = root / "reponses" / "praticiens" / SLUG / "2026-11-02-marius.md"
    answered.parent.mkdir(parents=True)
    answered.write_text("---\nnom: Marius\ndate: 2026-11-02\n---\n\nMerci.\n", "utf-8")
    record = personal_record(reading.read(root), SLUG, USUAL, date(2026, 11, 21))
    assert "Marius : Merci." in [trace.before for trace in record.mentions]


def test_a_record_tells_what_shows_on_its_day(tmp_path: Path) -> None:
    agreed = "accord_de: direction, accord_le"
    champs = f"""demandes: {{acceptees: oui, jusqu_au: 2026-11-20}}
tarif: {{a_partir_de: 900, pour: journée, indique_le: 2026-11-22}}
references:
  - {{organisation: Lycée, {agreed}: 2026-11-21}}
  - {{organisation: Mairie, {agreed}: 2026-11-22}}
entreprise:
  forme: Association
  siret: 123 456 782 00010
  qualiopi: {{pour: [bilans de compétences], jusqu_au: 2026-11-21}}
  assurance: {{assureur: Mutuelle, jusqu_au: 2026-11-20}}
"""
    root = folder(
        tmp_path, praticiens__zephyrine_quenault=profile(pour="entreprise", champs=champs)
    )
    read = reading.read(root)

    def shown(day: date) -> set[str]:
        data = personal_record(read, SLUG, USUAL, day).data
        dated = ("Nouvelles demandes", "Tarif", "Références", "Entreprise")
        return {one.value for one in data if one.is_published and one.field.startswith(dated)}

    assert shown(date(2026, 11, 21)) == {
        *("Lycée", "direction", "2026-11-21"),
        *("Association", "123 456 782 00010", "bilans de compétences"),
    }
    assert {"oui", "Mutuelle"} <= shown(date(2026, 11, 20))
    assert {"900", "Mairie"} <= shown(date(2026, 11, 22))
    assert "bilans de compétences" not in shown(date(2026, 11, 22))


def test_a_record_tells_which_colleagues_are_published(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        praticiens__zephyrine_quenault=profile(champs="travaille_avec: [ada, luc]\n"),
        praticiens__ada=profile(prenom="Ada", champs="travaille_avec: [zephyrine-quenault]\n"),
        praticiens__luc=profile(prenom="Luc"),
    )
    record = personal_record(reading.read(root), SLUG, USUAL, date(2026, 11, 21))
    assert [datum for datum in record.data if datum.field == "Travaille avec"] == [
        Datum("Travaille avec", "ada", is_published=True),
        Datum("Travaille avec", "luc", is_published=False),
    ]


def test_a_record_tells_every_line_that_names_the_person(tmp_path: Path) -> None:
    record = personal_record(reading.read(content(tmp_path)), SLUG, USUAL, date(2026, 11, 21))
    lines = {(trace.path, trace.before) for trace in record.mentions}
    assert ("actualites/journee.md", "Zéphyrine Quénault ouvre la journée.") in lines
    assert ("actualites/journee.md", "La rue Quénault est loin.") in lines


def test_the_record_is_a_page_that_git_ignores(tmp_path: Path) -> None:
    root = content(tmp_path).parent
    said: list[str] = []
    assert main(root, SLUG, say=said.append, environ=DAY) == 0
    [path] = root.glob("mes-donnees-*.html")
    page = html_tree(path.read_text("utf-8"))
    text = " ".join(page.itertext())
    for told in ("Aider & soutenir", "La rue Quénault", "12 février 2026", f"/annuaire/{SLUG}/"):
        assert told in text
    ignored = (Path(__file__).parents[2] / ".gitignore").read_text("utf-8").splitlines()
    assert "mes-donnees-*.html" in ignored
    assert path.name in said[0]


def test_who_agreed_to_a_signed_badge_reads_what_a_withdrawal_cannot_do(tmp_path: Path) -> None:
    for covers, said in (("ville, badge signé", True), ("ville, badge", False)):
        root = folder(tmp_path / covers, praticiens__zephyrine_quenault=profile(pour=covers))
        assert main(root.parent, SLUG, say=lambda _: None, environ=DAY) == 0
        page = (root.parent / f"mes-donnees-{SLUG}.html").read_text()
        assert ("ne se rappelle pas" in page) is said
        assert ("son badge signé" in page) is said


def test_a_profile_that_nobody_confirmed_for_long_is_said_not_to_show(tmp_path: Path) -> None:
    read = reading.read(content(tmp_path))
    assert personal_record(read, SLUG, USUAL, date(2027, 1, 1)).is_shown
    assert not personal_record(read, SLUG, USUAL, date(2031, 1, 1)).is_shown


def test_nobody_of_that_name_has_no_record(tmp_path: Path) -> None:
    said: list[str] = []
    root = content(tmp_path).parent
    assert main(root, "zefirine-quenault", say=said.append, environ=DAY) == 2
    assert f"Vouliez-vous dire « {SLUG} » ?" in said[0]
    assert not list(root.glob("mes-donnees-*"))
