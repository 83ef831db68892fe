"""The forms in a browser: every collection opens, and what they write the checker takes."""

import difflib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import ExifTags, Image

from association.content.schema import TYPES
from association.core.words import slug_of
from association.source import source
from tests.builders import lay_over, problems_of
from tests.built_site import ROOT

pytestmark = pytest.mark.browser

Seat = Callable[[dict[str, bytes]], Any]

SHIPPED = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for path in sorted((ROOT / "content").rglob("*"))
    if path.is_file()
}
_LEFT_OUT = ("content/actualites/", "content/agenda/", "content/images/praticiens/")
# Enough for a form that is filled once.
FEW = {path: text for path, text in SHIPPED.items() if not path.startswith(_LEFT_OUT)} | {
    path: SHIPPED[path]
    for path in (
        "content/actualites/premiers-certificats.md",
        "content/agenda/remise-des-certificats-2021.md",
    )
}
# One file of each kind, with what is hard to keep: lists in lists, dates of all forms, blocks.
EDITED = {
    "actualites/premiers-certificats": ("Titre", "Les certificats : « remis », n° 1 #"),
    "agenda/soirees-de-decouverte-en-ligne": ("Résumé", "Une heure et demie : en ligne."),
    "praticiens/jean-valjean": ("Accroche", "Remettre un groupe debout."),
    "metiers/intervenant": ("Masculin", "Intervenant"),
    "capsules/porter-un-projet": ("Titre", "Porter un projet"),
    "pages/contact": ("Résumé", "Une réponse à chacun."),
}


def _valid(files: dict[str, bytes], folder: Path) -> None:
    lay_over(folder, files)
    assert problems_of(folder / "content") == []


def _quiet(desk: Any) -> None:
    """Nothing was asked of another host, and nothing went wrong."""
    hosts = {urlsplit(url).netloc for url in desk.asked if url.startswith("http")}
    assert hosts == {urlsplit(desk.address).netloc}
    assert desk.troubles == []


def _photograph(place: Path) -> Path:
    """Return a telephone's picture, large and with the place where it was taken."""
    data = Image.Exif()
    data[ExifTags.Base.GPSInfo] = {1: "N", 2: (48.0, 1.0, 1.0)}
    path = place / "Photo d’été.jpg"
    Image.new("RGB", (3000, 2000), "red").save(path, exif=data)
    return path


def test_every_collection_opens_and_lists_its_files(desk: Seat) -> None:
    seat = desk(SHIPPED)
    for folder in TYPES:
        of_it = (path for path in SHIPPED if path.startswith(f"content/{folder}/"))
        # A document lies beside its text.
        expected = sum(path.endswith(".md") for path in of_it)
        seat.go(f"collections/{folder}")
        seat.page.get_by_text(f"contient {expected} entrées").wait_for(state="attached")
    _quiet(seat)


def test_a_saved_file_keeps_its_text_to_the_byte_and_its_values(desk: Seat, tmp_path: Path) -> None:
    seat = desk(SHIPPED)
    for name, (label, text) in EDITED.items():
        seat.open(*name.split("/"))
        seat.write(label, text)
        seat.save()
    written = seat.files()
    for name, (label, text) in EDITED.items():
        path = f"content/{name}.md"
        before, after = source.read(SHIPPED[path]), source.read(written[path])
        assert after.body == before.body, path
        changed = {
            key: value
            for key, value in after.front.plain().items()
            if value != before.front.plain().get(key)
        }
        assert list(changed.values()) == [text], (path, label)
        assert set(after.front.plain()) == set(before.front.plain()), path
    untouched = {f"content/{name}.md" for name in EDITED}
    assert {path for path in written if written[path] != SHIPPED[path]} == untouched
    _valid(written, tmp_path)
    _quiet(seat)


def test_a_new_event_is_named_as_the_site_names_files_and_is_valid(
    desk: Seat, tmp_path: Path
) -> None:
    seat = desk(FEW)
    title = "L'été à Évreux : « se retrouver » & œuvrer"
    seat.go("collections/agenda/new")
    seat.write("Titre", title)
    seat.write("Résumé", "Une journée.")
    seat.write("Début", "3/7/2027")
    seat.page.get_by_role("combobox", name="Catégorie").click()
    seat.page.get_by_role("option", name="Formation").click()
    seat.page.get_by_role("checkbox", name="Lieu").click()
    seat.write("Ville", "Évreux")
    seat.write("Code postal", "01000")
    seat.page.get_by_text("Sélectionnez une option").first.click()
    seat.page.get_by_role("option", name="Fantine").click()
    seat.page.get_by_role("button", name="Enregistrer", exact=True).click()
    seat.page.get_by_text("Écrivez un jour, un jour et une heure, ou un mois").wait_for()
    seat.write("Début", "2027-07-03 09:30")
    seat.write("Fin", "2027-07-03 17:00")
    seat.save()
    written = seat.files()
    assert set(written) - set(FEW) == {f"content/agenda/{slug_of(title)}.md"}
    front = source.read(written[f"content/agenda/{slug_of(title)}.md"]).front
    assert front.plain() == {
        "titre": title,
        "resume": "Une journée.",
        "debut": "2027-07-03 09:30",
        "fin": "2027-07-03 17:00",
        "lieu": {"code_postal": "01000", "ville": "Évreux"},
        "categorie": "Formation",
        "intervenants": ["fantine-tholomyes"],
    }
    _valid(SHIPPED | written, tmp_path)
    _quiet(seat)


def test_a_picture_comes_smaller_without_its_place_and_under_a_plain_name(
    desk: Seat, tmp_path: Path
) -> None:
    seat = desk(FEW)
    seat.open("actualites", "premiers-certificats")
    seat.page.get_by_role("checkbox", name="Image").click()
    seat.page.locator("[data-key-path=image] input[type=file]").first.set_input_files(
        _photograph(tmp_path)
    )
    seat.page.get_by_text("photo-d-ete.webp").wait_for()
    seat.write("Texte de remplacement", "Du rouge.")
    seat.save()
    written = seat.files()
    front = source.read(written["content/actualites/premiers-certificats.md"]).front
    assert front.plain()["image"] == {
        "fichier": "images/actualites/photo-d-ete.webp",
        "alt": "Du rouge.",
    }
    with Image.open(io.BytesIO(written["content/images/actualites/photo-d-ete.webp"])) as picture:
        assert picture.size == (2048, 1365)
        assert not picture.getexif()
    _valid(SHIPPED | written, tmp_path)
    _quiet(seat)


def test_a_controlled_word_can_be_added(desk: Seat, tmp_path: Path) -> None:
    seat = desk(FEW)
    seat.open("vocabulaire", "vocabulaire")
    seat.page.get_by_role("button", name="Publics").last.click()
    seat.page.get_by_role("textbox", name="Nom", exact=True).last.fill("Bénévoles")
    seat.save()
    written = seat.files()
    before, after = (
        files["content/vocabulaire.yml"].decode().splitlines() for files in (SHIPPED, written)
    )
    # Not a comment, a blank line or a list between brackets is another.
    changes = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert changes == ["+   - nom: Bénévoles"]
    _valid(SHIPPED | written, tmp_path)
