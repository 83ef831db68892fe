"""What the preview adds to a page: the problems in the terminal's words, the day being shown.

Pure: HTML in and out. How it looks and reloads is in ``client``.
"""

from datetime import datetime
from html import escape

from ...content.french_dates import day_in_words
from ...core.exit_code import ExitCode
from ...problems.report import pluralize
from ..build import Outcome

CLIENT = "/__serve/"


def panel(outcome: Outcome, asof: str = "") -> str:
    """Return the panel's HTML: ``""`` when all is well and the day shown is today.

    ``outcome`` is that of the last build, ``asof`` the ISO day or instant asked for, if any.
    """
    # A refused plan may hold a day that is none.
    refused = outcome.exit_code is ExitCode.USAGE
    return (_day(asof) if asof and not refused else "") + _problems(outcome)


def _problems(outcome: Outcome) -> str:
    """Return what the last build complained of, folded when it is only advice."""
    texts = _texts(outcome)
    if not texts:
        return ""
    unfolded = "" if outcome.is_success else " open"
    return (
        f'<details class="problemes"{unfolded}><summary>{escape(_title(outcome))}</summary>'
        f'<div class="textes" tabindex="0">{texts}</div></details>'
    )


def _texts(outcome: Outcome) -> str:
    """Return excerpts as they are in the terminal, and sentences as paragraphs that wrap."""
    report = outcome.report
    excerpts = [problem.text for problem in report.problems] if report else []
    sentences = ([report.verdict] if excerpts else []) if report else outcome.trouble.splitlines()
    return "".join(f"<pre>{escape(text)}</pre>" for text in excerpts) + "".join(
        f"<p>{escape(sentence)}</p>" for sentence in sentences
    )


def _title(outcome: Outcome) -> str:
    """Return the line that stays when the panel is folded."""
    if outcome.report is None:
        return "La dernière construction n’a pas abouti"
    if outcome.is_success:
        return pluralize(len(outcome.report.problems), "remarque")
    return f"{pluralize(len(outcome.report.errors), 'erreur')} : le site n’est plus à jour"


def _day(asof: str) -> str:
    """Return the line that says which day the site is shown at."""
    day = day_in_words(datetime.fromisoformat(asof).date(), weekday=True)
    return f'<p class="jour">Site à la date du {escape(day)}</p>'


def with_client(page: bytes, version: str) -> bytes:
    """Return the HTML page with the preview's script before the end of its body."""
    script = f'<script src="{CLIENT}reload.js" data-version="{escape(version)}"></script>'.encode()
    end = page.lower().rfind(b"</body>")
    if end < 0:
        return page + script
    return page[:end] + script + page[end:]


def no_site_page(shown: str) -> bytes:
    """Return the page that stands for the site while there is none; ``shown`` is a panel."""
    body = shown or "<p>Le site se construit : cette page s’actualisera d’elle-même.</p>"
    return (
        '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Aperçu du site</title>\n"
        f'<link rel="stylesheet" href="{CLIENT}panel.css">\n</head>\n'
        f'<body class="seul">\n<main>\n<h1>Le site n’est pas encore là</h1>\n{body}\n</main>\n'
        "</body>\n</html>\n"
    ).encode()
