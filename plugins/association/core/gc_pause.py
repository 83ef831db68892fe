"""Python's search for cycles among objects, put off while much is made that is all kept.

Reading some hundred files makes half a million objects: the search walks them again and again, for
a quarter of the time, and finds nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Search for no cycle meanwhile; what was set before is set again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
