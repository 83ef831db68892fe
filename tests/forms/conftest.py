"""The forms as a browser gets them, on a repository that lives in the browser's own storage."""

import base64
import functools
import http.server
import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from association.commands.forms import add_libraries
from association.content.forge import Forge
from association.content.policy import USUAL
from association.editing.forms.site_files import forms_files
from tests.builders import with_settings
from tests.built_site import ROOT
from tests.calendar_context import shipped_context
from tests.forge import REPOSITORY
from tests.forge import Forge as ServedForge
from tests.programs import missing, need, need_npm

SOURCES = ROOT / "tools" / "redaction"
# The folder of the program's test back end, at the top of the origin's private files.
_REPOSITORY = "sveltia-cms-test"
PATIENCE = 240_000
"""Milliseconds, for what a browser does while Python starts in it."""
_LAY = """async ([repository, files]) => {
  const storage = await navigator.storage.getDirectory();
  const top = await storage.getDirectoryHandle(repository, { create: true });
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/");
    const name = steps.pop();
    let folder = top;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
    await file.close();
  }
}"""
_TAKE = """async (repository) => {
  const found = {};
  const walk = async (folder, above) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${above}${name}/`);
      else {
        const content = await (await handle.getFile()).arrayBuffer();
        found[above + name] = new Uint8Array(content).toBase64();
      }
    }
  };
  const storage = await navigator.storage.getDirectory();
  await walk(await storage.getDirectoryHandle(repository), "");
  return found;
}"""


@pytest.fixture(scope="session")
def package() -> Path:
    """The npm package of the forms. Without it its tests are skipped, unless CI is set."""
    return need_npm("tools/redaction", "@sveltia/cms")


@pytest.fixture(scope="session")
def bundle(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of the forms, bundled."""
    made = tmp_path_factory.mktemp("redaction") / "bundle"
    node = need("node", "apt install nodejs")
    subprocess.run([node, str(SOURCES / "bundle.mjs"), str(made)], check=True)
    try:
        add_libraries(ROOT, made)
    except OSError as error:
        missing(f"pydantic-core for Pyodide ({error})", "invoke redaction")
    return made


@contextmanager
def _served(bundle: Path, folder: Path, forge: Forge | None = None) -> Iterator[str]:
    """Serve the forms of the site in ``folder``; without a forge, with their test back end."""
    context = shipped_context(folder, "2026-11-21T12:00")
    made = with_settings(context, has_forms=True, forge=forge)
    for file in forms_files(made, USUAL, bundle):
        path = folder / "site" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    if forge is None:
        settings = folder / "site" / "redaction" / "configuration.json"
        asked = json.loads(settings.read_text("utf-8")) | {"backend": {"name": "test-repo"}}
        settings.write_text(json.dumps(asked), "utf-8")
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/redaction/"
        server.shutdown()


@pytest.fixture(scope="session")
def forms(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the forms, served with their test back end."""
    with _served(bundle, tmp_path_factory.mktemp("forms")) as address:
        yield address


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


class Desk:
    """Somebody at the forms: a browser's page, and the repository it writes to."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address = page, address
        # The checker's Python starts beside the program, on the same processors.
        page.set_default_timeout(PATIENCE)
        self.asked: list[str] = []
        self.troubles: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        # Pictures of the theme are not served here.
        if message.type == "error" and "404" not in message.text:
            self.troubles.append(message.text)

    def sit_down(self, files: dict[str, bytes]) -> None:
        """Lay the files into the repository and open it."""
        texts = {path: base64.b64encode(content).decode() for path, content in files.items()}
        self.page.goto(f"{self.address}configuration.json")
        self.page.evaluate(_LAY, [_REPOSITORY, texts])
        self.page.goto(self.address)
        self.page.get_by_role("button", name="Travailler avec un dépôt de test").click()
        self.come_in()

    def sign_in(self, token: str) -> None:
        """Sign in to the forge with an access token."""
        self.page.goto(self.address)
        self.give_token(token)
        self.come_in()

    def give_token(self, token: str) -> None:
        """Give an access token to the page that asks who is there."""
        self.page.get_by_role("button", name="Se connecter avec un jeton d’accès").click()
        self.page.get_by_role("textbox", name="Jeton d’accès personnel").fill(token)
        self.page.get_by_role("button", name="Se connecter", exact=True).click()

    def come_in(self) -> None:
        """Wait until the program has read the repository."""
        self.page.get_by_text("Vous consultez maintenant").wait_for(state="attached")

    def come_back(self) -> None:
        """Open the forms again, still signed in."""
        self.page.goto("about:blank")
        self.page.goto(self.address)
        self.come_in()

    def hears(self, words: str) -> None:
        """Wait until the panel says this."""
        self.page.locator("#suivi summary").get_by_text(words).wait_for()

    def go(self, place: str) -> None:
        """Open a place of the program: « collections/agenda »."""
        self.page.goto(f"{self.address}#/{place}")

    def open(self, folder: str, slug: str) -> None:
        """Open the form of a file."""
        self.go(f"collections/{folder}/entries/{slug}")
        self.page.get_by_role("button", name="Enregistrer", exact=True).wait_for()

    def write(self, label: str, text: str) -> None:
        """Fill the first field of this name."""
        self.page.get_by_role("textbox", name=label, exact=True).first.fill(text)

    def save(self) -> None:
        """Save; the program then goes back to the list."""
        self.page.get_by_role("button", name="Enregistrer", exact=True).click()
        self.page.wait_for_url(lambda url: "/entries/" not in url and "/new" not in url)

    def files(self) -> dict[str, bytes]:
        """Return what the repository holds."""
        found: dict[str, str] = self.page.evaluate(_TAKE, _REPOSITORY)
        return {path: base64.b64decode(content) for path, content in found.items()}


@pytest.fixture
def desk(browser: Any, forms: str) -> Iterator[Callable[[dict[str, bytes]], Desk]]:
    """Sit somebody down at the forms over these files."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 1600})

    def sit(files: dict[str, bytes]) -> Desk:
        somebody = Desk(context.new_page(), forms)
        somebody.sit_down(files)
        return somebody

    yield sit
    context.close()


@pytest.fixture
def editor(browser: Any, bundle: Path, tmp_path: Path) -> Iterator[Callable[[ServedForge], Desk]]:
    """Sit somebody down at the forms of a forge on loopback, signed in to nothing yet."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 1000})
    with ExitStack() as stack:

        def sit(served: ServedForge) -> Desk:
            forge = Forge("forgejo", served.url, REPOSITORY)
            address = stack.enter_context(_served(bundle, tmp_path / "forms", forge))
            return Desk(context.new_page(), address)

        yield sit
    context.close()
