"""Options that several kinds of test share."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from association.runner.former_site import SETTING
from tests.built_site import shared_sites
from tests.guide_pictures import GuidePictures
from tests.lanes import mark_long
from tests.production_site import production_site
from tests.programs import need

__all__ = ["production_site", "shared_sites"]

pytest_plugins = ["tests.clean_tree"]
# How long an example takes is the machine's matter, not the test's.
# The same examples are tried each time: what chance finds never stops somebody else's work. Who
# looks for others asks for chance by HASARD.
settings.register_profile(
    "entier", settings(), deadline=None, derandomize="HASARD" not in os.environ
)
settings.load_profile("entier")
# A few examples of each property, for « invoke test --rapide ».
settings.register_profile("rapide", settings.get_profile("entier"), max_examples=10)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="take what the code gives now as what is expected"
    )
    parser.addoption(
        "--draw", action="store_true", help="make the pictures of the editors' guide anew"
    )


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten rather than compared."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture
def guide_pictures(request: pytest.FixtureRequest) -> GuidePictures:
    """The pictures of the editors' guide, which ``invoke images-du-guide`` makes anew."""
    return GuidePictures(is_drawing=bool(request.config.getoption("--draw")))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what takes long; with ``--bless`` or ``--draw``, run only what rewrites something."""
    mark_long(items)
    for option, fixture in (("--bless", "bless"), ("--draw", "guide_pictures")):
        if config.getoption(option):
            kept = [item for item in items if fixture in getattr(item, "fixturenames", ())]
            config.hook.pytest_deselected(items=[item for item in items if item not in kept])
            items[:] = kept


@pytest.fixture(scope="session", autouse=True)
def _nothing_published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compare no build with a site that this checkout built before, at home or for the public."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(SETTING, str(tmp_path_factory.mktemp("rien-de-publie")))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what tests counted, by ``record_property``."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    for name, value in (counted for report in reports for counted in report.user_properties):
        terminalreporter.line(f"{name}: {value}")


# The same engine: its pages have no window around them, and open in a third of the time.
_WITHOUT_WINDOWS = "chromium-headless-shell"
# What Chromium would otherwise ask of hosts that are none of ours.
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium. Where none is found its tests are skipped, unless CI is set."""
    found = os.environ.get("CHROMIUM") or shutil.which(_WITHOUT_WINDOWS) or "chromium"
    executable = need(found, f"apt install {_WITHOUT_WINDOWS}, or name a Chromium in CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=_QUIET)
        yield launched
        launched.close()
