"""Videos: nothing is embedded; a link says which site it leads to."""

from urllib.parse import urlsplit

from ..content.schema import WrittenVideo
from .context import Context
from .picture_places import TEXT
from .video_view import Video

# The sites that people know by another name than their address.
_NAMES = {
    "arte.tv": "Arte",
    "dailymotion.com": "Dailymotion",
    "dai.ly": "Dailymotion",
    "vimeo.com": "Vimeo",
    "youtube.com": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "youtu.be": "YouTube",
}


def video(written: WrittenVideo | None, context: Context) -> Video | None:
    """Return a video as pages show it."""
    if written is None:
        return None
    length = f", {written.minutes} min" if written.minutes else ""
    label = f"Voir la vidéo sur {site_of(written.url)} (site extérieur{length})"
    return Video(written.title, written.url, label, context.image(written.image, TEXT))


def site_of(url: str) -> str:
    """Return the name of the site of an address, as people say it: « YouTube », « tube.org »."""
    host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    if "peertube" in host.split("."):
        return f"PeerTube ({host})"
    return _NAMES.get(host, host)
