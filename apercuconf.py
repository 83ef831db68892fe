"""Settings of the preview of a proposal: production, drafts included, out of search engines.

``APERCU_URL`` and ``APERCU_CHEMIN`` are where previews lie at a host, ``APERCU_NOM`` is the folder
of this one; ``PUBLICATION_…`` are those of that host.
"""

import os
import sys
from pathlib import Path

# Pelican runs this file without knowing its folder.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from publishconf import *

_NAME = os.environ.get("APERCU_NOM", "")
_FOLDER = os.environ.get("APERCU_CHEMIN", "").rstrip("/")

APERCU = True
HORS_LIGNE = False
REDACTION = False
SITEURL = f"{os.environ.get('APERCU_URL', '').rstrip('/')}/{_NAME}".rstrip("/")
PUBLICATION = {
    "apercu": PUBLICATION["site"]
    | {
        "chemin": f"{_FOLDER}/{_NAME}" if _FOLDER and _NAME else "",
        "bascule": "non",
        "versions": 0,
    },
}
