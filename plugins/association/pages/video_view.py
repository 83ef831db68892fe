"""What is published of a video: a link that says where it leads, and a picture."""

from dataclasses import dataclass

from .common import Image


@dataclass(frozen=True)
class Video:
    """A video on another site: ``label`` says where the link leads and how long it lasts."""

    title: str
    url: str
    label: str
    image: Image | None
