"""The advice that a file asks not to be given: by its code, in its front matter. Pure."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Protocol, TypeVar

from pydantic import WithJsonSchema

from ..core.words import suggestion
from ..problems.codes import ADVICE, CODES
from ..problems.findings import Severity
from .values import reads, wrong


class _Said(Protocol):
    """A finding, or the problem that it is in a file."""

    @property
    def code(self) -> str: ...

    @property
    def severity(self) -> Severity: ...


S = TypeVar("S", bound=_Said)


def heard(said: Iterable[S], silenced: Iterable[str]) -> Iterator[S]:
    """Yield what is said, but for the advice of these codes: an error is always heard."""
    codes = frozenset(silenced)
    for one in said:
        if one.severity is not Severity.ADVICE or one.code not in codes:
            yield one


def parse_advice_code(text: str) -> str:
    """Return the code of an advice."""
    code = text.strip("[]")
    if code in ADVICE:
        return code
    if code in CODES:
        raise wrong(
            "valeur-inconnue",
            f"« {code} » n’est pas le code d’un conseil : il ne se tait pas",
            "retirez-le de la liste, et corrigez ce qu’il signale",
        )
    letters = {known.replace("-", ""): known for known in ADVICE}
    near = letters.get(suggestion(code.replace("-", ""), letters) or "")
    raise wrong(
        "valeur-inconnue",
        f"aucun conseil n’a le code « {text} »",
        f"vouliez-vous dire « {near} » ?" if near else "écrivez-le tel qu’il paraît entre crochets",
        f"conseils : {', '.join(sorted(ADVICE))}",
    )


AdviceCode = Annotated[
    str,
    reads(parse_advice_code),
    WithJsonSchema(
        {"type": "string", "title": "le code d’un conseil", "examples": ["ligature-oe"]}
    ),
]
