"""Settings of production: everything of ``pelicanconf``, and what differs.

The association fills in what stands empty below, once: without it nothing is published, and the
build says what lacks. What a forge sets comes from the environment.
"""

import os
import sys
from pathlib import Path

# Pelican runs this file without knowing its folder.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

PRODUCTION = True
# With False, browsers give up at their next visit the offline page that they kept.
HORS_LIGNE = True
# The site's address: https://www.votre-association.fr
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
# Where the site is published: apache (OVH and most shared hosting), caddy, cloudflare, forgejo,
# github, gitlab, netlify or nginx; see docs/hebergement.md.
HEBERGEMENT = os.environ.get("HEBERGEMENT", "")
# The public address that relays to everybody: contact@votre-association.fr
SECRETARIAT = os.environ.get("SECRETARIAT", "")
# Its telephone, "+33 1 23 45 67 89", and when somebody answers, "du lundi au jeudi, de 9 h à 12 h";
# "" shows none.
SECRETARIAT_TELEPHONE = ""
SECRETARIAT_HORAIRES = ""
# What the law asks for (LCEN, article 1-1). « rna » and « siren » may be added.
MENTIONS_LEGALES = {
    "denomination": SITENAME,
    "siege": "",
    "telephone": "",
    "direction_de_la_publication": "",
    "hebergeur_nom": "",
    "hebergeur_adresse": "",
    "hebergeur_telephone": "",
}
# Whether the practitioners and the dates that ship as examples may show.
EXEMPLES_PUBLIES = os.environ.get("EXEMPLES_PUBLIES") == "oui"
# Where « invoke publier » puts the site: sftp, rsync, dossier or pages; each key is explained in
# docs/publier.md. Passwords and private keys never stand here: the environment holds them.
PUBLICATION = {
    "site": {
        "vers": os.environ.get("PUBLICATION_VERS", "sftp"),
        "hote": os.environ.get("PUBLICATION_HOTE", ""),
        "port": os.environ.get("PUBLICATION_PORT", ""),
        "utilisateur": os.environ.get("PUBLICATION_UTILISATEUR", ""),
        "cle_hote": os.environ.get("PUBLICATION_CLE_HOTE", ""),
        "chemin": os.environ.get("PUBLICATION_CHEMIN", ""),
        "bascule": os.environ.get("PUBLICATION_BASCULE", "non"),
        "versions": 3,
    },
}
