"""Public sites whose badges are signed, by a key that is made for the test."""

from pathlib import Path

import pytest

from association.commands import badge_key
from tests.built_site import built

URL = "https://association.example"
_SETTINGS = "tests/publishconf_exemple.py"


def built_with_badges(folder: Path, *, asof: str, content: Path, siteurl: str = URL) -> Path:
    """Build the public site of a content that git keeps; the key is « cle », beside ``folder``.

    ``folder`` lies outside the repository.
    """
    key = folder.parent / "cle"
    if not key.exists():
        assert badge_key.main(str(key), say=lambda _: None) == 0
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BADGES_CLE", str(key))
        environment.setenv("SITEURL", siteurl)
        return built(folder, asof=asof, settings=_SETTINGS, content=content)
