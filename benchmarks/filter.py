"""How long the directory's filter takes to answer: ``python benchmarks/filter.py [people]``.

Builds the site with so many people (1,000 by default; those of ``corpus.py``), opens its
directory in Chromium, throttled four times, chooses each value and types some words. Prints the
median and the worst time until what was asked is painted, without the pause that typing has.
"""

import contextlib
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from corpus import ASOF, ROOT, corpus
from playwright.sync_api import sync_playwright

_SLOWER = 4
# What annuaire-vue.js waits for after a key, in milliseconds.
_PAUSE = 150
_TYPED = (
    *("jeunes", "violence", "équipe", "conflit au travail", "peur", "mar", "mairie", "école"),
    *("harcèlement en équipe", "valjean", "zzz", "équipe qui souffre depuis longtemps"),
)
_ASK = """async (words) => {
  const form = document.querySelector(".recherche-formulaire");
  const groups = document.querySelector(".recherche-groupes");
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const changed = () => new Promise((done) => {
    const seen = new MutationObserver(() => { seen.disconnect(); done(); });
    seen.observe(groups, { childList: true });
  });
  const chosen = [];
  for (const input of document.querySelectorAll(".recherche-criteres input[type=checkbox]")) {
    for (let time = 0; time < 2; time++) {
      const start = performance.now();
      input.click();
      await painted();
      chosen.push(performance.now() - start);
    }
  }
  const typed = [];
  for (const word of words) {
    const start = performance.now();
    const answer = changed();
    form.elements.texte.value = word;
    form.elements.texte.dispatchEvent(new Event("input", { bubbles: true }));
    await answer;
    await painted();
    typed.push(performance.now() - start);
  }
  return { chosen, typed };
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; give its address."""
    handler = functools.partial(_Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def built(people: int, folder: Path) -> Path:
    """Return the site of so many people."""
    content, output = corpus({"praticiens": people}, folder), folder / "output"
    command = [sys.executable, "-m", "pelican", str(content), "-s", str(ROOT / "pelicanconf.py")]
    cache = f"CACHE_PATH={json.dumps(str(folder / 'cache'))}"
    environ = os.environ | {"ASOF": ASOF}
    subprocess.run(
        [*command, "-o", str(output), "-q", "-e", cache], check=True, cwd=ROOT, env=environ
    )
    return output


def main(people: int) -> None:
    """Measure, and print."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(built(people, Path(folder))) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.goto(f"{address}/annuaire/")
        form = page.locator(".recherche-formulaire")
        form.locator("[name=texte]").fill("jeunes")
        page.wait_for_selector(".recherche-groupes .praticien")
        page.wait_for_function("document.querySelector('.recherche-compris:not(:empty)')")
        form.locator("[name=texte]").fill("")
        page.wait_for_selector(".recherche-resultats", state="hidden")
        devtools = page.context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        found = page.evaluate(_ASK, list(_TYPED))
        browser.close()
    print(f"{people:,} people, processor {_SLOWER} times slower")
    for name, pause in (("chosen", 0), ("typed", _PAUSE)):
        times = [one - pause for one in found[name]]
        print(
            f"{name}: {len(times)} times, median {median(times):.0f} ms, worst {max(times):.0f} ms"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
