"""A project that Pelican really builds in a fraction of a second, for tests of building.

Its settings stand in for the generator's side of a build: one page a Markdown file, a report at
RAPPORT. Words in the files command it: ERREUR is a content error, CONSEIL an advice, PANNE a crash,
REFUS a refusal, MUET a forgotten report, MENSONGE a failure without a problem.
"""

from pathlib import Path

SETTINGS = """
import json, os, sys, types
from pathlib import Path
from pelican import signals

SITENAME, SITEURL, TIMEZONE = "Essai", "", "Europe/Paris"
DIRECT_TEMPLATES, ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = [], [], [], []
THEME = "simple"
AUTHOR_SAVE_AS = TAG_SAVE_AS = CATEGORY_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
CACHE_CONTENT, LOAD_CONTENT_CACHE = False, False


def problem(name, severity):
    text = f"{severity}[essai] : <un> mot de trop\\n --> content/{name}:1:1"
    return {"severity": severity, "text": text, "key": text}


def build(pelican):
    out = Path(pelican.output_path)
    sources = sorted(Path(pelican.path).glob("*.md"))
    texts = {source.stem: source.read_text(encoding="utf-8") for source in sources}
    everything = "".join(texts.values())
    if "REFUS" in everything:
        print("\\nCe jour n’existe pas.", file=sys.stderr)
        sys.exit(2)
    if "PANNE" in everything:
        raise RuntimeError("a bug of ours")
    problems = [problem(f"{name}.md", severity) for name, text in texts.items()
                for word, severity in [("ERREUR", "erreur"), ("CONSEIL", "conseil")]
                if word in text]
    failed = any(one["severity"] == "erreur" for one in problems)
    verdict = f"{len(texts)} fichiers vérifiés" + (", 1 erreur dans 1 fichier." if failed
                                                   else ", aucune erreur.")
    if "MENSONGE" in everything:
        failed = True
    report = {"problems": problems, "pages": {"pages": len(texts)},
              "page_count": len(texts), "verdict": verdict, "next_change": os.environ.get("DUE")}
    if "MUET" not in everything:
        Path(os.environ["RAPPORT"]).write_text(json.dumps(report), encoding="utf-8")
    if failed:
        sys.exit(1)
    asked = " ".join(f"{name}={os.environ.get(name)}" for name in ("ASOF", "BROUILLONS"))
    for name, text in texts.items():
        page = out / ("index.html" if name == "index" else f"{name}/index.html")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<html><body><p>{text}</p><p>{asked}</p></body></html>", encoding="utf-8")
        page.chmod(0o600)


def register():
    signals.finalized.connect(build)


PLUGINS = [types.SimpleNamespace(__name__="stub", register=register)]
"""


def stub_project(root: Path, **texts: str) -> Path:
    """Write a project with one content file for each text, and return its root."""
    (root / "content").mkdir(parents=True)
    (root / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    for name, text in {"index": "Bonjour", **texts}.items():
        write(root, name, text)
    return root


def write(root: Path, name: str, text: str) -> None:
    """Write or change one content file, in one step as editors' programs do."""
    draft = root / f"{name}.md.tmp"
    draft.write_text(text, encoding="utf-8")
    draft.replace(root / "content" / f"{name}.md")
