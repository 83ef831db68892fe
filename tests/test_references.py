"""Every name of another file leads to a file."""

from pathlib import Path

import pytest

from association.checks.references import REQUIRED_PAGES
from tests.builders import (
    CAPSULE,
    EVENT,
    METIER,
    NEWS,
    PRACTITIONER,
    base,
    content_folder,
    damaged,
    problems_of,
)

BODY = "Nous étions quarante, venus de toute l'Occitanie."


@pytest.mark.parametrize(
    "link",
    [
        "{filename}/metiers/intervenant.md",
        "{filename}../metiers/intervenant.md",
        "{filename}/pages/contact.md",
        "{static}/documents/programme.pdf",
        "{static}/images/cercle.svg",
        "#le-matin",
        "https://example.org",
        "mailto:contact@example.org",
        "tel:+33561000000",
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(tmp_path: Path, link: str) -> None:
    root = content_folder(tmp_path, damaged(NEWS, BODY, f"Voir [la page]({link})."))
    assert problems_of(root) == []


@pytest.mark.parametrize(
    "text",
    [
        "```\nVoir [ici]({filename}/pages/absente.md) et ![](images/absente.jpg)\n```",
        "Le code `[la page](absente.md)`.",
        'Voir la [page du contact]({filename}/pages/contact.md "Contact (et plan)").',
        "Voir la [page][p].\n\n[p]: {filename}/pages/contact.md",
        "Tout est sur https://example.org/programme et www.example.org.",
    ],
)
def test_what_is_shown_as_meant_is_left_alone(tmp_path: Path, text: str) -> None:
    assert problems_of(content_folder(tmp_path, damaged(NEWS, BODY, text))) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Voir [`x`]({filename}/pages/absente.md).", "Voir [`x`]({filename}/pages/absente.md)."),
        ("Voir [x][p].\n\n[p]: {filename}/pages/absente.md", "[p]: {filename}/pages/absente.md"),
        ("[un [mot]\nici]({filename}/pages/absente.md).", "ici]({filename}/pages/absente.md)."),
        ('[x]({filename}/pages/absente.md "y (z)")', '[x]({filename}/pages/absente.md "y (z)")'),
    ],
)
def test_a_broken_link_is_found_however_it_is_written(tmp_path: Path, text: str, line: str) -> None:
    (problem,) = problems_of(content_folder(tmp_path, damaged(NEWS, BODY, text)))
    assert (problem.code, problem.line_text) == ("lien-casse", line)


@pytest.mark.parametrize(
    ("link", "code", "fix"),
    [
        ("{filename}/metiers/intervenan.md", "lien-casse", "metiers/intervenant.md"),
        ("{filename}/metiers/intervenant", "lien-casse", "metiers/intervenant.md"),
        ("{static}/documents/programe.pdf", "fichier-introuvable", "documents/programme.pdf"),
        ("#le-matinn", "ancre-cassee", "#le-matin"),
        ("contact.md", "lien-incomplet", "{filename}/pages/contact.md"),
        ("/annuaire/jeanne-martin/", "lien-incomplet", "praticiens/jeanne-martin.md"),
        ("programme.pdf", "lien-incomplet", "{static}/documents/programme.pdf"),
        ("zone-pietonne.svg", "lien-incomplet", "{static}/documents/zone-pietonne.svg"),
        ("le-plan.j", "lien-incomplet", "{filename}/pages/contact.md"),
        ("example.org/a.pdf", "lien-incomplet", "https://example.org/a.pdf"),
        ("example.org/a", "lien-incomplet", "https://example.org/a"),
        ("contact@example.org", "lien-incomplet", "mailto:contact@example.org"),
    ],
)
def test_a_link_that_leads_nowhere_is_given_its_mend(
    tmp_path: Path, link: str, code: str, fix: str
) -> None:
    root = content_folder(tmp_path, damaged(NEWS, BODY, f"Voir [la page]({link})."))
    (problem,) = problems_of(root)
    assert problem.code == code
    assert fix in problem.fix
    span = problem.span
    assert problem.line_text[span.column - 1 : span.end_column - 1] == link


def test_a_term_of_the_glossary_has_its_anchor_on_its_page(tmp_path: Path) -> None:
    glossary = {
        "pages/glossaire.md": "---\ntitre: Glossaire\nresume: Nos mots.\n---\n\nVoici.\n",
        "vocabulaire.yml": base("vocabulaire.yml")
        + "glossaire:\n  - terme: Équité\n    definition: Un bien.\n",
    }
    for anchor, codes in (("terme-equite", []), ("equite", ["ancre-cassee"])):
        link = f"Voir [ce mot]({{filename}}/pages/glossaire.md#{anchor})."
        root = content_folder(tmp_path / anchor, {**glossary, **damaged(NEWS, BODY, link)})
        assert [problem.code for problem in problems_of(root)] == codes


def test_a_link_in_code_is_no_link(tmp_path: Path) -> None:
    root = content_folder(tmp_path, damaged(NEWS, BODY, "On écrit `[x y](contact.md)`."))
    assert problems_of(root) == []


@pytest.mark.parametrize("slug", REQUIRED_PAGES)
def test_a_page_that_the_site_needs_is_missed(tmp_path: Path, slug: str) -> None:
    root = content_folder(tmp_path, {f"pages/{slug}.md": None})
    assert [(p.code, p.source) for p in problems_of(root)] == [
        ("page-manquante", f"content/pages/{slug}.md")
    ]


def test_a_link_to_a_page_with_problems_is_not_broken_too(tmp_path: Path) -> None:
    files = damaged(NEWS, BODY, "Voir [le métier]({filename}/metiers/intervenant.md).")
    root = content_folder(tmp_path, files | damaged(METIER, "ordre: 1", "ordre: un"))
    assert [p.source for p in problems_of(root)] == [f"content/{METIER}"]


@pytest.mark.parametrize(
    ("file", "written", "typed", "kind"),
    [
        (CAPSULE, "auteur: jeanne-martin", "jeanne-martim", "un praticien"),
        (EVENT, "intervenants: [jeanne-martin]", "jeanne-martim", "un praticien"),
        (NEWS, "praticiens: [jeanne-martin]", "jeanne-martim", "un praticien"),
        (NEWS, "evenement: journee-de-toulouse", "journee-de-toulous", "un évènement"),
        (PRACTITIONER, "- metier: intervenant", "intervenan", "un métier"),
    ],
)
def test_a_front_matter_that_names_nobody_is_given_the_nearest_name(
    tmp_path: Path, file: str, written: str, typed: str, kind: str
) -> None:
    name = written.rpartition(" ")[2].strip("[]")
    root = content_folder(tmp_path, damaged(file, written, written.replace(name, typed)))
    (problem,) = problems_of(root)
    assert problem.code == "reference-inconnue"
    assert problem.source == f"content/{file}"
    assert problem.message == f"« {typed} » n’est pas {kind} du site"
    assert problem.fix == f"vouliez-vous dire « {name} » ?"
    span = problem.span
    assert problem.line_text[span.column - 1 : span.end_column - 1] == typed


def test_who_is_named_with_a_profile_that_has_problems_is_not_unknown_too(tmp_path: Path) -> None:
    files = damaged(PRACTITIONER, "deontologie: oui", "deontologie: peut-être")
    assert [p.source for p in problems_of(content_folder(tmp_path, files))] == [
        f"content/{PRACTITIONER}"
    ]
