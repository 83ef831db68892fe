"""Amounts of money: the currencies that prices may be in, and how an amount is said. Pure."""

from decimal import Decimal
from typing import Annotated

from babel.numbers import format_decimal

from .vocabulary import choice, enum_of

_NBSP = "\u00a0"
_SIGNS = {"EUR": "€", "CHF": "CHF", "CAD": "$ CA", "GBP": "£"}
Currency = Annotated[str, choice(*_SIGNS), enum_of(_SIGNS)]


def amount_in_words(amount: Decimal, currency: str) -> str:
    """Return « 1 200 € », « 45,50 CHF »; ``currency`` is its code in ISO 4217."""
    pattern = "#,##0" if amount == int(amount) else "#,##0.00"
    return f"{format_decimal(amount, pattern, locale='fr')}{_NBSP}{_SIGNS[currency]}"
