"""An address that was left leads to one page, which is there, and is nobody's own. Pure.

``problems`` checks what the files alone tell; ``against`` is told every address of the built site,
lists and calendars included.
"""

from collections.abc import Collection, Iterator

from ..content.addresses import path_of
from ..content.left_addresses import Left, addresses_left
from ..content.reading import Content
from ..core.words import suggestion
from ..problems.findings import Finding
from ..problems.report import Problem, RelatedPlace, line_at
from .check_context import CheckContext


def wrong_addresses_left(context: CheckContext) -> Iterator[Problem]:
    """Find the addresses left that cannot be read, or that do not lead to one page."""
    left, unreadable = addresses_left(context.content)
    yield from unreadable
    yield from problems(context.content, left)


def problems(content: Content, left: list[Left]) -> Iterator[Problem]:
    """Yield what is wrong between the addresses left, and with the content's own pages."""
    entries = {f"/{path_of(entry.folder, entry.slug)}" for entry in content.all_entries()}
    yield from _taken(left, entries | {f"/{path}" for path in content.static})
    first: dict[str, Left] = {}
    for one in left:
        known = first.setdefault(_bare(one.before), one)
        if known is not one:
            yield _said_twice(one, known)
    for one in left:
        further = first.get(_bare(one.after))
        if further and one.entry is None:
            yield _in_two_steps(one, further)


def against(left: list[Left], paths: Collection[str]) -> Iterator[Problem]:
    """Yield what the addresses of the whole site, « agenda/2027/ », say against those left."""
    live = {f"/{path}" for path in paths}
    yield from _taken(left, live)
    for one in left:
        target = one.after.partition("?")[0]
        if one.entry is None and target.startswith("/") and target not in live:
            near = suggestion(target, live)
            yield one.problem(
                Finding(
                    one.span_after,
                    "redirection-perdue",
                    f"« {one.after} » n’est pas une adresse du site",
                    f"vouliez-vous dire {near} ?" if near else "visez une page qui existe",
                )
            )


def _taken(left: list[Left], live: Collection[str]) -> Iterator[Problem]:
    known = {_bare(path) for path in live}
    for one in left:
        if _bare(one.before) in known:
            yield one.problem(
                Finding(
                    one.span,
                    "adresse-deja-prise",
                    f"« {one.before} » est l’adresse d’une page du site",
                    "retirez cette ligne, ou renommez l’autre page",
                )
            )


def _said_twice(one: Left, other: Left) -> Problem:
    found = Finding(
        one.span,
        "adresse-deja-prise",
        f"« {one.before} » mène déjà à une autre page",
        "gardez cette adresse à un seul endroit",
    )
    place = RelatedPlace(
        other.source, other.span, line_at(other.lines, other.span), "déjà dite ici"
    )
    return Problem(
        one.source,
        found.span,
        found.code,
        found.message,
        found.fix,
        line_text=line_at(one.lines, found.span),
        related=place,
    )


def _in_two_steps(one: Left, further: Left) -> Problem:
    is_circle = _bare(further.after) in (_bare(one.before), _bare(one.after))
    return one.problem(
        Finding(
            one.span_after,
            "redirection-perdue",
            f"« {one.after} » est elle-même une ancienne adresse",
            "visez une page qui existe" if is_circle else f"écrivez {further.after}",
        )
    )


def _bare(address: str) -> str:
    """Return an address without what hosts take for the same page."""
    return address.removesuffix("index.html").rstrip("/")
