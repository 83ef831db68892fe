"""The command around the questions: options, refusals, names, what is left when one gives up."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from association.commands.new import Options
from association.content.schema import TYPES
from association.editing.new.fields import all_fields
from association.editing.new.new_file import write_new
from association.editing.new.options import paths_by_option
from association.editing.new.proposals import both_genders
from association.editing.new.terminal import writable
from association.source import source
from tests.builders import content_folder, problems_of
from tests.editing.typist import files, new_files, write

NEWS = {"titre": ["Une nouvelle"], "resume": ["Un résumé."], "texte": ["Voici."]}
EVENT = {
    "titre": ["Soirée"],
    "debut": ["14 octobre 2027, de 19 h à 21 h"],
    "categorie": ["formation"],
    "resume": ["Une soirée."],
    "lieu-ville": ["Genève"],
    "lieu-pays": ["suisse"],
    "inscription-tarif": ["25 €"],
    "inscription-lien": ["example.org/ici"],
    "intervenants": ["Jeanne Martin"],
    "organisateurs": ["Les uns, les autres", "L’association"],
}


def _front(path: Path) -> dict[str, object]:
    return dict(source.read(path.read_bytes()).front.plain())


def test_options_that_say_enough_ask_nothing(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    code, typist = write(root, Options("evenement", EVENT), is_answered=False)
    assert (code, typist.questions) == (0, 0), typist.text
    assert _front(root / "agenda" / "soiree.md") == {
        "titre": "Soirée",
        "debut": "2027-10-14 19:00",
        "fin": "2027-10-14 21:00",
        "lieu": {"ville": "Genève", "pays": "Suisse"},
        "categorie": "Formation",
        "organisateurs": ["Les uns, les autres", "L’association"],
        "intervenants": ["jeanne-martin"],
        "inscription": {"lien": "https://example.org/ici", "tarif": "25"},
        "resume": "Une soirée.",
    }


def test_what_is_missing_is_listed_by_its_option(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    code, typist = write(root, Options("praticien", is_silent=True))
    assert (code, new_files(root, before)) == (2, [])
    for option in ("--consentement-le", "--deontologie", "--nom", "--metiers-metier"):
        assert option in typist.text
    assert "--langues" not in typist.text


def test_without_anybody_to_answer_the_command_explains_itself(tmp_path: Path) -> None:
    code, typist = write(content_folder(tmp_path), "actualite", is_answered=False)
    assert (code, typist.questions) == (2, 0)
    assert "--titre" in typist.text
    assert "dans un terminal" in typist.text


def test_all_that_is_wrong_in_the_options_is_said_at_once(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    wrong = EVENT | {"categorie": ["Formassion"], "inscription-tarif": ["cher"], "duree": ["3"]}
    before = files(root)
    code, typist = write(root, Options("evenement", wrong))
    assert (code, new_files(root, before)) == (2, [])
    assert "vouliez-vous dire « Formation » ?" in typist.text
    assert "erreur[prix]" in typist.text
    assert "--duree : ce champ n’existe pas" in typist.text


def test_a_wrong_answer_is_told_in_the_words_of_the_checker(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    _, typist = write(root, "actualite", ["Un titre", "31 février 2027"])
    said = [line.strip() for line in typist.text.splitlines()]
    news = root / "actualites" / "compte-rendu.md"
    news.write_text(news.read_text().replace("2027-02-15", "31 février 2027"))
    (problem,) = problems_of(root)
    assert f"erreur[{problem.code}] : {problem.message}" in said
    assert problem.fix in said


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "erreur[champ-manquant] : il faut une réponse à cette question"),
        ("bientôt", "erreur[date]"),
        ("14 mars 2027, de 17 h à 9 h", "erreur[date] : la fin est avant le début"),
        ("14 mars 2027 à 25 h", "erreur["),
    ],
)
def test_a_day_that_cannot_be_is_explained(typed: str, message: str, tmp_path: Path) -> None:
    _, typist = write(content_folder(tmp_path), "evenement", ["-", "Soirée", typed])
    assert message in typist.text
    assert typist.prompts[-1] == typist.prompts[-2]


def test_a_day_whose_weekday_is_another_is_asked_again_with_the_day_proposed(
    tmp_path: Path,
) -> None:
    lines = ["-", "Soirée", "lundi 14 mars 2027", "", "19h à 21h", "oui"]
    _, typist = write(content_folder(tmp_path), "evenement", lines)
    assert "erreur[date] : le 14 mars 2027 est un dimanche" in typist.text
    assert "[dimanche 14 mars 2027]" in "".join(typist.prompts)
    assert "Dimanche 14 mars 2027, de 19 h à 21 h. Est-ce bien cela ?" in typist.text


def test_the_hours_of_several_days_are_asked_too(tmp_path: Path) -> None:
    lines = ["-", "Stage", "du 12 au 14 mars 2027", "14h à 12h", "oui"]
    _, typist = write(content_folder(tmp_path), "evenement", lines)
    assert "De quelle heure le premier jour à quelle heure le dernier" in typist.text
    assert "Du vendredi 12 mars à 14 h au dimanche 14 mars 2027 à 12 h." in typist.text


def test_the_pause_of_two_half_days_is_said_back(tmp_path: Path) -> None:
    lines = ["-", "Stage", "12 mars 2027 de 9h à 12h et de 14h à 17h", "oui"]
    _, typist = write(content_folder(tmp_path), "evenement", lines)
    assert "de 9 h à 17 h. La pause, de 12 h à 14 h, s’écrit dans le texte." in typist.text


@pytest.mark.parametrize("hours", ["9-17h", "9h à 17h", "9:00/17:00"])
def test_hours_are_taken_as_they_are_said(hours: str, tmp_path: Path) -> None:
    lines = ["-", "Soirée", "14 mars 2027", hours, "oui"]
    _, typist = write(content_folder(tmp_path), "evenement", lines)
    assert "Dimanche 14 mars 2027, de 9 h à 17 h." in typist.text


@pytest.mark.parametrize("hours", ["oui", "le matin", "25h", "17h-9h"])
def test_hours_that_are_not_understood_are_never_dropped(hours: str, tmp_path: Path) -> None:
    lines = ["-", "Soirée", "14 mars 2027", hours]
    _, typist = write(content_folder(tmp_path), "evenement", lines)
    assert "erreur[heure]" in typist.text
    assert typist.prompts[-1] == typist.prompts[-2]


def test_a_word_of_no_list_is_told_to_take_a_number(tmp_path: Path) -> None:
    lines = ["oui", "14 mars 2026", "", "peut-être", "oui", "Claire", "Durand", "beige"]
    _, typist = write(content_folder(tmp_path), "praticien", lines)
    said = [line.strip() for line in typist.text.splitlines()]
    assert said[said.index("erreur[oui-non] : « peut-être » n’est ni oui ni non") + 1] == (
        "tapez oui ou non"
    )
    refusal_text = said.index("erreur[valeur-inconnue] : « beige » n’est pas dans la liste")
    assert said[refusal_text + 1].startswith("tapez un numéro de la liste")


def test_quotes_typed_as_in_files_are_no_part_of_the_answer(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    code, _ = write(root, "actualite", ['"Un titre : deux mots"', "", "Une phrase.", "Bonjour."])
    assert code == 0
    assert _front(root / "actualites" / "un-titre-deux-mots.md")["titre"] == "Un titre : deux mots"


def test_a_word_that_is_nearly_right_is_accepted_with_enter(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    lines = ["-", "Soirée", "14 octobre 2027 à 19 h", "", "Formassion", "", "en ligne", "", "", ""]
    code, typist = write(root, "evenement", [*lines, "", "", "Une soirée.", ""])
    assert code == 0, typist.text
    assert _front(root / "agenda" / "soiree.md")["categorie"] == "Formation"


def test_giving_up_leaves_nothing_behind(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    code, typist = write(root, "evenement", ["1", "", ""])
    assert (code, new_files(root, before)) == (1, [])
    assert "rien n’a été écrit" in typist.text


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("L’été, l’œuvre & Noël", "l-ete-l-oeuvre-noel"),
        ("Les intervenant·e·s se forment", "les-intervenantes-se-forment"),
        ("23e journée de rencontre : la confiance", "23e-journee-de-rencontre"),
        ("Bilan : la suite", "bilan-la-suite"),
        ("🌱", "actualite"),
        ("2027", "2027-2027"),
        ("Retour " * 12, "retour-retour-retour-retour-retour-retour-retour-retour"),
    ],
)
def test_a_file_is_named_after_its_title(title: str, name: str, tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    code, typist = write(root, Options("actualite", NEWS | {"titre": [title]}))
    assert code == 0, typist.text
    assert [path.stem for path in new_files(root, before)] == [name]


def test_a_name_that_is_taken_gets_the_year_then_a_number(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    for _ in range(3):
        write(root, Options("actualite", NEWS))
    names = {path.stem for path in new_files(root, before)}
    assert names == {"une-nouvelle", "une-nouvelle-2027", "une-nouvelle-2027-2"}


@pytest.mark.parametrize(
    ("slug", "message"),
    [("compte-rendu", "est déjà pris"), ("Été", "écrivez « ete »")],
)
def test_a_name_given_is_refused_when_it_cannot_be(slug: str, message: str, tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    code, typist = write(root, Options("actualite", NEWS, slug=slug))
    assert (code, new_files(root, before)) == (2, [])
    assert message in typist.text


def test_an_event_never_takes_the_address_of_a_page_of_the_agenda(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    write(root, Options("evenement", EVENT | {"titre": ["Programme"]}))
    assert [path.stem for path in new_files(root, before)] == ["programme-2027"]


def test_a_file_that_came_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("à quelqu’un d’autre")
    with pytest.raises(FileExistsError):
        write_new(path, "à moi")
    assert path.read_text() == "à quelqu’un d’autre"
    assert list(tmp_path.iterdir()) == [path]


_WORDS = st.text(
    st.sampled_from([*"abcé·’«»:#\"'\\-–—[]{},&*!|>%@`?~=0123456789/.… ", "🌱"]),
    min_size=1,
    max_size=30,
)


@given(title=_WORDS, summary=_WORDS, goals=st.lists(_WORDS, min_size=1, max_size=3, unique=True))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(title='Un "titre" : # et -', summary="- x", goals=["a, b", "c: d"])
def test_what_is_accepted_is_read_back_as_it_was_given(
    title: str, summary: str, goals: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = content_folder(tmp_path_factory.mktemp("contenu"))
    before = files(root)
    options = {
        "titre": [title],
        "resume": [summary],
        "objectifs": goals,
        "publics": ["1"],
        "themes": ["1"],
        "duree": ["20"],
        "texte": ["Bonjour."],
    }
    code, _ = write(root, Options("capsule", options))
    made = new_files(root, before)
    assert len(made) == (1 if code == 0 else 0)
    for path in made:
        front = _front(path)
        assert front["titre"] == " ".join(title.split())
        assert front["resume"] == " ".join(summary.split())
        assert front["objectifs"] == [" ".join(goal.split()) for goal in goals if goal.strip()]
        head = path.read_text("utf-8").removeprefix("---\n").rpartition("\n---\n")[0]
        assert yaml.safe_load(head)["titre"] == front["titre"]


def test_every_field_of_the_schema_has_an_option() -> None:
    paths = set(paths_by_option().values())
    assert set(all_fields()) <= paths
    keys = {field.alias for model in TYPES.values() for field in model.model_fields.values()}
    assert keys <= {path[0] for path in paths}


@pytest.mark.parametrize(
    ("masculine", "feminine", "title"),
    [
        ("Intervenant en TST", "Intervenante en TST", "Intervenant·e en TST"),
        ("Animateur", "Animatrice", "Animateur·trice"),
        ("Interprète", "Interprète", "Interprète"),
        ("Veilleur de nuit", "Gardienne", None),
    ],
)
def test_a_metier_is_named_for_both(masculine: str, feminine: str, title: str | None) -> None:
    assert both_genders(masculine, feminine) == title


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "« L’œuvre » → été…"),
        ("latin-1", "« L'oeuvre » > été..."),
        ("ascii", '" L\'oeuvre " > ete...'),
    ],
)
def test_a_terminal_of_any_encoding_is_spoken_to(encoding: str, shown: str) -> None:
    assert writable("« L’œuvre » → été…", encoding) == shown
