"""The built site as it lies on this machine."""

from hashlib import file_digest, sha256
from pathlib import Path

from .target import DeliveryError
from .versions import Content, Files


def files_of(output: Path) -> Files:
    """Return every file below a built site's folder."""
    paths = sorted(path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): _content(path) for path in paths}


def files_built_for(address: str, output: Path) -> Files:
    """Return every file of the built site, whose address is ``address``.

    Raises DeliveryError when there is no site, and when it was built to be looked at at home.
    """
    if not (output / "index.html").is_file():
        raise DeliveryError("Il n’y a pas de site construit : relancez sans « --sans-construire ».")
    robots = output / "robots.txt"
    said = robots.read_text("utf-8") if robots.is_file() else ""
    if not address or f"{address}/sitemap.xml" not in said.split():
        raise DeliveryError(
            f"Le site de output/ n’a pas été construit pour « {address} » (SITEURL) : relancez "
            "sans « --sans-construire »."
        )
    return files_of(output)


def read_verified(source: Path, digest: str) -> bytes:
    """Return the bytes of a source; raise DeliveryError when they are not those of ``digest``."""
    try:
        content = source.read_bytes()
    except FileNotFoundError:
        content = b""
    if sha256(content).hexdigest() != digest:
        raise DeliveryError(
            "Le site a été reconstruit pendant l’envoi : le site en ligne n’a pas changé. "
            "Relancez « invoke publier »."
        )
    return content


def _content(path: Path) -> Content:
    with path.open("rb") as file:
        return Content(file_digest(file, "sha256").hexdigest(), path.stat().st_size)
