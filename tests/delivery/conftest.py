"""A real server and two versions of a site, for the tests of publication."""

from collections.abc import Iterator

import pytest

from association.delivery.delivery import Site
from tests.delivery.sites import AFTER, BEFORE, site
from tests.delivery.ssh_server import Server, ssh_server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """OpenSSH on this machine."""
    with ssh_server(tmp_path_factory.mktemp("ssh")) as running:
        yield running


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site that is online first."""
    return site(tmp_path_factory.mktemp("avant"), BEFORE)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site that replaces it."""
    return site(tmp_path_factory.mktemp("après"), AFTER)
