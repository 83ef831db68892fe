"""``invoke photos``: what comes out is small, bare, well named; what went in is untouched."""

import importlib
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import Image

from association.commands.photos import Options, main
from association.editing.new.terminal import Terminal
from association.editing.photos.pasting import in_a_head, insert
from association.editing.photos.preparing import LONGEST_SIDE, prepared
from association.source import source
from tests.builders import NEWS, PRACTITIONER, base, content_folder, problems_of
from tests.pictures.photographs import (
    RED,
    SECRET,
    coloured,
    near,
    photograph,
    png_that_claims,
    saved,
    see_through_palette,
    written,
)

ALT = "Douze chaises en cercle : « la salle »."


class Desk:
    """An editor's desk: pictures beside a content, the answers given, the lines read."""

    def __init__(self, folder: Path) -> None:
        self.root = content_folder(folder)
        self.pictures = folder / "Photos de téléphone"
        self.said: list[str] = []
        self.questions: list[str] = []

    def picture(self, name: str, content: bytes) -> Path:
        return written(self.pictures, name, content)

    def bring(self, *sources: Path, answers: tuple[str, ...] = (ALT,), **wishes: object) -> int:
        given = iter(answers)

        def ask(question: str) -> str:
            self.questions.append(question)
            try:
                return next(given)
            except StopIteration:
                raise EOFError from None

        paths = [str(path) for path in sources or (self.pictures,)]
        terminal = Terminal(ask, self.said.append)
        options = Options(tuple(paths), **wishes)  # type: ignore[arg-type]
        return main(self.root.parent, options, terminal=terminal)

    @property
    def images(self) -> dict[str, bytes]:
        folder = self.root / "images"
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix != ".svg" and path.name != "faisceaux.jpg"
        }

    @property
    def words(self) -> str:
        return "\n".join(self.said)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_photograph_comes_in_small_bare_and_well_named(desk: Desk) -> None:
    source_of = desk.picture("Été à Évian (1).JPG", photograph(3000, 2400, orientation=6))
    before = source_of.read_bytes()
    assert desk.bring() == 0
    [(name, content)] = desk.images.items()
    assert name == "actualites/ete-a-evian-1.jpg"
    image = Image.open(io.BytesIO(content))
    assert image.size == (LONGEST_SIDE, 1600)
    assert near(image.getpixel((1000, 400)), RED)
    assert dict(image.getexif()) == {}
    assert SECRET not in content
    assert source_of.read_bytes() == before
    assert "le lieu et la date" in desk.words


def test_the_lines_to_paste_are_valid(desk: Desk) -> None:
    desk.picture("salle.png", saved(coloured(300, 200), "PNG"))
    desk.bring()
    line = next(line for line in desk.words.split("\n") if line.startswith("!["))
    text = base(NEWS) + f"\n{line}\n"
    (desk.root / NEWS).write_text(text, "utf-8")
    assert problems_of(desk.root) == []


def test_a_picture_goes_into_the_head_of_an_entry_then_into_its_text(desk: Desk) -> None:
    plain = (
        base(NEWS)
        .replace(base(NEWS).split("image:")[1].split("evenement:")[0], "")
        .replace("image:evenement", "evenement")
    )
    (desk.root / NEWS).write_text(plain + "\n![Un cercle.]({static}/images/cercle.svg)\n", "utf-8")
    desk.picture("a.jpg", photograph())
    desk.picture("b.jpg", photograph(800, 600))
    assert desk.bring(answers=(ALT, "Une porte."), entry=NEWS) == 0
    text = (desk.root / NEWS).read_text("utf-8")
    assert f'image:\n  fichier: images/actualites/a.jpg\n  alt: "{ALT}"\n---\n' in text
    assert text.endswith("\n![Une porte.]({static}/images/actualites/b.jpg)\n")
    assert problems_of(desk.root) == []


def test_a_portrait_goes_into_a_profile(desk: Desk) -> None:
    head, _, tail = base(PRACTITIONER).partition("photo:\n")
    rest = tail[tail.index("\n", tail.index("alt:")) + 1 :]
    (desk.root / PRACTITIONER).write_text(head + rest, "utf-8")
    (desk.root / "images/praticiens/jeanne-martin.svg").unlink()
    desk.picture("Jeanne Martin.jpg", photograph())
    assert desk.bring(folder="praticiens", entry="content/praticiens/jeanne-martin") == 0
    assert "  fichier: images/praticiens/jeanne-martin.jpg\n" in (
        desk.root / PRACTITIONER
    ).read_text("utf-8")
    assert problems_of(desk.root) == []


def test_nothing_is_written_over(desk: Desk) -> None:
    desk.picture("x/Salle.jpg", photograph(500, 400))
    desk.picture("y/salle.JPG", photograph(600, 400))
    assert desk.bring(desk.pictures / "x", desk.pictures / "y", answers=(ALT, ALT)) == 0
    assert list(desk.images) == ["actualites/salle-2.jpg", "actualites/salle.jpg"]
    before = desk.images
    assert desk.bring(desk.pictures / "x") == 0
    assert desk.images == before


def test_a_drawing_stays_sharp_and_what_lets_through_still_does(desk: Desk) -> None:
    desk.picture("a.png", saved(coloured(300, 200), "PNG"))
    desk.picture("b.png", see_through_palette())
    assert desk.bring(answers=(ALT, ALT)) == 0
    assert [name.rpartition(".")[2] for name in desk.images] == ["png", "png"]
    assert Image.open(io.BytesIO(desk.images["actualites/b.png"])).mode == "RGBA"


@pytest.fixture
def without_heic() -> Iterator[None]:
    """Pillow as it is before the library of telephones is asked for."""
    known = Image.OPEN.pop("HEIF", None)
    yield
    if known:
        Image.OPEN["HEIF"] = known


def heic() -> bytes:
    target = io.BytesIO()
    picture = pillow_heif.from_pillow(coloured(600, 400))
    picture.save(target, quality=90)
    return target.getvalue()


def test_a_telephones_picture_is_read_where_the_library_is(desk: Desk, without_heic: None) -> None:
    desk.picture("IMG_0001.HEIC", heic())
    assert desk.bring() == 0
    [name] = desk.images
    assert name.startswith("actualites/img-0001.")
    assert Image.open(io.BytesIO(desk.images[name])).size == (600, 400)


def test_without_the_library_the_editor_is_told_and_the_rest_is_taken(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, without_heic: None
) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(ImportError):
        importlib.import_module("pillow_heif")
    desk.picture("a.heic", heic())
    desk.picture("b.jpg", photograph())
    assert desk.bring() == 1
    assert list(desk.images) == ["actualites/b.jpg"]
    assert "python -m pip install pillow-heif" in desk.words
    assert "1 image rangée sur 2" in desk.words


@pytest.mark.parametrize(
    "content", [b"", b"no picture", photograph()[:2000], png_that_claims(30_000, 30_000)]
)
def test_what_cannot_be_read_is_said(desk: Desk, content: bytes) -> None:
    desk.picture("a.jpg", content)
    assert desk.bring() == 1
    assert desk.images == {}
    assert "a.jpg : cette image" in desk.words


def test_words_are_asked_until_they_come(desk: Desk) -> None:
    desk.picture("a.jpg", photograph())
    assert desk.bring(answers=("", "  ", "Une salle.")) == 0
    assert len(desk.questions) == 3
    assert "![Une salle.]" in desk.words


def test_whoever_leaves_keeps_what_was_put_away(desk: Desk) -> None:
    desk.picture("a.jpg", photograph())
    desk.picture("b.jpg", photograph(700, 500))
    assert desk.bring(answers=("Une salle.",)) == 1
    assert list(desk.images) == ["actualites/a.jpg"]
    assert "Arrêté" in desk.words


def test_a_script_gives_all_words_and_is_asked_nothing(desk: Desk) -> None:
    desk.picture("a.jpg", photograph())
    assert desk.bring(answers=(), alts=("décor",)) == 0
    assert desk.questions == []
    assert "![décor]" in desk.words


@pytest.mark.parametrize(
    ("prepare", "wishes", "said"),
    [
        (lambda desk: desk.pictures, {}, "introuvable"),
        (lambda desk: desk.picture("a.svg", b"<svg/>"), {}, "dessin SVG"),
        (lambda desk: desk.picture("a.docx", b"x"), {}, "n’est pas une image"),
        (lambda desk: desk.picture("vide/x.txt", b"").parent, {}, "Aucune image"),
        (lambda desk: desk.picture("a.jpg", photograph()), {"folder": "../x"}, "dossier"),
        (
            lambda desk: desk.picture("a.jpg", photograph()),
            {"entry": "actualites/y"},
            "introuvable",
        ),
        (lambda desk: desk.picture("a.jpg", photograph()), {"entry": "../../x"}, "introuvable"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything(
    desk: Desk, prepare: Callable[[Desk], Path], wishes: dict[str, Any], said: str
) -> None:
    assert desk.bring(prepare(desk), **wishes) == 2
    assert said in desk.words
    assert desk.images == {}


@pytest.mark.parametrize(
    "words",
    ["Une salle", "non", "Titre : suite", 'Dire "oui"', "# rien", "- tiret", "12", "l'été \\"],
)
def test_any_words_can_be_a_value(words: str) -> None:
    read = source.read(f"---\n{in_a_head('image', 'images/a.jpg', words)}---\n\nTexte.\n".encode())
    assert list(read.findings) == []
    assert read.front.plain() == {"image": {"fichier": "images/a.jpg", "alt": words}}


def test_the_ends_of_lines_stay_as_they_are(tmp_path: Path) -> None:
    entry = written(tmp_path, "actualites/x.md", b"---\r\ntitre: X\r\n---\r\n\r\nTexte.\r\n")
    assert insert(entry, "images/a.jpg", "Une salle.")
    assert b"\n" not in entry.read_bytes().replace(b"\r\n", b"")


def test_a_file_without_a_head_is_left_alone(tmp_path: Path) -> None:
    entry = written(tmp_path, "actualites/x.md", b"Texte.")
    assert not insert(entry, "images/a.jpg", "Une salle.")
    assert entry.read_bytes() == b"Texte."


def test_a_small_picture_keeps_its_size(tmp_path: Path) -> None:
    assert prepared(written(tmp_path, "a.jpg", photograph(320, 200))).size == (320, 200)
