"""A fault of the finished site: where it is, what is wrong, what mends it. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """``file`` is the path below the site's folder; ``line`` counts from 1, 0 for a whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} : {self.message}"
