"""What people type to a question, in their own words, and the answer that it gives.

The lists are those of the site's own content: they are what editors choose among.
"""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from association.content import reading
from association.content.entry import order_of
from association.editing.new.answers import Refusal, record_answer
from association.editing.new.draft import Answer, Draft, DraftContext
from association.editing.new.kinds import KINDS, kind_called, path_of
from association.editing.new.questions import question
from association.editing.new.towns import town_meant

CONTENT = Path(__file__).resolve().parents[2] / "content"
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
COVERS = ["portrait", "ville", "téléphone", "courriel", "badge", "badge signé", "entreprise"]


@cache
def _context(folder: str) -> DraftContext:
    return DraftContext(reading.read(CONTENT), NOW, folder)


def given_answer(kind: str, path: str, typed: str, **known: Answer) -> Answer | Refusal:
    """Return the answer that ``typed`` gives to the question at a dotted path, or its refusal."""
    draft_context = _context(KINDS[kind].folder)
    draft = Draft(KINDS[kind]).with_answers({path_of(at): said for at, said in known.items()})
    asked = question(path_of(path), draft, draft_context)
    after = record_answer(asked, typed, draft, draft_context)
    return after if isinstance(after, Refusal) else after.answers[path_of(path)]


ANSWERS: list[tuple[str, str, str, Answer]] = [
    *(("praticien", "accord", said, "féminin") for said in ("f", "Femme", "elle", "Mme", "1")),
    *(("praticien", "accord", said, "masculin") for said in ("m", "H", "homme", "Monsieur")),
    ("praticien", "accord", "les deux", "inclusif"),
    *(("praticien", "consentement.pour", said, COVERS) for said in ("tout", "Toutes.", "1-7")),
    ("praticien", "consentement.pour", "rien", None),
    ("praticien", "consentement.pour", "Aucun", None),
    ("praticien", "consentement.pour", "1 et 3", ["portrait", "téléphone"]),
    ("praticien", "consentement.pour", "1 2", ["portrait", "ville"]),
    ("praticien", "consentement.pour", "tout sauf la photo", COVERS[1:]),
    ("praticien", "consentement.pour", "tous sauf portrait, entreprise", COVERS[1:6]),
    ("praticien", "consentement.pour", "badge", ["badge"]),
    ("praticien", "consentement.pour", "ville et badge signe", ["ville", "badge signé"]),
    ("praticien", "consentement.pour", "mail et tél", ["courriel", "téléphone"]),
    ("praticien", "consentement.pour", "le téléphone, l’email", ["téléphone", "courriel"]),
    ("praticien", "a_distance", "ouais", "oui"),
    ("praticien", "a_distance", "Non merci.", "non"),
    ("praticien", "langues", "français et anglais", ["français", "anglais"]),
    ("praticien", "langues", "espagnol / italien", ["espagnol", "italien"]),
    ("praticien", "site", "pas de site", None),
    ("praticien", "site", "http//exemple.fr", "https://exemple.fr"),
    ("praticien", "site", "https://exemple.fr/page.", "https://exemple.fr/page"),
    ("evenement", "lieu.adresse", "Sans numéro, place du Marché", "Sans numéro, place du Marché"),
    ("evenement", "texte", "Pas de programme : on parle.", "Pas de programme : on parle."),
    ("evenement", "mode", "présentiel", "sur place"),
    ("evenement", "mode", "en visio", "en ligne"),
    ("evenement", "mode", "les deux", "mixte"),
    ("evenement", "inscription.tarif", "1 000 €", "1000"),
    ("evenement", "inscription.tarif", "gratuit", "0"),
    ("capsule", "duree", "environ 1 h", "60"),
]


@pytest.mark.parametrize(("kind", "path", "typed", "meant"), ANSWERS)
def test_an_answer_is_understood_as_people_say_it(
    kind: str, path: str, typed: str, meant: Answer
) -> None:
    assert given_answer(kind, path, typed) == meant


@pytest.mark.parametrize(
    ("kind", "path", "typed", "near"),
    [
        ("praticien", "regions", "PACA", ["Provence-Alpes-Côte d’Azur"]),
        ("praticien", "regions", "idf", ["Île-de-France"]),
        ("praticien", "regions", "35", ["Bretagne"]),
        ("praticien", "regions", "974", ["La Réunion"]),
        ("praticien", "langues", "FR, en", ["français", "anglais"]),
        ("praticien", "langues", "LSF", ["langue des signes française"]),
        ("praticien", "publics", "les écoles", ["Équipes éducatives"]),
    ],
)
def test_what_is_only_likely_is_asked_and_enter_accepts_it(
    kind: str, path: str, typed: str, near: Answer
) -> None:
    refusal = given_answer(kind, path, typed)
    assert isinstance(refusal, Refusal)
    assert refusal.suggested_answer == near


@pytest.mark.parametrize(
    ("kind", "path", "typed"),
    [
        ("praticien", "consentement.pour", "8"),
        ("praticien", "consentement.pour", "tout sauf les oreilles"),
        ("praticien", "consentement.pour", "mail et pigeon"),
        ("praticien", "publics", "rien"),
        ("praticien", "a_distance", "parfois"),
        ("evenement", "inscription.tarif", "de 20 à 40 €"),
        ("evenement", "inscription.tarif", "sur devis"),
        ("evenement", "mode", "mixité"),
    ],
)
def test_what_is_not_understood_whole_is_not_taken(kind: str, path: str, typed: str) -> None:
    assert isinstance(given_answer(kind, path, typed), Refusal)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("évènement", "evenement"),
        ("Événement", "evenement"),
        ("rendez-vous", "evenement"),
        ("fiche", "praticien"),
        ("Praticienne", "praticien"),
        ("compte rendu", "compte-rendu"),
        ("actu", "actualite"),
        ("métier", "metier"),
    ],
)
def test_a_kind_is_called_as_people_call_it(said: str, name: str) -> None:
    kind = kind_called(said)
    assert kind is not None
    assert kind.name == name


def test_no_name_calls_two_kinds() -> None:
    names = [name for kind in KINDS.values() for name in {kind.name, *kind.said_names}]
    assert len(names) == len(set(names))
    assert kind_called("licorne") is None


@pytest.mark.parametrize(
    ("typed", "town", "code"),
    [
        ("lyon", "Lyon", ""),
        ("Saint Étienne", "Saint-Étienne", ""),
        ("st etienne", "Saint-Étienne", ""),
        ("LA ROCHE SUR YON", "La Roche-sur-Yon", ""),
        ("l hay les roses", "L’Haÿ-les-Roses", ""),
        ("35000 rennes", "Rennes", "35000"),
        ("Rennes (35 000)", "Rennes", "35000"),
        ("Rennes (35)", "Rennes", ""),
        ("paris 11", "Paris", "75011"),
        ("Paris 11e", "Paris", "75011"),
        ("Lyon 3ème", "Lyon", "69003"),
        ("lyon 69", "Lyon", ""),
        ("Marseille (13)", "Marseille", ""),
        ("Marseille 13e", "Marseille", "13013"),
        ("Villeneuve 3", "Villeneuve 3", ""),
        ("Geneve", "Genève", ""),
        ("Trifouillis 12", "Trifouillis 12", ""),
    ],
)
def test_a_town_gets_its_true_spelling(typed: str, town: str, code: str) -> None:
    assert town_meant(typed) == (town, code)


@given(st.text(max_size=30))
@settings(deadline=None)
def test_a_town_that_is_not_known_stays_and_one_that_is_stays_itself(text: str) -> None:
    town, code = town_meant(text)
    assert town_meant(town)[0] == town
    assert code == "" or code.isdigit()


@pytest.mark.parametrize("text", ["8 bis", "²", "１２", "1-", "tout sauf", "1-999999999", "-", ","])
def test_odd_numbers_end_nothing(text: str) -> None:
    answer = given_answer("praticien", "consentement.pour", text)
    assert answer is None or isinstance(answer, Refusal)


def test_people_are_sorted_as_in_the_directory() -> None:
    draft_context = _context("agenda")
    asked = question(path_of("intervenants"), Draft(KINDS["evenement"]), draft_context)
    people = sorted(
        draft_context.content.practitioners.values(), key=lambda it: order_of(it.written)
    )
    assert [choice.value for choice in asked.choices] == [person.slug for person in people]
