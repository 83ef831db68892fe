"""A small association built whole, compared with what was read and blessed before.

``tests/expected`` holds every text that the build writes but the search index: for pages the head
and the main part, since the frame is the same on all (``test_site`` checks that). ``invoke bless``
rewrites it.
"""

import shutil
from pathlib import Path

from association.core.exit_code import ExitCode
from association.runner.build import Plan, build
from tests.built_site import ROOT

CONTENT = ROOT / "tests" / "erreurs" / "_base"
EXPECTED = ROOT / "tests" / "expected"
ASOF = "2027-02-01"
# Below it stand the many lists of the agenda and the directory, made like those above.
_DEEPEST = 2
_TEXTS = {".html", ".ics", ".vcf", ".json", ".csv", ".atom", ".xml"}


def _texts(folder: Path) -> dict[str, str]:
    """Return the texts below a folder by path, pages without their frame."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in _TEXTS and path.is_file():
            name = path.relative_to(folder).as_posix()
            if path.suffix == ".html" and name.count("/") > _DEEPEST:
                continue
            text = path.read_bytes().decode()
            found[name] = _without_frame(text) if path.suffix == ".html" else text
    return found


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
    written = {
        name: text
        for name, text in _texts(tmp_path / "output").items()
        if not name.startswith(("theme/", "pagefind/", "styles/"))
    }
    if bless:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, text in written.items():
            target = EXPECTED / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_bytes().decode()
        for path in EXPECTED.rglob("*")
        if path.is_file()
    }
    assert sorted(written) == sorted(expected)
    for name, text in written.items():
        assert text == expected[name], name
