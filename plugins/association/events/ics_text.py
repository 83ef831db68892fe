"""Values of iCalendar properties that must be exact: escaped text, addresses, labels. Pure.

The library folds lines and writes dates; its own text class turns « \\N » into a line end and lets
control signs through, its own position writes small numbers with an exponent.
"""

from icalendar import Alarm, Calendar, vCalAddress, vGeo, vText, vUri
from icalendar import Event as Component

from .words import line, plain


class Text(vText):
    """A TEXT value (RFC 5545 §3.3.11): backslashes stay backslashes."""

    def to_ical(self) -> bytes:
        """Return the value escaped, in UTF-8."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


class Geo(vGeo):
    """A position (RFC 5545 §3.8.1.6), to the six decimals asked for: never « 1e-05 »."""

    def to_ical(self) -> str:
        """Return latitude and longitude in degrees."""
        return f"{self.latitude:.6f};{self.longitude:.6f}"


def add_text(component: Calendar | Component | Alarm, name: str, text: str) -> None:
    """Add a property of plain text, unless it is empty."""
    if text:
        component.add(name, Text(plain(text)))


def add_uri(component: Calendar | Component, name: str, uri: str, **parameters: str) -> None:
    """Add a property whose value is an address, with its parameters."""
    component.add(name, vUri(uri), {key: _label(value) for key, value in parameters.items()})


def mailbox(name: str, email: str) -> vCalAddress:
    """Return a person or an association with its e-mail address."""
    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = _label(name)
    return address


def _label(text: str) -> str:
    """Return the text of a parameter, which can hold no double quote (RFC 5545 §3.2)."""
    return line(text).replace('"', "'")
