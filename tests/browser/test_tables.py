"""Tables of texts in a browser: wide ones scroll by keyboard, and are named then."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "is_wide"), [(1280, False), (320, True)])
def test_a_table_is_a_stop_of_the_keyboard_only_where_it_scrolls(
    visit: Callable[..., Any], width: int, is_wide: bool
) -> None:
    page = visit("/metiers/facilitateur/", width=width)
    frame = page.locator(".tableau").first
    # Words that no screen of a telephone can cut.
    frame.locator("td").first.evaluate("cell => cell.textContent = 'x'.repeat(20)")
    frame.locator("td").first.evaluate("cell => cell.style.minWidth = '30rem'")
    page.wait_for_function(
        "isWide => document.querySelector('.tableau').hasAttribute('tabindex') === isWide",
        arg=is_wide,
    )
    name = page.get_by_role("heading", name="Le conflit que l’on ne voit pas").inner_text()
    assert frame.get_attribute("aria-label") == (name if is_wide else None)
    assert frame.get_attribute("role") == ("group" if is_wide else None)
    table = page.get_by_role("table", name=name)
    assert table.get_by_role("rowheader").count() == table.get_by_role("row").count() - 1
