"""A text as Typst, and what of it cannot be printed. Pure.

Apart from ``typst_markup``, which makes it: what was made before is read without what makes it.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """An element that cannot be printed: its tag, how many like it stand before, why, the mend."""

    tag: str
    before: int
    says: str
    fix: str


@dataclass(frozen=True)
class TypstText:
    """A text as an expression of Typst, with the addresses of its pictures, and what it lacks."""

    code: str
    pictures: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def text_in_typst(
    html: str,
    page_url: str,
    get_or_compute: Callable[[tuple[str | bytes, ...], Callable[[], TypstText]], TypstText],
) -> TypstText:
    """Return a text as Typst, made before or now."""

    def made() -> TypstText:
        from .typst_markup import typst_text  # noqa: PLC0415 — slow to load

        return typst_text(html, page_url)

    return get_or_compute(("typst", html, page_url), made)
