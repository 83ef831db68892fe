"""A publication as a process of its own: it writes a line for each moment, and may be killed.

Called with the server's folder and port, the folder of the site, the host's folder, « switch » or
« place ».
"""

import sys
from pathlib import Path

from association.delivery.delivery import Site, Terms, publish
from association.delivery.guard import Consent
from association.delivery.lock import Holder
from association.delivery.place import Place
from association.delivery.sftp_target import sftp_target
from association.delivery.site_files import files_of
from tests.delivery.ssh_server import Server


def main(keys: str, port: str, built: str, home: str, way: str) -> None:
    place = Place(f"{home}/www", f"{home}/www.publication", way == "switch")
    folder = Path(built)
    terms = Terms(
        Holder.of_this_process("à 9 h"),
        "2026-11-21T09:00:00+00:00",
        "www",
        consent=Consent(whatever_changes=True),
    )
    with sftp_target(Server(Path(keys), int(port), 0).login()) as target:
        publish(target, place, Site(files_of(folder), folder), terms, say)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


main(*sys.argv[1:])
