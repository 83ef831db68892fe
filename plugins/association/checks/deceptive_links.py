"""Links that lead elsewhere than they look: their host, or the words that show another. Pure."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from ..content.contacts_in_text import emails_in, telephones_in
from ..content.entry import AnyEntry
from ..content.policy import canonical_contact
from ..core.words import bare_letters
from ..problems.findings import Finding, Replacement, Severity, Span
from ..source.body import Link
from ..source.detours import without_detour
from ..source.frontmatter import Listing, Table, Value
from ..source.hosts import (
    Authority,
    authority,
    imitated_host,
    is_number,
    is_same_site,
    mixes_alphabets,
)
from ..source.schemes import scheme_of
from .remaining_signs import PREVIEW

# Sites whose name a deceiver borrows, for whom French associations write.
_TRUSTED = (
    *("gouv.fr", "service-public.fr", "ameli.fr", "caf.fr", "laposte.fr", "laposte.net"),
    *("labanquepostale.fr", "credit-agricole.fr", "creditmutuel.fr", "caisse-epargne.fr"),
    *("bnpparibas.fr", "societegenerale.fr", "boursorama.com", "paypal.com", "helloasso.com"),
    *("orange.fr", "free.fr", "sncf-connect.com", "doctolib.fr", "leboncoin.fr", "ovh.com"),
    *("google.com", "google.fr", "youtube.com", "facebook.com", "instagram.com", "linkedin.com"),
    *("whatsapp.com", "microsoft.com", "office.com", "live.com", "apple.com", "amazon.fr"),
    *("amazon.com", "zoom.us", "wikipedia.org", "github.com", "netflix.com", "dropbox.com"),
)
_OF_THE_STATE = ".gouv.fr"
_SHOWN = re.compile(r"(?:https?://|www\.)[^\s()<>«»]+", re.IGNORECASE)
_BARE = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?P<last>[^\W\d_]{2,24})(?:[/?#]\S*)?", re.I)
_FILES = frozenset(("pdf", "doc", "docx", "odt", "ods", "xls", "xlsx", "ppt", "pptx", "odp"))
_FILES |= frozenset(("jpg", "jpeg", "png", "svg", "gif", "webp", "md", "txt", "csv", "html", "htm"))
_FILES |= frozenset(("ics", "vcf", "zip", "mp3", "mp4", "js", "php", "py", "json", "xml", "yml"))
_IN_FIELD = re.compile(r"https?:[/\\]*[^\s<>\"]+", re.IGNORECASE)
_MAILBOX = re.compile(r"[\w.+-]+")


def deceptive_links(entry: AnyEntry, own_hosts: tuple[str, ...]) -> Iterator[Finding]:
    """Find the addresses of an entry that pass for others, and the words that show another.

    ``own_hosts`` are the association's.
    """
    trusted = (*own_hosts, *_TRUSTED)
    for link in entry.body.links:
        span = entry.span(link.target_place)
        found = list(_of_address(link.target, span, trusted))
        if not found and not link.is_bare and not link.is_picture:
            found = list(_of_words(link, entry, trusted))
        yield from found
    for span, address in _addresses_of_fields(entry.front.table):
        yield from _of_address(address, span, trusted)


def _addresses_of_fields(value: Value) -> Iterator[tuple[Span, str]]:
    if isinstance(value, Table):
        for inner in value.values.values():
            yield from _addresses_of_fields(inner)
    elif isinstance(value, Listing):
        for item in value.items:
            yield from _addresses_of_fields(item)
    else:
        for found in _IN_FIELD.finditer(value.value):
            yield value.span, found[0]


def _of_address(address: str, span: Span, trusted: tuple[str, ...]) -> Iterator[Finding]:
    """Find what makes one address pass for another."""
    answers = authority(address)
    if answers is None:
        return
    if answers.user:
        yield _with_a_user(address, answers, span)
    elif is_number(answers.host) and not PREVIEW.match(address):
        yield _deceptive(
            span,
            f"« {answers.host} » est un numéro de machine : personne n’y lit chez qui il va",
            "écrivez le nom du site",
        )
    elif mixes_alphabets(answers.host):
        yield _deceptive(
            span,
            f"ce nom de site mêle les lettres de plusieurs alphabets : « {answers.host} »",
            "retapez l’adresse au clavier, ou copiez-la depuis le site lui-même",
        )
    elif imitated := imitated_host(answers.host, trusted):
        yield _deceptive(
            span,
            f"« {answers.host} » se lit comme « {imitated} » et n’est pas ce site",
            f"si c’est {imitated} que vous vouliez, écrivez son adresse ; sinon retirez ce lien",
        )


def _with_a_user(address: str, answers: Authority, span: Span) -> Finding:
    mail = f"{answers.user}@{answers.host}"
    rest = address.rpartition("@")[2][len(answers.host) :].strip("/")
    is_mail = not rest and _MAILBOX.fullmatch(answers.user)
    return _deceptive(
        span,
        f"ce qui précède « @ » n’est pas le site : ce lien mène à « {answers.host} »",
        f"si c’est une adresse de courriel, écrivez mailto:{mail} ; sinon https://{answers.host}/"
        if is_mail
        else f"écrivez https://{answers.host}/{rest}, si c’est bien là qu’il doit mener",
    )


def _of_words(link: Link, entry: AnyEntry, trusted: tuple[str, ...]) -> Iterator[Finding]:
    """Find words that show another host, mailbox or number than the one that the link leads to."""
    scheme = scheme_of(link.target)
    if scheme in ("mailto", "tel"):
        yield from _of_contact(link, entry, scheme)
        return
    # A service that is known to lead on is told for itself.
    answers = authority(without_detour(link.target))
    is_bare_name = not _SHOWN.search(link.words)
    shown = [found.host for found in map(authority, _shown_in(link.words)) if found]
    others = [host for host in shown if answers and not _shows(host, answers.host)]
    if answers is None or not others or len(others) < len(shown):
        return
    is_trusted = any(_is_within(others[0], site) for site in trusted)
    span = entry.span(link.target_place)
    wrapped = _wrapped_address(link.target, others[0])
    yield _deceptive(
        span,
        f"les mots de ce lien montrent « {others[0]} », et il mène à « {answers.host} »",
        f"écrivez {wrapped}" if wrapped else "corrigez l’adresse, ou dites en mots où mène ce lien",
        replacements=(Replacement(span, wrapped),) if wrapped else (),
        # « d.school » is a name first: it need not be an address, unless many know it for one.
        severity=Severity.ADVICE if is_bare_name and not is_trusted else Severity.ERROR,
    )


def _shows(shown: str, host: str) -> bool:
    """Return whether words show a host: a name keeps its accents, « Réfugiés.info ».

    The State moves its sites to a domain where nobody else has one: « service-public.fr ».
    """
    of_the_state = host.removesuffix(_OF_THE_STATE)
    is_moved = of_the_state != host and shown.split(".")[-2:][0] in of_the_state.split(".")
    return is_moved or is_same_site(shown, host) or is_same_site(bare_letters(shown), host)


def _is_within(host: str, site: str) -> bool:
    return f".{host}".endswith(f".{site}")


def _shown_in(words: str) -> list[str]:
    """Return the addresses of sites that words show, each with its scheme."""
    found = [one.rstrip(".,;:!?") for one in _SHOWN.findall(words)]
    bare = _BARE.fullmatch(words.strip())
    # « M.Valjean » is a person.
    is_name = bare is None or bare["last"][1:].islower() != bare["last"].islower()
    if not found and bare and not is_name and bare["last"].lower() not in _FILES:
        found = [words.strip()]
    return [one if re.match("https?:", one, re.IGNORECASE) else f"https://{one}" for one in found]


def _wrapped_address(address: str, host: str) -> str:
    """Return the address at a host that a service hides in its own, ``""`` where it hides none."""
    try:
        values = [value for _, value in parse_qsl(urlsplit(address).query)]
    except ValueError:
        return ""
    return next((value for value in values if _leads_to(value, host)), "")


def _leads_to(address: str, host: str) -> bool:
    answers = authority(address)
    return bool(answers and not answers.user and is_same_site(answers.host, host))


def _of_contact(link: Link, entry: AnyEntry, scheme: str) -> Iterator[Finding]:
    look = emails_in if scheme == "mailto" else telephones_in
    shown = [found[0].strip() for found in look(link.words)]
    reached = link.target.partition(":")[2].partition("?")[0]
    # RFC 6068: a message may go to several mailboxes.
    targets = {canonical_contact(unquote(one).strip()) for one in reached.split(",")}
    if shown and reached and targets.isdisjoint(map(canonical_contact, shown)):
        yield _deceptive(
            entry.span(link.target_place),
            f"les mots de ce lien montrent « {shown[0]} », et il mène à « {reached} »",
            "corrigez l’un ou l’autre",
        )


def _deceptive(
    span: Span,
    message: str,
    fix: str,
    replacements: tuple[Replacement, ...] = (),
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(
        span, "lien-trompeur", message, fix, severity=severity, replacements=replacements
    )
