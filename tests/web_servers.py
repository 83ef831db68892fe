"""Real servers on loopback, unprivileged, each with the configuration that the project gives it."""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from association.hosting.apache import htaccess
from association.hosting.caddy import caddy
from association.hosting.nginx import nginx
from association.hosting.serving import Serving
from tests.programs import need

Configured = Callable[[Path, Path, int, Serving], list[str]]
_APACHE_MODULES = ("mpm_event", "authz_core", "deflate", "dir", "mime", "headers", "rewrite")
_PACKAGES = {"apache2": "apache2-bin"}
# How long a server may take to listen, in tries of a tenth of a second.
_PATIENCE = 200


def _nginx(root: Path, work: Path, port: int, serving: Serving) -> list[str]:
    (work / "site.conf").write_text(nginx(serving), "utf-8")
    temporary = "".join(
        f"  {kind}_temp_path {work}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "scgi", "uwsgi")
    )
    (work / "nginx.conf").write_text(
        "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n"
        f"daemon off; pid {work}/pid; error_log {work}/error.log;\nevents {{}}\n"
        f"http {{\n{temporary}  access_log off;\n"
        f"  server {{ listen 127.0.0.1:{port}; root {root}; include {work}/site.conf; }}\n}}\n",
        "utf-8",
    )
    return ["-e", f"{work}/error.log", "-c", f"{work}/nginx.conf"]


def _apache(root: Path, work: Path, port: int, serving: Serving) -> list[str]:
    (root / serving.base.strip("/") / ".htaccess").write_text(htaccess(serving), "utf-8")
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in _APACHE_MODULES
    )
    (work / "apache.conf").write_text(
        f"ServerRoot {work}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {work}/pid\n"
        f"ErrorLog {work}/error.log\n{modules}TypesConfig /etc/mime.types\nMutex file:{work}\n"
        f"DocumentRoot {root}\n<Directory {root}>\n  AllowOverride All\n  Require all granted\n"
        "</Directory>\n",
        "utf-8",
    )
    return ["-D", "FOREGROUND", "-f", f"{work}/apache.conf"]


def _caddy(root: Path, work: Path, port: int, serving: Serving) -> list[str]:
    (work / "Caddyfile").write_text(
        "{\n\tadmin off\n\tauto_https off\n}\n"
        f"{caddy(serving)}\n"
        f"http://127.0.0.1:{port} {{\n\troot * {root}\n\timport association\n}}\n",
        "utf-8",
    )
    return ["run", "--config", f"{work}/Caddyfile", "--adapter", "caddyfile"]


SERVERS: dict[str, Configured] = {"nginx": _nginx, "apache2": _apache, "caddy": _caddy}


@contextmanager
def running(name: str, site: Path, work: Path, serving: Serving) -> Iterator[int]:
    """Serve a copy of a site with the server ``name`` from ``work``, empty; give its port."""
    program = need(name, f"apt install {_PACKAGES.get(name, name)}")
    root = work / "public"
    shutil.copytree(site, root / serving.base.strip("/"), dirs_exist_ok=True)
    port = _free_port()
    command = [program, *SERVERS[name](root, work, port, serving)]
    with (work / "output").open("wb") as output:
        server = subprocess.Popen(
            command,
            stdout=output,
            stderr=output,
            env={"PATH": os.environ["PATH"], "HOME": str(work), "XDG_DATA_HOME": str(work)},
            **_as_nobody(work),
        )
    try:
        _wait(server, port, work)
        yield port
    finally:
        server.terminate()
        server.wait()


def _as_nobody(work: Path) -> dict[str, Any]:
    """Return what makes a server no more than an ordinary user, whoever runs the tests."""
    if os.getuid() != 0:
        return {}
    for path in (work, *work.rglob("*")):
        shutil.chown(path, "nobody", "nogroup")
    return {"user": "nobody", "group": "nogroup"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int, work: Path) -> None:
    """Return once the server listens; fail with its words when it ends first."""
    for _ in range(_PATIENCE):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            try:
                server.wait(timeout=0.1)
                break
            except subprocess.TimeoutExpired:
                continue
    logs = (work / "output", work / "error.log")
    pytest.fail("\n".join(log.read_text("utf-8") for log in logs if log.exists()))
