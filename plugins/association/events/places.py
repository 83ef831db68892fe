"""Where an event takes place, as all that leaves the site says it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from ..content.event import WrittenPlace


@dataclass(frozen=True)
class EventPlace:
    """A published place: ``country`` is its name, ``country_code`` that of ISO 3166."""

    name: str
    address: str
    postal_code: str
    city: str
    country: str
    country_code: str
    latitude: float | None
    longitude: float | None
    access: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the postal address, with the country when it is not France."""
        city_line = " ".join(part for part in (self.postal_code, self.city) if part)
        country = "" if self.country == "France" else self.country
        return tuple(line for line in (self.address, city_line, country) if line)

    @property
    def map_url(self) -> str:
        """The place on OpenStreetMap: a plain link, nothing is loaded before."""
        if self.latitude is not None and self.longitude is not None:
            at = f"mlat={self.latitude}&mlon={self.longitude}"
            return f"https://www.openstreetmap.org/?{at}#map=17/{self.latitude}/{self.longitude}"
        if not self.address:
            return ""
        asked = f"{self.address}, {self.postal_code} {self.city}, {self.country}"
        return f"https://www.openstreetmap.org/search?{urlencode({'query': asked})}"


def place(written: WrittenPlace) -> EventPlace:
    """Return where an event takes place."""
    country = written.country
    return EventPlace(
        name=written.name or "",
        address=written.address or "",
        postal_code=written.postal_code or "",
        city=written.city,
        country=country.name if country else "France",
        country_code=country.code if country else "FR",
        latitude=written.latitude,
        longitude=written.longitude,
        access=written.access or "",
    )


def where(mode: str, places: Sequence[EventPlace]) -> str:
    """Return « Paris », « en ligne » or « Lyon, Paris et en ligne »; « » when nothing is known."""
    names = list(dict.fromkeys(place.city for place in places)) if mode != "en ligne" else []
    names += ["en ligne"] if mode != "sur place" else []
    return " et ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
