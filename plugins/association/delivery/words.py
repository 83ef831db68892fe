"""The French messages of a publication: sizes, lists, summaries, failures. Pure."""

import errno
import re
from collections.abc import Sequence

from ..problems.report import pluralize

_MOST_NAMED = 3
_SPACE = "\N{NO-BREAK SPACE}"
_WHY = {
    errno.ENOSPC: "il n’y a plus de place chez l’hébergeur",
    errno.EDQUOT: "la place louée chez l’hébergeur est épuisée",
    errno.EFBIG: "un fichier est trop gros pour l’hébergeur",
    errno.EACCES: "l’écriture y est interdite (droits du dossier)",
    errno.EPERM: "l’écriture y est interdite (droits du dossier)",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOENT: "un dossier manque (chemin mal écrit, ou disque qui n’est pas monté)",
    errno.EXDEV: "le dossier « etat » est sur un autre disque que le site",
}


def first_few(paths: Sequence[str]) -> str:
    """Return the first few paths, and how many more there are."""
    more = len(paths) - _MOST_NAMED
    return ", ".join(paths[:_MOST_NAMED]) + (f"… et {pluralize(more, 'autre')}" if more > 0 else "")


def file_size(size: int) -> str:
    """Return « 320 octets », « 12 ko » or « 1,2 Mo »: thousands, as the SI has it."""
    if size < 1000:
        return pluralize(size, "octet").replace(" ", _SPACE)
    for unit, power in (("Mo", 10**6), ("ko", 10**3)):
        if size >= power:
            value = size / power
            number = f"{value:.1f}" if value < 10 else f"{value:.0f}"
            return f"{number.replace('.', ',')}{_SPACE}{unit}"
    raise AssertionError(size)


def summary(sent: int, erased: int, same: int, size: int, seconds: float) -> str:
    """Return « 12 fichiers envoyés, 3 effacés, 286 inchangés, 1,2 Mo en 4 s. »."""
    return (
        f"{pluralize(sent, 'fichier envoyé', 'fichiers envoyés')}, {pluralize(erased, 'effacé')}, "
        f"{pluralize(same, 'inchangé')}, {file_size(size)} en {max(1, round(seconds))}{_SPACE}s."
    )


def with_french_spaces(text: str) -> str:
    """Return French text with no-break spaces before and inside punctuation."""
    text = text.replace("« ", f"«{_SPACE}").replace(" »", f"{_SPACE}»")
    text = re.sub(r"(?<=\S) (?=[:%])", _SPACE, text)
    return re.sub(r"(?<=\S) (?=[;?!])", "\N{NARROW NO-BREAK SPACE}", text)


def failure_message(error: BaseException) -> str:
    """Return why an operation on the host failed, and what to do now."""
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, EOFError | ConnectionError | TimeoutError):
        why = "la liaison avec l’hébergeur s’est interrompue"
    elif number in _WHY:
        why = _WHY[number or 0]
    else:
        why = (
            f"l’hébergeur a refusé sans dire pourquoi (« {error} ») ; le plus souvent, c’est qu’il "
            "n’y a plus de place, ou que le dossier est interdit en écriture"
        )
    return (
        f"La publication s’est arrêtée : {why}.\n"
        "Le site en ligne continue de répondre, chaque page entière. Une fois la cause réglée, "
        "relancez la même commande : elle reprend où elle en était."
    )
