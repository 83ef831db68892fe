"""A message that answers a page, whatever brought it: who, to what, and the words. Pure.

The prepared mail and the form label their parts (``content.response_mail``); a mail that somebody
wrote freely has none. Addresses and numbers never leave this module.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.policy import default
from html import escape
from itertools import groupby

from ...content.contacts_in_text import EMAIL_GONE, TELEPHONE_GONE, emails_in, telephones_in
from ...content.response_mail import CONSENT, FIELDS, NAME, PAGE, PARENT, TEXT
from ...core.words import slug_of
from ...core.zone import PARIS
from ..paste.mail import is_mail, mail_of
from ..paste.pasted import LARGEST, NotTakenError, decoded, is_html, of_html

# What begins a line, and what it tells: a label of the mail, or a field of the form.
_LABELS = {
    slug_of(name): label
    for label, field in (
        (PAGE, FIELDS.page),
        (PARENT, FIELDS.parent),
        (NAME, FIELDS.name),
        (CONSENT, FIELDS.consent),
        (TEXT, FIELDS.text),
        (FIELDS.trap, FIELDS.trap),
    )
    for name in (label, field)
}
_LABEL = re.compile(r"^[>*_\s]*(?P<label>[\w’' ]{3,20}?)[*_\s]*:[*_]*(?P<value>.*)$")
_LINK = re.compile(r"<(https?://[^<>\s]+)>|\[[^\]]*\]\((https?://[^()\s]+)\)")
_MAIL_LINK = re.compile(r"\[([^\[\]]*)\]\(mailto:[^()]*\)|<(?:mailto:)?([^<>\s]+@[^<>\s]+)>", re.I)
# What programs write above the message that is answered, in the languages of the site.
_QUOTED = re.compile(
    r"(?:Le|On|Am|Il|El|Op)\b.{8,200}?\b(?:a écrit|wrote|schrieb|ha scritto|escribió|schreef)\b"
    r"[^:]{0,80}:",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"-{2,} ?(?:Message d['’]origine|Message original|Original Message) ?-{2,}", re.IGNORECASE
)
_HEADER = re.compile(
    r"\s*[*_]*(?:De|From|Von|Envoyé|Sent|Date|À|A|To|An|Cc|Objet|Subject|Betreff)\b[ *_]*:", re.I
)
_FEWEST_HEADERS = 3
_SIGNATURE = re.compile(r"(?:Envoyé|Sent|Gesendet) (?:de|depuis|from|von) [^.,;]{3,40}\.?$", re.I)
_AGREED = re.compile(r"(?:j.accepte|oui|yes|on|true|1)\b", re.IGNORECASE)
_ITEM = re.compile(r"^\s*[-*•–]\s+(?=\S)")
# A program broke a line that is as long as this; a person, a shorter one.
_WRAPPED = 60


@dataclass(frozen=True)
class Message:
    """What a message says: each part as written, ``""`` where it does not tell.

    ``page`` is the address of the page, ``parent`` the name of the response that is answered,
    ``day`` that of the mail. ``agreed`` says that the words of consent are there, ``is_trap`` that
    the field which people do not see is filled in; ``left_out`` is named in French.
    """

    page: str
    parent: str
    name: str
    text: str
    day: date | None
    agreed: bool
    is_trap: bool
    left_out: tuple[str, ...]


def message(content: bytes) -> Message:
    """Return what a mail or a text says. Raises NotTakenError, in French."""
    if len(content) > LARGEST:
        raise NotTakenError("c’est trop lourd pour un message.")
    attached: tuple[str, ...] = ()
    day = None
    if is_mail(content):
        day = _day_sent(content)
        try:
            mail = mail_of(content)
        except ValueError as error:
            raise NotTakenError("ce courriel ne contient pas de texte.") from error
        text, is_marked, attached = mail.text, mail.is_html, mail.attached
    else:
        text = decoded(content)
        is_marked = is_html(text)
    if is_marked:
        text = of_html(text).markdown
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told, rest = _parted(lines)
    words, left_out = _own_words(rest)
    markdown = "\n".join(words) if is_marked else _as_markdown(words)
    safe, gone = _without_contacts(markdown)
    if attached:
        left_out = (*left_out, f"pièce jointe : {len(attached)}")
    return Message(
        page=_address(told.get(PAGE, "")),
        parent=told.get(PARENT, ""),
        name=_name(told.get(NAME, "")),
        text=safe.strip(),
        day=day,
        agreed=bool(_AGREED.match(told.get(CONSENT, ""))),
        is_trap=bool(told.get(FIELDS.trap)),
        left_out=(*left_out, *gone),
    )


def _name(written: str) -> str:
    """Return a name on one line, ``""`` for one that is an address."""
    return "" if _without_contacts(written)[1] else " ".join(written.split())


def _day_sent(content: bytes) -> date | None:
    """Return the day of a mail in Paris: all that its head tells, the name there is not chosen."""
    try:
        head = message_from_bytes(content, policy=default)["Date"]
        sent = head.datetime if head else None
    except (AttributeError, LookupError, TypeError, ValueError):
        return None
    return (sent.astimezone(PARIS) if sent.tzinfo else sent).date() if sent else None


def _label_of(line: str) -> tuple[str, str] | None:
    """Return what a line tells and its value, None for a line of the text."""
    found = _LABEL.match(line.strip())
    label = _LABELS.get(slug_of(found["label"])) if found else None
    return (label, found["value"].strip(" *_")) if found and label else None


def _parted(lines: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Return what the labelled lines tell, and the lines of the text.

    Without a label of the text, the text is what follows the other labels. Below it, only lines at
    the very end are labels: those that a form adds.
    """
    told: dict[str, str] = {}
    labels = {number: found for number, line in enumerate(lines) if (found := _label_of(line))}
    starts = [number for number, (label, _) in labels.items() if label == TEXT]
    head = range(starts[0]) if starts else _leading(lines, labels)
    pending = ""
    for number in head:
        if number in labels:
            pending, value = labels[number]
            told.setdefault(pending, value)
        elif pending and not told[pending] and lines[number].strip():
            # Some forms write a value below its name.
            told[pending] = lines[number].strip()
    body = list(lines[len(head) :])
    if starts:
        body[0] = labels[starts[0]][1]
    while body and (not body[-1].strip() or (starts and _is_added(body[-1], told))):
        if found := _label_of(body.pop()):
            told.setdefault(*found)
    return told, body


def _is_added(line: str, told: dict[str, str]) -> bool:
    """Return whether a form has added a line below the text, and nobody has written it."""
    found = _label_of(line)
    return found is not None and found[0] in (CONSENT, FIELDS.trap) and found[0] not in told


def _leading(lines: Sequence[str], labels: dict[int, tuple[str, str]]) -> range:
    """Return the lines up to the last label of those that a text begins with."""
    last = 0
    for number, line in enumerate(lines):
        if number in labels:
            last = number + 1
        elif line.strip():
            break
    return range(last)


def _own_words(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Return the lines without a signature and a message quoted below, and what was left out."""
    kept, left_out = list(lines), []
    for number in range(len(kept)):
        if _is_quoted_from(kept, number):
            kept, left_out = kept[:number], ["le message cité"]
            break
    while kept and not kept[-1].strip():
        kept.pop()
    mark = next((number for number, line in enumerate(kept) if line.rstrip("\r") == "-- "), None)
    if mark is None and kept and _SIGNATURE.match(kept[-1].strip()):
        mark = len(kept) - 1
    if mark is not None:
        kept, left_out = kept[:mark], ["la signature", *left_out]
    return kept, tuple(left_out)


def _is_quoted_from(lines: Sequence[str], number: int) -> bool:
    """Return whether the message that is answered begins at a line, and nothing else follows it."""
    if _RULE.fullmatch(lines[number].strip()):
        return True
    heads = lines[number : number + _FEWEST_HEADERS]
    if len(heads) == _FEWEST_HEADERS and all(map(_HEADER.match, heads)):
        return True
    # A program breaks what it writes above a message.
    for count in (1, 2, 3):
        told = " ".join(" ".join(lines[number : number + count]).split())
        if told.startswith(">") or _QUOTED.fullmatch(told):
            below = [line for line in lines[number + count :] if line.strip()]
            return all(line.startswith(">") for line in below)
    return False


def _as_markdown(lines: Sequence[str]) -> str:
    """Return plain lines as paragraphs and lists: what would be a mark is what was typed."""
    # The writer escapes a sign that begins a heading at the start of a paragraph alone.
    return re.sub(r"(?m)^(?=#{1,6}(?:\s|$))", r"\\", of_html(_as_html(lines)).markdown)


def _as_html(lines: Sequence[str]) -> str:
    return "".join(
        f"<ul>{''.join(map(_item, group))}</ul>"
        if is_list
        else f"<p>{''.join(map(_line, group))}</p>"
        for (is_blank, is_list), group in groupby(lines, key=_kind_of)
        if not is_blank
    )


def _kind_of(line: str) -> tuple[bool, bool]:
    """Return whether a line is blank, and whether it is an item of a list."""
    return not line.strip(), bool(_ITEM.match(line))


def _item(line: str) -> str:
    return f"<li>{escape(_ITEM.sub('', line).strip(), quote=False)}</li>"


def _line(line: str) -> str:
    return escape(line.strip(), quote=False) + (" " if len(line) >= _WRAPPED else "<br>")


def _address(value: str) -> str:
    """Return the address that a label is followed by, however a program marked it as a link."""
    found = _LINK.search(value)
    return next(filter(None, found.groups()), "") if found else value.strip("<> ")


def _without_contacts(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text whose addresses and numbers are gone, and the words for what is."""
    bare = _MAIL_LINK.sub(lambda found: found[1] or found[2], text)
    gone = []
    for said, matches, instead in (
        ("une adresse de courriel", emails_in, EMAIL_GONE),
        ("un numéro de téléphone", telephones_in, TELEPHONE_GONE),
    ):
        places = [found.span() for found in matches(bare)]
        for start, end in reversed(places):
            bare = bare[:start] + instead + bare[end:]
        if places:
            gone.append(said)
    return bare, tuple(gone)
