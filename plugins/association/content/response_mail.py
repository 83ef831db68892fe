"""The mail that a page prepares for who answers it, or its form, and how both are read. Pure."""

from dataclasses import dataclass

PAGE, PARENT, NAME = "Page", "En réponse à", "Nom à publier"
CONSENT, TEXT = "Accord", "Texte"
"""What begins the lines of the mail."""

WORDS_OF_CONSENT = (
    "J’accepte que ce nom et ce texte paraissent sous cette page, dans le flux des réponses "
    "et dans la recherche du site."
)
# Characters: a thousand words, which is the most that the checks take.
LONGEST_TEXT = 6000


@dataclass(frozen=True)
class FieldNames:
    """The names of a form's fields; ``trap`` is one that people do not see, and leave empty."""

    page: str = "page"
    parent: str = "en_reponse_a"
    name: str = "nom"
    consent: str = "accord"
    text: str = "texte"
    trap: str = "site_web"


FIELDS = FieldNames()


def response_mail(title: str, url: str, parent: str = "") -> tuple[str, str]:
    """Return the subject and the text of the mail that answers a page at ``url``.

    ``parent`` is the file name of the response that it answers, ``""`` for the page itself. Lines
    end as mail programs expect (RFC 6068).
    """
    answered = (f"{PARENT} : {parent}",) if parent else ()
    lines = (
        f"{PAGE} : {url}",
        *answered,
        f"{NAME} : ",
        f"{CONSENT} : {WORDS_OF_CONSENT}",
        "",
        f"{TEXT} : ",
        "",
    )
    return f"Réponse à « {title} »", "\r\n".join(lines)
