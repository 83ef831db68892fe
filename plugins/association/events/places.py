"""Where an event takes place, as its page shows it."""

from urllib.parse import urlencode

from ..content.event import WrittenPlace
from ..content.schema import WrittenEvent
from ..pages.common import Term
from .view import EventPlace


def place(written: WrittenPlace, region: Term | None) -> EventPlace:
    """Return where an event takes place."""
    country = written.country.name if written.country else "France"
    city_line = " ".join(part for part in (written.postal_code, written.city) if part)
    lines = [written.address, city_line, country if country != "France" else None]
    return EventPlace(
        name=written.name or "",
        lines=tuple(line for line in lines if line),
        city=written.city,
        country=country,
        region=region,
        access=written.access or "",
        map_url=_map_url(written, country),
    )


def where(event: WrittenEvent) -> str:
    """Return « Paris », « en ligne » or « Lyon et en ligne »; « » when nothing is known."""
    city = event.place.city if event.place else ""
    if event.mode == "en ligne":
        return "en ligne"
    if event.mode == "mixte":
        return f"{city} et en ligne" if city else "en ligne"
    return city


def _map_url(written: WrittenPlace, country: str) -> str:
    """Return the address of the place on OpenStreetMap: a plain link, nothing is loaded."""
    if written.latitude is not None and written.longitude is not None:
        at = f"mlat={written.latitude}&mlon={written.longitude}"
        return f"https://www.openstreetmap.org/?{at}#map=17/{written.latitude}/{written.longitude}"
    if not written.address:
        return ""
    asked = f"{written.address}, {written.postal_code or ''} {written.city}, {country}"
    return f"https://www.openstreetmap.org/search?{urlencode({'query': asked})}"
