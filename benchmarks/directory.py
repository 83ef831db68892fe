"""What a directory costs as it grows: ``python benchmarks/directory.py [people…] [--tree TREE…]``.

Builds the public site, from nothing kept, with so many people (100 and 400 by default) who are
made up, the same ones at each run, beside the site's other content. Prints for each size what
``invoke verifier`` and the build take in seconds of processor, the highest memory of all processes
of the build together (Linux: what they share counts once), the seconds by part of the build, and
the files and bytes by kind. With several trees (work trees of other revisions, say) each size is
measured in one after the other.
"""

import argparse
import contextlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "plugins/typographie/pelican/plugins")]

from association.content.reading import read_vocabulary  # noqa: E402
from association.content.schema import Vocabulary  # noqa: E402
from association.core.words import slug_of  # noqa: E402
from association.people.gazetteer import PLACES, shipped  # noqa: E402

_PROFILE = """---
prenom: {given}
nom: {family}
accroche: {slogan}
metiers:
  - metier: {metier}
    certifie_le: {year}-03-{day:02}
    valable_jusqu_au: {until}-03-{day:02}
lieu:
  ville: "{town}"
  code_postal: "{code}"
regions: {regions}
a_distance: {remote}
langues: {langues}
publics: {publics}
themes: {themes}
accompagnements: {accompagnements}
contact:
  mode: secrétariat
parcours:
  - periode: 2010–{year}
    texte: {step}
deontologie: oui
consentement:
  le: 2026-06-{day:02}
  pour: [ville]
---

{text}
"""
_STARTS = (
    "An Ba Be Ca Cé Da Dé El Fa Flo Ga Gé Hé Isa Jé Jo Ju Lé Lo Lu Ma Mé Ni No O Pa Ro Sa Sté Ti Vi"
)
_MIDDLES = "bri cé do fa ga la le li lo ma mi na ni no ra ré ri ro sa si ta té ti va vo"
_ENDS = "as bert chard da del dou el ette ier in ine is le lle mas na ne nne on rd re rie son tte"
_WORDS = {"publics": "audiences", "themes": "themes", "accompagnements": "forms"}
_SENTENCE = re.compile(r"[A-ZÉÀ][^.?!\n:«»*\[\]#>]{30,160}\.(?= |\n)")
_ASOF = "2026-11-26"


def content_of(people: int, folder: Path) -> Path:
    """Write the site's content, and so many people besides, who are the same at each run."""
    root = folder / "content"
    shutil.copytree(ROOT / "content", root)
    chance = random.Random(17)
    vocabulary = read_vocabulary(ROOT / "content")
    towns = list(_towns(vocabulary))
    sentences = sentences_of(root)
    taken = {path.stem for path in root.rglob("*.md")}
    while people:
        given, family = _name(chance), _name(chance)
        slug = slug_of(f"{given} {family}")
        if slug not in taken:
            taken.add(slug)
            text = _profile(given, family, chance, towns, sentences, vocabulary)
            (root / "praticiens" / f"{slug}.md").write_text(text, "utf-8")
            people -= 1
    _commit(folder)
    return root


def _commit(folder: Path) -> None:
    """Give a folder a history: the public site refuses a content without one."""
    name = ["-c", "user.name=Banc", "-c", "user.email=banc@example.org"]
    for words in (["init", "--quiet"], ["add", "content"], [*name, "commit", "-qm", "Contenu"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


def _towns(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Yield the French towns that are known: postal code, name, region."""
    regions = {
        prefix: word.name
        for word in vocabulary.of_kind("regions").values()
        for prefix in word.postal_prefixes
    }
    for line in shipped(PLACES).decode().splitlines():
        if found := re.match(r"(\d{5}) -?\d+ -?\d+ ([^,\d]+)\d", line):
            code, town = found.groups()
            region = regions.get(code[:2]) or regions.get(code[:3])
            if region:
                yield code, town, region


def sentences_of(content: Path) -> list[str]:
    """Return the plain sentences of the site’s profiles."""
    files = sorted(content.glob("praticiens/*.md"))
    bodies = (file.read_text("utf-8").split("---\n", 2)[2] for file in files)
    return [found for body in bodies for found in _SENTENCE.findall(body)]


def _name(chance: random.Random) -> str:
    parts = [chance.choice(_STARTS.split())]
    parts += [chance.choice(_MIDDLES.split()) for _ in range(chance.randint(1, 2))]
    return "".join(parts) + chance.choice(_ENDS.split())


def _profile(
    given: str,
    family: str,
    chance: random.Random,
    towns: list[tuple[str, str, str]],
    sentences: list[str],
    vocabulary: Vocabulary,
) -> str:
    code, town, region = chance.choice(towns)
    others = [name for _, _, name in chance.sample(towns, chance.choice((0, 0, 1, 1, 2)))]
    year = chance.randint(2018, 2026)
    words = {
        field: _listed(chance.sample(_names(vocabulary, kind), chance.randint(1, 3)))
        for field, kind in _WORDS.items()
    }
    parts = (" ".join(chance.sample(sentences, 7)) for _ in range(3))
    return _PROFILE.format(
        given=given,
        family=family,
        slogan=json.dumps(f"{family} : {chance.choice(sentences)}"[:140], ensure_ascii=False),
        metier=chance.choice(("intervenant", "facilitateur")),
        year=year - 1 if year == 2026 else year,
        until=year + 5,
        day=chance.randint(1, 28),
        town=town,
        code=code,
        regions=_listed(list(dict.fromkeys([region, *others]))),
        remote=chance.choice(("oui", "non")),
        langues=_listed(
            ["français", *chance.sample(["anglais", "espagnol"], chance.randint(0, 1))]
        ),
        step=json.dumps(chance.choice(sentences), ensure_ascii=False),
        text="\n\n".join(parts),
        **words,
    )


def _names(vocabulary: Vocabulary, kind: str) -> list[str]:
    return [word.name for word in vocabulary.of_kind(kind).values()]


def _listed(names: list[str]) -> str:
    return json.dumps(names, ensure_ascii=False)


# Runs in a process of its own, in the tree it measures: the build, its parts timed from outside.
_BUILD = """
import json, os, sys, time
tree, content, output, cache, told = sys.argv[1:]
sys.path[:0] = [tree, tree + "/plugins", tree + "/plugins/typographie/pelican/plugins"]
import segno
from pelican import main
from association import pelican_plugin
from association.hosting import finish
from association.pelican_plugin import AssociationGenerator as Generator
from association.people import directory_pages
from association.site import all_files

spent, open_parts = {}, []

def now():
    return sum(os.times()[:4])

def switch(part):
    at = now()
    if open_parts:
        spent[open_parts[-1][0]] = spent.get(open_parts[-1][0], 0) + at - open_parts[-1][1]
        open_parts[-1][1] = at
    return at

def timed(part, call):
    def run(*args, **kwargs):
        open_parts.append([part, switch(part)])
        try:
            found = call(*args, **kwargs)
            return iter(list(found)) if hasattr(found, "__next__") else found
        finally:
            switch(part)
            open_parts.pop()
            if open_parts:
                open_parts[-1][1] = now()
    return run

def time_of(owner, name, part):
    setattr(owner, name, timed(part, getattr(owner, name)))

time_of(pelican_plugin, "verified", "reading and checks")
time_of(Generator, "_write_page", "pages printed")
time_of(Generator, "generate_output", "pages and files worked out")
for name in ("printed_booklets", "printed_booklet"):
    # The tree may be an older one.
    if hasattr(directory_pages, name):
        time_of(directory_pages, name, "booklets")
time_of(all_files, "directory_files", "directory's files")
time_of(segno, "make", "QR codes")
time_of(segno.QRCode, "svg_inline", "QR codes")
steps = [timed(step.__name__, step) for step in finish.STEPS]
whole = pelican_plugin.finish
pelican_plugin.finish = lambda site: whole(site, steps)
open_parts.append(["rest", 0.0])
settings = tree + "/tests/publishconf_exemple.py"
more = ["-e", "CACHE_PATH=" + json.dumps(cache)]
code = main([content, "-s", settings, "-o", output, "-q", *more])
switch("rest")
with open(told, "w") as file:
    json.dump(spent, file)
sys.exit(code)
"""
_VERIFY = """
import sys
tree, root = sys.argv[1:]
sys.path[:0] = [tree + "/plugins", tree + "/plugins/typographie/pelican/plugins"]
from pathlib import Path
from association.commands.verify import Options, main
sys.exit(main(Path(root), Options()))
"""
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
_SHARE = re.compile(r"^Pss: +(\d+) kB", re.MULTILINE)
# In seconds.
_BETWEEN_LOOKS = 0.2
_KINDS = (
    ("compressed copies", (".br", ".gz")),
    ("pages", (".html",)),
    ("lists and cards", (".vcf", ".csv", ".json")),
    ("search", (".pf_index", ".pf_fragment", ".pf_meta", ".pagefind")),
    ("booklets and documents", (".pdf",)),
    ("pictures", (".svg", ".png", ".jpg", ".webp", ".avif")),
)


def measure(people: int, content: Path, tree: Path, folder: Path) -> None:
    """Print what a tree makes of a content."""
    shutil.copy(tree / "pelicanconf.py", content.parent)
    verifying, _, _ = _run(_VERIFY, str(tree), str(content.parent))
    output, told = folder / "output", folder / "told.json"
    building, memory, failed = _run(
        _BUILD, str(tree), str(content), str(output), str(folder / "cache"), str(told)
    )
    if failed:
        print(failed[-2000:])
        return
    spent = json.loads(told.read_text())
    files, weights = _weighed(output)
    print(f"{people:,} people, {tree}: verifier {verifying:.1f} s;", end=" ")
    print(f"build {building:.1f} s, {memory / 1024:,.0f} MiB,", end=" ")
    print(f"{files.total():,} files, {weights.total() / 1e6:,.1f} MB")
    for part, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {seconds:8.2f} s  {part}")
    for kind, weight in weights.most_common():
        print(f"  {weight / 1e6:8.2f} MB {files[kind]:>7,} files  {kind}")
    sys.stdout.flush()


def _run(code: str, *arguments: str) -> tuple[float, int, str]:
    """Return the seconds of a new Python, the peak of its KiB, its words if it failed."""
    environ = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    before, highest = sum(os.times()[2:4]), 0
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdout=said,
            stderr=said,
            env=environ | {"ASOF": _ASOF},
        )
        while process.poll() is None:
            highest = max(highest, sum(map(_memory, _with_children(process.pid))))
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_BETWEEN_LOOKS)
        said.seek(0)
        words = said.read() if process.returncode else ""
    return sum(os.times()[2:4]) - before, highest, words


def _with_children(process: int) -> Iterator[int]:
    """Yield a process and all that it started, by their numbers."""
    yield process
    # A process may end between two looks.
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _with_children(int(child))


def _memory(process: int) -> int:
    """Return the KiB of a process, its part of what it shares with others; 0 once it ended."""
    with contextlib.suppress(OSError):
        found = _SHARE.search(Path(f"/proc/{process}/smaps_rollup").read_text())
        return int(found[1]) if found else 0
    return 0


def _weighed(output: Path) -> tuple[Counter[str], Counter[str]]:
    """Return the files and the bytes of a site, by kind."""
    files: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    for path in output.rglob("*"):
        if path.is_file():
            kind = next((name for name, ends in _KINDS if path.name.endswith(ends)), "the rest")
            files[kind] += 1
            weights[kind] += path.stat().st_size
    return files, weights


def main() -> None:
    """Measure each size in each tree."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("people", nargs="*", type=int, default=[100, 400])
    parser.add_argument("--tree", nargs="+", type=Path, default=[ROOT])
    arguments = parser.parse_args()
    for people in arguments.people:
        with tempfile.TemporaryDirectory() as name:
            content = content_of(people, Path(name))
            for number, tree in enumerate(arguments.tree):
                folder = Path(name, str(number))
                measure(people, content, tree.resolve(), folder)
                shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
