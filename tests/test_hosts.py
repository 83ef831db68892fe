"""What each host finds in the site about the domain that it is served at."""

import pytest

from association.content.addresses import Addresses
from association.hosting.hosts import HOSTS
from association.hosting.serving import Serving


@pytest.mark.parametrize(
    ("host", "address", "file", "said"),
    [
        ("github", "https://www.association.example", "CNAME", "www.association.example\n"),
        ("github", "https://association.github.io", "CNAME", None),
        ("github", "https://association.github.io/site", "CNAME", None),
        # A part of a domain that another repository governs.
        ("github", "https://www.association.example/site", "CNAME", None),
        ("github", "https://notgithub.io", "CNAME", "notgithub.io\n"),
        ("forgejo", "https://association.example:443", ".domains", "association.example\n"),
        ("forgejo", "https://association.codeberg.page", ".domains", None),
        ("forgejo", "https://association.codeberg.page/site", ".domains", None),
        ("gitlab", "https://association.example", "CNAME", None),
        ("apache", "https://association.example", ".domains", None),
    ],
)
def test_a_forge_learns_the_domain_of_the_site(
    host: str, address: str, file: str, said: str | None
) -> None:
    addresses = Addresses(address)
    serving = Serving(addresses.base, domain=addresses.domain)
    assert HOSTS[host].files(serving).get(file) == said
