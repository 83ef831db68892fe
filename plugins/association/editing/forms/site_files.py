"""What the site holds at ``/redaction/``: the page, its configuration, the bundled program.

Only where the settings ask, never by default. Reads the bundle that ``invoke redaction`` made.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...content.addresses import FORMS
from ...content.forge import SETTING as FORGE
from ...content.forge import Forge
from ...content.policy import Policy
from ...hosting.policies import policy_of_forms
from ...pages.context import Context
from ...pages.page import OutputFile
from .checker_files import CHECKER, checker_files
from .checker_libraries import ARCHIVE
from .configuration import Front, configuration
from .html_page import html_page

SETTING = "REDACTION"
_EMBLEM = "images/favicon.svg"
_BODY = """\
  <body>
    <noscript><p>Le formulaire de rédaction a besoin de JavaScript.</p></noscript>
  </body>"""


def bundle_of(settings: Mapping[str, object]) -> Path | None:
    """Return the folder of the bundled program, None when the settings ask for no forms.

    Raises ValueError in French when they do and the forms cannot be there.
    """
    if not settings.get(SETTING):
        return None
    if settings["PRODUCTION"] and not settings.get(FORGE):
        raise ValueError(f"{SETTING} : le formulaire du site public demande une forge ({FORGE})")
    bundle = Path(str(settings["CACHE_PATH"])) / BUNDLE
    if not all((bundle / file).is_file() for file in (ENTRY, f"{CHECKER}/{ARCHIVE}")):
        raise ValueError(f"{SETTING} : préparez d’abord le formulaire avec « invoke redaction »")
    return bundle


def forms_files(context: Context, policy: Policy, bundle: Path) -> Iterator[OutputFile]:
    """Yield every file of the forms; ``policy`` is that which their checker holds texts to."""
    addresses, name = context.addresses, context.settings.identity.short_name
    emblem = addresses.href(f"theme/{context.settings.theme.get(_EMBLEM, _EMBLEM)}")
    front = Front(name, addresses.absolute(""), emblem)
    words = context.content.vocabulary
    written = json.dumps(
        configuration(words, context.settings.forge, front), ensure_ascii=False, indent=1
    )
    policy_of_page = policy_of_forms(_hosts(context.settings.forge))
    script = f'<script type="module" src="{ENTRY}"></script>'
    page = html_page(policy_of_page, f"Rédaction – {name}", emblem, script, _BODY)
    yield OutputFile(f"{FORMS}index.html", page)
    yield OutputFile(f"{FORMS}configuration.json", written.encode())
    yield from checker_files(context, policy, emblem)
    for file in sorted(path for path in bundle.rglob("*") if path.is_file()):
        yield OutputFile(f"{FORMS}{file.relative_to(bundle).as_posix()}", file.read_bytes())


def _hosts(forge: Forge | None) -> tuple[str, ...]:
    """Return the origins of the forge: GitHub has one for programs and one for portraits."""
    if forge is None:
        return ()
    if forge.address == "https://github.com":
        return "https://api.github.com", "https://avatars.githubusercontent.com"
    return (forge.origin,)


BUNDLE = "redaction"
"""The folder of the bundle, in the project's ``.cache``."""


ENTRY = "redaction.js"
