"""What must hold of readers' responses, among themselves and with the pages they answer. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from ..content.contacts_in_text import EMAIL_GONE, TELEPHONE_GONE
from ..content.reading import Content
from ..content.response_settings import is_open
from ..content.responses import Response
from ..content.silenced_advice import heard
from ..core.words import fold, suggestion
from ..core.zone import today
from ..problems.findings import Finding, Severity, Span
from ..problems.report import Problem
from ..source.body import Block
from ..source.schemes import scheme_of
from .check_context import CheckContext
from .contact_details import contacts_in_texts

MOST_WORDS = 1000
# What the page keeps of a response: the sanitiser of ``pages`` takes all other marks away.
_BLOCKS = frozenset({"p", "ul", "ol", "li", "blockquote"})


def unfit_responses(context: CheckContext) -> Iterator[Problem]:
    """Find responses to nothing, that no page shows, to come, twice the same, or unfit to read."""
    content = context.content
    first: dict[tuple[str, str], Response] = {}
    for answered in content.responses.values():
        said = chain(
            _page_answered(answered, content),
            _hidden(answered, context),
            _day(answered, context),
            _parent(answered, content.responses),
            _text(answered),
            _copy(answered, first),
            _alone(answered, context),
            _contacts(answered, context),
        )
        for finding in heard(said, answered.written.silenced_advice):
            yield answered.entry.problem(finding)


def _alone(answered: Response, context: CheckContext) -> tuple[Finding, ...]:
    """Return what a response's own file, and the site's addresses, are enough to say."""
    entry, own_hosts = answered.entry, context.policy.own_hosts

    def said() -> tuple[Finding, ...]:
        # As in ``entry_in_content``.
        from .damaged_letters import damaged_letters  # noqa: PLC0415
        from .deceptive_links import deceptive_links  # noqa: PLC0415

        return (*damaged_letters(entry), *deceptive_links(entry, own_hosts))

    key = "response alone", entry.path, entry.text_key, repr(own_hosts)
    return context.cache.get_or_compute(key, said)


def _page_answered(answered: Response, content: Content) -> Iterator[Finding]:
    name = answered.name
    known = content.entries[name.folder]
    if name.slug in known or name.page in content.unread:
        return
    near = suggestion(name.slug, known)
    yield Finding(
        Span(),
        "reponse-sans-page",
        f"la page à laquelle ce fichier répond, content/{name.page}, n’existe pas",
        f"rangez-le dans reponses/{name.folder}/{near}/, si c’est cette page"
        if near
        else "remettez cette page, ou effacez ce fichier s’il ne répond plus à rien",
        "si la page a changé de nom, donnez le même au dossier de ses réponses",
    )


def _hidden(answered: Response, context: CheckContext) -> Iterator[Finding]:
    name, folders = answered.name, context.policy.response_folders
    page = context.content.entries[name.folder].get(name.slug)
    if page is None or is_open(page, folders):
        return
    if name.folder not in folders:
        fix = (
            f"ajoutez « {name.folder} » au réglage REPONSES (pelicanconf.py), ou effacez la réponse"
        )
    elif not page.written.responses:
        fix = "retirez « reponses: non » de cette page, ou effacez la réponse"
    else:
        fix = "rangez la réponse sous une autre page, ou effacez-la"
    yield Finding(
        Span(),
        "reponse-cachee",
        f"cette réponse ne paraît pas : content/{name.page} n’en montre aucune",
        fix,
        severity=Severity.ADVICE,
    )


def _day(answered: Response, context: CheckContext) -> Iterator[Finding]:
    if answered.written.day > today(context.now):
        yield Finding(
            answered.entry.front.span_of(("date",)),
            "reponse-a-venir",
            "cette réponse serait écrite dans l’avenir",
            "corrigez la date : c’est le jour où la personne a écrit",
        )


def _parent(answered: Response, responses: Mapping[str, Response]) -> Iterator[Finding]:
    name, parent = answered.name, answered.written.parent
    if parent is None:
        return
    span = answered.entry.front.span_of(("en_reponse_a",))
    beside = {
        other.name.name: other
        for other in responses.values()
        if other.name.beside == name.beside and other is not answered
    }
    if parent not in beside:
        near = suggestion(parent, beside)
        yield Finding(
            span,
            "reponse-fil",
            f"aucune autre réponse à cette page ne s’appelle « {parent} »",
            f"vouliez-vous dire « {near} » ?" if near else "retirez cette ligne",
            "celles qui suivaient une réponse effacée restent, sans elle",
        )
    elif name.name == min(_circle(name.name, parent, beside), default=""):
        yield Finding(
            span,
            "reponse-fil",
            f"cette réponse répond à « {parent} », qui lui répond",
            "retirez cette ligne",
        )


def _circle(name: str, parent: str, beside: Mapping[str, Response]) -> list[str]:
    """Return the responses that answer one another from ``name`` back to it; none mostly."""
    seen = [name]
    current = parent
    while current in beside and current not in seen:
        seen.append(current)
        current = beside[current].written.parent or ""
    return seen if current == name else []


def _text(answered: Response) -> Iterator[Finding]:
    entry = answered.entry
    count = len(entry.markdown.split())
    if not count:
        yield Finding(
            Span(),
            "texte-a-ecrire",
            "cette réponse n’a pas de texte",
            "écrivez-le sous l’en-tête, ou effacez ce fichier",
        )
    if count > MOST_WORDS:
        yield Finding(
            _start(answered),
            "texte-trop-long",
            f"cette réponse compte {count} mots ; {MOST_WORDS} au plus se lisent sous une page",
            "demandez à la personne de la raccourcir, ou de la publier chez elle et d’y renvoyer",
        )
    marked = next((one for one in entry.body.blocks if not _BLOCKS.issuperset(one.tags)), None)
    if marked:
        yield _too_marked(_line(marked, answered), "un titre, un tableau ou un bloc")
    for link in entry.body.links:
        if link.is_picture:
            yield _too_marked(entry.span(link.place), "une image")
        elif scheme_of(link.target) not in {"http", "https"}:
            yield Finding(
                entry.span(link.target_place),
                "reponse-mise-en-forme",
                "le lien d’une réponse mène à une adresse écrite en entier",
                "écrivez-la avec https:// au début, ou ne gardez que les mots du lien",
            )


def _start(answered: Response) -> Span:
    """Return the first line of the text."""
    return _line(answered.entry.body.blocks[0], answered)


def _line(block: Block, answered: Response) -> Span:
    """Return the first line of a block."""
    number = block.first + answered.entry.body_line - 1
    return Span(number, 1, len(answered.entry.lines[number - 1]) + 1)


def _too_marked(span: Span, what: str) -> Finding:
    return Finding(
        span,
        "reponse-mise-en-forme",
        f"une réponse est faite de paragraphes, et {what} n’y paraît pas",
        "récrivez ce passage en simples phrases, ou retirez-le",
        "y paraissent aussi : les listes, les citations, les liens, le gras et l’italique",
    )


def _copy(answered: Response, first: dict[tuple[str, str], Response]) -> Iterator[Finding]:
    key = answered.name.beside, fold(answered.entry.markdown)
    before = first.setdefault(key, answered)
    if before is not answered and answered.entry.markdown.strip():
        yield Finding(
            _start(answered),
            "reponse-en-double",
            f"« {before.name.name}.md » dit la même chose, sous la même page",
            f"effacez {answered.entry.source}, si la personne n’a écrit qu’une fois",
        )


def _contacts(answered: Response, context: CheckContext) -> Iterator[Finding]:
    """Refuse what a text of the association's may show when asked to: nobody agreed to it here."""
    for finding in contacts_in_texts(answered.entry, context):
        instead = TELEPHONE_GONE if "téléphone" in finding.message else EMAIL_GONE
        yield replace(
            finding,
            code="reponse-coordonnees",
            fix=f"écrivez à la place « {instead} »",
            help="",
            severity=Severity.ERROR,
        )
