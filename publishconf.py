"""Settings of production: everything of ``pelicanconf``, and what differs.

The association fills in what the law asks for below; the address of the site and the leave to
publish examples come from the environment, so that a forge can set them.
"""

import os
import sys
from pathlib import Path

# Pelican runs this file without knowing its folder.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

PRODUCTION = True
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
EXEMPLES_PUBLIES = os.environ.get("EXEMPLES_PUBLIES") == "oui"
