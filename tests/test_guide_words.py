"""What the guide quotes is said: by the program, by the content, or by others named here."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.guide_texts import GUIDE, WRITTEN, blocks, prose

ROOT = Path(__file__).resolve().parents[1]
# Buttons, menus and messages of programs that are not ours, by who shows them.
OF_OTHERS = {
    "forges": (
        *("Commit changes", "Valider", "Soumettre les modifications", "Add file", "+"),
        *("Create new file", "Nouveau fichier", "Ajouter un fichier", "Create a new branch"),
        *("Propose changes", "Issues", "Tickets", "Upload files", "Téléverser un fichier"),
        *("Modifier", "Modifier un seul fichier", "Delete file", "Supprimer", "…"),
    ),
    "systems": (
        *("Terminal", "Invite de commandes", "PowerShell", "No such file or directory", "invoke"),
        *("Le chemin d’accès spécifié est introuvable", "python3", "ensurepip is not available"),
        *("l’exécution de scripts est désactivée sur ce système", "Filename too long"),
        *("externally-managed-environment", "No matching distribution found", "Exporter"),
        *("Your local changes to the following files would be overwritten", "Détails"),
        *("Enregistrer sous", "Google Agenda"),
    ),
}
# What people say or write, and what they should not.
OF_PEOPLE = (
    *("samedi prochain", "collège", "bagarre", "burn out", "mon équipe ne se parle plus"),
    *("écoles", "École", "l’école", "école", "chef d’établissement", "EHPAD", "AG", "athénée"),
    *("je suis chef d’établissement à Arras", "bourgmestre", "aide", "problème", "Sur devis"),
    *("Portage salarial, par la société …", "une personne", "un week-end", "cliquez ici"),
    *("image de", "À Lyon", "État", "œ", "Tableau : …", "Tableau 2 : …", "oui", "non"),
    *(
        "le texte tel qu’il était ce soir-là",
        "Eleventy",
        "▶",
        "(lire plus)",
        "intervenante",
        "intervenant",
        "intervenant·e",
    ),
)
# The words of the forms are those of their program; tests/forms opens them.
PAGES = [page for page in WRITTEN if page.name != "formulaire.md"]
# What the program puts together from several lines: its pieces.
IN_PIECES = {
    "2 erreurs, 1 conseil": ('"erreur", "erreurs"', '"conseil", "conseils"'),
    "Prend de nouvelles demandes jusqu'au 30 juin 2027": (
        "Prend de nouvelles demandes jusqu'au {jour}",
    ),
    "À partir de 900 € la journée, indiqué le 20 septembre 2026. Hors taxes et hors déplacement.": (
        *("À partir de {} {}", "la journée", "{prix}, indiqué le {jour}."),
        "conditions: Hors taxes et hors déplacement.",
    ),
    "Voir la vidéo sur video.example.org (site extérieur, 4 min)": (
        *("Voir la vidéo sur {} (site extérieur{})", ", {} min", "https://video.example.org/w/"),
    ),
}
# What a sentence of the program is filled with.
_VALUE = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di )?\d[\d ]*(?:h \d+|h|€)?"
    r"(?: (?:mars|juin|septembre) \d{4})?"
)


def _plain(text: str) -> str:
    """Return a text without what typography changes."""
    return " ".join(text.replace("’", "'").replace("\u202f", " ").split())


def _quoted(page: Path) -> list[str]:
    return [_plain(words) for words in re.findall(r"«\s*([^»]+?)\s*»", prose(page))]


@cache
def _said() -> frozenset[str]:
    """Return every line of the program and of what ships with it."""
    files = [
        *ROOT.glob("theme/templates/**/*.html"),
        *ROOT.glob(".github/ISSUE_TEMPLATE/*.yml"),
        *ROOT.glob("content/**/*.md"),
        *ROOT.glob("tools/redaction/*/*.mjs"),
        ROOT / "content" / "vocabulaire.yml",
        *GUIDE.glob("images/*.txt"),
    ]
    texts = [path.read_text("utf-8") for path in files]
    texts += [block.text for page in PAGES for block in blocks(page.name)]
    for path in (*ROOT.glob("plugins/association/**/*.py"), ROOT / "tasks.py"):
        texts += _constants(ast.parse(path.read_text("utf-8")))
    return frozenset(_plain(line) for text in texts for line in text.splitlines())


def _constants(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
            )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_quotes_is_said(page: Path) -> None:
    elsewhere = {_plain(words) for group in (*OF_OTHERS.values(), OF_PEOPLE) for words in group}
    strange = [words for words in _quoted(page) if words not in elsewhere and not _is_said(words)]
    assert strange == [], "le programme ne dit pas cela : corrigez la page, ou dites ici qui le dit"


def _is_said(words: str) -> bool:
    """Return whether a line says each sentence, but for the values that fill it."""
    if pieces := IN_PIECES.get(words):
        return all(any(piece in line for line in _said()) for piece in pieces)
    for sentence in re.split(r"(?<=\.) ", words):
        parts = [re.escape(part.strip(" .:,")) for part in _VALUE.split(sentence)]
        pattern = re.compile(".{0,40}?".join(parts))
        if not any(pattern.search(line) for line in _said()):
            return False
    return True


def test_no_word_of_others_is_kept_that_no_page_quotes() -> None:
    quoted = {words for page in PAGES for words in _quoted(page)}
    kept = [words for group in (*OF_OTHERS.values(), OF_PEOPLE) for words in group]
    assert [words for words in kept if _plain(words) not in quoted] == []


def test_a_sentence_that_nobody_says_is_seen() -> None:
    assert not _is_said("Le port 8000 est fermé")
    assert _is_said("Le port 8000 est déjà pris")


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_a_path_that_a_page_names_is_there_or_is_written_by_the_guide(page: Path) -> None:
    made = {block.file for one in WRITTEN for block in blocks(one.name)}
    named = re.findall(r"`(content/[^`]*|docs/[^`]*)`", page.read_text("utf-8"))
    assert [path for path in named if path not in made and not (ROOT / path).exists()] == []
