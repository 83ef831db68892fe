"""The rules in the order in which they run: each finds the text as those before left it."""

from .dashes import DASHES
from .names import NAMES
from .numbers import NUMBERS
from .punctuation import HIGH_PUNCTUATION, PUNCTUATION
from .quotes import QUOTES
from .rule import Pass, Rule, merge_passes
from .spaces import MISPLACED_SPACES

__all__ = ["RULES", "Pass", "Rule", "merge_passes"]

RULES: tuple[Rule, ...] = (
    *MISPLACED_SPACES,
    *PUNCTUATION,
    *QUOTES,
    *DASHES,
    *HIGH_PUNCTUATION,
    *NUMBERS,
    *NAMES,
)
