"""A thousand requests a second for a minute: ``python benchmarks/charge.py [FOLDER]``.

Serves a built site (``output`` unless named) with nginx on loopback, with the configuration that
the project gives it, and asks at a steady rate whatever the answers' pace: a request that should
have left and could not counts as late, so that a server that stalls cannot hide it. Each answer's
status and length are checked. Prints the rate, the errors and the latencies.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import quantiles

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT)]

from association.hosting.serving import Serving  # noqa: E402
from tests.web_servers import running  # noqa: E402

_ENDINGS = (".html", ".css", ".js", ".ics", ".json", ".atom", ".svg", ".woff2")
_CONNECTIONS = 64


def addresses(site: Path) -> list[str]:
    """Return the addresses that visitors and programs ask for."""
    paths = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")))
    found = [path for path in paths if path.endswith(_ENDINGS)]
    return [f"/{path.removesuffix('index.html')}" for path in found if path not in _ERRORS]


_ERRORS = {"404.html", "410.html"}


async def charge(port: int, wanted: list[str], rate: int, seconds: int) -> None:
    """Ask ``rate`` times a second for ``seconds``, and print what came."""
    waiting: asyncio.Queue[tuple[float, str] | None] = asyncio.Queue()
    latencies: list[float] = []
    outcomes: Counter[str] = Counter()
    workers = [
        asyncio.create_task(_ask(port, waiting, latencies, outcomes)) for _ in range(_CONNECTIONS)
    ]
    start = time.perf_counter()
    for number in range(rate * seconds):
        due = start + number / rate
        if (ahead := due - time.perf_counter()) > 0.001:
            await asyncio.sleep(ahead)
        waiting.put_nowait((due, random.choice(wanted)))
    for _ in workers:
        waiting.put_nowait(None)
    await asyncio.gather(*workers)
    lasted = time.perf_counter() - start
    cuts = quantiles(latencies, n=1000)
    print(f"{len(latencies)} answers in {lasted:.1f} s: {len(latencies) / lasted:.0f} a second")
    print("outcomes: " + ", ".join(f"{what} × {count}" for what, count in outcomes.items()))
    print(
        "latency (ms): "
        f"median {cuts[499] * 1000:.1f}, 99 % {cuts[989] * 1000:.1f}, "
        f"99.9 % {cuts[998] * 1000:.1f}, worst {max(latencies) * 1000:.1f}"
    )


async def _ask(
    port: int,
    waiting: asyncio.Queue[tuple[float, str] | None],
    latencies: list[float],
    outcomes: Counter[str],
) -> None:
    """Ask what waits, one after the other, on a connection that is kept."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while (asked := await waiting.get()) is not None:
        due, path = asked
        try:
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n".encode()
            )
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            outcomes[head.split(b" ")[1].decode()] += 1
        except (OSError, asyncio.IncompleteReadError, IndexError, ValueError) as error:
            outcomes[type(error).__name__] += 1
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        latencies.append(time.perf_counter() - due)
    writer.close()


def main() -> None:
    """Serve a site and ask."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "output")
    parser.add_argument("--rate", type=int, default=1000, help="requests a second")
    parser.add_argument("--seconds", type=int, default=60)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        with running("nginx", arguments.folder, Path(folder), Serving("")) as port:
            wanted = addresses(arguments.folder)
            asyncio.run(charge(port, wanted, arguments.rate, arguments.seconds))


if __name__ == "__main__":
    main()
