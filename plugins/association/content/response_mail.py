"""The mail that a page prepares for who answers it, and the labels by which it is read. Pure."""

PAGE, PARENT, NAME = "Page", "En réponse à", "Nom à publier"
CONSENT, TEXT = "Accord", "Texte"
"""What begins the lines of the mail; a form has fields of these names."""

_AGREED = "j’accepte que ce nom et ce texte paraissent sous cette page."


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
        f"{CONSENT} : {_AGREED}",
        "",
        f"{TEXT} : ",
        "",
    )
    return f"Réponse à « {title} »", "\r\n".join(lines)
