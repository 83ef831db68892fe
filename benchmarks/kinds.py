"""How each kind of content grows: ``python benchmarks/kinds.py [sizes…] [--kind KIND…]`` (long).

Builds the site from nothing kept with so many more news items, then people, then dates (100 and
1,000 by default; the same ones at each run). Prints for each size the seconds of processor, the
most MiB that the processes hold together, the files and the megabytes; between two sizes, what one
more of the kind costs, and the exponent with which time grows (1 is linear), what the site costs
without them apart. Linux only.
"""

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from corpus import ASOF, KINDS, ROOT, corpus
from process_tree import Cost, cost_of, exponent, weighed


@dataclass(frozen=True)
class Built:
    """What a build cost, the files that it wrote, and their megabytes."""

    cost: Cost
    files: int
    megabytes: float


def built(kind: str, count: int) -> Built:
    """Build the site with so many more of a kind; print what it costs and return that."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content, output = corpus({kind: count}, folder), folder / "output"
        command = [
            sys.executable,
            "-m",
            "pelican",
            str(content),
            "-s",
            str(ROOT / "pelicanconf.py"),
        ]
        cache = f"CACHE_PATH={json.dumps(str(folder / 'cache'))}"
        cost = cost_of([*command, "-o", str(output), "-q", "-e", cache], ROOT, {"ASOF": ASOF})
        files, megabytes = weighed(output)
    print(f"| {kind} | {count:,} | {cost.processor:.1f} s | {cost.memory:,.0f} MiB", end=" ")
    print(f"| {files:,} | {megabytes:,.1f} |", flush=True)
    return Built(cost, files, megabytes)


def print_growth(small: Built, large: Built, alone: Built, fewer: int, more: int) -> None:
    """Print what one more document costs between two sizes; « alone » is the site without any."""
    before, after, added = small.cost, large.cost, more - fewer
    spent = alone.cost.processor
    power = exponent(before.processor - spent, after.processor - spent, more / fewer)
    time = (after.processor - before.processor) / added * 1000
    memory = (after.memory - before.memory) / added
    files, megabytes = large.files - small.files, large.megabytes - small.megabytes
    print(f"| each | {fewer:,} to {more:,} | {time:.1f} ms, exponent {power:.2f}", end=" ")
    print(f"| {memory:.2f} MiB | {files / added:.1f} | {megabytes / added:.3f} |", flush=True)


def main() -> None:
    """Measure each kind at each size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=KINDS)
    asked = parser.parse_args()
    print("| kind | more | processor | memory | files | MB |\n|---|--:|--:|--:|--:|--:|")
    alone = built(KINDS[0], 0)
    for kind in asked.kind:
        costs = [(size, built(kind, size)) for size in asked.sizes]
        for (fewer, small), (more, large) in pairwise(costs):
            print_growth(small, large, alone, fewer, more)


if __name__ == "__main__":
    main()
