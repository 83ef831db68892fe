"""What a directory costs as it grows: ``python benchmarks/directory.py [people…] [--tree TREE…]``.

Builds the public site, from nothing kept, with so many people (100 and 400 by default) who are
made up, the same ones at each run, beside the site's other content. Prints for each size what
``invoke verifier`` and the build take in seconds of processor, the highest memory of all processes
of the build together (Linux: what they share counts once), the seconds by part of the build, and
the files and bytes by kind. With several trees (work trees of other revisions, say) each size is
measured in one after the other.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from corpus import ASOF, ROOT, corpus
from process_tree import cost_of

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
whole = pelican_plugin.finish

def finish_in_parts(site, steps=finish.STEPS):
    whole(site, [timed(step.__name__, step) for step in steps])

pelican_plugin.finish = finish_in_parts
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
    more = {"ASOF": ASOF}
    python = [sys.executable, "-c"]
    checking = cost_of([*python, _VERIFY, str(tree), str(content.parent)], tree, more)
    output, told = folder / "output", folder / "told.json"
    places = (str(path) for path in (tree, content, output, folder / "cache", told))
    building = cost_of([*python, _BUILD, *places], tree, more)
    spent = json.loads(told.read_text())
    files, weights = _weighed(output)
    print(f"{people:,} people, {tree}: verifier {checking.processor:.1f} s;", end=" ")
    print(f"build {building.processor:.1f} s, {building.memory:,.0f} MiB,", end=" ")
    print(f"{files.total():,} files, {weights.total() / 1e6:,.1f} MB")
    for part, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {seconds:8.2f} s  {part}")
    for kind, weight in weights.most_common():
        print(f"  {weight / 1e6:8.2f} MB {files[kind]:>7,} files  {kind}")
    sys.stdout.flush()


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
            content = corpus({"praticiens": people}, Path(name))
            for number, tree in enumerate(arguments.tree):
                folder = Path(name, str(number))
                measure(people, content, tree.resolve(), folder)
                shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
