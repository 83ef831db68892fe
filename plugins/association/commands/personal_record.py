"""``invoke mes-donnees``: writes all that the site says of somebody, for that person to sign.

What that is, is ``people.personal_record``'s; here are the words and the file written.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment

from ..content.french_dates import day_in_words
from ..content.policy import policy_of_file
from ..core.atomic_write import replace_file
from ..core.exit_code import ExitCode
from ..people import personal_record as records
from .withdraw import addresses, content_of_day

_SETTINGS = "pelicanconf.py"
_TEMPLATE = Path(records.__file__).with_suffix(".html")


def main(
    root: Path,
    slug: str,
    *,
    say: Callable[[str], None] = print,
    environ: Mapping[str, str] = os.environ,
) -> ExitCode:
    """Write « mes-donnees-SLUG.html » into the project's folder, which git ignores.

    Returns FINE, or USAGE when there is no such profile or the day cannot be read.
    """
    try:
        content, day = content_of_day(root, slug, environ)
    except ValueError as error:
        say(str(error))
        return ExitCode.USAGE
    record = records.personal_record(content, slug, policy_of_file(root / _SETTINGS), day)
    template = Environment(autoescape=True).from_string(_TEMPLATE.read_text("utf-8"))
    page = template.render(
        record=record,
        day=day_in_words(day),
        consent=day_in_words(record.consent),
        confirmed=day_in_words(record.confirmed),
        until=day_in_words(record.until),
        addresses=list(addresses(slug, content)),
    )
    path = root / f"mes-donnees-{slug}.html"
    replace_file(path, page.encode())
    say(
        f"C’est écrit dans {path.name} : ouvrez ce fichier, imprimez-le ou envoyez-le à cette "
        "personne, puis effacez-le.\nIl contient ses données : il n’entre ni dans le dépôt ni sur "
        "le site."
    )
    return ExitCode.FINE
