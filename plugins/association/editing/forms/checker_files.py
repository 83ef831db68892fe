"""What the site holds for its checker in a browser: its code, the index of the site, its page."""

from collections.abc import Iterator
from pathlib import Path

from ...checks.public_index import as_json, public_index
from ...content.addresses import FORMS
from ...content.content_types import CONTENT_TYPES
from ...content.policy import Policy
from ...core.zone import today
from ...hosting.policies import policy_of_checker
from ...pages.context import Context
from ...pages.page import OutputFile
from .checker_libraries import archive
from .html_page import html_page

CHECKER = "verificateur"
"""The folder of what the checker runs on, in the bundle and in ``/redaction/``."""

_PLUGINS = Path(__file__).resolve().parents[3]
_PACKAGES = (_PLUGINS, _PLUGINS / "typographie" / "pelican" / "plugins")
_SUFFIXES = (".py", ".txt")
_HEAD = """\
<link rel="stylesheet" href="../verification.css">
    <script type="module" src="../page-de-verification.js"></script>"""
_BODY = """\
  <body class="page">
    <main>
      <h1>Vérifier un texte</h1>
      <p>Collez ici le fichier entier, tel qu’il est dans l’éditeur de la forge, ou
      déposez-le&nbsp;: vous lirez ce que dit «&nbsp;invoke&nbsp;verifier&nbsp;». Le texte reste
      dans votre navigateur&nbsp;; rien n’est envoyé.</p>
      <form>
        <p>
          <label for="dossier">Dossier</label>
          <select id="dossier">{folders}</select>
        </p>
        <p>
          <label for="nom">Nom du fichier</label>
          <input id="nom" value="texte-a-verifier.md" autocomplete="off" spellcheck="false">
        </p>
        <p>
          <label for="fichier">Prendre un fichier de cette machine</label>
          <input id="fichier" type="file" accept=".md,text/markdown">
        </p>
        <p>
          <label for="texte">Texte du fichier</label>
          <textarea id="texte" rows="18" spellcheck="false"></textarea>
        </p>
      </form>
      <noscript><p>La vérification a besoin de JavaScript.</p></noscript>
    </main>
  </body>"""


def checker_files(context: Context, policy: Policy, emblem: str) -> Iterator[OutputFile]:
    """Yield the checker's code, what it knows of the site, and the page where a text is pasted."""
    index = public_index(context.content, policy, today(context.asof))
    yield OutputFile(f"{FORMS}{CHECKER}/programme.zip", archive(_code()))
    yield OutputFile(f"{FORMS}{CHECKER}/site.json", as_json(index))
    folders = "".join(
        f'<option value="{folder}">{folder} ({of_type.many})</option>'
        for folder, of_type in CONTENT_TYPES.items()
    )
    title = f"Vérifier un texte – {context.settings.identity.short_name}"
    page = html_page(policy_of_checker(), title, emblem, _HEAD, _BODY.format(folders=folders))
    yield OutputFile(f"{FORMS}verifier/index.html", page)


def _code() -> Iterator[tuple[str, bytes]]:
    """Yield the modules of the checker, and the data files beside them."""
    for folder, package in zip(_PACKAGES, ("association", "typographie"), strict=True):
        for path in (folder / package).rglob("*"):
            if path.suffix in _SUFFIXES:
                yield path.relative_to(folder).as_posix(), path.read_bytes()
