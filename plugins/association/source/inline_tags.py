"""What is wrong with the tags of HTML within a line, and what Markdown has for them. Pure."""

import re
from collections.abc import Iterator

from ..core.words import slug_of
from ..problems.findings import Finding, Replacement, Span
from .prose_line import Line
from .schemes import is_admitted, scheme_of
from .tags import TAGS, has_plain_attributes

_TAG = re.compile(r"(?<!<)<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^<>]*)>?")
_COMMENT = re.compile(r"<!--(?:.*?-->)?")
# What the tags of other programs say, in Markdown; what only dresses words leaves them bare.
_IN_MARKDOWN = {
    "strong": "**{}**",
    "em": "*{}*",
    "mark": "**{}**",
    "s": "<del>{}</del>",
    "strike": "<del>{}</del>",
    "code": "`{}`",
    "tt": "`{}`",
    "u": "{}",
    "font": "{}",
    "big": "{}",
    "small": "{}",
    "o:p": "{}",
}
_PAIR = re.compile(
    rf"<(?P<name>a|span|{'|'.join(_IN_MARKDOWN)})(?P<rest>\s[^<>]*)?>(?P<words>[^<>]*)</(?P=name)>"
)
_HREF = re.compile(r"href=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
# Comments that programs leave, and nobody wrote.
_OF_PROGRAMS = re.compile(r"<!--\s*(?:/?wp:|more\b|StartFragment|EndFragment|\[if |nextpage)")
# What brings another site into the page.
_EMBEDDING = {"audio", "embed", "iframe", "object", "source", "video"}


def name_on_the_site(address: str) -> str:
    """Return the name that a picture from elsewhere would have on the site."""
    name = re.split(r"[\\/]", address.partition("?")[0])[-1]
    stem, _, ending = name.rpartition(".")
    return f"{slug_of(stem)}.{ending.lower()}" if slug_of(stem) else "salle.jpg"


def tag_findings(line: Line) -> Iterator[Finding]:
    """Yield what is wrong with the tags and comments of a line."""
    for comment in _COMMENT.finditer(line.prose):
        span = line.span(comment.start(), comment.end())
        yield Finding(
            span,
            "balise",
            "un commentaire caché resterait lisible dans la page",
            "effacez-le : une note se garde ailleurs",
            replacements=(Replacement(span, ""),) if _OF_PROGRAMS.match(comment[0]) else (),
        )
    mended: list[tuple[int, int]] = []
    for pair in _PAIR.finditer(line.prose):
        if (meant := _in_markdown(pair, line)) is not None:
            mended.append(pair.span())
            span = line.span(*pair.span())
            yield Finding(
                span,
                "balise",
                f"la balise « {pair['name']} » n’est pas admise dans un texte",
                f"écrivez « {meant.strip()} »" if meant.strip() else "effacez-la",
                replacements=(Replacement(span, meant),),
            )
    for tag in _TAG.finditer(line.prose):
        if not any(start <= tag.start() < end for start, end in mended):
            yield from _of_tag(tag, line)


def _in_markdown(pair: re.Match[str], line: Line) -> str | None:
    """Return words between two tags as Markdown, None where these are admitted or lead nowhere."""
    name, rest = pair["name"].lower(), pair["rest"] or ""
    if name in TAGS and has_plain_attributes(rest):
        return None
    words = line.text[pair.start("words") : pair.end("words")]
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    inner = words.strip()
    if name == "a":
        address = _HREF.search(rest)
        target = next(filter(None, address.groups()), "") if address else ""
        if not target or not is_admitted(target) or not scheme_of(target):
            return None
        return f"{before}[{inner}]({target}){after}" if inner else ""
    if name == "span":
        mark = "**" if re.search(r"font-weight:\s*(?:bold|[6-9]00)", rest) else ""
        mark = mark or ("*" if re.search(r"font-style:\s*italic", rest) else "")
        form = f"{mark}{{}}{mark}"
    else:
        form = _IN_MARKDOWN[name]
    return f"{before}{form.format(inner)}{after}" if inner else words


def _of_tag(tag: re.Match[str], line: Line) -> Iterator[Finding]:
    name, rest = tag["name"].lower(), tag["rest"]
    if rest[:1] in {":", "@", "."} or (tag["close"] and f"<{name}" in line.prose.lower()):
        return
    if name in TAGS and has_plain_attributes(rest):
        return
    # « a<c » compares.
    if not tag[0].endswith(">") and line.prose[: tag.start()][-1:].isalnum():
        return
    span = line.span(tag.start(), tag.end())
    if name in _EMBEDDING:
        yield _embedded(span, name)
        return
    what = "les attributs de la balise" if name in TAGS else "la balise"
    are = "ne sont pas admis" if name in TAGS else "n’est pas admise"
    yield Finding(
        span,
        "balise",
        f"{what} « {name} » {are} dans un texte",
        _instead_of(name, rest),
    )


def _instead_of(name: str, rest: str) -> str:
    if name in {"details", "summary"}:
        return "écrivez « /// details | Titre » avant ce qui se déplie, « /// » après"
    source = re.search(r"src=[\"']?([^\"'\s>]+)", rest) if name == "img" else None
    if source:
        words = re.search(r"alt=\"([^\"]*)\"", rest)
        file = name_on_the_site(source[1])
        shown = f"![{words[1] if words else '…'}]({{static}}/images/{file})"
        return f"rangez l’image dans images/, puis écrivez {shown}"
    return "écrivez en Markdown, ou donnez un simple lien"


def _embedded(span: Span, name: str) -> Finding:
    return Finding(
        span,
        "balise",
        f"rien d’un autre site ne s’intègre dans une page (balise « {name} »)",
        "effacez-la, et donnez l’adresse dans le champ « video » de l’en-tête",
        "l’autre site saurait qui lit cette page ; une image et un lien laissent le choix",
    )
