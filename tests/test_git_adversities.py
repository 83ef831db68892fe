"""What happens to a git history: SEQUENCE, CREATED, and what is said, as docs/agenda.md has them.

Each starts from an event that was published with three revisions. The table of the document is what
is expected, so that it cannot be out of date.
"""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.content.history import history
from association.content.revisions import Revision, identity_of
from tests.git_content import GitContent
from tests.published_site import SOON, correct, published

DOCUMENT = Path(__file__).parents[1] / "docs" / "agenda.md"
ROW = re.compile(
    r"^\| (?P<name>[^|]+) \| (?P<sequence>\d+|–) \| (?P<created>\w+|–) \| (?P<said>[^|]*) \|$",
    re.MULTILINE,
)
OF_HISTORY = {"historique-perdu", "historique-tronque", "horloge", "revision-en-arriere"}
Happening = Callable[[GitContent], None]
HAPPENINGS: dict[str, Happening] = {}


def happening(name: str) -> Callable[[Happening], Happening]:
    """Name what happens as the document does."""

    def keep(act: Happening) -> Happening:
        HAPPENINGS[name] = act
        return act

    return keep


def enter(content: GitContent, folder: Path, root: str = "content") -> None:
    """Go on in another repository, whose content is its folder ``root``."""
    content.folder, content.root = folder, folder / root


@happening("rien")
def rest(_content: GitContent) -> None:
    """Nothing happens."""


@happening("trois enregistrements réunis en un (squash)")
def squash(content: GitContent) -> None:
    content.git("reset", "-q", "--soft", "HEAD~3")
    content.commit()


@happening("un enregistrement repris après coup (amend)")
def amend(content: GitContent) -> None:
    content.write("atelier", debut="2027-03-20 09:30")
    content.git("add", "-A")
    content.git("commit", "-q", "--amend", "-m", "Edit")


@happening("une branche reposée sur une autre (rebase)")
def rebase(content: GitContent) -> None:
    content.git("branch", "-q", "ligne")
    content.git("checkout", "-q", "-b", "autre-ligne", "HEAD~3")
    content.committed("autre", debut="2027-05-01")
    content.git("checkout", "-q", "ligne")
    content.git("rebase", "-q", "autre-ligne")


@happening("deux enregistrements effacés de force (force-push)")
def push_by_force(content: GitContent) -> None:
    content.git("reset", "-q", "--hard", "HEAD~2")


@happening("un dépôt recommencé (branche orpheline)")
def begin_anew(content: GitContent) -> None:
    content.git("checkout", "-q", "--orphan", "neuf")
    content.commit()


@happening("le contenu copié dans un dépôt neuf")
def copy(content: GitContent) -> None:
    own = content.folder.parent / "neuf"
    shutil.copytree(content.root, own / "content")
    enter(content, own)
    content.init()
    content.commit()


@happening("le contenu tiré dans un dépôt à lui (filter-branch)")
def filter_branch(content: GitContent) -> None:
    content.git("filter-branch", "--subdirectory-filter", "content")
    content.root = content.folder


@happening("le contenu tiré dans un dépôt à lui (subtree split)")
def split(content: GitContent) -> None:
    content.git("subtree", "split", "-q", "-P", "content", "-b", "seul")
    content.git("checkout", "-q", "seul")
    content.root = content.folder


@happening("le dossier du contenu renommé")
def rename_folder(content: GitContent) -> None:
    content.git("mv", "content", "textes")
    content.root = content.folder / "textes"
    content.commit()


@happening("le fichier renommé, avec « uid »")
def rename_file(content: GitContent) -> None:
    content.git("mv", "content/agenda/atelier.md", "content/agenda/seance.md")
    content.write("seance", debut="2027-03-17 09:30", uid="atelier")
    content.commit()


@happening("la casse du nom du fichier changée, puis remise")
def change_case(content: GitContent) -> None:
    content.git("mv", "content/agenda/atelier.md", "content/agenda/Atelier.md")
    content.commit()
    content.git("mv", "content/agenda/Atelier.md", "content/agenda/atelier.md")
    content.commit()


@happening("un changement rejoué d’une autre branche (cherry-pick)")
def cherry_pick(content: GitContent) -> None:
    content.git("checkout", "-q", "-b", "branche")
    content.committed("atelier", debut="2027-03-25 09:30")
    content.git("checkout", "-q", "main")
    content.committed("autre", debut="2027-05-01")
    content.git("cherry-pick", "branche")
    content.git("branch", "-q", "-D", "branche")


@happening("un changement défait (revert)")
def revert(content: GitContent) -> None:
    content.git("revert", "--no-edit", "HEAD")


@happening("deux personnes à la fois, l’une des deux versions gardée")
def two_editors(content: GitContent) -> None:
    _on_two_branches(content)
    content.git("merge", "-q", "-s", "ours", "-m", "Merge", "branche")


@happening("deux personnes à la fois, un conflit réglé à la main")
def conflict(content: GitContent) -> None:
    _on_two_branches(content)
    content.git("merge", "-q", "--no-commit", "-s", "ours", "branche")
    content.write("atelier", debut="2027-03-27 09:30")
    content.commit()


def _on_two_branches(content: GitContent) -> None:
    content.git("checkout", "-q", "-b", "branche")
    content.committed("atelier", debut="2027-03-25 09:30")
    content.git("checkout", "-q", "main")
    content.committed("atelier", debut="2027-03-26 09:30")


@happening("deux horloges déréglées, l’une en avance, l’autre en retard")
def skew(content: GitContent) -> None:
    for year in (2031, 2020):
        content.day = datetime(year, 3, 1, tzinfo=UTC)
        content.committed("atelier", debut=f"2027-03-{year % 100} 11:30")
    content.day = SOON


@happening("un passé caché par une greffe (replace)")
def graft(content: GitContent) -> None:
    content.git("replace", "--graft", "HEAD~1")


@happening("une copie sans le passé (shallow)")
def shallow(content: GitContent) -> None:
    _cloned(content, "--depth=1")


@happening("une copie partielle, qui demande les fichiers à mesure (blob:none)")
def partial(content: GitContent) -> None:
    content.git("config", "uploadpack.allowFilter", "true")
    _cloned(content, "--filter=blob:none")


@happening("une copie partielle dont l’origine ne répond plus")
def partial_and_alone(content: GitContent) -> None:
    origin = content.folder
    partial(content)
    origin.rename(origin.parent / "ailleurs")


@happening("une copie d’une seule branche")
def one_branch(content: GitContent) -> None:
    _cloned(content, "--single-branch")


@happening("une copie venue dans un fichier (bundle)")
def bundle(content: GitContent) -> None:
    content.git("bundle", "create", "-q", "../site.bundle", "--all")
    content.git("clone", "-q", "-b", "main", "../site.bundle", "../copie")
    enter(content, content.folder.parent / "copie")


@happening("le contenu comme sous-module d’un autre dépôt")
def submodule(content: GitContent) -> None:
    split(content)
    alone, above = content.folder, content.folder.parent / "dessus"
    above.mkdir()
    enter(content, above)
    content.init()
    content.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(alone), "content")
    enter(content, above / "content", ".")


@happening("une seconde arborescence de travail (worktree)")
def worktree(content: GitContent) -> None:
    content.git("worktree", "add", "-q", "-b", "essai", "../essai")
    enter(content, content.folder.parent / "essai")


def _cloned(content: GitContent, *options: str) -> None:
    copy = content.folder.parent / "copie"
    content.git("clone", "-q", *options, f"file://{content.folder}", str(copy))
    enter(content, copy)


def rows() -> dict[str, tuple[str, str, set[str]]]:
    """SEQUENCE, CREATED and the codes that the document tells, by what happens."""
    return {
        row["name"]: (row["sequence"], row["created"], set(re.findall(r"`([a-z-]+)`", row["said"])))
        for row in ROW.finditer(DOCUMENT.read_text("utf-8"))
        if row["name"] in HAPPENINGS
    }


def test_the_document_tells_all_that_is_tried() -> None:
    assert list(rows()) == list(HAPPENINGS)


def known(content: GitContent) -> Revision:
    """What is known of the event, whatever its file is called."""
    read = content.read()
    [slug] = [
        slug
        for slug, event in read.events.items()
        if identity_of(slug, event.written.uid) == "atelier"
    ]
    return history(read, SOON).revisions[slug]


@pytest.mark.parametrize("name", HAPPENINGS)
def test_what_happens_is_as_the_document_says(name: str, tmp_path: Path) -> None:
    content = GitContent(tmp_path / "site").init()
    days = [content.committed("atelier", debut=f"2027-03-{day} 09:30") for day in range(14, 18)]
    created = days[0]
    site = published(content.read())
    assert known(content) == Revision(3, created, days[-1])
    HAPPENINGS[name](content)
    revision = known(content)
    found = verified(content.root, SOON, former_agenda=site).problems
    said = {problem.code for problem in found} & OF_HISTORY
    is_known = revision.created is not None
    told = str(revision.sequence) if is_known else "–"
    kept = ("gardé" if revision.created == created else "perdu") if is_known else "–"
    assert rows()[name] == (told, kept, said)
    if "historique-tronque" in said:
        return
    assert revision.last_modified is not None
    assert revision.last_modified <= SOON
    correct(content, site)
    content.commit()
    mended = known(content)
    assert mended.sequence >= 3
    assert mended.created is not None
    assert mended.created <= created
