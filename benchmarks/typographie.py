"""Time the typography of a page side by side with typogrify, on the same pages.

    python benchmarks/typographie.py [page.html …]

Without pages: one of about 20 kB made of the French test cases. Prints the best of several runs,
in milliseconds, and the ratio; ends with 1 when typographie takes more than half of typogrify's
time. First pass: a page never typeset. Second: the same page again, which the theme's filter does.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "plugins"))

from typogrify.filters import typogrify  # noqa: E402

from typographie import typeset_html  # noqa: E402

SIZE = 20_000
RUNS = 15
CASES = ROOT / "tests" / "typographie" / "cases.json"


def made_page(size: int = SIZE) -> str:
    """Prose with typography in every line, in the markup that a theme puts around it."""
    cases = [case["input"] for case in json.loads(CASES.read_text("utf-8"))]
    item = '<li class="entree"><a href="/actualites/une-page/">Une page du site</a></li>\n'
    prose = (
        "<p>La thérapie sociale aide les groupes à parler de ce qui les divise, sans craindre"
        " la dispute. Elle demande du temps, un cadre, et l'envie de comprendre l'autre.</p>\n"
    )
    body = "".join(f"<div>{case}</div>\n{item}{prose}" for case in cases if case[0] == "<")
    return f'<body class="page"><main id="contenu">\n{body[:size].rpartition("</p>")[0]}</p></main>'


def best(work: Callable[[str], str], page: str) -> float:
    """The shortest of RUNS runs, in milliseconds: the one least disturbed by the machine."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work(page)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main(paths: list[str]) -> int:
    pages = {path: Path(path).read_text("utf-8") for path in paths} or {"(cas)": made_page()}
    ours = theirs = 0.0
    for name, page in pages.items():
        first, again = best(typeset_html, page), best(typeset_html, typeset_html(page))
        stock = best(typogrify, page)
        ours, theirs = ours + first, theirs + stock
        print(
            f"{name} : {len(page) / 1000:.1f} ko ; typographie {first:.2f} ms,"
            f" relue {again:.2f} ms ; typogrify {stock:.2f} ms ; rapport {first / stock:.2f}"
        )
    print(f"rapport d’ensemble : {ours / theirs:.2f} (au plus 0,50)")
    return 0 if ours <= theirs / 2 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
