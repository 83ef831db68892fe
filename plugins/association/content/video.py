"""A video to watch elsewhere: the site shows a picture and a link, and embeds nothing."""

from pydantic import Field

from .common import WrittenImage
from .values import Line, Minutes, WebAddress
from .written import Written, labelled


class WrittenVideo(Written):
    """A video on another site."""

    title: Line = Field(
        alias="titre",
        description="Ce que montre la vidéo.",
        examples=["Une séance racontée par ceux qui y étaient"],
    )
    url: WebAddress = Field(
        alias="adresse",
        description="L’adresse de la page où la regarder. Le site n’y mène que si l’on clique.",
        examples=["https://video.example.org/w/seance"],
    )
    minutes: Minutes | None = Field(
        None,
        alias="duree",
        json_schema_extra=labelled("Durée en minutes"),
        description="La durée, en minutes.",
        examples=[4],
    )
    image: WrittenImage | None = Field(
        None,
        alias="image",
        description="Une image de la vidéo, rangée dans content/images. Sans elle, un dessin.",
    )
