"""A mail as the HTML or the text that it holds. Pure."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default

_HEAD = re.compile(
    rb"\A(?:>?From [^\n]*\n)?(?:(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|"
    rb"MIME-Version|Message-ID|X-[\w-]+|Content-Type|Reply-To|DKIM-Signature|ARC-[\w-]+):[^\n]*\n"
    rb"(?:[ \t][^\n]*\n)*){2}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mail:
    """A mail: its subject, its text, whether that is HTML, the names of its attachments."""

    subject: str
    text: str
    is_html: bool
    attached: tuple[str, ...]


def is_mail(content: bytes) -> bool:
    """Return whether bytes begin as a mail that a program saved."""
    return bool(_HEAD.match(content.replace(b"\r\n", b"\n")[:20_000]))


def mail_of(content: bytes) -> Mail:
    """Return what a saved mail says. Raises ValueError when it holds no text."""
    message = message_from_bytes(content, policy=default)
    body = message.get_body(("html", "plain"))
    try:
        text = body.get_content() if body is not None else None
    except (LookupError, ValueError):
        text = None
    if body is None or not isinstance(text, str):
        raise ValueError("no text in this mail")
    is_html = body.get_content_type() == "text/html"
    if not is_html and str(body.get_param("format", "")).lower() == "flowed":
        text = _flowed(text)
    names = tuple(str(part.get_filename() or "?") for part in message.iter_attachments())
    return Mail(str(message.get("Subject", "")).strip(), text, is_html, names)


def _flowed(text: str) -> str:
    """Join the lines that a mail program has parted (RFC 3676): all that end in a space."""
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        if goes_on and line[:1] != ">" and lines[-1][:1] != ">":
            lines[-1] += line
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(line.rstrip() if line != "-- " else line for line in lines)
