"""How each kind of content grows: ``python benchmarks/kinds.py [sizes…] [--kind KIND…]`` (long).

Builds the site from nothing kept with so many more news items, then people, then dates (100 and
1,000 by default; the same ones at each run). Prints for each size the seconds of processor, the
most MiB that the processes hold together, the files and the megabytes; between two sizes, the
exponent with which time and memory grow (1 is linear), what the site costs without them apart.
Linux only.
"""

import argparse
import json
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from corpus import ASOF, KINDS, ROOT, corpus
from process_tree import Cost, cost_of, exponent, weighed


def built(kind: str, count: int) -> Cost:
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
    return cost


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
            time = exponent(
                small.processor - alone.processor, large.processor - alone.processor, more / fewer
            )
            memory = exponent(small.memory, large.memory, more / fewer)
            print(f"| {kind} | {fewer:,} to {more:,} | exponent {time:.2f} | {memory:.2f} | | |")


if __name__ == "__main__":
    main()
