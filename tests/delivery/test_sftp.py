"""Publication to OpenSSH's real server on loopback."""

from pathlib import Path

import pytest

from association.delivery.delivery import Site, publish, roll_back
from association.delivery.place import Place
from association.delivery.rsync_sending import rsync_target
from association.delivery.sftp_target import sftp_target
from tests.delivery.sites import AFTER, BEFORE, quiet, seen, terms
from tests.delivery.ssh_server import Server


def place_in(folder: Path, *, switch: bool = False) -> Place:
    home = folder / "chez l’hébergeur"
    home.mkdir(exist_ok=True)
    return Place(f"{home}/www", f"{home}/www.publication", switch)


@pytest.mark.parametrize("switch", [False, True], ids=["in place", "switch"])
@pytest.mark.parametrize("connect", [sftp_target, rsync_target])
def test_a_site_goes_there_changes_and_comes_back(
    server: Server, tmp_path: Path, before: Site, after: Site, switch: bool, connect: object
) -> None:
    place = place_in(tmp_path, switch=switch)
    with connect(server.login()) as target:  # type: ignore[operator]
        first = publish(target, place, before, terms(), quiet)
        assert seen(place) == BEFORE
        second = publish(target, place, after, terms(whatever_changes=True), quiet)
        assert seen(place) == AFTER
        again = publish(target, place, after, terms(), quiet)
        roll_back(target, place, terms(), quiet)
    assert seen(place) == BEFORE
    assert (len(first.sent), len(again.sent), again.size) == (len(BEFORE), 0, 0)
    assert 0 < second.size < sum(content.size for content in after.files.values())
    assert not list(Path(place.staging).iterdir())
    modes = {path.stat().st_mode & 0o777 for path in Path(place.site).rglob("*") if path.is_file()}
    assert modes == {0o644}
