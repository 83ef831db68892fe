"""Time the typography of a page side by side with typogrify, on the same page.

    PYTHONPATH=pelican/plugins python tests/benchmark.py [page.html …]

Without pages: one of about 20 kB made of the test cases. Prints the best of several runs, in
milliseconds, and the ratio. First pass: a page never typeset. Second: the same page again, as when
a theme's filter wraps content that is typeset already.
"""

import json
import sys
import timeit
from collections.abc import Callable
from pathlib import Path

from typogrify.filters import typogrify

from typographie import typeset_html

SIZE = 20_000
RUNS = 15
CASES = Path(__file__).with_name("cases.json")


def page_of_cases(size: int = SIZE) -> str:
    """Return prose with typography in every line, in the markup that a theme puts around it."""
    cases = [case["input"] for case in json.loads(CASES.read_text("utf-8"))]
    item = '<li class="entree"><a href="/actualites/une-page/">Une page du site</a></li>\n'
    prose = (
        "<p>La thérapie sociale aide les groupes à parler de ce qui les divise, sans craindre"
        " la dispute. Elle demande du temps, un cadre, et l'envie de comprendre l'autre.</p>\n"
    )
    body = "".join(f"<div>{case}</div>\n{item}{prose}" for case in cases if case[0] == "<")
    return f'<body class="page"><main id="contenu">\n{body[:size].rpartition("</p>")[0]}</p></main>'


def best_time(typeset: Callable[[str], str], page: str) -> float:
    """Return the shortest run in milliseconds: the one least disturbed by the machine."""
    return min(timeit.repeat(lambda: typeset(page), number=1, repeat=RUNS)) * 1000


def main(paths: list[str]) -> None:
    pages = {path: Path(path).read_text("utf-8") for path in paths} or {"cases": page_of_cases()}
    for name, page in pages.items():
        first, again = best_time(typeset_html, page), best_time(typeset_html, typeset_html(page))
        stock = best_time(typogrify, page)
        print(
            f"{name}: {len(page) / 1000:.1f} kB; typographie {first:.2f} ms, again {again:.2f} ms;"
            f" typogrify {stock:.2f} ms; ratio {first / stock:.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
