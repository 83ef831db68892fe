"""Each journey from nothing to a file that the checker passes, and what it costs to type."""

import re
from pathlib import Path

import pytest
import yaml

from association.commands.new import Options
from association.editing.new.kinds import KINDS
from association.problems.report import errors_among
from tests.builders import content_folder, context, problems_of
from tests.editing.typist import files, new_files, write

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "redacteurs" / "commencer-un-fichier.md"
SUMMARY = "Une journée pour se parler."

JOURNEYS: dict[str, list[str]] = {
    "actualite": ["Les premiers certificats sont remis", "", SUMMARY, "Ils étaient vingt."],
    "compte-rendu": ["1", "À Toulouse, on a parlé", "", "", SUMMARY, "Ils étaient vingt."],
    # In a series: its number, its place and its hours are those of last time.
    "evenement": ["1", "", "", "14 octobre 2027", "", "", "", "1", "", SUMMARY, ""],
    "praticien": [
        *("oui", "3 février 2027", "2", "oui"),
        *("Claire", "Durand", "1", "1", "15/06/2024", ""),
        *("Toulouse", "", "", "", "", "1, 2", "1", "1"),
        *("", "", "Faire parler ensemble.", ""),
    ],
    "capsule": ["Savoir dire non", "", "1", "1", "Dire non.", "", "20", SUMMARY, "Bonjour."],
    "metier": [
        *("Formateur en TST", "Formatrice en TST", "", "1 an", "26 jours"),
        *("Un mémoire.", "Un institut", SUMMARY, "On forme."),
    ],
    "document": [
        *("Statuts", "statuts", "13 mars 2018", "documents/programme.pdf"),
        *("", "", SUMMARY, ""),
    ],
    "groupe": ["Écoles", "groupe de travail", "13 mars 2018", SUMMARY, ""],
    "page": ["Nos partenaires", "", SUMMARY, "Les voici."],
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_journey_ends_with_a_file_that_the_checker_passes(kind: str, tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    code, typist = write(root, kind, JOURNEYS[kind])
    assert code == 0, typist.text
    (made,) = new_files(root, before)
    assert errors_among(problems_of(root)) == []
    assert f"content/{made.relative_to(root)}" in typist.text
    assert "http://127.0.0.1:8000/" in typist.text
    read = yaml.safe_load(made.read_text("utf-8").split("---\n")[1])
    assert "exemple" not in read


@pytest.mark.parametrize("kind", KINDS)
def test_the_guide_tells_how_many_questions_and_keys_a_journey_takes(
    kind: str, tmp_path: Path
) -> None:
    _, typist = write(content_folder(tmp_path), kind, JOURNEYS[kind])
    row = re.search(rf"^\| `{kind}` \|.*\| (\d+) \| (\d+) \|$", GUIDE.read_text("utf-8"), re.M)
    assert row, kind
    assert (int(row[1]), int(row[2])) == (typist.questions, typist.keys)


def test_an_event_of_a_series_takes_number_hours_and_place_from_the_last_one(
    tmp_path: Path,
) -> None:
    root = content_folder(tmp_path)
    _, typist = write(root, "evenement", JOURNEYS["evenement"])
    made = yaml.safe_load(
        (root / "agenda" / "2e-journee-de-rencontre.md").read_text("utf-8").split("---\n")[1]
    )
    assert (made["numero"], made["titre"]) == (2, "2e journée de rencontre")
    assert (made["debut"], made["fin"]) == ("2027-10-14 09:30", "2027-10-14 17:00")
    assert made["lieu"]["ville"] == "Toulouse"
    assert "Jeudi 14 octobre 2027, de 9 h 30 à 17 h. Est-ce bien cela ?" in typist.text


def test_a_day_that_is_not_the_right_one_is_asked_again(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    first = ["1", "", "", "14 octobre 2027", "", "non", "jeudi 21 octobre 2027, 10h-16h30", ""]
    code, typist = write(root, "evenement", [*first, "", "", "", SUMMARY, ""])
    assert code == 0, typist.text
    made = (root / "agenda" / "2e-journee-de-rencontre.md").read_text("utf-8")
    assert "debut: 2027-10-21 10:00\nfin: 2027-10-21 16:30\n" in made


def test_a_report_and_its_event_link_to_each_other(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    lines = ["1", "À Toulouse, on a parlé", "", "", SUMMARY, "Ils étaient vingt."]
    assert write(root, "compte-rendu", lines)[0] == 0
    text = (root / "actualites" / "a-toulouse-on-a-parle.md").read_text("utf-8")
    assert "evenement: journee-de-toulouse\npraticiens: [jeanne-martin]\n" in text
    made = context(tmp_path / "again", {"actualites/a-toulouse-on-a-parle.md": text})
    reports = [item.slug for item in made.reports["journee-de-toulouse"]]
    assert reports == ["compte-rendu", "a-toulouse-on-a-parle"]


def test_nobody_is_written_down_without_consent(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    code, typist = write(root, "praticien", ["non"])
    assert (code, new_files(root, before), typist.questions) == (1, [], 1)
    assert "personne ne paraît sur le site sans son accord" in typist.text


def test_what_was_not_agreed_to_is_not_even_asked(tmp_path: Path) -> None:
    _, typist = write(content_folder(tmp_path), "praticien", JOURNEYS["praticien"])
    asked = " ".join(typist.prompts)
    assert "contact.telephone" not in asked
    assert "contact.courriel" not in asked


def test_an_agreement_has_a_day_that_nobody_proposes(tmp_path: Path) -> None:
    _, typist = write(content_folder(tmp_path), "praticien", ["oui", "", "14 mars 2030"])
    assert "erreur[champ-manquant]" in typist.text
    assert "erreur[accord-futur]" in typist.text


def test_news_without_text_is_a_draft_that_says_where_the_text_goes(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    _, typist = write(root, "actualite", ["Une nouvelle", "", SUMMARY, ""])
    text = (root / "actualites" / "une-nouvelle.md").read_text("utf-8")
    assert "statut: brouillon\n" in text
    assert "[à écrire]" in text
    assert "statut: brouillon" in typist.text
    assert errors_among(problems_of(root)) == []
    # Published as it is, it would be refused.
    (root / "actualites" / "une-nouvelle.md").write_text(text.replace("statut: brouillon\n", ""))
    assert [found.code for found in errors_among(problems_of(root))] == ["texte-a-ecrire"]


def test_a_capsule_begins_with_a_step_as_long_as_it_and_an_exercise(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    write(root, "capsule", JOURNEYS["capsule"])
    text = (root / "capsules" / "savoir-dire-non.md").read_text("utf-8")
    assert "\nBonjour.\n\n## Premier pas (20 min)\n\n/// exercice | À vous\n" in text
    assert text.endswith("\n///\n")
    assert [found.code for found in problems_of(root)] == []


def test_a_copy_keeps_the_rest_and_asks_what_must_change(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    lines = ["", "", "14 octobre 2027", "", "", "", "", ""]
    code, typist = write(root, Options("evenement", model="journee-de-toulouse"), lines)
    assert code == 0, typist.text
    text = (root / "agenda" / "journee-de-rencontre-a-toulouse.md").read_text("utf-8")
    assert "debut: 2027-10-14 09:30\nfin: 2027-10-14 17:00\n" in text
    assert "numero: 2\n" in text
    assert "exemple" not in text
    assert errors_among(problems_of(root)) == []


def test_a_profile_is_never_copied(tmp_path: Path) -> None:
    order = Options("praticien", model="jeanne-martin")
    code, typist = write(content_folder(tmp_path), order)
    assert code == 2
    assert "propre accord" in typist.text


def test_what_is_copied_must_be_there(tmp_path: Path) -> None:
    order = Options("evenement", model="journee-de-toulose")
    code, typist = write(content_folder(tmp_path), order)
    assert code == 2
    assert "Vouliez-vous dire « journee-de-toulouse » ?" in typist.text


def test_one_may_go_back(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    lines = ["Un titre faux", "<", "Un titre juste", "", SUMMARY, ""]
    assert write(root, "actualite", lines)[0] == 0
    assert (root / "actualites" / "un-titre-juste.md").exists()


def test_a_question_explains_itself(tmp_path: Path) -> None:
    _, typist = write(content_folder(tmp_path), "actualite", ["?"])
    assert "Ce qui est attendu : une ligne de texte." in typist.text


def test_who_agrees_to_show_the_company_is_asked_for_it(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    lines = JOURNEYS["praticien"].copy()
    lines[2] = "ville, entreprise"
    company = ["Entreprise individuelle", "SIRET 123.456.782.00011", "12345678200010", ""]
    lines[-2:-2] = company
    code, typist = write(root, "praticien", lines)
    assert code == 0, typist.text
    (made,) = new_files(root, before)
    read = yaml.safe_load(made.read_text("utf-8").split("---\n")[1])
    assert read["entreprise"]["forme"] == "Entreprise individuelle"
    assert "".join(str(read["entreprise"]["siret"]).split()) == "12345678200010"
    assert errors_among(problems_of(root)) == []
