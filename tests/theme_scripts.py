"""The theme's scripts as modules that node reads without a package."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.programs import need

_SCRIPTS = Path(__file__).resolve().parent.parent / "theme" / "static" / "js"
# An address that holds a script has no folder to look in.
_IMPORT = re.compile(r'from "\./([^"]+)"')


def script_address(name: str) -> str:
    """Return the address of a script and, within it, of those that it imports."""
    source = _IMPORT.sub(
        lambda found: f'from "{script_address(found[1])}"', (_SCRIPTS / name).read_text("utf-8")
    )
    return f"data:text/javascript;charset=utf-8,{quote(source)}"


def run_in_node(expression: str, given: Any) -> Any:
    """Return what a script's last expression makes of ``given``, both as JSON; may await."""
    script = (
        "let text = '';"
        "for await (const part of process.stdin) text += part;"
        "const given = JSON.parse(text);"
        f"console.log(JSON.stringify({expression}));"
    )
    command = [need("node", "nodejs"), "--no-warnings", "--input-type=module", "-e", script]
    done = subprocess.run(
        command,
        input=json.dumps(given),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
