"""A text is told, where its site's other files are not, the words that « verifier » has for it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from association.checks.public_index import PublicIndex, as_json, index_of_json, public_index
from association.checks.text_check import UNLESS_ADDED, KnownSite, checked_text
from association.content.policy import USUAL
from association.content.reading import read
from association.content.schema import TYPES
from association.core.zone import today
from association.editing.forms.browser_checker import messages_of_file
from tests.builders import EVENT, NEWS, TODAY, base, content_folder, damaged
from tests.error_fixtures import circumstances, names, problems
from tests.texts_read_before import TEXTS

# What takes other files, the history, or a font of the booklet to be said.
_OF_SEVERAL = {
    *("adresse-deja-prise", "certificat-en-double", "compte-rendu-attendu", "copie"),
    *(
        "document-en-double",
        "etat-a-regler",
        "evenement-en-double",
        "evenement-renomme",
        "fiche-retiree",
    ),
    *("historique-perdu", "identifiant-en-double", "lien-en-attente", "lien-non-rendu"),
    *("mot-pris-deux-fois", "numero-en-double", "numeros-absents", "revision-en-arriere"),
    *("signe-non-imprimable", "texte-non-imprimable", "traduction-en-retard"),
}
# The words for a name that a copy was given name the file that it is a copy of.
_NAMED_AS_A_COPY = "nom-de-fichier--copie"
PERSON = "praticiens/jeanne-martin.md"


def _index(root: Path) -> PublicIndex:
    return index_of_json(as_json(public_index(read(root, TEXTS), USUAL, today(TODAY))))


def _texts(root: Path) -> Iterator[str]:
    for folder in TYPES:
        for path in sorted((root / folder).glob("*.md")):
            if path.is_file() and not path.is_symlink() and "." not in path.stem:
                yield f"{folder}/{path.name}"


@pytest.mark.parametrize("name", [name for name in names() if name != _NAMED_AS_A_COPY])
def test_every_mistake_is_told_in_the_same_words(name: str, tmp_path: Path) -> None:
    whole = problems(name, tmp_path)
    root = tmp_path / "content"
    policy, former = circumstances(name, root)
    index = index_of_json(as_json(public_index(read(root, TEXTS), policy, today(TODAY))))
    for path in _texts(root):
        alone = checked_text((root / path).read_bytes(), path, KnownSite(index, TODAY, former))
        expected = [one for one in whole if one.source == f"content/{path}"]
        # A file with a mistake of its own is none that others can name.
        assert {one.code for one in alone.problems if one not in expected} <= UNLESS_ADDED
        assert {one.code for one in expected} - {one.code for one in alone.problems} <= _OF_SEVERAL


def test_what_waits_is_not_in_the_index_and_a_link_to_it_is_doubted(tmp_path: Path) -> None:
    draft = damaged(EVENT, "exemple: oui\n", "statut: brouillon\n")
    index = _index(content_folder(tmp_path, draft))
    assert EVENT not in index.entries
    assert NEWS in index.entries
    named = base(NEWS).replace("\n---\n\n", f"\nevenement: {Path(EVENT).stem}\n---\n\n", 1)
    said = checked_text(named.encode(), NEWS, KnownSite(index, TODAY)).problems
    assert "reference-inconnue" in {one.code for one in said}
    assert "reference-inconnue" in UNLESS_ADDED


def test_the_index_holds_of_people_their_addresses_and_what_they_agreed_to_show(
    tmp_path: Path,
) -> None:
    written = as_json(_index(content_folder(tmp_path))).decode()
    assert PERSON in written
    assert "561000000" in written
    for private in ("Jeanne", "Toulouse", "2026-02-12", "Un parcours"):
        assert private not in written


def test_a_file_that_lies_nowhere_is_refused_in_french(tmp_path: Path) -> None:
    site = KnownSite(_index(content_folder(tmp_path)), TODAY)
    for path in ("notes.md", "ailleurs/fete.md", "agenda/fete.txt", "agenda/2027/fete.md"):
        with pytest.raises(ValueError, match="de l’un de ces dossiers"):
            checked_text(b"", path, site)


def test_a_translation_is_left_to_the_forge(tmp_path: Path) -> None:
    site = KnownSite(_index(content_folder(tmp_path)), TODAY)
    with pytest.raises(ValueError, match="se lit avec son original"):
        checked_text(b"---\ntitre: Kontakt\n---\n\nText.\n", "pages/contact.de.md", site)
    said = json.loads(messages_of_file("", "pages/contact.de.md", site))
    assert "contact.de.md" in said["refused"]
