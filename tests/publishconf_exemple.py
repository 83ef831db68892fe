"""Production as it is, with everything filled in for an association that does not exist.

The address of the site may come from the environment, as in production.
"""

import os
import sys
from pathlib import Path

# Pelican runs this file without knowing its folder.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from publishconf import *

SITEURL = os.environ.get("SITEURL", "https://association.example").rstrip("/")
HEBERGEMENT = os.environ.get("HEBERGEMENT", "apache")
SECRETARIAT = "secretariat@example.org"
SECRETARIAT_TELEPHONE = "+33 1 99 00 12 34"
SECRETARIAT_HORAIRES = "du lundi au jeudi, de 9 h à 12 h"
MENTIONS_LEGALES = {
    "denomination": SITENAME,
    "siege": "1 rue de l’Exemple, 75001 Paris",
    "telephone": "01 99 00 12 34",
    "direction_de_la_publication": "Denise Baudu",
    "hebergeur_nom": "Hébergeur d’exemple SAS",
    "hebergeur_adresse": "2 rue de l’Exemple, 59100 Roubaix",
    "hebergeur_telephone": "01 99 00 56 78",
}
EXEMPLES_PUBLIES = True
