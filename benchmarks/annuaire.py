"""Measure the directory at one size after another: pages, time, weight, answer of the filter.

    python benchmarks/annuaire.py [--lists | --filter] [100 1000 …]

Invents people with a realistic spread (a few regions hold most, two languages in ten), makes every
page and file of the directory in this process, templates and typography included, and prints a
table of processor times and the ratios between sizes. ``--lists`` leaves the templates out; with
``--filter`` the filter of the largest size is driven in Chromium, its processor slowed down four
times.
"""

import argparse
import gzip
import random
import shutil
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = ROOT / "plugins"
sys.path[:0] = [*map(str, (PLUGINS, PLUGINS / "typographie/pelican/plugins", ROOT))]

from association.content import reading  # noqa: E402
from association.pages.context import Context  # noqa: E402
from association.pages.page import Book  # noqa: E402
from association.people.directory_pages import directory_pages  # noqa: E402
from association.people.files import directory_files  # noqa: E402
from association.site.site import site  # noqa: E402
from association.site.theme import theme_files  # noqa: E402
from tests.calendar_context import Press, context_of  # noqa: E402

SIZES = (60, 100, 1000)
GIVEN = (
    "Ada",
    "Béa",
    "Cléo",
    "Dora",
    "Élie",
    "Fanny",
    "Gaël",
    "Hugo",
    "Inès",
    "Jean",
    "Karim",
    "Lise",
)
FAMILY = (
    "mar",
    "ti",
    "ber",
    "du",
    "ro",
    "cha",
    "le",
    "gui",
    "mo",
    "per",
    "fon",
    "bla",
    "gar",
    "fau",
    "ri",
)
TOWNS = {
    "Île-de-France": ("75011", "Paris"),
    "Auvergne-Rhône-Alpes": ("69003", "Lyon"),
    "Occitanie": ("31000", "Toulouse"),
    "Provence-Alpes-Côte d’Azur": ("13001", "Marseille"),
    "Nouvelle-Aquitaine": ("33000", "Bordeaux"),
    "Hauts-de-France": ("59000", "Lille"),
    "Grand Est": ("67000", "Strasbourg"),
    "Bretagne": ("35000", "Rennes"),
    "Pays de la Loire": ("44000", "Nantes"),
    "Normandie": ("76000", "Rouen"),
    "Bourgogne-Franche-Comté": ("21000", "Dijon"),
    "Centre-Val de Loire": ("45000", "Orléans"),
    "Corse": ("20000", "Ajaccio"),
    "La Réunion": ("97400", "Saint-Denis"),
}
PROFILE = """---
prenom: {given}
nom: {family}
accroche: {slogan}
metiers:
  - metier: {metier}
    certifie_le: {year}-06-18
    valable_jusqu_au: {until}-06-18
lieu:
  ville: {town}
  code_postal: "{code}"
regions: [{regions}]
a_distance: {remote}
langues: [{languages}]
publics: [{audiences}]
themes: [{themes}]
accompagnements: [{forms}]
contact:
  mode: secrétariat
deontologie: oui
consentement:
  le: 2026-02-12
  pour: [ville]
---

Je travaille avec des groupes.
"""


def people(root: Path, count: int) -> Path:
    """Write a content's folder with ``count`` invented people, always the same."""
    content = root / "content"
    for name in ("pages", "metiers", "documents", "images"):
        shutil.copytree(ROOT / "content" / name, content / name)
    shutil.copy(ROOT / "content" / "vocabulaire.yml", content)
    words = reading.read(content).vocabulary
    chance = random.Random(7)
    (content / "praticiens").mkdir()
    names = list(TOWNS)
    weights = [1 / (rank + 1) for rank in range(len(names))]

    def some(kind: str, fewest: int, most: int) -> str:
        known = list(words.of_kind(kind))
        return ", ".join(chance.sample(known, chance.randint(fewest, most)))

    for number in range(count):
        region = chance.choices(names, weights)[0]
        further = chance.sample(names, chance.choice((0, 1, 1, 2)))
        code, town = TOWNS[region]
        granted = chance.randint(2021, 2026)
        family = "".join(chance.sample(FAMILY, 3)).capitalize()
        text = PROFILE.format(
            given=chance.choice(GIVEN),
            family=family,
            slogan=" ".join(chance.sample(FAMILY, 12)).capitalize() + ".",
            metier=chance.choice(("intervenant", "facilitateur")),
            year=granted,
            until=granted + 5,
            town=town,
            code=code,
            regions=", ".join(dict.fromkeys((region, *further))),
            remote=chance.choice(("oui", "non")),
            languages=", ".join(
                ("français", *chance.sample(("anglais", "allemand", "espagnol"), number % 5 == 0))
            ),
            audiences=some("audiences", 2, 4),
            themes=some("themes", 2, 4),
            forms=some("forms", 2, 3),
        )
        slug = f"{family.lower()}-{number}"
        (content / "praticiens" / f"{slug}.md").write_text(text, "utf-8")
    return content


def made(content: Path) -> tuple[Context, float]:
    """Return the context of a content and how long reading it took, in seconds."""
    start = time.process_time()
    read = reading.read(content)
    assert not read.problems, read.problems[:1]
    return context_of(read, "2026-11-21"), time.process_time() - start


def measured(count: int, keep: Path | None, templates: bool = True) -> dict[str, float]:
    """Make the directory of ``count`` people; write it below ``keep`` when one is given."""
    with tempfile.TemporaryDirectory() as folder:
        context, read_in = made(people(Path(folder), count))
        known = site(context)
        start = time.process_time()
        pages = list(directory_pages(Book(context, known)))
        files = {file.path: file.content for file in directory_files(context, pages)}
        made_in = time.process_time() - start
        press, printed = Press(), {}
        for page in pages if templates else ():
            template = press.environment.get_template(f"{page.head.kind}.html")
            values = {"site": known, "page": page.head, **page.values}
            printed[page.path] = template.render(values).encode()
        all_in = time.process_time() - start
    if keep:
        _write(keep, printed, files)
    index = next(content for path, content in files.items() if "/index-" in path)
    return {
        "personnes": count,
        "pages": len(pages),
        "lecture (s)": read_in,
        "listes et fichiers (s)": made_in,
        **({"avec les gabarits (s)": all_in} if templates else {}),
        "index (ko gzip)": len(gzip.compress(index, 9)) / 1000,
        "annuaire (ko gzip)": len(gzip.compress(printed.get("annuaire/", b""), 9)) / 1000,
        "sortie (Mo)": sum(map(len, [*printed.values(), *files.values()])) / 1e6,
    }


def _write(folder: Path, printed: dict[str, bytes], files: dict[str, bytes]) -> None:
    theme = {f"theme/{n}": c for n, c in theme_files(ROOT / "theme" / "static").items()}
    pages = {f"{path}index.html": content for path, content in printed.items()}
    for path, content in (pages | files | theme).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def first_view(folder: Path) -> float:
    """Return what a first visit of /annuaire/ loads but portraits, in kB gzipped."""
    [index] = (folder / "annuaire").glob("index-*.json")
    parts = [folder / "annuaire" / "index.html", index]
    parts += [folder / "theme" / name for name in ("css/site.css", "js/a-jour.js")]
    parts += sorted((folder / "theme" / "js").glob("annuaire*.js"))
    text = sum(len(gzip.compress(part.read_bytes(), 9)) for part in parts)
    fonts = sum(font.stat().st_size for font in (folder / "theme" / "fonts").glob("*.woff2"))
    return (text + fonts) / 1000


def filter_response(folder: Path) -> list[float]:
    """Return how long the filter takes for some choices, slowed down four times, in ms."""
    import functools  # noqa: PLC0415
    import http.server  # noqa: PLC0415
    import threading  # noqa: PLC0415

    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/annuaire/")
        page.wait_for_selector(".recherche-formulaire")
        page.get_by_text("Choisir des critères").click()
        page.wait_for_selector(".recherche-option input[name=region]")
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        times: list[float] = page.evaluate(
            """async () => {
                const boxes = [...document.querySelectorAll(".recherche-option input")];
                const times = [];
                for (const box of boxes.filter((_, rank) => rank % 4 === 0)) {
                    const start = performance.now();
                    box.click();
                    times.push(performance.now() - start);
                    await new Promise((done) => setTimeout(done, 30));
                    box.click();
                    await new Promise((done) => setTimeout(done, 30));
                }
                return times;
            }"""
        )
        chromium.close()
    server.shutdown()
    return sorted(times)


def main() -> None:
    """Print the table, the ratios and what the filter takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--filter", action="store_true")
    parser.add_argument("--lists", action="store_true")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            keep = Path(folder) / str(size)
            rows.append(measured(size, None if options.lists else keep, not options.lists))
            print(" ; ".join(f"{name} {value:.5g}" for name, value in rows[-1].items()), flush=True)
            if options.lists:
                continue
            print(f"  première vue de /annuaire/ : {first_view(keep):.1f} ko gzip")
            if options.filter and size == options.sizes[-1]:
                times = filter_response(keep)
                middle, worst = times[len(times) // 2], times[-1]
                print(
                    f"  filtre : médiane {middle:.1f} ms, pire {worst:.1f} ms ({len(times)} choix)"
                )
            shutil.rmtree(keep)
    for small, large in pairwise(rows):
        ratios = (f"{name} ×{large[name] / max(small[name], 1e-9):.2f}" for name in small)
        print(" ; ".join(ratios))


if __name__ == "__main__":
    main()
