"""A small association built whole: eight pages and a file of each format, as read and blessed.

``tests/expected`` holds them: the pages that between them have all that pages are made of (of
each, the head and the main part: the frame is the same on all), and what programs read. A change
of them is read by a person, in the same commit; ``invoke bless`` rewrites them.

Not here, since proven elsewhere: what must hold on every page, the frame included
(``test_site``); that a change of the code alone changes no byte of the whole site
(``tools/same_output.py``); ``security.txt``, which only the public site has
(``test_publication``).
"""

import shutil
from pathlib import Path

from association.core.exit_code import ExitCode
from association.runner.build import Plan, build
from tests.built_site import ROOT

CONTENT = ROOT / "tests" / "erreurs" / "_base"
EXPECTED = ROOT / "tests" / "expected"
ASOF = "2027-02-01"
PAGES = (
    "index.html",
    "actualites/compte-rendu/index.html",
    "agenda/index.html",
    "agenda/journee-de-toulouse/index.html",
    "annuaire/index.html",
    "annuaire/jeanne-martin/index.html",
    "capsules/porter-un-projet/index.html",
    "certification/jeanne-martin-intervenant-2022/index.html",
)
FILES = (
    "agenda.atom",
    "agenda.csv",
    "agenda.feed.json",
    "agenda.ics",
    "agenda.json",
    "annuaire/annuaire.csv",
    "annuaire/annuaire.json",
    "annuaire/annuaire.vcf",
    "robots.txt",
    "sitemap.xml",
)


def _without_frame(page: str) -> str:
    """Return a page without the site's header and footer, and without blank lines."""
    head, body = page.split("<body", 1)
    main = body[body.index("<main") : body.index("</main>") + len("</main>")]
    return "\n".join(line for line in f"{head}\n{main}\n".split("\n") if line.strip()) + "\n"


def test_the_small_association_is_built_as_blessed(tmp_path: Path, bless: bool) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    # The event is still to come on this day; its news item must be out.
    news = tmp_path / "content" / "actualites" / "compte-rendu.md"
    news.write_text(news.read_text("utf-8").replace("2027-02-15", "2027-01-25"), "utf-8")
    plan = Plan(ROOT, str(tmp_path / "output"), str(tmp_path / "content"), asof=ASOF)
    outcome = build(plan)
    assert outcome.exit_code is ExitCode.FINE, outcome.report
    texts = {name: (tmp_path / "output" / name).read_bytes().decode() for name in PAGES + FILES}
    written = texts | {name: _without_frame(texts[name]) for name in PAGES}
    if bless:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, text in written.items():
            target = EXPECTED / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
    blessed = {path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*.*")}
    assert blessed == set(written)
    for name, text in written.items():
        assert text == (EXPECTED / name).read_bytes().decode(), name
