"""Say on the forge what came of a change, in the editor's words: for workflows.

    python3 -m tools.verdict proposition|publication|apercu --reussi success [--qualite FILE]
        [--page FILE] [--adresse URL]

``--reussi`` is how the job ended, as the forge says it. ``--qualite`` is the report and ``--page``
the page that « invoke verifier » wrote, when it came that far; ``--adresse`` is where the preview
or the site is. The environment gives the rest: ``COMMIT``, ``PROPOSITION`` (its number),
``EXECUTION`` (the address of the run), ``SECRETARIAT_FORGE`` (whom to tell, « @nom ») and
``FORGE_JETON``. Exits with 0 whatever the forge answers: a verdict that cannot be told is printed,
and must not become one.
"""

import argparse
import json
import os
import sys
import urllib.error
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.forge_api import ForgeApi, forge_api

CONTEXTS = {"proposition": "Vérification", "publication": "Publication", "apercu": "Aperçu"}
"""What each verdict is called on a commit; the panel of the forms knows them by these names."""

_LONGEST = 140
_MARK = "<!-- verdict : {} -->"
_ALERT = "Le site n’est pas à jour"


@dataclass(frozen=True)
class Verdict:
    """What came of a change: ``kind`` is a key of ``CONTEXTS``, ``says`` one line in French.

    ``page`` is the whole verification in Markdown, ``""`` where there is none.
    """

    kind: str
    succeeded: bool
    says: str
    page: str = ""


def verdict(kind: str, ended: str, quality: str = "", page: str = "", address: str = "") -> Verdict:
    """Return the verdict of a job that ended so, from what the verification wrote."""
    succeeded = ended == "success"
    done = {"proposition": "vérifié", "publication": "en ligne", "apercu": "à voir"}[kind]
    if succeeded:
        says = f"{done} : {address}" if address else done
    else:
        says = _refusal(quality) or "refusé : le site n’a pas pu être construit ou envoyé"
    return Verdict(kind, succeeded, _cut(says), page)


def _refusal(quality: str) -> str:
    """Return the first error of a code-quality report, ``""`` where it has none."""
    errors = [one for one in json.loads(quality or "[]") if one["severity"] == "major"]
    if not errors:
        return ""
    place = errors[0]["location"]
    more = f" (et {len(errors) - 1} de plus)" if len(errors) > 1 else ""
    where = f"{place['path']}, ligne {place['lines']['begin']}"
    return f"refusé{more} : {where} : {errors[0]['description']}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _set_status(api: ForgeApi, told: Verdict, environ: Mapping[str, str], address: str) -> None:
    """Set the verdict on the commit."""
    url = (address if told.succeeded else "") or environ.get("EXECUTION", "")
    context = CONTEXTS[told.kind]
    api.set_status(environ["COMMIT"], context, told.says, url, succeeded=told.succeeded)


def _comment_proposals(
    api: ForgeApi, told: Verdict, environ: Mapping[str, str], _address: str
) -> None:
    """Say it in the proposal that is verified, or in those that brought what is published."""
    numbers = []
    if told.kind == "publication":
        numbers = api.proposals_of(environ["COMMIT"])
    elif told.kind == "proposition" and environ.get("PROPOSITION"):
        numbers = [int(environ["PROPOSITION"])]
    for number in numbers:
        _comment(api, number, told, environ.get("EXECUTION", ""))


def _comment(api: ForgeApi, number: int, told: Verdict, run: str) -> None:
    """Say it in a proposal, once; what is well is said there only after what was not."""
    mark = _MARK.format(told.kind)
    before = next((one for one in api.comments(number) if one.text.startswith(mark)), None)
    if told.succeeded and told.kind == "proposition" and before is None:
        return
    text = f"{mark}\n{_sentence(told, run)}"
    if before is None or before.text != text:
        api.write_comment(number, text, before)


def _sentence(told: Verdict, run: str) -> str:
    headline = f"{'✅' if told.succeeded else '❌'} {told.says[:1].upper()}{told.says[1:]}"
    more = told.page if not told.succeeded else ""
    link = f"[Le journal de la vérification]({run})" if run and not told.succeeded else ""
    return "\n\n".join(filter(None, (headline, more, link)))


def _alert(api: ForgeApi, told: Verdict, environ: Mapping[str, str], _address: str) -> None:
    """Tell the secretariat once that the site is not up to date, and once that it is again."""
    if told.kind != "publication":
        return
    open_ones = api.open_issues(_ALERT)
    if told.succeeded:
        for number in open_ones:
            api.close_issue(number, "✅ Le site est de nouveau à jour.")
    elif not open_ones:
        names = [name.lstrip("@") for name in environ.get("SECRETARIAT_FORGE", "").split()]
        intro = (
            f"{' '.join(f'@{name}' for name in names)} "
            "Ce qui a été accepté n’a pas pu être publié : les visiteurs voient la version d’avant."
        ).strip()
        text = f"{intro}\n\n{_sentence(told, environ.get('EXECUTION', ''))}"
        api.open_issue(_ALERT, text, names)


def main(arguments: list[str], environ: Mapping[str, str]) -> int:
    """Tell the forge the verdict that ``arguments`` and the files they name make; return 0."""
    parser = argparse.ArgumentParser(description="Dit à la forge ce que devient un changement.")
    parser.add_argument("quoi", choices=sorted(CONTEXTS))
    parser.add_argument("--reussi", required=True, help="comment le travail a fini : success, …")
    parser.add_argument("--qualite", default="", help="le rapport de « invoke verifier »")
    parser.add_argument("--page", default="", help="la page en Markdown de « invoke verifier »")
    parser.add_argument("--adresse", default="", help="où se voit l’aperçu, ou le site")
    asked = parser.parse_args(arguments)
    told = verdict(asked.quoi, asked.reussi, _read(asked.qualite), _read(asked.page), asked.adresse)
    print(told.says)
    api = forge_api(environ)
    if api is None:
        print("Sans jeton (FORGE_JETON), la forge ne le dit que par le journal.")
        return 0
    for act in (_set_status, _comment_proposals, _alert):
        try:
            act(api, told, environ, asked.adresse)
        except urllib.error.URLError as error:
            # A proposal from a copy of the repository has no right to write here.
            print(f"La forge n’a pas tout pris du verdict ({error}).")
    return 0


def _read(name: str) -> str:
    path = Path(name)
    return path.read_text("utf-8") if name and path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
